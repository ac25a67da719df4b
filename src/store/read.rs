//! Reads whole files, up to a size.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::error::is_in_use;

/// Reads a file of at most so many bytes.
///
/// # Errors
/// Those of the file system, and that it is larger.
pub fn read_capped(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    // Systems disagree on what opening a folder means.
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    let read =
        |bytes: &mut Vec<u8>| File::open(path)?.take(most.saturating_add(1)).read_to_end(bytes);
    read(&mut bytes).map_err(|error| match is_in_use(&error) {
        true => io::Error::new(io::ErrorKind::ResourceBusy, error),
        false => error,
    })?;
    if bytes.len() as u64 > most {
        return Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!("it has more than {most} bytes"),
        ));
    }
    Ok(bytes)
}
