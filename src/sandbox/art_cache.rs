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
    shelf: Option<Shelf>,
    bytes: u64,
}

/// Files, one after the other. It is there as long as somebody may read it.
type Shelf = Arc<Mutex<File>>;

/// Where a made file is.
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
        let place = cell.get_or_init(|| async { self.put(made(recipe).await) }).await;
        match place.read() {
            Ok(bytes) => bytes,
            Err(_) => made(recipe).await,
        }
    }

    fn put(&self, bytes: Bytes) -> Place {
        let mut made = self.lock();
        if made.bytes > CACHE_BYTES {
            *made = Made::default();
        }
        match made.put(&bytes) {
            Ok((shelf, start)) => Place::OnShelf { shelf, start, length: bytes.len() },
            Err(_) => Place::InMemory(bytes),
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
                shelf.seek(SeekFrom::Start(*start))?;
                let mut bytes = vec![0; *length];
                shelf.read_exact(&mut bytes)?;
                Ok(bytes.into())
            }
        }
    }
}

impl Made {
    /// On which shelf it is, and where it begins there; counted where it lies in memory as well.
    fn put(&mut self, bytes: &[u8]) -> io::Result<(Shelf, u64)> {
        self.bytes += bytes.len() as u64;
        let shelf = match &self.shelf {
            Some(shelf) => Arc::clone(shelf),
            None => Arc::new(Mutex::new(tempfile::tempfile()?)),
        };
        self.shelf = Some(Arc::clone(&shelf));
        let start = {
            let mut file = locked(&shelf);
            let start = file.seek(SeekFrom::End(0))?;
            file.write_all(bytes)?;
            start
        };
        Ok((shelf, start))
    }
}

/// Whole whoever panics: a file that was begun is read by nobody.
fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn made(recipe: &Recipe) -> Bytes {
    let recipe = recipe.clone();
    let made = tokio::task::spawn_blocking(move || recipe.make()).await;
    made.unwrap_or_default().into()
}
