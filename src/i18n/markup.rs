//! Text from outside within what others read: pages, reports, terminals.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::{Invisible, Language, Prohibited, harmless, invisible};

use super::{Text, Texts, count};

/// What is wrong with a value that holds this symbol; what cannot be seen is named.
pub fn prohibited_symbol(texts: &Texts, found: Prohibited) -> String {
    let position = count(found.position);
    let Some(kind) = invisible(found.symbol) else {
        let symbol = found.symbol.to_string();
        return texts.get(Text::ProhibitedSymbol { symbol: &symbol, position }).into();
    };
    let name = invisible_name(texts, kind);
    let code = format!("U+{:04X}", u32::from(found.symbol));
    texts.get(Text::ProhibitedInvisible { name: &name, code: &code, position }).into()
}

/// The name of what cannot be seen, in the middle of a sentence.
pub fn invisible_name(texts: &Texts, kind: Invisible) -> String {
    let text = match kind {
        Invisible::Control => Text::InvisibleControl,
        Invisible::SoftHyphen => Text::InvisibleSoftHyphen,
        Invisible::ZeroWidthSpace => Text::InvisibleZeroWidthSpace,
        Invisible::Joiner => Text::InvisibleJoiner,
        Invisible::WordJoiner => Text::InvisibleWordJoiner,
        Invisible::ByteOrderMark => Text::InvisibleByteOrderMark,
        Invisible::Direction => Text::InvisibleDirection,
        Invisible::LineSeparator => Text::InvisibleLineSeparator,
        Invisible::VariationSelector => Text::InvisibleVariationSelector,
        Invisible::Tag => Text::InvisibleTag,
        Invisible::Filler => Text::InvisibleFiller,
        Invisible::Format => Text::InvisibleFormat,
        Invisible::NoCharacter => Text::InvisibleNoCharacter,
    };
    texts.get(text).into()
}

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
