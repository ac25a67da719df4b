//! What is known of a kept file: how long it is good, and how to ask.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{
    ETAG, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED,
};
use http_cache_semantics::{AfterResponse, BeforeRequest, CacheOptions, CachePolicy};

use crate::domain::without_credentials;

/// A file as it was kept.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) policy: CachePolicy,
    pub(super) content_type: Option<String>,
    pub(super) bytes: Bytes,
}

/// A file to be written.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) note: ToKeep,
    pub(super) content_type: Option<String>,
    pub(super) bytes: Bytes,
}

/// How to keep a file, once it is known to be good.
#[derive(Debug, Clone)]
pub struct ToKeep {
    pub(super) url: String,
    pub(super) policy: CachePolicy,
}

impl ToKeep {
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// `None` where an answer may not be kept, or says neither how long it is good for nor how to
    /// ask whether it still is. A signed address is another next time, and not written down.
    pub(super) fn judge(url: &str, headers: &HeaderMap) -> Option<Box<Self>> {
        if without_credentials(url) != url {
            return None;
        }
        let policy = CachePolicy::new_options(
            &plain(url)?,
            &answer(http::StatusCode::OK, headers),
            SystemTime::now(),
            // For one user, and never by a guess.
            CacheOptions { shared: false, cache_heuristic: 0.0, ..CacheOptions::default() },
        );
        let can_be_asked = headers.contains_key(ETAG) || headers.contains_key(LAST_MODIFIED);
        let lives = policy.time_to_live(SystemTime::now()) > Duration::ZERO;
        let url = url.to_owned();
        (policy.is_storable() && (can_be_asked || lives)).then(|| Box::new(Self { url, policy }))
    }
}

impl Kept {
    /// Headers that ask whether the file is still good; `None` where there is no need to ask.
    pub(super) fn conditions(&self, url: &str) -> Option<HeaderMap> {
        let mut conditions = HeaderMap::new();
        let Some(request) = plain(url) else { return Some(conditions) };
        match self.policy.before_request(&request, SystemTime::now()) {
            BeforeRequest::Fresh(_) => return None,
            BeforeRequest::Stale { request, matches } if matches => {
                for name in [IF_NONE_MATCH, IF_MODIFIED_SINCE] {
                    if let Some(value) = request.headers.get(&name) {
                        conditions.insert(name, value.clone());
                    }
                }
            }
            BeforeRequest::Stale { .. } => {}
        }
        Some(conditions)
    }

    /// What an answer of "not modified" says of how long the file is good from now on; `None` where
    /// that is as it was, or it is another file's.
    pub(super) fn renewed(&self, url: &str, headers: &HeaderMap) -> Option<ToKeep> {
        let answer = answer(http::StatusCode::NOT_MODIFIED, headers);
        let now = SystemTime::now();
        match self.policy.after_response(&plain(url)?, &answer, now) {
            AfterResponse::NotModified(policy, _) if policy.time_to_live(now) > Duration::ZERO => {
                Some(ToKeep { url: url.to_owned(), policy })
            }
            AfterResponse::NotModified(..) | AfterResponse::Modified(..) => None,
        }
    }
}

/// The request that every file is asked for with, as the judge of caches knows it.
fn plain(url: &str) -> Option<http::Request<()>> {
    http::Request::get(url).body(()).ok()
}

fn answer(status: http::StatusCode, headers: &HeaderMap) -> http::Response<()> {
    let mut answer = http::Response::new(());
    *answer.status_mut() = status;
    *answer.headers_mut() = of_their_own(headers);
    answer
}

/// Headers that share no memory with others: those of an answer keep the whole buffer that it was read
/// into, up to 400 KB, for as long as any of them is kept.
fn of_their_own(headers: &HeaderMap) -> HeaderMap {
    let copied = headers.iter().filter_map(|(name, value)| {
        let name = HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
        Some((name, HeaderValue::from_bytes(value.as_bytes()).ok()?))
    });
    let mut own = HeaderMap::with_capacity(headers.len());
    copied.for_each(|(name, value)| {
        own.append(name, value);
    });
    own
}
