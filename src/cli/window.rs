//! The window, as the command line opens it.

use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use jiff::Timestamp;

use crate::app::{SandboxSource, Setup, StartSandbox, Timings, WindowLook, run_window};
use crate::diagnostics::Panics;
use crate::domain::{CustomerNumber, Language};
use crate::i18n::{Texts, language_of_locale};
use crate::media::DrawProgram;
use crate::model::Opening;
use crate::network::Proxies;
use crate::settings::{self, Folders, WindowSize};
use crate::store::{Attempt, StoreError};
use crate::words::{continued, settings_warning};

use super::access::Lang;
use super::arguments::WindowOptions;
use super::connect::{Reached, not_the_password, reach, start_sandbox};
use super::error::{ArgumentError, CliError, Misplaced};
use super::output::complain;
use super::own_files;
use super::snapshot::parse_size;

/// Opens the window. `begun` is when the process started.
pub(super) fn run(
    options: &WindowOptions,
    data_dir: Option<&Path>,
    begun: Instant,
    (texts, panics): (&Texts, &Panics),
) -> Result<ExitCode, CliError> {
    own_files::check(data_dir, options.timings.as_deref().map(|path| ("--timings", path)))?;
    let timings = options.timings.as_deref().map(|path| {
        let unwritten = |error| CliError::Report(StoreError::new(Attempt::Write, path, &error));
        Timings::create(path, begun).map_err(unwritten)
    });
    let timings = timings.transpose()?;
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    let loaded = settings::load(&folders);
    if let Some(warning) = &loaded.warning {
        complain(&continued(&settings_warning(texts, warning)));
    }
    let mut settings = loaded.settings;
    settings.tiles = options.tiles.map_or(settings.tiles, Into::into);
    settings.customers_folded |= options.fold_panels;
    if let Some(text) = &options.window_size {
        let [width, height] = parse_size(text)?;
        settings.window = WindowSize::new(width as f32, height as f32);
    }
    let given_language = options.lang.map(Language::from);
    let customer = options.customer.as_deref().map(CustomerNumber::parse).transpose();
    let customer = customer.map_err(ArgumentError::Customer)?;
    let system_language = system_language();
    let language = given_language.or(settings.language).unwrap_or(system_language);
    let lang = lang_of(language);
    // The sandbox lives as long as the window.
    let (offer, sandbox) = match options.access() {
        Some(access) => {
            let reached = reach(&access, lang)?;
            let Reached { server, credentials, known, sandbox } = reached;
            if let Some(customer) = &customer {
                not_the_password(&credentials, Misplaced::Customer, customer.as_str())?;
            }
            (Some(Opening { server, credentials, customer: None, known }), sandbox)
        }
        None => (None, None),
    };
    let open = offer.clone().map(|offer| {
        let first = || CustomerNumber::parse(sandbox.as_ref()?.default_customer()).ok();
        Opening { customer: customer.or_else(first), ..offer }
    });
    let source = match offer.filter(|_| options.sandbox) {
        Some(offer) => SandboxSource::Running(offer),
        None => SandboxSource::OnDemand(on_demand()),
    };
    let look = WindowLook {
        title: "Carddesk",
        size: settings.window,
        renderer: options.renderer.map_or(settings.renderer, Into::into),
        insists: options.renderer.is_some(),
    };
    let setup = Setup {
        folders,
        settings,
        system_language,
        given_language,
        sandbox: Some(source),
        open,
        draw_program: DrawProgram::this_program(),
        clock: Box::new(Timestamp::now),
        proxy_trouble: Proxies::of_this_computer().err(),
        timings,
    };
    run_window(setup, look, panics).map_err(CliError::Window)?;
    Ok(ExitCode::SUCCESS)
}

/// Starts the sandbox of the sign-in page, which lives as long as what starts it.
fn on_demand() -> StartSandbox {
    let running = Mutex::new(None);
    Arc::new(move |language| {
        let started = start_sandbox(lang_of(language));
        let (sandbox, opening) = started.map_err(|error| error.words(&Texts::new(language)))?;
        *running.lock().unwrap_or_else(PoisonError::into_inner) = Some(sandbox);
        Ok(opening)
    })
}

fn lang_of(language: Language) -> Lang {
    if language == Language::Russian { Lang::Ru } else { Lang::En }
}

/// Language of the system's messages.
pub(super) fn system_language() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    // `C` and `POSIX` name none.
    let names_one = |locale: &String| {
        let language = locale.split(['.', '@']).next();
        !matches!(language, Some("C" | "POSIX"))
    };
    let locale = locale.filter(names_one).or_else(of_the_desktop);
    language_of_locale(&locale.unwrap_or_default())
}

/// Windows names it nowhere in the environment.
fn of_the_desktop() -> Option<String> {
    #[cfg(windows)]
    return sys_locale::get_locale();
    #[cfg(not(windows))]
    None
}
