//! Who may ask the sandbox.

/// The sandbox's merchant. Fixed and public: there is nothing behind them.
pub(super) const MERCHANT_ID: &str = "777001";
pub(super) const MERCHANT_NAME: &str = "Acme Books";
pub(super) const LOGIN: &str = "sandbox";
pub(super) const PASSWORD: &str = "sandbox-2026";
