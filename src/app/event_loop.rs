//! The loop: events in, actions in, effects out.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use egui::{Context, Ui};
use jiff::Timestamp;

use crate::batch::Controls;
use crate::domain::Language;
use crate::i18n::Texts;
use crate::jobs::{Jobs, Lane, Waker};
use crate::media::{AssetCache, DrawProgram};
use crate::model::{
    Action, Dialog, Event, ListAction, ListPlace, Message, Now, Opening, Page, SandboxOffer,
    Session, SettingsAction, SignInAction, State, VerdictAction, ViewerAction, update,
};
use crate::network::ProxyError;
use crate::settings::{self, Folders, Keeper, Settings};
use crate::ui::{self, PicturesShown, Textures, UiMemory, View};

use super::clipboard::Clipboard;
use super::connection::Connection;
use super::signals::Ending;
use super::sleep::SleepWatch;
use super::stopper::Stopper;
use super::timings::{FrameWork, Timings, Watch};

/// After so long without a file what only the next one would need is given back: who goes from customer
/// to customer needs it again at once.
const REST: Duration = Duration::from_secs(5);

/// Gives the time. Tests and pictures have one that stands still.
pub type Clock = Box<dyn Fn() -> Timestamp>;

/// Starts the embedded sandbox and says how to sign in to it, or, in a language, why it does not start.
pub type StartSandbox = Arc<dyn Fn(Language) -> Result<Opening, String> + Send + Sync>;

/// Where the sandbox of the sign-in page comes from.
pub enum SandboxSource {
    /// It runs already.
    Running(Opening),
    /// It is started on a thread beside the window, when a person asks for it.
    OnDemand(StartSandbox),
}

/// What an [`App`] is made from.
pub struct Setup {
    /// Where settings, journal, exports and card art are.
    pub folders: Folders,
    /// As read; the program writes them when a person changes them.
    pub settings: Settings,
    /// For where the person has chosen none.
    pub system_language: Language,
    /// Language for this run alone.
    pub given_language: Option<Language>,
    /// Offered on the sign-in page; `None` where there is no sandbox to offer.
    pub sandbox: Option<SandboxSource>,
    /// Sign in at once.
    pub open: Option<Opening>,
    /// How the drawing process is started.
    pub draw_program: DrawProgram,
    /// Read once for each message.
    pub clock: Clock,
    /// A proxy is set, and its setting cannot be read.
    pub proxy_trouble: Option<ProxyError>,
    /// Where milestones are written down.
    pub timings: Option<Timings>,
}

/// The program, without a window.
pub struct App {
    pub(super) state: State,
    pub(super) texts: Texts,
    pub(super) textures: Textures,
    pub(super) memory: UiMemory,
    pub(super) jobs: Jobs<Event>,
    pub(super) connection: Option<Arc<Connection>>,
    pub(super) folders: Folders,
    /// Of this window's settings.
    pub(super) keeper: Arc<Keeper>,
    pub(super) draw_program: DrawProgram,
    /// Card art of earlier runs.
    pub(super) art_cache: AssetCache,
    pub(super) reports: Reports,
    /// What stops and holds the batch that runs.
    pub(super) batch: Arc<Controls>,
    /// What stops removals that run.
    pub(super) stoppers: Vec<Stopper>,
    pub(super) start_sandbox: Option<StartSandbox>,
    pub(super) watch: Watch,
    pub(super) clipboard: Clipboard,
    pub(super) sleep: SleepWatch,
    /// Whether the system's own lock was closed.
    pub(super) locked: Ending,
    clock: Clock,
    ending: Ending,
    first: Vec<Message>,
    styled: bool,
    awaits_art_alone: bool,
}

/// Progress of jobs that are still at work.
pub(super) struct Reports {
    pub(super) sender: std::sync::mpsc::SyncSender<Event>,
    receiver: std::sync::mpsc::Receiver<Event>,
}

impl Reports {
    /// Reports that may wait between two frames.
    const WAITING: usize = 256;

    fn new() -> Self {
        let (sender, receiver) = std::sync::mpsc::sync_channel(Self::WAITING);
        Self { sender, receiver }
    }
}

