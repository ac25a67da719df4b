//! HTML as a document.

use std::cell::RefCell;

use encoding_rs::{Encoding, UTF_8};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::active::{Active, attribute};
use super::text;
use super::{Block, Document, MOST_BLOCKS, MOST_CHARS, Span};

/// What was found out about an HTML file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HtmlFacts {
    /// The encoding it was read in, by its standard name.
    pub encoding: &'static str,
    /// Whether that encoding is UTF-8.
    pub is_utf8: bool,
    /// Parts that a browser would run or load, each named once: `script`, `event handler`,
    /// `frame`, `form`, `remote load`, `javascript link`.
    pub active: Vec<&'static str>,
    /// No text in it.
    pub empty: bool,
    /// Nothing but an address.
    pub only_url: bool,
}

/// Nesting of lists that is shown.
const DEEPEST: u8 = 8;

/// Reads HTML with a tokenizer alone: linear in its length whatever it nests, where builders of
/// trees are not.
pub fn read_html(bytes: &[u8]) -> (Document, HtmlFacts) {
    let (text, encoding) = decode(bytes);
    let sink = Sink(RefCell::new(Writer::default()));
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // A script "ends" the feeding; nothing is run, so it goes on until all is read.
    while !input.is_empty() {
        let _script = tokenizer.feed(&input);
    }
    tokenizer.end();
    let writer = tokenizer.sink.0.take();
    writer.finish(encoding)
}

/// A byte order mark, a `meta` declaration in the first kilobyte, or what fits.
fn decode(bytes: &[u8]) -> (String, &'static Encoding) {
    let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).to_ascii_lowercase();
    let declared = head.split_once("charset=").and_then(|(_, rest)| {
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c));
        let label = rest.get(..end.unwrap_or(rest.len()))?;
        Encoding::for_label(label.as_bytes())
    });
    match declared {
        Some(encoding) if std::str::from_utf8(bytes).is_err() => {
            let (text, encoding, _) = encoding.decode(bytes);
            (text.into_owned(), encoding)
        }
        _ => text::decode(bytes),
    }
}

struct Sink(RefCell<Writer>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut writer = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => writer.text(&text),
            Token::TagToken(tag) => {
                writer.tag(&tag);
                if tag.kind == TagKind::StartTag {
                    // What is in these is no markup: without the hint a script's text would be
                    // read as tags.
                    return match &*tag.name {
                        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                        "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                            TokenSinkResult::RawData(RawKind::Rawtext)
                        }
                        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                        _ => TokenSinkResult::Continue,
                    };
                }
            }
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

/// Turns tokens into blocks. Counters instead of a stack: nothing grows with nesting.
#[derive(Default)]
struct Writer {
    blocks: Vec<Block>,
    spans: Vec<Span>,
    cells: Option<Vec<Vec<Span>>>,
    active: Active,
    heading: Option<u8>,
    item: Option<String>,
    lists: Vec<Option<u64>>,
    list_depth: u32,
    strong: u32,
    emphasis: u32,
    hidden: u32,
    /// Within a style sheet.
    style: bool,
    preformatted: u32,
    link: Option<String>,
    chars: usize,
}

/// Elements the content of which is not for reading.
const HIDDEN: [&str; 11] = [
    "script", "style", "title", "template", "noscript", "iframe", "object", "svg", "select",
    "textarea", "noframes",
];

