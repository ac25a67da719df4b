//! The process that holds a password: no other program of the user's reads its memory, and none is left on
//! disk when it crashes.

/// From now on no core dump is written and no debugger of the same user looks in; the system's files about
/// the process belong to the administrator. Where the system has nothing of the kind, nothing is done.
pub(super) fn guard() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // Lower is always allowed.
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        let _set = setrlimit(Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    if !is_watched() {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _set = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Whoever measures or debugs a build for that says so; packages hear nothing of it.
#[cfg(target_os = "linux")]
fn is_watched() -> bool {
    cfg!(debug_assertions) && std::env::var_os("CARDDESK_DEBUGGED").is_some()
}
