//! Several windows on one data folder.

use std::fs;
use std::sync::Barrier;
use std::thread::scope;

use carddesk::acknowledged::{Acknowledgement, Change, change, load as load_acknowledged};
use carddesk::domain::{CustomerNumber, Digest, Language, MerchantId, ServerAddress};
use carddesk::settings::{
    Account, Keeper, LoadWarning, Settings, ThemeChoice, TileSize, WindowSize, Zoom, keep_recent,
    load, load_recent, save,
};
use carddesk::store::update_json;
use carddesk::verify::Rule;
use proptest::prelude::*;

use super::{folders, write};

#[test]
fn a_change_of_one_setting_leaves_those_of_other_windows() {
    let (_dir, folders) = folders();
    save(&folders, &Settings::default()).unwrap();
    let mut first = load(&folders).settings;
    let mut second = first.clone();
    let a = Keeper::new(folders.clone(), first.clone());
    let b = Keeper::new(folders.clone(), second.clone());
    first.theme = ThemeChoice::Dark;
    a.keep(&first).unwrap();
    second.operator = "Марина".to_owned();
    b.keep(&second).unwrap();
    first.tiles = TileSize::Large;
    a.keep(&first).unwrap();
    second.keep_recent = false;
    second.language = Some(Language::Russian);
    b.keep(&second).unwrap();
    let wanted = Settings {
        theme: ThemeChoice::Dark,
        operator: "Марина".to_owned(),
        tiles: TileSize::Large,
        keep_recent: false,
        language: Some(Language::Russian),
        ..Settings::default()
    };
    assert_eq!(load(&folders).settings, wanted);
    // Both change the same: the later one holds.
    first.theme = ThemeChoice::Light;
    a.keep(&first).unwrap();
    second.theme = ThemeChoice::Dark;
    b.keep(&second).unwrap();
    assert_eq!(load(&folders).settings, wanted);
}

#[test]
fn fields_of_other_versions_stay() {
    let (_dir, folders) = folders();
    write(&folders, r#"{"theme":"light","flux":{"capacitor":1}}"#);
    let found = load(&folders).settings;
    let keeper = Keeper::new(folders.clone(), found.clone());
    keeper.keep(&Settings { zoom: Zoom::new(1.5), ..found }).unwrap();
    let text = fs::read_to_string(folders.settings_file()).unwrap();
    let fields: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        fields,
        serde_json::json!({"theme": "light", "flux": {"capacitor": 1}, "zoom": 1.5}),
        "the one that was changed is written, and no other"
    );
}

#[test]
fn a_file_that_was_damaged_meanwhile_is_put_aside_by_the_next_change() {
    for damaged in ["{\"theme\":", "", "[]", "{\"zoom\":\"big\"}"] {
        let (_dir, folders) = folders();
        let keeper = Keeper::new(folders.clone(), Settings::default());
        write(&folders, damaged);
        let settings = Settings { theme: ThemeChoice::Dark, ..Settings::default() };
        keeper.keep(&settings).unwrap();
        assert_eq!(load(&folders).settings, settings, "{damaged:?}");
        assert_eq!(fs::read_to_string(folders.broken_settings_file()).unwrap(), damaged);
    }
}

#[test]
fn what_could_not_be_written_is_written_with_the_next_change() {
    let (_dir, folders) = folders();
    let keeper = Keeper::new(folders.clone(), Settings::default());
    fs::create_dir_all(folders.settings_file()).unwrap();
    let dark = Settings { theme: ThemeChoice::Dark, ..Settings::default() };
    keeper.keep(&dark).unwrap_err();
    assert!(folders.settings_file().is_dir(), "what is not understood is left alone");
    fs::remove_dir(folders.settings_file()).unwrap();
    let zoomed = Settings { zoom: Zoom::new(2.0), ..dark };
    keeper.keep(&zoomed).unwrap();
    assert_eq!(load(&folders).settings, zoomed);
}

#[test]
fn nothing_is_written_where_nothing_was_changed() {
    let (_dir, folders) = folders();
    let found = Settings { window: WindowSize::new(900.0, 700.0), ..Settings::default() };
    Keeper::new(folders.clone(), found.clone()).keep(&found).unwrap();
    assert!(!folders.data().exists());
}

/// Runs each at the same time as the others.
fn at_once(works: Vec<Box<dyn FnOnce() + Send>>) {
    let start = Barrier::new(works.len());
    scope(|scope| {
        for work in works {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                work();
            });
        }
    });
}

