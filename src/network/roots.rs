//! The certificates that servers are checked by, where a setting names them in place of the system's.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;

use super::failure::find;

/// In this order the first one that is set is told; both are read.
const VARIABLES: [&str; 2] = ["SSL_CERT_FILE", "SSL_CERT_DIR"];

/// A setting that names certificates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootsSetting {
    /// Where it stands: `SSL_CERT_FILE`.
    pub variable: &'static str,
    /// The file, or the folders.
    pub path: PathBuf,
}

impl RootsSetting {
    /// The one of this computer, where there is one.
    pub fn of_this_computer() -> Option<Self> {
        VARIABLES.into_iter().find_map(|variable| {
            let path = std::env::var_os(variable)?.into();
            Some(Self { variable, path })
        })
    }
}

impl fmt::Display for RootsSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.variable, self.path.display())
    }
}

/// Whether a client could not be made because no certificate to check servers by was found. The library
/// has no kind for it.
pub fn has_no_roots(error: &(dyn Error + 'static)) -> bool {
    let general = find::<rustls::Error>(error);
    matches!(general, Some(rustls::Error::General(words)) if words.contains("CA certificates"))
}