impl App {
    /// Signs in at once where the setup says so; `waker` is called when a job has answered.
    pub fn new(setup: Setup, waker: Waker) -> Self {
        let mut first = Vec::new();
        if let Some(opening) = setup.open {
            first.push(Action::from(SignInAction::With(Box::new(opening))).into());
        }
        let keeper = Keeper::new(setup.folders.clone(), setup.settings.clone());
        let keeper = Arc::new(keeper);
        let (sandbox, start_sandbox) = match setup.sandbox {
            None => (SandboxOffer::Absent, None),
            Some(SandboxSource::Running(opening)) => {
                (SandboxOffer::Running(Box::new(opening)), None)
            }
            Some(SandboxSource::OnDemand(start)) => (SandboxOffer::OnDemand, Some(start)),
        };
        let mut state = State::new(setup.settings, setup.system_language);
        state.sandbox = sandbox;
        state.given_language = setup.given_language;
        state.proxy_trouble = setup.proxy_trouble;
        let art_cache = AssetCache::new(setup.folders.asset_cache());
        art_cache.switch(state.settings.keep_art);
        state.os_user = crate::journal::os_user();
        Self {
            texts: Texts::new(state.language()),
            state,
            textures: Textures::default(),
            memory: UiMemory::default(),
            jobs: Jobs::new(waker),
            connection: None,
            art_cache,
            keeper,
            folders: setup.folders,
            draw_program: setup.draw_program,
            reports: Reports::new(),
            batch: Arc::new(Controls::default()),
            stoppers: Vec::new(),
            start_sandbox,
            watch: Watch::new(setup.timings),
            clipboard: Clipboard::default(),
            clock: setup.clock,
            sleep: SleepWatch::of_system(),
            locked: Ending::default(),
            ending: Ending::default(),
            first,
            styled: false,
            awaits_art_alone: false,
        }
    }

    /// From now on the system's wish that the program ends is read from here.
    pub fn heed(&mut self, ending: &Ending) {
        self.ending = Ending::clone(ending);
    }

    /// The state, to look at.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// How the pictures of the last frame were shown.
    pub fn pictures(&self) -> PicturesShown {
        self.memory.pictures
    }

    /// Whether many pictures are coming, and the last frame left nothing else to draw.
    pub(super) fn awaits_art_alone(&self) -> bool {
        self.awaits_art_alone
    }

