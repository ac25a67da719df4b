//! What the renderer leaves out or replaces without a word (source: ISO 32000-2, 9.6.2 standard
//! fonts, 12.5 annotations, 8.11 optional content).

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream};
use hayro::hayro_syntax::page::Page;

use super::MissingPart;

/// Nesting of forms that is searched.
const DEEPEST: usize = 6;
/// Forms and patterns that are searched.
const MOST_FORMS: usize = 500;

/// Families that every viewer has, or has the like of.
const STANDARD: [&str; 7] =
    ["helvetica", "arial", "courier", "times", "symbol", "zapfdingbats", "wingdings"];

/// What is missing of a page that the renderer says nothing of; whether it `substituted` a font
/// tells the fonts that are used from those that are only named.
pub(super) fn unsaid(page: &Page<'_>, substituted: bool) -> Vec<MissingPart> {
    let mut fonts = Fonts::default();
    let resources = page.resources();
    fonts.of_dicts(&resources.fonts, &resources.x_objects, &resources.patterns, DEEPEST);
    let mut annotation = false;
    for note in page.raw().get::<Array<'_>>("Annots").iter().flat_map(|all| all.iter::<Dict<'_>>())
    {
        annotation |= is_left_out(&note);
        let appearance = note.get::<Dict<'_>>("AP").and_then(|ways| ways.get::<Stream<'_>>("N"));
        if let Some(own) = appearance.and_then(|form| form.dict().get::<Dict<'_>>("Resources")) {
            fonts.of_resources(&own, DEEPEST);
        }
    }
    // Where all fonts are in the file, one of those could not be read.
    let font = substituted && (fonts.foreign || !fonts.standard);
    let groups = resources.properties.keys();
    let mut groups = groups.filter_map(|key| resources.properties.get::<Dict<'_>>(key));
    let conditional = groups.any(|group| group.contains_key("VE"));
    let parts = [
        (font, MissingPart::Font),
        (annotation, MissingPart::Annotation),
        (conditional, MissingPart::Other),
    ];
    parts.iter().filter(|(is, _)| *is).map(|(_, part)| *part).collect()
}

/// Fonts that are not in the file.
#[derive(Default)]
struct Fonts {
    /// One that viewers need not have.
    foreign: bool,
    /// One that they have.
    standard: bool,
    forms: usize,
}

impl Fonts {
    fn of_resources(&mut self, resources: &Dict<'_>, depth: usize) {
        let part = |key: &str| resources.get::<Dict<'_>>(key).unwrap_or_default();
        self.of_dicts(&part("Font"), &part("XObject"), &part("Pattern"), depth);
    }

    fn of_dicts(&mut self, fonts: &Dict<'_>, forms: &Dict<'_>, patterns: &Dict<'_>, depth: usize) {
        for font in fonts.keys().filter_map(|key| fonts.get::<Dict<'_>>(key)) {
            self.of_font(&font);
        }
        let Some(depth) = depth.checked_sub(1) else { return };
        for group in [forms, patterns] {
            for form in group.keys().filter_map(|key| group.get::<Stream<'_>>(key)) {
                self.forms += 1;
                if self.forms > MOST_FORMS {
                    return;
                }
                if let Some(own) = form.dict().get::<Dict<'_>>("Resources") {
                    self.of_resources(&own, depth);
                }
            }
        }
    }

    fn of_font(&mut self, font: &Dict<'_>) {
        let descendants = font.get::<Array<'_>>("DescendantFonts");
        let descendant = descendants.and_then(|all| all.iter::<Dict<'_>>().next());
        let holder = descendant.as_ref().unwrap_or(font);
        let descriptor = holder.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let is_within = ["FontFile", "FontFile2", "FontFile3"].iter();
        let is_type3 = font.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Type3");
        if is_type3 || is_within.clone().any(|key| descriptor.contains_key(*key)) {
            return;
        }
        let name = font.get::<Name<'_>>("BaseFont");
        let name = name.map(|name| name.as_str().to_ascii_lowercase()).unwrap_or_default();
        // A composite font counts the shapes of the font that it was made with.
        if descendant.is_none() && STANDARD.iter().any(|family| name.starts_with(family)) {
            self.standard = true;
        } else {
            self.foreign = true;
        }
    }
}

/// Whether an annotation that viewers draw has no drawing of its own, which alone is drawn here.
fn is_left_out(annotation: &Dict<'_>) -> bool {
    const HIDDEN: u32 = 1 << 1;
    const NO_VIEW: u32 = 1 << 5;
    if annotation.get::<u32>("F").unwrap_or_default() & (HIDDEN | NO_VIEW) != 0 {
        return false;
    }
    if let Some(ways) = annotation.get::<Dict<'_>>("AP") {
        return match ways.get::<Object<'_>>("N") {
            Some(Object::Dict(states)) => {
                // A box that is off need not look like anything.
                let state = annotation.get::<Name<'_>>("AS");
                state.is_some_and(|state| state.as_str() != "Off" && !states.contains_key(state))
            }
            Some(_) => false,
            None => true,
        };
    }
    let has_size = annotation.get::<Rect>("Rect").is_some_and(|r| r.x1 != r.x0 && r.y1 != r.y0);
    let kind = annotation.get::<Name<'_>>("Subtype");
    has_size
        && match kind.as_ref().map_or("", |kind| kind.as_str()) {
            "Link" => has_border(annotation),
            "Widget" => annotation
                .get::<Dict<'_>>("MK")
                .is_some_and(|looks| ["BC", "BG", "CA"].iter().any(|key| looks.contains_key(*key))),
            "Square" | "Circle" | "Line" | "Polygon" | "PolyLine" | "Ink" | "Highlight"
            | "Underline" | "Squiggly" | "StrikeOut" | "FreeText" | "Stamp" | "Caret" | "Text"
            | "FileAttachment" => true,
            _ => false,
        }
}

/// A border that is asked for; many viewers draw none where nothing is said.
fn has_border(annotation: &Dict<'_>) -> bool {
    let style = annotation.get::<Dict<'_>>("BS");
    let width = match style.and_then(|style| style.get::<f32>("W")) {
        Some(width) => Some(width),
        None => {
            annotation.get::<Array<'_>>("Border").and_then(|border| border.iter::<f32>().nth(2))
        }
    };
    width.is_some_and(|width| width > 0.0)
}
