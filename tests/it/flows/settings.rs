//! Settings apply at once and are kept.

use carddesk::domain::Language;
use carddesk::journal::read;
use carddesk::settings::{self, Folders, RendererChoice, Settings, ThemeChoice, Zoom};
use egui::accesskit::Role;
use egui::{Key, Theme};

use super::stage::{Stage, Start, World};

fn kept(world: &World) -> Settings {
    settings::load(&Folders::new(Some(world.data())).unwrap()).settings
}

fn file(world: &World) -> String {
    let folders = Folders::new(Some(world.data())).unwrap();
    std::fs::read_to_string(folders.settings_file()).unwrap()
}

#[test]
fn the_theme_changes_at_once_and_is_kept() {
    let mut stage = Stage::at_form();
    stage.click("Settings");
    for (name, choice, theme) in
        [("Light", ThemeChoice::Light, Theme::Light), ("Dark", ThemeChoice::Dark, Theme::Dark)]
    {
        stage.click(name);
        stage.settle();
        assert_eq!(stage.harness.ctx.theme(), theme);
        assert_eq!(kept(&stage.world).theme, choice);
    }
    stage.click("As the system");
    stage.settle();
    assert_eq!(kept(&stage.world).theme, ThemeChoice::System);
}

#[test]
fn what_draws_the_window_is_kept_for_the_next_start() {
    let mut stage = Stage::at_form();
    stage.click("Settings");
    for (name, choice) in [
        ("Processor", RendererChoice::Cpu),
        ("Graphics card", RendererChoice::OpenGl),
        ("What is faster", RendererChoice::Auto),
    ] {
        stage.click(name);
        stage.settle();
        assert_eq!(kept(&stage.world).renderer, choice);
    }
}

#[test]
fn the_language_changes_at_once_everywhere() {
    let mut stage = Stage::showing("1009");
    stage.select(0);
    stage.click("Settings");
    stage.click("Русский");
    stage.settle();
    assert_eq!(kept(&stage.world).language, Some(Language::Russian));
    stage.click("Закрыть");
    let russian = [
        "Предприятие 777001",
        "проверено",
        "Номер покупателя",
        "Этот сеанс",
        "Покупатель 1009",
        "5 карт",
        "Сведения",
        "Удалить карту…",
        "Копировать токен",
        "Банк не указан",
    ];
    stage.assert_says(&russian);
    let english = ["Merchant", "verified", "This session", "5 cards", "Details", "Copy token"];
    stage.assert_silent(&english);
    // The security question above all.
    stage.click("Удалить карту…");
    stage.assert_says(&["Это нельзя отменить.", "Оставить карту", "Удалить карту"]);
    assert!(stage.button("Оставить карту").is_focused());
    stage.click("Оставить карту");
    stage.click("Журнал");
    stage.settle();
    stage.assert_says(&["Удалений пока нет"]);
    stage.click("Выйти");
    stage.assert_says(&["Имя сервера", "Пароль", "Войти"]);
    // And back, on the page itself.
    stage.click("English");
    stage.assert_says(&["Server name", "Password", "Sign in"]);
}

#[test]
fn the_gateway_is_asked_in_the_language_of_the_window() {
    let mut stage = World::new().start(&Start {
        signed_in: false,
        language: Language::Russian,
        ..Start::default()
    });
    let server = stage.world.server();
    stage.type_into("Имя сервера", &server);
    stage.type_into("Номер предприятия", "777001");
    stage.type_into("Логин веб-сервисов", "sandbox");
    stage.type_into_role(Role::PasswordInput, "Пароль", "wrong");
    stage.type_into("Номер покупателя (необязательно)", "1009");
    stage.press(Key::Enter);
    stage.run_until("the answer", |stage| !stage.is_asking());
    stage.assert_says(&["Шлюз отказал", "Ошибка аутентификации", "Коды 5 / 100"]);
}

