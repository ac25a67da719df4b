//! Downloads files of card art, within limits.

mod buffers;
mod cache;
mod folder;
mod kept;
mod names;
mod permits;
mod writer;

use std::error::Error;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use reqwest::blocking::{Client, Response};
use reqwest::header::HeaderMap;
use reqwest::{StatusCode, header, redirect, retry, tls};
use url::Url;

use self::buffers::Buffers;
use self::cache::Found;
use self::kept::{Kept, ToKeep};
use self::names::{NoPublicAddress, PublicNames};
use self::permits::Permits;
use super::limits;
use super::policy::{HostPolicy, UrlRefusal};
use crate::domain::on_one_line;
use crate::network::{
    Bounds, Proxies, Proxy, ProxyError, ProxyTrouble, SendError, TlsCause, Unreached, decoded,
    reason, send, unreached,
};

pub use self::cache::AssetCache;

/// Bytes of a buffer that stay unused beside a file.
const SPARE_BYTES: usize = 16 * 1024;
/// Characters that are kept of a reason.
const REASON_CHARS: usize = 500;

/// A file, and how it came.
#[derive(Debug, Clone)]
pub struct Download {
    /// After HTTP's compression is undone.
    pub bytes: Bytes,
    /// Status of the final answer.
    pub status: u16,
    /// The `Content-Type` header as it came.
    pub content_type: Option<String>,
    /// From the request to the last byte.
    pub elapsed: Duration,
    /// Redirects followed within the host.
    pub redirects: usize,
    /// How to keep it on this machine; `None` where that is not allowed or not wanted.
    pub to_keep: Option<Box<ToKeep>>,
}

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// The address is not asked at all.
    UrlRefused(UrlRefusal),
    /// No connection, or the name is not known.
    NoConnection,
    /// The server is not trusted; `reason` is the library's words.
    Tls {
        /// Decides the advice.
        cause: TlsCause,
        /// The library's words, for a person who looks into it.
        reason: String,
    },
    /// The proxy, named with its port, made no connection.
    Proxy {
        /// Host and port, without user name and password.
        proxy: String,
        /// How far it came, and what it answered.
        trouble: ProxyTrouble,
    },
    /// A proxy is set, and its setting cannot be read.
    ProxySetting(ProxyError),
    /// Compressed in a way that was not asked for.
    Encoding {
        /// `Content-Encoding` as it came.
        encoding: String,
    },
    /// No connection, or no whole file, within the limits.
    TimedOut,
    /// The download ended before the file did.
    CutOff,
    /// Not 200.
    HttpStatus(u16),
    /// Over this many bytes.
    TooLarge {
        /// Largest file of its kind, in bytes.
        limit: usize,
    },
    /// A redirect to another host; not followed.
    RedirectedElsewhere {
        /// Host that the redirect names.
        host: String,
    },
    /// More redirects within the host than are followed.
    TooManyRedirects,
    /// No bytes.
    Empty,
}

/// Fetches files: plain GETs without credentials. Cheap to clone. Blocks: call it from a job.
#[derive(Debug, Clone)]
pub struct Fetcher {
    http: Client,
    policy: HostPolicy,
    whole: Duration,
    permits: Permits,
    cache: Option<AssetCache>,
    buffers: Buffers,
    proxies: Proxies,
}

impl Fetcher {
    /// # Errors
    /// [`FetchError::NoConnection`] where the HTTP client cannot be set up.
    pub fn new(policy: HostPolicy) -> Result<Self, FetchError> {
        Self::with_time_limit(policy, limits::DOWNLOAD)
    }

