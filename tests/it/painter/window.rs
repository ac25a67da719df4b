//! Parts of the real window, found by their names.

use std::time::Duration;

use carddesk::domain::{Card, CardList, CustomerNumber, Language};
use carddesk::i18n::Texts;
use carddesk::model::{
    Action, Effect, Event, LookUpAction, LookUpEffect, LookUpEvent, Now, RemovalAction,
    SignInAction, State, update,
};
use carddesk::settings::{Settings, TileSize};
use carddesk::ui::theme::{self, Theme};
use carddesk::ui::{Textures, UiMemory, View, window_ui};
use carddesk_painter::{Drawing, Painter};
use egui::{Context, Pos2, RawInput, Rect, pos2, vec2};

use super::reference::{LETTERS, compare, cut};
use crate::model::{FIRST, opening};

const SIZE: (usize, usize) = (1280, 800);
/// Frames until fades and layouts have come to rest.
const FRAMES: usize = 24;

/// A card about which there is much to say.
fn card() -> Card {
    Card {
        bank: "Банк «Пример»".to_owned(),
        expiry_text: "04.2026".to_owned(),
        active: Some(false),
        needs_cvc: Some(true),
        ..crate::model::card(FIRST)
    }
}

/// One customer with one card on screen.
fn state(language: Language, now: Now) -> State {
    let mut state = State::new(Settings::default(), language);
    let mut act = |action: Action| update(&mut state, action.into(), now);
    act(SignInAction::With(Box::new(opening("test.example.com"))).into());
    let number = CustomerNumber::parse("1004").unwrap();
    let effects = act(LookUpAction::Open(number).into());
    let listed = effects.into_iter().find_map(|effect| match effect {
        Effect::LookUp(LookUpEffect::List { session, request, .. }) => {
            let result = Ok(CardList::sound(vec![card()]));
            Some(Event::of(session, LookUpEvent::Listed { request, took_ms: 212, result }))
        }
        _ => None,
    });
    update(&mut state, listed.unwrap().into(), now);
    state
}

/// The window drawn at rest, and where its named parts are.
struct Shot {
    drawing: Drawing,
    named: Vec<(String, Rect)>,
    /// When the next frame is due.
    next: Duration,
}

impl Shot {
    fn of(state: &State, theme: egui::Theme, now: Now) -> Self {
        Self::pointed_at(state, theme, now, None)
    }

    /// The pointer rests at a place for a second, while so many pictures come.
    fn pointed_at(
        state: &State,
        theme: egui::Theme,
        now: Now,
        pointer: Option<(Pos2, usize)>,
    ) -> Self {
        let ctx = Context::default();
        ctx.enable_accesskit();
        theme::install(&ctx);
        ctx.set_theme(theme);
        let texts = Texts::new(state.language());
        let (mut textures, mut memory) = (Textures::default(), UiMemory::default());
        let mut painter = Painter::default();
        let mut last = None;
        let frames = if pointer.is_some() { FRAMES + 60 } else { FRAMES };
        for frame in 0..frames {
            let moved = pointer.filter(|_| frame == FRAMES);
            let events = moved.map(|(at, _)| egui::Event::PointerMoved(at)).into_iter().collect();
            if let Some((_, coming)) = pointer {
                memory.pictures.coming = coming;
            }
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(
                    Pos2::ZERO,
                    vec2(SIZE.0 as f32, SIZE.1 as f32),
                )),
                time: Some(frame as f64 / 60.0),
                focused: true,
                events,
                ..RawInput::default()
            };
            let mut output = ctx.run_ui(input, |ui| {
                textures.upload(ui.ctx());
                let mut view = View::new(ui.ctx(), state, &texts, &mut textures, &mut memory, now);
                window_ui(ui, &mut view);
            });
            painter.update_textures(&mut output.textures_delta);
            last = Some(output);
        }
        let output = last.unwrap();
        let next = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        let tree = output.platform_output.accesskit_update.unwrap();
        let named = tree.nodes.iter().filter_map(|(_, node)| {
            let bounds = node.bounds()?;
            let name = node.label().or(node.value())?;
            let (min, max) = ((bounds.x0, bounds.y0), (bounds.x1, bounds.y1));
            let point = |(x, y): (f64, f64)| pos2(x as f32, y as f32);
            Some((name.to_owned(), Rect::from_min_max(point(min), point(max))))
        });
        let named = named.collect();
        let primitives = ctx.tessellate(output.shapes, 1.0);
        let drawing = painter.paint(&primitives, 1.0, SIZE, Theme::of(&ctx).ground);
        Self { drawing, named, next }
    }

    /// The place of the one part of this name; its letters may be parts of their own.
    fn place(&self, name: &str) -> Rect {
        let is_it = |label: &str| label == name || label.starts_with(&format!("{name}, "));
        let places = self.named.iter().filter(|(label, _)| is_it(label)).map(|(_, rect)| *rect);
        let whole = places.clone().max_by(|a, b| a.area().total_cmp(&b.area()));
        let whole = whole.unwrap_or_else(|| panic!("no {name:?} in {:?}", self.named));
        let mut within = places.map(|rect| whole.expand(1.0).contains_rect(rect));
        assert!(within.all(|is_within| is_within), "{name:?} stands twice");
        whole
    }
}

