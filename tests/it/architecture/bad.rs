//! Every rule seen to fail, and to pass what only looks alike.

use super::source::Source;
use super::{Findings, directions, matches, words};

type Rule = fn(&Source) -> Findings;

fn found(rule: Rule, path: &str, text: &str) -> usize {
    rule(&Source::new(path, text)).len()
}

/// Fails where a rule does not find exactly one thing in a file.
fn caught(rule: Rule, path: &str, text: &str) {
    let findings = rule(&Source::new(path, text));
    assert_eq!(findings.len(), 1, "{path}: {text}: {findings:?}");
}

fn passed(rule: Rule, path: &str, text: &str) {
    let findings = rule(&Source::new(path, text));
    assert!(findings.is_empty(), "{path}: {text}: {findings:?}");
}

#[test]
fn comments_and_strings_are_no_code() {
    let text = "// use crate::api::A;\n/* crate::api::B */ let a = \"crate::api::C \\\" crate::api::D\"; let b = r#\"crate::api::\"E\"#; let c = '\"'; let d: &'static str = \"\"; let e = '\\''; crate::domain::F";
    let source = Source::new("domain/x.rs", text);
    let paths = source.paths("crate");
    assert_eq!(paths.len(), 1, "{paths:?} in {}", source.code);
    assert_eq!(paths[0].1, ["crate", "domain", "F"]);
    assert_eq!(source.code.lines().count(), text.lines().count());
    assert!(source.finding(paths[0].0, "x").starts_with("src/domain/x.rs:2:"));
    // The last line of a file may be a comment.
    assert_eq!(Source::new("a.rs", "a // b").code.trim(), "a");
    assert_eq!(Source::new("a.rs", "a // b\nc").code, "a     \nc");
}

#[test]
fn trees_of_use_are_taken_apart() {
    let text = "use crate::{api::{self, error::{A, B as C}}, domain::*, ui};\nlet x = crate::model::update::<T>(crate :: jobs :: Jobs::new());";
    let paths: Vec<String> =
        Source::new("x.rs", text).paths("crate").iter().map(|(_, path)| path.join("::")).collect();
    assert_eq!(
        paths,
        [
            "crate::api::self",
            "crate::api::error::A",
            "crate::api::error::B",
            "crate::domain::*",
            "crate::ui",
            "crate::model::update",
            "crate::jobs::Jobs::new",
        ]
    );
    let other = Source::new("x.rs", "mycrate::a::b; std_x::y; a::std::fs; ::std::net::X");
    assert!(other.paths("crate").is_empty());
    assert_eq!(other.paths("std").len(), 1);
}

#[test]
fn decoders_away_from_home_are_caught() {
    let rule = words::decoders_elsewhere;
    caught(rule, "batch/x.rs", "let d = image::codecs::png::PngDecoder::new(bytes);");
    caught(rule, "media/viewing.rs", "ImageReader::new(cursor)");
    caught(rule, "app/x.rs", "let d = png::Decoder::new(bytes);");
    caught(rule, "ui/x.rs", "image::load_from_memory(bytes)");
    passed(rule, "media/decoder.rs", "ImageReader::new(cursor)");
    passed(rule, "sandbox/files/x.rs", "image::load_from_memory(bytes)");
    passed(rule, "media/raster.rs", "use image::{ColorType, ImageDecoder as _};");
    passed(rule, "media/raster.rs", "// PngDecoder\nlet decoder = decoder::decoder(kind, bytes)?;");
}

#[test]
fn forbidden_directions_are_caught() {
    let rule = directions::forbidden_modules;
    for (path, text) in [
        ("domain/card.rs", "use crate::api::ApiError;"),
        ("domain/card.rs", "use crate::{domain::Card, media::Loaded};"),
        ("api/client.rs", "use crate::journal::Journal;"),
        ("api/client.rs", "let a = crate::media::load();"),
        ("journal/writer.rs", "use crate::api::Client;"),
        ("media/fetch.rs", "use crate::api::Client;"),
        ("sandbox/server.rs", "use crate::api::wire::Wire;"),
        ("sandbox/store.rs", "use crate::media::Limits;"),
        ("model/update.rs", "use crate::ui::View;"),
        ("model/mod.rs", "use crate::app::App;"),
        ("model/mod.rs", "use crate::i18n::Text;"),
        ("ui/view.rs", "use crate::app::App;"),
        ("ui/view.rs", "use crate::jobs::Jobs;"),
        ("jobs/pool.rs", "use crate::model::Event;"),
        ("i18n/mod.rs", "use crate::ui::theme;"),
        ("settings/store.rs", "use crate::journal::Journal;"),
        ("removal/run.rs", "use crate::model::State;"),
        ("app/event_loop.rs", "use crate::cli::run;"),
        ("app/event_loop.rs", "use crate::sandbox::Sandbox;"),
        ("main.rs", "carddesk::app::run_window();"),
        ("fresh/mod.rs", ""),
    ] {
        caught(rule, path, text);
    }
    for (path, text) in [
        ("model/state/mod.rs", "use crate::domain::Card; use crate::removal::Outcome;"),
        ("sandbox/art/mod.rs", "use crate::sandbox::art::canvas::Canvas;"),
        ("main.rs", "carddesk::cli::run()"),
        ("domain/card.rs", "//! See [`crate::api::Client`]."),
    ] {
        passed(rule, path, text);
    }
}

