//! Names of files that every system takes, so that a folder can be copied to any of them.

/// Names that are devices on Windows, whatever ending stands behind them.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// Those of ports, with a digit behind them.
const PORTS: [&str; 2] = ["com", "lpt"];
/// Bytes of a stem: the shortest limit of a name is 143 (eCryptfs), and a number may follow.
const MOST_BYTES: usize = 120;

/// Stem and ending of a name that Windows, macOS and Linux take; much the same, where they take it.
pub(super) fn portable(name: &str) -> (String, String) {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = part(ending, MOST_BYTES / 4);
    let ending = if ending.is_empty() { "bin".to_owned() } else { ending };
    // Room for the mark of a device's name.
    let mut stem = part(stem, MOST_BYTES - 1);
    if stem.is_empty() {
        "file".clone_into(&mut stem);
    }
    if is_device(&stem) {
        // Before the first dot: the name ends there for Windows.
        let end = stem.find('.').unwrap_or(stem.len());
        stem.insert(end, '_');
    }
    (stem, ending)
}

fn part(text: &str, most: usize) -> String {
    let allowed = |c: char| if is_refused(c) { '_' } else { c };
    let mut part = String::new();
    for c in text.trim_start().chars().map(allowed) {
        if part.len() + c.len_utf8() > most {
            break;
        }
        part.push(c);
    }
    part.truncate(part.trim_end_matches(['.', ' ']).len());
    part
}

fn is_refused(c: char) -> bool {
    c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
}

fn is_device(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or(stem).trim_end().to_lowercase();
    let is_port = |port: &&str| {
        let number = base.strip_prefix(*port).map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    };
    DEVICES.contains(&base.as_str()) || PORTS.iter().any(is_port)
}
