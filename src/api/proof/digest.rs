//! What an answer says of its own bytes: their digests and their number.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256, Sha512};

use crate::domain::hex;

/// Headers of RFC 9530, and of those before it.
const DIGESTS: [&str; 4] = ["content-digest", "repr-digest", "digest", "content-md5"];
/// Words of names that tell how many bytes there are, and those that stand beside them.
const BESIDE: [&str; 13] = [
    "x",
    "content",
    "body",
    "length",
    "size",
    "bytes",
    "original",
    "uncompressed",
    "decompressed",
    "decoded",
    "full",
    "real",
    "entity",
];

/// Whether a header has another digest than these bytes, packed and unpacked, or one that cannot be
/// found out here: it may be another one.
pub(super) fn differs(name: &str, value: &str, forms: [&[u8]; 2]) -> bool {
    if DIGESTS.contains(&name) {
        let pairs = value.split(',').filter_map(|item| item.trim().split_once('='));
        let known: Vec<bool> = pairs
            .filter_map(|(algorithm, digest)| {
                let form = |bytes: &&[u8]| digest_of(algorithm, bytes);
                let digests: Vec<Vec<u8>> = forms.iter().filter_map(form).collect();
                (!digests.is_empty()).then(|| digests.iter().any(|known| is(digest, known)))
            })
            .collect();
        return known.is_empty() || known.contains(&false);
    }
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let algorithm = ["sha256", "sha512"].into_iter().find(|known| plain.ends_with(known));
    algorithm.is_some_and(|algorithm| {
        let form = |bytes: &&[u8]| digest_of(algorithm, bytes);
        !forms.iter().filter_map(form).any(|known| is(value, &known))
    })
}

/// Whether a header has another number of bytes than there are.
pub(super) fn is_another_length(name: &str, value: &str, forms: [&[u8]; 2]) -> bool {
    let words: Vec<&str> = name.split(['-', '_']).collect();
    let has = |word: &str| words.contains(&word);
    let is_told = words.iter().all(|word| BESIDE.contains(word))
        && (has("length") || has("size") || has("bytes"))
        && (words.len() > 1);
    let told: Option<u64> = value.trim().parse().ok();
    is_told && told.is_some_and(|told| forms.iter().all(|bytes| bytes.len() as u64 != told))
}

fn digest_of(algorithm: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    match algorithm.trim().to_ascii_lowercase().replace('-', "").as_str() {
        "sha256" => Some(Sha256::digest(bytes).to_vec()),
        "sha512" => Some(Sha512::digest(bytes).to_vec()),
        _ => None,
    }
}

/// Whether a text is these bytes, in base64 or in hexadecimal digits.
fn is(text: &str, bytes: &[u8]) -> bool {
    let text = text.trim().trim_matches(':').trim_matches('"');
    BASE64_STANDARD.decode(text).is_ok_and(|decoded| decoded == bytes)
        || text.eq_ignore_ascii_case(&hex(bytes))
}
