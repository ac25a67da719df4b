//! Files that the program keeps for itself: no output takes the place of one.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::acknowledged::ACKNOWLEDGED_FILE;
use crate::journal;
use crate::removal::is_pending_name;
use crate::settings::{
    BASELINES_FOLDER, CACHE_FOLDER, COLUMNS_FILE, Folders, LOGS_FOLDER, RECENT_FILE, SETTINGS_FILE,
    STATE_FILE,
};
use crate::store::{is_beside, is_same_file, place};

use super::error::ArgumentError;
use super::output::is_standard_output;

/// Files of the data folder, there or not.
const FILES: [&str; 6] =
    [journal::FILE_NAME, SETTINGS_FILE, RECENT_FILE, COLUMNS_FILE, ACKNOWLEDGED_FILE, STATE_FILE];
/// Folders of the data folder that hold nothing else.
const FOLDERS: [&str; 2] = [LOGS_FOLDER, CACHE_FOLDER];
/// The flag that writes such lists.
const SAVE_BASELINE: &str = "--save-baseline";

/// An output, and the flag that names it.
pub(super) type Named<'a> = (&'static str, &'a Path);

/// Refuses outputs that would take the place of a file in the data folder named, or in the user's
/// own, that the program keeps for itself.
///
/// # Errors
/// [`ArgumentError::OwnFile`].
pub(super) fn check<'a>(
    data_dir: Option<&Path>,
    outputs: impl IntoIterator<Item = Named<'a>>,
) -> Result<(), ArgumentError> {
    // Where a user has no home, there is nothing of theirs.
    let kept: Vec<Folders> =
        [data_dir, None].into_iter().filter_map(|folder| Folders::new(folder).ok()).collect();
    for (flag, path) in outputs {
        let is_own = |folders| is_kept(folders, flag, path);
        if !is_standard_output(path) && kept.iter().any(is_own) {
            return Err(ArgumentError::OwnFile { flag, path: path.to_owned() });
        }
    }
    Ok(())
}

fn is_kept(folders: &Folders, flag: &str, path: &Path) -> bool {
    let (output, data) = (place(path), place(folders.data()));
    // A file there would leave no room for the folder.
    if (data.starts_with(&output) && !output.exists())
        || output.starts_with(place(&folders.asset_cache()))
    {
        return true;
    }
    if let Ok(rest) = output.strip_prefix(&data)
        && is_name(rest, flag, output.exists())
    {
        return true;
    }
    output.exists() && files(folders.data(), flag).iter().any(|own| is_same_file(own, path))
}

/// Whether the program uses this name in the data folder.
fn is_name(rest: &Path, flag: &str, is_there: bool) -> bool {
    let names: Vec<String> = rest
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(plain(&name.to_string_lossy())),
            _ => None,
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names[..] {
        [] => !is_there,
        // The command may put others beside those of the window.
        [BASELINES_FOLDER] => true,
        [BASELINES_FOLDER, ..] => is_there && flag != SAVE_BASELINE,
        [first, ..] if FOLDERS.contains(&first) => true,
        [name] => FILES.contains(&name) || is_pending_name(name) || is_beside(name),
        _ => false,
    }
}

/// A name as disks compare it. Not every disk tells capitals from small letters; Windows passes over dots
/// and blanks at the end, and reads a stream of the file after a colon.
fn plain(name: &str) -> String {
    let name = match cfg!(windows) {
        true => name.split(':').next().unwrap_or(name).trim_end_matches(['.', ' ']),
        false => name,
    };
    name.to_lowercase()
}

/// What is there of the program's own, which a link from elsewhere may lead to.
fn files(data: &Path, flag: &str) -> Vec<PathBuf> {
    let folders = [Path::new(""), Path::new(LOGS_FOLDER), Path::new(BASELINES_FOLDER)];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(data.join(folder))).flatten();
    let paths = entries.flatten().map(|entry| entry.path());
    let is_own = |path: &PathBuf| {
        path.is_file() && path.strip_prefix(data).is_ok_and(|rest| is_name(rest, flag, true))
    };
    paths.filter(is_own).collect()
}
