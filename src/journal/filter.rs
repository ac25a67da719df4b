//! Which removals are shown.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::entry::OutcomeCode;
use super::record::RemovalRecord;

/// Which removals to show; the default shows all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of the customer's number, the last four digits, the reason or the operator's name, in
    /// any case.
    pub text: String,
    /// `None` for removals of every outcome, open ones included.
    pub outcome: Option<OutcomeFilter>,
    /// First day, included.
    pub from: Option<Date>,
    /// Last day, included.
    pub to: Option<Date>,
}

/// Removals by how they ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeFilter {
    /// Those whose last outcome is this one.
    Is(OutcomeCode),
    /// See [`RemovalRecord::is_unresolved`].
    Unresolved,
}

impl Filter {
    /// Whether `record` is to be shown; `zone` says where its day begins.
    pub fn matches(&self, record: &RemovalRecord, zone: &TimeZone) -> bool {
        let day = zone.to_datetime(record.started()).date();
        self.from.is_none_or(|from| day >= from)
            && self.to.is_none_or(|to| day <= to)
            && self.matches_outcome(record)
            && self.matches_text(record)
    }

    fn matches_outcome(&self, record: &RemovalRecord) -> bool {
        match self.outcome {
            None => true,
            Some(OutcomeFilter::Is(code)) => record.outcome() == Some(code),
            Some(OutcomeFilter::Unresolved) => record.is_unresolved(),
        }
    }

    fn matches_text(&self, record: &RemovalRecord) -> bool {
        let wanted = self.text.trim().to_lowercase();
        let subject = record.subject();
        wanted.is_empty()
            || [
                Some(subject.customer.as_str()),
                Some(subject.last_four.as_str()),
                subject.reason.as_deref(),
                subject.operator.as_deref(),
            ]
            .into_iter()
            .flatten()
            .any(|text| text.to_lowercase().contains(&wanted))
    }
}
