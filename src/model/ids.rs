//! Numbers by which an answer is matched to what asked for it.

/// Number of a session: answers that carry another one are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionId(pub u64);

/// Number of a question, so that its answer can be told from an older one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RequestId(pub u64);
