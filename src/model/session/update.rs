//! Signing in and out, locking.

use secrecy::SecretString;

use crate::domain::{
    Credentials, CustomerNumber, CustomerNumberError, Language, Login, MerchantId, Password,
    ServerAddress,
};

use super::action::{SessionAction, SignInAction};
use super::effect::SessionEffect;
use super::opening::Opening;
use super::sandbox::SandboxOffer;
use super::sign_in::{FieldProblem, SignInField, SignInForm};
use super::state::{Page, Session};
use super::{leaving, locking};
use crate::model::effect::Effects;
use crate::model::ids::SessionId;
use crate::model::journal::JournalEffect;
use crate::model::lists::ListEffect;
use crate::model::look_up::LookUpEffect;
use crate::model::now::Now;
use crate::model::queue::QueueEffect;
use crate::model::removal::RemovalEffect;
use crate::model::state::{Stage, State};
use crate::model::verify::VerdictEffect;
use crate::model::{journal, look_up, queue, settings};

pub(in crate::model) fn sign_in(
    state: &mut State,
    action: SignInAction,
    now: Now,
    fx: &mut Effects,
) {
    match action {
        SignInAction::Edit { field, text } => {
            if let Stage::SignIn(form) = &mut state.stage {
                edit(form, field, text);
            }
        }
        SignInAction::Submit { password } => submit(state, password, now, fx),
        // A second click finds the session open.
        SignInAction::With(_) if state.session().is_some() => {}
        SignInAction::With(opening) => sign_in_with(state, *opening, now, fx),
        SignInAction::Sandbox => ask_for_sandbox(state, now, fx),
    }
}

fn sign_in_with(state: &mut State, opening: Opening, now: Now, fx: &mut Effects) {
    let Opening { server, credentials, customer, known } = opening;
    open(state, server, credentials, now, customer, fx);
    if let Some(session) = state.session_mut() {
        session.known = known;
        // They come first, whoever is looked up.
        let mut numbers = queue::known(session);
        numbers.extend(session.queue.rows().iter().map(|row| row.number.clone()));
        session.queue.take(&numbers);
        session.queue.is_list = false;
    }
}

/// Signs in to the sandbox, or has it started first.
fn ask_for_sandbox(state: &mut State, now: Now, fx: &mut Effects) {
    if state.session().is_some() {
        return;
    }
    match &state.sandbox {
        SandboxOffer::Absent | SandboxOffer::Starting => {}
        SandboxOffer::OnDemand | SandboxOffer::Failed(_) => {
            state.sandbox = SandboxOffer::Starting;
            fx.push(SessionEffect::StartSandbox);
        }
        SandboxOffer::Running(opening) => {
            let mut opening = opening.clone();
            // It answers in the language of the window, whichever was chosen meanwhile.
            opening.credentials.language = state.language();
            sign_in_with(state, *opening, now, fx);
        }
    }
}

/// The sandbox has started, or has not. Who has signed in elsewhere meanwhile stays there.
pub(in crate::model) fn sandbox_started(
    state: &mut State,
    result: Result<Box<Opening>, String>,
    now: Now,
    fx: &mut Effects,
) {
    state.sandbox = match result {
        Ok(opening) => SandboxOffer::Running(opening),
        Err(reason) => SandboxOffer::Failed(reason),
    };
    if matches!(state.sandbox, SandboxOffer::Running(_)) {
        ask_for_sandbox(state, now, fx);
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

fn submit(state: &mut State, password: SecretString, now: Now, fx: &mut Effects) {
    // The gateway answers in the language of the window.
    let language = state.language();
    let Stage::SignIn(form) = &mut state.stage else { return };
    let (server, credentials, customer) = match read(form, password, language) {
        Ok(read) => read,
        Err(problems) => {
            form.problems = problems;
            return fx.push(SessionEffect::FocusForm);
        }
    };
    // The page says why. This machine is asked without a proxy.
    if state.proxy_trouble.is_some() && !server.is_loopback() {
        return;
    }
    state.settings.last_server = form.server.trim().to_owned();
    state.settings.last_merchant = credentials.merchant_id.get().to_string();
    settings::save(state, fx);
    open(state, server, credentials, now, customer, fx);
}

type Read = (ServerAddress, Credentials, Option<CustomerNumber>);

/// Reads the form; all problems are reported at once.
fn read(
    form: &SignInForm,
    password: SecretString,
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
        (Some(_), Some(_), Some(_), Some(password), Some(Some(customer)))
            if password.matches(customer.as_str().trim()) =>
        {
            Err(vec![FieldProblem::Customer(CustomerNumberError::IsPassword)])
        }
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
    fx: &mut Effects,
) {
    let session = SessionId(state.next_number());
    state.dialog = None;
    state.stage =
        Stage::SignedIn(Box::new(Session::new(session, server.clone(), credentials, now)));
    fx.push(SessionEffect::Open { session, server });
    // Removals that were left open show at once.
    fx.push(JournalEffect::Read { session });
    fx.push(RemovalEffect::ReadPending { session });
    fx.push(VerdictEffect::ReadAcknowledged { session });
    fx.push(ListEffect::ReadColumns);
    let whose = state.session().and_then(Session::whose).filter(|_| state.settings.keep_recent);
    if let Some(whose) = whose {
        fx.push(QueueEffect::ReadRecent { session, whose });
    }
    if let Some(customer) = customer {
        look_up::ask(state, customer, now, fx);
        fx.push(LookUpEffect::BeginAtFirst);
    }
    fx.push(LookUpEffect::FocusField);
}

pub(in crate::model) fn act(state: &mut State, action: SessionAction, now: Now, fx: &mut Effects) {
    match action {
        SessionAction::SignOut => leaving::sign_out(state, now, fx),
        SessionAction::Correct => leaving::correct(state, now, fx),
        SessionAction::Lock => locking::lock(state, fx),
        SessionAction::Unlock { password } => locking::unlock(state, password, now, fx),
        SessionAction::Show(page) => {
            let Some(session) = state.session_mut() else { return };
            session.page = page;
            state.dialog = None;
            match page {
                Page::Journal => journal::read(state, fx),
                Page::Customer | Page::Sheet | Page::Batch => {}
            }
        }
    }
}
