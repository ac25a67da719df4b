//! The client of the gateway's two calls.

use std::io::Read;
use std::time::Duration;

use bytes::Bytes;
use reqwest::{Client as Http, header, redirect, retry, tls};
use serde::Serialize;
use url::Url;
use zeroize::Zeroizing;

use crate::domain::{
    CardList, Credentials, CustomerNumber, Redacted, Redactor, ServerAddress, Token, Unproven,
    redact,
};
use crate::network::{Bounds, HttpAnswer, Proxies, exchange, unpacked};

use super::error::{ApiError, Misread, UnreachableCause};
use super::recorded::recorded;
use super::{failure, proof, wire};

const LIST_PATH: &str = "pay/oneclick/v1/token.cfm";
const REMOVE_PATH: &str = "pay/oneclick/v1/rem_token.cfm";

/// Bytes of a body beside its texts, and more.
const BESIDE: usize = 256;
/// Bytes that one of a text takes at most in JSON.
const LONGEST_ESCAPE: usize = 6;

/// Limits of a call.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Longest wait for a connection.
    pub connect: Duration,
    /// Longest whole call, from its start to the last byte of the answer.
    pub call: Duration,
    /// Largest answer in bytes, after decompression.
    pub answer: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            call: Duration::from_secs(30),
            answer: 8 * 1024 * 1024,
        }
    }
}

/// Client of one gateway. Cheap to clone; safe to use from several threads. Blocks: call it from a
/// job, never from a frame.
#[derive(Clone)]
pub struct Client {
    http: Http,
    base: Url,
    limits: Limits,
    proxies: Proxies,
    clock: proof::Clock,
}

/// The gateway's answer that it removed a card: no proof yet, a list decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The gateway's words.
    pub message: Redacted,
    /// Whether the words name a token other than the one sent.
    pub names_other_token: bool,
}

/// The documented body of both calls.
#[derive(Serialize)]
struct Body<'a> {
    merchant: Merchant<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<&'a str>,
    customernumber: &'a str,
    language: &'static str,
}

#[derive(Serialize)]
struct Merchant<'a> {
    merchant_id: String,
    login: &'a str,
    password: &'a str,
}

impl Client {
    /// # Errors
    /// [`ApiError::Unreachable`] where the HTTP client cannot be set up, or the setting of a proxy
    /// cannot be read.
    pub fn new(server: &ServerAddress) -> Result<Self, ApiError> {
        Self::with_limits(server, Limits::default())
    }

    /// The same with other limits.
    ///
    /// # Errors
    /// As [`Client::new`].
    pub fn with_limits(server: &ServerAddress, limits: Limits) -> Result<Self, ApiError> {
        // This machine is asked directly.
        let proxies = match server.is_loopback() {
            true => Proxies::default(),
            false => Proxies::of_this_computer().map_err(|error| ApiError::Unreachable {
                reason: redact(&error.to_string()),
                cause: UnreachableCause::ProxySetting(error),
            })?,
        };
        // A second installation is refused, and the first one serves.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        let builder = Http::builder()
            .user_agent(concat!("carddesk/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(limits.connect)
            .timeout(limits.call)
            .tls_version_min(tls::Version::TLS_1_2)
            // Its own unpacking passes over what follows the packed answer; ours does not.
            .gzip(false)
            // A redirect would carry the password to a place nobody named.
            .redirect(redirect::Policy::none())
            // One request is one request: a removal must not be sent twice, and a pooled
            // connection that the server has closed invites a second try.
            .retry(retry::never())
            .pool_max_idle_per_host(0)
            .referer(false)
            .https_only(!server.is_loopback());
        let http = proxies.set_for_exchange(builder).build();
        let http = http.map_err(|error| failure::of_setup(&error))?;
        let clock = proof::Clock::default();
        Ok(Self { http, base: server.url().clone(), limits, proxies, clock })
    }

    /// Asks for the saved cards of a customer.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub fn list(&self, who: &Credentials, customer: &CustomerNumber) -> Result<CardList, ApiError> {
        recorded("list", || {
            let answer = self.call(LIST_PATH, who, customer, None)?;
            answer.list(secrets(who, None))
        })
    }

    /// Asks once for the removal of a card.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub fn remove(
        &self,
        who: &Credentials,
        customer: &CustomerNumber,
        token: &Token,
    ) -> Result<Acknowledgement, ApiError> {
        if !token.is_sendable() {
            return Err(ApiError::TokenNotSendable);
        }
        let called = || self.call(REMOVE_PATH, who, customer, Some(token));
        let Answered { json, body, .. } = recorded("remove", called)?;
        let secrets = secrets(who, Some(token));
        let Some(message) = wire::message(&json) else {
            return Err(not_understood(Misread::NoMessage, &body, secrets));
        };
        Ok(Acknowledgement {
            names_other_token: Token::all_in(&message).iter().any(|named| named != token),
            message: secrets.words(&message),
        })
    }

