//! One frame: drawn and cut into triangles, without a graphics card.

use std::sync::Arc;

use carddesk::domain::{Credentials, Language, Login, MerchantId, Password, ServerAddress};
use carddesk::i18n::Texts;
use carddesk::media::PixelBox;
use carddesk::model::{
    Action, AssetEffect, AssetEvent, Effect, Event, Message, Opening, SettingsAction, SignInAction,
    State, update,
};
use carddesk::settings::{Settings, TileSize};
use carddesk::ui::{Textures, UiMemory, View, theme, window_ui};
use divan::Bencher;
use egui::{Context, MouseWheelUnit, Pos2, RawInput, Rect, vec2};

use super::CARDS;
use super::cards::{list, now, take};
use super::media::{art, sandbox};

pub(super) const LANGUAGE: Language = Language::English;
/// The window, in points.
const WINDOW: egui::Vec2 = vec2(1600.0, 1057.0);

/// A server that is never asked, and the sandbox's credentials.
pub(super) fn opening(server: &str) -> Opening {
    let (server, credentials) = (ServerAddress::parse(server).unwrap(), credentials());
    Opening { server, credentials, customer: None, known: Vec::new() }
}

pub(super) fn credentials() -> Credentials {
    let sandbox = sandbox();
    Credentials {
        merchant_id: MerchantId::parse(sandbox.merchant_id()).unwrap(),
        login: Login::parse(sandbox.login()).unwrap(),
        password: Password::parse(sandbox.password().into()).unwrap(),
        language: LANGUAGE,
    }
}

/// A window with a customer's cards, and all pictures that it asks for.
struct Window {
    ctx: Context,
    state: State,
    texts: Texts,
    textures: Textures,
    memory: UiMemory,
    frames: u32,
}

impl Window {
    fn new(cards: usize) -> Self {
        let mut state = State::new(Settings::default(), LANGUAGE);
        let opening = opening("test.example.com");
        update(&mut state, Action::from(SignInAction::With(Box::new(opening))).into(), now());
        let small = Action::from(SettingsAction::Tiles(TileSize::Small));
        update(&mut state, small.into(), now());
        take(&mut state, list(cards, "https://assets.example.com/art"), now());
        let ctx = Context::default();
        theme::install(&ctx);
        let (textures, memory) = (Textures::default(), UiMemory::default());
        let texts = Texts::new(LANGUAGE);
        let mut window = Self { ctx, state, texts, textures, memory, frames: 0 };
        // Until nothing more is asked for.
        while window.frame(Vec::new()) {}
        window
    }

    /// One frame; whether it asked for anything.
    fn frame(&mut self, events: Vec<egui::Event>) -> bool {
        let effects = update(&mut self.state, Event::Tick.into(), now());
        let mut asked = self.answer(effects);
        self.frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW)),
            time: Some(f64::from(self.frames) / 60.0),
            events,
            ..RawInput::default()
        };
        let Self { ctx, state, texts, textures, memory, .. } = self;
        let mut actions = Vec::new();
        let mut output = ctx.run_ui(input, |ui| {
            let (_, more) = textures.upload(ui.ctx());
            asked |= more;
            let mut view = View::new(ui.ctx(), state, texts, textures, memory, now());
            window_ui(ui, &mut view);
            actions = view.actions;
        });
        output.textures_delta.clear();
        divan::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
        let actions = actions.into_iter().map(Message::from);
        for message in actions.chain([Event::Drawn.into()]) {
            let effects = update(&mut self.state, message, now());
            asked |= self.answer(effects);
        }
        asked
    }

    /// Gives every file the same art.
    fn answer(&mut self, effects: Vec<Effect>) -> bool {
        let mut asked = false;
        for effect in effects {
            match effect {
                Effect::Asset(AssetEffect::Load { session, variant, fit, .. }) => {
                    asked = true;
                    let result = Ok(shown(fit));
                    let loaded = Event::of(
                        session,
                        AssetEvent::Loaded { id: variant.url.as_str().into(), fit, result },
                    );
                    let effects = update(&mut self.state, loaded.into(), now());
                    self.answer(effects);
                }
                Effect::Asset(AssetEffect::Draw { session, id, fit, .. }) => {
                    asked = true;
                    let result = Ok(shown(Some(fit)).1);
                    let drawn = Event::of(session, AssetEvent::Drawn { id, fit, result });
                    let effects = update(&mut self.state, drawn.into(), now());
                    self.answer(effects);
                }
                Effect::Asset(AssetEffect::Show { key, picture }) => {
                    asked = true;
                    self.textures.add(key, picture);
                }
                _ => {}
            }
        }
        asked
    }
}

fn shown(
    fit: Option<PixelBox>,
) -> (Arc<carddesk::media::Loaded>, Option<carddesk::media::Picture>) {
    let (loaded, picture) = art();
    (Arc::clone(loaded), fit.map(|_| picture.clone()))
}

/// Nothing moves.
#[divan::bench(args = CARDS)]
fn still(bencher: Bencher<'_, '_>, cards: usize) {
    let mut window = Window::new(cards);
    bencher.bench_local(|| window.frame(Vec::new()));
}

/// Every frame is scrolled further, down and up again.
#[divan::bench(args = CARDS)]
fn scrolled(bencher: Bencher<'_, '_>, cards: usize) {
    let mut window = Window::new(cards);
    bencher.bench_local(|| {
        let down = (window.frames / 60).is_multiple_of(2);
        let wheel = egui::Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, if down { -60.0 } else { 60.0 }),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        };
        let pointer = egui::Event::PointerMoved(egui::pos2(800.0, 600.0));
        window.frame(vec![pointer, wheel])
    });
}
