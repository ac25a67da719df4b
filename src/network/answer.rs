//! Answers taken apart: what stands in the status line, in every header before and behind the body, and
//! its bytes as they came.

use std::future::poll_fn;
use std::pin::Pin;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use http_body::Body;
use hyper::ext::ReasonPhrase;

/// A whole answer.
#[derive(Debug, Clone)]
pub struct HttpAnswer {
    /// As in the status line.
    pub status: StatusCode,
    /// The words beside the status, where they are not the usual ones.
    pub words: Option<String>,
    /// Those before the body, as they came.
    pub headers: HeaderMap,
    /// What came behind the body (RFC 9110, section 6.5), announced or not.
    pub trailers: HeaderMap,
    /// Not unpacked. Of a longer one than may come, its start.
    pub body: Bytes,
    /// Whether it is longer than may come.
    pub is_too_long: bool,
}

impl HttpAnswer {
    /// Reads an answer; of its body so much that it is known to be too long.
    pub(super) async fn read<B>(answer: http::Response<B>, most: usize) -> Result<Self, B::Error>
    where
        B: Body<Data = Bytes> + Unpin,
    {
        let (parts, mut body) = answer.into_parts();
        let words = parts.extensions.get::<ReasonPhrase>();
        let mut read = Self {
            status: parts.status,
            words: words.map(|words| String::from_utf8_lossy(words.as_bytes()).into_owned()),
            headers: parts.headers,
            trailers: HeaderMap::new(),
            body: Bytes::new(),
            // A length that is announced is believed.
            is_too_long: body.size_hint().lower() > most as u64,
        };
        let mut bytes = Vec::new();
        while !read.is_too_long {
            let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await else { break };
            match frame?.into_data() {
                Ok(data) => bytes.extend_from_slice(&data),
                Err(other) => {
                    if let Ok(trailers) = other.into_trailers() {
                        read.trailers.extend(trailers);
                    }
                }
            }
            read.is_too_long = bytes.len() > most;
        }
        read.body = bytes.into();
        Ok(read)
    }
}
