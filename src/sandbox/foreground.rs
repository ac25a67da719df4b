//! The sandbox alone, in the foreground.

use std::io::{self, Write};

use super::server::{Sandbox, SandboxError, SandboxOptions};

/// An order that the sandbox takes.
const EXAMPLE: &str =
    r#"{"customer":"1004","call":"remove","fault":"cut_after_applying","times":1}"#;

/// Starts the sandbox and prints where it is, how to sign in and its customers. It runs until the
/// returned value is dropped.
///
/// # Errors
/// See [`SandboxError`].
pub fn run_foreground(port: Option<u16>, out: &mut dyn Write) -> Result<Sandbox, SandboxError> {
    let sandbox = Sandbox::start(SandboxOptions { port, today: None })?;
    print(&sandbox, out).map_err(SandboxError::Output)?;
    Ok(sandbox)
}

fn print(sandbox: &Sandbox, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "Server    {}", sandbox.url())?;
    writeln!(out, "Merchant  {} ({})", sandbox.merchant_id(), sandbox.merchant_name())?;
    writeln!(out, "Login     {}", sandbox.login())?;
    writeln!(out, "Password  {}", sandbox.password())?;
    writeln!(out, "Faults    POST {}/sandbox/faults, such as", sandbox.url())?;
    writeln!(out, "          {EXAMPLE}; DELETE withdraws all")?;
    writeln!(out)?;
    let customers = sandbox.customers();
    let width = customers.iter().map(|customer| customer.number.chars().count()).max();
    let width = width.unwrap_or(0).max("Customer".len());
    writeln!(out, "{:<width$}  Cards  What it shows", "Customer")?;
    for customer in customers {
        writeln!(out, "{:<width$}  {:>5}  {}", customer.number, customer.cards, customer.title)?;
    }
    out.flush()
}