#[test]
fn doers_are_kept_out_of_model_and_ui() {
    let rule = directions::forbidden_items;
    for (path, text) in [
        ("model/removal/update.rs", "crate::removal::run(&client)"),
        ("model/effect.rs", "use crate::api::{ApiError, Client};"),
        ("model/event.rs", "use crate::jobs::Jobs;"),
        ("ui/pages/journal/page.rs", "use crate::journal::{read, RemovalRecord};"),
        ("ui/view.rs", "use crate::settings::save;"),
        ("ui/textures.rs", "use crate::media::Loader;"),
    ] {
        caught(rule, path, text);
    }
    passed(rule, "model/event.rs", "use crate::jobs::JobFailure; use crate::api::ApiError;");
    passed(rule, "app/effects.rs", "use crate::api::Client;");
}

#[test]
fn detours_are_caught() {
    let rule = directions::detours;
    for (path, text) in [
        ("model/assets/update.rs", "use super::super::super::api::Client;"),
        ("model/mod.rs", "use super::api::Client;"),
        ("api/wire.rs", "use super::super::journal::Journal;"),
        ("model/update.rs", "use crate::api::*;"),
        ("model/update.rs", "use crate::api;"),
        ("model/update.rs", "use crate::{journal, model::State};"),
        ("settings/values.rs", "mod language {\n    use super::super::super::journal::J;\n}"),
    ] {
        caught(rule, path, text);
    }
    for (path, text) in [
        ("model/assets/update.rs", "use super::super::Remote; use super::look_up;"),
        ("api/wire.rs", "use super::loose::*;"),
        ("model/mod.rs", "pub use state::*;"),
        ("app/effects.rs", "use crate::journal::{self, Journal}; use crate::settings;"),
        ("settings/values.rs", "mod language {\n    pub(super) fn f() { super::super::x() }\n}"),
    ] {
        passed(rule, path, text);
    }
}

#[test]
fn libraries_away_from_home_are_caught() {
    let rule = words::libraries_away_from_home;
    for (path, text) in [
        ("model/state/mod.rs", "use egui::Pos2;"),
        ("cli/window.rs", "use eframe::NativeOptions;"),
        ("app/event_loop.rs", "reqwest::blocking::get(url)"),
        ("media/decode/raster.rs", "use reqwest::Url;"),
        ("app/event_loop.rs", "use poll_promise::Promise;"),
        ("api/client.rs", "tokio::spawn(x)"),
        ("journal/writer.rs", "use clap::Parser;"),
        ("domain/card.rs", "use serde::Serialize;"),
        ("domain/card.rs", "use jiff::Timestamp;"),
        ("cli/verify.rs", "let page = maud::html! { p { (x) } };"),
        ("batch/report/html.rs", "html! { p { (PreEscaped(bank)) } }"),
        ("app/run/batch.rs", "use quick_junit::Report;"),
    ] {
        caught(rule, path, text);
    }
    for (path, text) in [
        ("ui/view.rs", "use egui::Ui;"),
        ("api/failure.rs", "use reqwest::Error;"),
        ("media/fetch/mod.rs", "use reqwest::Url;"),
        ("domain/server.rs", "use std::fmt;\nuse url::Url;\nuse super::card::Card;"),
        ("domain/mod.rs", "pub use asset::Asset;"),
        ("domain/expiry.rs", "pub use jiff::civil::Date;"),
        ("journal/writer.rs", "// Like egui::Id\nlet legui = 1;"),
        ("batch/report/html.rs", "use maud::{Markup, html};"),
        ("i18n/markup.rs", "html! { style { (PreEscaped(style)) } }"),
    ] {
        passed(rule, path, text);
    }
}

#[test]
fn threads_elsewhere_are_caught() {
    for (path, text) in [
        ("app/event_loop.rs", "std::thread::spawn(f)"),
        ("api/client.rs", "use std::{fmt, thread};"),
        ("media/fetch.rs", "use std::thread::Builder;"),
    ] {
        caught(words::threads, path, text);
    }
    passed(words::threads, "jobs/pool.rs", "use std::thread;");
    passed(words::threads, "sandbox/server.rs", "use std::thread::JoinHandle;");
}

