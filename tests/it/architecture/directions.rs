use super::Findings;
use super::source::Source;

/// Whom each module may name. `cli` stands above all; a module that is missing here is new and
/// has to be thought about.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("lib", &[]),
    ("domain", &[]),
    ("store", &[]),
    ("jobs", &[]),
    ("pixels", &[]),
    ("painter", &[]),
    ("diagnostics", &["domain", "store"]),
    ("i18n", &["domain"]),
    ("network", &[]),
    ("api", &["domain", "network"]),
    ("media", &["domain", "network", "pixels", "store"]),
    ("verify", &["domain", "media", "i18n"]),
    ("journal", &["domain", "store"]),
    ("acknowledged", &["domain", "verify", "settings", "store"]),
    // Settings name the journal's folder in their documentation alone.
    ("settings", &["domain", "store"]),
    (
        "words",
        &[
            "domain",
            "i18n",
            "network",
            "api",
            "media",
            "journal",
            "acknowledged",
            "customers",
            "settings",
        ],
    ),
    ("removal", &["domain", "i18n", "api", "journal", "store", "words"]),
    ("customers", &["domain"]),
    (
        "batch",
        &[
            "domain",
            "i18n",
            "network",
            "api",
            "media",
            "pixels",
            "verify",
            "journal",
            "acknowledged",
            "customers",
            "store",
            "words",
        ],
    ),
    // Never `api`: a fake that shares the client's types hides the client's mistakes.
    ("sandbox", &["domain"]),
    (
        "model",
        &[
            "domain",
            "network",
            "api",
            "media",
            "verify",
            "acknowledged",
            "batch",
            "customers",
            "journal",
            "removal",
            "settings",
            "jobs",
        ],
    ),
    (
        "ui",
        &[
            "model",
            "domain",
            "network",
            "i18n",
            "api",
            "media",
            "verify",
            "acknowledged",
            "batch",
            "customers",
            "journal",
            "removal",
            "settings",
            "words",
        ],
    ),
    (
        "app",
        &[
            "painter",
            "ui",
            "model",
            "domain",
            "network",
            "i18n",
            "jobs",
            "api",
            "media",
            "verify",
            "acknowledged",
            "batch",
            "customers",
            "diagnostics",
            "journal",
            "removal",
            "settings",
            "store",
            "words",
        ],
    ),
    (
        "cli",
        &[
            "app",
            "ui",
            "model",
            "domain",
            "network",
            "i18n",
            "jobs",
            "api",
            "media",
            "verify",
            "acknowledged",
            "batch",
            "customers",
            "diagnostics",
            "journal",
            "removal",
            "settings",
            "store",
            "sandbox",
            "words",
        ],
    ),
];

/// What model and drawing may not name although they may name its module: whatever does something.
const DOES_SOMETHING: &[(&str, &[&str])] = &[
    ("api", &["Client", "Limits"]),
    ("journal", &["Journal", "read", "verify", "export_csv", "os_user", "Draft"]),
    ("removal", &["run", "resolve", "settle", "Settler", "pending", "forget", "RemovalContext"]),
    ("settings", &["load", "save", "Keeper", "save_export", "Folders"]),
    ("acknowledged", &["load", "load_file", "save", "change", "merge_file"]),
    ("batch", &["run", "run_witnessed", "Controls", "Plan"]),
    ("jobs", &["Jobs", "Lane", "Urgency", "Waker"]),
    ("network", &["Proxies", "decoded", "unreached"]),
    ("media", &["Fetcher", "Loader", "HostPolicy", "DrawProgram", "draw_worker"]),
];

fn may_name(module: &str) -> Option<&'static [&'static str]> {
    MAY_NAME.iter().find(|(name, _)| *name == module).map(|(_, others)| *others)
}

/// Paths from the crate's root; the binary calls it by its name.
fn own_paths(source: &Source) -> Vec<(usize, Vec<String>)> {
    let mut paths = source.paths("crate");
    paths.extend(source.paths("carddesk"));
    paths
}

pub(super) fn forbidden_modules(source: &Source) -> Findings {
    let module = source.module();
    let Some(allowed) = may_name(module) else {
        return vec![source.finding(0, &format!("the module `{module}` has no rule yet"))];
    };
    let forbidden = |(at, path): (usize, Vec<String>)| {
        let other = path.get(1)?;
        let is_allowed = other == module || allowed.contains(&other.as_str());
        (!is_allowed).then(|| source.finding(at, &format!("`{module}` names `{other}`")))
    };
    own_paths(source).into_iter().filter_map(forbidden).collect()
}

pub(super) fn forbidden_items(source: &Source) -> Findings {
    let module = source.module();
    if !matches!(module, "model" | "ui") {
        return Findings::new();
    }
    let forbidden = |(at, path): (usize, Vec<String>)| {
        let (other, item) = (path.get(1)?, path.get(2)?);
        let (_, items) = DOES_SOMETHING.iter().find(|(name, _)| name == other)?;
        let what = format!("`{module}` names `{other}::{item}`, which does something");
        items.contains(&item.as_str()).then(|| source.finding(at, &what))
    };
    own_paths(source).into_iter().filter_map(forbidden).collect()
}

/// Ways by which a module could be named without being seen above.
pub(super) fn detours(source: &Source) -> Findings {
    let mut findings = Findings::new();
    for (at, path) in own_paths(source) {
        let other = path.get(1).map(String::as_str).unwrap_or_default();
        if other == "*" || (path.iter().any(|part| part == "*") && other != source.module()) {
            findings.push(source.finding(at, "takes over all of another module"));
        }
        if path.len() == 2 && source.module() != "app" && source.module() != "cli" {
            let whole = format!("takes the module `{other}` itself: name what is needed of it");
            if other != source.module() {
                findings.push(source.finding(at, &whole));
            }
        }
    }
    let depth = depth(&source.path);
    for (at, path) in source.paths("super") {
        let up = path.iter().take_while(|part| *part == "super").count();
        // A module written inside the file is one deeper.
        let inner = source.code[..at].rsplit('\n').next().unwrap_or_default().starts_with(' ');
        if up >= depth + usize::from(inner) {
            findings.push(source.finding(at, "reaches another module by way of `super`"));
        }
    }
    findings
}

/// Steps from the file's module to the crate's root.
fn depth(path: &str) -> usize {
    let steps = path.split('/').count();
    if path.ends_with("/mod.rs") { steps - 1 } else { steps }
}

#[test]
fn the_allowed_directions_have_no_circle() {
    // Each module may name only those listed before it.
    let mut known: Vec<&str> = Vec::new();
    let order = [
        "domain",
        "store",
        "customers",
        "diagnostics",
        "jobs",
        "i18n",
        "network",
        "api",
        "pixels",
        "media",
        "verify",
        "journal",
        "settings",
        "acknowledged",
        "words",
        "removal",
        "batch",
        "sandbox",
        "painter",
        "model",
        "ui",
        "app",
        "cli",
        "main",
    ];
    for module in order {
        let allowed = may_name(module).unwrap();
        assert!(allowed.iter().all(|other| known.contains(other)), "{module}");
        known.push(module);
    }
    assert_eq!(known.len() + 1, MAY_NAME.len(), "`lib` alone names nobody");
}

#[test]
fn depths_are_counted_to_the_root() {
    for (path, steps) in [("main.rs", 1), ("api/mod.rs", 1), ("api/wire.rs", 2)] {
        assert_eq!(depth(path), steps, "{path}");
    }
    assert_eq!(depth("model/batch/mod.rs"), 2);
    assert_eq!(depth("model/assets/update.rs"), 3);
}
