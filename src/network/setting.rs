//! What may be wrong with the setting of a proxy.

use std::fmt;

/// A setting that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyError {
    /// Where it stands: `HTTPS_PROXY`.
    pub variable: String,
    pub fault: ProxyFault,
}

/// What is wrong with a setting. Never the setting itself: it may hold a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProxyFault {
    /// A blank, a line end or another character that is not seen.
    Blank,
    Quotes,
    /// Neither http nor https.
    Scheme {
        scheme: String,
    },
    NoHost,
    /// A password without a user name before it.
    NoUser,
    /// An IPv6 address that does not stand in brackets.
    Brackets,
    Port,
    /// A sign in the user name or the password that ends a server's name.
    Unescaped,
    /// A path, a query or a fragment: that of a script for browsers, for example.
    MoreThanAServer,
    /// A list, or one for each scheme, as Windows and scripts for browsers have them.
    Several,
    /// A word that says that there is none.
    Direct,
    /// An entry of the exceptions that is not understood: what it means would be asked by way of the
    /// proxy, in silence.
    Exception {
        entry: String,
    },
    /// An entry of the exceptions that is a whole address; the server's name in it, where it is safe to
    /// tell.
    ExceptionAddress {
        server: Option<String>,
    },
    Malformed,
}

impl fmt::Display for ProxyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the proxy setting {} cannot be read: it ", self.variable)?;
        match &self.fault {
            ProxyFault::Blank => f.write_str("holds a blank, a line end or an invisible sign"),
            ProxyFault::Quotes => f.write_str("stands in quotation marks"),
            ProxyFault::Scheme { scheme } => {
                write!(f, "names a proxy of the kind {scheme}; http and https are known")
            }
            ProxyFault::NoHost => f.write_str("names no server"),
            ProxyFault::NoUser => f.write_str(
                "has a password without a user name; write the name before the colon, or leave both \
                 out",
            ),
            ProxyFault::Brackets => f.write_str(
                "names a server by its IPv6 address without brackets; write it as http://[::1]:3128",
            ),
            ProxyFault::Port => f.write_str("has a port that is none"),
            ProxyFault::MoreThanAServer => {
                f.write_str("holds more than a server: a path or the like")
            }
            ProxyFault::Several => f.write_str(
                "names more than one proxy, or one for each kind of address; one is known, such as \
                 http://proxy.local:3128",
            ),
            ProxyFault::Direct => {
                f.write_str("says that there is none; to ask directly, leave it empty or remove it")
            }
            ProxyFault::Exception { entry } => write!(
                f,
                "holds the entry {entry}, which cannot be understood; a name, an address or a \
                 network is known, with a port or without one"
            ),
            ProxyFault::ExceptionAddress { server } => {
                f.write_str("holds a whole address; only a server's name is meant")?;
                match server {
                    Some(server) => write!(f, ": {server}"),
                    None => Ok(()),
                }
            }
            ProxyFault::Unescaped => f.write_str(
                "holds a `/`, `\\`, `?` or `#` in its user name or password; write it as %2F, %5C, %3F \
                 or %23",
            ),
            ProxyFault::Malformed => f.write_str("is no address"),
        }?;
        f.write_str("; nothing is sent past a proxy that is set")
    }
}

impl std::error::Error for ProxyError {}
