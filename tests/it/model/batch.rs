//! An ended batch in the window: what was accepted, baselines, and its contact sheet.
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use carddesk::acknowledged::{Acknowledged, Acknowledgement};
use carddesk::batch::{
    AssetRecord, AssetState, Baseline, Batch, CardRecord, CustomerRecord, DeclaredRecord, Drift,
    FileRecord, Identity, Thumbnail,
};
use carddesk::domain::{AssetKind, Digest, redact};
use carddesk::model::{
    AssetAction, AssetEffect, BaselineEffect, BaselineEvent, BatchAction, BatchEffect, BatchEvent,
    BatchView, CompareError, Dialog, DrawKey, Effect, Event, KeptBaseline, ListAction, ListPlace,
    PictureKey, SheetAction, VerdictEvent,
};
use carddesk::settings::{ReadError, ReadFailure};
use carddesk::verify::{Finding, Rule, Severity};

use super::{TEST_SERVER, World};

/// A grey pixel, in base64.
fn pixel() -> String {
    let mut png = Cursor::new(Vec::new());
    image::GrayImage::new(1, 1).write_to(&mut png, image::ImageFormat::Png).unwrap();
    STANDARD.encode(png.into_inner())
}

fn digest(file: usize) -> Digest {
    let mut digest = [7; 32];
    digest[..8].copy_from_slice(&(file as u64).to_be_bytes());
    Digest::from_bytes(digest)
}

fn asset(file: usize) -> AssetRecord {
    let (media_type, width, height) = ("image/png".to_owned(), Some(1536), Some(969));
    let sha256 = Some(digest(file));
    let finding = Finding {
        rule: Rule::Portrait,
        severity: Severity::Error,
        values: vec![("width", 969_usize.into()), ("height", 1536_usize.into())],
    };
    AssetRecord {
        kind: redact("CARD_BACKGROUND_COMBINED"),
        url: Some(redact(&format!("https://store.example/{file}.png"))),
        whole: None,
        declared: DeclaredRecord { media_type: Some(redact(&media_type)), width, height },
        measured: Some(FileRecord { media_type, width, height, bytes: 48_213, sha256 }),
        state: AssetState::Rendered,
        findings: if file.is_multiple_of(10) { vec![finding] } else { Vec::new() },
    }
}

fn card(files: impl Iterator<Item = usize>) -> CardRecord {
    CardRecord {
        last_four: "0028".to_owned(),
        bin: "400551".to_owned(),
        brand: redact("VISA"),
        bank: redact("Bank"),
        expires: redact("12/2027"),
        active: Some(true),
        findings: Vec::new(),
        assets: files.map(asset).collect(),
    }
}

/// One card with four files a customer; every tenth file, from the first, has an error.
pub(super) fn batch(customers: usize) -> Batch {
    let record = |customer: usize| CustomerRecord {
        customer: format!("{}", 1000 + customer),
        result: Ok(vec![card(customer * 4..customer * 4 + 4)]),
    };
    let pixel = pixel();
    let picture = || Thumbnail { width: 1, height: 1, png: pixel.clone() };
    Batch {
        identity: Identity {
            server: TEST_SERVER.to_owned(),
            merchant_id: 777_001,
            environment: "TEST".to_owned(),
            started: "2026-03-10 12:00".to_owned(),
        },
        customers: (0..customers).map(record).collect(),
        thumbnails: (0..customers * 4).map(|file| (digest(file), picture())).collect(),
        missing: 0,
        resumed: 0,
        state_warning: None,
        drift: None,
        acknowledged: Acknowledged::default(),
    }
}

/// Ends a batch in the window; the effects of that.
fn end(world: &mut World, batch: Batch) -> Vec<Effect> {
    world.act((ListPlace::Batch, ListAction::Edit("1000\n1001\n".to_owned())));
    let started = world.act(BatchAction::Start);
    let Some(Effect::Batch(BatchEffect::Run(request))) = started.first() else {
        panic!("no batch began: {started:?}");
    };
    world.answer(BatchEvent::Ended { number: request.number, result: Ok(Arc::new(batch)) })
}

fn ended(customers: usize) -> World {
    let mut world = World::signed_in(TEST_SERVER);
    end(&mut world, batch(customers));
    world
}

fn run(world: &World) -> &carddesk::model::BatchRun {
    world.session().batch.run.as_ref().unwrap()
}

