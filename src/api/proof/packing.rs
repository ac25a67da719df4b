//! How the bytes of an answer are to be read by its own headers, where that leaves something open.

use encoding_rs::Encoding;

/// Whether a label says that the bytes are to be read otherwise than as the UTF-8 that they are. Labels
/// of western Europe are what servers write who were told none.
pub(super) fn is_mislabelled(label: &str, body: &[u8], cards: usize) -> bool {
    let Some(encoding) = Encoding::for_label(label.as_bytes()) else { return true };
    let is_usual = [encoding_rs::UTF_8, encoding_rs::WINDOWS_1252].contains(&encoding);
    !is_usual && (cards == 0 || !body.is_ascii())
}
