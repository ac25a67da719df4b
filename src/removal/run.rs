//! Carries out a plan: its customers one after another, two cards at once at most.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, scope};

use jiff::Timestamp;

use crate::api::{ApiError, Client};
use crate::domain::CardList;
use crate::journal::{BreakReason, EntryKind, Journal, JournalError, Watch};

use super::outcome::{Check, Outcome, decide};
use super::pending::{Ledger, PendingError, forget_gone};
use super::plan::{CardSnapshot, Plan, PlannedCustomer, Policy, Scope};
use super::protocol::{CardRun, Notes, Step, remove_card};
use super::report::{CardEnd, CardNote, CustomerReport, Report};

/// Removals of one plan under way at once, at most.
pub const IN_FLIGHT: usize = 2;

/// What a removal works with.
pub struct RemovalContext<'a> {
    /// Of the plan's server.
    pub client: &'a Client,
    /// Which each step is written to.
    pub journal: &'a Journal,
    /// Once set, no further card is begun.
    pub stop: &'a AtomicBool,
    /// Time of each entry; a function, so that a caller with a clock of its own can give it.
    pub now: &'a (dyn Fn() -> Timestamp + Sync),
    /// Called from the threads that remove cards, so it must not wait.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

impl RemovalContext<'_> {
    /// The data folder.
    fn folder(&self) -> &Path {
        self.journal.folder()
    }
}

/// What is reported while a plan is carried out; `card` is its place among all of the plan's cards.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// A step of one card is about to begin.
    Step {
        /// Place among all of the plan's cards, from 0.
        card: usize,
        /// Intent, request, list or outcome.
        step: Step,
    },
    /// A card has come to its end; the list at the customer's end may still correct it.
    Ended {
        /// Place among all of the plan's cards, from 0.
        card: usize,
        /// What the card's own list proves.
        outcome: Outcome,
    },
    /// The list that decides what is said of a customer's cards is being asked for.
    Checking,
    /// A customer's cards have come to their end, and the next customer's are begun.
    Next(Arc<CustomerReport>),
}

/// Why nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RemovalError {
    /// The intent could not be written and synced.
    #[error("nothing was sent: {0}")]
    JournalUnavailable(#[source] JournalError),
    /// The journal was changed, and nobody has taken that on.
    #[error("nothing was sent: the journal was changed at line {line}: {why}")]
    JournalBroken {
        /// The first line that does not fit, counted from 1.
        line: u64,
        /// What does not fit.
        why: BreakReason,
    },
    /// What is to be done could not be written down, so that a crash would lose it.
    #[error("nothing was sent: the list of what is to be removed, {0}")]
    PlanUnkept(#[source] PendingError),
}

/// Carries out a plan. Each card is removed by the same protocol, at most [`IN_FLIGHT`] at once, and a
/// list fetched when a customer's last card has ended corrects what it knows better. Nothing is sent
/// twice. Of several cards, those that are not proven to be gone are kept in a file until then.
///
/// # Errors
/// [`RemovalError`]: nothing was sent. Whatever happens after that is in the report.
pub fn run(context: &RemovalContext<'_>, plan: &Plan) -> Result<Report, RemovalError> {
    let mut journal = Watch::new(context.folder());
    check(&mut journal)?;
    let mut done: Vec<Arc<CustomerReport>> = Vec::new();
    let mut first = 0;
    for customer in &plan.customers {
        if let Some(before) = done.last() {
            let is_unexpected = before.absent() < before.cards.len();
            if context.stop.load(Ordering::SeqCst) || (plan.policy == Policy::Stop && is_unexpected)
            {
                break;
            }
            (context.progress)(Progress::Next(Arc::clone(before)));
        }
        let turn = CustomerRun { context, plan, customer, first };
        match turn.report(&mut journal) {
            Ok(report) => done.push(Arc::new(report)),
            Err(error) if done.is_empty() => return Err(error),
            // What cannot be written down is not begun, nor what comes after it.
            Err(_) => break,
        }
        first += customer.cards.len();
    }
    Ok(Report { customers: done })
}

/// Whether the journal in this folder is one that a removal may be written into: nobody has changed it, or
/// somebody has taken that on.
///
/// # Errors
/// [`RemovalError::JournalBroken`], [`RemovalError::JournalUnavailable`].
pub fn check_chain(folder: &Path) -> Result<(), RemovalError> {
    check(&mut Watch::new(folder))
}

fn check(journal: &mut Watch) -> Result<(), RemovalError> {
    let folder = journal.folder().to_path_buf();
    // Where it cannot be written either, that is what is told.
    let unread = |error| Journal::open(&folder).err().unwrap_or(error);
    let mark = journal.look().map_err(|error| RemovalError::JournalUnavailable(unread(error)))?;
    match mark.chain.broken() {
        Some((line, why)) => Err(RemovalError::JournalBroken { line, why }),
        None => Ok(()),
    }
}

/// A customer whose turn it is.
struct CustomerRun<'a> {
    context: &'a RemovalContext<'a>,
    plan: &'a Plan,
    customer: &'a PlannedCustomer,
    /// The place of the first card among all of the plan's.
    first: usize,
}

