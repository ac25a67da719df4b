//! Values that live elsewhere, and how far they are from here.

/// A value that lives elsewhere: keeps the previous one while it is asked for anew, and when that
/// fails.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Remote<T, E> {
    /// Nobody has asked, or what was there was dropped.
    #[default]
    NotAsked,
    /// Asked for, and not answered yet.
    Loading {
        /// The last value that came; `None` where there never was one.
        previous: Option<T>,
    },
    /// The newest answer was a value.
    Ready(T),
    /// The newest answer was an error.
    Failed {
        /// Of the newest attempt.
        error: E,
        /// The last value that came; `None` where there never was one.
        previous: Option<T>,
    },
}

impl<T, E> Remote<T, E> {
    /// The newest value there is, even if a newer one is awaited or could not be had.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::NotAsked => None,
            Self::Loading { previous } | Self::Failed { previous, .. } => previous.as_ref(),
            Self::Ready(value) => Some(value),
        }
    }

    /// Why the newest attempt failed.
    pub fn error(&self) -> Option<&E> {
        match self {
            Self::Failed { error, .. } => Some(error),
            Self::NotAsked | Self::Loading { .. } | Self::Ready(_) => None,
        }
    }

    /// Whether an answer is awaited; a value may be there all the same.
    pub fn is_loading(&self) -> bool {
        matches!(self, Self::Loading { .. })
    }

    /// Marks that the value was asked for.
    pub fn start(&mut self) {
        *self = Self::Loading { previous: self.take_value() };
    }

    /// Takes an answer.
    pub fn finish(&mut self, answer: Result<T, E>) {
        *self = match answer {
            Ok(value) => Self::Ready(value),
            Err(error) => Self::Failed { error, previous: self.take_value() },
        };
    }

    fn take_value(&mut self) -> Option<T> {
        match std::mem::replace(self, Self::NotAsked) {
            Self::NotAsked => None,
            Self::Loading { previous } | Self::Failed { previous, .. } => previous,
            Self::Ready(value) => Some(value),
        }
    }
}
