//! Files that the sandbox has drawn, kept so that none is drawn twice.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use tokio::sync::OnceCell;

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
    shelf: Option<File>,
    bytes: u64,
}

/// Where a made file is.
enum Place {
    OnShelf {
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
        let place = cell.get_or_init(|| async { self.put(made(recipe).await) }).await;
        match self.read(place) {
            Ok(bytes) => bytes,
            // The shelf was cleared meanwhile.
            Err(_) => made(recipe).await,
        }
    }

    fn put(&self, bytes: Bytes) -> Place {
        let mut made = self.lock();
        if made.bytes > CACHE_BYTES {
            *made = Made::default();
        }
        match made.put(&bytes) {
            Ok(start) => Place::OnShelf { start, length: bytes.len() },
            Err(_) => Place::InMemory(bytes),
        }
    }

    fn read(&self, place: &Place) -> io::Result<Bytes> {
        let (start, length) = match place {
            Place::InMemory(bytes) => return Ok(bytes.clone()),
            Place::OnShelf { start, length } => (*start, *length),
        };
        let mut made = self.lock();
        let shelf = made.shelf.as_mut().ok_or(io::ErrorKind::NotFound)?;
        shelf.seek(SeekFrom::Start(start))?;
        let mut bytes = vec![0; length];
        shelf.read_exact(&mut bytes)?;
        Ok(bytes.into())
    }

    fn lock(&self) -> MutexGuard<'_, Made> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Made {
    /// Where it begins.
    fn put(&mut self, bytes: &[u8]) -> io::Result<u64> {
        let shelf = match &mut self.shelf {
            Some(shelf) => shelf,
            none => none.insert(tempfile::tempfile()?),
        };
        let start = shelf.seek(SeekFrom::End(0))?;
        shelf.write_all(bytes)?;
        self.bytes += bytes.len() as u64;
        Ok(start)
    }
}

async fn made(recipe: &Recipe) -> Bytes {
    let recipe = recipe.clone();
    let made = tokio::task::spawn_blocking(move || recipe.make()).await;
    made.unwrap_or_default().into()
}
