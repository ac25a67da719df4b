//! Draws SVG.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{self, Group, ImageHrefResolver, Options, Tree, fontdb};

use super::{ActiveContent, DrawError, Drawn, MissingPart, VectorFacts};
use carddesk_pixels::{Picture, PixelBox};

/// Draws the whole picture.
pub(super) fn draw(bytes: &[u8], fit: PixelBox) -> Result<Drawn, DrawError> {
    let text = str::from_utf8(bytes).map_err(|_| undecodable("it is not UTF-8"))?;
    let parsing = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, parsing)
        .map_err(|error| undecodable(&error.to_string()))?;
    let tree = Tree::from_xmltree(&document, &options())
        .map_err(|error| undecodable(&error.to_string()))?;
    let natural = (tree.size().width(), tree.size().height());
    let (width, height) = fit.fit(natural.0, natural.1);
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| undecodable("it has no size"))?;
    let scale = Transform::from_scale(width as f32 / natural.0, height as f32 / natural.1);
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    let mut counted = Counted::default();
    counted.group(tree.root());
    let mut facts = VectorFacts {
        pages: 1,
        raster_only: counted.images > 0 && counted.vectors == 0,
        ..VectorFacts::default()
    };
    search(&document, &mut facts);
    Ok(Drawn { picture: Picture { width, height, rgba: pixmap.take() }, natural, facts })
}

fn undecodable(reason: &str) -> DrawError {
    DrawError::Undecodable { reason: reason.to_owned() }
}

/// Pictures inside the file are drawn; those it points to are not looked for.
fn options() -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../../../assets/fonts/inter-regular.otf").to_vec());
    fonts.load_font_data(include_bytes!("../../../assets/fonts/inter-semibold.otf").to_vec());
    let family = "Inter";
    fonts.set_sans_serif_family(family);
    fonts.set_serif_family(family);
    fonts.set_monospace_family(family);
    Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        font_family: family.to_owned(),
        fontdb: Arc::new(fonts),
        ..Options::default()
    }
}

#[derive(Default)]
struct Counted {
    images: usize,
    vectors: usize,
}

impl Counted {
    fn group(&mut self, group: &Group) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => self.group(group),
                usvg::Node::Image(_) => self.images += 1,
                usvg::Node::Path(_) | usvg::Node::Text(_) => self.vectors += 1,
            }
        }
    }
}

/// Scripts, which are not run, and what is left out: files that it points to, and pieces of HTML.
fn search(document: &Document<'_>, facts: &mut VectorFacts) {
    let mut note = |part| {
        if !facts.missing.contains(&part) {
            facts.missing.push(part);
        }
    };
    let mut is_active = false;
    for element in document.descendants().filter(Node::is_element) {
        let name = element.tag_name().name();
        match name {
            "image" | "feImage" | "use" if points_elsewhere(element) => note(MissingPart::Image),
            "foreignObject" => note(MissingPart::Other),
            "script" => is_active = true,
            _ => {}
        }
        is_active |= element.attributes().any(|attribute| {
            let value = attribute.value().trim_start();
            let scheme = value.get(..11).unwrap_or_default();
            attribute.name().starts_with("on") || scheme.eq_ignore_ascii_case("javascript:")
        });
    }
    if is_active {
        facts.active.push(ActiveContent::JavaScript);
    }
}

/// Whether its address, with or without the `xlink` prefix, is outside the file.
fn points_elsewhere(element: Node<'_, '_>) -> bool {
    let mut addresses = element.attributes().filter(|attribute| attribute.name() == "href");
    addresses.any(|attribute| {
        let address = attribute.value().trim_start();
        !address.is_empty() && !address.starts_with("data:") && !address.starts_with('#')
    })
}
