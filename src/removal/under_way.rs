//! Whether a removal runs on this data folder, in whatever process: a lock that ends with the
//! one who holds it. An intent without an outcome is that of a crash only where nobody holds it.

use std::path::Path;
use std::time::Duration;

use crate::store::Lock;

const FILE: &str = "removing.lock";
/// How long a removal waits for somebody who settles another one. It begins without the lock then:
/// what a person confirmed is not held up.
const WAIT: Duration = Duration::from_secs(1);

/// A removal runs for as long as this lives.
pub(super) struct UnderWay {
    _lock: Option<Lock>,
}

impl UnderWay {
    /// To be called before the intent is written.
    pub(super) fn begin(folder: &Path) -> Self {
        Self { _lock: Lock::with_others(&folder.join(FILE), WAIT).ok() }
    }
}

/// That no removal runs, for as long as this lives; `None` where one does, or nobody can tell.
pub(super) fn nothing_runs(folder: &Path) -> Option<Lock> {
    Lock::alone(&folder.join(FILE), Duration::ZERO).ok()
}
