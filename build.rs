//! Makes the typed keys of the window's texts out of `assets/i18n/en.ftl`, and ends the build where the
//! languages disagree; says which commit is built; puts icon, version and manifest into the program for
//! Windows.
#![allow(clippy::print_stdout, reason = "how Cargo is told")]

#[path = "build/commit.rs"]
mod commit;
#[path = "build/texts.rs"]
mod texts;
#[path = "build/windows.rs"]
mod windows;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FOLDER: &str = "assets/i18n";

fn main() -> io::Result<()> {
    for path in ["build.rs", "build", FOLDER] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rustc-env=CARDDESK_COMMIT={}", commit::commit());
    windows::resources()?;
    let window = of_both(["en.ftl", "ru.ftl"])?;
    let rules = of_both(["rules.en.ftl", "rules.ru.ftl"])?;
    let reports = of_both(["report.en.ftl", "report.ru.ftl"])?;
    let mut wrong: Vec<String> = Vec::new();
    for topic in [&window, &rules, &reports] {
        wrong.extend(texts::disagreements(topic));
    }
    wrong.extend(texts::repeated(&[&window, &rules, &reports]));
    let keys = texts::typed_keys(&window).unwrap_or_else(|found| {
        wrong.extend(found);
        String::new()
    });
    for line in wrong {
        println!("cargo::error={line}");
    }
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(folder.join("keys.rs"), keys)
}

/// A topic's files: English, then Russian.
fn of_both(names: [&str; 2]) -> io::Result<[texts::Source; 2]> {
    let [english, russian] = names.map(source);
    Ok([english?, russian?])
}

fn source(name: &str) -> io::Result<texts::Source> {
    let path = Path::new(FOLDER).join(name);
    let name = path.display().to_string();
    let text = fs::read_to_string(path);
    let text = text.map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
    Ok(texts::Source { name, text })
}
