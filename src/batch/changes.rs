//! What is different between two batches, as data.

use std::collections::HashMap;

use super::record::{AssetRecord, CardRecord, Thumbnail};
use crate::domain::Digest;

/// The differences of a batch from a baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Drift {
    /// When the baseline's batch began.
    pub since: String,
    /// Of customers that both batches asked for and could read, in the batch's order.
    pub changes: Vec<Change>,
    /// The other customers: of these nothing can be said. In the batch's order; those that are in
    /// the baseline alone come last.
    pub not_compared: Vec<NotCompared>,
    /// Places in `changes` that a reader sees as one: the same art changes for many cards at once.
    /// Files come first.
    pub alike: Vec<Vec<usize>>,
    /// Pictures of files that changed or disappeared, by SHA-256.
    pub thumbnails: HashMap<Digest, Thumbnail>,
}

/// A customer of one of the two batches whose cards are not compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCompared {
    /// Number of the customer.
    pub customer: String,
    /// Which of the two batches lacks the cards.
    pub why: WhyNot,
}

/// Why a customer's cards are not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNot {
    /// The earlier batch did not ask for them.
    NotAskedBefore,
    /// This batch did not ask for them, or was stopped before it did.
    NotAskedNow,
    /// They could not be read then.
    UnreadBefore,
    /// They could not be read now.
    UnreadNow,
}

impl WhyNot {
    /// All reasons, in the order in which summaries count them.
    pub const ALL: [Self; 4] =
        [Self::NotAskedBefore, Self::NotAskedNow, Self::UnreadBefore, Self::UnreadNow];

    /// The word in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotAskedBefore => "not-asked-before",
            Self::NotAskedNow => "not-asked-now",
            Self::UnreadBefore => "unread-before",
            Self::UnreadNow => "unread-now",
        }
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Changed, new or gone.
    pub kind: ChangeKind,
    /// Number of the customer whose card it is.
    pub customer: String,
    /// The card or file that is different.
    pub subject: Subject,
}

/// How something differs from the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// Other bytes in the same place.
    Changed,
    /// In this batch alone.
    Appeared,
    /// In the baseline alone.
    Disappeared,
}

impl ChangeKind {
    /// The word in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Appeared => "appeared",
            Self::Disappeared => "disappeared",
        }
    }
}

/// What a change is about. The cards are without their assets.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// A card as a whole came or went; cards are matched by what is kept of them, not by token.
    Card(Box<CardRecord>),
    /// A file of a card that both batches have.
    File {
        /// The card as this batch has it.
        card: Box<CardRecord>,
        /// As in the baseline; `None` where the file is new.
        before: Option<Box<AssetRecord>>,
        /// As in this batch; `None` where the file is gone.
        after: Option<Box<AssetRecord>>,
    },
}

impl Subject {
    /// The word in reports for programs.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Card(_) => "card",
            Self::File { .. } => "file",
        }
    }

    /// The card that it is or belongs to.
    pub fn card(&self) -> &CardRecord {
        match self {
            Self::Card(card) | Self::File { card, .. } => card,
        }
    }
}

impl Drift {
    /// How many customers are not compared for each reason, those that there are.
    pub fn left_out(&self) -> Vec<(WhyNot, usize)> {
        let count = |why| self.not_compared.iter().filter(|one| one.why == why).count();
        let all = WhyNot::ALL.into_iter().map(|why| (why, count(why)));
        all.filter(|(_, count)| *count > 0).collect()
    }
}
