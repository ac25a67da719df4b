//! Signing in and out, locking.

use secrecy::ExposeSecret;

use crate::api::ApiError;
use crate::domain::{
    Credentials, CustomerNumber, Language, Login, MerchantId, Password, ServerAddress,
};
use crate::removal::ResolveError;

use super::super::action::{SessionAction, SignInAction};
use super::super::effect::Effect;
use super::super::state::{
    FieldProblem, Now, Opening, Page, Session, SessionId, SignInField, SignInForm, Stage, State,
};
use super::{close_dialog_if, journal, look_up, queue};

pub(super) fn sign_in(state: &mut State, action: SignInAction, now: Now) -> Vec<Effect> {
    match action {
        SignInAction::Edit { field, text } => {
            if let Stage::SignIn(form) = &mut state.stage {
                edit(form, field, text);
            }
            Vec::new()
        }
        SignInAction::Submit { password } => submit(state, password, now),
        // A second click finds the session open.
        SignInAction::With(_) if state.session().is_some() => Vec::new(),
        SignInAction::With(opening) => {
            let Opening { server, credentials, customer, known } = *opening;
            let effects = open(state, server, credentials, now, customer);
            if let Some(session) = state.session_mut() {
                session.known = known;
                // They come first, whoever is looked up.
                let mut numbers = queue::known(session);
                numbers.extend(session.queue.rows().iter().map(|row| row.number.clone()));
                session.queue.take(&numbers);
                session.queue.is_list = false;
            }
            effects
        }
    }
}

fn edit(form: &mut SignInForm, field: SignInField, text: String) {
    let stale = |problem: &FieldProblem| match problem {
        FieldProblem::Server(_) | FieldProblem::Unreachable => field == SignInField::Server,
        FieldProblem::Merchant(_) => field == SignInField::Merchant,
        FieldProblem::Login(_) => field == SignInField::Login,
        FieldProblem::Refused => matches!(field, SignInField::Merchant | SignInField::Login),
        FieldProblem::Customer(_) => field == SignInField::Customer,
        FieldProblem::Password(_) => false,
    };
    form.problems.retain(|problem| !stale(problem));
    match field {
        SignInField::Server => form.server = text,
        SignInField::Merchant => form.merchant = text,
        SignInField::Login => form.login = text,
        SignInField::Customer => form.customer = text,
    }
}

fn submit(state: &mut State, password: secrecy::SecretString, now: Now) -> Vec<Effect> {
    // The gateway answers in the language of the window.
    let language = state.language();
    let Stage::SignIn(form) = &mut state.stage else { return Vec::new() };
    let (server, credentials, customer) = match read(form, password, language) {
        Ok(read) => read,
        Err(problems) => {
            form.problems = problems;
            return vec![Effect::FocusForm];
        }
    };
    // The page says why. This machine is asked without a proxy.
    if state.proxy_trouble.is_some() && !server.is_loopback() {
        return Vec::new();
    }
    state.settings.last_server = form.server.trim().to_owned();
    state.settings.last_merchant = credentials.merchant_id.get().to_string();
    let mut effects = vec![Effect::SaveSettings(Box::new(state.settings.clone()))];
    effects.extend(open(state, server, credentials, now, customer));
    effects
}

type Read = (ServerAddress, Credentials, Option<CustomerNumber>);

/// Reads the form; all problems are told at once.
fn read(
    form: &SignInForm,
    password: secrecy::SecretString,
    language: Language,
) -> Result<Read, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let mut note = |problem| problems.push(problem);
    let server = ServerAddress::parse(&form.server).map_err(|e| note(FieldProblem::Server(e))).ok();
    let merchant =
        MerchantId::parse(&form.merchant).map_err(|e| note(FieldProblem::Merchant(e))).ok();
    let login = Login::parse(&form.login).map_err(|e| note(FieldProblem::Login(e))).ok();
    let password = Password::parse(password).map_err(|e| note(FieldProblem::Password(e))).ok();
    let customer = if form.customer.is_empty() {
        Some(None)
    } else {
        let parsed = CustomerNumber::parse(&form.customer);
        parsed.map(Some).map_err(|e| note(FieldProblem::Customer(e))).ok()
    };
    match (server, merchant, login, password, customer) {
        (Some(server), Some(merchant_id), Some(login), Some(password), Some(customer)) => {
            Ok((server, Credentials { merchant_id, login, password, language }, customer))
        }
        _ => Err(problems),
    }
}

