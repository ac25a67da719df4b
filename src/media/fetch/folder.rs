//! The folder of kept files: one file an address, whole or not at all, the least recently used dropped.

use std::fs::{self, OpenOptions};
use std::io::{self, Read as _};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use bytes::Bytes;
use http_cache_semantics::CachePolicy;
use serde::{Deserialize, Serialize};

use super::super::limits;
use super::kept::{Kept, Waiting};
use crate::domain::Digest;
use crate::store::{StoreError, make_folder, replace_unsynced};

#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    is_on: AtomicBool,
    /// Bytes of all files; `None` until they have been counted.
    bytes: Mutex<Option<u64>>,
}

/// The first line of a kept file; the bytes follow.
#[derive(Serialize, Deserialize)]
struct Header {
    url: String,
    policy: CachePolicy,
    content_type: Option<String>,
    length: u64,
    /// Of the bytes: a damaged file must not be taken for the store's fault.
    crc32: u32,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, is_on: AtomicBool::new(true), bytes: Mutex::new(None) }
    }

    /// Whether files are kept, and kept ones used, from now on.
    pub(super) fn switch(&self, on: bool) {
        self.is_on.store(on, Ordering::SeqCst);
    }

    pub(super) fn is_on(&self) -> bool {
        self.is_on.load(Ordering::SeqCst)
    }

    pub(super) fn find(&self, url: &str) -> Option<Kept> {
        let path = self.is_on().then(|| self.path_of(url))?;
        let most = limits::PDF_BYTES as u64 + limits::TEXT_BYTES as u64;
        // Windows lets nobody change when it was used who may not write into it.
        let opened = OpenOptions::new().read(true).write(cfg!(windows)).open(&path).ok()?;
        // The least recently used go first.
        let _touched = opened.set_modified(SystemTime::now());
        // One more than it has: the end is then found without growing.
        let length = opened.metadata().ok()?.len().min(most) + 1;
        let mut file = Vec::with_capacity(usize::try_from(length).ok()?);
        opened.take(most).read_to_end(&mut file).ok()?;
        let end = file.iter().position(|byte| *byte == b'\n')?;
        let header: Header = serde_json::from_slice(file.get(..end)?).ok()?;
        // Without copying them.
        let bytes = Bytes::from(file).split_off(end + 1);
        let is_whole = bytes.len() as u64 == header.length
            && crc32fast::hash(&bytes) == header.crc32
            && header.url == url;
        let Header { policy, content_type, .. } = header;
        is_whole.then_some(Kept { policy, content_type, bytes })
    }

    pub(super) fn keep(&self, file: &Waiting) {
        if !self.is_on() {
            return;
        }
        let Waiting { note, content_type, bytes } = file;
        let url = note.url.as_str();
        let header = Header {
            url: url.to_owned(),
            policy: note.policy.clone(),
            content_type: content_type.clone(),
            length: bytes.len() as u64,
            crc32: crc32fast::hash(bytes),
        };
        let Ok(mut line) = serde_json::to_vec(&header) else { return };
        line.push(b'\n');
        if self.write(url, &[&line, bytes]).is_ok() {
            self.count((line.len() + bytes.len()) as u64);
        }
    }

    pub(super) fn clear(&self) -> io::Result<()> {
        let mut bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        *bytes = None;
        match fs::remove_dir_all(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Whole or not at all, whoever else writes or is killed.
    fn write(&self, url: &str, parts: &[&[u8]]) -> Result<(), StoreError> {
        make_folder(&self.path)?;
        replace_unsynced(&self.path_of(url), parts)
    }

    /// Drops the least recently used files while there are too many bytes.
    fn count(&self, written: u64) {
        let mut known = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = known.as_mut() {
            *bytes += written;
            if *bytes <= limits::CACHE_BYTES {
                return;
            }
        }
        let mut files = self.files();
        let mut bytes = files.iter().map(|(_, length, _)| length).sum::<u64>();
        if bytes > limits::CACHE_BYTES {
            files.sort_unstable_by_key(|(used, _, _)| *used);
            for (_, length, path) in files {
                // Some room, so that not every file that comes counts them all.
                if bytes <= limits::CACHE_BYTES / 10 * 9 {
                    break;
                }
                if fs::remove_file(path).is_ok() {
                    bytes -= length;
                }
            }
        }
        *known = Some(bytes);
    }

    fn files(&self) -> Vec<(SystemTime, u64, PathBuf)> {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let file = |entry: fs::DirEntry| {
            let known = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some((known.modified().ok()?, known.len(), entry.path()))
        };
        entries.filter_map(file).collect()
    }

    fn path_of(&self, url: &str) -> PathBuf {
        self.path.join(Digest::of(url).to_string())
    }
}
