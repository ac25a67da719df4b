//! Every command of the window: one table for its keys, the palette and the keys page.

use egui::{Key, Modifiers, Ui};

use crate::i18n::Text;
use crate::model::{
    Action, AssetAction, CardAction, JournalAction, LookUpAction, Page, PaletteAction, QueueAction,
    QueueFilter, RemovalAction, SessionAction, SettingsAction, Stage, VerdictAction,
};
use crate::removal::Scope;
use crate::settings::TileSize;

use crate::ui::keymap::context::{
    large_action, meant, on, selected, tile_in_focus, toggled_page, unlocked_session,
};
use crate::ui::keymap::finding::finding;
use crate::ui::keymap::request::Request;
use crate::ui::keymap::trigger::{About, Trigger};
use crate::ui::view::View;

/// What a command asks for; `None` where there is nothing that it could be about.
type Run = fn(&View<'_>) -> Option<Request>;

/// Where the keys of a command hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Reach {
    /// Not while a field has the focus, nor under a dialog.
    Free,
    /// In a field as well.
    Fields,
    /// Everywhere, dialogs included.
    Dialogs,
}

/// Something a person can ask for, from anywhere in the window.
pub(in crate::ui) struct Command {
    pub(in crate::ui) name: Text<'static>,
    /// Its keys in writing; empty where it has none.
    pub(in crate::ui) keys: &'static str,
    triggers: &'static [Trigger],
    reach: Reach,
    pub(in crate::ui) about: About,
    when: fn(&View<'_>) -> bool,
    /// `None` where only what has the focus knows what is meant.
    run: Option<Run>,
}

impl Command {
    /// Whether this screen has it.
    pub(in crate::ui) fn is_here(&self, view: &View<'_>) -> bool {
        (self.when)(view)
    }

    /// Whether it can be used now.
    pub(in crate::ui) fn is_available(&self, view: &View<'_>) -> bool {
        self.is_here(view) && (self.about != About::Card || meant(view).is_some())
    }

    /// Whether it is of use in the palette, which needs no line to open itself, and under which no tile
    /// has the focus.
    pub(in crate::ui) fn is_for_palette(&self) -> bool {
        self.run.is_some() && !matches!(self.name, Text::Palette | Text::KeyPick)
    }

    /// The same, about something else than the window.
    const fn about(self, about: About) -> Self {
        Self { about, ..self }
    }

    pub(in crate::ui) fn run(&self, ui: &Ui, view: &mut View<'_>) {
        if let Some(request) = self.run.and_then(|run| run(view)) {
            request.carry_out(ui, view);
        }
    }

