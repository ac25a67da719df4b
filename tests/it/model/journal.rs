use carddesk::domain::cell::Separator;
use carddesk::domain::{
    Bin, CustomerNumber, Environment, Language, LastFour, MerchantId, ServerAddress, Token,
};
use carddesk::journal::{
    ChainState, Draft, EntryKind, Journal, JournalError, OutcomeCode, RemovalId, Subject,
    TokenDigest, read,
};
use carddesk::model::{
    Effect, Event, JournalAction, JournalEffect, JournalEvent, JournalReading, NoticeKind, Page,
    SessionAction,
};
use carddesk::removal::{Outcome, ResolveError};

use super::{FIRST, TEST_SERVER, World, list, report, unreachable};

/// A journal with one removal that has no outcome and one that has, as read from a real file.
pub(super) fn reading(customer: &str, token: &str) -> JournalReading {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let at = "2026-03-10T11:00:00Z".parse().unwrap();
    let subject = Subject {
        os_user: "agent".to_owned(),
        operator: None,
        merchant: MerchantId::parse("452739").unwrap(),
        server: ServerAddress::parse(TEST_SERVER).unwrap().host_and_port(),
        environment: Environment::Test,
        customer: CustomerNumber::parse(customer).unwrap(),
        brand: "VISA".to_owned(),
        bank: "Bank USA".to_owned(),
        bin: Bin::from_gateway("412362"),
        last_four: LastFour::from_gateway("0028"),
        token: TokenDigest::of(&Token::from_gateway(token)),
        reason: None,
    };
    let (ended, open) = (RemovalId::new(at), RemovalId::new(at));
    let outcome = EntryKind::Outcome(OutcomeCode::RemovedVerified);
    for (removal, kind) in
        [(&ended, EntryKind::Intent), (&ended, outcome), (&open, EntryKind::Intent)]
    {
        let (removal, subject) = (removal.clone(), subject.clone());
        journal.append(Draft { removal, kind, subject, detail: None }, at).unwrap();
    }
    read(dir.path()).unwrap().into()
}

fn with_journal() -> (World, String, String) {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(SessionAction::Show(Page::Journal));
    let reading = reading("1004", FIRST);
    let open = reading.unresolved[0].id().as_str().to_owned();
    let ended = reading.records.iter().map(|record| record.id().as_str());
    let ended = ended.filter(|id| *id != open).collect();
    world.answer(JournalEvent::Read(Ok(reading)));
    (world, open, ended)
}

fn resolves(effects: &[Effect]) -> usize {
    effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Journal(JournalEffect::Resolve { .. })))
        .count()
}

fn resolve(world: &mut World, removal: &str) -> Vec<Effect> {
    world.act(JournalAction::Resolve { removal: removal.to_owned() })
}

#[test]
fn removals_without_an_outcome_are_told() {
    let (world, open, _) = with_journal();
    let told: Vec<&str> = world.state.unresolved().iter().map(|r| r.id().as_str()).collect();
    assert_eq!(told, [open.as_str()]);
    let reading = world.state.journal.view.value().unwrap();
    assert_eq!((reading.records.len(), reading.chain), (2, ChainState::Intact));
}

#[test]
fn while_a_removal_runs_its_own_intent_is_not_told() {
    let (mut world, ..) = with_journal();
    world.act(SessionAction::Show(Page::Customer));
    let removal = world.remove(0);
    assert!(world.state.unresolved().is_empty());
    world.ended(&removal, report(Outcome::RemovedVerified, Ok(list(&[]))));
    assert_eq!(world.state.unresolved().len(), 1);
}

#[test]
fn an_open_removal_is_resolved_by_one_call() {
    let (mut world, open, _) = with_journal();
    assert_eq!(resolves(&resolve(&mut world, &open)), 1);
    assert_eq!(resolves(&resolve(&mut world, &open)), 0, "a second click finds it under way");
    let session = world.session().id;
    let event = Event::of(session, JournalEvent::Resolved { removal: open, result: Ok(()) });
    let effects = world.learn(event);
    assert!(matches!(effects[..], [Effect::Journal(JournalEffect::Read { .. })]), "{effects:?}");
    assert!(world.state.journal.resolving.is_empty());
    assert!(world.state.journal.view.value().is_some(), "the old reading stays meanwhile");
}

