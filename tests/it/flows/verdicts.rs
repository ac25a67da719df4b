//! What the verifier says, as it stands in the window: tiles, inspector, catalogue, contact sheet.
use carddesk::model::{Dialog, Page, SheetOrder, VerdictAction};
use carddesk::verify::Rule;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::stage::Stage;

fn shown(number: &'static str) -> Stage {
    let mut stage = Stage::showing(number);
    stage.settle();
    stage
}

#[test]
fn a_card_without_faults_has_no_verdict() {
    let mut stage = shown("1002");
    stage.assert_silent(&["1 error", "1 warning", "2 warnings"]);
    stage.select(0);
    stage.click("Findings");
    stage.assert_says(&["Nothing that needs a person"]);
}

#[test]
fn tile_heading_and_inspector_tell_what_was_found() {
    // Its first card is portrait art.
    let mut stage = shown("2009");
    stage.assert_says(&["11 errors", "2 errors, 1 warning"]);
    stage.select(0);
    stage.click("Findings");
    stage.settle();
    stage.assert_says(&[
        "2 errors",
        "The background is taller than wide: 969×1536.",
        "Ask the issuer for the art in landscape.",
        "portrait · Visa, digital brand guidelines",
    ]);
    stage.click("Assets");
    stage.settle();
    stage.assert_says(&["The background is taller than wide: 969×1536."]);
    assert!(stage.session().queue.rows()[0].worst.is_some());
}

#[test]
fn every_file_is_looked_at_though_it_is_out_of_view() {
    let stage = shown("1003");
    let session = stage.session();
    let files = session.cards().iter().flat_map(|card| &card.assets).flat_map(|a| &a.variants);
    for variant in files {
        let entry = session.library.at(&variant.url).unwrap();
        assert!(entry.loaded().is_some() || entry.error().is_some(), "{}", variant.url);
    }
}

#[test]
fn the_catalogue_lists_every_rule() {
    let mut stage = shown("1002");
    stage.click("Keys");
    stage.click("Verification rules");
    assert!(matches!(stage.state().dialog, Some(Dialog::Rules)));
    for rule in Rule::ALL {
        stage.assert_says(&[rule.name()]);
    }
    stage.click("Close");
    assert!(stage.state().dialog.is_none());
}

#[test]
fn the_contact_sheet_gathers_the_files_of_all_customers() {
    let mut stage = Stage::signed_in();
    stage.press_with(Modifiers::COMMAND, Key::G);
    stage.assert_says(&["Contact sheet", "Look up a customer first."]);
    // Both customers have the same art, at one address.
    for number in ["1002", "1019"] {
        stage.show(number);
        stage.settle();
    }
    stage.press_with(Modifiers::COMMAND, Key::G);
    assert_eq!(stage.session().page, Page::Sheet);
    stage.settle();
    stage.assert_says(&["2 cards, 2 customers"]);
    let all = stage.session().sheet.all();
    stage.type_into("Type, brand, bank, host, rule, customer", "background");
    stage.settle();
    assert!(stage.session().sheet.groups().len() < all);
    stage.click("Errors");
    stage.settle();
    stage.assert_says(&["No file fits these words and this choice."]);
    stage.click("All");
    stage.click("Host");
    assert_eq!(stage.session().sheet.view.order, SheetOrder::Host);
    stage.settle();
    // From the sheet to the file, and from the file to the cards that use it.
    let name = stage.names(Role::Button);
    let is_large = |name: &&String| name.starts_with("Open CARD_BACKGROUND_COMBINED large: http");
    let name = name.iter().find(is_large).unwrap().clone();
    stage.click(&name);
    stage.settle();
    stage.assert_says(&["Used by", "1002 · VISA ···· 0028"]);
    let other = stage.session().sheet.uses(&url(&stage), &stage.session().library).len();
    assert_eq!(other, 2);
    stage.click_on(Role::Link, "1002 · VISA ···· 0028");
    stage.settle();
    assert_eq!(stage.session().page, Page::Customer);
    assert_eq!(stage.session().customer.as_ref().unwrap().number.as_str(), "1002");
}

