//! What status and headers have against an answer as a proof.

use reqwest::header::{
    AGE, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_RANGE, CONTENT_TYPE, DATE,
    HeaderMap, HeaderValue, LINK, LOCATION, PROXY_AUTHENTICATE, REFRESH, RETRY_AFTER, TRAILER,
    TRANSFER_ENCODING, WARNING, WWW_AUTHENTICATE,
};

use jiff::Timestamp;
use url::Url;

use crate::domain::Unproven;
use crate::network::{HttpAnswer, is_in_pieces};

use super::folded_header;
use super::headers::{is_kept, is_trouble, is_usual};
use super::node::Node;
use super::said::{self, Said};
use super::{clock, dated, digest, link, more, packing, paging};

/// Media types that JSON comes in, and plain text, which says nothing.
const JSON: [&str; 4] = ["application/json", "text/json", "application/x-json", "text/plain"];
/// What the gateway's back end calls every answer that it is told nothing of. A list of well-formed
/// cards is no page all the same; nothing at all may be one.
const PAGE: &str = "text/html";

/// An answer as it came, and what was asked.
#[derive(Debug, Clone)]
pub(in crate::api) struct Head {
    asked: Url,
    answer: HttpAnswer,
    /// Whether it is older than it can be.
    is_old: bool,
}

impl Head {
    pub(in crate::api) fn of(answer: HttpAnswer, asked: Url, is_old: bool) -> Self {
        Self { asked, answer, is_old }
    }

    /// When it was given, by itself or by this computer's clock.
    pub(super) fn time(&self) -> Timestamp {
        let told = self.all(DATE.as_str()).find_map(|date| clock::read(&date));
        told.unwrap_or_else(Timestamp::now)
    }

    /// Whatever the body is.
    pub(super) fn doubt(&self) -> Option<Unproven> {
        let has = |name: &str| self.all(name).next().is_some();
        if let Some(status) = self.other_status() {
            return Some(Unproven::Status { status });
        }
        let links = || self.all(LINK.as_str()).any(|links| link::leads_on(&links, &self.asked));
        // Nothing was preferred, and nothing was named as known already: somebody else's question was
        // answered.
        const OF_A_PART: [&str; 4] = ["content-range", "preference-applied", "im", "delta-base"];
        if OF_A_PART.into_iter().any(has)
            || self.kinds().any(|kind| kind.starts_with("multipart/"))
            || links()
        {
            return Some(Unproven::Part);
        }
        // RFC 9111: age and warnings are there only where a cache answered.
        let is_aged = self.all(AGE.as_str()).any(|age| age.trim().parse() != Ok(0_u64));
        let answered = self.time();
        let is_of_past = |name: &str, value: &str| {
            dated::is_before(&folded_header(name), &Node::of_header(value), answered)
        };
        let said: Vec<Said> =
            self.pairs().filter_map(|(name, value)| said::by_header(name, &value)).collect();
        let says = |what: Said| said.contains(&what);
        let tells_kept =
            |(name, value): (&str, String)| is_kept(name, &value) || is_of_past(name, &value);
        if is_aged || has(WARNING.as_str()) || self.pairs().any(tells_kept) || says(Said::Kept) {
            return Some(Unproven::Kept);
        }
        if self.is_old {
            return Some(Unproven::Old);
        }
        if has(REFRESH.as_str()) || has(RETRY_AFTER.as_str()) || says(Said::Unfinished) {
            return Some(Unproven::Provisional);
        }
        let wants_more = has(WWW_AUTHENTICATE.as_str()) || has(PROXY_AUTHENTICATE.as_str());
        let words = self.answer.words.as_deref().unwrap_or_default();
        if clock::is_doubtful(&self.all(DATE.as_str()).collect::<Vec<_>>()) {
            return Some(Unproven::Dates);
        }
        let is_in_trouble = says(Said::Invented)
            || says(Said::Refused)
            || self.pairs().any(|(name, value)| is_trouble(name, &value));
        if wants_more || !is_usual(words) || is_in_trouble {
            return Some(Unproven::Trouble);
        }
        if self.is_of_another() || says(Said::Turned) {
            return Some(Unproven::Elsewhere);
        }
        let headers = &self.answer.headers;
        let alien = charset(headers).is_some_and(|label| {
            let known = encoding_rs::Encoding::for_label(label.as_bytes());
            !known.is_some_and(encoding_rs::Encoding::is_ascii_compatible)
        });
        let is_packed = self
            .names_other(CONTENT_ENCODING.as_str(), &["identity", "gzip", "x-gzip"])
            || self.names_other("content-transfer-encoding", &["binary", "8bit", "7bit"]);
        // RFC 9112: an answer with both is to be handled as an error, and there is no other coding.
        let is_sent_otherwise = self.is_coded_otherwise()
            || headers.contains_key(TRANSFER_ENCODING) && headers.contains_key(CONTENT_LENGTH);
        let is_otherwise =
            is_packed || is_sent_otherwise || alien || is_in_pieces(headers, &self.answer.body);
        is_otherwise.then_some(Unproven::Encoding)
    }

