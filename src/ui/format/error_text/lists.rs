//! Why something is no list of customers.

use crate::customers::{FileKind, NotAList};
use crate::domain::redact;
use crate::i18n::{Text, Texts, count};

use super::explained::{Explained, explained};

/// Why a file, or what was pasted, is no list of customers.
pub(in crate::ui) fn not_a_list(texts: &Texts, name: &str, error: &NotAList) -> Explained {
    let (what, details) = match error {
        NotAList::Binary(kind) => (of_kind(*kind, name), None),
        NotAList::Workbook { reason } => (Text::ListWorkbook { name }, Some(redact(reason))),
        NotAList::Formats => (Text::ListFormats { name }, None),
        NotAList::Protected => (Text::ListProtected { name }, None),
        NotAList::TooManyCells { most } => {
            (Text::ListTooManyCells { name, most: count(*most) }, None)
        }
        NotAList::NoColumn { wanted, .. } => {
            let what = Text::ListNoColumn { name, column: wanted };
            return explained(texts, what, Text::ListReadAgain);
        }
        NotAList::NoSheet { wanted, .. } => {
            let what = Text::ListNoSheet { name, sheet: wanted };
            return explained(texts, what, Text::ListReadAgain);
        }
    };
    Explained { details, ..explained(texts, what, Text::ListSaveAs) }
}

fn of_kind(kind: FileKind, name: &str) -> Text<'_> {
    match kind {
        FileKind::Pdf => Text::ListPdf { name },
        FileKind::Picture => Text::ListPicture { name },
        FileKind::Archive => Text::ListArchive { name },
        FileKind::Document => Text::ListDocument { name },
        FileKind::Markup => Text::ListMarkup { name },
        FileKind::Json => Text::ListJson { name },
        FileKind::Contacts => Text::ListContacts { name },
        FileKind::Letter => Text::ListLetter { name },
        FileKind::Unknown => Text::ListBinary { name },
    }
}