    /// Does what an action asks for, as if a person had asked.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        self.take(ctx, action.into());
    }

    /// Receives: events of jobs, the window's wish to close, time. Draws nothing.
    pub fn logic(&mut self, ctx: &Context) {
        self.watch.begin_frame();
        if !self.styled {
            self.styled = true;
            self.apply_settings(ctx);
            ui::theme::install(ctx);
            ui::spoken::install(ctx);
            ui::typing::install(ctx);
            ui::covered::install(ctx);
        }
        self.attend(ctx);
        for message in std::mem::take(&mut self.first) {
            self.take(ctx, message);
        }
        let mut events = 0;
        while let Ok(event) = self.reports.receiver.try_recv() {
            events += 1;
            self.take(ctx, event.into());
        }
        let was_at_work = !self.jobs.is_idle();
        for event in self.jobs.collect() {
            events += 1;
            self.take(ctx, event.into());
        }
        if was_at_work && self.jobs.is_idle() {
            self.rest();
        }
        self.watch.add(FrameWork { events, ..FrameWork::default() });
        let files = |input: &egui::InputState| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect::<Vec<_>>()
        };
        for action in self.dropped(ctx.input(files)) {
            self.take(ctx, action.into());
        }
        if ctx.input(|input| input.viewport().close_requested()) {
            self.take(ctx, Event::CloseRequested.into());
        }
        if self.ending.swap(false, Ordering::SeqCst) {
            self.take(ctx, Event::EndRequested.into());
        }
        self.take(ctx, Event::Tick.into());
        self.follow_zoom(ctx);
        self.wake_in_time(ctx);
        if self.state.has_passing_notice() {
            ctx.request_repaint_after(Duration::from_secs(1));
        } else if !self.jobs.is_idle() {
            // A placeholder says after a while that it takes long.
            ctx.request_repaint_after(Duration::from_secs(2));
        }
    }

    /// Gives back the memory of what has come, once no more has come for a while: a window may be left
    /// alone for hours.
    fn rest(&self) {
        // A session that was left meanwhile is not kept for this.
        let Some(connection) = self.connection.as_ref().map(Arc::downgrade) else { return };
        self.jobs.when_still(Lane::Assets, REST, move || {
            if let Some(connection) = connection.upgrade() {
                connection.rest();
            }
        });
    }

    /// What is to be done with files that were dropped on the window: each of them is taken, or
    /// told why not.
    fn dropped(&self, paths: Vec<PathBuf>) -> Vec<Action> {
        if self.state.session().is_none() && !paths.is_empty() {
            return vec![(ListPlace::Queue, ListAction::Read(paths)).into()];
        }
        if matches!(self.state.dialog, Some(Dialog::Viewer(_))) {
            let mut paths = paths.into_iter();
            let first = paths.next().map(|path| ViewerAction::CompareFile(path).into());
            // It compares with one; lists are not taken while it is open, and a notice says so.
            let rest: Vec<PathBuf> = paths.collect();
            let rest =
                (!rest.is_empty()).then(|| (ListPlace::Queue, ListAction::Read(rest)).into());
            return first.into_iter().chain(rest).collect();
        }
        let is_json =
            |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
        let (merged, lists): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_json);
        let merged = merged.into_iter().map(|path| VerdictAction::Merge(path).into());
        let at_batch = self.state.session().is_some_and(|session| session.page == Page::Batch);
        let place = match self.state.dialog {
            Some(Dialog::Queue(_)) => ListPlace::Queue,
            _ if at_batch => ListPlace::Batch,
            _ => ListPlace::Queue,
        };
        let read = (!lists.is_empty()).then(|| (place, ListAction::Read(lists)).into());
        merged.chain(read).collect()
    }

    /// Ctrl and plus, minus or zero zoom the window without an action of ours: kept like any other.
    fn follow_zoom(&mut self, ctx: &Context) {
        let factor = ctx.zoom_factor();
        if (factor - self.state.settings.zoom.get()).abs() > 1e-3 {
            self.take(ctx, Action::from(SettingsAction::Zoom(factor)).into());
        }
    }

    /// Draws, and does what was asked for.
    pub fn ui(&mut self, ui: &mut Ui) {
        let (uploaded_bytes, more) = self.textures.upload(ui.ctx());
        if more {
            ui.ctx().request_repaint();
        }
        let now = self.now();
        let mut view = View::new(
            ui.ctx(),
            &self.state,
            &self.texts,
            &mut self.textures,
            &mut self.memory,
            now,
        );
        ui::window_ui(ui, &mut view);
        let (mut actions, pictures) = (view.actions, view.pictures);
        let will_discard = ui.ctx().will_discard();
        if will_discard {
            // Drawn anew at once, perhaps at other sizes: pictures of these would be drawn in vain.
            actions.retain(|action| !action.is_wish());
        }
        self.watch.add(FrameWork { uploaded_bytes, actions: actions.len(), events: 0 });
        self.watch.look(&self.state, pictures);
        let has_changes = actions.iter().any(|action| !action.is_wish());
        if has_changes {
            ui.ctx().request_repaint();
        }
        self.awaits_art_alone = pictures.is_loading_page() && !more && !has_changes;
        for action in actions {
            self.take(ui.ctx(), action.into());
        }
        if !will_discard {
            self.take(ui.ctx(), Event::Drawn.into());
        }
        self.watch.asked(&self.state);
        self.memory.pictures = pictures;
        ui::typing::frame_done(ui.ctx(), &self.state, &self.memory);
    }

    /// To be called once what was drawn is on screen; `None` where nobody times it.
    pub fn drawn(&self) -> Option<impl Fn() + Send + Sync + 'static> {
        self.watch.drawn()
    }

    /// Whether nothing is under way that would change what is drawn.
    pub fn is_settled(&self) -> bool {
        let awaits_drawing = self.state.session().is_some_and(Session::awaits_drawing);
        let postponed = self.state.session().is_some_and(|session| session.ahead.is_postponed());
        let works = !self.first.is_empty() || !self.jobs.is_idle() || awaits_drawing || postponed;
        !works && self.textures.is_settled()
    }

    pub(super) fn now(&self) -> Now {
        Now { timestamp: (self.clock)() }
    }

    pub(super) fn take(&mut self, ctx: &Context, message: Message) {
        let now = self.now();
        for effect in update(&mut self.state, message, now) {
            self.run(ctx, effect);
        }
    }

    pub(super) fn apply_settings(&mut self, ctx: &Context) {
        use crate::settings::ThemeChoice;
        let settings = &self.state.settings;
        ctx.set_theme(match settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(settings.zoom.get());
        if self.texts.language() != self.state.language() {
            self.texts = Texts::new(self.state.language());
        }
        ctx.request_repaint();
    }

    /// Keeps the window's size; called once, when the window closes.
    pub fn keep_window_size(&mut self, width: f32, height: f32) {
        let size = settings::WindowSize::new(width, height);
        if self.state.settings.window != size {
            self.state.settings.window = size;
            // The window is gone: nobody is left to read it.
            let _unsaved = self.keeper.keep(&self.state.settings);
        }
    }
}