    /// Beside a list of so many cards in this text.
    pub(super) fn doubt_beside(&self, cards: usize, body: &str) -> Option<Unproven> {
        let fits = |kind: &str| {
            kind.is_empty() && !self.answer.headers.contains_key(CONTENT_TYPE)
                || JSON.contains(&kind)
                || kind == PAGE && cards > 0
        };
        if !self.kinds().all(|kind| fits(&kind)) || !self.has_plain_kinds() {
            return Some(Unproven::Kind);
        }
        let label = charset(&self.answer.headers);
        if label.is_some_and(|label| packing::is_mislabelled(&label, body.as_bytes(), cards)) {
            return Some(Unproven::Encoding);
        }
        let forms = [&*self.answer.body, body.as_bytes()];
        if self.pairs().any(|(name, value)| digest::differs(name, &value, forms)) {
            return Some(Unproven::Digest);
        }
        // What was announced for after the body may not have come.
        let follows = self
            .all(TRAILER.as_str())
            .flat_map(|names| names.split(',').map(str::to_owned).collect::<Vec<_>>())
            .map(|name| name.trim().to_ascii_lowercase())
            .any(|name| {
                paging::header_goes_on(&name, "?", cards)
                    || is_trouble(&name, "?")
                    || name == CONTENT_RANGE.as_str()
            });
        let goes_on = |(name, value): (&str, String)| {
            paging::header_goes_on(name, &value, cards)
                || more::header_tells_of_more(name, &value)
                || digest::is_another_length(name, &value, forms)
        };
        (follows || self.pairs().any(goes_on)).then_some(Unproven::Length)
    }

    /// A status that is not 200, by the status line or by a header of the server behind it.
    fn other_status(&self) -> Option<u16> {
        let status = self.answer.status.as_u16();
        if status != 200 {
            return Some(status);
        }
        const WORDS: [&str; 17] = [
            "x",
            "http",
            "status",
            "code",
            "original",
            "upstream",
            "response",
            "backend",
            "api",
            "real",
            "origin",
            "override",
            "overridden",
            "server",
            "final",
            "actual",
            "true",
        ];
        let told = self.pairs().filter(|(name, _)| {
            name.contains("status") && name.split('-').all(|word| WORDS.contains(&word))
        });
        told.filter_map(|(_, value)| value.split_whitespace().next()?.parse().ok())
            .find(|status: &u16| *status >= 100 && *status != 200)
    }

    /// Every name and value, those behind the body too.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, String)> {
        let all = self.answer.headers.iter().chain(&self.answer.trailers);
        all.map(|(name, value)| (name.as_str(), text(value)))
    }

    fn all(&self, name: &str) -> impl Iterator<Item = String> {
        let (before, behind) = (&self.answer.headers, &self.answer.trailers);
        before.get_all(name).iter().chain(behind.get_all(name)).map(text)
    }

    /// Whether it calls itself the answer of another address, or says that the answer is at one.
    fn is_of_another(&self) -> bool {
        let names = [CONTENT_LOCATION, LOCATION];
        names.iter().flat_map(|name| self.all(name.as_str())).any(|value| {
            let named = self.asked.join(value.trim()).ok();
            named.is_none_or(|named| !link::is_same(&named, &self.asked))
        })
    }

    /// Media types, without parameters.
    fn kinds(&self) -> impl Iterator<Item = String> {
        self.all(CONTENT_TYPE.as_str()).flat_map(|value| {
            let bare =
                |kind: &str| kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
            value.split(',').map(bare).collect::<Vec<_>>()
        })
    }

    /// Whether nothing but one encoding stands beside the media types.
    fn has_plain_kinds(&self) -> bool {
        let types: Vec<String> = self.all(CONTENT_TYPE.as_str()).collect();
        let parameters = types
            .iter()
            .flat_map(|value| value.split(','))
            .flat_map(|kind| kind.split(';').skip(1));
        let mut encodings: Vec<String> = Vec::new();
        for parameter in parameters.map(str::trim).filter(|parameter| !parameter.is_empty()) {
            match parameter.split_once('=') {
                Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => {
                    encodings.push(value.trim().trim_matches('"').to_ascii_lowercase());
                }
                _ => return false,
            }
        }
        encodings.len() <= types.len() && encodings.iter().all(|one| Some(one) == encodings.first())
    }

    /// Whether it was sent in another coding than one `chunked`, or is said to have been.
    fn is_coded_otherwise(&self) -> bool {
        let named = self.all(TRANSFER_ENCODING.as_str()).collect::<Vec<_>>().join(",");
        !named.is_empty() && !named.trim().eq_ignore_ascii_case("chunked")
    }

    fn names_other(&self, header: &str, known: &[&str]) -> bool {
        self.all(header).any(|value| {
            value
                .split(',')
                .map(|name| name.trim().to_ascii_lowercase())
                .any(|name| !name.is_empty() && !known.contains(&name.as_str()))
        })
    }
}

/// The `charset` of a media type, as it stands there.
pub(in crate::api) fn charset(headers: &HeaderMap) -> Option<String> {
    let value = text(headers.get(CONTENT_TYPE)?).to_ascii_lowercase();
    let (_, label) = value.split_once("charset=")?;
    Some(label.split(';').next()?.trim().trim_matches('"').trim().to_owned())
}

/// A header's value, whatever its bytes are.
fn text(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}
