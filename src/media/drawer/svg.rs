use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, ImageHrefResolver, Node, Options, Tree, fontdb};

use super::super::picture::{Picture, PixelBox};
use super::{DrawError, Drawn, MissingPart, VectorFacts};

/// Draws the whole picture.
pub(super) fn draw(bytes: &[u8], fit: PixelBox) -> Result<Drawn, DrawError> {
    let tree = Tree::from_data(bytes, &options())
        .map_err(|error| DrawError::Undecodable { reason: error.to_string() })?;
    let natural = (tree.size().width(), tree.size().height());
    let (width, height) = fit.fit(natural.0, natural.1);
    let mut pixmap = Pixmap::new(width, height)
        .ok_or_else(|| DrawError::Undecodable { reason: "it has no size".to_owned() })?;
    let scale = Transform::from_scale(width as f32 / natural.0, height as f32 / natural.1);
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    let mut counted = Counted::default();
    counted.group(tree.root());
    let facts = VectorFacts {
        pages: 1,
        raster_only: counted.images > 0 && counted.vectors == 0,
        // Files and addresses that it points to are not loaded.
        missing: if points_elsewhere(bytes) { vec![MissingPart::Image] } else { Vec::new() },
        ..VectorFacts::default()
    };
    Ok(Drawn { picture: Picture { width, height, rgba: pixmap.take() }, natural, facts })
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
                Node::Group(group) => self.group(group),
                Node::Image(_) => self.images += 1,
                Node::Path(_) | Node::Text(_) => self.vectors += 1,
            }
        }
    }
}

/// Whether an `<image>` refers to something outside the file.
fn points_elsewhere(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.split("<image").skip(1).any(|after| {
        let tag = after.split('>').next().unwrap_or_default();
        let target = tag.split("href=").nth(1).unwrap_or_default();
        let target = target.trim_start_matches(['"', '\'']).trim_start();
        !target.is_empty() && !target.starts_with("data:") && !target.starts_with('#')
    })
}
