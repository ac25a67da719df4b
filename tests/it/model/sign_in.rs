use carddesk::domain::{
    CustomerNumber, CustomerNumberError, Environment, Language, LoginError, MerchantIdError,
    PasswordError, ServerAddressError,
};
use carddesk::model::{
    Effect, Event, FieldProblem, JournalEffect, LookUpEffect, SandboxOffer, SessionAction,
    SessionEffect, SettingsAction, SettingsEffect, SignInAction, SignInField, SignInForm, Stage,
    Trust,
};
use carddesk::settings::Settings;

use super::{FIRST, unreachable};
use super::{LOGIN, PASSWORD, PRODUCTION, TEST_SERVER, World, asked, fault, list, opening};

fn fill(world: &mut World, field: SignInField, text: &str) {
    assert!(world.act(SignInAction::Edit { field, text: text.to_owned() }).is_empty());
}

fn submit(world: &mut World, password: &str) -> Vec<Effect> {
    world.act(SignInAction::Submit { password: password.into() })
}

fn form(world: &World) -> &SignInForm {
    match &world.state.stage {
        Stage::SignIn(form) => form,
        Stage::SignedIn(_) => panic!("signed in"),
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once_and_nothing_happens() {
    let mut world = World::new();
    fill(&mut world, SignInField::Customer, "AB/12");
    assert!(matches!(submit(&mut world, "")[..], [Effect::Session(SessionEffect::FocusForm)]));
    let problems = &form(&world).problems;
    assert!(problems.contains(&FieldProblem::Server(ServerAddressError::Empty)));
    assert!(problems.contains(&FieldProblem::Merchant(MerchantIdError::Empty)));
    assert!(problems.contains(&FieldProblem::Login(LoginError::Empty)));
    assert!(problems.contains(&FieldProblem::Password(PasswordError::Empty)));
    let trap = |problem: &FieldProblem| match problem {
        FieldProblem::Customer(CustomerNumberError::Prohibited(found)) => {
            found.symbol == '/' && found.position == 3
        }
        _ => false,
    };
    assert!(problems.iter().any(trap), "{problems:?}");
    assert_eq!(problems.len(), 5);
}

#[test]
fn typing_in_a_field_takes_its_problem_away_and_no_other() {
    let mut world = World::new();
    submit(&mut world, "");
    fill(&mut world, SignInField::Merchant, "4");
    let problems = &form(&world).problems;
    assert_eq!(problems.len(), 3);
    assert!(!problems.iter().any(|problem| matches!(problem, FieldProblem::Merchant(_))));
}

#[test]
fn signing_in_keeps_server_and_merchant_and_no_secret() {
    let mut world = World::new();
    fill(&mut world, SignInField::Server, " Test.Example.com ");
    fill(&mut world, SignInField::Merchant, " 452739 ");
    fill(&mut world, SignInField::Login, LOGIN);
    let effects = submit(&mut world, PASSWORD);
    let saved: Vec<&Settings> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Settings(SettingsEffect::Save(settings)) => Some(&**settings),
            _ => None,
        })
        .collect();
    let [saved] = saved[..] else { panic!("{effects:?}") };
    assert_eq!((&*saved.last_server, &*saved.last_merchant), ("Test.Example.com", "452739"));
    let written = serde_json::to_string(saved).unwrap();
    assert!(!written.contains(PASSWORD) && !written.contains(LOGIN), "{written}");
    let session = world.session();
    assert_eq!(session.environment(), Environment::Test);
    assert_eq!(session.trust, Trust::Unverified);
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::Session(SessionEffect::Open { .. })))
    );
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::LookUp(LookUpEffect::FocusField)))
    );
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::Journal(JournalEffect::Read { .. })))
    );
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::LookUp(LookUpEffect::List { .. })))
    );
}

#[test]
fn a_customer_in_the_form_is_looked_up_at_once() {
    let mut world = World::new();
    fill(&mut world, SignInField::Server, TEST_SERVER);
    fill(&mut world, SignInField::Merchant, "452739");
    fill(&mut world, SignInField::Login, LOGIN);
    fill(&mut world, SignInField::Customer, " 1004");
    let effects = submit(&mut world, PASSWORD);
    asked(&effects);
    let number = &world.session().customer.as_ref().unwrap().number;
    assert_eq!(number.as_str(), " 1004", "as it was typed");
}

