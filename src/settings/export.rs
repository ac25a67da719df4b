use std::fmt;
use std::io;
use std::path::PathBuf;

use super::folders::Folders;
use super::store::write_private;

/// Why a file could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportError {
    pub path: PathBuf,
    pub kind: io::ErrorKind,
    /// The system's words.
    pub reason: String,
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} could not be written: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for ExportError {}

/// How many files of one name are told apart by a number.
const ALIKE: u32 = 1000;

/// Writes a file into the folder of exports, readable by the user alone; under another name where
/// there is one of this name already. Returns where it is.
///
/// # Errors
/// See [`ExportError`].
pub fn save_export(folders: &Folders, name: &str, content: &[u8]) -> Result<PathBuf, ExportError> {
    let folder = folders.exports();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let others = (2..ALIKE).map(|number| format!("{stem}-{number}.{extension}"));
    let mut paths = std::iter::once(name.to_owned()).chain(others).map(|name| folder.join(name));
    let path = paths.find(|path| !path.exists()).unwrap_or_else(|| folder.join(name));
    write_private(&path, content).map_err(|error| ExportError {
        path: path.clone(),
        kind: error.kind(),
        reason: error.to_string(),
    })?;
    Ok(path)
}
