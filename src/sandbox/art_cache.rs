//! Files that the sandbox has drawn, kept so that none is drawn twice.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use tokio::sync::OnceCell;
use tokio::task::spawn_blocking;

use super::files::Recipe;

/// Bytes of made files that are kept; beyond, all are made anew when asked for.
const CACHE_BYTES: u64 = 96 * 1024 * 1024;

/// Files made already. They lie in a file without a name, which the system drops when the sandbox ends,
/// and not in the memory of the program whose window is looked at.
#[derive(Default)]
pub(super) struct ArtCache {
    made: Mutex<Made>,
}

#[derive(Default)]
struct Made {
    /// By recipe: one picture may have several addresses. The cell lets one file be made once,
    /// however many ask for it.
    files: HashMap<String, Arc<OnceCell<Place>>>,
    shelf: Shelf,
    bytes: u64,
}

/// Files, one after the other. It is there as long as somebody may read it, and made by whoever puts the
/// first one.
type Shelf = Arc<Mutex<Option<File>>>;

/// Where a made file is.
#[derive(Clone)]
enum Place {
    OnShelf {
        shelf: Shelf,
        start: u64,
        length: usize,
    },
    /// The system gives no room for files.
    InMemory(Bytes),
}

impl ArtCache {
    /// The file's bytes, made on another thread when first asked for.
    pub(super) async fn bytes(&self, recipe: &Recipe) -> Bytes {
        let key = format!("{recipe:?}");
        let cell = Arc::clone(self.lock().files.entry(key).or_default());
        let place = cell.get_or_init(|| async { self.put(made(recipe).await).await }).await;
        let place = place.clone();
        match spawn_blocking(move || place.read()).await {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(_)) | Err(_) => made(recipe).await,
        }
    }

    /// Written by a thread that may wait for the disk; who asks for other files meanwhile does not.
    async fn put(&self, bytes: Bytes) -> Place {
        let (shelf, start) = self.lock().room(bytes.len());
        let (length, written) = (bytes.len(), (Arc::clone(&shelf), bytes.clone()));
        let put = spawn_blocking(move || put(&written.0, start, &written.1)).await;
        match put {
            Ok(Ok(())) => Place::OnShelf { shelf, start, length },
            Ok(Err(_)) | Err(_) => Place::InMemory(bytes),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Made> {
        locked(&self.made)
    }
}

impl Place {
    fn read(&self) -> io::Result<Bytes> {
        match self {
            Self::InMemory(bytes) => Ok(bytes.clone()),
            Self::OnShelf { shelf, start, length } => {
                let mut shelf = locked(shelf);
                let file = shelf.as_mut().ok_or(io::ErrorKind::NotFound)?;
                file.seek(SeekFrom::Start(*start))?;
                let mut bytes = vec![0; *length];
                file.read_exact(&mut bytes)?;
                Ok(bytes.into())
            }
        }
    }
}

impl Made {
    /// On which shelf a file has its place, and where it begins there; counted where it lies in memory as
    /// well.
    fn room(&mut self, length: usize) -> (Shelf, u64) {
        if self.bytes > CACHE_BYTES {
            *self = Self::default();
        }
        let start = self.bytes;
        self.bytes += length as u64;
        (Arc::clone(&self.shelf), start)
    }
}

fn put(shelf: &Shelf, start: u64, bytes: &[u8]) -> io::Result<()> {
    let mut shelf = locked(shelf);
    let file = match &mut *shelf {
        Some(file) => file,
        none => none.insert(tempfile::tempfile()?),
    };
    file.seek(SeekFrom::Start(start))?;
    file.write_all(bytes)
}

/// Whole whoever panics: a file that was begun is read by nobody.
fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn made(recipe: &Recipe) -> Bytes {
    let recipe = recipe.clone();
    let made = spawn_blocking(move || recipe.make()).await;
    made.unwrap_or_default().into()
}
