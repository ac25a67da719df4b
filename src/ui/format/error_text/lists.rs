//! Why something is no list of customers.

use crate::customers::NotAList;
use crate::i18n::{Text, Texts};
use crate::words::{not_a_list as said_of_it, workbook_fault};

use super::explained::{Explained, explained};

/// Why a file, or what was pasted, is no list of customers.
pub(in crate::ui) fn not_a_list(texts: &Texts, name: &str, error: &NotAList) -> Explained {
    let meaning = match error {
        // The file was another one when it was asked about.
        NotAList::NoColumn { .. } | NotAList::NoSheet { .. } => Text::ListReadAgain,
        NotAList::Binary(_)
        | NotAList::Workbook(_)
        | NotAList::Formats
        | NotAList::Protected
        | NotAList::TooManyCells { .. } => Text::ListSaveAs,
    };
    let said = explained(texts, said_of_it(name, error), meaning);
    match error {
        NotAList::Workbook(fault) => said.with(workbook_fault(texts, fault)),
        _ => said,
    }
}
