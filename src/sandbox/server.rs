//! Starting and stopping the server.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get, post};
use tokio::sync::oneshot;

use super::access::{LOGIN, MERCHANT_ID, MERCHANT_NAME, PASSWORD};
use super::customers::{CustomerInfo, World};
use super::faults::Injection;
use super::state::{RequestLog, State};
use super::{faults_http, gateway, store};
use crate::domain::Date;

/// Longest body of a request, in bytes.
const MAX_REQUEST: usize = 64 * 1024;
/// How long calls under way may take to end when the sandbox stops.
const GRACE: Duration = Duration::from_millis(150);
/// Threads that draw art; lists are answered by another.
const DRAWING_THREADS: usize = 2;

/// How to start a [`Sandbox`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SandboxOptions {
    /// The port on 127.0.0.1; `None` for any free one.
    pub port: Option<u16>,
    /// The day from which expiry dates are counted; `None` for the present day in UTC.
    pub today: Option<Date>,
}

/// Why the sandbox did not start.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// Another program has the port (or the system does not give it to this user).
    #[error("{}: {source}", taken(*port))]
    Port {
        /// Port that was asked for.
        port: u16,
        /// The system's error.
        source: io::Error,
    },
    /// The system refused a thread, a timer or a socket.
    #[error("the sandbox was not started: {0}")]
    System(#[source] io::Error),
    /// The table of customers could not be written.
    #[error("the list of customers was not written: {0}")]
    Output(#[source] io::Error),
}

fn taken(port: u16) -> String {
    match port {
        0 => "no free port for the sandbox".to_owned(),
        port => format!("the sandbox cannot have port {port}"),
    }
}

/// A running sandbox; it stops when dropped, and its port is free then.
pub struct Sandbox {
    address: SocketAddr,
    state: Arc<State>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Sandbox {
    /// Starts the server; it answers from the return on.
    ///
    /// # Errors
    /// [`SandboxError::Port`] and [`SandboxError::System`].
    pub fn start(options: SandboxOptions) -> Result<Self, SandboxError> {
        let port = options.port.unwrap_or(0);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .map_err(|source| SandboxError::Port { port, source })?;
        listener.set_nonblocking(true).map_err(SandboxError::System)?;
        let address = listener.local_addr().map_err(SandboxError::System)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(DRAWING_THREADS)
            .thread_name("sandbox-art")
            .build()
            .map_err(SandboxError::System)?;
        let world = World::new(&base_url(address), options.today.unwrap_or_else(present_day));
        let state = Arc::new(State::new(world));
        let (stop, stopped) = oneshot::channel();
        let router = router(Arc::clone(&state));
        let thread = std::thread::Builder::new()
            .name("sandbox".to_owned())
            .spawn(move || {
                runtime.block_on(serve(listener, router, stopped));
                // A picture under way is not waited for.
                runtime.shutdown_background();
            })
            .map_err(SandboxError::System)?;
        Ok(Self { address, state, stop: Some(stop), thread: Some(thread) })
    }

    /// `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        base_url(self.address)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The only merchant, `777001`.
    pub fn merchant_id(&self) -> &'static str {
        MERCHANT_ID
    }

    /// The merchant's name, for people.
    pub fn merchant_name(&self) -> &'static str {
        MERCHANT_NAME
    }

    /// The same in every sandbox, and no secret.
    pub fn login(&self) -> &'static str {
        LOGIN
    }

    /// The same in every sandbox, and no secret.
    pub fn password(&self) -> &'static str {
        PASSWORD
    }

    /// The customer to show first.
    pub fn default_customer(&self) -> &'static str {
        "1004"
    }

    /// All customers, in the order to list them.
    pub fn customers(&self) -> Vec<CustomerInfo> {
        self.state.world.customers().iter().map(CustomerInfo::from).collect()
    }

    /// Lets calls go wrong from now on; the newest order counts first.
    pub fn inject(&self, injection: Injection) {
        self.state.inject(injection);
    }

    /// Withdraws every injection; the fault customers keep their faults.
    pub fn clear_faults(&self) {
        self.state.clear_faults();
    }

    /// The requests so far.
    pub fn requests(&self) -> RequestLog {
        self.state.log()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // The receiver is gone only where the server has ended already.
        self.stop.take().map(|stop| stop.send(()));
        self.thread.take().map(JoinHandle::join);
    }
}

fn base_url(address: SocketAddr) -> String {
    format!("http://{address}")
}

fn present_day() -> Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

fn router(state: Arc<State>) -> Router {
    Router::new()
        .route("/pay/oneclick/v1/token.cfm", any(gateway::list))
        .route("/pay/oneclick/v1/rem_token.cfm", any(gateway::remove))
        .route("/assets/{*path}", get(store::asset))
        .route("/sandbox/faults", post(faults_http::inject).delete(faults_http::clear))
        .fallback(store::elsewhere)
        .layer(DefaultBodyLimit::max(MAX_REQUEST))
        .with_state(state)
}

async fn serve(listener: TcpListener, router: Router, stopped: oneshot::Receiver<()>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let (begin_end, ending) = oneshot::channel::<()>();
    let server = axum::serve(listener, router).with_graceful_shutdown(async {
        // An error means that the sender is gone: the sandbox ends all the same.
        let _ = ending.await;
    });
    let server = tokio::spawn(server.into_future());
    let _ = stopped.await;
    let _ = begin_end.send(());
    // Calls that still hang after the grace are dropped with the runtime.
    let _ = tokio::time::timeout(GRACE, server).await;
}