#[test]
fn only_what_is_open_is_resolved() {
    let (mut world, open, ended) = with_journal();
    assert!(resolve(&mut world, &ended).is_empty());
    assert!(resolve(&mut world, "nobody knows it").is_empty());
    assert!(world.state.journal.resolving.is_empty(), "nothing would ever answer");
    // While a removal runs nobody can tell its intent from one that was left open.
    world.act(SessionAction::Show(Page::Customer));
    world.remove(0);
    assert!(resolve(&mut world, &open).is_empty());
    assert!(world.state.journal.resolving.is_empty());
}

#[test]
fn a_removal_that_could_not_be_resolved_can_be_tried_again() {
    let (mut world, open, _) = with_journal();
    resolve(&mut world, &open);
    let (session, error) = (world.session().id, ResolveError::List(unreachable()));
    let event = Event::of(
        session,
        JournalEvent::Resolved { removal: open.clone(), result: Err(error.clone()) },
    );
    world.learn(event);
    assert_eq!(world.state.journal.resolve_error, Some((open.clone(), error)));
    let reading = reading("1004", FIRST);
    let open = reading.unresolved[0].id().as_str().to_owned();
    world.answer(JournalEvent::Read(Ok(reading)));
    assert_eq!(resolves(&resolve(&mut world, &open)), 1);
}

#[test]
fn a_journal_that_cannot_be_read_keeps_what_was_read_before() {
    let (mut world, ..) = with_journal();
    world.act(JournalAction::Reload);
    let error = JournalError::Locked { path: "journal.jsonl".into() };
    world.answer(JournalEvent::Read(Err(error.clone())));
    assert_eq!(world.state.journal.view.error(), Some(&error));
    assert_eq!(world.state.journal.view.value().unwrap().records.len(), 2);
}

#[test]
fn an_export_is_of_what_is_filtered_and_tells_where_it_went() {
    let (mut world, ..) = with_journal();
    world.act(JournalAction::Filter("0028".to_owned()));
    let effects = world.act(JournalAction::Export);
    assert!(
        matches!(&effects[..], [Effect::Journal(JournalEffect::Export { filter, .. })] if filter == "0028")
    );
    // As the spreadsheet of the window's language wants it.
    for (language, wanted) in
        [(Language::Russian, Separator::Semicolon), (Language::English, Separator::Comma)]
    {
        world.state.settings.language = Some(language);
        let effects = world.act(JournalAction::Export);
        let [Effect::Journal(JournalEffect::Export { separator, .. })] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert_eq!(*separator, wanted);
    }
    world.answer(JournalEvent::Exported(Ok("/tmp/j.csv".into())));
    let kinds: Vec<_> = world.state.notices.iter().map(|notice| &notice.kind).collect();
    assert_eq!(kinds, [&NoticeKind::Exported { path: "/tmp/j.csv".into() }]);
    let error = JournalError::Locked { path: "journal.jsonl".into() };
    world.answer(JournalEvent::Exported(Err(error.clone())));
    // The journal on screen is as good as before.
    assert_eq!(world.state.journal.view.error(), None);
    assert_eq!(world.state.notices[1].kind, NoticeKind::ExportFailed(error));
    assert!(world.state.notices[1].kind.stays());
}

#[test]
fn one_removals_steps_are_open_at_a_time() {
    let (mut world, open, ended) = with_journal();
    let toggle = |removal: &str| JournalAction::Toggle { removal: removal.to_owned() };
    world.act(toggle(&open));
    assert_eq!(world.state.journal.open.as_ref(), Some(&open));
    world.act(toggle(&ended));
    assert_eq!(world.state.journal.open.as_ref(), Some(&ended));
    world.act(toggle(&ended));
    assert_eq!(world.state.journal.open, None);
}

#[test]
fn every_visit_reads_the_journal_anew() {
    let (mut world, ..) = with_journal();
    world.act(SessionAction::Show(Page::Customer));
    let effects = world.act(SessionAction::Show(Page::Journal));
    assert!(matches!(effects[..], [Effect::Journal(JournalEffect::Read { .. })]));
    assert!(world.state.journal.view.is_loading());
}
