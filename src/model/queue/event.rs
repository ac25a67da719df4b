//! What is read for the list of customers.

use crate::domain::CustomerNumber;

/// What is read for the list of customers.
#[derive(Debug)]
pub enum QueueEvent {
    /// Customers opened of late, the latest first.
    RecentRead(Vec<CustomerNumber>),
}
