//! The commit that a release is built from.

use std::env;
use std::process::Command;

/// What stands for it where there is none to name.
const UNKNOWN: &str = "unknown commit";
/// Builds for tests do not ask: each commit would build them anew.
const DEVELOPMENT: &str = "development build";

/// The commit's first twelve digits; `CARDDESK_COMMIT` where sources come without their repository.
pub(super) fn commit() -> String {
    println!("cargo::rerun-if-env-changed=CARDDESK_COMMIT");
    if let Ok(given) = env::var("CARDDESK_COMMIT") {
        return given;
    }
    if env::var("PROFILE").as_deref() != Ok("release") {
        return DEVELOPMENT.to_owned();
    }
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
        println!("cargo::rerun-if-changed={log}");
    }
    git(&["rev-parse", "--short=12", "HEAD"]).unwrap_or_else(|| UNKNOWN.to_owned())
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    Some(said.trim().to_owned()).filter(|said| output.status.success() && !said.is_empty())
}
