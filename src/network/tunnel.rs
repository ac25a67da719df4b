//! Servers by their IPv6 address, by way of a proxy. The HTTP client makes the tunnel, but then hands
//! the address to TLS in its brackets, which is no server's name there; so these few requests are sent
//! over the same libraries without it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, HOST, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, Uri};
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::TokioIo;
use reqwest::ResponseBuilderExt as _;
use reqwest::blocking::{Client, RequestBuilder, Response};
use rustls::ClientConfig;
use rustls_platform_verifier::BuilderVerifierExt as _;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tower_service::Service as _;
use url::{Host, Url};

use super::answer::HttpAnswer;
use super::failure::{ProxyTrouble, Unreached, reason, unreached_by};
use super::proxies::{Proxies, Proxy};

type BoxError = Box<dyn std::error::Error + Send + Sync>;
type Stream = MaybeHttpsStream<MaybeHttpsStream<TokioIo<TcpStream>>>;

/// Where a request ends that does not say so itself.
const WHOLE: Duration = Duration::from_secs(30);

/// What may be waited for, and how much may come.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Longest wait for a connection.
    pub connect: Duration,
    /// Bytes of a body; of a longer one, one more is read.
    pub most: usize,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum SendError {
    /// The HTTP client's own error.
    Client(reqwest::Error),
    /// Nothing was sent.
    Unreached {
        /// Decides the advice.
        why: Unreached,
        /// The library's words, for a person who looks into it.
        reason: String,
    },
    /// Sent, but no whole answer came.
    Interrupted {
        /// Whether the limit was reached; otherwise the connection ended.
        timed_out: bool,
        /// Whether a part of the answer had come.
        has_begun: bool,
        /// The library's words, for a person who looks into it.
        reason: String,
    },
    /// The request, or what is needed for it, could not be made.
    Setup {
        /// The library's words, for a person who looks into it.
        reason: String,
    },
}

/// Sends a request, once, by way of the proxy that is meant for it.
///
/// # Errors
/// See [`SendError`].
pub fn send(
    client: &Client,
    request: RequestBuilder,
    proxies: &Proxies,
    bounds: Bounds,
) -> Result<Response, SendError> {
    let request = request.build().map_err(SendError::Client)?;
    let Some(proxy) = tunnelled(proxies, request.url()) else {
        return client.execute(request).map_err(SendError::Client);
    };
    let asked = Asked {
        method: request.method(),
        url: request.url(),
        headers: request.headers(),
        body: request.body().and_then(|body| body.as_bytes()).unwrap_or_default(),
        whole: request.timeout().copied().unwrap_or(WHOLE),
    };
    let answer = block_on(by_tunnel(proxies, &proxy, &asked, bounds))?;
    let mut response = http::Response::builder().status(answer.status).url(asked.url.clone());
    if let Some(headers) = response.headers_mut() {
        *headers = answer.headers;
    }
    response.body(answer.body).map(Response::from).map_err(setup)
}

/// The proxy that a server is asked by which the HTTP client cannot ask so.
pub(super) fn tunnelled(proxies: &Proxies, url: &Url) -> Option<Proxy> {
    let is_numbered = matches!(url.host(), Some(Host::Ipv6(_))) && url.scheme() == "https";
    proxies.for_url(url).filter(|_| is_numbered)
}

/// A request, whoever made it.
pub(super) struct Asked<'a> {
    pub(super) method: &'a Method,
    pub(super) url: &'a Url,
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'a [u8],
    /// Longest wait for the whole.
    pub(super) whole: Duration,
}

/// Runs one exchange on a runtime of its own. A name that is still being looked up is not waited for.
pub(super) fn block_on<T>(
    work: impl Future<Output = Result<T, SendError>>,
) -> Result<T, SendError> {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().map_err(setup)?;
    let result = runtime.block_on(work);
    runtime.shutdown_background();
    result
}

