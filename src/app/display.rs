//! Which display the environment names.

/// Whether it names one that windows can be opened on; systems other than Linux need not.
pub(super) fn is_named() -> bool {
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_wayland()
}

/// Whether that is Wayland's, which goes before X11's.
pub(super) fn is_wayland() -> bool {
    cfg!(target_os = "linux") && (is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET"))
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}