impl Writer {
    fn tag(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        let opens = tag.kind == TagKind::StartTag;
        if opens {
            self.active.note_tag(tag);
        }
        if name == "style" {
            self.style = opens;
        }
        if HIDDEN.contains(&name) {
            let counted = opens && !tag.self_closing;
            self.hidden = if counted { self.hidden + 1 } else { self.hidden.saturating_sub(1) };
            return;
        }
        // An unclosed hidden element ends with the body.
        if name == "body" || name == "html" {
            self.hidden = 0;
        }
        let count = |value: u32| if opens { value + 1 } else { value.saturating_sub(1) };
        match name {
            "b" | "strong" | "th" => self.strong = count(self.strong),
            "i" | "em" | "cite" | "dfn" => self.emphasis = count(self.emphasis),
            "pre" => self.preformatted = count(self.preformatted),
            _ => {}
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                let level = name.bytes().last().map_or(1, |digit| digit - b'0');
                self.heading = opens.then_some(level);
            }
            "ul" | "ol" | "menu" => self.list(tag, opens),
            "li" => self.list_item(opens),
            "tr" => {
                self.end_block();
                self.end_row();
                self.cells = opens.then(Vec::new);
            }
            "td" | "th" => self.end_cell(),
            "table" => {
                self.end_block();
                self.end_row();
            }
            "br" => self.push_text("\n"),
            "hr" => {
                self.end_block();
                self.push_block(Block::Rule);
            }
            "a" => self.link = if opens { https_target(tag) } else { None },
            "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "aside"
            | "blockquote" | "pre" | "address" | "dl" | "dt" | "dd" | "figure" | "fieldset"
            | "center" | "body" | "html" | "head" => self.end_block(),
            _ => {}
        }
    }

    fn list(&mut self, tag: &Tag, opens: bool) {
        self.end_block();
        self.item = None;
        if !opens {
            if self.list_depth <= u32::from(DEEPEST) {
                self.lists.pop();
            }
            self.list_depth = self.list_depth.saturating_sub(1);
            return;
        }
        self.list_depth += 1;
        if self.list_depth <= u32::from(DEEPEST) {
            let start = attribute(tag, "start").and_then(|text| text.trim().parse().ok());
            let number: u64 = start.unwrap_or(1);
            self.lists.push((&*tag.name == "ol").then_some(number.min(1_000_000)));
        }
    }

    fn list_item(&mut self, opens: bool) {
        self.end_block();
        // Of an item without text.
        self.item = None;
        if !opens {
            return;
        }
        self.item = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}.");
                *number += 1;
                marker
            }
            Some(None) | None => "•".to_owned(),
        });
    }

    fn text(&mut self, text: &str) {
        if self.style {
            self.active.note_style(text);
        }
        if self.hidden > 0 {
            return;
        }
        if self.preformatted > 0 {
            self.push_text(text);
            return;
        }
        // White space folds, also across tags.
        let ends_blank = self.spans.last().is_none_or(|s| s.text.ends_with([' ', '\n']));
        let mut folded = String::new();
        let mut blank = ends_blank;
        for c in text.chars() {
            if c.is_whitespace() && c != '\u{a0}' {
                if !blank {
                    folded.push(' ');
                }
                blank = true;
            } else if !c.is_control() {
                folded.push(c);
                blank = false;
            }
        }
        self.push_text(&folded);
    }

    fn push_text(&mut self, text: &str) {
        if text.is_empty() || self.chars >= MOST_CHARS {
            return;
        }
        let text: String = text.chars().take(MOST_CHARS - self.chars).collect();
        self.chars += text.chars().count();
        let (strong, emphasis) = (self.strong > 0, self.emphasis > 0);
        match self.spans.last_mut() {
            Some(last)
                if (last.strong, last.emphasis, &last.link) == (strong, emphasis, &self.link) =>
            {
                last.text.push_str(&text);
            }
            _ => {
                // An address counts with each piece of text it is repeated for: one long link
                // around many pieces would fill the memory.
                self.chars += self.link.as_ref().map_or(0, String::len);
                self.spans.push(Span { text, strong, emphasis, link: self.link.clone() });
            }
        }
    }

    /// Outside a row there is no cell to end.
    fn end_cell(&mut self) {
        if self.cells.is_none() {
            return;
        }
        let spans = self.take_spans();
        if let Some(cells) = &mut self.cells
            && !spans.is_empty()
            && cells.len() < 32
        {
            cells.push(spans);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(cells) = self.cells.take().filter(|cells| !cells.is_empty()) {
            self.push_block(Block::TableRow(cells));
        }
    }

    /// Ends what is being written. Inside a table row, blocks are parts of their cell.
    fn end_block(&mut self) {
        if self.cells.is_some() {
            self.push_text(" ");
            return;
        }
        let spans = self.take_spans();
        if spans.is_empty() {
            return;
        }
        let block = match (self.heading.take(), self.item.take()) {
            (Some(level), _) => Block::Heading { level, spans },
            (None, Some(marker)) => {
                let depth = self.list_depth.saturating_sub(1).min(u32::from(DEEPEST)) as u8;
                Block::ListItem { depth, marker, spans }
            }
            (None, None) => Block::Paragraph(spans),
        };
        self.push_block(block);
    }

    /// What was written, without blanks around it; nothing where it says nothing.
    fn take_spans(&mut self) -> Vec<Span> {
        let mut spans = std::mem::take(&mut self.spans);
        if let Some(first) = spans.first_mut() {
            first.text = first.text.trim_start().to_owned();
        }
        if let Some(last) = spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        spans.retain(|span| !span.text.is_empty());
        if spans.iter().all(|span| span.text.trim().is_empty()) { Vec::new() } else { spans }
    }

    fn push_block(&mut self, block: Block) {
        if self.blocks.len() < MOST_BLOCKS {
            self.blocks.push(block);
        }
    }

    fn finish(mut self, encoding: &'static Encoding) -> (Document, HtmlFacts) {
        self.end_row();
        self.end_block();
        let document = Document { blocks: self.blocks };
        let text = document.plain_text(4000);
        let facts = HtmlFacts {
            encoding: encoding.name(),
            is_utf8: encoding == UTF_8,
            active: self.active.into_names(),
            empty: document.is_empty(),
            only_url: text::is_url(text.trim()),
        };
        (document, facts)
    }
}

/// The target of a link, where it is https; others are not shown as links.
fn https_target(tag: &Tag) -> Option<String> {
    let target = attribute(tag, "href")?.trim();
    let url = url::Url::parse(target).ok()?;
    (url.scheme() == "https").then(|| url.to_string())
}
