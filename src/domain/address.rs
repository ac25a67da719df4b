//! Addresses without what lets somebody in: presigned addresses of stores carry signatures and
//! credentials, and whoever reads one may fetch the file.

use std::borrow::Cow;

/// What stands for a value that is left out.
const LEFT_OUT: &str = "…";
/// Names of parameters, small and without hyphens and the like, whose values let somebody in, or
/// change with each signature.
const NAMES: &[&str] = &[
    "sig",
    "sign",
    "hmac",
    "jwt",
    "sas",
    "key",
    "auth",
    "expires",
    "expiry",
    "expiration",
    "policy",
    "pwd",
    "pass",
    "sid",
    "session",
    "ticket",
    "hdnts",
    "hdnea",
    "hdntl",
    "otp",
    "googleaccessid",
];
/// Parts of such names.
const PARTS: &[&str] = &[
    "signature",
    "token",
    "credential",
    "secret",
    "passw",
    "accesskey",
    "apikey",
    "authorization",
    "sessionid",
    "privatekey",
    "authkey",
    "keypair",
];
/// What all parameters of some signatures begin with.
const FAMILIES: [&str; 6] = ["xamz", "xgoog", "xoss", "xcos", "xobs", "xms"];
/// Of a shared access signature of Azure, which is one by its `sig`; of nginx's and Tencent's links,
/// by theirs.
const BESIDE: &[&str] = &[
    "sv",
    "ss",
    "srt",
    "sp",
    "se",
    "st",
    "spr",
    "sr",
    "skoid",
    "sktid",
    "skt",
    "ske",
    "sks",
    "skv",
    "sip",
    "sdd",
    "si",
    "ses",
    "qsignalgorithm",
    "qak",
    "qsigntime",
    "qkeytime",
    "md5",
    "exp",
    "e",
    "nonce",
    "timestamp",
    "user",
    "username",
];
/// The text with the credentials of every address in it left out: user name and password, and
/// the values of parameters that sign or name who asks. All else of an address stays, so that two
/// addresses of one file are alike whoever signed them when.
pub fn without_credentials(text: &str) -> Cow<'_, str> {
    if !text.contains(['=', '@']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // Addresses end where they do in prose, JSON and HTML.
    while let Some(start) = rest.find(|c| !ends_address(c)) {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let (word, after) = from.split_at(from.find(ends_address).unwrap_or(from.len()));
        out.push_str(&word_without(word));
        rest = after;
    }
    out.push_str(rest);
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

fn ends_address(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '`')
}

fn word_without(word: &str) -> String {
    let is_address = word.contains("://") || word.contains(":\\/\\/");
    // Parameters of a path (RFC 3986, section 3.3) stand before its query.
    let begins = |c: char| matches!(c, '?' | '#') || is_address && c == ';';
    let (head, query) = match word.find(begins) {
        Some(at) => word.split_at(at),
        None if is_address => (word, ""),
        None => return word.to_owned(),
    };
    let mut out = without_user(head);
    let parts = parameters(query);
    let signed = parts.iter().any(|(_, name, _)| {
        let name = plain(name);
        matches!(name.as_str(), "sig" | "md5" | "sign" | "qsignature") || name.contains("signature")
    });
    for (joint, name, value) in parts {
        out.push_str(joint);
        out.push_str(name);
        let Some(value) = value else { continue };
        out.push('=');
        let is_secret = !value.is_empty() && (lets_in(&plain(name), signed) || is_web_token(value));
        out.push_str(if is_secret { LEFT_OUT } else { value });
    }
    out
}

/// Parts of a query and a fragment: what joins it to the one before, its name, its value.
fn parameters(query: &str) -> Vec<(&str, &str, Option<&str>)> {
    const JOINTS: [&str; 9] = ["&amp;", "\\u0026", "\\u003f", "\\u003d", "&", ";", "?", "#", "%26"];
    let mut parts = Vec::new();
    let mut rest = query;
    while !rest.is_empty() {
        let joint = JOINTS.iter().find(|joint| rest.starts_with(**joint)).map_or(0, |j| j.len());
        let (joint, from) = rest.split_at(joint);
        let ends = JOINTS.iter().filter_map(|joint| from.find(joint)).min();
        let (part, after) = from.split_at(ends.unwrap_or(from.len()));
        let (name, value) = match part.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (part, None),
        };
        parts.push((joint, name, value));
        rest = after;
    }
    parts
}

/// Without user name and password.
fn without_user(head: &str) -> String {
    let Some((scheme, rest)) = head.split_once("://") else { return head.to_owned() };
    let end = rest.find(['/', '\\']).unwrap_or(rest.len());
    let (server, path) = rest.split_at(end);
    match server.rsplit_once('@') {
        Some((_, host)) => format!("{scheme}://{LEFT_OUT}@{host}{path}"),
        None => head.to_owned(),
    }
}

/// A name in small letters, its escapes undone, without hyphens and the like.
fn plain(name: &str) -> String {
    let name: Cow<'_, str> = match name.contains('%') {
        true => url::form_urlencoded::parse(name.as_bytes())
            .next()
            .map_or(Cow::Borrowed(name), |(name, _)| Cow::Owned(name.into_owned())),
        false => Cow::Borrowed(name),
    };
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

fn lets_in(name: &str, signed: bool) -> bool {
    NAMES.contains(&name)
        || PARTS.iter().any(|part| name.contains(part))
        || FAMILIES.iter().any(|family| name.starts_with(family))
        || signed && BESIDE.contains(&name)
}

/// A token that says itself who asks (RFC 7519), whatever its parameter is called.
fn is_web_token(value: &str) -> bool {
    value.starts_with("eyJ") && value.matches('.').count() == 2
}
