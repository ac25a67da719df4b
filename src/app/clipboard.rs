//! Secrets on the clipboard: marked as such, and taken off it where they are still there.
//!
//! egui's own clipboard knows neither a mark nor a way to look. Where the window is one of X11, Windows or
//! macOS, secrets therefore go there by the library that egui itself uses.

use std::sync::{Arc, Mutex, PoisonError};

use arboard::{Clipboard as System, Set};
use egui::Context;
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::domain::Digest;
use crate::jobs::{Jobs, Lane};
use crate::model::Event;

use super::display;

/// The clipboard, as far as secrets are concerned.
#[derive(Default)]
pub(super) struct Clipboard {
    way: Way,
    /// What was copied last, if it was a secret.
    copied: Option<Digest>,
    /// Whether another program may have copied something since.
    is_unsure: bool,
}

/// How secrets get there.
#[derive(Default)]
enum Way {
    /// As any text, without a mark.
    #[default]
    Egui,
    /// Past egui, from the first secret on: few windows ever copy one.
    NotOpened,
    /// The same, opened.
    System(Arc<Mutex<System>>),
}

impl Clipboard {
    /// That of the system, but under Wayland: there a window alone may copy, and egui is the one that knows it.
    pub(super) fn of_system() -> Self {
        let way = if display::is_wayland() { Way::Egui } else { Way::NotOpened };
        Self { way, ..Self::default() }
    }

    pub(super) fn copy_secret(&mut self, ctx: &Context, secret: &SecretString) {
        let text = secret.expose_secret();
        (self.copied, self.is_unsure) = (Some(Digest::of(text.as_bytes())), false);
        if matches!(self.way, Way::NotOpened) {
            let opened = System::new().map(|system| Arc::new(Mutex::new(system)));
            self.way = opened.map_or(Way::Egui, Way::System);
        }
        let marked = |system: &Arc<Mutex<System>>| {
            let mut system = system.lock().unwrap_or_else(PoisonError::into_inner);
            hidden(system.set()).text(text).is_ok()
        };
        if !self.system().is_some_and(marked) {
            // Without a mark, but copied.
            self.way = Way::Egui;
            ctx.copy_text(text.to_owned());
        }
    }

    fn system(&self) -> Option<&Arc<Mutex<System>>> {
        match &self.way {
            Way::System(system) => Some(system),
            Way::Egui | Way::NotOpened => None,
        }
    }

    /// Something else was copied by this program.
    pub(super) fn copied_other(&mut self) {
        self.copied = None;
    }

    /// The window lost the focus: whoever has it may copy.
    pub(super) fn lost_sight(&mut self) {
        self.is_unsure = true;
    }

    /// Takes the secret off the clipboard, if it is still there: looked at beside the window, since another
    /// program may take its time to answer.
    pub(super) fn forget(&mut self, ctx: &Context, jobs: &Jobs<Event>) {
        let Some(copied) = self.copied.take() else { return };
        match self.system() {
            Some(system) => {
                let system = Arc::clone(system);
                jobs.prepare(Lane::Files, move || clear(&system, &copied));
            }
            None if !self.is_unsure => ctx.copy_text(String::new()),
            None => {}
        }
    }
}

impl Drop for Clipboard {
    /// A window that closes leaves no secret, which a manager of clipboards would keep.
    fn drop(&mut self) {
        if let (Some(system), Some(copied)) = (self.system(), &self.copied) {
            clear(system, copied);
        }
    }
}

/// Empties the clipboard where it holds what was copied.
fn clear(system: &Mutex<System>, copied: &Digest) {
    let mut system = system.lock().unwrap_or_else(PoisonError::into_inner);
    let held = system.get_text().map(Zeroizing::new);
    if held.is_ok_and(|held| Digest::of(held.as_bytes()) == *copied) {
        // Where it cannot be emptied, nothing more can be done.
        let _emptied = system.clear();
    }
}

/// Kept out of histories of the clipboard, where the system knows a mark for that.
#[cfg(target_os = "linux")]
fn hidden(set: Set<'_>) -> Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

/// Kept out of histories of the clipboard, where the system knows a mark for that.
#[cfg(windows)]
fn hidden(set: Set<'_>) -> Set<'_> {
    arboard::SetExtWindows::exclude_from_monitoring(set)
}

/// Other systems know no mark, or their library none.
#[cfg(not(any(target_os = "linux", windows)))]
fn hidden(set: Set<'_>) -> Set<'_> {
    set
}
