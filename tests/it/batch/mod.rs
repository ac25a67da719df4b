//! Batches: the list of customers, the run against the real sandbox, and the reports.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod accepted;
mod corrupt;
mod drift;
mod keeping;
mod pace;
mod reports;
mod running;
mod texts;
mod thumbnails;
mod without_cards;

use std::collections::BTreeMap;
use std::path::Path;

use carddesk::api::Client;
use carddesk::batch::{self, Batch, BatchError, Controls, Identity, Plan, Progress};
use carddesk::domain::{
    CardList, Credentials, CustomerNumber, Date, Language, Login, MerchantId, Password,
    ServerAddress,
};
use carddesk::media::DrawProgram;
use carddesk::sandbox::{Sandbox, SandboxOptions};
use carddesk::verify::Rule;

/// A sandbox, and batches over its customers.
struct Bench {
    sandbox: Sandbox,
}

impl Bench {
    fn new() -> Self {
        Self { sandbox: Sandbox::start(SandboxOptions::default()).unwrap() }
    }

    fn server(&self) -> ServerAddress {
        ServerAddress::parse(&self.sandbox.url()).unwrap()
    }

    fn credentials(&self) -> Credentials {
        Credentials {
            merchant_id: MerchantId::parse(self.sandbox.merchant_id()).unwrap(),
            login: Login::parse(self.sandbox.login()).unwrap(),
            password: Password::parse(self.sandbox.password().into()).unwrap(),
            language: Language::English,
        }
    }

    fn list(&self, customer: &str) -> CardList {
        let client = Client::new(&self.server()).unwrap();
        client.list(&self.credentials(), &number(customer)).unwrap()
    }

    fn run(&self, customers: &[&str]) -> Batch {
        self.run_with(customers, None, &Controls::default(), &mut |_| {}).unwrap()
    }

    fn keeping(&self, customers: &[&str], state: &Path) -> Result<Batch, BatchError> {
        self.run_with(customers, Some(state), &Controls::default(), &mut |_| {})
    }

    fn run_with(
        &self,
        customers: &[&str],
        state: Option<&Path>,
        controls: &Controls,
        told: &mut dyn FnMut(Progress),
    ) -> Result<Batch, BatchError> {
        let customers: Vec<CustomerNumber> = customers.iter().map(|c| number(c)).collect();
        let (server, credentials) = (self.server(), self.credentials());
        let run = batch::run(&plan(&server, &credentials, &customers, state), controls, told);
        run.map(at_any_speed)
    }

    /// How often the list of each customer was asked for.
    fn lists(&self) -> BTreeMap<String, usize> {
        let mut count = BTreeMap::new();
        for customer in self.sandbox.requests().latest.into_iter().filter_map(|r| r.customer) {
            *count.entry(customer).or_default() += 1;
        }
        count
    }

    /// How often each file was asked for.
    fn files(&self) -> BTreeMap<String, usize> {
        let mut count = BTreeMap::new();
        for record in self.sandbox.requests().latest {
            if record.path.starts_with("/assets/") {
                *count.entry(record.path).or_default() += 1;
            }
        }
        count
    }
}

fn plan<'a>(
    server: &'a ServerAddress,
    credentials: &'a Credentials,
    customers: &'a [CustomerNumber],
    state: Option<&'a Path>,
) -> Plan<'a> {
    Plan {
        server,
        credentials,
        identity: identity(),
        customers,
        rate: 100.0,
        today: Date::constant(2026, 6, 1),
        program: DrawProgram::new(env!("CARGO_BIN_EXE_carddesk")),
        state,
    }
}

/// A batch at another gateway than the sandbox.
fn run_at(
    server: &ServerAddress,
    credentials: &Credentials,
    customers: &[&str],
    state: Option<&Path>,
) -> Batch {
    let customers: Vec<CustomerNumber> = customers.iter().map(|c| number(c)).collect();
    let plan = plan(server, credentials, &customers, state);
    at_any_speed(batch::run(&plan, &Controls::default(), &mut |_| {}).unwrap())
}

/// A batch as every machine finds it: on a busy one a download may have been slow, which is told.
fn at_any_speed(mut batch: Batch) -> Batch {
    for card in batch.customers.iter_mut().flat_map(|record| record.result.iter_mut().flatten()) {
        for asset in &mut card.assets {
            asset.findings.retain(|finding| finding.rule != Rule::SlowDownload);
        }
    }
    batch
}

fn number(text: &str) -> CustomerNumber {
    CustomerNumber::parse(text).unwrap()
}

fn identity() -> Identity {
    Identity {
        server: "sandbox".to_owned(),
        merchant_id: 777_001,
        environment: "SANDBOX".to_owned(),
        started: "2026-06-01 12:00".to_owned(),
    }
}

/// Customers of a batch, in its order.
fn names(batch: &Batch) -> Vec<&str> {
    batch.customers.iter().map(|record| record.customer.as_str()).collect()
}
