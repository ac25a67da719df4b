//! What a browser would run or load of a page.

use html5ever::tokenizer::Tag;

/// Names of what was found, each once, in the order found.
#[derive(Default)]
pub(super) struct Active(Vec<&'static str>);

impl Active {
    pub(super) fn into_names(self) -> Vec<&'static str> {
        self.0
    }

    fn note(&mut self, name: &'static str) {
        if !self.0.contains(&name) {
            self.0.push(name);
        }
    }

    /// Notes what an opening tag runs or loads.
    pub(super) fn note_tag(&mut self, tag: &Tag) {
        match &*tag.name {
            "script" => self.note("script"),
            "iframe" | "frame" | "frameset" | "object" | "embed" | "applet" => self.note("frame"),
            "form" | "input" | "button" => self.note("form"),
            // It sends the reader on.
            "meta" if attribute(tag, "http-equiv").is_some_and(is_refresh) => {
                self.note("remote load");
            }
            _ => {}
        }
        for attribute in &tag.attrs {
            let name: &str = &attribute.name.local;
            if name.starts_with("on") {
                self.note("event handler");
            }
            // Browsers leave out line breaks and tabs in addresses.
            let value: String =
                attribute.value.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
            let value = value.trim_start();
            if starts_ignoring_case(value, "javascript:") {
                self.note("javascript link");
            }
            let loads = match name {
                "src" | "srcset" | "poster" | "background" | "data" => is_elsewhere(value),
                "href" => match &*tag.name {
                    "link" => loads_link(tag) && is_elsewhere(value),
                    "base" | "image" => is_elsewhere(value),
                    _ => false,
                },
                "style" => style_loads(value),
                _ => false,
            };
            if loads {
                self.note("remote load");
            }
        }
    }

    /// Notes what the text of a style sheet loads.
    pub(super) fn note_style(&mut self, text: &str) {
        if style_loads(text) {
            self.note("remote load");
        }
    }
}

pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|a| &*a.value)
}

/// Some links only tell where the page belongs.
fn loads_link(tag: &Tag) -> bool {
    const TELLING: [&str; 9] =
        ["canonical", "alternate", "author", "license", "help", "prev", "next", "search", "me"];
    let relations = attribute(tag, "rel").unwrap_or_default().to_ascii_lowercase();
    // An alternate style sheet is loaded too.
    relations.split_ascii_whitespace().any(|relation| !TELLING.contains(&relation))
        || relations.is_empty()
}

fn is_refresh(value: &str) -> bool {
    value.trim().eq_ignore_ascii_case("refresh")
}

fn starts_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// Whether an address leads out of the file.
fn is_elsewhere(address: &str) -> bool {
    !address.is_empty() && !address.starts_with('#') && !starts_ignoring_case(address, "data:")
}

fn style_loads(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let mut addresses = style.split("url(").skip(1);
    style.contains("@import")
        || addresses.any(|address| is_elsewhere(address.trim_start_matches(['"', '\'', ' '])))
}
