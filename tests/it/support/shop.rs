use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use serde_json::Value;

use super::{Gateway, REFUSED, REMOVE, Reply, card, ok};

/// What happens to one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Fine,
    /// A fault; nothing is removed.
    Refused,
    /// The connection is closed; nothing is removed.
    CutBefore,
    /// The connection is closed after the card was removed.
    CutAfter,
    /// No answer; nothing is removed.
    Hang,
}

/// A gateway that keeps cards and removes them, with calls that go wrong by their number.
pub(crate) struct Shop {
    pub(crate) gateway: Gateway,
    tokens: Arc<Mutex<Vec<String>>>,
    removals: Arc<Counted>,
}

/// Removals asked for so far.
#[derive(Default)]
struct Counted {
    count: Mutex<usize>,
    more: Condvar,
}

/// A token by its number.
pub(crate) fn token(number: usize) -> String {
    format!("54F5A3DE-4B47-4B40-03B5-{number:012X}")
}

impl Shop {
    /// With so many cards; `removal` and `list` say what happens to the first, second … call.
    pub(crate) fn new(
        cards: usize,
        removal: impl Fn(usize) -> Fate + Send + Sync + 'static,
        list: impl Fn(usize) -> Fate + Send + Sync + 'static,
    ) -> Self {
        let tokens = Arc::new(Mutex::new((0..cards).map(token).collect::<Vec<_>>()));
        let kept = Arc::clone(&tokens);
        let (removals, lists) = (Arc::<Counted>::default(), AtomicUsize::new(0));
        let counted = Arc::clone(&removals);
        let gateway = Gateway::answering(move |request| {
            if request.target == REMOVE {
                let mut count = counted.count.lock().unwrap();
                *count += 1;
                counted.more.notify_all();
                removed(&kept, &request.json(), removal(*count))
            } else {
                let fate = list(lists.fetch_add(1, Ordering::SeqCst) + 1);
                listed(&kept, fate)
            }
        });
        Self { gateway, tokens, removals }
    }

    pub(crate) fn willing(cards: usize) -> Self {
        Self::new(cards, |_| Fate::Fine, |_| Fate::Fine)
    }

    /// Tokens of the cards that are there.
    pub(crate) fn tokens(&self) -> Vec<String> {
        self.tokens.lock().unwrap().clone()
    }

    pub(crate) fn add(&self, number: usize) {
        self.tokens.lock().unwrap().push(token(number));
    }

    /// Waits until so many removals were asked for.
    pub(crate) fn wait_for_removals(&self, wanted: usize) {
        let count = self.removals.count.lock().unwrap();
        let patience = Duration::from_secs(60);
        let missing = |count: &mut usize| *count < wanted;
        let waited = self.removals.more.wait_timeout_while(count, patience, missing).unwrap();
        assert!(!waited.1.timed_out(), "{} of {wanted} removals", waited.0);
    }

    /// The removals asked for, by token.
    pub(crate) fn asked(&self) -> Vec<String> {
        let requests = self.gateway.requests();
        let removals = requests.iter().filter(|request| request.target == REMOVE);
        removals.map(|request| request.json()["token"].as_str().unwrap().to_owned()).collect()
    }
}

fn removed(kept: &Mutex<Vec<String>>, body: &Value, fate: Fate) -> Reply {
    let wanted = body["token"].as_str().unwrap();
    let mut kept = kept.lock().unwrap();
    let Some(place) = kept.iter().position(|token| token == wanted) else { return ok(REFUSED) };
    let message = format!(r#"{{"message":"Token {wanted} is removed"}}"#);
    match fate {
        Fate::Refused => ok(REFUSED),
        Fate::CutBefore => Reply::close(),
        Fate::Hang => Reply::hang(),
        Fate::Fine | Fate::CutAfter => {
            kept.remove(place);
            if fate == Fate::Fine { ok(message) } else { Reply::close() }
        }
    }
}

fn listed(kept: &Mutex<Vec<String>>, fate: Fate) -> Reply {
    match fate {
        Fate::Refused => ok(REFUSED),
        Fate::CutBefore | Fate::CutAfter => Reply::close(),
        Fate::Hang => Reply::hang(),
        Fate::Fine => {
            let kept = kept.lock().unwrap();
            let number = |token: &str| u32::from_str_radix(&token[24..], 16).unwrap();
            let card = |token: &String| {
                let mut card = card(token);
                card["post"] = format!("{:04}", number(token)).into();
                // Every third card has expired.
                if number(token) % 3 == 0 {
                    card["expire"] = "01.2020".into();
                }
                card
            };
            ok(kept.iter().map(card).collect::<Value>().to_string())
        }
    }
}