    /// Whether its key was pressed; the key is then taken.
    fn is_pressed(&self, ui: &Ui, view: &View<'_>, typing: bool) -> bool {
        let on_tile = tile_in_focus(view).is_some();
        self.triggers.iter().any(|trigger| trigger.is_pulled(ui, typing, on_tile))
    }
}

/// Does what the keys of this frame ask for.
pub(in crate::ui) fn press(ui: &Ui, view: &mut View<'_>, typing: bool) {
    let is_over = view.state.dialog.is_some();
    for command in COMMANDS {
        let reaches = match command.reach {
            Reach::Free => !typing && !is_over,
            Reach::Fields => !is_over,
            Reach::Dialogs => true,
        };
        if reaches && command.is_available(view) && command.is_pressed(ui, view, typing) {
            command.run(ui, view);
        }
    }
}

fn in_session(view: &View<'_>) -> bool {
    unlocked_session(view).is_some()
}

fn unlocked(view: &View<'_>) -> bool {
    !view.state.is_locked()
}

fn on_cards(view: &View<'_>) -> bool {
    on(view, Page::Customer)
}

fn has_selected(view: &View<'_>) -> bool {
    selected(view).is_some()
}

fn has_customer(view: &View<'_>) -> bool {
    unlocked_session(view).is_some_and(|session| session.customer.is_some())
}

fn has_queue(view: &View<'_>) -> bool {
    unlocked_session(view).is_some_and(|session| !session.queue.rows().is_empty())
}

fn has_list(view: &View<'_>) -> bool {
    unlocked_session(view).is_some_and(|session| session.queue.is_list)
}

fn closes_something(view: &View<'_>) -> bool {
    has_selected(view)
        || view.memory.customers_over
        || is_picking(view)
        || on(view, Page::Journal) && view.state.journal.open.is_some()
}

fn has_cards(view: &View<'_>) -> bool {
    on_cards(view) && unlocked_session(view).is_some_and(|session| !session.cards().is_empty())
}

/// Whether cards are being chosen.
fn is_picking(view: &View<'_>) -> bool {
    let customer = unlocked_session(view).and_then(|session| session.customer.as_ref());
    has_cards(view) && customer.is_some_and(|customer| customer.picking.is_some())
}

/// How many cards are chosen.
fn chosen(view: &View<'_>) -> usize {
    let Some(session) = unlocked_session(view) else { return 0 };
    let picking = session.customer.as_ref().and_then(|customer| customer.picking.as_ref());
    picking.map_or(0, |picking| session.cards().iter().filter(|card| picking.holds(card)).count())
}

fn may_pick(view: &View<'_>) -> bool {
    has_cards(view) && !is_picking(view)
}

fn has_failed_pictures(view: &View<'_>) -> bool {
    on_cards(view)
        && unlocked_session(view).is_some_and(|session| session.picture_counts().failed > 0)
}

fn act(action: impl Into<Action>) -> Option<Request> {
    Some(Request::Act(action.into()))
}

fn close_one(view: &View<'_>) -> Option<Request> {
    if view.memory.customers_over {
        return Some(Request::FoldCustomers);
    }
    match view.state.journal.open.clone() {
        Some(removal) if on(view, Page::Journal) => act(JournalAction::Toggle { removal }),
        Some(_) | None => act(Action::CloseTop),
    }
}

fn large(view: &View<'_>) -> Option<Request> {
    let card = unlocked_session(view)?.cards().get(meant(view)?)?;
    large_action(card).map(Request::Act)
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const NO: Modifiers = Modifiers::NONE;

/// A command of a key that holds outside fields.
const fn free(
    name: Text<'static>,
    keys: &'static str,
    triggers: &'static [Trigger],
    when: fn(&View<'_>) -> bool,
    run: Run,
) -> Command {
    let reach = Reach::Free;
    Command { name, keys, triggers, reach, about: About::Window, when, run: Some(run) }
}

/// A command of a key that holds in fields too.
const fn anywhere(
    name: Text<'static>,
    keys: &'static str,
    triggers: &'static [Trigger],
    when: fn(&View<'_>) -> bool,
    run: Run,
) -> Command {
    Command { reach: Reach::Fields, ..free(name, keys, triggers, when, run) }
}

/// A command without a key.
const fn named(name: Text<'static>, when: fn(&View<'_>) -> bool, run: Run) -> Command {
    free(name, "", &[], when, run)
}

/// A command about the card in focus, or the one that is inspected.
const fn of_card(
    name: Text<'static>,
    keys: &'static str,
    triggers: &'static [Trigger],
    run: Run,
) -> Command {
    free(name, keys, triggers, on_cards, run).about(About::Card)
}

/// A command of a key that holds under dialogs too.
const fn everywhere(
    name: Text<'static>,
    keys: &'static str,
    triggers: &'static [Trigger],
    when: fn(&View<'_>) -> bool,
    run: Run,
) -> Command {
    Command { reach: Reach::Dialogs, ..free(name, keys, triggers, when, run) }
}

/// A key that something in focus takes.
const fn told(name: Text<'static>, keys: &'static str, when: fn(&View<'_>) -> bool) -> Command {
    Command { run: None, ..free(name, keys, &[], when, |_| None) }
}

/// In the order of the keys page.
pub(in crate::ui) const COMMANDS: &[Command] = &[
    anywhere(Text::Palette, "Ctrl+K", &[Trigger::Key(CTRL, Key::K)], in_session, |_| {
        act(PaletteAction::Open)
    }),
    anywhere(Text::KeyLookUp, "Ctrl+L", &[Trigger::Key(CTRL, Key::L)], in_session, |_| {
        Some(Request::LookUp)
    })
    .about(About::Customer),
    anywhere(Text::KeyRefresh, "F5", &[Trigger::Key(NO, Key::F5)], has_customer, |_| {
        act(LookUpAction::Refresh)
    })
    .about(About::Customer),
    free(Text::CommandNext, "J", &[Trigger::Key(NO, Key::J)], has_queue, |_| {
        act(QueueAction::Step { back: false })
    })
    .about(About::Customer),
    free(Text::CommandPrevious, "K", &[Trigger::Key(NO, Key::K)], has_queue, |_| {
        act(QueueAction::Step { back: true })
    })
    .about(About::Customer),
    named(Text::QueueGive, in_session, |_| act(QueueAction::Give(String::new()))),
    named(Text::CommandShowAll, has_queue, |_| act(QueueAction::Filter(QueueFilter::All))),
    named(Text::CommandShowFindings, has_queue, |_| {
        act(QueueAction::Filter(QueueFilter::WithFindings))
    }),
    named(Text::CommandShowUnseen, has_queue, |_| {
        act(QueueAction::Filter(QueueFilter::NotLookedAt))
    }),
    named(Text::QueueEnd, has_list, |_| act(QueueAction::End)).about(About::List),
    named(Text::CommandExpired, has_queue, |_| act(RemovalAction::FindExpired)).about(About::List),
    named(Text::CommandVerifyList, has_list, |_| act(QueueAction::Verify)).about(About::List),
    told(Text::KeyTab, "Tab", unlocked),
    told(Text::KeyPage, "PgUp PgDn", unlocked),
    told(Text::KeyFinding, "Enter", on_cards),
    of_card(
        Text::KeyLarge,
        "Space",
        &[Trigger::OnTile(NO, Key::Space), Trigger::OnTile(CTRL, Key::Space)],
        large,
    ),
    of_card(Text::KeyRemove, "Delete", &[Trigger::Any(Key::Delete)], |view| {
        // Those that are chosen, where some are.
        if is_picking(view) && chosen(view) > 0 {
            return act(RemovalAction::AskPicked);
        }
        act(RemovalAction::Ask(meant(view)?))
    }),
    free(
        Text::KeyPick,
        "X",
        &[Trigger::OnTile(NO, Key::X), Trigger::OnTile(Modifiers::SHIFT, Key::Space)],
        has_cards,
        |view| act(RemovalAction::Toggle(tile_in_focus(view)?)),
    ),
    free(Text::CommandPickAll, "Ctrl+A", &[Trigger::Key(CTRL, Key::A)], has_cards, |_| {
        act(RemovalAction::PickScope(Scope::All))
    })
    .about(About::Page),
    named(Text::CommandPickExpired, has_cards, |_| act(RemovalAction::PickScope(Scope::Expired)))
        .about(About::Page),
    named(Text::RevokeButton, may_pick, |_| act(RemovalAction::Pick(true))).about(About::Page),
    named(Text::CommandRevoke, is_picking, |_| act(RemovalAction::AskPicked)).about(About::Page),
    of_card(Text::KeyCopyToken, "Ctrl+Shift+C", &[Trigger::Key(CTRL_SHIFT, Key::C)], |view| {
        act(CardAction::CopyToken(selected(view)?))
    }),
    of_card(Text::KeyCopyDigits, "Ctrl+C", &[Trigger::Copy], |view| {
        act(CardAction::CopyLastFour(selected(view)?))
    }),
    free(Text::CommandFindingNext, "N", &[Trigger::Key(NO, Key::N)], on_cards, |_| {
        act(CardAction::StepFinding { back: false })
    })
    .about(About::Page),
    free(Text::CommandFindingPrevious, "P", &[Trigger::Key(NO, Key::P)], on_cards, |_| {
        act(CardAction::StepFinding { back: true })
    })
    .about(About::Page),
    free(Text::AcknowledgeAsk, "A", &[Trigger::Key(NO, Key::A)], has_cards, |view| {
        match finding(view) {
            Ok((sha256, rule)) => act(VerdictAction::Ask { sha256, rule }),
            Err(why) => act(VerdictAction::CannotAsk(why)),
        }
    })
    .about(About::Page),
    named(Text::RetryPictures, has_failed_pictures, |_| act(AssetAction::RetryAll))
        .about(About::Page),
    anywhere(Text::KeyJournal, "Ctrl+J", &[Trigger::Key(CTRL, Key::J)], in_session, |view| {
        act(SessionAction::Show(toggled_page(view, Page::Journal)))
    }),
    anywhere(Text::KeySheet, "Ctrl+G", &[Trigger::Key(CTRL, Key::G)], in_session, |view| {
        act(SessionAction::Show(toggled_page(view, Page::Sheet)))
    }),
    named(Text::Batch, in_session, |_| act(SessionAction::Show(Page::Batch))),
    named(Text::JournalExport, |view| on(view, Page::Journal), |_| act(JournalAction::Export))
        .about(About::Page),
    told(Text::KeyNext, "← →", on_cards),
    told(Text::KeyDivider, "Shift+← →", on_cards),
    named(Text::TilesSmall, in_session, |_| act(SettingsAction::Tiles(TileSize::Small))),
    named(Text::TilesMedium, in_session, |_| act(SettingsAction::Tiles(TileSize::Medium))),
    named(Text::TilesLarge, in_session, |_| act(SettingsAction::Tiles(TileSize::Large))),
    named(Text::FoldCustomers, in_session, |_| Some(Request::FoldCustomers)),
    everywhere(
        Text::KeyLock,
        "Ctrl+Shift+L",
        &[Trigger::Key(CTRL_SHIFT, Key::L)],
        in_session,
        |_| act(SessionAction::Lock),
    ),
    named(
        Text::SignOut,
        |view| matches!(view.state.stage, Stage::SignedIn(_)),
        |_| act(SessionAction::SignOut),
    ),
    named(Text::Settings, unlocked, |_| act(SettingsAction::Open)),
    named(Text::Rules, unlocked, |_| act(SettingsAction::Rules)),
    anywhere(
        Text::KeyKeys,
        "F1, ?",
        &[Trigger::Key(NO, Key::F1), Trigger::Typed("?")],
        unlocked,
        |view| {
            act(match view.state.stage {
                Stage::SignIn(_) => SettingsAction::Beginning,
                Stage::SignedIn(_) => SettingsAction::Keys,
            })
        },
    ),
    told(Text::KeyZoom, "Ctrl + − 0", |_| true),
    free(Text::KeyClose, "Esc", &[Trigger::Key(NO, Key::Escape)], closes_something, close_one),
    everywhere(
        Text::KeyQuit,
        "Ctrl+Q",
        &[Trigger::Key(CTRL, Key::Q)],
        |_| true,
        |_| act(Action::Quit),
    ),
];
