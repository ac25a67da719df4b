//! Rust source as far as the rules need to understand it.

/// A file of the program.
pub(super) struct Source {
    /// From `src`, with slashes: `model/batch/mod.rs`.
    pub(super) path: String,
    pub(super) text: String,
    /// The text with comments, strings and characters blanked out; lines stay where they are.
    pub(super) code: String,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), code: code_of(text) }
    }

    /// The top-level module it belongs to; `main.rs` and `lib.rs` stand for themselves.
    pub(super) fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    pub(super) fn is_in(&self, place: &str) -> bool {
        self.path == place || self.path.starts_with(place)
    }

    pub(super) fn finding(&self, at: usize, what: &str) -> String {
        let line = self.code[..at].matches('\n').count() + 1;
        format!("src/{}:{line}: {what}", self.path)
    }

    /// Every path that begins with `root` (`crate`, `std`, the name of a library), trees of `use`
    /// taken apart: where it stands, and its segments.
    pub(super) fn paths(&self, root: &str) -> Vec<(usize, Vec<String>)> {
        let mut found = Vec::new();
        for at in words(&self.code, root) {
            let before = self.code[..at].trim_end();
            let rest = &self.code[at + root.len()..];
            if before.ends_with("::") && !is_absolute(before)
                || !rest.trim_start().starts_with("::")
            {
                continue;
            }
            let mut tree = Tree { text: rest, found: Vec::new() };
            tree.tail(vec![root.to_owned()]);
            found.extend(tree.found.into_iter().map(|path| (at, path)));
        }
        found
    }
}

/// A text that stands in quotation marks.
pub(super) struct Literal {
    /// From 1.
    pub(super) line: usize,
    /// As it is written, but for its marks; on one line.
    pub(super) text: String,
    /// The end of the code before it, on one line and without blanks at its end.
    before: String,
}

/// Characters that are kept of the code before a text.
const BEFORE: usize = 64;

impl Literal {
    /// Whether the code before it ends so.
    pub(super) fn follows(&self, ends: &[&str]) -> bool {
        ends.iter().any(|end| self.before.ends_with(end))
    }
}

impl Source {
    /// Every text in quotation marks.
    pub(super) fn literals(&self) -> Vec<Literal> {
        let chars: Vec<char> = self.text.chars().collect();
        let (mut found, mut before, mut line, mut at) = (Vec::new(), String::new(), 1, 0);
        while at < chars.len() {
            let end = skipped(&chars, at);
            if end == at {
                line += usize::from(chars[at] == '\n');
                push_code(&mut before, chars[at]);
                at += 1;
                continue;
            }
            let text: String = chars[at..end].iter().collect();
            let marked = text.trim_start_matches(['r', '#']);
            if let Some(inner) = marked.strip_prefix('"') {
                let inner = inner.trim_end_matches('#').trim_end_matches('"').replace("\\\n", " ");
                found.push(Literal {
                    line,
                    text: inner.split_whitespace().collect::<Vec<_>>().join(" "),
                    before: end_of(before.trim_end()).to_owned(),
                });
            }
            line += text.matches('\n').count();
            push_code(&mut before, ' ');
            at = end;
        }
        found
    }

    pub(super) fn finding_in_line(&self, line: usize, what: &str) -> String {
        format!("src/{}:{line}: {what}", self.path)
    }
}

/// Adds a character to code on one line, in which blanks follow no blanks.
fn push_code(code: &mut String, c: char) {
    match c.is_whitespace() {
        true if code.is_empty() || code.ends_with(' ') => {}
        true => code.push(' '),
        false => code.push(c),
    }
}

fn end_of(code: &str) -> &str {
    let start = code.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    &code[start..]
}

/// `::std::fs` is the same as `std::fs`.
fn is_absolute(before: &str) -> bool {
    let rest = before.trim_end_matches("::").trim_end();
    !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '>')
}

