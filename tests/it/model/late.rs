//! Answers to a session that has ended.

use std::io;
use std::sync::Arc;

use carddesk::acknowledged::{Acknowledged, AcknowledgedError};
use carddesk::batch::{BatchError, Progress};
use carddesk::domain::{CustomerNumber, Digest};
use carddesk::journal::{AcceptError, JournalError, OutcomeCode, RemovalRecord};
use carddesk::media::{Layer, LoadError, LoadFailure, Picture, PixelBox};
use carddesk::model::{
    AssetEvent, BaselineEvent, BatchAction, BatchEvent, CompareError, Effect, Event, Given,
    JournalEffect, JournalEvent, ListAction, ListEvent, ListPart, ListPlace, LookUpEvent, Page,
    QueueEvent, RemovalEvent, RequestId, RunError, SessionAction, SessionEvent, SignInAction,
    VerdictEvent, ViewerEvent,
};
use carddesk::removal::{Outcome, Progress as RemovalProgress, ResolveError, Settled, Step};
use carddesk::settings::{ExportError, ReadError, ReadFailure};
use carddesk::store::Attempt;

use super::journal::reading;
use super::{FIRST, TEST_SERVER, World, list, opening, report, unreachable};

/// The variants of [`SessionEvent`], each with examples. The match names every one of them, so that
/// a new event does not compile before it has examples here.
macro_rules! examples {
    ($($pattern:pat => [$($example:expr),+ $(,)?],)+) => {
        #[deny(unreachable_patterns)]
        fn is_listed(event: &SessionEvent) -> bool {
            match event {
                $($pattern => true,)+
            }
        }

        fn examples() -> Vec<SessionEvent> {
            vec![$($(SessionEvent::from($example),)+)+]
        }
    };
}

examples! {
    SessionEvent::LookUp(LookUpEvent::Listed { .. }) => [
        LookUpEvent::Listed { request: RequestId(2), took_ms: 1, result: Ok(list(&[FIRST])) },
        LookUpEvent::Listed { request: RequestId(2), took_ms: 1, result: Err(unreachable()) },
    ],
    SessionEvent::Asset(AssetEvent::Loaded { .. }) => [
        AssetEvent::Loaded { id: URL.into(), fit: Some(FIT), result: Err(failure()) },
    ],
    SessionEvent::Asset(AssetEvent::Drawn { .. }) => [
        AssetEvent::Drawn { id: URL.into(), fit: FIT, result: Ok(Some(picture())) },
    ],
    SessionEvent::Viewer(ViewerEvent::LayerDrawn { .. }) => [
        ViewerEvent::LayerDrawn {
            sha256: digest(),
            layer: Layer::Pixels,
            result: Err(LoadError::DecoderPanicked),
        },
    ],
    SessionEvent::Viewer(ViewerEvent::FilesCompared { .. }) => [
        ViewerEvent::FilesCompared {
            of: [digest(), digest()],
            result: Err(LoadError::DecoderPanicked),
        },
    ],
    SessionEvent::Viewer(ViewerEvent::DrawnForCopy { .. }) => [
        ViewerEvent::DrawnForCopy { result: Ok(picture()) },
        ViewerEvent::DrawnForCopy { result: Err(LoadError::DecoderPanicked) },
    ],
    SessionEvent::Queue(QueueEvent::RecentRead(_)) => [QueueEvent::RecentRead(vec![customer()])],
    SessionEvent::List(ListEvent::Read { .. }) => [read_list()],
    SessionEvent::Batch(BatchEvent::Progress { .. }) => [
        BatchEvent::Progress {
            number: 2,
            progress: Progress { done: 1, all: 2, failed: 0, left: None },
        },
    ],
    SessionEvent::Batch(BatchEvent::Ended { .. }) => [
        BatchEvent::Ended { number: 2, result: Ok(Arc::new(super::batch::batch(2))) },
        BatchEvent::Ended {
            number: 2,
            result: Err(BatchError::System(io::Error::other("no threads"))),
        },
    ],
    SessionEvent::Baseline(BaselineEvent::Found(_)) => [BaselineEvent::Found("b.jsonl".into())],
    SessionEvent::Baseline(BaselineEvent::Listed(_)) => [BaselineEvent::Listed(Vec::new())],
    SessionEvent::Baseline(BaselineEvent::Kept(_)) => [
        BaselineEvent::Kept(Ok("b.jsonl".into())),
        BaselineEvent::Kept(Err(not_saved())),
    ],
    SessionEvent::Baseline(BaselineEvent::Compared { .. }) => [
        BaselineEvent::Compared { number: 2, result: Err(CompareError::Unreadable(unread())) },
    ],
    SessionEvent::Baseline(BaselineEvent::ThumbnailDrawn { .. }) => [
        BaselineEvent::ThumbnailDrawn { sha256: digest(), picture: None },
        BaselineEvent::ThumbnailDrawn { sha256: digest(), picture: Some(picture()) },
    ],
    SessionEvent::Verdict(VerdictEvent::Read(_)) => [
        VerdictEvent::Read(Ok(Acknowledged::default())),
        VerdictEvent::Read(Err(AcknowledgedError::Unreadable(unread()))),
    ],
    SessionEvent::Verdict(VerdictEvent::Merged(_)) => [
        VerdictEvent::Merged(Ok((Acknowledged::default(), 3))),
        VerdictEvent::Merged(Err(AcknowledgedError::Unreadable(unread()))),
    ],
    SessionEvent::Removal(RemovalEvent::Progress { .. }) => [
        RemovalEvent::Progress {
            number: 2,
            progress: RemovalProgress::Step { card: 0, step: Step::Checking },
        },
        RemovalEvent::Progress { number: 2, progress: RemovalProgress::Checking },
    ],
    SessionEvent::Removal(RemovalEvent::Ended { .. }) => [
        RemovalEvent::Ended {
            number: 2,
            result: Ok(report(Outcome::RemovedVerified, Ok(list(&[])))),
        },
        RemovalEvent::Ended { number: 2, result: Err(RunError::Lost) },
    ],
    SessionEvent::Removal(RemovalEvent::PendingRead(_)) => [
        RemovalEvent::PendingRead(Vec::new()),
    ],
    SessionEvent::Journal(JournalEvent::Read(_)) => [
        JournalEvent::Read(Ok(reading("C-4711", FIRST))),
        JournalEvent::Read(Err(JournalError::Locked { path: "journal.jsonl".into() })),
    ],
    SessionEvent::Journal(JournalEvent::Exported(_)) => [
        JournalEvent::Exported(Ok("j.csv".into())),
        JournalEvent::Exported(Err(JournalError::Locked { path: "journal.jsonl".into() })),
    ],
    SessionEvent::Journal(JournalEvent::TakenOn(_)) => [
        JournalEvent::TakenOn(Ok(3)),
        JournalEvent::TakenOn(Err(AcceptError::NotBroken)),
    ],
    SessionEvent::Journal(JournalEvent::Resolved { .. }) => [
        JournalEvent::Resolved {
            removal: "R".to_owned(),
            result: Err(ResolveError::List(unreachable())),
        },
    ],
    SessionEvent::Journal(JournalEvent::Settled { .. }) => [
        JournalEvent::Settled { settled: vec![settled()] },
    ],
    SessionEvent::FileSaved(_) => [SessionEvent::FileSaved(Ok("f.png".into())), SessionEvent::FileSaved(Err(not_saved()))],
}

