//! Files that the sandbox has drawn, kept so that none is drawn twice.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;

use super::files::Recipe;

/// Bytes of made files that are kept.
const CACHE_BYTES: usize = 96 * 1024 * 1024;

/// Files made already, the oldest dropped first.
#[derive(Default)]
pub(super) struct ArtCache {
    made: Mutex<Made>,
}

#[derive(Default)]
struct Made {
    /// By recipe: one picture may have several addresses. The cell lets one file be made once,
    /// however many ask for it.
    files: HashMap<String, Arc<tokio::sync::OnceCell<Bytes>>>,
    order: VecDeque<(String, usize)>,
    bytes: usize,
}

impl ArtCache {
    /// The file's bytes, made on another thread when first asked for.
    pub(super) async fn bytes(&self, recipe: &Recipe) -> Bytes {
        let key = format!("{recipe:?}");
        let cell = {
            let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(made.files.entry(key.clone()).or_default())
        };
        let bytes = cell
            .get_or_init(|| async {
                let recipe = recipe.clone();
                let made = tokio::task::spawn_blocking(move || recipe.make()).await;
                let made = Bytes::from(made.unwrap_or_default());
                self.account(key, made.len());
                made
            })
            .await;
        bytes.clone()
    }

    fn account(&self, key: String, length: usize) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.bytes += length;
        made.order.push_back((key, length));
        while made.bytes > CACHE_BYTES && made.order.len() > 1 {
            let Some((oldest, length)) = made.order.pop_front() else { break };
            made.bytes -= length;
            made.files.remove(&oldest);
        }
    }
}
