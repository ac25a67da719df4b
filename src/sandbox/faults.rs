//! Faults that can be injected into the two calls.

use std::time::Duration;

/// The calls of the gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// `token.cfm`.
    List,
    /// `rem_token.cfm`.
    Remove,
    /// Both; in an [`Injection`] only.
    Any,
}

/// What goes wrong. Where a removal is not applied, the card stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The right answer, late.
    Delay(Duration),
    /// The connection is closed without an answer; a removal is not applied.
    CutBeforeApplying,
    /// The connection is closed without an answer, after a removal was applied.
    CutAfterApplying,
    /// HTTP 500 with an empty body; a removal is not applied.
    Status500,
    /// A fault as the gateway writes it; a removal is not applied. Codes are invented.
    FaultJson {
        /// HTTP status that carries it.
        status: u16,
        /// Sent as `detail`, the gateway's words.
        detail: String,
        /// Sent as `faultcode`; any number.
        code: i64,
        /// Sent as `faultstring`, which the gateway fills with a second number.
        second_code: i64,
    },
    /// An HTML page with status 200; a removal is not applied.
    HtmlPage,
    /// Lists alone: the list as it was before the customer's last removal.
    StaleList,
    /// Status 200 and nothing else; a removal is applied.
    EmptyBody,
    /// The right answer's first half, with status 200; a removal is applied.
    Truncated,
    /// Removals alone: applied, but the message names another token, as in Assist's own example.
    OtherTokenInMessage,
    /// No answer for as long as the caller waits; a removal is not applied.
    Stall,
}

impl Fault {
    fn concerns(&self, call: Call) -> bool {
        match self {
            Self::StaleList => call == Call::List,
            Self::OtherTokenInMessage => call == Call::Remove,
            _ => true,
        }
    }
}

/// An order to let calls go wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Injection {
    /// The customer concerned; `None` for all.
    pub customer: Option<String>,
    /// Lists, removals or both.
    pub call: Call,
    /// What those calls get in place of the right answer.
    pub fault: Fault,
    /// How many calls; 0 for all from now on.
    pub times: u32,
}

/// The orders in force.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// Those of the fault customers: they stay.
    fixed: Vec<Injection>,
    /// The newest is tried first.
    injected: Vec<Injection>,
}

impl Faults {
    /// Orders kept; more push out the oldest.
    const MAX: usize = 1000;

    pub(super) fn new(fixed: Vec<Injection>) -> Self {
        Self { fixed, injected: Vec::new() }
    }

    pub(super) fn inject(&mut self, injection: Injection) {
        if self.injected.len() >= Self::MAX {
            self.injected.remove(0);
        }
        self.injected.push(injection);
    }

    pub(super) fn clear(&mut self) {
        self.injected.clear();
    }

    /// The fault for this call, which counts as used.
    pub(super) fn take(&mut self, customer: &str, call: Call) -> Option<Fault> {
        let fits = |order: &Injection| {
            order.customer.as_deref().is_none_or(|number| number == customer)
                && (order.call == call || order.call == Call::Any)
                && order.fault.concerns(call)
        };
        let Some(index) = self.injected.iter().rposition(fits) else {
            return self.fixed.iter().find(|order| fits(order)).map(|order| order.fault.clone());
        };
        let fault = self.injected[index].fault.clone();
        match self.injected[index].times {
            0 => {}
            1 => {
                self.injected.remove(index);
            }
            _ => self.injected[index].times -= 1,
        }
        Some(fault)
    }
}