#[test]
fn windows_at_the_same_moment_lose_nothing() {
    let (_dir, folders) = folders();
    let server = ServerAddress::parse("pay.example.com").unwrap();
    let whose = Account::new(&server, MerchantId::parse("452739").unwrap());
    let mut works: Vec<Box<dyn FnOnce() + Send>> = Vec::new();
    for number in 0..8_u8 {
        let (folders, whose) = (folders.clone(), whose.clone());
        works.push(Box::new(move || {
            let keeper = Keeper::new(folders.clone(), Settings::default());
            let mut settings = Settings::default();
            // Each window has a setting of its own, which it changes again and again.
            for round in 0..8 {
                let text = format!("{number}-{round}");
                match number {
                    0 => settings.operator = text,
                    1 => settings.last_server = text,
                    2 => settings.last_merchant = text,
                    3 => settings.customers_folded = round == 7,
                    4 => settings.keep_art = round < 7,
                    5 => settings.keep_recent = round < 7,
                    6 => settings.zoom = Zoom::new(1.0 + f32::from(round as u8) / 10.0),
                    _ => settings.window = WindowSize::new(800.0 + round as f32, 600.0),
                }
                keeper.keep(&settings).unwrap();
                let customer = CustomerNumber::parse(&format!("{number}")).unwrap();
                keep_recent(&folders, &whose, &customer).unwrap();
                let one = Acknowledgement {
                    sha256: Digest::from_bytes([number; 32]),
                    rule: Rule::ALL[usize::from(round as u8)],
                    by: "Марина".to_owned(),
                    at: "2026-11-23T12:00:00Z".parse().unwrap(),
                    why: String::new(),
                };
                change(&folders, Change::Add(one)).unwrap();
            }
        }));
    }
    at_once(works);
    let settings = load(&folders).settings;
    let wanted = Settings {
        operator: "0-7".to_owned(),
        last_server: "1-7".to_owned(),
        last_merchant: "2-7".to_owned(),
        customers_folded: true,
        keep_art: false,
        keep_recent: false,
        zoom: Zoom::new(1.7),
        window: WindowSize::new(807.0, 600.0),
        ..Settings::default()
    };
    assert_eq!(settings, wanted);
    assert_eq!(load_recent(&folders, &whose).len(), 8);
    assert_eq!(load_acknowledged(&folders).unwrap().iter().count(), 64);
}

#[test]
fn any_file_of_the_folder_is_changed_so() {
    let (_dir, folders) = folders();
    let path = folders.data().join("numbers.json");
    let mut works: Vec<Box<dyn FnOnce() + Send>> = Vec::new();
    for number in 0..40_u32 {
        let path = path.clone();
        works.push(Box::new(move || {
            let add = |kept: &mut Vec<u32>| kept.push(number);
            update_json(&path, 1024 * 1024, add).unwrap();
        }));
    }
    at_once(works);
    let mut kept: Vec<u32> = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    kept.sort_unstable();
    assert_eq!(kept, (0..40).collect::<Vec<u32>>());
    // Damaged, it is put aside; too large or unreadable, it is left.
    fs::write(&path, "[1,").unwrap();
    update_json(&path, 1024, |kept: &mut Vec<u32>| kept.push(7)).unwrap();
    assert_eq!(fs::read_to_string(folders.data().join("numbers.broken.json")).unwrap(), "[1,");
    fs::write(&path, " ".repeat(2000)).unwrap();
    update_json(&path, 1024, |kept: &mut Vec<u32>| kept.push(7)).unwrap_err();
    assert_eq!(fs::read(&path).unwrap().len(), 2000);
}

#[test]
fn what_is_put_aside_at_the_start_is_told() {
    let (_dir, folders) = folders();
    write(&folders, "{");
    let loaded = load(&folders);
    let Some(LoadWarning::Broken { put_aside, .. }) = loaded.warning else { panic!() };
    assert_eq!(put_aside, Some(folders.broken_settings_file()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Windows take turns as they like: each setting is what was chosen for it last.
    #[test]
    fn each_setting_is_what_was_chosen_last(
        turns in prop::collection::vec((0..3_usize, 0..5_u8, any::<u8>()), 0..24),
    ) {
        let (_dir, folders) = folders();
        let mut wanted = Settings::default();
        let mut windows: Vec<_> = (0..3)
            .map(|_| (Keeper::new(folders.clone(), Settings::default()), Settings::default()))
            .collect();
        for (window, which, value) in turns {
            let (keeper, settings) = &mut windows[window];
            let change = |settings: &mut Settings| match which {
                0 => settings.operator = value.to_string(),
                1 => settings.last_server = value.to_string(),
                2 => settings.zoom = Zoom::new(1.0 + f32::from(value) / 512.0),
                3 => settings.window = WindowSize::new(500.0 + f32::from(value), 500.0),
                _ => settings.last_merchant = value.to_string(),
            };
            let before = settings.clone();
            change(settings);
            keeper.keep(settings).unwrap();
            // What a window chooses to have as it has it already is no change.
            if before != *settings {
                change(&mut wanted);
            }
        }
        prop_assert_eq!(load(&folders).settings, wanted);
    }
}