fn accepted(file: usize) -> Acknowledged {
    let mut all = Acknowledged::default();
    all.add(Acknowledgement {
        sha256: digest(file),
        rule: Rule::Portrait,
        by: "Marina".to_owned(),
        at: "2026-03-01T12:00:00Z".parse().unwrap(),
        why: String::new(),
    });
    all
}

#[test]
fn what_was_accepted_counts_no_more_before_and_after_the_end() {
    let mut world = World::signed_in(TEST_SERVER);
    world.answer(VerdictEvent::Read(Ok(accepted(0))));
    end(&mut world, batch(5));
    let counts = run(&world).ended.counts;
    assert_eq!((counts.errors, counts.acknowledged), (1, 1));
    let worst = |world: &World, customer: &str| {
        let mut visited = world.session().queue.rows().iter();
        visited.find(|visited| visited.number.as_str() == customer).unwrap().worst
    };
    assert_eq!((worst(&world, "1000"), worst(&world, "1002")), (None, Some(Severity::Error)));
    world.answer(VerdictEvent::Read(Ok(accepted(10))));
    world.answer(VerdictEvent::Read(Ok(Acknowledged::default())));
    let counts = run(&world).ended.counts;
    assert_eq!((counts.errors, counts.acknowledged), (2, 0));
}

#[test]
fn an_ended_batch_is_kept_and_compared() {
    let mut world = World::signed_in(TEST_SERVER);
    let after = end(&mut world, batch(2));
    assert!(matches!(&after[..], [Effect::Baseline(BaselineEffect::List { .. })]), "{after:?}");
    let keep = world.act(BatchAction::Keep);
    assert!(matches!(&keep[..], [Effect::Baseline(BaselineEffect::Keep { .. })]), "{keep:?}");
    let path = PathBuf::from("/data/baselines/one.jsonl");
    let listed = world.answer(BaselineEvent::Kept(Ok(path.clone())));
    assert!(matches!(&listed[..], [Effect::Baseline(BaselineEffect::List { .. })]), "{listed:?}");
    let kept = vec![KeptBaseline { path: path.clone(), identity: batch(1).identity, customers: 1 }];
    world.answer(BaselineEvent::Listed(kept.clone()));
    assert_eq!(world.session().batch.baselines.kept, kept);

    let compare = world.act(BatchAction::Compare(path.clone()));
    let [Effect::Baseline(BaselineEffect::Compare { number, .. })] = &compare[..] else {
        panic!("{compare:?}")
    };
    assert!(run(&world).ended.comparing);
    let number = *number;
    let drift = Drift::between(&Baseline::of(&batch(1)), &batch(2));
    // Of a batch that is gone.
    world.answer(BaselineEvent::Compared { number: number + 1, result: Ok(drift.clone()) });
    assert!(run(&world).ended.comparing);
    world.answer(BaselineEvent::Compared { number, result: Ok(drift) });
    assert_eq!((run(&world).ended.comparing, run(&world).ended.view), (false, BatchView::Changes));
    let told = world.session().batch.batch().unwrap().drift.as_ref().unwrap();
    assert_eq!((told.changes.len(), told.not_compared.len()), (0, 1));

    let error = CompareError::Unreadable(ReadError {
        path: path.clone(),
        failure: ReadFailure::NotFound,
        reason: "gone".to_owned(),
    });
    world.act(BatchAction::Compare(path));
    world.answer(BaselineEvent::Compared { number, result: Err(error.clone()) });
    assert_eq!(run(&world).ended.compare_error, Some(error));
    assert!(world.session().batch.batch().unwrap().drift.is_some(), "what was found stays");
}

#[test]
fn a_baseline_that_comes_before_the_batch_waits_for_its_end() {
    let mut world = World::signed_in(TEST_SERVER);
    let path = PathBuf::from("/somewhere/kept");
    assert!(world.answer(BaselineEvent::Found(path.clone())).is_empty());
    assert_eq!(world.session().batch.baselines.chosen, Some(path.clone()));
    let after = end(&mut world, batch(1));
    let compares = |effect: &Effect| match effect {
        Effect::Baseline(BaselineEffect::Compare { path: p, .. }) => *p == path,
        _ => false,
    };
    assert!(after.iter().any(compares), "{after:?}");
    assert_eq!(world.session().batch.baselines.chosen, None);
}