#[test]
fn zoom_applies_at_once_and_is_kept() {
    let mut stage = Stage::at_form();
    stage.click("Settings");
    stage.get(Role::Slider, "Zoom").focus();
    stage.rest();
    stage.press(Key::ArrowRight);
    stage.press(Key::ArrowRight);
    stage.settle();
    assert_eq!(kept(&stage.world).zoom, Zoom::new(1.2));
    assert!((stage.harness.ctx.zoom_factor() - 1.2).abs() < 1e-4);
    // The window is the same, so there is room for less.
    assert!((stage.harness.ctx.content_rect().width() - 1280.0 / 1.2).abs() < 1.0);
}

#[test]
fn everything_is_there_again_at_the_next_start() {
    let mut stage = Stage::showing("1009");
    stage.click("Show or hide customers");
    stage.click("Settings");
    stage.click("Dark");
    stage.click("Русский");
    stage.type_into("Ваше имя для журнала", "Марина");
    stage.settle();
    let mut stage = stage.end().start(&Start { customer: Some("1009"), ..Start::default() });
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.assert_says(&["Покупатель 1009", "5 карт"]);
    stage.assert_silent(&["Этот сеанс"]);
    assert_eq!(stage.harness.ctx.theme(), Theme::Dark);
    // The name goes into the journal.
    let name = format!("Удалить {}", stage.card_name(0));
    stage.click(&name);
    stage.click("Удалить карту");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    stage.settle();
    let view = read(stage.world.data()).unwrap();
    assert_eq!(view.removals()[0].subject().operator.as_deref(), Some("Марина"));
}

#[test]
fn no_secret_is_ever_in_the_file() {
    let mut stage = Stage::at_form();
    let server = stage.world.server();
    stage.type_into("Server name", &server);
    stage.type_into("Merchant ID", "777001");
    stage.type_into("Login of the web services", "sandbox");
    stage.type_into_role(Role::PasswordInput, "Password", "sandbox-2026");
    stage.type_into("Customer number (optional)", "1009");
    stage.press(Key::Enter);
    stage.run_until("the list", |stage| !stage.is_asking());
    stage.click("Show or hide customers");
    stage.click("Settings");
    stage.click("Dark");
    stage.settle();
    let file = file(&stage.world);
    assert!(file.contains(&server) && file.contains("777001"), "{file}");
    let token = stage.session().cards()[0].token.expose();
    for secret in ["sandbox", "1009", token] {
        assert!(!file.contains(secret), "{secret}: {file}");
    }
    let mut stage = stage.end().start(&Start { signed_in: false, ..Start::default() });
    stage.rest();
    assert_eq!(stage.field("Server name").value(), Some(server));
    assert_eq!(stage.field("Merchant ID").value().as_deref(), Some("777001"));
    assert_eq!(stage.field("Login of the web services").value().as_deref(), Some(""));
}

#[test]
fn settings_that_cannot_be_saved_are_told_and_hold_all_the_same() {
    let mut stage = Stage::at_form();
    let folders = Folders::new(Some(stage.world.data())).unwrap();
    std::fs::create_dir(folders.settings_file()).unwrap();
    std::fs::write(folders.settings_file().join("something"), "").unwrap();
    stage.click("Settings");
    stage.click("Light");
    stage.settle();
    stage.assert_says(&[
        "Settings could not be saved and hold until you close the window.",
        "settings.json",
    ]);
    assert_eq!(stage.harness.ctx.theme(), Theme::Light);
}

#[test]
fn what_another_window_has_changed_stays() {
    let mut stage = Stage::showing("1001");
    let folders = Folders::new(Some(stage.world.data())).unwrap();
    let found = settings::load(&folders).settings;
    let other = settings::Keeper::new(folders, found.clone());
    let changed = Settings { operator: "Marina".to_owned(), keep_art: false, ..found };
    other.keep(&changed).unwrap();
    stage.click("Large tiles");
    stage.settle();
    stage.harness.state_mut().keep_window_size(900.0, 700.0);
    let kept = kept(&stage.world);
    assert_eq!((kept.operator.as_str(), kept.keep_art), ("Marina", false));
    assert_eq!(kept.tiles, settings::TileSize::Large);
    assert_eq!(kept.window, settings::WindowSize::new(900.0, 700.0));
}
