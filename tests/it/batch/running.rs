use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use carddesk::batch::{self, AssetState, Controls, Progress};
use carddesk::sandbox::{Call, Fault, Injection};
use carddesk::verify::Rule;

use crate::support::{Door, Gateway, credentials, ok};

use super::{Bench, names, number, plan};

#[test]
fn each_file_is_fetched_once_however_many_cards_show_it() {
    let bench = Bench::new();
    let customers = ["1004", "1005", "2005", "2004"];
    let batch = bench.run(&customers);
    assert_eq!(names(&batch), customers);
    let mut shown: BTreeMap<String, usize> = BTreeMap::new();
    let cards = batch.customers.iter().flat_map(|record| record.result.as_ref().unwrap());
    for asset in cards.flat_map(|card| &card.assets) {
        let path = asset.url.as_ref().unwrap().replace(&bench.sandbox.url(), "");
        *shown.entry(path).or_default() += 1;
    }
    assert!(shown.values().any(|count| *count > 1), "{shown:?}");
    let fetched = bench.files();
    assert_eq!(shown.keys().collect::<Vec<_>>(), fetched.keys().collect::<Vec<_>>());
    assert!(fetched.values().all(|count| *count == 1), "{fetched:?}");
    assert_eq!(bench.lists().values().sum::<usize>(), customers.len());
}

#[test]
fn a_failed_list_is_asked_for_once_more_at_the_end() {
    let bench = Bench::new();
    let customer = Some("1001".to_owned());
    bench.sandbox.inject(Injection {
        customer,
        call: Call::List,
        fault: Fault::Status500,
        times: 1,
    });
    let mut told: Vec<Progress> = Vec::new();
    let customers = ["5009", "1001", "2006"];
    let controls = Controls::default();
    let batch = bench.run_with(&customers, None, &controls, &mut |now| told.push(now)).unwrap();
    assert_eq!(names(&batch), customers);
    let failed: Vec<bool> = batch.customers.iter().map(|c| c.result.is_err()).collect();
    assert_eq!(failed, [true, false, false]);
    let asked = bench.lists();
    assert_eq!((asked["5009"], asked["1001"], asked["2006"]), (2, 2, 1));
    let last = told.last().unwrap();
    assert_eq!((told.len(), last.done, last.all, last.failed), (3, 3, 3, 1));
}

#[test]
fn files_are_told_as_they_are() {
    let bench = Bench::new();
    let batch = bench.run(&["3001", "3004", "3013", "3036", "1004"]);
    let assets = |place: usize| {
        let cards = batch.customers[place].result.as_ref().unwrap();
        cards.iter().flat_map(|card| &card.assets).collect::<Vec<_>>()
    };
    let with = |place: usize, rule: Rule| {
        let found = assets(place).into_iter();
        found.filter(move |asset| asset.findings.iter().any(|f| f.rule == rule)).count()
    };
    assert_eq!(with(0, Rule::HttpStatus), 1);
    let missing = assets(0).into_iter().find(|asset| asset.state == AssetState::Failed).unwrap();
    assert_eq!(missing.measured, None);
    assert_eq!(with(1, Rule::NotTheDeclaredType), 1);
    assert_eq!(with(2, Rule::TooManyPixels), 1);
    let huge = assets(2).into_iter().find(|asset| asset.state == AssetState::Failed).unwrap();
    assert_eq!(huge.measured.as_ref().unwrap().width, Some(20_000));
    assert!(assets(3).iter().any(|asset| asset.state == AssetState::Text));
    for asset in assets(4) {
        assert_eq!(asset.state, AssetState::Rendered, "{asset:?}");
        let sha256 = asset.measured.as_ref().unwrap().sha256.unwrap();
        assert_eq!(sha256.to_string().len(), 64);
        let picture = &batch.thumbnails[&sha256];
        assert!(picture.width <= 200 && picture.height > 0, "{picture:?}");
        assert!(picture.png.starts_with("iVBORw0KGgo"), "{}", picture.png);
    }
}

#[test]
fn a_batch_that_was_cancelled_says_what_is_missing() {
    // Nobody but the first is answered before it is stopped.
    let stopped = Arc::new(Door::default());
    let hold = Arc::clone(&stopped);
    let gateway = Gateway::answering(move |request| {
        if request.json()["customernumber"] != "1" {
            hold.wait();
        }
        ok("[]")
    });
    let customers = ["1", "2", "3", "4", "5"].map(number);
    let (server, who) = (gateway.server(), credentials("777001"));
    let controls = Controls::default();
    let stop = |_: Progress| {
        controls.cancel.store(true, Ordering::SeqCst);
        stopped.open();
    };
    let batch = batch::run(&plan(&server, &who, &customers, None), &controls, &mut { stop });
    let batch = batch.unwrap();
    // Two are asked for at once.
    assert!((2..=4).contains(&batch.missing), "{}", batch.missing);
    assert_eq!(batch.customers.len() + batch.missing, customers.len());

    let bench = Bench::new();
    let customers = ["2006", "1001", "1002", "1003", "1004"];
    let before = Controls::default();
    before.cancel.store(true, Ordering::SeqCst);
    let batch = bench.run_with(&customers, None, &before, &mut |_| {}).unwrap();
    assert_eq!((batch.customers.len(), batch.missing), (0, 5));
}

#[test]
fn nobody_to_ask_is_an_empty_batch() {
    let bench = Bench::new();
    assert!(bench.run(&[]).customers.is_empty());
    assert_eq!(bench.sandbox.requests().total, 0);
}