#[test]
fn a_thumbnail_is_drawn_once_at_a_time() {
    let mut world = ended(1);
    let want = |file: usize| BatchAction::Want { sha256: digest(file) };
    let effects = world.act(want(1));
    let (sha256, picture) = match &effects[..] {
        [Effect::Baseline(BaselineEffect::DrawThumbnail { sha256, thumbnail, .. })] => {
            (*sha256, thumbnail.picture())
        }
        _ => panic!("{effects:?}"),
    };
    assert_eq!(sha256, digest(1));
    assert!(world.act(want(1)).is_empty());
    assert!(world.act(want(99)).is_empty(), "of no file of the batch");
    let shown = world.answer(BaselineEvent::ThumbnailDrawn { sha256, picture });
    assert!(matches!(&shown[..], [Effect::Asset(AssetEffect::Show { .. })]), "{shown:?}");
    // It has left the graphics card since.
    assert_eq!(world.act(want(1)).len(), 1);
    world.answer(BaselineEvent::ThumbnailDrawn { sha256, picture: None });
    assert!(world.act(want(1)).is_empty(), "what is broken is not tried again and again");
}

#[test]
fn the_sheet_shows_the_files_of_the_batch_and_opens_them() {
    let mut world = ended(5);
    world.act(BatchAction::ShowSheet);
    world.learn(Event::Tick);
    let sheet = &world.session().sheet;
    assert_eq!((sheet.all(), sheet.groups().len()), (20, 20));
    let first = sheet.groups()[0].clone();
    assert_eq!((first.worst, first.cards), (Some(Severity::Error), 1));
    assert_eq!(first.thumbnail, Some(digest(0)));
    // Nothing is fetched before somebody opens it.
    assert_eq!(world.session().library.iter().count(), 0);
    let uses = sheet.uses(&first.variant.url, &world.session().library);
    assert_eq!(uses[0].customer.as_str(), "1000");
    let (variant, kind) = (first.variant, AssetKind::CardBackgroundCombined);
    world.act(AssetAction::Open { variant, kind });
    assert!(matches!(world.state.dialog, Some(Dialog::Viewer(_))));

    world.answer(VerdictEvent::Read(Ok(accepted(0))));
    world.act(SheetAction::Least(Some(Severity::Error)));
    world.learn(Event::Tick);
    let shown = world.session().sheet.groups();
    assert_eq!(shown.len(), 1, "one of the two is accepted");
    world.act(SheetAction::OfBatch(false));
    world.learn(Event::Tick);
    assert_eq!(world.session().sheet.all(), 0, "nobody was looked up");
    world.act(BatchAction::ShowSheet);
    world.act(BatchAction::Clear);
    assert!(!world.session().sheet.has_batch() && !world.session().sheet.view.of_batch);
}

/// How long a frame and a change of the filter take with 5,000 files: prints, and judges nothing.
#[test]
#[ignore = "a measurement, for people"]
fn frames_of_a_sheet_of_five_thousand() {
    use carddesk::i18n::Texts;
    use carddesk::ui::{Textures, UiMemory, View, theme, window_ui};

    let mut world = ended(1250);
    world.act(BatchAction::ShowSheet);
    let begun = Instant::now();
    world.learn(Event::Tick);
    println!("grouping {}: {:?}", world.session().sheet.all(), begun.elapsed());
    let begun = Instant::now();
    world.act(SheetAction::Filter("visa 0028 12".to_owned()));
    world.learn(Event::Tick);
    println!("filter ({} left): {:?}", world.session().sheet.groups().len(), begun.elapsed());
    world.act(SheetAction::Filter(String::new()));
    world.learn(Event::Tick);

    let ctx = egui::Context::default();
    theme::install(&ctx);
    let texts = Texts::new(carddesk::domain::Language::English);
    let (mut textures, mut memory) = (Textures::default(), UiMemory::default());
    let mut times = Vec::new();
    for frame in 0..120 {
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0));
        let wheel = egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -400.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        };
        let pointer = egui::Event::PointerMoved(egui::pos2(640.0, 500.0));
        let events = if frame < 3 { vec![] } else { vec![pointer, wheel] };
        let time = Some(f64::from(frame) / 60.0);
        let input =
            egui::RawInput { screen_rect: Some(screen), time, events, ..Default::default() };
        let mut wanted = Vec::new();
        let begun = Instant::now();
        world.learn(Event::Tick);
        let mut output = ctx.run_ui(input, |ui| {
            textures.upload(ui.ctx());
            let (state, now) = (&world.state, world.now);
            let mut view = View::new(ui.ctx(), state, &texts, &mut textures, &mut memory, now);
            window_ui(ui, &mut view);
            wanted = view.actions;
        });
        output.textures_delta.clear();
        let shapes = ctx.tessellate(output.shapes, 1.0).len();
        times.push((begun.elapsed(), wanted.len(), shapes));
        for action in wanted {
            for effect in world.act(action) {
                if let Effect::Baseline(BaselineEffect::DrawThumbnail {
                    sha256, thumbnail, ..
                }) = effect
                {
                    let key =
                        DrawKey { picture: PictureKey::Thumbnail(sha256), fit: Thumbnail::FIT };
                    textures.add(key, thumbnail.picture().unwrap());
                    let (session, picture) = (world.session().id, thumbnail.picture());
                    world.learn(Event::of(
                        session,
                        BaselineEvent::ThumbnailDrawn { sha256, picture },
                    ));
                }
            }
        }
    }
    let mut sorted: Vec<_> = times.iter().skip(3).map(|(time, ..)| *time).collect();
    sorted.sort_unstable();
    println!("frame: median {:?}, worst {:?}", sorted[sorted.len() / 2], sorted[sorted.len() - 1]);
    println!("asked for: {}", times.iter().map(|(_, wanted, _)| wanted).sum::<usize>());
}

