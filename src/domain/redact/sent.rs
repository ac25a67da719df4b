//! A secret that is known letter by letter, in a text that may have it escaped or broken off.

/// A secret that a text breaks off in counts from this length on.
const BROKEN_OFF: usize = 3;

/// Where `secret` ends if the text goes on with it at `at`: as it is or in the escapes of URLs, JSON
/// or HTML, each character by itself, and in either case.
pub(super) fn end_of(text: &[char], at: usize, secret: &[char]) -> Option<usize> {
    // `%25` may be three characters or an escaped one, so both ways are followed.
    let after =
        |at, c: char| [plain_end(text, at, c), escaped_end(text, at, c)].into_iter().flatten();
    let (first, rest) = secret.split_first()?;
    let mut ends: Vec<usize> = after(at, *first).collect();
    for c in rest {
        if ends.is_empty() {
            return None;
        }
        ends = ends.iter().flat_map(|end| after(*end, *c)).collect();
        ends.dedup();
    }
    ends.into_iter().max()
}

/// Whether the text breaks off within `secret`, which begins at `from`.
pub(super) fn breaks_off_in(text: &[char], from: usize, secret: &[char]) -> bool {
    let known = text.len().checked_sub(from).and_then(|length| secret.get(..length));
    known.is_some_and(|known| {
        known.len() >= BROKEN_OFF && end_of(text, from, known) == Some(text.len())
    })
}

/// Whether all that is left of a text is the start of a UUID, its first hyphen included.
pub(super) fn breaks_off_in_uuid(rest: &[char]) -> bool {
    let hyphens = [8, 13, 18, 23];
    (hyphens[0] + 1..36).contains(&rest.len())
        && rest.iter().enumerate().all(|(at, c)| match hyphens.contains(&at) {
            true => *c == '-',
            false => c.is_ascii_hexdigit(),
        })
}

fn plain_end(text: &[char], at: usize, c: char) -> Option<usize> {
    let found = *text.get(at)?;
    let same = match found.is_ascii() && c.is_ascii() {
        true => found.eq_ignore_ascii_case(&c),
        false => found.to_lowercase().eq(c.to_lowercase()),
    };
    same.then_some(at + 1)
}

fn escaped_end(text: &[char], at: usize, c: char) -> Option<usize> {
    // Cheap, and rules out nearly everything.
    if !matches!(text.get(at)?, '%' | '\\' | '&' | '+') {
        return None;
    }
    let escapes = escapes(c);
    let escape = escapes.iter().find(|escape| begins(&text[at..], escape))?;
    Some(at + escape.chars().count())
}

/// Whether a text begins with `start`, in either case.
fn begins(text: &[char], start: &str) -> bool {
    let mut chars = text.iter();
    start.chars().all(|s| chars.next().is_some_and(|c| c.eq_ignore_ascii_case(&s)))
}

fn escapes(c: char) -> Vec<String> {
    let (mut utf8, mut utf16) = ([0; 4], [0; 2]);
    let in_url = c.encode_utf8(&mut utf8).bytes().map(|byte| format!("%{byte:02X}")).collect();
    let in_json = c.encode_utf16(&mut utf16).iter().map(|unit| format!("\\u{unit:04X}")).collect();
    let number = u32::from(c);
    let mut all =
        vec![in_url, in_json, format!("\\{c}"), format!("&#{number};"), format!("&#x{number:X};")];
    match c {
        ' ' => all.push("+".to_owned()),
        '&' => all.push("&amp;".to_owned()),
        _ => {}
    }
    all
}