fn now() -> Now {
    Now { timestamp: "2026-03-10T12:00:00Z".parse().unwrap() }
}

#[test]
fn a_tile_says_what_an_agent_must_know() {
    let state = state(Language::English, now());
    let shot = Shot::of(&state, egui::Theme::Light, now());
    let tile = shot.place("VISA, last four digits 0028");
    let below = Rect::from_min_max(pos2(tile.min.x, tile.max.y - 104.0), tile.max);
    // The words of the badges are there to be read, too.
    for word in ["Inactive", "Expires in 51 days", "CVC needed"] {
        assert!(below.contains_rect(shot.place(word)), "{word}");
    }
    let left = Rect::from_min_size(below.min, vec2(216.0, 104.0));
    compare("tile", &cut(&shot.drawing, left), LETTERS);
}

#[test]
fn a_tile_in_russian_on_dark_ground() {
    let state = state(Language::Russian, now());
    let shot = Shot::of(&state, egui::Theme::Dark, now());
    let tile = shot.place("VISA, последние цифры 0028");
    let below = Rect::from_min_max(pos2(tile.min.x, tile.max.y - 104.0), tile.max);
    let left = Rect::from_min_size(below.min, vec2(216.0, 104.0));
    compare("tile-dark-russian", &cut(&shot.drawing, left), LETTERS);
}

#[test]
fn the_environment_cannot_be_overlooked() {
    let state = state(Language::English, now());
    let shot = Shot::of(&state, egui::Theme::Light, now());
    let word = shot.place("TEST");
    let around = Rect::from_min_max(pos2(0.0, 0.0), pos2(word.max.x + 90.0, word.max.y + 16.0));
    compare("environment", &cut(&shot.drawing, around), LETTERS);
}

#[test]
fn keeping_the_card_has_the_focus() {
    let mut state = state(Language::English, now());
    update(&mut state, Action::from(RemovalAction::Ask(0)).into(), now());
    let shot = Shot::of(&state, egui::Theme::Light, now());
    let buttons = shot.place("Remove card").union(shot.place("Keep card"));
    compare("removal-buttons", &cut(&shot.drawing, buttons.expand(5.0)), LETTERS);
}

#[test]
fn the_window_is_drawn_the_same_each_time() {
    let state = state(Language::English, now());
    let shot = || Shot::of(&state, egui::Theme::Light, now()).drawing;
    assert!(shot().to_png().unwrap() == shot().to_png().unwrap());
}

#[test]
fn a_small_tile_tells_its_bank_once_the_page_is_there() {
    let mut state = state(Language::English, now());
    state.settings.tiles = TileSize::Small;
    let tile = Shot::of(&state, egui::Theme::Light, now()).place("VISA, last four digits 0028");
    let tells = |coming| {
        let pointer = Some((tile.center(), coming));
        let shot = Shot::pointed_at(&state, egui::Theme::Light, now(), pointer);
        let tells = shot.named.iter().any(|(name, _)| name.contains("Банк «Пример» ·"));
        (tells, shot.next < Duration::from_secs(1))
    };
    assert!(tells(0).0 && tells(7).0);
    assert_eq!(
        tells(8),
        (false, true),
        "a page that comes has the processor; then it is looked at"
    );
}
