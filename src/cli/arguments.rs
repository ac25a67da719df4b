//! The command line, as clap reads it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgGroup, Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::settings::{RendererChoice, TileSize};

use super::access::{Access, Lang, picture, port};
use super::journal_arguments::{HeadOptions, JournalCommand, ResolveOptions};
use super::verify_arguments::VerifyOptions;

/// What `--version` says; `-V` gives the number alone.
const LONG_VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    "\ncommit: ",
    env!("CARDDESK_COMMIT"),
    "\nwindow: OpenGL, CPU"
);

/// See a customer's saved cards with their art, and remove a card with proof.
#[derive(Debug, Parser)]
#[command(name = "carddesk", version, long_version = LONG_VERSION)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) window: WindowOptions,
    /// Folder of journal, settings and acknowledgements, instead of the user's own.
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) data_dir: Option<PathBuf>,
}

impl Arguments {
    /// Reads the arguments, the first of which is the program's own name.
    ///
    /// # Errors
    /// Those of clap; help and version are among them.
    pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let read = Self::try_parse_from(arguments)?;
        // clap's own rule against this would also refuse --data-dir before a subcommand.
        if read.command.is_some() && read.window.any() {
            let words = "flags of the window do not go with a subcommand; give a subcommand's \
                         flags after it";
            return Err(Self::command().error(ErrorKind::ArgumentConflict, words));
        }
        Ok(read)
    }
}

/// How the window opens.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("signed in").args(["sandbox", "server"]))]
pub(super) struct WindowOptions {
    /// Start the embedded sandbox, and sign in to it.
    #[arg(long)]
    pub(super) sandbox: bool,
    /// Sign in at once to this server of the gateway: its name, or a URL.
    #[arg(long, value_name = "NAME|URL", requires_all = ["merchant_id", "login"])]
    pub(super) server: Option<String>,
    /// Merchant ID (with --server).
    #[arg(long, value_name = "N", requires = "server")]
    pub(super) merchant_id: Option<String>,
    /// Login of the web services (with --server).
    #[arg(long, value_name = "L", requires = "server")]
    pub(super) login: Option<String>,
    /// Read the password from the first line of the standard input (with --server).
    #[arg(long, requires = "server", conflicts_with = "password_command")]
    pub(super) password_stdin: bool,
    /// Run a program without a shell, and take the first line that it prints for the password (with
    /// --server). With neither this nor --password-stdin it is asked for at the terminal.
    #[arg(long, value_name = "COMMAND", requires = "server")]
    pub(super) password_command: Option<String>,
    /// Look up this customer at once (with --sandbox or --server).
    #[arg(long, value_name = "N", requires = "signed in")]
    pub(super) customer: Option<String>,
    /// Inner size of the window, instead of the kept one.
    #[arg(long, value_name = "WxH")]
    pub(super) window_size: Option<String>,
    /// Size of the tiles, instead of the kept one.
    #[arg(long, value_name = "SIZE")]
    pub(super) tiles: Option<TilesArgument>,
    /// What draws the window, instead of the kept choice: auto takes a graphics card by OpenGL where there is
    /// one, and the processor otherwise.
    #[arg(long, value_name = "RENDERER")]
    pub(super) renderer: Option<RendererArgument>,
    /// Fold the list of customers away.
    #[arg(long)]
    pub(super) fold_panels: bool,
    /// Write a JSON line for each milestone into this file: first_frame, list_received,
    /// cards_on_screen, asset_loaded, art_complete, and each slow frame.
    #[arg(long, value_name = "FILE")]
    pub(super) timings: Option<PathBuf>,
    /// Language of the window, instead of the kept one.
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<Lang>,
}

impl WindowOptions {
    fn any(&self) -> bool {
        self.access().is_some()
            || self.customer.is_some()
            || self.lang.is_some()
            || self.window_size.is_some()
            || self.tiles.is_some()
            || self.renderer.is_some()
            || self.fold_panels
            || self.timings.is_some()
    }

