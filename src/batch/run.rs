//! Runs a batch: lists, files, findings.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread::{Builder, Scope, scope};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::acknowledged::Acknowledged;
use crate::api::{ApiError, Client, Misread};
use crate::domain::{CardList, Credentials, CustomerNumber, Date, Redacted, ServerAddress};
use crate::media::{
    Content, Document, DrawProgram, FetchError, Fetcher, HostPolicy, LoadError, LoadFailure,
    Loader, PixelBox,
};
use crate::verify::Situation;

use super::board::{Board, Examined, Task, TaskResult};
use super::collect::Collector;
use super::controls::Controls;
use super::outcome::Batch;
use super::pace::{Pace, estimate};
use super::record::Identity;
use super::state::{Kept, StateError, StateFile};
use super::thumbnail::thumbnail;

/// Files fetched at once.
const DOWNLOADS: usize = 8;
/// List calls under way at once, where the gateway is slower than the pace.
const LISTS: usize = 2;

/// What a batch is to do.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    /// Where lists are asked for; files come from wherever the lists say.
    pub server: &'a ServerAddress,
    /// Of all calls for lists.
    pub credentials: &'a Credentials,
    /// What reports and the state file call this batch.
    pub identity: Identity,
    /// Whom to ask for, in this order; no number twice.
    pub customers: &'a [CustomerNumber],
    /// List calls a second, at most.
    pub rate: f64,
    /// In UTC.
    pub today: Date,
    /// Which draws PDF and SVG, under limits of its own.
    pub program: DrawProgram,
    /// Where to keep what is finished, and to go on from.
    pub state: Option<&'a Path>,
}

/// How far a batch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Customers finished or failed.
    pub done: usize,
    /// Customers of the batch, those of an earlier run included.
    pub all: usize,
    /// Customers whose list could not be had so far.
    pub failed: usize,
    /// Time that the rest will take, about.
    pub left: Option<Duration>,
}

/// Why a batch did not begin.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// No client could be made for the server.
    #[error("{0}")]
    Client(ApiError),
    /// The HTTP client for files could not be made.
    #[error("the connection for files could not be set up")]
    Fetcher(FetchError),
    /// The file to go on from cannot be used, so nothing was asked.
    #[error("{error}: {}", path.display())]
    State {
        /// The file that was given.
        path: PathBuf,
        /// What is wrong with it.
        error: StateError,
    },
    /// The system gives no threads.
    #[error("the system gave no threads: {0}")]
    System(io::Error),
    /// The program failed over it.
    #[error("the batch broke off")]
    BrokeOff,
    /// It was withdrawn before its turn came, or too much was waiting.
    #[error("the batch was not begun")]
    NeverBegun,
}

/// Is shown each list as it came, and when it was asked for; on threads of the batch.
pub type Witness<'a> = dyn Fn(&CustomerNumber, &CardList, Timestamp) + Sync + 'a;

/// Verifies the cards of every customer of a plan. Blocks; reports progress after each customer.
///
/// # Errors
/// See [`BatchError`]: nobody was asked. What goes wrong with one customer is in its record.
pub fn run(
    plan: &Plan<'_>,
    controls: &Controls,
    told: &mut dyn FnMut(Progress),
) -> Result<Batch, BatchError> {
    run_witnessed(plan, controls, told, &|_, _, _| {})
}

/// The same, before a witness.
///
/// # Errors
/// Those of [`run`].
pub fn run_witnessed(
    plan: &Plan<'_>,
    controls: &Controls,
    told: &mut dyn FnMut(Progress),
    witness: &Witness<'_>,
) -> Result<Batch, BatchError> {
    let client = Client::new(plan.server).map_err(BatchError::Client)?;
    let policy = HostPolicy::for_server(plan.server);
    let fetcher = Fetcher::new(policy).map_err(BatchError::Fetcher)?;
    let loader = Loader::new(fetcher, plan.program.clone());
    let (state, kept) = match plan.state {
        None => (None, Kept::default()),
        Some(path) => {
            let opened = StateFile::open(path, &plan.identity)
                .map_err(|error| BatchError::State { path: path.to_owned(), error })?;
            (Some(opened.0), opened.1)
        }
    };
    let identity = kept.identity.clone().unwrap_or_else(|| plan.identity.clone());
    let situation = Situation { today: plan.today, environment: plan.server.environment() };
    let mut collector = Collector::new(plan.customers, situation, state, kept);
    let resumed = collector.done;
    let board = Board::new(controls, Pace::new(plan.rate), collector.open_places());
    let done = scope(|scope| {
        let lists = Lists { client: &client, plan, witness };
        let started = start(scope, &board, lists, &loader);
        if started.is_ok() {
            collect(&board, &mut collector, plan, told);
        }
        board.end();
        started
    });
    done.map_err(BatchError::System)?;
    let missing = plan.customers.len() - collector.done;
    let state_warning = collector.state_warning.take();
    let (customers, thumbnails) = collector.into_records();
    Ok(Batch {
        identity,
        customers,
        thumbnails,
        missing,
        resumed,
        state_warning,
        drift: None,
        acknowledged: Acknowledged::default(),
    })
}

