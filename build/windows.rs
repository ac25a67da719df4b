//! What the program's file holds for Windows alone, and how much stack its threads begin with.

use std::{env, io};

use winresource::WindowsResource;

const ICON: &str = "assets/icon/carddesk.ico";
const MANIFEST: &str = "assets/windows/carddesk.manifest";
/// What the main thread has elsewhere: files of strangers are drawn in it, and nest as they like.
const STACK: u32 = 8 * 1024 * 1024;
const ENGLISH: u16 = 0x0409;

/// Icon, version and manifest, where the program is built for Windows.
///
/// # Errors
/// The resource compiler is missing: `windres` of mingw, or `rc` of Microsoft's kit.
pub(crate) fn resources() -> io::Result<()> {
    println!("cargo::rerun-if-changed={ICON}");
    println!("cargo::rerun-if-changed={MANIFEST}");
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    let is_microsofts = env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|name| name == "msvc");
    let flag = if is_microsofts { "/STACK:" } else { "-Wl,--stack," };
    println!("cargo::rustc-link-arg-bins={flag}{STACK}");
    WindowsResource::new()
        .set_icon(ICON)
        .set_manifest_file(MANIFEST)
        .set_language(ENGLISH)
        .set("ProductName", "Carddesk")
        .set("FileDescription", "Carddesk")
        .set("OriginalFilename", "carddesk.exe")
        .compile_for("carddesk")
}
