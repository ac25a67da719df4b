//! Pages of HTML, with text from outside in them.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::{Language, harmless};

use super::Texts;

/// What stands before the body of a page.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// In the window's title and the tab of a browser; escaped where it is written.
    pub title: &'a str,
    /// What the page may load and run (`Content-Security-Policy`).
    pub policy: &'static str,
    /// CSS of the page itself; it loads no other.
    pub style: &'static str,
}

/// A whole page of HTML. `maud` has escaped the markup of texts from outside; what would hide in them, or
/// turn the direction of writing, is made harmless here, for all of them at once.
pub fn document(texts: &Texts, head: &Head<'_>, body: &Markup) -> String {
    let language = match texts.language() {
        Language::English => "en",
        Language::Russian => "ru",
    };
    // On one line: a page has no end of a line of its own, so that each one in it is from outside.
    let style = head.style.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(head.policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (head.title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    page.into_string().chars().map(harmless).collect()
}
