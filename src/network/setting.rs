//! What may be wrong with the setting of a proxy.

/// A setting that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the proxy setting {variable} cannot be read: it {fault}")]
pub struct ProxyError {
    /// Where it stands: `HTTPS_PROXY`.
    pub variable: String,
    /// Decides the advice.
    pub fault: ProxyFault,
}

/// What is wrong with a setting. Never the setting itself: it may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProxyFault {
    /// A blank, a line end or another character that is not seen.
    #[error("holds a blank, a line end or an invisible sign")]
    Blank,
    /// It stands in quotation marks, which are a part of it then.
    #[error("stands in quotation marks")]
    Quotes,
    /// Neither http nor https.
    #[error("names a proxy of the kind {scheme}")]
    Scheme {
        /// The scheme that was given; nothing of what stands behind it.
        scheme: String,
    },
    /// There is no server's name in it.
    #[error("names no server")]
    NoHost,
    /// A password without a user name before it.
    #[error("has a password without a user name")]
    NoUser,
    /// An IPv6 address that does not stand in brackets.
    #[error("names a server by its IPv6 address without brackets")]
    Brackets,
    /// What stands behind the colon is no number from 1 to 65535.
    #[error("has a port that is no number from 1 to 65535")]
    Port,
    /// A sign in the user name or the password that ends a server's name.
    #[error("holds a `/`, `\\`, `?` or `#` in its user name or password")]
    Unescaped,
    /// A path, a query or a fragment: that of a script for browsers, for example.
    #[error("holds more than a server: a path or the like")]
    MoreThanAServer,
    /// A list, or one for each scheme, as Windows and scripts for browsers have them.
    #[error("names more than one proxy")]
    Several,
    /// A word that says that there is none.
    #[error("says that there is none")]
    Direct,
    /// An entry of the exceptions that is not understood: what it means would be asked by way of the
    /// proxy, in silence.
    #[error("holds the entry {entry}, which cannot be understood")]
    Exception {
        /// The entry, or its start; never one with a sign of a password.
        entry: String,
    },
    /// An entry of the exceptions that is a whole address; the server's name in it, where it is safe to
    /// tell.
    #[error("holds a whole address")]
    ExceptionAddress {
        /// `None` where a part of the address may be a password.
        server: Option<String>,
    },
    /// It cannot be read as an address at all.
    #[error("is no address")]
    Malformed,
}
