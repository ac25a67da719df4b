//! Histories by the seed: removals of some or all cards, stopped or not, with calls that go wrong in every way,
//! and resolutions afterwards, held against what the server has.
//!
//! `CARDDESK_HISTORIES=10000 cargo test --test it -- removal::histories` tries more of them.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use carddesk::api::Client;
use carddesk::domain::{CustomerNumber, ServerAddress, Token};
use carddesk::journal::{ChainState, EntryKind, Journal, TokenDigest, read, verify};
use carddesk::removal::{Outcome, Plan, PlannedCustomer, Policy, Scope, pending, resolve};
use serde_json::Value;

use crate::support::{
    Gateway, REFUSED, REMOVE, Reply, Request, card, credentials, ok, status, token,
};

use super::{carried_out, now};

/// Histories of a usual run.
const USUAL: u64 = 48;

/// Numbers that follow from a seed (xorshift64*).
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Below `limit`.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % limit
    }

    /// In so many cases of a hundred.
    fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// The model of the server: what it has, and what it was asked.
struct Server {
    cards: Vec<String>,
    chance: Chance,
    /// Calls that go wrong, of a hundred.
    wrong: u64,
    /// Requests for each token.
    asked: HashMap<String, usize>,
    /// What was not as it must be.
    broken: Vec<String>,
    folder: PathBuf,
}

impl Server {
    fn answer(&mut self, request: &Request) -> Reply {
        if request.target == REMOVE { self.remove(&request.json()) } else { self.list() }
    }

    /// Applied or not, and answered in any way: the two are independent.
    fn remove(&mut self, body: &Value) -> Reply {
        let wanted = body["token"].as_str().unwrap().to_owned();
        *self.asked.entry(wanted.clone()).or_default() += 1;
        let written = intents(&self.folder, &wanted);
        if written < self.asked[&wanted] {
            self.broken.push(format!("{written} intents, {} requests", self.asked[&wanted]));
        }
        let goes_wrong = self.chance.happens(self.wrong);
        let place = self.cards.iter().position(|token| *token == wanted);
        if let Some(place) = place.filter(|_| !goes_wrong || self.chance.happens(50)) {
            self.cards.remove(place);
        } else if !goes_wrong {
            return ok(REFUSED);
        }
        let message = format!(r#"{{"message":"Token {wanted} is removed"}}"#);
        if !goes_wrong {
            return ok(message);
        }
        match self.chance.below(9) {
            0 => Reply::close(),
            1 => ok(message.clone()).cut_after(message.len() / 2),
            2 => ok(""),
            3 => status(500, ""),
            4 => ok("<html>no</html>").content_type("text/html"),
            5 => ok(REFUSED),
            6 => status(502, REFUSED),
            7 => ok(message.replace(&wanted, &token(999))),
            _ => Reply::raw("HTTP/1.1 200 OK\r\nConte"),
        }
    }

    /// True, or wrong in a way that shows.
    fn list(&mut self) -> Reply {
        let body = self.cards.iter().map(|token| card(token)).collect::<Value>().to_string();
        if !self.chance.happens(self.wrong) {
            return ok(body);
        }
        match self.chance.below(8) {
            0 => Reply::close(),
            1 => ok(body.clone()).cut_after(body.len() / 2),
            2 => ok(""),
            3 => status(503, "<html>no</html>"),
            4 => ok(REFUSED),
            5 => ok("[]").header("Age", "4000"),
            6 => ok(body).header("X-Cache", "HIT"),
            _ => ok("{}"),
        }
    }
}

/// Intents on the disk for a token, now.
fn intents(folder: &Path, token: &str) -> usize {
    let wanted = TokenDigest::of(&Token::from_gateway(token));
    let entries = read(folder).unwrap().entries;
    let of = |kind| move |entry: &&carddesk::journal::Entry| entry.kind == kind;
    entries
        .iter()
        .filter(of(EntryKind::Intent))
        .filter(|entry| entry.subject.token == wanted)
        .count()
}

/// One history.
struct History {
    gateway: Gateway,
    model: Arc<Mutex<Server>>,
    folder: tempfile::TempDir,
    chance: Chance,
}

impl History {
    fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut chance = Chance::new(seed);
        let cards = (0..1 + chance.below(6)).map(|number| token(number.try_into().unwrap()));
        let model = Arc::new(Mutex::new(Server {
            cards: cards.collect(),
            chance: Chance::new(seed ^ 0xABCD),
            wrong: [10, 35, 70][usize::try_from(seed % 3).unwrap()],
            asked: HashMap::new(),
            broken: Vec::new(),
            folder: folder.path().to_owned(),
        }));
        let answering = Arc::clone(&model);
        let gateway = Gateway::answering(move |request| answering.lock().unwrap().answer(request));
        Self { gateway, model, folder, chance }
    }

