//! The program on a stage: frames run when something asks for one, and tests look at what a screen
//! reader is told.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use carddesk::app::{App, SandboxSource, Setup, StartSandbox};
use carddesk::domain::{
    Credentials, CustomerNumber, Date, Language, Login, MerchantId, Password, ServerAddress,
};
use carddesk::media::DrawProgram;
use carddesk::model::{KnownCustomer, Opening, Session, State};
use carddesk::sandbox::{Call, Fault, Injection, Sandbox, SandboxOptions};
use carddesk::settings::{self, Folders, Settings};
use carddesk::ui::theme;
use egui::{OutputCommand, ViewportId};
use egui_kittest::Harness;
use jiff::Timestamp;

use super::gate::Gate;

/// Longest wait for anything.
const PATIENCE: Duration = Duration::from_secs(60);
/// Frames in a row that nothing but a movement asked for.
const RESTLESS: usize = 600;

const TODAY: Date = Date::constant(2026, 11, 23);

pub(super) const LIST: &str = "/pay/oneclick/v1/token.cfm";
pub(super) const REMOVE: &str = "/pay/oneclick/v1/rem_token.cfm";

/// What outlives the program: the gateway and the files.
pub(super) struct World {
    pub(super) gate: Option<Gate>,
    pub(super) sandbox: Sandbox,
    /// Another gateway than the sandbox.
    pub(super) elsewhere: Option<String>,
    folder: tempfile::TempDir,
}

/// How the program is started.
pub(super) struct Start {
    /// Signed in from the beginning.
    pub(super) signed_in: bool,
    /// Looked up at once, where signed in.
    pub(super) customer: Option<&'static str>,
    /// The password where signed in; the sandbox's own where none is given.
    pub(super) password: Option<&'static str>,
    /// Whether the sandbox's customers are listed and the form offers the sandbox.
    pub(super) known: bool,
    /// Whether the form offers a sandbox that does not run yet; it refuses to start the first time.
    pub(super) on_demand: bool,
    pub(super) size: [f32; 2],
    pub(super) language: Language,
}

fn second_time(opening: Opening) -> StartSandbox {
    let refused = AtomicBool::new(false);
    Arc::new(move |_| match refused.swap(true, Ordering::SeqCst) {
        true => Ok(opening.clone()),
        false => Err("no free port".to_owned()),
    })
}

impl Default for Start {
    fn default() -> Self {
        Self {
            signed_in: true,
            customer: None,
            password: None,
            known: false,
            on_demand: false,
            size: [1280.0, 800.0],
            language: Language::English,
        }
    }
}

impl World {
    pub(super) fn new() -> Self {
        let sandbox = Sandbox::start(SandboxOptions { port: None, today: Some(TODAY) }).unwrap();
        Self { gate: None, sandbox, elsewhere: None, folder: tempfile::tempdir().unwrap() }
    }

    /// With a gate before the sandbox.
    pub(super) fn gated() -> Self {
        let world = Self::new();
        let gate = Gate::before(world.sandbox.port());
        Self { gate: Some(gate), ..world }
    }

    pub(super) fn gate(&self) -> &Gate {
        self.gate.as_ref().unwrap()
    }

    /// What the form's server field takes.
    pub(super) fn server(&self) -> String {
        let beside = || self.gate.as_ref().map_or_else(|| self.sandbox.url(), Gate::url);
        self.elsewhere.clone().unwrap_or_else(beside)
    }

    pub(super) fn data(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn inject(&self, call: Call, fault: Fault, times: u32) {
        self.sandbox.inject(Injection { customer: None, call, fault, times });
    }

    /// Calls of the gateway so far, as path and customer.
    pub(super) fn calls(&self) -> Vec<(String, Option<String>)> {
        let latest = self.sandbox.requests().latest;
        let calls = latest.into_iter().filter(|request| request.path.starts_with("/pay/"));
        calls.map(|request| (request.path, request.customer)).collect()
    }

    /// How many of the calls so far were of this path.
    pub(super) fn count(&self, path: &str) -> usize {
        self.calls().iter().filter(|(called, _)| called == path).count()
    }

    fn opening(&self, start: &Start) -> Opening {
        let sandbox = &self.sandbox;
        let password = start.password.unwrap_or(sandbox.password());
        let known = sandbox.customers().into_iter().map(|customer| KnownCustomer {
            number: customer.number,
            title: customer.title,
            title_ru: customer.title_ru.to_owned(),
            cards: customer.cards,
        });
        Opening {
            server: ServerAddress::parse(&self.server()).unwrap(),
            credentials: Credentials {
                merchant_id: MerchantId::parse(sandbox.merchant_id()).unwrap(),
                login: Login::parse(sandbox.login()).unwrap(),
                password: Password::parse(password.into()).unwrap(),
                language: start.language,
            },
            customer: start.customer.map(|number| CustomerNumber::parse(number).unwrap()),
            known: if start.known { known.collect() } else { Vec::new() },
        }
    }

    /// Starts the program on this world's files, as they are.
    pub(super) fn start(self, start: &Start) -> Stage {
        let opening = self.opening(start);
        let folders = Folders::new(Some(self.data())).unwrap();
        let kept = settings::load(&folders).settings;
        let language = Some(kept.language.unwrap_or(start.language));
        let clock = Rc::new(Cell::new("2026-11-23T12:00:00Z".parse::<Timestamp>().unwrap()));
        let told = Rc::clone(&clock);
        let running = start.known.then(|| SandboxSource::Running(opening.clone()));
        let on_demand = || SandboxSource::OnDemand(second_time(opening.clone()));
        let sandbox = running.or_else(|| start.on_demand.then(on_demand));
        let setup = Setup {
            folders,
            settings: Settings { language, system_log: "none".to_owned(), ..kept },
            system_language: start.language,
            given_language: None,
            sandbox,
            open: start.signed_in.then_some(opening),
            draw_program: draw_program(),
            clock: Box::new(move || told.get()),
            proxy_trouble: None,
            timings: None,
        };
        let (sender, woken) = sync_channel(1);
        // One waiting wake-up is as good as many.
        let waker = Arc::new(move |_within| {
            let _waiting = sender.try_send(());
        });
        let clipboard = Clipboard::default();
        let copied = Arc::clone(&clipboard.0);
        let frame = |ui: &mut egui::Ui, app: &mut App| {
            let ctx = ui.ctx().clone();
            app.logic(&ctx);
            app.ui(ui);
        };
        let set_up = move |ctx: &egui::Context| {
            theme::install(ctx);
            ctx.add_plugin(clipboard);
        };
        let harness = Harness::builder()
            .with_size(start.size)
            .with_step_dt(1.0 / 60.0)
            .with_context_setup(set_up)
            .build_ui_state(frame, App::new(setup, waker));
        Stage { harness, woken, clock, copied, world: self }
    }
}

/// The clipboard: of several texts copied in one frame the last stays.
#[derive(Default)]
struct Clipboard(Arc<Mutex<Option<String>>>);

impl egui::Plugin for Clipboard {
    fn debug_name(&self) -> &'static str {
        "clipboard"
    }

