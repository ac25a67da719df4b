//! Which file a path leads to, whatever way it takes.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::private::folder_of;

/// Links followed one after the other; systems follow no more.
const MOST_LINKS: usize = 40;

/// Where a file is, or would be made: without links, also those that lead to nothing yet, and without
/// `.` and `..`.
pub fn place(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        if let Ok(real) = fs::canonicalize(&path) {
            return real;
        }
        match fs::read_link(&path) {
            Ok(target) => path = folder_of(&path).join(target),
            Err(_) => break,
        }
    }
    match path.components().next_back() {
        Some(Component::Normal(name)) => place(folder_of(&path)).join(name),
        Some(Component::ParentDir) => {
            let mut folder = place(folder_of(&path));
            folder.pop();
            folder
        }
        Some(Component::Prefix(_) | Component::RootDir | Component::CurDir) | None => path,
    }
}

/// Whether two paths lead to one file, hard links among them where the system tells.
pub fn is_same_file(path: &Path, other: &Path) -> bool {
    place(path) == place(other) || is_hard_link(path, other)
}

#[cfg(unix)]
fn is_hard_link(path: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let number = |path| fs::metadata(path).ok().map(|found| (found.dev(), found.ino()));
    number(path).is_some_and(|file| number(other) == Some(file))
}

/// std does not tell it here. One that is replaced leaves the other as it is.
#[cfg(not(unix))]
fn is_hard_link(_path: &Path, _other: &Path) -> bool {
    false
}
