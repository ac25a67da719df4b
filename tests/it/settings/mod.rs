//! What is kept between runs, on real files.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod columns;
mod read;
mod recent;
mod windows;

use std::fs;
use std::io;

use carddesk::domain::Language;
use carddesk::settings::{
    Folders, LoadWarning, Loaded, LockAfter, RendererChoice, Settings, ThemeChoice, TileSize,
    WindowSize, Zoom, load, save,
};
use proptest::prelude::*;
use tempfile::TempDir;

fn folders() -> (TempDir, Folders) {
    let dir = tempfile::tempdir().unwrap();
    let folders = Folders::new(Some(&dir.path().join("data"))).unwrap();
    (dir, folders)
}

fn write(folders: &Folders, text: &str) {
    fs::create_dir_all(folders.data()).unwrap();
    fs::write(folders.settings_file(), text).unwrap();
}

#[test]
fn with_no_file_the_defaults_come_without_a_warning_and_nothing_is_made() {
    let (_dir, folders) = folders();
    assert_eq!(load(&folders), Loaded { settings: Settings::default(), warning: None });
    assert!(!folders.data().exists());
}

#[test]
fn what_is_saved_is_loaded_and_replaces_what_was() {
    let (_dir, folders) = folders();
    save(&folders, &Settings::default()).unwrap();
    let settings = Settings {
        theme: ThemeChoice::Dark,
        language: Some(Language::Russian),
        zoom: Zoom::new(1.25),
        window: WindowSize::new(900.0, 700.5),
        last_server: "payments.test.example".to_owned(),
        last_merchant: "452739".to_owned(),
        operator: "Марина".to_owned(),
        lock_after: LockAfter::new(9),
        operator_required: true,
        heads_folder: "/srv/heads".to_owned(),
        system_log: "none".to_owned(),
        customers_folded: true,
        tiles: TileSize::Small,
        renderer: RendererChoice::Cpu,
        keep_art: false,
        keep_recent: false,
    };
    save(&folders, &settings).unwrap();
    assert_eq!(load(&folders), Loaded { settings, warning: None });
    let names: Vec<_> =
        fs::read_dir(folders.data()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["settings.json"], "no temporary file stays");
}

#[cfg(unix)]
#[test]
fn the_file_and_its_folder_are_the_users_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_dir, folders) = folders();
    save(&folders, &Settings::default()).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(folders.data()), mode(&folders.settings_file())), (0o700, 0o600));
}

#[test]
fn the_fields_are_these_and_none_is_a_secret() {
    let value = serde_json::to_value(Settings::default()).unwrap();
    let names: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "theme",
            "language",
            "zoom",
            "window",
            "last_server",
            "last_merchant",
            "operator_required",
            "lock_after",
            "operator",
            "heads_folder",
            "system_log",
            "customers_folded",
            "tiles",
            "renderer",
            "keep_art",
            "keep_recent",
        ]
    );
    for secret in ["password", "login", "token", "secret"] {
        assert!(!value.to_string().contains(secret));
    }
}