    /// Where to sign in at once.
    pub(super) fn access(&self) -> Option<Access> {
        (self.sandbox || self.server.is_some()).then(|| Access {
            sandbox: self.sandbox,
            server: self.server.clone(),
            merchant_id: self.merchant_id.clone(),
            login: self.login.clone(),
            password_stdin: self.password_stdin,
            password_command: self.password_command.clone(),
        })
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run the sandbox alone, in the foreground.
    Sandbox(SandboxOptions),
    /// Print a customer's saved cards.
    List(ListOptions),
    /// Remove a card's token, or several, and verify that they are gone.
    #[command(after_help = "Exit codes: 0 every card is proven gone, 1 some are still there or \
                            refused, 2 could not run, 3 of some it is not known, 4 the journal \
                            was changed: nothing was sent.")]
    Remove(RemoveOptions),
    /// Have the customers' lists decide removals that a crash, or a list that proves nothing, left
    /// open.
    #[command(
        after_help = "Exit codes: 0 every card is proven gone, or none was open, 1 some are \
                            there, 2 could not run, 3 some stay open, 4 the journal was \
                            changed."
    )]
    Resolve(ResolveOptions),
    /// The record of removals: verify, show or export it, or take on that it was changed.
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Verify the card art of many customers, and write reports.
    #[command(after_help = "Exit codes: 0 nothing at error level, 1 findings at error level that \
                            nobody has acknowledged, 2 \
                            could not run, 3 some customers could not be read.")]
    Verify(Box<VerifyOptions>),
    /// Draw the window into a PNG file; needs no display.
    Snapshot(SnapshotOptions),
    /// Print where the diagnostic log is, and a summary that may be sent to a maintainer.
    Diagnostics,
    /// Draws untrusted PDF and SVG files for the program itself.
    #[command(hide = true)]
    DrawWorker,
}

#[derive(Debug, Args)]
pub(super) struct SandboxOptions {
    /// Port to listen on; a free one if not given.
    #[arg(long, value_name = "N", value_parser = port, allow_negative_numbers = true)]
    pub(super) port: Option<u16>,
}

/// Where to connect, as whom, and whose cards are meant.
#[derive(Debug, Args)]
pub(super) struct Connection {
    #[command(flatten)]
    pub(super) access: Access,
    /// Customer number.
    #[arg(long, value_name = "N")]
    pub(super) customer: String,
    /// Language of what is printed, and of the gateway's answers.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(super) lang: Lang,
}

#[derive(Debug, Args)]
pub(super) struct ListOptions {
    #[command(flatten)]
    pub(super) connection: Connection,
    /// Print one JSON object.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("which").required(true).args(["token", "token_stdin", "last4", "all", "expired"]))]
pub(super) struct RemoveOptions {
    #[command(flatten)]
    pub(super) connection: Connection,
    /// Token of the card: a UUID of 36 characters. Other users of this computer can read it in the list of
    /// processes; --last4 and --token-stdin name a card without that.
    #[arg(long, value_name = "T")]
    pub(super) token: Option<String>,
    /// Read the card's token from the next line of the standard input, behind the password where that comes
    /// there too.
    #[arg(long)]
    pub(super) token_stdin: bool,
    /// The customer's one card with these last four digits.
    #[arg(long, value_name = "NNNN")]
    pub(super) last4: Option<String>,
    /// Say that cards of real customers are meant: needed on PRODUCTION.
    #[arg(long)]
    pub(super) live: bool,
    /// Who removes, for the journal, instead of the name in the settings; needed where the settings say that
    /// several people use one login.
    #[arg(long, value_name = "NAME")]
    pub(super) operator: Option<String>,
    #[command(flatten)]
    pub(super) several: SeveralOptions,
    /// Do not ask for confirmation.
    #[arg(long)]
    pub(super) yes: bool,
    /// Reason or ticket number, for the journal.
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) heads: HeadOptions,
}

