//! The lines of the journal's file, one after another, in bounded memory.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Take};

use sha2::{Digest as _, Sha256};

use crate::domain::Digest;

use super::line::{MAX_LINE_BYTES, NO_PREDECESSOR, body_length};

/// Where a scan is, between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Bytes before it.
    pub(super) offset: u64,
    /// Lines before it.
    pub(super) lines: u64,
    /// Digest of the last of them, or what stands for the one before the first.
    pub(super) digest: Digest,
}

impl Place {
    pub(super) const START: Self = Self { offset: 0, lines: 0, digest: NO_PREDECESSOR };
}

/// Reads line by line: of a line that is too long only the start is kept, but the digest is of all of it.
pub(super) struct Scan<'a> {
    file: &'a File,
    reader: BufReader<Take<&'a File>>,
    line: Vec<u8>,
    /// Digest of the line before its own digest, where it is as long as a line with one.
    body: Option<Digest>,
    /// Where the line begins, and where it ends.
    begin: u64,
    end: Place,
    ended: bool,
    /// All bytes up to an offset, as far as somebody has asked for them.
    all: (Sha256, u64),
}

impl<'a> Scan<'a> {
    /// From the beginning up to this length.
    pub(super) fn new(file: &'a File, length: u64) -> io::Result<Self> {
        Self::from(file, Place::START, length)
    }

    /// From the end of a line that has a line feed.
    pub(super) fn from(mut file: &'a File, place: Place, length: u64) -> io::Result<Self> {
        file.seek(SeekFrom::Start(place.offset))?;
        let rest = file.take(length.saturating_sub(place.offset));
        Ok(Self {
            file,
            reader: BufReader::with_capacity(MAX_LINE_BYTES, rest),
            line: Vec::new(),
            body: None,
            begin: place.offset,
            end: place,
            ended: true,
            all: (Sha256::new(), 0),
        })
    }

    /// Goes to the next line and tells its length in bytes; `None` at the end.
    pub(super) fn next_line(&mut self) -> io::Result<Option<u64>> {
        // Of a line that is too long; all others are digested once they are there.
        let mut long: Option<Sha256> = None;
        let mut length = 0;
        self.line.clear();
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
            length += part.len() as u64;
            if long.is_none() && self.line.len() + part.len() > MAX_LINE_BYTES {
                long = Some(Sha256::new_with_prefix(&self.line));
            }
            if let Some(hash) = &mut long {
                hash.update(part);
            }
            let room = (MAX_LINE_BYTES + 1).saturating_sub(self.line.len());
            self.line.extend_from_slice(&part[..part.len().min(room)]);
            let used = part.len() + usize::from(end.is_some());
            self.reader.consume(used);
            if end.is_some() {
                self.ended = true;
                break;
            }
        }
        let digest = self.digested(long);
        self.begin = self.end.offset;
        let offset = self.begin + length + u64::from(self.ended);
        self.end = Place { offset, lines: self.end.lines + 1, digest };
        Ok(Some(length))
    }

    /// The digest of the line, and that of its body, by looking at each byte once.
    fn digested(&mut self, long: Option<Sha256>) -> Digest {
        let done = |hash: Sha256| Digest::from_bytes(hash.finalize().into());
        self.body = None;
        if let Some(long) = long {
            return done(long);
        }
        let (body, rest) = self.line.split_at(body_length(&self.line));
        let mut hash = Sha256::new_with_prefix(body);
        if !rest.is_empty() {
            self.body = Some(done(hash.clone()));
            hash.update(rest);
        }
        done(hash)
    }

    /// The line without its line feed; of one over [`MAX_LINE_BYTES`] the start.
    pub(super) fn line(&self) -> &[u8] {
        &self.line
    }

    /// Digest of the line before its own digest, where it may have one.
    pub(super) fn body(&self) -> Option<Digest> {
        self.body
    }

    /// Number of lines so far.
    pub(super) fn lines(&self) -> u64 {
        self.end.lines
    }

    /// Digest of the line, or what stands for the one before the first.
    pub(super) fn last_digest(&self) -> Digest {
        self.end.digest
    }

    /// Behind the line.
    pub(super) fn place(&self) -> Place {
        self.end
    }

    /// Whether the line has no line feed.
    pub(super) fn is_torn(&self) -> bool {
        !self.ended
    }

    /// Digest of all bytes before the line.
    pub(super) fn before(&mut self) -> io::Result<Digest> {
        let hash = self.all_up_to(self.begin)?;
        Ok(Digest::from_bytes(hash.finalize().into()))
    }

    /// Digest of all bytes so far, as they are once the last line is ended.
    pub(super) fn all_ended(&mut self) -> io::Result<Digest> {
        let mut hash = self.all_up_to(self.end.offset)?;
        if self.is_torn() {
            hash.update(b"\n");
        }
        Ok(Digest::from_bytes(hash.finalize().into()))
    }

    /// Few ask: so these bytes are read once more. What is read next stays where it is.
    fn all_up_to(&mut self, offset: u64) -> io::Result<Sha256> {
        let (hash, done) = &mut self.all;
        let mut file = self.file;
        let next = file.stream_position()?;
        file.seek(SeekFrom::Start(*done))?;
        let mut rest = BufReader::with_capacity(MAX_LINE_BYTES, file.take(offset - *done));
        loop {
            let chunk = rest.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            hash.update(chunk);
            let used = chunk.len();
            rest.consume(used);
        }
        *done = offset;
        file.seek(SeekFrom::Start(next))?;
        Ok(hash.clone())
    }
}
