//! `carddesk snapshot`.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::app::{App, Offscreen, SandboxSource, Setup};
use crate::domain::AssetKind;
use crate::media::DrawProgram;
use crate::model::{
    Action, Arrangement, AssetAction, CardAction, FileId, InspectorTab, Opening, Overlay, Page,
    RemovalAction, SessionAction, SettingsAction, State, ViewerAction, ViewerPage,
};
use crate::removal::Scope;
use crate::settings::{Folders, Settings, ThemeChoice};
use crate::store::{is_same_file, replace};

use super::arguments::{Scene, SnapshotOptions, ThemeName};
use super::connect::{Connected, connect};
use super::error::{ArgumentError, CliError};
use super::own_files;
use super::verify_files::check_file;

/// Longest wait for everything to be loaded.
const PATIENCE: Duration = Duration::from_secs(120);
/// Frames after the last event, so that layouts and fades come to rest.
const REST: usize = 24;

/// Draws the real window offscreen, once everything is loaded.
pub(super) fn run(
    options: &SnapshotOptions,
    data_dir: Option<&Path>,
) -> Result<ExitCode, CliError> {
    let size = parse_size(&options.size)?;
    own_files::check(data_dir, [("--out", options.out.as_path())])?;
    if let Some(with) = options.with.as_ref().filter(|with| is_same_file(&options.out, with)) {
        let (first, second) = ("--out", "--with");
        return Err(ArgumentError::SameFile { first, second, path: with.clone() }.into());
    }
    check_file(&options.out)?;
    // Without a folder of its own a picture shows an empty journal, and leaves no trace.
    let empty = tempfile::tempdir().map_err(CliError::Output)?;
    let folder = data_dir.unwrap_or(empty.path());
    let folders = Folders::new(Some(folder)).map_err(CliError::Folders)?;
    let connected = connect(&options.connection)?;
    let (sender, woken) = sync_channel(1);
    // One waiting wake-up is as good as many.
    let waker = Arc::new(move |_within| {
        let _waiting = sender.try_send(());
    });
    let mut stage = Stage {
        app: App::new(setup(options, &connected, folders), waker),
        offscreen: Offscreen::new(size, 1.0),
        woken,
        begun: Instant::now(),
    };
    stage.settle()?;
    for action in scene(options, stage.app.state())? {
        let ctx = stage.offscreen.ctx().clone();
        stage.app.act(&ctx, action);
    }
    stage.settle()?;
    let drawing = stage.offscreen.drawing();
    let png = drawing.to_png().map_err(|error| CliError::Output(std::io::Error::other(error)))?;
    replace(&options.out, &png).map_err(CliError::Report)?;
    Ok(ExitCode::SUCCESS)
}

struct Stage {
    app: App,
    offscreen: Offscreen,
    woken: Receiver<()>,
    begun: Instant,
}

impl Stage {
    /// Runs frames until nothing is under way and what moves has come to rest.
    fn settle(&mut self) -> Result<(), CliError> {
        let mut rest = 0;
        while rest < REST {
            let (app, ctx) = (&mut self.app, self.offscreen.ctx().clone());
            self.offscreen.frame(Vec::new(), |ui| {
                app.logic(&ctx);
                app.ui(ui);
            });
            if self.app.is_settled() {
                rest += 1;
                continue;
            }
            rest = 0;
            if self.begun.elapsed() > PATIENCE {
                return Err(CliError::NotSettled);
            }
            // Whether it was woken or not: the next frame looks.
            let _woken = self.woken.recv_timeout(Duration::from_millis(50));
        }
        Ok(())
    }
}

fn setup(options: &SnapshotOptions, connected: &Connected, folders: Folders) -> Setup {
    let language = options.window_lang.unwrap_or(options.connection.lang).into();
    let theme = match options.theme {
        ThemeName::Light => ThemeChoice::Light,
        ThemeName::Dark => ThemeChoice::Dark,
    };
    let opening = Opening {
        server: connected.server.clone(),
        credentials: connected.credentials.clone(),
        customer: Some(connected.customer.clone()),
        known: connected.known.clone(),
    };
    Setup {
        folders,
        settings: Settings { theme, language: Some(language), ..Settings::default() },
        system_language: language,
        given_language: None,
        sandbox: connected.sandbox.is_some().then(|| SandboxSource::Running(opening.clone())),
        open: Some(opening),
        draw_program: DrawProgram::this_program(),
        clock: Box::new(Timestamp::now),
        proxy_trouble: None,
        timings: None,
    }
}

