//! What is said of an error or an outcome, whatever it is.

use crate::domain::{Redacted, redact};
use crate::i18n::{Text, Texts};

/// Characters of one thing that was said by others.
pub(in crate::ui) const LINE_CHARS: usize = 400;

/// An error or outcome for people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::ui) struct Explained {
    /// What happened.
    pub(in crate::ui) what: String,
    /// What it means, and what to do.
    pub(in crate::ui) meaning: String,
    /// What came, copyable: codes, an excerpt, the system's words.
    pub(in crate::ui) details: Option<Redacted>,
    /// The libraries' own words, which only somebody who looks into it reads: folded away.
    pub(in crate::ui) technical: Option<Redacted>,
}

pub(in crate::ui) fn explained(texts: &Texts, what: Text<'_>, meaning: Text<'_>) -> Explained {
    Explained {
        what: texts.get(what).into(),
        meaning: texts.get(meaning).into(),
        ..Explained::default()
    }
}

impl Explained {
    pub(super) fn with(self, details: impl Into<String>) -> Self {
        Self { details: lines_of(&details.into()), ..self }
    }

    pub(super) fn with_technical(self, words: impl Into<String>) -> Self {
        Self { technical: lines_of(&words.into()), ..self }
    }

    /// All that can be copied, after what happened; `None` where there are no details.
    pub(in crate::ui) fn to_copy(&self) -> Option<String> {
        let details: Vec<&str> =
            [&self.details, &self.technical].into_iter().flatten().map(Redacted::as_str).collect();
        (!details.is_empty()).then(|| format!("{}\n{}", self.what, details.join("\n")))
    }
}

fn lines_of(text: &str) -> Option<Redacted> {
    Some(redact(text).on_few_lines(LINE_CHARS)).filter(|text| !text.is_empty())
}
