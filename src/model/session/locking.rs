//! The lock: by hand, after a while without a person, by the system's; and the way back.

use jiff::Timestamp;
use secrecy::SecretString;

use crate::domain::{Password, PasswordError};
use crate::settings::LockAfter;

use super::state::Session;
use super::wrong::{MOST_WRONG, WrongPasswords};
use crate::model::cards;
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::state::State;

/// Hides everything behind the password, of which a slow digest alone is kept.
pub(in crate::model) fn lock(state: &mut State, fx: &mut Effects) {
    if state.session().is_none_or(|session| session.locked) {
        return;
    }
    // Locking means Cancel: no question about a removal stays open behind the lock. What was
    // typed elsewhere is not lost.
    let dialog = state.dialog.take().filter(Dialog::is_filled_in);
    state.set_aside = dialog.or(state.set_aside.take());
    cards::forget_copied(state, fx);
    let Some(session) = state.session_mut() else { return };
    session.locked = true;
    session.wrong_passwords = WrongPasswords::default();
    let sealed = session.credentials.password.sealed(&session.salt());
    session.credentials.password = sealed;
}

/// Takes a password behind the lock; nothing is sent.
pub(super) fn unlock(state: &mut State, password: SecretString, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut().filter(|session| session.locked) else { return };
    if session.wrong_passwords.wait(now.timestamp).is_some() {
        return;
    }
    let password = match Password::parse(password) {
        // Nothing typed is no try.
        Err(PasswordError::Empty) => return,
        parsed => parsed.ok().filter(|password| session.credentials.password.is(password)),
    };
    let Some(password) = password else {
        session.wrong_passwords.add(now.timestamp);
        if session.wrong_passwords.count() >= MOST_WRONG {
            super::leaving::sign_out(state, now, fx);
            state.notify(NoticeKind::TooManyWrongPasswords, now);
        }
        return;
    };
    session.credentials.password = password;
    session.locked = false;
    session.wrong_passwords = WrongPasswords::default();
    session.attended = now.timestamp;
    state.dialog = state.set_aside.take();
    // What came up behind the lock is seen only now.
    state.notices.iter_mut().for_each(|notice| notice.since = now.timestamp);
}

/// A person did something. After too long without one the window locks first.
pub(in crate::model) fn attend(state: &mut State, now: Now, fx: &mut Effects) {
    lock_if_idle(state, now, fx);
    if let Some(session) = state.session_mut() {
        session.attended = now.timestamp;
    }
}

/// Locks where nobody has done anything for as long as the settings say.
pub(in crate::model) fn lock_if_idle(state: &mut State, now: Now, fx: &mut Effects) {
    let minutes = state.settings.lock_after;
    let Some(session) = state.session_mut() else { return };
    session.wrong_passwords.heed_clock(now.timestamp);
    // A clock that was set back does not put the lock off by more than what it stands at.
    session.attended = session.attended.min(now.timestamp);
    if now.timestamp.duration_since(session.attended) >= minutes.duration() {
        lock(state, fx);
    }
}

impl Session {
    /// When the window locks by itself; `None` where it is locked.
    pub(in crate::model) fn locks_at(&self, after: LockAfter) -> Option<Timestamp> {
        (!self.locked).then(|| self.attended.checked_add(after.duration()).ok()).flatten()
    }

    /// Tells digests of the same password apart: of other merchants, logins and servers.
    fn salt(&self) -> Vec<u8> {
        let Self { server, credentials, .. } = self;
        let merchant = credentials.merchant_id.get();
        format!("{server} {merchant} {}", credentials.login.as_str()).into_bytes()
    }
}

impl State {
    /// When the window has something to do without being asked: to lock, to clear the clipboard, to count
    /// a wait down.
    pub fn next_deed(&self, now: Now) -> Option<Timestamp> {
        let session = self.session();
        let lock = session.and_then(|session| session.locks_at(self.settings.lock_after));
        let clipboard = self.copied.and_then(cards::copied_until);
        let second = jiff::SignedDuration::from_secs(1);
        let waits = |session: &Session| session.wrong_passwords.wait(now.timestamp).is_some();
        let counted = session.filter(|session| session.locked && waits(session));
        let counted = counted.and_then(|_| now.timestamp.checked_add(second).ok());
        [lock, clipboard, counted].into_iter().flatten().min()
    }
}
