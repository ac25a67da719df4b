use std::io::{Result, Write};
use std::thread::park_timeout;
use std::time::Duration;

/// What the gateway does with a request, to the byte.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    framing: Framing,
    ending: Ending,
    pub(super) leaves: bool,
    pub(super) keeps: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Framing {
    /// `Content-Length`.
    Length,
    /// `Transfer-Encoding: chunked`.
    Chunks,
    /// The body ends where the connection does.
    UntilClose,
    /// No head at all.
    Raw,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Whole,
    /// The connection is closed after so many bytes of the body.
    CutAfter(usize),
    /// A byte at a time.
    Dripping(Duration),
    /// The connection is closed, and nothing was written.
    Closed,
    /// Nothing is written until the caller gives up or the gateway is dropped.
    Hanging,
}

/// 200 and JSON.
pub(crate) fn ok(body: impl Into<Vec<u8>>) -> Reply {
    status(200, body)
}

/// A status, and a body called JSON.
pub(crate) fn status(status: u16, body: impl Into<Vec<u8>>) -> Reply {
    Reply {
        status,
        headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
        body: body.into(),
        framing: Framing::Length,
        ending: Ending::Whole,
        leaves: false,
        keeps: false,
    }
}

impl Reply {
    /// Reads the request and closes the connection.
    pub(crate) fn close() -> Self {
        Self { ending: Ending::Closed, ..ok("") }
    }

    /// Says this and nothing else, be it HTTP or not.
    pub(crate) fn raw(text: &str) -> Self {
        Self { framing: Framing::Raw, ..ok(text) }
    }

    /// Changes a byte of the body, counted from its end.
    pub(crate) fn spoil_byte_from_end(&mut self, from_end: usize) {
        let place = self.body.len() - from_end;
        self.body[place] ^= 0xff;
    }

    /// Reads the request and says nothing for as long as the caller waits.
    pub(crate) fn hang() -> Self {
        Self { ending: Ending::Hanging, ..ok("") }
    }

    /// Sets a header, in the place of one of that name.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Adds a header beside one of that name.
    pub(crate) fn and_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn without_header(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self
    }

    pub(crate) fn content_type(self, value: &str) -> Self {
        self.header("Content-Type", value)
    }

    pub(crate) fn chunked(self) -> Self {
        Self { framing: Framing::Chunks, ..self }
    }

    pub(crate) fn until_close(self) -> Self {
        Self { framing: Framing::UntilClose, ..self }
    }

    /// Another piece behind one that is packed.
    pub(crate) fn and_gzip(mut self, body: &str) -> Self {
        self.body.extend(gzip(body.as_bytes()));
        self
    }

    pub(crate) fn gzip(mut self) -> Self {
        self.body = gzip(&self.body);
        self.header("Content-Encoding", "gzip")
    }

    /// Closes the connection after so many bytes of the body.
    pub(crate) fn cut_after(self, bytes: usize) -> Self {
        Self { ending: Ending::CutAfter(bytes), ..self }
    }

    /// Sends the body a byte at a time, with a pause before each.
    pub(crate) fn dripping(self, pause: Duration) -> Self {
        Self { ending: Ending::Dripping(pause), ..self }
    }

    /// Afterwards nobody listens at the address any more.
    pub(crate) fn and_leave(self) -> Self {
        Self { leaves: true, ..self }
    }

    /// Keeps the connection open for a next request.
    pub(crate) fn keep_alive(self) -> Self {
        Self { keeps: true, ..self }
    }

    pub(super) fn ending(&self) -> Ending {
        self.ending
    }

    /// Writes the answer; an error is a caller who has gone.
    pub(super) fn write(&self, stream: &mut dyn Write) -> Result<()> {
        if self.framing != Framing::Raw {
            stream.write_all(self.head().as_bytes())?;
        }
        let body = match self.framing {
            Framing::Length | Framing::UntilClose | Framing::Raw => self.body.clone(),
            Framing::Chunks => chunks(&self.body),
        };
        match self.ending {
            Ending::CutAfter(bytes) => stream.write_all(&body[..bytes.min(body.len())])?,
            Ending::Dripping(pause) => {
                for byte in &body {
                    park_timeout(pause);
                    stream.write_all(&[*byte])?;
                    stream.flush()?;
                }
            }
            Ending::Whole | Ending::Closed | Ending::Hanging => stream.write_all(&body)?,
        }
        stream.flush()
    }

    fn head(&self) -> String {
        let words = if self.status == 200 { "OK" } else { "Said" };
        let mut head = format!("HTTP/1.1 {} {words}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        match self.framing {
            Framing::Length => head.push_str(&format!("Content-Length: {}\r\n", self.body.len())),
            Framing::Chunks => head.push_str("Transfer-Encoding: chunked\r\n"),
            Framing::UntilClose | Framing::Raw => {}
        }
        let connection = if self.keeps { "keep-alive" } else { "close" };
        head + &format!("Connection: {connection}\r\n\r\n")
    }
}

/// Chunks of at most 1000 bytes, and their end.
fn chunks(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in body.chunks(1000).chain([&[][..]]) {
        out.extend(format!("{:x}\r\n", chunk.len()).bytes());
        out.extend(chunk);
        out.extend(b"\r\n");
    }
    out
}

/// A gzip file of stored blocks (RFC 1951, RFC 1952): larger than what is in it, and enough to be
/// unpacked.
fn gzip(body: &[u8]) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let mut blocks = body.chunks(0xffff).peekable();
    if body.is_empty() {
        out.extend([1, 0, 0, 0xff, 0xff]);
    }
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap();
        out.push(u8::from(blocks.peek().is_none()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    out.extend(crc32(body).to_le_bytes());
    out.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |mut crc, byte| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
        }
        crc
    })
}
