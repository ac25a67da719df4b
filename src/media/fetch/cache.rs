//! Files kept on this machine between runs, by their address. What may be used without asking, and
//! what must be asked for anew, is HTTP's to say (RFC 9111); nothing is guessed from a file's age.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{ETAG, HeaderMap, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED};
use http_cache_semantics::{AfterResponse, BeforeRequest, CacheOptions, CachePolicy};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::super::limits;
use super::writer::{Waiting, Writer};
use crate::domain::{hex, without_credentials};
use crate::store::{StoreError, make_folder, replace_unsynced};

/// Files kept, in one folder. Holds nothing of customers: an address and the bytes behind it. Cheap
/// to clone; several processes may share the folder. What goes wrong with it costs a download and
/// nothing else, so nothing here fails.
#[derive(Debug, Clone)]
pub struct AssetCache(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: Arc<Folder>,
    writer: Writer,
}

#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    is_on: AtomicBool,
    /// Bytes of all files; `None` until they have been counted.
    bytes: Mutex<Option<u64>>,
}

/// A file as it was kept.
#[derive(Debug)]
pub(super) struct Kept {
    policy: CachePolicy,
    pub(super) content_type: Option<String>,
    pub(super) bytes: Bytes,
}

/// What is kept of an address.
#[derive(Debug)]
pub(super) enum Found {
    Nothing,
    /// May be used without asking.
    Good(Kept),
    /// To be asked for with these headers: the server says whether it is still good.
    Ask(Kept, HeaderMap),
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

impl AssetCache {
    /// The files in this folder, which the first file makes.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let (path, is_on) = (folder.into(), AtomicBool::new(true));
        let folder = Arc::new(Folder { path, is_on, bytes: Mutex::new(None) });
        Self(Arc::new(Inner { folder, writer: Writer::default() }))
    }

    /// Whether files are kept, and kept ones used, from now on.
    pub fn switch(&self, on: bool) {
        self.0.folder.is_on.store(on, Ordering::SeqCst);
    }

    /// What is kept of an address, of at most `limit` bytes, and whether it is still good.
    pub(super) fn look_up(&self, url: &str, limit: usize) -> Found {
        let Inner { folder, writer } = &*self.0;
        // What waits to be written is newer than what is there.
        let waiting = writer.find(url).filter(|_| folder.is_on()).map(|file| Kept {
            policy: file.note.policy.clone(),
            content_type: file.content_type.clone(),
            bytes: file.bytes.clone(),
        });
        let kept = waiting
            .or_else(|| folder.find(url))
            .filter(|kept| (1..=limit).contains(&kept.bytes.len()));
        let Some(kept) = kept else { return Found::Nothing };
        match kept.conditions(url) {
            Some(conditions) => Found::Ask(kept, conditions),
            None => Found::Good(kept),
        }
    }

    /// Has a file kept, sooner or later.
    pub(super) fn keep(&self, note: &ToKeep, content_type: Option<&str>, bytes: &Bytes) {
        let Inner { folder, writer } = &*self.0;
        if folder.is_on() {
            let content_type = content_type.map(str::to_owned);
            let file = Waiting { note: note.clone(), content_type, bytes: bytes.clone() };
            writer.take(folder, file);
        }
    }

    /// Forgets all files.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn clear(&self) -> io::Result<()> {
        self.0.writer.clear();
        self.0.folder.clear()
    }
}

impl Folder {
    fn is_on(&self) -> bool {
        self.is_on.load(Ordering::SeqCst)
    }

    fn find(&self, url: &str) -> Option<Kept> {
        let path = self.is_on().then(|| self.path_of(url))?;
        let mut file = Vec::new();
        let most = limits::PDF_BYTES as u64 + limits::TEXT_BYTES as u64;
        let opened = File::open(&path).ok()?;
        // The least recently used go first.
        let _touched = opened.set_modified(SystemTime::now());
        opened.take(most).read_to_end(&mut file).ok()?;
        let end = file.iter().position(|byte| *byte == b'\n')?;
        let header: Header = serde_json::from_slice(file.get(..end)?).ok()?;
        let bytes = file.split_off(end + 1);
        let is_whole = bytes.len() as u64 == header.length
            && crc32fast::hash(&bytes) == header.crc32
            && header.url == url;
        let Header { policy, content_type, .. } = header;
        is_whole.then(|| Kept { policy, content_type, bytes: bytes.into() })
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

    fn clear(&self) -> io::Result<()> {
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
        self.path.join(hex(&Sha256::digest(url.as_bytes())))
    }
}

/// How to keep a file, once it is known to be good.
#[derive(Debug, Clone)]
pub struct ToKeep {
    url: String,
    policy: CachePolicy,
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
    fn conditions(&self, url: &str) -> Option<HeaderMap> {
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
    *answer.headers_mut() = headers.clone();
    answer
}