const URL: &str = "https://assets.example.com/C-4711.png";
const FIT: PixelBox = PixelBox { width: 264, height: 166 };

fn failure() -> LoadFailure {
    LoadFailure { error: LoadError::DecoderPanicked, measured: None }
}

fn picture() -> Picture {
    Picture { width: 1, height: 1, rgba: vec![0; 4] }
}

fn digest() -> Digest {
    Digest::from_bytes([0x5a; 32])
}

fn customer() -> CustomerNumber {
    CustomerNumber::parse("C-4711").unwrap()
}

fn unread() -> ReadError {
    let reason = "no such file".to_owned();
    ReadError { path: "list.csv".into(), failure: ReadFailure::Other, reason }
}

fn not_saved() -> ExportError {
    ExportError::new(Attempt::Write, "f".as_ref(), &io::ErrorKind::StorageFull.into())
}

fn read_list() -> ListEvent {
    ListEvent::Read {
        place: ListPlace::Batch,
        parts: vec![ListPart::new(Some("list.csv".into()), Given::Unread(unread()))],
        baselines: vec!["b.jsonl".into()],
        anew: false,
    }
}

fn settled() -> Settled {
    let reading = reading("C-4711", FIRST);
    let open: &RemovalRecord = &reading.unresolved[0];
    Settled {
        removal: open.id().clone(),
        subject: open.subject().clone(),
        outcome: OutcomeCode::RemovedVerified,
    }
}

/// What a message may change.
fn shown(world: &World) -> String {
    format!("{:?}", world.state)
}

/// A session with a batch under way; its numbers are small, as those of the examples.
fn at_work() -> World {
    let mut world = World::with_cards(TEST_SERVER, "C-4711", &[FIRST]);
    world.act((ListPlace::Batch, ListAction::Edit("1000\n".to_owned())));
    world.act(BatchAction::Start);
    world.act(SessionAction::Show(Page::Batch));
    world
}

#[test]
fn no_answer_to_a_session_that_has_ended_changes_anything() {
    for event in 0..examples().len() {
        let mut world = at_work();
        let session = world.session().id;
        world.act(SessionAction::SignOut);
        let (before, late) = (shown(&world), examples().remove(event));
        let name = format!("{late:?}");
        assert!(is_listed(&late));
        let effects = world.learn(Event::of(session, late));
        assert!(effects.is_empty(), "{name}: {effects:?}");
        assert_eq!(shown(&world), before, "{name}, at the form");

        world.act(SignInAction::With(Box::new(opening(TEST_SERVER))));
        let before = shown(&world);
        let effects = world.learn(Event::of(session, examples().remove(event)));
        assert_eq!(shown(&world), before, "{name}, in the next session");
        // The outcome of a removal stands in the journal, and that alone is read.
        let reads = |e: &Effect| matches!(e, Effect::Journal(JournalEffect::Read { .. }));
        assert!(effects.iter().all(reads), "{name}: {effects:?}");
    }
}

#[test]
fn most_of_the_same_answers_change_the_session_that_asked() {
    // Else the test above would hold for answers that nobody ever heeds.
    let changes = |event: SessionEvent| {
        let mut world = at_work();
        let before = shown(&world);
        let effects = world.answer(event);
        !effects.is_empty() || shown(&world) != before
    };
    let all = examples().len();
    let heeded = examples().into_iter().map(changes).filter(|yes| *yes).count();
    assert!(heeded * 2 > all, "{heeded} of {all}");
}