/// A card of customer 1000 that shows this file, as its batch has seen it.
fn seen_card(url: &str) -> (carddesk::domain::Card, CardRecord) {
    use carddesk::domain::{Asset, Declared, Variant};
    let mut card = super::card(super::FIRST);
    card.assets.push(Asset {
        kind: AssetKind::CardBackgroundCombined,
        alt_text: None,
        payment_type: None,
        variants: vec![Variant { url: url.to_owned(), declared: Declared::default() }],
    });
    let compared = |rule: Rule, severity| Finding {
        rule,
        severity,
        values: rule.values().iter().map(|name| (*name, "x".into())).collect(),
    };
    let mut file = asset(1);
    file.url = Some(redact(url));
    file.findings = vec![
        compared(Rule::ArtSharedAcrossBanks, Severity::Warning),
        // What a list shows by itself is not taken from the batch.
        compared(Rule::Portrait, Severity::Error),
    ];
    let record = CardRecord {
        last_four: card.last_four.as_str().to_owned(),
        bin: card.bin.as_str().to_owned(),
        brand: redact(card.brand.as_str()),
        bank: redact(&card.bank),
        expires: redact(&card.expiry_text),
        active: Some(true),
        findings: vec![compared(Rule::ArtDiffersForProduct, Severity::Note)],
        assets: vec![file],
    };
    (card, record)
}

#[test]
fn what_only_the_batch_saw_holds_as_long_as_card_and_files_are_those() {
    use carddesk::domain::{Bin, CardList};
    let url = "https://store.example/a.png";
    let (card, record) = seen_card(url);
    let mut world = World::signed_in(TEST_SERVER);
    let mut all = batch(1);
    all.customers[0].result = Ok(vec![record]);
    end(&mut world, all);
    let mut compared = |change: &dyn Fn(&mut carddesk::domain::Card)| {
        let mut card = card.clone();
        change(&mut card);
        let asked = world.look_up("1000");
        world.listed(asked, Ok(CardList::sound(vec![super::card(super::SECOND), card])));
        let found = world.session().placed_findings(1);
        let rules = found.iter().map(|(_, finding)| finding.rule);
        let rules: Vec<Rule> = rules.filter(|rule| rule.compares_customers()).collect();
        assert!(!found.iter().any(|(_, finding)| finding.rule == Rule::Portrait));
        assert!(
            !world.session().placed_findings(0).iter().any(|(_, f)| f.rule.compares_customers())
        );
        rules.len()
    };
    assert_eq!(compared(&|_| {}), 2);
    assert_eq!(compared(&|card| card.assets[0].variants[0].url.push('2')), 0);
    assert_eq!(compared(&|card| card.bank = "Another".to_owned()), 0);
    assert_eq!(compared(&|card| card.bin = Bin::from_gateway("520417")), 0);
    assert_eq!(compared(&|card| card.assets.clear()), 0);
    assert_eq!(compared(&|_| {}), 2);
}