#[test]
fn the_first_list_proves_the_credentials() {
    let mut world = World::signed_in(TEST_SERVER);
    let asked = world.look_up("1004");
    world.listed(asked, Err(unreachable()));
    assert_eq!(world.session().trust, Trust::Unverified, "no connection says nothing of them");
    let asked = world.look_up("1004");
    world.listed(asked, Err(carddesk::api::ApiError::Refused(fault())));
    assert_eq!(world.session().trust, Trust::Refused);
    let asked = world.look_up("1004");
    world.listed(asked, Ok(list(&[FIRST])));
    assert_eq!(world.session().trust, Trust::Verified);
    let asked = world.look_up("1004");
    world.listed(asked, Err(carddesk::api::ApiError::Refused(fault())));
    assert_eq!(world.session().trust, Trust::Verified, "proven is proven");
}

#[test]
fn a_second_click_opens_no_second_session() {
    let mut world = World::new();
    let with = || SignInAction::With(Box::new(opening(TEST_SERVER)));
    let first = world.act(with());
    assert!(
        first.iter().any(|effect| matches!(effect, Effect::Session(SessionEffect::Open { .. })))
    );
    let id = world.session().id;
    assert!(world.act(with()).is_empty());
    assert!(submit(&mut world, PASSWORD).is_empty());
    assert_eq!(world.session().id, id);
}

#[test]
fn each_session_has_a_number_of_its_own() {
    let mut world = World::signed_in(TEST_SERVER);
    let first = world.session().id;
    world.act(SessionAction::SignOut);
    world.act(SignInAction::With(Box::new(opening(PRODUCTION))));
    assert_ne!(world.session().id, first);
    assert_eq!(world.session().environment(), Environment::Production);
}

#[test]
fn an_opening_may_name_a_customer() {
    let mut world = World::new();
    let mut with = opening(TEST_SERVER);
    with.customer = Some(CustomerNumber::parse("1004").unwrap());
    let effects = world.act(SignInAction::With(Box::new(with)));
    asked(&effects);
    assert_eq!(world.session().look_up.text, "1004");
}

/// What the sign-in page asks for when the sandbox is pressed.
fn ask_for_sandbox(world: &mut World) -> bool {
    let effects = world.act(SignInAction::Sandbox);
    effects.iter().any(|effect| matches!(effect, Effect::Session(SessionEffect::StartSandbox)))
}

#[test]
fn the_sandbox_is_started_once_and_signed_in_to() {
    let mut world = World::new();
    assert!(!ask_for_sandbox(&mut world), "there is none to offer");
    world.state.sandbox = SandboxOffer::OnDemand;
    assert!(ask_for_sandbox(&mut world));
    assert!(!ask_for_sandbox(&mut world), "it is on its way");
    world.learn(Event::SandboxStarted(Err("no free port".to_owned())));
    assert!(world.state.session().is_none());
    assert!(ask_for_sandbox(&mut world), "it is tried again");
    world.act(SettingsAction::Language(Language::Russian));
    world.learn(Event::SandboxStarted(Ok(Box::new(opening("127.0.0.1:9")))));
    assert_eq!(world.session().environment(), Environment::Sandbox);
    assert_eq!(world.session().credentials.language, Language::Russian);
    // It runs until the window closes.
    world.act(SessionAction::SignOut);
    assert!(!ask_for_sandbox(&mut world));
    assert!(world.state.session().is_some());
}

#[test]
fn who_signs_in_while_the_sandbox_starts_stays_there() {
    let mut world = World::new();
    world.state.sandbox = SandboxOffer::OnDemand;
    assert!(ask_for_sandbox(&mut world));
    world.act(SignInAction::With(Box::new(opening(PRODUCTION))));
    world.learn(Event::SandboxStarted(Ok(Box::new(opening("127.0.0.1:9")))));
    assert_eq!(world.session().environment(), Environment::Production);
}
