use carddesk::api::ApiError;
use carddesk::domain::{CustomerNumberError, Prohibited};
use carddesk::model::{
    AssetEffect, CardAction, Effect, LookUpAction, LookUpEffect, Page, Remote, SessionAction,
};

use super::{FIRST, SECOND, TEST_SERVER, World, asked, fault, list, unreachable};

fn customer(world: &World) -> &carddesk::model::CustomerCards {
    world.session().customer.as_ref().expect("a customer on screen")
}

#[test]
fn a_trap_is_refused_before_anything_is_sent() {
    let mut world = World::signed_in(TEST_SERVER);
    let trap = Some(CustomerNumberError::Prohibited(Prohibited { symbol: '/', position: 3 }));
    world.act(LookUpAction::Edit("AB/12".to_owned()));
    assert_eq!(world.session().look_up.problem, trap, "told while it is typed");
    let effects = world.act(LookUpAction::Submit);
    assert!(matches!(effects[..], [Effect::LookUp(LookUpEffect::FocusField)]), "{effects:?}");
    assert_eq!(world.session().look_up.problem, trap);
    assert!(world.session().customer.is_none());
    assert_eq!(world.session().look_up.text, "AB/12", "left to be corrected, never stripped");
}

#[test]
fn an_empty_field_is_complained_of_only_when_it_is_submitted() {
    let mut world = World::signed_in(TEST_SERVER);
    world.act(LookUpAction::Edit(String::new()));
    assert_eq!(world.session().look_up.problem, None);
    world.act(LookUpAction::Submit);
    assert_eq!(world.session().look_up.problem, Some(CustomerNumberError::Empty));
    world.act(LookUpAction::Edit("1".to_owned()));
    assert_eq!(world.session().look_up.problem, None);
}

#[test]
fn what_is_typed_is_what_is_sent() {
    let mut world = World::signed_in(TEST_SERVER);
    world.act(LookUpAction::Edit(" Ab 7 ".to_owned()));
    let effects = world.act(LookUpAction::Submit);
    let sent = effects.iter().find_map(|effect| match effect {
        Effect::LookUp(LookUpEffect::List { customer, .. }) => Some(customer.as_str()),
        _ => None,
    });
    assert_eq!(sent, Some(" Ab 7 "));
}

#[test]
fn the_list_stays_while_it_is_asked_for_anew() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let effects = world.act(LookUpAction::Refresh);
    assert!(customer(&world).list.is_loading());
    assert_eq!(world.shown().len(), 2);
    world.listed(asked(&effects), Ok(list(&[SECOND])));
    assert_eq!(world.shown(), ["3347…FA14"]);
    assert!(matches!(customer(&world).list, Remote::Ready(_)));
}

#[test]
fn the_list_stays_when_asking_anew_fails_and_its_age_is_told() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let received = customer(&world).received;
    assert_eq!(received, Some((world.now.timestamp, Some(212))));
    world.pass(60);
    let effects = world.act(LookUpAction::Refresh);
    assert_eq!(customer(&world).asked_at, world.now.timestamp);
    world.listed(asked(&effects), Err(unreachable()));
    assert_eq!(world.shown(), ["54F5…B401"]);
    assert_eq!(customer(&world).list.error(), Some(&unreachable()));
    assert_eq!(customer(&world).received, received, "of the list on screen");
    // And while the next attempt is under way.
    let effects = world.act(LookUpAction::Refresh);
    assert_eq!(world.shown(), ["54F5…B401"]);
    assert_eq!(customer(&world).list.error(), None);
    world.listed(asked(&effects), Err(ApiError::Refused(fault())));
    assert_eq!(world.shown(), ["54F5…B401"]);
}

#[test]
fn an_answer_to_an_older_request_is_dropped() {
    let mut world = World::signed_in(TEST_SERVER);
    let first = world.look_up("1004");
    let second = world.look_up("1004");
    world.listed(second, Ok(list(&[FIRST])));
    world.listed(first, Ok(list(&[SECOND])));
    assert_eq!(world.shown(), ["54F5…B401"]);
    world.listed(first, Err(unreachable()));
    assert!(customer(&world).list.error().is_none());
}

#[test]
fn an_answer_for_the_customer_before_is_dropped() {
    let mut world = World::signed_in(TEST_SERVER);
    let before = world.look_up("1004");
    let now = world.look_up("1005");
    world.listed(before, Ok(list(&[FIRST])));
    assert!(world.shown().is_empty(), "nobody else's cards");
    assert!(customer(&world).list.is_loading());
    world.listed(now, Ok(list(&[SECOND])));
    assert_eq!(world.shown(), ["3347…FA14"]);
    assert_eq!(customer(&world).number.as_str(), "1005");
}

#[test]
fn another_customers_cards_leave_the_screen_at_once() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let number = carddesk::domain::CustomerNumber::parse("1005").unwrap();
    let effects = world.act(LookUpAction::Open(number));
    assert!(world.shown().is_empty());
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Asset(AssetEffect::CancelLoads))));
    assert_eq!(customer(&world).received, None);
}

#[test]
fn the_same_customers_pictures_go_on_loading() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    let effects = world.act(LookUpAction::Refresh);
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::Asset(AssetEffect::CancelLoads))),
        "{effects:?}"
    );
}

#[test]
fn the_selection_follows_its_card() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    world.act(CardAction::Select(Some(1)));
    let asked_anew = asked(&world.act(LookUpAction::Refresh));
    world.listed(asked_anew, Ok(list(&[SECOND, FIRST])));
    let (index, card) = world.session().selected_card().unwrap();
    assert_eq!((index, card.token.elided().as_str()), (0, "3347…FA14"));
    let asked_anew = asked(&world.act(LookUpAction::Refresh));
    world.listed(asked_anew, Ok(list(&[FIRST])));
    assert_eq!(world.session().selected_card(), None, "its card is gone");
}

#[test]
fn customers_of_the_session_are_remembered_once_with_their_cards() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST, SECOND]);
    let other = world.look_up("1005");
    let visited = |world: &World| {
        let visited = world.session().queue.rows().iter();
        visited.map(|v| (v.number.as_str().to_owned(), v.cards)).collect::<Vec<_>>()
    };
    assert_eq!(visited(&world), [("1004".to_owned(), Some(2)), ("1005".to_owned(), None)]);
    world.listed(other, Err(unreachable()));
    let again = world.look_up("1004");
    assert_eq!(visited(&world)[0], ("1004".to_owned(), Some(2)));
    world.listed(again, Ok(list(&[])));
    assert_eq!(visited(&world), [("1004".to_owned(), Some(0)), ("1005".to_owned(), None)]);
}

#[test]
fn looking_up_leads_back_from_the_journal() {
    let mut world = World::with_cards(TEST_SERVER, "1004", &[FIRST]);
    world.act(SessionAction::Show(Page::Journal));
    assert_eq!(world.session().page, Page::Journal);
    world.look_up("1004");
    assert_eq!(world.session().page, Page::Customer);
}

#[test]
fn refreshing_nothing_asks_for_nothing() {
    let mut world = World::signed_in(TEST_SERVER);
    assert!(world.act(LookUpAction::Refresh).is_empty());
    let mut world = World::new();
    assert!(world.act(LookUpAction::Refresh).is_empty());
    assert!(world.act(LookUpAction::Submit).is_empty());
}
