//! Drawings as SVG and PDF files.

use std::fmt::Write as _;

use resvg::tiny_skia::{FillRule, Path, PathSegment, Point};

use super::shape::{Drawing, raise};

/// An SVG of `width` x `height` units, without a ground.
pub(super) fn svg(drawing: &Drawing, width: u32, height: u32) -> Vec<u8> {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n"
    );
    for shape in &drawing.shapes {
        let colour = shape.colour;
        let rule = match shape.rule {
            FillRule::Winding => "",
            FillRule::EvenOdd => " fill-rule=\"evenodd\"",
        };
        let data = svg_path(&shape.path);
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "<path fill=\"#{:02x}{:02x}{:02x}\"{rule} d=\"{data}\"/>",
            colour.0, colour.1, colour.2
        );
    }
    out.push_str("</svg>\n");
    out.into_bytes()
}

fn svg_path(path: &Path) -> String {
    let mut out = String::new();
    for segment in path.segments() {
        let (verb, points): (char, &[Point]) = match segment {
            PathSegment::MoveTo(p) => ('M', &[p]),
            PathSegment::LineTo(p) => ('L', &[p]),
            PathSegment::QuadTo(c, p) => ('Q', &[c, p]),
            PathSegment::CubicTo(c, d, p) => ('C', &[c, d, p]),
            PathSegment::Close => ('Z', &[]),
        };
        out.push(verb);
        for (index, point) in points.iter().enumerate() {
            let gap = if index == 0 { "" } else { " " };
            let _ = write!(out, "{gap}{} {}", number(point.x), number(point.y));
        }
    }
    out
}

/// A PDF 1.4 of one page, `width` x `height` points, paths alone: no text, no pictures.
pub(super) fn pdf(drawing: &Drawing, width: u32, height: u32) -> Vec<u8> {
    // PDF's y grows upwards.
    let mut content = format!("1 0 0 -1 0 {height} cm\n");
    for shape in &drawing.shapes {
        let share = |channel: u8| number(f32::from(channel) / 255.0);
        let colour = shape.colour;
        let _ = writeln!(content, "{} {} {} rg", share(colour.0), share(colour.1), share(colour.2));
        content.push_str(&pdf_path(&shape.path));
        content.push_str(match shape.rule {
            FillRule::Winding => "f\n",
            FillRule::EvenOdd => "f*\n",
        });
    }
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] \
             /Resources << >> /Contents 4 0 R >>"
        ),
        format!("<< /Length {} >>\nstream\n{content}endstream", content.len()),
    ];
    pdf_file(&objects)
}

/// The objects, numbered from 1, with header, cross-reference table and trailer. Object 1 is the
/// catalogue.
fn pdf_file(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let count = objects.len() + 1;
    let mut table = format!("xref\n0 {count}\n0000000000 65535 f \n");
    for (index, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).into_bytes());
    }
    let start = out.len();
    out.extend(table.into_bytes());
    let trailer = format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    out.extend(trailer.into_bytes());
    out
}

fn pdf_path(path: &Path) -> String {
    let mut out = String::new();
    let mut last = Point::zero();
    for segment in path.segments() {
        let (points, verb, end): (Vec<Point>, char, Option<Point>) = match segment {
            PathSegment::MoveTo(p) => (vec![p], 'm', Some(p)),
            PathSegment::LineTo(p) => (vec![p], 'l', Some(p)),
            PathSegment::QuadTo(c, p) => {
                let (first, second) = raise(last, c, p);
                (vec![first, second, p], 'c', Some(p))
            }
            PathSegment::CubicTo(c, d, p) => (vec![c, d, p], 'c', Some(p)),
            PathSegment::Close => (Vec::new(), 'h', None),
        };
        for point in points {
            let _ = write!(out, "{} {} ", number(point.x), number(point.y));
        }
        out.push(verb);
        out.push('\n');
        last = end.unwrap_or(last);
    }
    out
}

/// Three decimals, without trailing zeros.
fn number(value: f32) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