pub(super) async fn by_tunnel(
    proxies: &Proxies,
    proxy: &Proxy,
    asked: &Asked<'_>,
    bounds: Bounds,
) -> Result<HttpAnswer, SendError> {
    let exchange = async {
        let stream = connected(proxies, proxy, asked.url, bounds.connect).await?;
        exchanged(stream, asked, bounds.most).await
    };
    timeout(asked.whole, exchange).await.unwrap_or_else(|_elapsed| {
        let reason = "no whole answer in time".to_owned();
        Err(SendError::Interrupted { timed_out: true, has_begun: false, reason })
    })
}

/// A connection to the server, encrypted, past the proxy.
async fn connected(
    proxies: &Proxies,
    proxy: &Proxy,
    url: &Url,
    limit: Duration,
) -> Result<Stream, SendError> {
    let server: Uri = url.as_str().parse().map_err(setup)?;
    let tls = proxies.tls(tls).map_err(setup)?;
    // The client's own reading of an address with credentials.
    let found = Matcher::builder().all(proxy.address()).build().intercept(&server);
    let found = found.ok_or_else(|| setup("the proxy was not understood"))?;
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    let to_proxy = HttpsConnector::from((tcp, Arc::clone(&tls)));
    let mut tunnel = Tunnel::new(found.uri().clone(), to_proxy);
    if let Some(credentials) = found.basic_auth() {
        tunnel = tunnel.with_auth(credentials.clone());
    }
    // Takes the brackets off an address before it becomes a server's name.
    let mut to_server = HttpsConnector::from((tunnel, tls));
    let unreached = |error: Option<BoxError>| match error {
        Some(error) => SendError::Unreached {
            why: unreached_by(&*error, Some(proxy)),
            reason: reason(&*error),
        },
        None => SendError::Unreached {
            why: Unreached::Proxy { proxy: proxy.host_and_port(), trouble: ProxyTrouble::TimedOut },
            reason: "no connection in time".to_owned(),
        },
    };
    match timeout(limit, to_server.call(server)).await {
        Ok(stream) => stream.map_err(|error| unreached(Some(error))),
        Err(_elapsed) => Err(unreached(None)),
    }
}

/// The system's trust, as elsewhere.
fn tls() -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Ok(versions?.with_platform_verifier()?.with_no_client_auth())
}

async fn exchanged(
    stream: Stream,
    asked: &Asked<'_>,
    most: usize,
) -> Result<HttpAnswer, SendError> {
    let handshake = hyper::client::conn::http1::handshake(stream).await;
    let (mut sender, connection) = handshake.map_err(|error| interrupted(&error, false))?;
    let _driver = tokio::spawn(connection);
    let answer = sender.send_request(plain(asked).map_err(setup)?).await;
    let answer = answer.map_err(|error| interrupted(&error, false))?;
    HttpAnswer::read(answer, most).await.map_err(|error| interrupted(&error, true))
}

/// The request as HTTP/1.1 has it.
fn plain(asked: &Asked<'_>) -> Result<http::Request<reqwest::Body>, BoxError> {
    let url = asked.url;
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let mut made = http::Request::new(reqwest::Body::from(asked.body.to_vec()));
    *made.method_mut() = asked.method.clone();
    *made.uri_mut() = path.parse()?;
    let headers = made.headers_mut();
    headers.insert(ACCEPT, HeaderValue::from_static("*/*"));
    let program = concat!("carddesk/", env!("CARGO_PKG_VERSION"));
    headers.insert(USER_AGENT, HeaderValue::from_static(program));
    let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
    headers.insert(HOST, host.parse()?);
    for (name, value) in asked.headers {
        headers.insert(name, value.clone());
    }
    Ok(made)
}

fn interrupted(error: &hyper::Error, has_begun: bool) -> SendError {
    SendError::Interrupted { timed_out: false, has_begun, reason: reason(error) }
}

pub(super) fn setup(error: impl fmt::Display) -> SendError {
    SendError::Setup { reason: error.to_string() }
}
