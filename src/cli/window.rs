use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;

use crate::app::{Setup, run_window};
use crate::domain::{CustomerNumber, Language};
use crate::i18n::language_of_locale;
use crate::media::DrawProgram;
use crate::model::Opening;
use crate::settings::{self, Folders};

use super::arguments::{Lang, WindowOptions};
use super::connect::start_sandbox;
use super::output::{CliError, complain};

/// Opens the window.
pub(super) fn run(options: &WindowOptions, data_dir: Option<&Path>) -> Result<ExitCode, CliError> {
    let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
    let loaded = settings::load(&folders);
    if let Some(warning) = &loaded.warning {
        complain(&warning.to_string());
    }
    let settings = loaded.settings;
    let given_language = options.lang.map(Language::from);
    let customer = options.customer.as_deref().map(CustomerNumber::parse).transpose();
    let customer = customer.map_err(CliError::Customer)?;
    let system_language = system_language();
    let language = given_language.or(settings.language).unwrap_or(system_language);
    let lang = if language == Language::Russian { Lang::Ru } else { Lang::En };
    let (sandbox, offer) = match options.sandbox {
        true => start_sandbox(lang).map(|(sandbox, offer)| (Some(sandbox), Some(offer)))?,
        false => (None, None),
    };
    let open = sandbox.as_ref().zip(offer.clone()).map(|(sandbox, offer)| {
        let first = || CustomerNumber::parse(sandbox.default_customer()).ok();
        Opening { customer: customer.or_else(first), ..offer }
    });
    let size = settings.window;
    let setup = Setup {
        folders,
        settings,
        system_language,
        given_language,
        sandbox: offer,
        open,
        draw_program: DrawProgram::this_program(),
        clock: Box::new(Timestamp::now),
    };
    run_window(setup, "Carddesk", size).map_err(CliError::Window)?;
    Ok(ExitCode::SUCCESS)
}

/// Language of the system's messages.
pub(super) fn system_language() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    language_of_locale(&locale.unwrap_or_default())
}
