//! Answer bodies that come slowly, in pieces, or end too early.

use std::collections::VecDeque;
use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;
use tokio::time::{Sleep, sleep};

/// Long enough for what was written before to leave the machine's buffers.
const FLUSH: Duration = Duration::from_millis(20);

/// How a body ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Whole,
    /// The connection is closed where more was promised.
    Cut,
}

/// A body of pieces with a pause after each.
struct Scripted {
    pieces: VecDeque<Bytes>,
    pause: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
    end: End,
}

impl Scripted {
    fn body(pieces: VecDeque<Bytes>, pause: Duration, end: End) -> Body {
        Body::new(Self { pieces, pause, waiting: None, end })
    }
}

/// No body and no answer either: the connection is closed before anything was written.
pub(super) fn cut_at_once() -> Body {
    Scripted::body(VecDeque::new(), Duration::ZERO, End::Cut)
}

/// The start of a body, and then the connection is closed.
pub(super) fn cut_after(start: Bytes) -> Body {
    Scripted::body(VecDeque::from([start]), FLUSH, End::Cut)
}

/// A whole body, sent without its length.
pub(super) fn of_untold_length(bytes: &Bytes) -> Body {
    let pieces = split(bytes, 64 * 1024);
    Scripted::body(pieces, Duration::ZERO, End::Whole)
}

/// A whole body in `count` pieces with a pause after each.
pub(super) fn in_drips(bytes: &Bytes, count: usize, pause: Duration) -> Body {
    let pieces = split(bytes, bytes.len().div_ceil(count.max(1)).max(1));
    Scripted::body(pieces, pause, End::Whole)
}

fn split(bytes: &Bytes, size: usize) -> VecDeque<Bytes> {
    bytes.chunks(size.max(1)).map(|piece| bytes.slice_ref(piece)).collect()
}

impl HttpBody for Scripted {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = self.get_mut();
        if let Some(waiting) = &mut this.waiting {
            if waiting.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            this.waiting = None;
        }
        if let Some(piece) = this.pieces.pop_front() {
            if !this.pause.is_zero() {
                this.waiting = Some(Box::pin(sleep(this.pause)));
            }
            return Poll::Ready(Some(Ok(Frame::data(piece))));
        }
        Poll::Ready(match this.end {
            End::Whole => None,
            End::Cut => Some(Err(io::Error::from(io::ErrorKind::ConnectionReset))),
        })
    }
}