    /// The same with another limit for a whole download.
    ///
    /// # Errors
    /// As [`Fetcher::new`].
    pub fn with_time_limit(policy: HostPolicy, whole: Duration) -> Result<Self, FetchError> {
        // A second installation is refused, and the first one serves.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        // Behind this machine's own gateway nothing is asked by way of another.
        let proxies = match policy == HostPolicy::with_loopback() {
            true => Proxies::default(),
            false => Proxies::of_this_computer().map_err(FetchError::ProxySetting)?,
        };
        let builder = Client::builder()
            .user_agent(concat!("carddesk/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(limits::CONNECT)
            .pool_idle_timeout(limits::IDLE)
            .tls_version_min(tls::Version::TLS_1_2)
            // Followed by hand, within the host alone.
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .dns_resolver(Arc::new(PublicNames::new(policy, &proxies)));
        let http = proxies.set(builder).build().map_err(|_| FetchError::NoConnection)?;
        let permits = Permits::default();
        let buffers = Buffers::default();
        Ok(Self { http, policy, whole, permits, cache: None, buffers, proxies })
    }

    /// The same with files of earlier in this cache.
    #[must_use]
    pub fn with_cache(self, cache: AssetCache) -> Self {
        Self { cache: Some(cache), ..self }
    }

    /// Keeps a file that turned out to be good, where there is a cache and its server allows it.
    pub fn keep(&self, download: &Download) {
        if let (Some(cache), Some(note)) = (&self.cache, &download.to_keep) {
            cache.keep(note, download.content_type.as_deref(), &download.bytes);
        }
    }

    /// Takes back a file whose bytes nobody wants: the next one is downloaded into their memory.
    pub fn give_back(&self, bytes: Bytes) {
        self.buffers.give_back(bytes);
    }

    /// Gives back to the system what the next download would have used again.
    pub fn rest(&self) {
        self.buffers.clear();
    }

    /// Fetches a file of at most `limit` bytes, or takes the one kept, where it is still good.
    ///
    /// # Errors
    /// See [`FetchError`].
    pub fn fetch(&self, url: &str, limit: usize) -> Result<Download, FetchError> {
        let mut url = self.policy.check(url).map_err(FetchError::UrlRefused)?;
        let begun = Instant::now();
        let found = self.cache.as_ref().map(|cache| cache.look_up(url.as_str(), limit));
        let (kept, mut conditions) = match found {
            Some(Found::Good(kept)) => return Ok(of_kept(kept, begun)),
            Some(Found::Ask(kept, conditions)) => (Some(kept), conditions),
            Some(Found::Nothing) | None => (None, HeaderMap::new()),
        };
        // Redirects stay within the host.
        let _permit = self.permits.wait(url.host_str().unwrap_or_default());
        let begun = Instant::now();
        let mut redirects = 0;
        loop {
            // Told with the request: the client's own limit starts anew with each read of the
            // body and with each redirect.
            let left = self.whole.checked_sub(begun.elapsed()).ok_or(FetchError::TimedOut)?;
            let request = self.http.get(url.clone()).timeout(left);
            let request = request.headers(std::mem::take(&mut conditions));
            let bounds = Bounds { connect: limits::CONNECT, most: limit };
            let response = send(&self.http, request, &self.proxies, bounds)
                .map_err(|error| of_request(&error, self.proxies.for_url(&url).as_ref()))?;
            let status = response.status();
            if status == StatusCode::NOT_MODIFIED
                && let Some(kept) = kept
            {
                self.renew(&kept, url.as_str(), response.headers());
                return Ok(of_kept(kept, begun));
            }
            if !status.is_redirection() {
                let to_keep = self.cache.as_ref().filter(|_| redirects == 0);
                let to_keep = to_keep.and_then(|_| ToKeep::judge(url.as_str(), response.headers()));
                let (bytes, content_type) = self.read(response, limit)?;
                let (status, elapsed) = (status.as_u16(), begun.elapsed());
                return Ok(Download { bytes, status, content_type, elapsed, redirects, to_keep });
            }
            let target = self.target(&url, &response)?;
            redirects += 1;
            if redirects > limits::REDIRECTS {
                return Err(FetchError::TooManyRedirects);
            }
            url = target;
        }
    }

    /// The bytes of an answer, and its `Content-Type`.
    fn read(
        &self,
        response: Response,
        limit: usize,
    ) -> Result<(Bytes, Option<String>), FetchError> {
        if response.status() != StatusCode::OK {
            return Err(FetchError::HttpStatus(response.status().as_u16()));
        }
        // Checked twice: what is declared, and what comes.
        if response.content_length().is_some_and(|length| length > limit as u64) {
            return Err(FetchError::TooLarge { limit });
        }
        let content_type = response.headers().get(header::CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok()).map(str::to_owned);
        let said = response.content_length().and_then(|length| usize::try_from(length).ok());
        // One more than was said: the end is then found without growing.
        let mut bytes = self.buffers.take(said.unwrap_or_default().min(limit) + 1);
        let body = decoded(response).map_err(|encoding| FetchError::Encoding { encoding })?;
        let read = body.take(limit as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| of_body(&error))?;
        if bytes.len() > limit {
            return Err(FetchError::TooLarge { limit });
        }
        if bytes.is_empty() {
            return Err(FetchError::Empty);
        }
        // What the length was not told of has grown by doubling.
        if bytes.capacity() - bytes.len() > SPARE_BYTES {
            bytes.shrink_to_fit();
        }
        Ok((bytes.into(), content_type))
    }

    /// A file that is still good may be good for longer now.
    fn renew(&self, kept: &Kept, url: &str, headers: &HeaderMap) {
        if let (Some(cache), Some(note)) = (&self.cache, kept.renewed(url, headers)) {
            cache.keep(&note, kept.content_type.as_deref(), &kept.bytes);
        }
    }

    /// Where a redirect points, if it stays within the host.
    fn target(&self, from: &Url, response: &Response) -> Result<Url, FetchError> {
        let status = response.status().as_u16();
        let location = response.headers().get(header::LOCATION).and_then(|l| l.to_str().ok());
        let target = location.and_then(|location| from.join(location).ok());
        let target = target.ok_or(FetchError::HttpStatus(status))?;
        let place =
            |url: &Url| (url.scheme().to_owned(), url.host_str().map(str::to_owned), url.port());
        if place(&target) != place(from) {
            let host = target.host_str().unwrap_or_default().to_owned();
            return Err(FetchError::RedirectedElsewhere { host });
        }
        self.policy.check(target.as_str()).map_err(FetchError::UrlRefused)
    }
}

/// A file kept, as if it had come now.
fn of_kept(kept: Kept, begun: Instant) -> Download {
    let Kept { content_type, bytes, .. } = kept;
    let (status, elapsed) = (StatusCode::OK.as_u16(), begun.elapsed());
    Download { bytes, status, content_type, elapsed, redirects: 0, to_keep: None }
}

fn of_request(error: &SendError, proxy: Option<&Proxy>) -> FetchError {
    let error = match error {
        SendError::Client(error) => error,
        SendError::Unreached { why, reason } => return of_unreached(why.clone(), reason),
        SendError::Interrupted { timed_out: true, .. } => return FetchError::TimedOut,
        SendError::Interrupted { .. } => return FetchError::CutOff,
        SendError::Setup { .. } => return FetchError::NoConnection,
    };
    if !error.is_connect() {
        return if error.is_timeout() { FetchError::TimedOut } else { FetchError::CutOff };
    }
    let chain = || std::iter::successors(error.source(), |error| (*error).source());
    if chain().any(|error| error.is::<NoPublicAddress>()) {
        return FetchError::UrlRefused(UrlRefusal::PrivateAddress);
    }
    of_unreached(unreached(error, proxy), &reason(error))
}

fn of_unreached(why: Unreached, reason: &str) -> FetchError {
    match why {
        Unreached::NameUnknown | Unreached::NoConnection => FetchError::NoConnection,
        Unreached::Tls(cause) => {
            FetchError::Tls { cause, reason: on_one_line(reason, REASON_CHARS) }
        }
        Unreached::Proxy { proxy, trouble } => FetchError::Proxy { proxy, trouble },
    }
}

fn of_body(error: &io::Error) -> FetchError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<reqwest::Error>());
    let timed_out =
        error.kind() == io::ErrorKind::TimedOut || inner.is_some_and(reqwest::Error::is_timeout);
    if timed_out { FetchError::TimedOut } else { FetchError::CutOff }
}
