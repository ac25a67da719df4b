use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, scope};

use jiff::Timestamp;

use crate::api::{ApiError, Client};
use crate::domain::{
    Card, CardList, Credentials, CustomerNumber, Date, ExpiryState, ServerAddress,
};
use crate::journal::{EntryKind, Journal, mark};

use super::left::{Ledger, LeftError, LeftName, forget_gone};
use super::outcome::{Check, Outcome, decide};
use super::report::{CardEnd, RevocationReport};
use super::request::{CardSnapshot, RemovalRequest};
use super::run::{Notes, RemovalError, RemovalReport, Step, run};

/// Removals of one revocation under way at once, at most.
pub const IN_FLIGHT: usize = 2;

/// What to do after a card that is not proven to be gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Begin no further card.
    Stop,
    GoOn,
}

/// Which of a customer's cards were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All: the customer leaves the service.
    All,
    Expired,
    /// Chosen one by one, or the rest of a revocation that was cut short.
    Chosen,
}

impl Scope {
    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Expired => "expired",
            Self::Chosen => "chosen",
        }
    }

    /// Whether it takes a card by itself, on this day in UTC.
    pub fn takes(self, card: &Card, today: Date) -> bool {
        match self {
            Self::All => true,
            Self::Expired => {
                card.expiry().is_some_and(|expiry| expiry.state(today) == ExpiryState::Expired)
            }
            Self::Chosen => false,
        }
    }
}

/// A card to be removed, as it was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    pub card: CardSnapshot,
    /// `expire` as it came.
    pub expires: String,
}

impl From<&Card> for Picked {
    fn from(card: &Card) -> Self {
        Self { card: CardSnapshot::from(card), expires: card.expiry_text.clone() }
    }
}

/// Several cards of one customer that a person confirmed.
#[derive(Debug, Clone)]
pub struct RevocationRequest {
    /// The server that the client was made for.
    pub server: ServerAddress,
    pub credentials: Credentials,
    pub customer: CustomerNumber,
    pub scope: Scope,
    pub cards: Vec<Picked>,
    pub policy: Policy,
    /// The agent, as entered in the settings.
    pub operator: Option<String>,
    /// Reason or ticket number, as typed; the journal masks what looks like a card number.
    pub reason: Option<String>,
    /// The revocation cut short whose rest this is.
    pub continues: Option<LeftName>,
}

impl RevocationRequest {
    /// The cards asked for, each token once.
    pub fn of_cards<'a>(cards: impl IntoIterator<Item = &'a Card>) -> Vec<Picked> {
        each_token_once(cards).into_iter().map(Picked::from).collect()
    }

    fn removal(&self, card: &CardSnapshot) -> RemovalRequest {
        RemovalRequest {
            server: self.server.clone(),
            credentials: self.credentials.clone(),
            customer: self.customer.clone(),
            card: card.clone(),
            operator: self.operator.clone(),
            reason: self.reason.clone(),
        }
    }
}

/// Cards without those whose token came before: a list may name one twice. Cards without a token can
/// be told from no other, and all stay.
pub fn each_token_once<'a>(cards: impl IntoIterator<Item = &'a Card>) -> Vec<&'a Card> {
    let mut once: Vec<&Card> = Vec::new();
    for card in cards {
        if card.token.is_empty() || !once.iter().any(|known| known.token == card.token) {
            once.push(card);
        }
    }
    once
}

/// What is told while a revocation runs; `card` is its place in the request.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    Step {
        card: usize,
        step: Step,
    },
    Ended {
        card: usize,
        outcome: Outcome,
    },
    /// The list that decides what is said of the whole is being asked for.
    Checking,
}

/// Why nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RevocationError {
    /// What is to be done could not be written down, so that a crash would lose it.
    Unkept(LeftError),
}

impl fmt::Display for RevocationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unkept(error) => {
                write!(f, "nothing was sent: the list of what is to be removed, {error}")
            }
        }
    }
}

impl std::error::Error for RevocationError {}

/// What a revocation works with.
pub struct Means<'a> {
    /// Of the request's server.
    pub client: &'a Client,
    pub journal: &'a Journal,
    /// Once set, no further card is begun.
    pub stop: &'a AtomicBool,
    pub now: &'a (dyn Fn() -> Timestamp + Sync),
    pub told: &'a (dyn Fn(Told) + Sync),
}

/// Removes several cards of a customer, each by the protocol of [`run`], at most [`IN_FLIGHT`] at
/// once; a list fetched at the end decides what is said of the whole, and corrects what it knows
/// better. Nothing is sent twice. What is not proven to be gone is kept in a file
/// until the end.
///
/// # Errors
/// [`RevocationError`]: nothing was sent. Whatever happens after that is in the report.
pub fn revoke(
    means: &Means<'_>,
    request: &RevocationRequest,
) -> Result<RevocationReport, RevocationError> {
    let begun = (means.now)();
    let folder = means.journal.path().parent().unwrap_or(Path::new("."));
    let ledger = Ledger::begin(folder, request, begun).map_err(RevocationError::Unkept)?;
    let ends = request.cards.iter().map(|_| None).collect();
    let board = Board { next: 0, halted: None, ends, ledger, left_warning: None };
    let work = Work { means, request, board: Mutex::new(board) };
    scope(|scope| {
        for _ in 1..IN_FLIGHT.min(request.cards.len()) {
            // Without a second thread the first does it all.
            let named = Builder::new().name("revocation".to_owned());
            let _spawned = named.spawn_scoped(scope, || work.remove_in_turn());
        }
        work.remove_in_turn();
    });
    let Board { halted, ends, ledger, mut left_warning, .. } =
        work.board.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut cards: Vec<CardEnd> = request
        .cards
        .iter()
        .zip(ends)
        .map(|(picked, end)| end.unwrap_or_else(|| not_begun(picked, halted)))
        .collect();
    (means.told)(Told::Checking);
    let list = means.client.list(&request.credentials, &request.customer);
    if let Ok(list) = &list {
        cards.iter_mut().for_each(|end| settle(means, request, end, list));
    }
    if let Err(error) = ledger.finish() {
        left_warning.get_or_insert(error);
    }
    if let Ok(list) = &list {
        forget_gone(folder, request, list);
    }
    Ok(RevocationReport {
        customer: request.customer.clone(),
        scope: request.scope,
        cards,
        list,
        begun,
        ended: (means.now)(),
        mark: mark(folder).ok(),
        left_warning,
    })
}

