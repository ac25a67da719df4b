//! Bodies that are compressed otherwise than the HTTP client knows.

use std::io::{self, Read};

use flate2::bufread::GzDecoder;
use flate2::read::MultiGzDecoder;
use reqwest::blocking::Response;
use reqwest::header::{CONTENT_ENCODING, HeaderMap};

/// Names in `Content-Encoding` that change nothing.
const PLAIN: &str = "identity";
/// gzip by its two names (RFC 9110, section 8.4.1.3).
const GZIP: [&str; 2] = ["gzip", "x-gzip"];
/// Times that a body may be packed.
const MOST: usize = 2;
/// Bytes that are unpacked to find the end; more than an answer may have.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// Characters of an unknown name that are shown.
const MOST_CHARS: usize = 20;

/// The body of an answer, unpacked. What the client unpacks it takes out of the header. How much may
/// be read is for the caller to limit.
///
/// # Errors
/// The name of an encoding that is not known.
pub fn decoded(response: Response) -> Result<Box<dyn Read>, String> {
    let headers = response.headers().clone();
    unpacked(&headers, response)
}

/// The same of a body that was read already.
///
/// # Errors
/// As [`decoded`].
pub fn unpacked<'a>(
    headers: &HeaderMap,
    body: impl Read + 'a,
) -> Result<Box<dyn Read + 'a>, String> {
    let names = encodings(headers);
    if let Some(unknown) = names.iter().find(|name| !GZIP.contains(&name.as_str())) {
        let is_shown = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        return Err(unknown.chars().filter(is_shown).take(MOST_CHARS).collect());
    }
    if names.len() > MOST {
        return Err(names.join(", ").chars().take(MOST_CHARS).collect());
    }
    let body: Box<dyn Read + 'a> = Box::new(body);
    Ok(names.iter().fold(body, |body, _| Box::new(MultiGzDecoder::new(body))))
}

/// What `Content-Encoding` names, in small letters, but for what changes nothing.
fn encodings(headers: &HeaderMap) -> Vec<String> {
    let mut names = Vec::new();
    for value in headers.get_all(CONTENT_ENCODING) {
        let value = String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase();
        names.extend(value.split(',').map(|name| name.trim().to_owned()));
    }
    names.retain(|name| !name.is_empty() && name != PLAIN);
    names
}

/// Whether a packed answer is of more than one piece: packed twice, or with another one behind it,
/// which readers that know one alone never see.
pub fn is_in_pieces(headers: &HeaderMap, body: &[u8]) -> bool {
    match encodings(headers).len() {
        0 => false,
        1 => {
            let mut first = GzDecoder::new(body);
            let is_read = io::copy(&mut first.by_ref().take(MOST_BYTES), &mut io::sink()).is_ok();
            !is_read || !first.into_inner().is_empty()
        }
        _ => true,
    }
}
