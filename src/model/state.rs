//! Everything the window knows. What can be derived is a method, not a field.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::domain::Language;
use crate::journal::{RemovalId, RemovalRecord};
use crate::network::ProxyError;
use crate::settings::{KnownColumns, Settings};

use super::dialog::Dialog;
use super::notice::{Notice, NoticeKind};
use super::now::Now;
use crate::model::journal::JournalState;
use crate::model::removal::RemovalRun;
use crate::model::session::{SandboxOffer, Session, SignInForm};

/// Before or after signing in.
#[derive(Debug)]
pub enum Stage {
    /// The form, filled in with the server and merchant of last time.
    SignIn(SignInForm),
    /// Calls can be made. Boxed, since it is many times larger than the form.
    SignedIn(Box<Session>),
}

/// The whole of it.
#[derive(Debug)]
pub struct State {
    /// As in force in this window, written or not.
    pub settings: Settings,
    /// Signed in or not.
    pub stage: Stage,
    /// At most one at a time; `None` when nothing lies over the page.
    pub dialog: Option<Dialog>,
    /// As last read; emptied at sign-out.
    pub journal: JournalState,
    /// The oldest first; no two of the same kind and values.
    pub notices: Vec<Notice>,
    /// Columns that were chosen, by the shape of lists.
    pub(crate) columns: KnownColumns,
    /// The embedded sandbox, as the sign-in page offers it.
    pub sandbox: SandboxOffer,
    /// The system's language, which holds until the person chooses another.
    pub system_language: Language,
    /// Given on the command line: holds for this run, until the person chooses another.
    pub given_language: Option<Language>,
    /// A proxy is set, and its setting cannot be read: only this machine is signed in to.
    pub proxy_trouble: Option<ProxyError>,
    /// The operating system's user name: who acknowledges where no operator is named.
    pub os_user: String,
    /// Open removals that are not shown any more until the next start.
    pub put_aside: HashSet<RemovalId>,
    /// Removals of sessions that were left, still under way.
    pub(super) left_running: Vec<u64>,
    /// What was being typed in a dialog when the window was locked: it comes back afterwards.
    pub(super) set_aside: Option<Dialog>,
    /// When a whole token was copied that is to leave the clipboard again.
    pub(super) copied: Option<Timestamp>,
    /// Whether the window closes once no removal is under way, and none may be begun.
    pub(super) ending: bool,
    counter: u64,
}

impl State {
    /// Before anything happened.
    pub fn new(settings: Settings, system_language: Language) -> Self {
        let form = SignInForm::remembered(&settings);
        Self {
            settings,
            stage: Stage::SignIn(form),
            dialog: None,
            journal: JournalState::default(),
            notices: Vec::new(),
            columns: KnownColumns::default(),
            sandbox: SandboxOffer::Absent,
            system_language,
            given_language: None,
            proxy_trouble: None,
            os_user: String::new(),
            put_aside: HashSet::new(),
            left_running: Vec::new(),
            set_aside: None,
            copied: None,
            ending: false,
            counter: 0,
        }
    }

    /// The window's language.
    pub fn language(&self) -> Language {
        self.given_language.or(self.settings.language).unwrap_or(self.system_language)
    }

    /// Removals of earlier that a list should still decide. While one is running, its own intent
    /// has no outcome yet, so none is shown.
    pub fn unresolved(&self) -> &[RemovalRecord] {
        match self.journal.view.value() {
            Some(reading) if !self.is_removing() => &reading.unresolved,
            Some(_) | None => &[],
        }
    }

    /// The line at which the journal is broken, as far as it has been read, unless somebody has taken that
    /// on: nothing is removed.
    pub fn broken_line(&self) -> Option<u64> {
        self.journal.view.value()?.chain.broken().map(|(line, _)| line)
    }

    /// The session; `None` on the sign-in page.
    pub fn session(&self) -> Option<&Session> {
        match &self.stage {
            Stage::SignedIn(session) => Some(session),
            Stage::SignIn(_) => None,
        }
    }

    pub(super) fn session_mut(&mut self) -> Option<&mut Session> {
        match &mut self.stage {
            Stage::SignedIn(session) => Some(session),
            Stage::SignIn(_) => None,
        }
    }

    pub(super) fn next_number(&mut self) -> u64 {
        self.counter += 1;
        self.counter
    }

    pub(super) fn notify(&mut self, kind: NoticeKind, now: Now) {
        self.notices.retain(|notice| notice.kind != kind);
        self.notices.push(Notice { kind, since: now.timestamp });
    }

    /// Closes the dialog where it is one of these; closes nothing else.
    pub(super) fn close_dialog_if(&mut self, matches: impl FnOnce(&Dialog) -> bool) {
        if self.dialog.as_ref().is_some_and(matches) {
            self.dialog = None;
        }
    }

    /// Whether a notice will leave by itself. None does behind the lock, where not all are shown.
    pub fn has_passing_notice(&self) -> bool {
        !self.is_locked() && self.notices.iter().any(|notice| !notice.kind.stays())
    }

    /// Whether a session is there and hidden; `false` on the sign-in page.
    pub fn is_locked(&self) -> bool {
        self.session().is_some_and(|session| session.locked)
    }

    /// Whether a removal is under way, be it of a session that was left: the window must not close
    /// over it.
    pub fn is_removing(&self) -> bool {
        let running = |session: &Session| session.removals.iter().any(RemovalRun::is_running);
        self.session().is_some_and(running) || !self.left_running.is_empty()
    }
}