fn open(
    state: &mut State,
    server: ServerAddress,
    credentials: Credentials,
    now: Now,
    customer: Option<CustomerNumber>,
) -> Vec<Effect> {
    let id = SessionId(state.next_number());
    state.dialog = None;
    state.stage = Stage::Desk(Box::new(Session::new(id, server.clone(), credentials)));
    // Removals that were left open show at once.
    let mut effects = vec![
        Effect::OpenSession { session: id, server },
        Effect::ReadJournal,
        Effect::ReadLeftOver { session: id },
        Effect::ReadAcknowledged { session: id },
        Effect::ReadColumns,
    ];
    let whose = state.session().and_then(Session::whose).filter(|_| state.settings.keep_recent);
    effects.extend(whose.map(|whose| Effect::ReadRecent { session: id, whose }));
    if let Some(customer) = customer {
        effects.extend(look_up::ask(state, customer, now));
        effects.push(Effect::BeginAtFirst);
    }
    effects.push(Effect::FocusLookUp);
    effects
}

pub(super) fn session(state: &mut State, action: SessionAction, now: Now) -> Vec<Effect> {
    match action {
        SessionAction::SignOut => sign_out(state),
        SessionAction::Correct => correct(state),
        SessionAction::Lock => {
            // Locking means Cancel: no question stays open behind the lock.
            state.dialog = None;
            if let Some(session) = state.session_mut() {
                session.locked = true;
                session.unlock_failed = false;
            }
            Vec::new()
        }
        SessionAction::Unlock { password } => {
            if let Some(session) = state.session_mut() {
                let right = session.credentials.password.matches(password.expose_secret());
                session.locked = !right;
                session.unlock_failed = !right;
            }
            // What came up behind the lock is seen only now.
            state.notices.iter_mut().for_each(|notice| notice.since = now.timestamp);
            Vec::new()
        }
        SessionAction::Show(page) => {
            let Some(session) = state.session_mut() else { return Vec::new() };
            session.page = page;
            close_dialog_if(state, |_| true);
            match page {
                Page::Journal => journal::read(state),
                Page::Customer | Page::Sheet | Page::Batch => Vec::new(),
            }
        }
    }
}

/// Signs out, and leaves the form as it was filled in; but for the password, which is forgotten.
fn correct(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session() else { return Vec::new() };
    let remembered = state.settings.last_server.as_str();
    let is_it = ServerAddress::parse(remembered).is_ok_and(|server| server == session.server);
    let server = if is_it { remembered } else { session.server.url().as_str() };
    let resolving = match &state.journal.resolve_error {
        Some((_, ResolveError::List(error))) => Some(error),
        Some(_) | None => None,
    };
    let listing = session.customer.as_ref().and_then(|customer| customer.list.error());
    let problem = match listing.or(resolving) {
        Some(ApiError::Refused(_)) => Some(FieldProblem::Refused),
        Some(ApiError::Unreachable { .. }) => Some(FieldProblem::Unreachable),
        Some(_) | None => None,
    };
    let form = SignInForm {
        server: server.trim_end_matches('/').to_owned(),
        merchant: session.credentials.merchant_id.get().to_string(),
        login: session.credentials.login.as_str().to_owned(),
        customer: session.customer.as_ref().map_or_else(String::new, |c| c.number.as_str().into()),
        problems: problem.into_iter().collect(),
    };
    let effects = sign_out(state);
    state.stage = Stage::SignIn(form);
    effects
}

fn sign_out(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session() else { return Vec::new() };
    let running = session.removals.iter().filter(|run| run.is_running()).map(|run| run.number);
    let revoking = session.revocations.iter().filter(|run| run.is_running());
    let running: Vec<u64> = running.chain(revoking.map(|run| run.number)).collect();
    state.left_running.extend(running);
    state.dialog = None;
    state.stage = Stage::SignIn(SignInForm::remembered(&state.settings));
    state.notices.clear();
    state.journal = super::super::state::JournalState::default();
    vec![Effect::CloseSession]
}