    /// One request, and its 2xx answer.
    fn call(
        &self,
        path: &str,
        who: &Credentials,
        customer: &CustomerNumber,
        token: Option<&Token>,
    ) -> Result<Answered, ApiError> {
        let secrets = secrets(who, token);
        let url = self.base.join(path).map_err(|error| ApiError::Unreachable {
            cause: UnreachableCause::Setup,
            reason: redact(&error.to_string()),
        })?;
        let request = self
            .http
            .post(url.clone())
            .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
            .header(header::ACCEPT, "application/json")
            .header(header::ACCEPT_ENCODING, "gzip")
            .body(body(who, customer, token)?)
            // The client's own limit begins anew with each part of the answer; this one does not.
            .timeout(self.limits.call);
        let most = packed_limit(self.limits.answer);
        let bounds = Bounds { connect: self.limits.connect, most };
        let answer = exchange(&self.http, request, &self.proxies, bounds).map_err(|error| {
            let proxy = self.proxies.for_url(&self.base);
            let limit = self.limits.connect;
            let route = failure::Route { server: &self.base, proxy: proxy.as_ref(), limit };
            failure::of_request(error, &route)
        })?;
        let status = answer.status.as_u16();
        let pointed = redirect_target(&answer, &url).map(|host| secrets.excerpt(&host));
        let is_old = self.clock.is_past(&answer.headers, token.is_some());
        let (text, decoded) = read(&answer, self.limits.answer)?;
        let head = proof::Head::of(answer, url, is_old);
        let understood = wire::answer(&text, status, secrets);
        match understood {
            Ok(wire::Parsed::Fault(fault)) => Err(ApiError::Refused(fault)),
            Ok(wire::Parsed::Json(json)) if (200..300).contains(&status) => {
                let (customer, merchant) = (customer.clone(), who.merchant_id.get().to_string());
                let asked = Some(proof::Asked { customer, merchant });
                Ok(Answered { json, body: text, asked, head: Some(head), decoded })
            }
            Err(reason) if (200..300).contains(&status) => {
                Err(not_understood(reason, &text, secrets))
            }
            Ok(wire::Parsed::Json(_)) | Err(_) => Err(match pointed {
                Some(host) => ApiError::Redirected { status, host },
                None => ApiError::HttpStatus { status, excerpt: secrets.excerpt(&text) },
            }),
        }
    }
}

/// What an answer's body says of a customer's cards: what [`Client::list`] makes of it.
///
/// # Errors
/// [`ApiError::Refused`], [`ApiError::NotUnderstood`].
pub fn read_list(body: &str) -> Result<CardList, ApiError> {
    let secrets = Redactor::default();
    let not_understood = |reason| not_understood(reason, body, secrets);
    match wire::answer(body, 200, secrets).map_err(not_understood)? {
        wire::Parsed::Fault(fault) => Err(ApiError::Refused(fault)),
        wire::Parsed::Json(json) => {
            let body = body.to_owned();
            Answered { json, body, asked: None, head: None, decoded: None }.list(secrets)
        }
    }
}

/// A 2xx answer that is no fault.
struct Answered {
    json: serde_json::Value,
    body: String,
    /// Whose cards were asked for, where that is known.
    asked: Option<proof::Asked>,
    /// Status and headers, where they are known.
    head: Option<proof::Head>,
    /// What its bytes have against it as a proof.
    decoded: Option<Unproven>,
}