#[test]
fn missing_and_foreign_fields_do_no_harm() {
    let (_dir, folders) = folders();
    write(&folders, r#"{"theme":"light","flux":{"capacitor":1},"language":"tlh"}"#);
    let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
    assert_eq!(load(&folders), Loaded { settings, warning: None });
}

#[test]
fn numbers_out_of_bounds_are_brought_back() {
    let (_dir, folders) = folders();
    write(&folders, r#"{"zoom":900,"window":[1,1e30]}"#);
    let settings = load(&folders).settings;
    assert_eq!(settings.zoom.get(), Zoom::MAX);
    assert_eq!(settings.window, WindowSize::new(WindowSize::MIN_SIDE, WindowSize::MAX_SIDE));
    assert_eq!(Zoom::new(0.0).get(), Zoom::MIN);
    assert_eq!(Zoom::new(f32::NAN), Zoom::default());
    assert_eq!(WindowSize::new(f32::NAN, 500.0), WindowSize::default());
}

#[test]
fn a_broken_file_is_put_aside_and_reported() {
    let (_dir, folders) = folders();
    for broken in ["{\"theme\":", "", "\u{feff}x", "{\"zoom\":\"big\"}"] {
        write(&folders, broken);
        let loaded = load(&folders);
        assert_eq!(loaded.settings, Settings::default());
        let Some(LoadWarning::Broken { put_aside, .. }) = &loaded.warning else {
            panic!("{broken:?} gave {loaded:?}")
        };
        assert_eq!(put_aside.as_ref(), Some(&folders.broken_settings_file()));
        assert_eq!(fs::read_to_string(folders.broken_settings_file()).unwrap(), broken);
        assert_eq!(load(&folders).warning, None, "told once");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_reported_and_left() {
    let (_dir, folders) = folders();
    fs::create_dir_all(folders.settings_file()).unwrap();
    let loaded = load(&folders);
    assert_eq!(loaded.settings, Settings::default());
    let Some(warning @ LoadWarning::Unreadable { .. }) = loaded.warning else { panic!() };
    assert!(warning.to_string().contains("cannot be read"), "{warning}");
    assert!(folders.settings_file().is_dir());
}

#[test]
fn settings_that_cannot_be_written_are_an_error_with_the_path() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    let folders = Folders::new(Some(&dir.path().join("file/data"))).unwrap();
    let error = save(&folders, &Settings::default()).unwrap_err();
    assert_eq!(
        (error.path.clone(), error.kind),
        (folders.settings_file(), io::ErrorKind::NotADirectory)
    );
    assert!(error.to_string().contains("cannot be written"), "{error}");
}

#[test]
fn without_a_named_folder_it_is_the_users_data_folder() {
    let data = Folders::new(None).unwrap().data().to_path_buf();
    assert!(data.is_absolute());
    assert!(data.to_string_lossy().contains("carddesk"), "{}", data.display());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_load_without_a_panic_and_any_texts_come_back(
        bytes in prop::collection::vec(any::<u8>(), 0..64),
        texts in prop::array::uniform3(any::<String>()),
        zoom in any::<f32>(),
    ) {
        let (_dir, folders) = folders();
        let [last_server, last_merchant, operator] = texts;
        let settings = Settings {
            zoom: Zoom::new(zoom), last_server, last_merchant, operator, ..Settings::default()
        };
        save(&folders, &settings).unwrap();
        prop_assert_eq!(load(&folders).settings, settings);
        fs::write(folders.settings_file(), bytes).unwrap();
        let loaded = load(&folders);
        prop_assert_eq!(loaded.settings, Settings::default());
    }
}

#[test]
fn the_first_window_fits_on_the_screen_with_its_title_bar() {
    use carddesk::app::{Screen, first_sizes};

    let kept = [WindowSize::default(), WindowSize::new(320.0, 320.0), WindowSize::new(1e4, 1e4)];
    let screens = [[1366, 768], [1024, 768], [1920, 1080], [2560, 1440], [3840, 2160], [800, 600]];
    for size in kept {
        for pixels in screens {
            for scale in [1.0, 1.25, 1.5, 2.0, 3.0] {
                let points = pixels.map(|side| (f64::from(side) / scale) as f32);
                let (first, least) = first_sizes(size, Some(Screen { pixels, scale }));
                for side in [0, 1] {
                    assert!(first[side] > 0.0 && least[side] > 0.0);
                    assert!(first[side] <= points[side] && least[side] <= points[side]);
                }
                // A title bar of 40 points and a bar of the desktop of 48.
                assert!(first[1] + 88.0 <= points[1], "{first:?} on {points:?}");
                assert!(
                    first[0] <= size.width() && first[1] <= size.height(),
                    "kept where it fits"
                );
            }
        }
    }
    let whole = Screen { pixels: [2560, 1440], scale: 1.0 };
    assert_eq!(first_sizes(kept[0], Some(whole)), ([1280.0, 840.0], [720.0, 480.0]));
    assert_eq!(first_sizes(kept[0], None).0, [1280.0, 840.0], "no screen is known");
}