/// Several cards of the customer, and what is kept of the removal.
#[derive(Debug, Args)]
pub(super) struct SeveralOptions {
    /// All saved cards of the customer, one by one.
    #[arg(long)]
    pub(super) all: bool,
    /// The customer's expired cards.
    #[arg(long)]
    pub(super) expired: bool,
    /// How many cards are to be removed: with another number on the list nothing is sent. Needed for --all
    /// with --yes (with --all or --expired).
    #[arg(long, value_name = "N", conflicts_with_all = ["token", "token_stdin", "last4"])]
    pub(super) expect_cards: Option<usize>,
    /// Tell what would be removed, and remove nothing (with --all or --expired).
    #[arg(long, conflicts_with_all = ["token", "token_stdin", "last4"])]
    pub(super) dry_run: bool,
    /// Go on after a card that is not removed; without it no further card is begun (with --all or
    /// --expired).
    #[arg(long, conflicts_with_all = ["token", "token_stdin", "last4"])]
    pub(super) go_on: bool,
    /// Write a receipt: one HTML page, to be printed or put into a ticket.
    #[arg(long, value_name = "FILE")]
    pub(super) receipt: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct SnapshotOptions {
    #[command(flatten)]
    pub(super) connection: Connection,
    /// Select a card: its place in the list, from 1, or its last four digits.
    #[arg(long, value_name = "CARD")]
    pub(super) select: Option<String>,
    /// Size of the picture in pixels.
    #[arg(long, value_name = "WxH", default_value = "1280x800")]
    pub(super) size: String,
    /// Theme.
    #[arg(long, default_value = "light")]
    pub(super) theme: ThemeName,
    /// Which asset of the card the large picture shows; its art if not given.
    #[arg(long, value_name = "TYPE")]
    pub(super) asset: Option<String>,
    /// A file to compare it with; another one of the customer's if not given.
    #[arg(long, value_name = "FILE")]
    pub(super) with: Option<PathBuf>,
    /// What to show over or instead of the cards.
    #[arg(long, default_value = "cards")]
    pub(super) show: Scene,
    /// Language of the window; the gateway's if not given.
    #[arg(long, value_name = "LANG")]
    pub(super) window_lang: Option<Lang>,
    /// The PNG file to write.
    #[arg(long, value_name = "FILE.png", value_parser = picture)]
    pub(super) out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeName {
    Light,
    Dark,
}

/// Parts of the window that a picture can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Scene {
    Cards,
    /// The selected card's assets.
    Assets,
    /// What the verifier says of the selected card.
    Findings,
    /// The selected card as JSON.
    Raw,
    /// The question before the selected card is removed.
    Remove,
    /// All cards chosen, to be revoked.
    Picking,
    /// The question before all cards are revoked.
    Revoke,
    /// The selected card's art, large.
    Large,
    /// The same with the outline of a card and its measures.
    Outline,
    /// The same by transparency.
    Alpha,
    /// The same with its edges marked.
    Edges,
    /// The art at the sizes of wallets.
    Sizes,
    /// What is known of the file, beside its picture.
    File,
    /// The files to compare it with.
    Choose,
    /// Two files side by side.
    Compare,
    /// Two files on one another.
    Slider,
    SignIn,
    Journal,
    /// The contact sheet.
    Sheet,
    Settings,
    Keys,
    /// The catalogue of the verifier's rules.
    Rules,
    Locked,
}

/// Sizes of the tiles that cards are shown on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TilesArgument {
    Small,
    Medium,
    Large,
}

impl From<TilesArgument> for TileSize {
    fn from(tiles: TilesArgument) -> Self {
        match tiles {
            TilesArgument::Small => Self::Small,
            TilesArgument::Medium => Self::Medium,
            TilesArgument::Large => Self::Large,
        }
    }
}

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RendererArgument {
    Auto,
    #[value(name = "opengl")]
    OpenGl,
    Cpu,
}

impl From<RendererArgument> for RendererChoice {
    fn from(renderer: RendererArgument) -> Self {
        match renderer {
            RendererArgument::Auto => Self::Auto,
            RendererArgument::OpenGl => Self::OpenGl,
            RendererArgument::Cpu => Self::Cpu,
        }
    }
}
