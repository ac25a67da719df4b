//! A list of customers as it is being given.
use std::path::PathBuf;

use carddesk::customers::{Choice, NotAList, read_text};
use carddesk::domain::CustomerNumber;
use carddesk::model::{
    Dialog, Effect, Event, Given, KnownCustomer, ListAction, ListDraft, ListEffect, ListEvent,
    ListPart, ListPlace, NoticeKind, Page, QueueAction,
};
use carddesk::settings::KnownColumns;
use proptest::prelude::*;

use super::{TEST_SERVER, World};

/// Two columns of numbers with names that say nothing.
const UNPLAIN: &str = "Foo;Bar\n1002;77\n1003;78\n";

fn draft(world: &World, place: ListPlace) -> &ListDraft {
    match (place, &world.state.dialog) {
        (ListPlace::Batch, _) => &world.session().batch.draft,
        (ListPlace::Queue, Some(Dialog::Queue(draft))) => draft,
        (ListPlace::Queue, other) => panic!("the list is shown, and not {other:?}"),
    }
}

fn numbers(draft: &ListDraft) -> Vec<&str> {
    draft.list.numbers.iter().map(CustomerNumber::as_str).collect()
}

fn edit(world: &mut World, text: &str) {
    world.act((ListPlace::Batch, ListAction::Edit(text.to_owned())));
}

/// A file that was read; of no name where it says nothing.
fn part(name: &str, text: &str) -> ListPart {
    let known = KnownColumns::default();
    ListPart::read(Some(PathBuf::from(name)), Choice::default(), &known, |choice| {
        match text.is_empty() {
            true => Err(NotAList::Protected),
            false => read_text(text, choice),
        }
    })
}

fn read(world: &mut World, place: ListPlace, parts: Vec<ListPart>, anew: bool) -> Vec<Effect> {
    let session = world.session().id;
    world.learn(Event::of(session, ListEvent::Read { place, parts, baselines: Vec::new(), anew }))
}

#[test]
fn a_table_that_is_pasted_is_read_as_one() {
    let mut world = World::signed_in(TEST_SERVER);
    edit(&mut world, "ФИО\tНомер клиента\nКим А.\t1002\nОрлов\t1003\n");
    let draft = draft(&world, ListPlace::Batch);
    assert_eq!(numbers(draft), ["1002", "1003"]);
    let column = draft.list.column.as_ref().unwrap();
    assert_eq!((column.place, column.name.as_deref()), (2, Some("Номер клиента")));
}

#[test]
fn a_column_that_is_not_plain_is_chosen_and_remembered_for_the_shape() {
    let mut world = World::signed_in(TEST_SERVER);
    edit(&mut world, UNPLAIN);
    let asked = &draft(&world, ListPlace::Batch).parts[0].given;
    assert!(matches!(asked, Given::Ask(question) if question.columns.len() == 2), "{asked:?}");
    assert!(numbers(draft(&world, ListPlace::Batch)).is_empty());
    let nowhere = ListAction::Column { part: 0, column: 9 };
    assert!(world.act((ListPlace::Batch, nowhere)).is_empty(), "there is no such column");
    let choose = |column| (ListPlace::Batch, ListAction::Column { part: 0, column });
    let effects = world.act(choose(1));
    assert!(
        matches!(&effects[..], [Effect::List(ListEffect::KeepColumn { chosen, .. })] if chosen == "1")
    );
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["1002", "1003"]);
    assert!(!draft(&world, ListPlace::Batch).parts[0].as_last_time);
    // The next one of this shape, with other rows.
    edit(&mut world, "Foo;Bar\n5;6\n7;8\n9;1\n");
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["5", "7", "9"]);
    assert!(draft(&world, ListPlace::Batch).parts[0].as_last_time);
    // It can be chosen anew.
    world.act((ListPlace::Batch, ListAction::AskAgain { part: 0 }));
    assert!(numbers(draft(&world, ListPlace::Batch)).is_empty(), "nobody until it is chosen");
    world.act(choose(2));
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["6", "8", "1"]);
    edit(&mut world, "Foo;Baz\n5;6\n7;8\n");
    assert!(numbers(draft(&world, ListPlace::Batch)).is_empty(), "of another shape");
}

#[test]
fn what_was_chosen_goes_before_what_is_plain() {
    let mut world = World::signed_in(TEST_SERVER);
    let text = "Номер клиента;Договор\n1002;77\n1003;78\n";
    edit(&mut world, text);
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["1002", "1003"]);
    world.act((ListPlace::Batch, ListAction::AskAgain { part: 0 }));
    world.act((ListPlace::Batch, ListAction::Column { part: 0, column: 2 }));
    edit(&mut world, text);
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["77", "78"]);
    assert!(draft(&world, ListPlace::Batch).parts[0].as_last_time);
}

#[test]
fn a_file_is_read_anew_with_what_was_said_of_it() {
    let mut world = World::signed_in(TEST_SERVER);
    let paths = vec![PathBuf::from("a.csv")];
    let effects = world.act((ListPlace::Queue, ListAction::Read(paths)));
    assert!(matches!(effects[..], [Effect::List(ListEffect::Read { anew: false, .. })]));
    read(&mut world, ListPlace::Queue, vec![part("a.csv", UNPLAIN)], false);
    let effects = world.act((ListPlace::Queue, ListAction::Column { part: 0, column: 2 }));
    let [
        Effect::List(ListEffect::Read { files, anew: true, .. }),
        Effect::List(ListEffect::KeepColumn { .. }),
    ] = &effects[..]
    else {
        panic!("{effects:?}");
    };
    assert_eq!(files[0].choice.column.as_deref(), Some("2"));
    assert!(!files[0].ask);
}