fn url(stage: &Stage) -> String {
    match &stage.state().dialog {
        Some(Dialog::Viewer(viewer)) => viewer.id.url().unwrap().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_large_picture_goes_from_file_to_file() {
    let mut stage = shown("1004");
    stage.select(0);
    stage.click("Open the large picture");
    stage.settle();
    let first = url(&stage);
    stage.press(Key::ArrowRight);
    stage.settle();
    let second = url(&stage);
    assert_ne!(first, second);
    stage.click("Previous file");
    assert_eq!(url(&stage), first);
    // Round the end, and through all of them.
    let count = stage.session().files_on_page().len();
    for _ in 0..count {
        stage.press(Key::ArrowLeft);
    }
    assert_eq!(url(&stage), first);
}

#[test]
fn a_file_is_saved_as_it_came() {
    let mut stage = shown("1002");
    stage.select(0);
    stage.click("Open the large picture");
    stage.settle();
    let file = stage.session().library.at(&url(&stage)).unwrap().file.value().unwrap().clone();
    for _ in 0..2 {
        stage.click("Save the file");
        stage.settle();
    }
    let saved: Vec<_> = std::fs::read_dir(stage.world.data())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "png"))
        .collect();
    assert_eq!(saved.len(), 2, "none is written over: {saved:?}");
    for path in saved {
        assert_eq!(std::fs::read(path).unwrap(), &*file.bytes);
    }
    stage.assert_says(&["Saved to "]);
}

/// The worst stands first; a busy machine may have made a download slow, which is told below it.
fn acknowledge_the_worst(stage: &mut Stage) {
    let links = stage.names(Role::Link);
    let name = links.iter().find(|name| name.starts_with("Acknowledge… ")).unwrap();
    stage.click_on(Role::Link, name);
}

#[test]
fn an_acknowledged_finding_counts_no_more_until_it_is_taken_back() {
    // Its only fault: art of another shape.
    let mut stage = shown("2009");
    stage.assert_says(&["11 errors"]);
    stage.select(1);
    stage.click("Findings");
    stage.settle();
    acknowledge_the_worst(&mut stage);
    stage.assert_says(&[
        "Acknowledge this finding?",
        "CARD_BACKGROUND_COMBINED, image/png, ",
        " × ",
        " KiB",
        "2009 · VISA ···· 6002",
        "aspect-ratio · ISO/IEC 7810",
    ]);
    stage.press(Key::Escape);
    assert!(stage.session().acknowledged.iter().next().is_none());
    acknowledge_the_worst(&mut stage);
    stage.type_into("Why (optional)", "as ordered");
    stage.click("Acknowledge");
    stage.settle();
    stage.assert_says(&["10 errors", "Acknowledged by ", "as ordered"]);
    // It is kept.
    let mut stage = Stage::showing_in(stage.end(), "2009");
    stage.settle();
    stage.assert_says(&["10 errors"]);
    stage.select(1);
    stage.click("Findings");
    stage.settle();
    let links = stage.names(Role::Link);
    let is_back = |name: &&String| name.starts_with("Take the acknowledgement back: ");
    stage.click_on(Role::Link, links.iter().find(is_back).unwrap());
    stage.settle();
    stage.assert_says(&["11 errors"]);
}

#[test]
fn the_key_to_acknowledge_says_why_it_cannot() {
    // Broken media: of the first no file was read.
    let mut stage = shown("3000");
    stage.press(Key::A);
    stage.assert_says(&["go to a finding with N"]);
    stage.press(Key::N);
    stage.press(Key::A);
    stage.assert_says(&["the file was not read"]);
    assert!(stage.state().dialog.is_none());
    // A card's own.
    let mut stage = shown("2006");
    stage.press(Key::N);
    stage.press(Key::A);
    stage.assert_says(&["this one is about the card"]);
    assert!(stage.state().dialog.is_none());
}

#[test]
fn a_finding_that_is_acknowledged_already_says_so() {
    let mut stage = shown("2009");
    stage.select(1);
    stage.click("Findings");
    stage.press(Key::N);
    stage.press(Key::A);
    stage.assert_says(&["Acknowledge this finding?"]);
    stage.press(Key::Enter);
    stage.settle();
    stage.press(Key::A);
    stage.assert_says(&["acknowledged already"]);
    assert!(stage.state().dialog.is_none());
}

#[test]
fn what_is_accepted_on_several_cards_names_them() {
    // Cards of several customers show the same file.
    let mut stage = Stage::signed_in();
    for number in ["1002", "1019"] {
        stage.show(number);
        stage.settle();
    }
    let session = stage.session();
    let (_, url) = session
        .cards()
        .iter()
        .flat_map(|card| &card.assets)
        .flat_map(|asset| asset.variants.iter().map(move |variant| (asset, &variant.url)))
        .find(|(_, url)| session.sheet.uses(url, &session.library).len() == 2)
        .expect("a file that both have");
    let sha256 = session.library.at(url).and_then(|entry| entry.digest()).unwrap();
    stage.act(VerdictAction::Ask { sha256, rule: Rule::Grayscale });
    stage.rest();
    // Nothing was found by this rule: it says when it would be.
    stage.assert_says(&["greyscale", "1002 · VISA ···· 0028", "1019 · VISA ···· "]);
}
