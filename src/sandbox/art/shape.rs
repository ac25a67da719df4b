//! One description of a logo for every format it is written in.

use resvg::tiny_skia::{FillRule, Path, PathBuilder, Point, Rect, Transform};

use super::palette::Rgb;

/// A filled outline. Curves run to the outline's last point; y grows downwards.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) path: Path,
    pub(super) colour: Rgb,
    pub(super) rule: FillRule,
}

/// Shapes, first ones lowest.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawing {
    pub(super) shapes: Vec<Shape>,
}

impl Drawing {
    /// Adds an outline; nothing where it is empty.
    pub(super) fn fill(&mut self, path: Option<Path>, colour: Rgb) {
        self.push(path, colour, FillRule::Winding);
    }

    /// Adds an outline whose inner contours are holes.
    pub(super) fn fill_with_holes(&mut self, path: Option<Path>, colour: Rgb) {
        self.push(path, colour, FillRule::EvenOdd);
    }

    fn push(&mut self, path: Option<Path>, colour: Rgb, rule: FillRule) {
        if let Some(path) = path {
            self.shapes.push(Shape { path, colour, rule });
        }
    }

    /// The smallest rectangle around all shapes; `None` where there are none.
    pub(super) fn bounds(&self) -> Option<Rect> {
        self.shapes.iter().map(|shape| shape.path.bounds()).reduce(|a, b| {
            Rect::from_ltrb(
                a.left().min(b.left()),
                a.top().min(b.top()),
                a.right().max(b.right()),
                a.bottom().max(b.bottom()),
            )
            .unwrap_or(a)
        })
    }

    pub(super) fn transformed(self, by: Transform) -> Self {
        let shapes = self.shapes.into_iter().filter_map(|shape| {
            let path = shape.path.transform(by)?;
            Some(Shape { path, ..shape })
        });
        Self { shapes: shapes.collect() }
    }

    /// Scales to fit `target` whole; `align` (0 left, 0.5 middle, 1 right) uses up the spare width.
    pub(super) fn fitted(self, target: Rect, align: f32) -> Self {
        let Some(bounds) = self.bounds() else { return self };
        let scale = (target.width() / bounds.width()).min(target.height() / bounds.height());
        let x = target.left() + (target.width() - bounds.width() * scale) * align;
        let y = target.top() + (target.height() - bounds.height() * scale) / 2.0;
        self.transformed(Transform::from_row(
            scale,
            0.0,
            0.0,
            scale,
            x - bounds.left() * scale,
            y - bounds.top() * scale,
        ))
    }
}

/// A closed polygon.
pub(super) fn polygon(points: &[(f32, f32)]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    builder.move_to(first.0, first.1);
    for point in rest {
        builder.line_to(point.0, point.1);
    }
    builder.close();
    builder.finish()
}

/// An open line through the points.
pub(super) fn polyline(points: &[(f32, f32)]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    builder.move_to(first.0, first.1);
    for point in rest {
        builder.line_to(point.0, point.1);
    }
    builder.finish()
}

/// A circle with a hole of `inner` radius; needs [`Drawing::fill_with_holes`].
pub(super) fn ring(x: f32, y: f32, outer: f32, inner: f32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    builder.push_circle(x, y, outer);
    builder.push_circle(x, y, inner);
    builder.finish()
}

/// A rectangle with round corners, around its middle.
pub(super) fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    push_rounded(&mut builder, x, y, width, height, radius);
    builder.finish()
}

/// Adds a rectangle with round corners, around its middle.
pub(super) fn push_rounded(
    builder: &mut PathBuilder,
    x: f32,
    y: f32,
    width: f32,
    height: f32,
    radius: f32,
) {
    // Length of a cubic's handle that comes closest to a quarter of a circle.
    const HANDLE: f32 = 0.552_285;
    let r = radius.min(width / 2.0).min(height / 2.0);
    let k = r * (1.0 - HANDLE);
    let (l, t) = (x - width / 2.0, y - height / 2.0);
    let (rt, b) = (l + width, t + height);
    builder.move_to(l + r, t);
    builder.line_to(rt - r, t);
    builder.cubic_to(rt - k, t, rt, t + k, rt, t + r);
    builder.line_to(rt, b - r);
    builder.cubic_to(rt, b - k, rt - k, b, rt - r, b);
    builder.line_to(l + r, b);
    builder.cubic_to(l + k, b, l, b - k, l, b - r);
    builder.line_to(l, t + r);
    builder.cubic_to(l, t + k, l + k, t, l + r, t);
    builder.close();
}

/// The point at `angle` (radians, clockwise from the right) on a circle.
pub(super) fn polar(x: f32, y: f32, radius: f32, angle: f32) -> (f32, f32) {
    (x + radius * angle.cos(), y + radius * angle.sin())
}

/// The cubic that is the same curve as a quadratic one: PDF has no quadratics.
pub(super) fn raise(from: Point, control: Point, to: Point) -> (Point, Point) {
    let toward = |end: Point| {
        Point::from_xy(
            end.x + (control.x - end.x) * 2.0 / 3.0,
            end.y + (control.y - end.y) * 2.0 / 3.0,
        )
    };
    (toward(from), toward(to))
}