#[test]
fn files_are_joined_and_each_keeps_its_account() {
    let mut world = World::signed_in(TEST_SERVER);
    let parts = vec![
        part("a.csv", "customer\n1002\n1003\n"),
        part("b.csv", "Клиент\n1003\n1004\nA/B\nИтого: 3\n"),
        part("c.csv", UNPLAIN),
        part("d.xlsx", ""),
    ];
    read(&mut world, ListPlace::Batch, parts, false);
    let draft = draft(&world, ListPlace::Batch);
    assert_eq!(numbers(draft), ["1002", "1003", "1004"]);
    assert_eq!(draft.text, "1002\n1003\n1004");
    let counts = draft.list.counts();
    assert_eq!((counts.lines, counts.asked, counts.repeated, counts.refused), (8, 3, 1, 1));
    assert_eq!((counts.headers, counts.totals), (2, 1));
    assert!(matches!(draft.parts[2].given, Given::Ask(_)));
    assert!(matches!(draft.parts[3].given, Given::NotAList(NotAList::Protected)));
}

#[test]
fn doubtful_numbers_wait_for_a_yes_that_can_be_taken_back() {
    let mut world = World::signed_in(TEST_SERVER);
    let parts = vec![
        part("a.csv", "customer\n1002\n1003.0\n1004\n"),
        part("b.csv", "customer\n1,23457E+15\n1005\n"),
    ];
    read(&mut world, ListPlace::Batch, parts, false);
    let yes = |yes| (ListPlace::Batch, ListAction::AsTheyStand(yes));
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["1002", "1004", "1005"]);
    assert_eq!(draft(&world, ListPlace::Batch).list.counts().doubtful, 2);
    world.act(yes(true));
    let all = ["1002", "1003.0", "1004", "1,23457E+15", "1005"];
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), all);
    assert_eq!(draft(&world, ListPlace::Batch).list.counts().asked, 5);
    world.act(yes(false));
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["1002", "1004", "1005"]);
}

#[test]
fn files_are_never_taken_in_silence() {
    let mut world = World::signed_in(TEST_SERVER);
    world.state.dialog = Some(Dialog::Settings);
    let paths = vec![PathBuf::from("a.csv")];
    assert!(world.act((ListPlace::Queue, ListAction::Read(paths))).is_empty());
    assert_eq!(world.state.notices[0].kind, NoticeKind::NotTaken);
    world.state.notices.clear();
    read(&mut world, ListPlace::Queue, vec![part("a.csv", UNPLAIN)], false);
    assert_eq!(world.state.notices[0].kind, NoticeKind::NotTaken);
    assert!(matches!(world.state.dialog, Some(Dialog::Settings)));
}

#[test]
fn what_is_put_in_the_place_of_numbers_is_a_text_again() {
    let mut world = World::signed_in(TEST_SERVER);
    let read = |name| vec![part(name, "customer\n1002\n1003\n")];
    self::read(&mut world, ListPlace::Batch, read("a.csv"), false);
    edit(&mut world, "1002\n1003\n1,5");
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["1002", "1003", "1,5"]);
    edit(&mut world, "1,5");
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["1,5"]);
    edit(&mut world, "1,56");
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["1,56"]);
    edit(&mut world, "Номер клиента,ФИО\n1004,Ким\n1006,Орлов\n");
    assert_eq!(numbers(draft(&world, ListPlace::Batch)), ["1004", "1006"]);
}

const ODD: [&str; 10] =
    ["AB, 12", "1,5", "1 004", " 7", "customer", "Итого", "sep", "1E5", "0012", "a|b"];

/// Numbers as merchants may have them: with commas, blanks, words of headers and totals.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(&ODD[..]).prop_map(str::to_owned),
        "[0-9A-Za-zА-я ,.|:+*_-]{0,30}[0-9A-Za-z]",
    ]
}

proptest! {
    #[test]
    fn numbers_that_are_handed_over_stay_those_numbers(all in prop::collection::vec(number(), 1..12)) {
        let mut all: Vec<String> = all;
        let mut seen = std::collections::HashSet::new();
        all.retain(|number| seen.insert(number.clone()));
        let mut world = World::signed_in(TEST_SERVER);
        let known = |number: &String| KnownCustomer {
            number: number.clone(), title: String::new(), title_ru: String::new(), cards: 0,
        };
        let carddesk::model::Stage::SignedIn(session) = &mut world.state.stage else { unreachable!() };
        session.known = all.iter().map(known).collect();
        world.act(QueueAction::Give(String::new()));
        world.act((ListPlace::Queue, ListAction::AllKnown));
        prop_assert_eq!(numbers(draft(&world, ListPlace::Queue)), all.clone());
        world.act(QueueAction::Take);
        // From the queue to the list that is verified.
        world.act(QueueAction::Verify);
        prop_assert_eq!(world.session().page, Page::Batch);
        prop_assert_eq!(numbers(draft(&world, ListPlace::Batch)), all.clone());
        // A line is added by hand: the others stay what they are.
        let text = format!("{}\n9 9,9", draft(&world, ListPlace::Batch).text);
        edit(&mut world, &text);
        all.push("9 9,9".to_owned());
        prop_assert_eq!(numbers(draft(&world, ListPlace::Batch)), all);
    }
}