impl Answered {
    /// The list it is. No cards without a proof of it is an error.
    fn list(&self, secrets: Redactor<'_>) -> Result<CardList, ApiError> {
        let cards = wire::cards(&self.json, secrets)
            .map_err(|reason| not_understood(reason, &self.body, secrets))?;
        let proof = proof::of(self.head.as_ref(), self.asked.as_ref(), &self.body);
        match proof.and_then(|named| self.decoded.map_or(Ok(named), Err)) {
            Ok(named) => Ok(CardList::sound(cards).naming(named)),
            Err(doubt) if cards.is_empty() => Err(ApiError::NoProof { doubt }),
            Err(doubt) => Ok(CardList::doubtful(cards, doubt)),
        }
    }
}

/// The body as bytes of our own, overwritten when the request is done with them: what sends it passes them
/// on without a copy.
fn body(
    who: &Credentials,
    customer: &CustomerNumber,
    token: Option<&Token>,
) -> Result<Bytes, ApiError> {
    let setup = |reason: &str| ApiError::Unreachable {
        cause: UnreachableCause::Setup,
        reason: redact(reason),
    };
    let password = who.password.expose_for_request();
    let password = password.ok_or_else(|| setup("the window is locked"))?;
    let body = Body {
        merchant: Merchant {
            merchant_id: who.merchant_id.get().to_string(),
            login: who.login.as_str(),
            password,
        },
        token: token.map(Token::expose),
        customernumber: customer.as_str(),
        language: who.language.gateway_code(),
    };
    let texts = [Some(password), body.token, Some(who.login.as_str()), Some(customer.as_str())];
    let written: usize = texts.into_iter().flatten().map(str::len).sum();
    // A buffer that grows leaves what it held behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(BESIDE + LONGEST_ESCAPE * written));
    serde_json::to_writer(&mut *bytes, &body).map_err(|error| setup(&error.to_string()))?;
    Ok(Bytes::from_owner(bytes))
}

/// Where a redirect points, by its host alone.
fn redirect_target(answer: &HttpAnswer, asked: &Url) -> Option<String> {
    if !answer.status.is_redirection() {
        return None;
    }
    let location = answer.headers.get(header::LOCATION)?.to_str().ok()?;
    asked.join(location).ok()?.host_str().map(str::to_owned)
}

/// Bytes of an answer that may be packed: what is packed may be longer than what it holds.
fn packed_limit(limit: usize) -> usize {
    limit + limit / 64 + 1024
}

/// The body up to the limit, as text; and what its bytes have against it as a proof.
fn read(answer: &HttpAnswer, limit: usize) -> Result<(String, Option<Unproven>), ApiError> {
    let too_large = ApiError::TooLarge { limit };
    let encoding = |encoding| {
        let reason = Misread::Encoding { encoding };
        ApiError::NotUnderstood { reason, excerpt: Redacted::default() }
    };
    if answer.is_too_long {
        return Err(too_large);
    }
    let body = unpacked(&answer.headers, &*answer.body).map_err(encoding)?;
    let mut bytes = Vec::new();
    let most = limit as u64 + 1;
    body.take(most).read_to_end(&mut bytes).map_err(|error| failure::of_packing(&error))?;
    if bytes.len() > limit {
        return Err(too_large);
    }
    let doubt = std::str::from_utf8(&bytes).is_err().then_some(Unproven::Encoding);
    Ok((decode(&bytes, charset(&answer.headers)), doubt))
}

fn charset(headers: &header::HeaderMap) -> Option<&'static encoding_rs::Encoding> {
    encoding_rs::Encoding::for_label(proof::charset(headers)?.as_bytes())
}

/// UTF-8, or what the header says; bytes that are neither are windows-1251, the other encoding of
/// the gateway's countries.
fn decode(bytes: &[u8], declared: Option<&'static encoding_rs::Encoding>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let encoding = declared.filter(|encoding| *encoding != encoding_rs::UTF_8);
    let (text, _, _) = encoding.unwrap_or(encoding_rs::WINDOWS_1251).decode(bytes);
    text.into_owned()
}

fn secrets<'a>(who: &'a Credentials, token: Option<&'a Token>) -> Redactor<'a> {
    Redactor::of_request(who.password.expose_for_request().unwrap_or_default(), token)
}

fn not_understood(reason: Misread, body: &str, secrets: Redactor<'_>) -> ApiError {
    ApiError::NotUnderstood { reason, excerpt: secrets.excerpt(body) }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").field("base", &self.base.as_str()).finish_non_exhaustive()
    }
}
