//! The lines of the journal's file, one after another, in bounded memory.

use std::io::{self, BufRead as _, BufReader, Read};

use sha2::{Digest as _, Sha256};

use crate::domain::Digest;

use super::line::{MAX_LINE_BYTES, NO_PREDECESSOR};

/// Reads line by line: of a line that is too long only the start is kept, but the digest is of all of it.
pub(super) struct Scan<R> {
    reader: BufReader<R>,
    line: Vec<u8>,
    lines: u64,
    digest: Digest,
    ended: bool,
    /// All bytes so far, and those before the line at hand.
    all: Sha256,
    before: Sha256,
}

impl<R: Read> Scan<R> {
    pub(super) fn new(file: R) -> Self {
        Self {
            reader: BufReader::with_capacity(MAX_LINE_BYTES, file),
            line: Vec::new(),
            lines: 0,
            digest: NO_PREDECESSOR,
            ended: true,
            all: Sha256::new(),
            before: Sha256::new(),
        }
    }

    /// Goes to the next line and tells its length in bytes; `None` at the end.
    pub(super) fn next_line(&mut self) -> io::Result<Option<u64>> {
        let mut hash = Sha256::new();
        let mut length = 0;
        self.line.clear();
        self.before.clone_from(&self.all);
        loop {
            let chunk = match self.reader.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                if length == 0 {
                    return Ok(None);
                }
                self.ended = false;
                break;
            }
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let part = &chunk[..end.unwrap_or(chunk.len())];
            let used = part.len() + usize::from(end.is_some());
            hash.update(part);
            self.all.update(&chunk[..used]);
            let room = (MAX_LINE_BYTES + 1).saturating_sub(self.line.len());
            self.line.extend_from_slice(&part[..part.len().min(room)]);
            length += part.len() as u64;
            self.reader.consume(used);
            if end.is_some() {
                self.ended = true;
                break;
            }
        }
        self.lines += 1;
        self.digest = Digest::from_bytes(hash.finalize().into());
        Ok(Some(length))
    }

    /// The line without its line feed; of one over [`MAX_LINE_BYTES`] the start.
    pub(super) fn line(&self) -> &[u8] {
        &self.line
    }

    /// Number of lines so far.
    pub(super) fn lines(&self) -> u64 {
        self.lines
    }

    /// Digest of the line, or what stands for the one before the first.
    pub(super) fn last_digest(&self) -> Digest {
        self.digest
    }

    /// Whether the line has no line feed.
    pub(super) fn is_torn(&self) -> bool {
        !self.ended
    }

    /// Digest of all bytes before the line.
    pub(super) fn before(&self) -> Digest {
        Digest::from_bytes(self.before.clone().finalize().into())
    }

    /// Digest of all bytes so far, as they are once the last line is ended.
    pub(super) fn all_ended(&self) -> Digest {
        let mut all = self.all.clone();
        if self.is_torn() {
            all.update(b"\n");
        }
        Digest::from_bytes(all.finalize().into())
    }
}