    fn server(&self) -> ServerAddress {
        self.gateway.server()
    }

    /// Some of the cards, as a list has shown them; `None` where no list came.
    fn plan(&mut self) -> Option<Plan> {
        let customer = CustomerNumber::parse("1234").unwrap();
        let who = credentials("452739");
        let list = Client::new(&self.server()).unwrap().list(&who, &customer).ok()?;
        let one = self.chance.happens(40);
        let mut planned = PlannedCustomer::of(customer, &list.cards);
        if planned.cards.is_empty() {
            return None;
        }
        if one {
            let count = u64::try_from(planned.cards.len()).unwrap();
            let keep = usize::try_from(self.chance.below(count)).unwrap();
            planned.cards = vec![planned.cards.swap_remove(keep)];
        }
        Some(Plan {
            server: self.server(),
            credentials: who,
            scope: if one { Scope::One } else { Scope::All },
            customers: vec![planned],
            policy: if self.chance.happens(50) { Policy::Stop } else { Policy::GoOn },
            operator: None,
            reason: None,
            continues: None,
        })
    }

    /// Carries a plan out, perhaps stopped on the way, and holds its report against the model.
    fn remove(&mut self, plan: &Plan) {
        let before = self.model.lock().unwrap().asked.clone();
        let told = AtomicU64::new(0);
        let stop_at = if self.chance.happens(30) { self.chance.below(12) } else { u64::MAX };
        let report = carried_out(plan, self.folder.path(), &|_, stop| {
            if told.fetch_add(1, Ordering::SeqCst) >= stop_at {
                stop.store(true, Ordering::SeqCst);
            }
        });
        let model = self.model.lock().unwrap();
        let planned: HashSet<&str> =
            plan.customers[0].cards.iter().map(|card| card.token.expose()).collect();
        for (token, count) in &model.asked {
            let new = count - before.get(token).copied().unwrap_or(0);
            assert!(new <= 1, "sent {new} times");
            assert!(new == 0 || planned.contains(token.as_str()), "what the dialog did not show");
        }
        for end in &report.customers[0].cards {
            let there = model.cards.iter().any(|token| token == end.card.token.expose());
            assert!(!(end.outcome.is_absent() && there), "called gone, and there: {end:?}");
            if matches!(end.outcome, Outcome::StillThere) {
                assert!(there, "called there, and gone: {end:?}");
            }
        }
    }

    /// Decides what is open, as far as lists come.
    fn resolve(&self) -> usize {
        let client = Client::new(&self.server()).unwrap();
        let journal = Journal::open(self.folder.path()).unwrap();
        let open = read(self.folder.path()).unwrap().unresolved().to_vec();
        for record in &open {
            let who = credentials("452739");
            let decided = resolve(&client, &journal, record, &self.server(), &who, None, &now);
            let Ok(decided) = decided else { continue };
            let model = self.model.lock().unwrap();
            let there = model.cards.iter().any(|token| {
                TokenDigest::of(&Token::from_gateway(token)) == record.subject().token
            });
            assert!(!(decided.outcome.is_absent() && there), "resolved as gone, and there");
        }
        read(self.folder.path()).unwrap().unresolved().len()
    }

    fn check(&self) {
        let model = self.model.lock().unwrap();
        assert!(model.broken.is_empty(), "{:?}", model.broken);
        drop(model);
        assert_eq!(verify(self.folder.path()).unwrap(), ChainState::Intact);
    }
}

fn live(seed: u64) {
    let mut history = History::new(seed);
    for _ in 0..3 + seed % 4 {
        match history.chance.below(5) {
            0 => drop(history.resolve()),
            1 => {
                let number = 100 + usize::try_from(history.chance.below(50)).unwrap();
                let mut model = history.model.lock().unwrap();
                if !model.cards.contains(&token(number)) {
                    model.cards.push(token(number));
                }
            }
            _ => {
                if let Some(plan) = history.plan() {
                    history.remove(&plan);
                }
            }
        }
        history.check();
    }
    // Once all goes well again, nothing stays open.
    history.model.lock().unwrap().wrong = 0;
    assert_eq!(history.resolve(), 0, "nothing is left open");
    history.check();
    assert!(pending(history.folder.path()).is_empty());
}

#[test]
fn whatever_happens_nothing_is_claimed_that_is_not_so() {
    let wanted = std::env::var("CARDDESK_HISTORIES").ok().and_then(|count| count.parse().ok());
    let count: u64 = wanted.unwrap_or(USUAL);
    let next = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    loop {
                        let seed = next.fetch_add(1, Ordering::SeqCst);
                        if seed >= count {
                            return;
                        }
                        let lived = std::panic::catch_unwind(|| live(seed));
                        assert!(lived.is_ok(), "history {seed}");
                    }
                })
            })
            .collect();
        for worker in workers {
            worker.join().expect("every history holds");
        }
    });
}