/// What leads from the customer's cards to what the picture shows.
fn scene(options: &SnapshotOptions, state: &State) -> Result<Vec<Action>, ArgumentError> {
    let chosen = options.select.as_deref().map(|wanted| find_card(wanted, state)).transpose()?;
    let card = chosen.unwrap_or(0);
    let select = Action::from(CardAction::Select(Some(card)));
    let tab = |tab| Action::from(CardAction::Tab(tab));
    Ok(match options.show {
        Scene::Cards => chosen.map(|_| select).into_iter().collect(),
        Scene::Assets => vec![select, tab(InspectorTab::Assets)],
        Scene::Raw => vec![select, tab(InspectorTab::Raw)],
        Scene::Remove => vec![RemovalAction::Ask(card).into()],
        Scene::Picking => vec![RemovalAction::PickScope(Scope::All).into()],
        Scene::Revoke => {
            vec![RemovalAction::PickScope(Scope::All).into(), RemovalAction::AskPicked.into()]
        }
        Scene::Large
        | Scene::Outline
        | Scene::Alpha
        | Scene::Edges
        | Scene::Sizes
        | Scene::File
        | Scene::Choose
        | Scene::Compare
        | Scene::Slider => large(options, state, card),
        Scene::SignIn => vec![SessionAction::SignOut.into()],
        Scene::Journal => vec![SessionAction::Show(Page::Journal).into()],
        Scene::Settings => vec![SettingsAction::Open.into()],
        Scene::Sheet => vec![SessionAction::Show(Page::Sheet).into()],
        Scene::Keys => vec![SettingsAction::Keys.into()],
        Scene::Rules => vec![SettingsAction::Rules.into()],
        Scene::Findings => vec![select, tab(InspectorTab::Findings)],
        Scene::Locked => vec![SessionAction::Lock.into()],
    })
}

/// A file of a card, large.
fn large(options: &SnapshotOptions, state: &State, card: usize) -> Vec<Action> {
    let Some(session) = state.session() else { return Vec::new() };
    let Some(card) = session.cards().get(card) else { return Vec::new() };
    let open = match &options.asset {
        Some(kind) => card.asset(&AssetKind::from_gateway(kind)).and_then(|asset| {
            let (variant, kind) = (asset.variants.first()?.clone(), asset.kind.clone());
            Some(Action::from(AssetAction::Open { variant, kind }))
        }),
        None => crate::ui::large_action(card),
    };
    let Some(open) = open else { return Vec::new() };
    let Action::Asset(AssetAction::Open { variant, .. }) = &open else { return vec![open] };
    let first = FileId::from(variant.url.as_str());
    let compare = || match &options.with {
        Some(path) => Some(ViewerAction::CompareFile(path.clone())),
        None => session.comparable(&first, "").first().map(|other| ViewerAction::Compare {
            variant: other.variant.clone(),
            kind: other.kind.clone(),
        }),
    };
    let shown = match options.show {
        Scene::Outline => vec![ViewerAction::Overlay(Overlay::Outline)],
        Scene::Alpha => vec![ViewerAction::Overlay(Overlay::Alpha)],
        Scene::Edges => vec![ViewerAction::Overlay(Overlay::Edges)],
        Scene::Sizes => vec![ViewerAction::Page(ViewerPage::Sizes)],
        Scene::File => vec![ViewerAction::Facts(true)],
        Scene::Choose => vec![ViewerAction::Page(ViewerPage::Choose)],
        Scene::Compare => compare().into_iter().collect(),
        Scene::Slider => {
            let slider = ViewerAction::Arrange(Arrangement::Slider);
            compare().into_iter().chain([slider]).collect()
        }
        _ => Vec::new(),
    };
    std::iter::once(open).chain(shown.into_iter().map(Action::from)).collect()
}

/// A card by its place in the list, from 1, or by its last four digits.
fn find_card(wanted: &str, state: &State) -> Result<usize, ArgumentError> {
    let cards = state.session().map_or(&[][..], |session| session.cards());
    let by_digits = cards.iter().position(|card| card.last_four.as_str() == wanted);
    let by_place = || wanted.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < cards.len());
    by_digits
        .or_else(by_place)
        .ok_or_else(|| ArgumentError::NoSuchCard { wanted: wanted.to_owned(), cards: cards.len() })
}

/// `1280x800`.
pub(super) fn parse_size(text: &str) -> Result<[usize; 2], ArgumentError> {
    let bad = || ArgumentError::BadSize(text.to_owned());
    let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(bad)?;
    let (width, height) = (width.parse().map_err(|_| bad())?, height.parse().map_err(|_| bad())?);
    let fits = (320..=8192).contains(&width) && (240..=8192).contains(&height);
    if fits { Ok([width, height]) } else { Err(bad()) }
}
