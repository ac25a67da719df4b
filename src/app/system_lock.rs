//! The system's own lock, and its sleep: the window locks with it. Told by D-Bus on Linux; elsewhere no
//! library tells of it without `unsafe`, and the window locks by the time alone.

use super::signals::Ending;

/// From now on `locked` is set, and `told` called, when the screen is locked or the computer goes to sleep.
#[cfg(target_os = "linux")]
pub(super) fn heed_system_lock(locked: &Ending, told: impl Fn() + Clone + Send + 'static) {
    for bus in linux::BUSES {
        let (locked, told) = (Ending::clone(locked), told.clone());
        let heard = move || {
            locked.store(true, std::sync::atomic::Ordering::SeqCst);
            told();
        };
        let listen = move || linux::listen(bus, heard);
        // A system without it has nothing to tell.
        let _started = std::thread::Builder::new().name("system lock".to_owned()).spawn(listen);
    }
}

/// Nothing is told here.
#[cfg(not(target_os = "linux"))]
pub(super) fn heed_system_lock(_locked: &Ending, _told: impl Fn() + Clone + Send + 'static) {}

#[cfg(target_os = "linux")]
mod linux {
    use zbus::MatchRule;
    use zbus::blocking::{Connection, MessageIterator, Proxy};
    use zbus::message::Type;
    use zbus::zvariant::OwnedObjectPath;

    /// One of the two buses, and what is heard there.
    #[derive(Clone, Copy)]
    pub(super) enum Bus {
        /// logind: this login is locked, or the computer goes to sleep.
        System,
        /// Screen savers of desktops.
        Session,
    }

    pub(super) const BUSES: [Bus; 2] = [Bus::System, Bus::Session];

    /// Until the bus is gone.
    pub(super) fn listen(bus: Bus, heard: impl Fn()) {
        // No bus, or one that tells nothing, is how many systems are.
        let _ended = follow(bus, heard);
    }

    fn follow(bus: Bus, heard: impl Fn()) -> zbus::Result<()> {
        let (connection, rule) = match bus {
            Bus::System => {
                let rule = MatchRule::builder().msg_type(Type::Signal);
                (Connection::system()?, rule.sender("org.freedesktop.login1")?)
            }
            Bus::Session => {
                let rule = MatchRule::builder().msg_type(Type::Signal);
                (Connection::session()?, rule.member("ActiveChanged")?)
            }
        };
        let login = match bus {
            Bus::System => own_login(&connection),
            Bus::Session => None,
        };
        for message in MessageIterator::for_match_rule(rule.build(), &connection, None)? {
            let message = message?;
            let header = message.header();
            let interface = header.interface().map_or("", |name| name.as_str());
            let is_true = || message.body().deserialize::<bool>().unwrap_or_default();
            let is_heard = match (interface, header.member().map_or("", |name| name.as_str())) {
                ("org.freedesktop.login1.Manager", "PrepareForSleep") => is_true(),
                ("org.freedesktop.login1.Session", "Lock") => {
                    let path = header.path().map(|path| path.as_str());
                    login.as_ref().is_none_or(|login| path == Some(login.as_str()))
                }
                (name, "ActiveChanged") if name.ends_with(".ScreenSaver") => is_true(),
                _ => false,
            };
            if is_heard {
                heard();
            }
        }
        Ok(())
    }

    /// The login that this process belongs to; `None` where it is in none.
    fn own_login(connection: &Connection) -> Option<OwnedObjectPath> {
        let manager = Proxy::new(
            connection,
            "org.freedesktop.login1",
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
        );
        manager.ok()?.call("GetSessionByPID", &std::process::id()).ok()
    }
}