/// Places of a whole word.
pub(super) fn words(code: &str, word: &str) -> Vec<usize> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let whole =
        |at: &usize| !code[..*at].ends_with(part) && !code[*at + word.len()..].starts_with(part);
    code.match_indices(word).map(|(at, _)| at).filter(whole).collect()
}

/// Walks the rest of a path, branching at braces.
struct Tree<'a> {
    text: &'a str,
    found: Vec<Vec<String>>,
}

impl Tree<'_> {
    /// What follows a segment: `::` and more, or the end.
    fn tail(&mut self, path: Vec<String>) {
        self.blanks();
        let Some(rest) = self.text.strip_prefix("::") else {
            self.found.push(path);
            return;
        };
        self.text = rest;
        self.blanks();
        if let Some(rest) = self.text.strip_prefix('{') {
            self.text = rest;
            self.branches(&path);
        } else {
            self.segment(path);
        }
    }

    fn branches(&mut self, path: &[String]) {
        loop {
            self.blanks();
            if let Some(rest) = self.text.strip_prefix('}') {
                self.text = rest;
                return;
            }
            let before = self.text.len();
            self.segment(path.to_vec());
            self.blanks();
            // `name as other`
            if let Some(rest) = self.text.strip_prefix("as ") {
                self.text = rest.trim_start().trim_start_matches(is_name);
                self.blanks();
            }
            self.text = self.text.strip_prefix(',').unwrap_or(self.text);
            if self.text.len() == before {
                return;
            }
        }
    }

    fn segment(&mut self, mut path: Vec<String>) {
        if let Some(rest) = self.text.strip_prefix('*') {
            self.text = rest;
            path.push("*".to_owned());
            self.found.push(path);
            return;
        }
        let end = self.text.find(|c| !is_name(c)).unwrap_or(self.text.len());
        if end == 0 {
            // `::<` of a generic, or what is no path.
            self.found.push(path);
            return;
        }
        path.push(self.text[..end].to_owned());
        self.text = &self.text[end..];
        self.tail(path);
    }

    fn blanks(&mut self) {
        self.text = self.text.trim_start();
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Blanks out what is no code: comments, strings, characters.
fn code_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = skipped(&chars, at);
        if end > at {
            let blank = |c: &char| if *c == '\n' { '\n' } else { ' ' };
            code.extend(chars[at..end].iter().map(blank));
            at = end;
        } else {
            code.push(chars[at]);
            at += 1;
        }
    }
    code
}

/// The end of the comment, string or character that begins here; `at` where none does.
fn skipped(chars: &[char], at: usize) -> usize {
    let starts = |text: &str| text.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    let find = |from: usize, text: &str| {
        let text: Vec<char> = text.chars().collect();
        let place = chars[from..].windows(text.len()).position(|part| part == text);
        place.map_or(chars.len(), |place| from + place + text.len())
    };
    if starts("//") {
        return find(at, "\n")
            - usize::from(find(at, "\n") <= chars.len() && chars.contains(&'\n'));
    }
    if starts("/*") {
        return find(at + 2, "*/");
    }
    let in_name = at > 0 && is_name(chars[at - 1]);
    if !in_name && (starts("r\"") || starts("r#")) {
        let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
        if chars.get(at + 1 + hashes) == Some(&'"') {
            return find(at + 2 + hashes, &format!("\"{}", "#".repeat(hashes)));
        }
    }
    match chars[at] {
        '"' => {
            let mut end = at + 1;
            while end < chars.len() && chars[end] != '"' {
                end += if chars[end] == '\\' { 2 } else { 1 };
            }
            (end + 1).min(chars.len())
        }
        // A lifetime has no second quote after one character.
        '\'' if chars.get(at + 1) == Some(&'\\') => find(at + 3, "'"),
        '\'' if chars.get(at + 2) == Some(&'\'') => at + 3,
        _ => at,
    }
}
