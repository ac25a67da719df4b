//! Numbers that stand more than once, with a doubt and without.

use crate::domain::CustomerNumber;

use super::super::doubt::Doubt;
use super::super::list::{CustomerList, Doubtful, Fate};
use super::Taking;

impl Taking {
    /// Asks for a number, or puts it aside.
    pub(super) fn decide_number(
        &mut self,
        line: u64,
        number: CustomerNumber,
        doubt: Option<Doubt>,
    ) {
        match (self.known.get(&number), doubt) {
            // Seen in doubt, and now without: that one is asked for, and the other is put aside by
            // `end`.
            (None, None) | (Some(true), None) => {
                self.decide(line, Fate::Asked);
                self.known.insert(number.clone(), false);
                self.list.numbers.push(number);
            }
            (None, Some(doubt)) => {
                self.decide(line, Fate::Doubtful);
                self.known.insert(number.clone(), true);
                let before = self.list.numbers.len();
                self.list.doubtful.push(Doubtful { line, number, doubt, before });
            }
            (Some(_), _) => {
                self.decide(line, Fate::Repeated);
                self.list.folded += 1;
            }
        }
    }

    /// The list, where nothing more comes.
    pub(super) fn end(mut self) -> CustomerList {
        let is_open = |row: &Doubtful| self.known.get(&row.number).copied().unwrap_or(true);
        let (open, settled) = self.list.doubtful.into_iter().partition(is_open);
        self.list.doubtful = open;
        let settled: Vec<Doubtful> = settled;
        for row in settled {
            self.list.folded += 1;
            let place = usize::try_from(row.line - 1).unwrap_or(usize::MAX);
            if let Some(fate) = self.list.fates.get_mut(place) {
                *fate = Fate::Repeated;
            }
        }
        self.list
    }
}