    fn output_hook(&mut self, _ctx: &egui::Context, output: &mut egui::FullOutput) {
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                *self.0.lock().unwrap() = Some(text.clone());
            }
        }
    }
}

/// The program itself, asked to draw.
fn draw_program() -> DrawProgram {
    let exe = env!("CARGO_BIN_EXE_carddesk").into();
    DrawProgram { exe, args: vec!["draw-worker".into()] }
}

/// The running program. The fields are dropped in this order: first the program, then its world.
pub(super) struct Stage {
    pub(super) harness: Harness<'static, App>,
    woken: Receiver<()>,
    clock: Rc<Cell<Timestamp>>,
    copied: Arc<Mutex<Option<String>>>,
    pub(super) world: World,
}

impl Stage {
    /// Signed in, with this customer's cards on screen.
    pub(super) fn showing(customer: &'static str) -> Self {
        Self::showing_in(World::new(), customer)
    }

    pub(super) fn showing_in(world: World, customer: &'static str) -> Self {
        let mut stage = world.start(&Start { customer: Some(customer), ..Start::default() });
        stage.run_until("the first list", |stage| !stage.is_asking());
        stage
    }

    /// Signed in, with nobody looked up.
    pub(super) fn signed_in() -> Self {
        Self::in_world(World::new())
    }

    pub(super) fn in_world(world: World) -> Self {
        world.start(&Start::default())
    }

    /// At the sign-in form.
    pub(super) fn at_form() -> Self {
        World::new().start(&Start { signed_in: false, ..Start::default() })
    }

    /// Ends the program; its files and gateway stay.
    pub(super) fn end(self) -> World {
        self.world
    }

    pub(super) fn state(&self) -> &State {
        self.harness.state().state()
    }

    pub(super) fn session(&self) -> &Session {
        self.state().session().expect("signed in")
    }

    /// Whether the customer on screen is being asked for.
    pub(super) fn is_asking(&self) -> bool {
        let customer = self.session().customer.as_ref();
        customer.is_some_and(|customer| customer.list.is_loading())
    }

    /// Lets the program's clock go on.
    pub(super) fn pass_seconds(&self, seconds: i64) {
        let later = self.clock.get() + jiff::SignedDuration::from_secs(seconds);
        self.clock.set(later);
    }

    /// Runs a frame for each event queued, or one.
    pub(super) fn frame(&mut self) {
        self.harness.step();
    }

    /// How long the window would wait before the next frame, were nothing to happen.
    pub(super) fn repaint_delay(&self) -> Duration {
        self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
    }

    /// Runs frames as the window would: at once where the program asks for it, else when it is
    /// woken or the time that it named has come.
    pub(super) fn run_until(&mut self, what: &str, condition: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        let mut restless = 0;
        loop {
            self.frame();
            if condition(self) {
                break;
            }
            let delay = self.repaint_delay();
            if delay.is_zero() {
                restless += 1;
                assert!(restless < RESTLESS, "{what}: never at rest\n{}", self.spoken());
                continue;
            }
            restless = 0;
            let Some(left) = PATIENCE.checked_sub(begun.elapsed()) else {
                panic!("{what}: waited in vain\n{}", self.spoken());
            };
            // Woken or not: the next frame looks.
            let _woken = self.woken.recv_timeout(left.min(delay));
        }
        // What came up may be measured first, and drawn in the frame after.
        while self.repaint_delay().is_zero() && restless < RESTLESS {
            self.frame();
            restless += 1;
        }
        self.harness.check_accessibility();
    }

    /// Runs frames until nothing is under way and nothing moves.
    pub(super) fn settle(&mut self) {
        self.run_until("everything done", |stage| {
            stage.harness.state().is_settled() && !stage.repaint_delay().is_zero()
        });
    }

    /// Lets so much time pass that a click now is no part of a double click.
    pub(super) fn wait_out_clicks(&mut self) {
        self.harness.run_steps(40);
    }

    /// Runs frames until nothing moves, whatever is under way.
    pub(super) fn rest(&mut self) {
        self.run_until("a rest", |stage| !stage.repaint_delay().is_zero());
    }

    pub(super) fn copied(&self) -> Option<String> {
        self.copied.lock().unwrap().clone()
    }
}