/// What came of a customer's cards, the list at the end, and what is pending of them that could not be
/// kept.
type Ends = (Vec<CardEnd>, Result<CardList, ApiError>, Option<PendingError>);

impl CustomerRun<'_> {
    fn report(&self, journal: &mut Watch) -> Result<CustomerReport, RemovalError> {
        let begun = (self.context.now)();
        let (cards, list, pending_warning) = match (self.plan.scope, &self.customer.cards[..]) {
            (Scope::One, [card]) => self.remove_one(card)?,
            _ => self.remove_several(begun)?,
        };
        Ok(CustomerReport {
            customer: self.customer.number.clone(),
            scope: self.plan.scope,
            cards,
            list,
            begun,
            ended: (self.context.now)(),
            mark: journal.look().ok(),
            pending_warning,
        })
    }

    /// A card by the protocol.
    fn run_card(&self, place: usize, card: &CardSnapshot) -> Result<CardRun, JournalError> {
        let RemovalContext { client, journal, now, progress, .. } = *self.context;
        let place = self.first + place;
        let step = |step| progress(Progress::Step { card: place, step });
        remove_card((client, journal), self.plan, (&self.customer.number, card), &now, &step)
    }

    /// No list could be newer than the one that decided, and nothing is pending but what the journal's
    /// intent says.
    fn remove_one(&self, card: &CardSnapshot) -> Result<Ends, RemovalError> {
        let run = self.run_card(0, card).map_err(RemovalError::JournalUnavailable)?;
        let CardRun { outcome, report, list } = run;
        let card = card.clone();
        let end = CardEnd { card, outcome, report: Some(report), settled: false, note: None };
        Ok((vec![end], list, None))
    }

    fn remove_several(&self, begun: Timestamp) -> Result<Ends, RemovalError> {
        let (context, plan, cards) = (self.context, self.plan, &self.customer.cards);
        let ledger = Ledger::begin(context.folder(), plan, self.customer, begun);
        let ledger = ledger.map_err(RemovalError::PlanUnkept)?;
        let ends = cards.iter().map(|_| None).collect();
        let board = Board { next: 0, halted: None, ends, ledger, pending_warning: None };
        let work = Work { turn: self, board: Mutex::new(board) };
        scope(|scope| {
            for _ in 1..IN_FLIGHT.min(cards.len()) {
                // Without a second thread the first does it all.
                let named = Builder::new().name("removal".to_owned());
                let _spawned = named.spawn_scoped(scope, || work.remove_in_turn());
            }
            work.remove_in_turn();
        });
        let Board { halted, ends, ledger, mut pending_warning, .. } =
            work.board.into_inner().unwrap_or_else(PoisonError::into_inner);
        let ends = cards.iter().zip(ends);
        let mut ends: Vec<CardEnd> =
            ends.map(|(card, end)| end.unwrap_or_else(|| not_begun(card, halted))).collect();
        (context.progress)(Progress::Checking);
        let list = context.client.list(&plan.credentials, &self.customer.number);
        if let Ok(list) = &list {
            ends.iter_mut().for_each(|end| self.settle(end, list));
        }
        if let Err(error) = ledger.finish() {
            pending_warning.get_or_insert(error);
        }
        if let Ok(list) = &list {
            forget_gone(context.folder(), plan, &self.customer.number, list);
        }
        Ok((ends, list, pending_warning))
    }

    /// The list at the end is newer than the card's own: where it says otherwise it counts, and the
    /// journal says so too.
    fn settle(&self, end: &mut CardEnd, list: &CardList) {
        // A list that proves nothing changes nothing.
        let Ok(check) = Check::of(list, |listed| *listed == end.card.token) else { return };
        let Some(report) = &mut end.report else {
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
        end.outcome = Outcome::of(code, report.remove_error.as_ref());
        end.settled = true;
        end.note = Some(match check {
            Check::Present => CardNote::SettledPresent,
            Check::Absent | Check::Failed => CardNote::SettledAbsent,
        });
        let RemovalContext { journal, now, .. } = *self.context;
        let subject = self.plan.subject(&self.customer.number, &end.card);
        let mut notes = Notes::new(journal, report.id.clone(), subject, &now);
        notes.note(EntryKind::Resolution(code), Some(check.words().to_owned()));
        if let Some(error) = notes.warning {
            report.journal_warning.get_or_insert(error);
        }
        report.head_warning = notes.head_warning.or(report.head_warning.take());
    }
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

fn not_begun(card: &CardSnapshot, halted: Option<Halt>) -> CardEnd {
    let why = match halted {
        Some(Halt::Asked) => CardNote::StoppedByHand,
        Some(Halt::Journal) => CardNote::NoJournal,
        Some(Halt::Unexpected) | None => CardNote::Stopped,
    };
    CardEnd::without_report(card, Outcome::NotSent, why)
}

/// What the threads share.
struct Work<'a> {
    turn: &'a CustomerRun<'a>,
    board: Mutex<Board>,
}

