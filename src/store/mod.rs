//! The one way in which files of the user's are written: whole or not at all, for this user alone,
//! and never over what another window wrote meanwhile.
//!
//! | what | how |
//! |---|---|
//! | a file that is replaced (settings, reports) | [`replace`]: a temporary file beside it, synced, then renamed |
//! | a file that several windows change | [`update`], [`update_json`]: read, changed and replaced under the folder's lock |
//! | a file under a name of its own (exports) | [`save_new`]: never over another |
//! | lines in a bounded room (the log) | [`RollingFile`]: a place of its own for each process, two halves |
//! | a line at a time (journal, what is left, a batch) | [`LineFile`]: one write a line, and a rule for a line cut off |
//!
//! Files have mode 0600 and folders 0700 on Unix; on Windows they inherit the rights of the user's
//! profile, where they are. Whatever goes wrong is a [`StoreError`].

mod error;
mod lines;
mod lock;
mod names;
mod place;
mod private;
mod read;
mod replace;
mod rolling;
mod update;

pub use error::{Attempt, Failure, StoreError};
pub use lines::{LineFile, Torn, append_shared};
pub use lock::{Lock, lock_shared};
pub use place::{is_same_file, place};
pub use private::make_folder;
pub use read::read_capped;
pub use replace::{remove, replace, replace_unsynced, save_new, try_replace};
pub use rolling::RollingFile;
pub use update::{aside, is_beside, lock_folder, put_aside, update, update_json};

/// What a write survives once it has returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// A power cut.
    Synced,
    /// The end of the program, however it ends; after a power cut the last lines may be missing.
    Written,
}
