//! The client and the loader of one session.

use std::sync::{Arc, OnceLock};

use crate::api::{ApiError, Client};
use crate::domain::ServerAddress;
use crate::media::{AssetCache, DrawProgram, Fetcher, HostPolicy, LoadError, Loader};
use crate::model::SessionId;
use crate::removal::Settler;

/// What a session talks through. Made by the first job that needs it, since reading the system's
/// certificates takes time that no frame has.
pub(super) struct Connection {
    pub(super) session: SessionId,
    server: ServerAddress,
    draw_program: DrawProgram,
    cache: AssetCache,
    /// Of the journal's open removals.
    pub(super) settler: Settler,
    client: OnceLock<Result<Client, ApiError>>,
    loader: OnceLock<Result<Arc<Loader>, LoadError>>,
}

impl Connection {
    pub(super) fn new(
        session: SessionId,
        server: ServerAddress,
        draw_program: DrawProgram,
        cache: AssetCache,
        settler: Settler,
    ) -> Self {
        let (client, loader) = (OnceLock::new(), OnceLock::new());
        Self { session, server, draw_program, cache, settler, client, loader }
    }

    pub(super) fn server(&self) -> &ServerAddress {
        &self.server
    }

    /// Gives back to the system what only the next file would need. Call from a job, when no file is coming.
    pub(super) fn rest(&self) {
        if let Some(Ok(loader)) = self.loader.get() {
            loader.rest();
        }
    }

    /// The gateway's client. Call from a job.
    pub(super) fn client(&self) -> Result<Client, ApiError> {
        self.client.get_or_init(|| Client::new(&self.server)).clone()
    }

    /// The loader of assets. Call from a job.
    ///
    /// # Errors
    /// The system lets no HTTP client be made.
    pub(super) fn loader(&self) -> Result<Arc<Loader>, LoadError> {
        let make = || {
            // Plain http assets are for the sandbox alone.
            let policy = HostPolicy::for_server(&self.server);
            let fetcher = Fetcher::new(policy)?;
            let fetcher = fetcher.with_cache(self.cache.clone());
            Ok(Arc::new(Loader::new(fetcher, self.draw_program.clone())))
        };
        self.loader.get_or_init(make).clone()
    }
}