/// Starts the threads; they end when the board does.
fn start<'scope, 'env>(
    scope: &'scope Scope<'scope, 'env>,
    board: &'scope Board<'_>,
    lists: Lists<'scope>,
    loader: &'scope Loader,
) -> io::Result<()> {
    let named = |name: &str| Builder::new().name(name.to_owned());
    for _ in 0..LISTS {
        named("batch-list").spawn_scoped(scope, move || {
            while let Some(turn) = board.next_due() {
                let call = AssertUnwindSafe(|| lists.ask(turn.place));
                board.listed(turn, catch_unwind(call).unwrap_or_else(|_| Err(broken_off())));
            }
        })?;
    }
    for _ in 0..DOWNLOADS {
        named("batch-file").spawn_scoped(scope, || {
            while let Some(task) = board.next_task() {
                let work = AssertUnwindSafe(|| examine(loader, &task));
                let examined = catch_unwind(work).unwrap_or(Examined {
                    result: Err(LoadFailure { error: LoadError::DecoderPanicked, measured: None }),
                    thumbnail: None,
                });
                board.fetched(task.variant.url, examined);
            }
        })?;
    }
    Ok(())
}

/// What the threads that ask for lists need.
#[derive(Clone, Copy)]
struct Lists<'a> {
    client: &'a Client,
    plan: &'a Plan<'a>,
    witness: &'a Witness<'a>,
}

impl Lists<'_> {
    fn ask(self, place: usize) -> Result<CardList, ApiError> {
        let customer = &self.plan.customers[place];
        let asked = Timestamp::now();
        let list = self.client.list(self.plan.credentials, customer)?;
        (self.witness)(customer, &list, asked);
        Ok(list)
    }
}

/// A panic while an answer was read is that customer's error.
fn broken_off() -> ApiError {
    ApiError::NotUnderstood { reason: Misread::ReadingFailed, excerpt: Redacted::default() }
}

/// Fetches a file, and keeps of it what findings and reports need.
fn examine(loader: &Loader, task: &Task) -> Examined {
    match loader.examine(&task.variant, &task.kind, Some(PixelBox::LOOK)) {
        Ok((mut loaded, picture)) => {
            loader.drop_bytes(&mut loaded);
            if let Content::Text(document) = &mut loaded.content {
                *document = Document::default();
            }
            Examined { result: Ok(loaded), thumbnail: picture.as_ref().and_then(thumbnail) }
        }
        Err(failure) => Examined { result: Err(failure), thumbnail: None },
    }
}

fn collect(
    board: &Board<'_>,
    collector: &mut Collector<'_>,
    plan: &Plan<'_>,
    told: &mut dyn FnMut(Progress),
) {
    let (begun, resumed, all) = (Instant::now(), collector.done, plan.customers.len());
    let gap = Pace::new(plan.rate).gap();
    while collector.done < all {
        let finished = match board.next_answer() {
            None => return,
            Some(TaskResult::Listed(place, result)) => {
                let (tasks, finished) = collector.listed(place, result);
                board.fetch(tasks);
                finished
            }
            Some(TaskResult::Fetched(url, examined)) => collector.fetched(&url, *examined),
        };
        if finished > 0 {
            board.finished(finished);
            let (done, failed) = (collector.done, collector.failed);
            let left = estimate(done - resumed, all - done, begun.elapsed(), gap);
            told(Progress { done, all, failed, left });
        }
    }
}