/// Why no further card is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Halt {
    /// A person asked for it.
    Asked,
    /// A card is not proven to be gone.
    Unexpected,
    /// Nothing can be written down.
    Journal,
}

fn not_begun(picked: &Picked, halted: Option<Halt>) -> CardEnd {
    let why = match halted {
        Some(Halt::Asked) => "not begun: it was stopped by hand",
        Some(Halt::Journal) => "not begun: the journal cannot be written",
        Some(Halt::Unexpected) | None => "not begun: it was stopped after an unexpected answer",
    };
    CardEnd::without_report(picked, Outcome::NotSent, why)
}

/// What the threads share.
struct Work<'a> {
    means: &'a Means<'a>,
    request: &'a RevocationRequest,
    board: Mutex<Board>,
}

struct Board {
    /// The card to begin next.
    next: usize,
    halted: Option<Halt>,
    ends: Vec<Option<CardEnd>>,
    ledger: Ledger,
    /// The first step that could not be kept.
    left_warning: Option<LeftError>,
}

impl Work<'_> {
    /// Each change under the lock is a single step, so a poisoned one is taken all the same.
    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remove_in_turn(&self) {
        while let Some(place) = self.turn() {
            let picked = &self.request.cards[place];
            let work = AssertUnwindSafe(|| self.remove(place, picked));
            let ended = catch_unwind(work).unwrap_or_else(|_| {
                let end = CardEnd::without_report(picked, Outcome::Unverified, "it broke off");
                (end, Some(Halt::Unexpected))
            });
            self.keep(place, ended);
        }
    }

    fn turn(&self) -> Option<usize> {
        let mut board = self.board();
        if board.halted.is_none() && self.means.stop.load(Ordering::SeqCst) {
            board.halted = Some(Halt::Asked);
        }
        let place = board.next;
        if board.halted.is_some() || place >= self.request.cards.len() {
            return None;
        }
        board.next += 1;
        Some(place)
    }

    fn remove(&self, place: usize, picked: &Picked) -> (CardEnd, Option<Halt>) {
        if !picked.card.token.is_sendable() {
            let why = ApiError::TokenNotSendable.to_string();
            return (CardEnd::without_report(picked, Outcome::NotSent, &why), None);
        }
        let Means { client, journal, now, told, .. } = *self.means;
        let request = self.request.removal(&picked.card);
        let mut step = |step| told(Told::Step { card: place, step });
        match run(client, journal, &request, &now, &mut step) {
            Ok(report) => {
                let expected = report.outcome.is_absent() && report.journal_warning.is_none();
                let halt = match self.request.policy {
                    Policy::Stop if !expected => Some(Halt::Unexpected),
                    Policy::Stop | Policy::GoOn => None,
                };
                let outcome = report.outcome.clone();
                // Every card's own list would be kept to the end.
                let report = Some(RemovalReport { list: None, ..report });
                let picked = picked.clone();
                (CardEnd { picked, outcome, report, settled: false, note: None }, halt)
            }
            Err(RemovalError::JournalUnavailable(error)) => {
                let why = error.to_string();
                let end = CardEnd::without_report(picked, Outcome::NotSent, &why);
                // The next one could not be written down either.
                (end, Some(Halt::Journal))
            }
        }
    }

    fn keep(&self, place: usize, (end, halt): (CardEnd, Option<Halt>)) {
        let outcome = end.outcome.clone();
        let mut board = self.board();
        board.halted = board.halted.or(halt);
        // What is not proven to be gone would be offered again.
        if end.outcome.is_absent()
            && let Err(error) = board.ledger.gone(&end.picked.card.token)
        {
            board.left_warning.get_or_insert(error);
        }
        board.ends[place] = Some(end);
        drop(board);
        (self.means.told)(Told::Ended { card: place, outcome });
    }
}

/// The list at the end is newer than the card's own: where it says otherwise it counts, and the
/// journal says so too.
fn settle(means: &Means<'_>, request: &RevocationRequest, end: &mut CardEnd, list: &CardList) {
    let token = &end.picked.card.token;
    // A list that proves nothing changes nothing.
    let Ok(check) = Check::of(list, |listed| listed == token) else { return };
    let Some(report) = &end.report else {
        if check == Check::Absent && end.outcome == Outcome::NotSent {
            end.outcome = Outcome::AlreadyGone;
            end.settled = true;
        }
        return;
    };
    let code = decide(report.answer(), check);
    if code == end.outcome.kind() {
        return;
    }
    let (id, subject) = (report.id.clone(), request.removal(&end.picked.card).subject());
    end.outcome = Outcome::of(code, report.remove_error.as_ref());
    end.settled = true;
    let mut notes = Notes::resume(means.journal, id, subject, &means.now);
    notes.note(EntryKind::Resolution(code), Some(check.words().to_owned()));
    end.note = Some(format!("the list at the end decided: {}", check.words()));
    if let (Some(error), Some(report)) = (notes.warning, &mut end.report) {
        report.journal_warning.get_or_insert(error);
    }
}
