//! Why something is no list of customers.

use crate::customers::{FileKind, NotAList, WorkbookFault};
use crate::i18n::{Text, Texts, count};

/// Why a file, or what was pasted, is no list of customers. `name` is what it is called.
pub fn not_a_list<'a>(name: &'a str, error: &'a NotAList) -> Text<'a> {
    match error {
        NotAList::Binary(kind) => of_kind(*kind, name),
        NotAList::Workbook(_) => Text::ListWorkbook { name },
        NotAList::Formats => Text::ListFormats { name },
        NotAList::Protected => Text::ListProtected { name },
        NotAList::TooManyCells { most } => Text::ListTooManyCells { name, most: count(*most) },
        NotAList::NoColumn { wanted, .. } => Text::ListNoColumn { name, column: wanted },
        NotAList::NoSheet { wanted, .. } => Text::ListNoSheet { name, sheet: wanted },
    }
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

/// Why a workbook cannot be read, in a few words: the library's own where it is one that says so.
pub fn workbook_fault(texts: &Texts, fault: &WorkbookFault) -> String {
    let text = match fault {
        WorkbookFault::LongPart => Text::WorkbookLongPart,
        WorkbookFault::NoMainPart => Text::WorkbookNoMainPart,
        WorkbookFault::NoContent => Text::WorkbookNoContent,
        WorkbookFault::NoPart(name) => Text::WorkbookNoPart { name },
        WorkbookFault::NoSheet => Text::WorkbookNoSheet,
        WorkbookFault::NoSheetOf(name) => Text::WorkbookNoSheetOf { name },
        WorkbookFault::TwoCells { row, column } => {
            let (row, column) = (row.to_string(), column.to_string());
            return texts.get(Text::WorkbookTwoCells { row: &row, column: &column }).into();
        }
        WorkbookFault::Damaged => Text::WorkbookDamaged,
        WorkbookFault::Library(words) => return words.clone(),
    };
    texts.get(text).into()
}