#[test]
fn what_reaches_outside_is_caught() {
    for (path, text) in [
        ("ui/pages/cards/page.rs", "std::fs::read(path)"),
        ("ui/view.rs", "use std::{fmt, net::TcpStream};"),
        ("model/update.rs", "use std::time::Instant;"),
        ("model/update.rs", "let now = jiff::Timestamp::now();"),
        ("ui/view.rs", "jiff::Zoned::now()"),
        ("ui/textures.rs", "use std::sync::Mutex;"),
        ("domain/expiry.rs", "use std::time::SystemTime;"),
        ("model/state/mod.rs", "std::env::var(name)"),
        ("ui/keymap/keys.rs", "use std::process::Command;"),
    ] {
        caught(words::outside_world, path, text);
    }
    passed(words::outside_world, "ui/view.rs", "use std::time::Duration; use std::sync::Arc;");
    passed(words::outside_world, "settings/store.rs", "use std::fs;");
}

#[test]
fn uncovered_secrets_are_caught() {
    let rule = words::exposed_secrets;
    for (path, text) in [
        ("journal/entry.rs", "password.expose_for_request()"),
        ("domain/secret.rs", "self.expose_for_request()"),
        ("ui/pages/cards/page.rs", "card.token.expose()"),
        ("app/effects.rs", "token.expose()"),
        ("cli/connect.rs", "password.expose_secret()"),
    ] {
        caught(rule, path, text);
    }
    passed(rule, "api/client.rs", "who.password.expose_for_request()");
    passed(
        rule,
        "domain/secret.rs",
        "pub fn expose_for_request(&self) -> &str { x.expose_secret() }",
    );
    passed(rule, "ui/view.rs", "fn exposed() {} // token.expose()");
}

#[test]
fn unsafe_and_global_are_caught() {
    for text in [
        "unsafe { x }",
        "static mut A: u8 = 0;",
        "static CACHE: Mutex<u8> = Mutex::new(0);",
        "pub static SEEN: AtomicUsize = AtomicUsize::new(0);",
        "static X: LazyLock<A> = LazyLock::new(a);",
        "thread_local! { }",
    ] {
        assert!(found(words::unsafe_or_global, "app/x.rs", text) > 0, "{text}");
    }
    let harmless = "fn a(x: &'static Mutex<u8>) {} static NAMES: [&str; 1] = [\"unsafe\"];";
    passed(words::unsafe_or_global, "app/x.rs", harmless);
}

#[test]
fn unexplained_exceptions_are_caught() {
    for text in [
        "#[allow(clippy::unwrap_used)]\nfn a() {}",
        "#![allow(dead_code)]",
        "#[expect(\n    clippy::panic,\n)]",
    ] {
        caught(words::unexplained_exceptions, "app/x.rs", text);
    }
    let explained = "#[expect(clippy::panic, reason = \"the end\")]\n#[derive(Debug)]\nstruct A;";
    passed(words::unexplained_exceptions, "app/x.rs", explained);
}

#[test]
fn wildcards_over_messages_are_caught() {
    let rule = matches::wildcards;
    for text in [
        "match event { Event::Tick => 1, _ => 2 }",
        "match action { CardAction::Select(x) => { 1 } _ => {} }",
        "match action {\n    Action::Card(a) => f(a, match b { C => 1, D => 2 }),\n    other => g(other),\n}",
        "match effect { Effect::Copy(t) if t == x => 1, Effect::Copy(_) | _ => 2 }",
        "match f(|x| { x }) { Message::Event(e) => 1, _ if x => 3, Message::Action(_) => 4 }",
        "matches!(effect, Effect::CloseWindow)",
    ] {
        caught(rule, "model/update.rs", text);
    }
    for text in [
        "match event { Event::Tick => 1, Event::JobLost(_) => 2 }",
        "match event { Event::Tick => match x { Some(1) => 1, _ => 2 }, Event::JobLost(_) => 2 }",
        "match (a, b) { (Some(a), Some(b)) => 1, _ => 2 }",
        "match page { Page::Journal => 1, _ => 2 }",
    ] {
        passed(rule, "model/update.rs", text);
    }
    passed(rule, "cli/list.rs", "match event { Event::Tick => 1, _ => 2 }");
}

#[test]
fn long_files_are_caught() {
    caught(words::too_long, "app/x.rs", &"\n".repeat(401));
    passed(words::too_long, "app/x.rs", &"\n".repeat(400));
    caught(words::too_long, "i18n/mod.rs", &"\n".repeat(401));
}