struct Board {
    /// The card to begin next.
    next: usize,
    halted: Option<Halt>,
    ends: Vec<Option<CardEnd>>,
    ledger: Ledger,
    /// The first step that could not be kept.
    pending_warning: Option<PendingError>,
}

impl Work<'_> {
    /// Each change under the lock is a single step, so a poisoned one is taken all the same.
    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remove_in_turn(&self) {
        while let Some((place, card)) = self.next() {
            let work = AssertUnwindSafe(|| self.remove(place, card));
            let ended = catch_unwind(work).unwrap_or_else(|_| {
                let end = CardEnd::without_report(card, Outcome::Unverified, CardNote::BrokeOff);
                (end, Some(Halt::Unexpected))
            });
            self.keep(place, ended);
        }
    }

    fn next(&self) -> Option<(usize, &CardSnapshot)> {
        let mut board = self.board();
        if board.halted.is_none() && self.turn.context.stop.load(Ordering::SeqCst) {
            board.halted = Some(Halt::Asked);
        }
        let place = board.next;
        let card = self.turn.customer.cards.get(place).filter(|_| board.halted.is_none())?;
        board.next += 1;
        Some((place, card))
    }

    fn remove(&self, place: usize, card: &CardSnapshot) -> (CardEnd, Option<Halt>) {
        if !card.token.is_sendable() {
            let end = CardEnd::without_report(card, Outcome::NotSent, CardNote::NotSendable);
            return (end, None);
        }
        match self.turn.run_card(place, card) {
            // Every card's own list would be kept to the end.
            Ok(CardRun { outcome, report, list: _ }) => {
                let expected = outcome.is_absent() && report.journal_warning.is_none();
                let halt = match self.turn.plan.policy {
                    Policy::Stop if !expected => Some(Halt::Unexpected),
                    Policy::Stop | Policy::GoOn => None,
                };
                let (card, report) = (card.clone(), Some(report));
                (CardEnd { card, outcome, report, settled: false, note: None }, halt)
            }
            // The next one could not be written down either.
            Err(error) => {
                let note = CardNote::IntentUnwritten(error);
                (CardEnd::without_report(card, Outcome::NotSent, note), Some(Halt::Journal))
            }
        }
    }

    fn keep(&self, place: usize, (end, halt): (CardEnd, Option<Halt>)) {
        let outcome = end.outcome.clone();
        let mut board = self.board();
        board.halted = board.halted.or(halt);
        // What is not proven to be gone would be offered again.
        if end.outcome.is_absent()
            && let Err(error) = board.ledger.gone(&end.card.token)
        {
            board.pending_warning.get_or_insert(error);
        }
        board.ends[place] = Some(end);
        drop(board);
        let card = self.turn.first + place;
        (self.turn.context.progress)(Progress::Ended { card, outcome });
    }
}
