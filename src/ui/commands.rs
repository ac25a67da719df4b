//! Every command of the window: one table for its keys, the palette and the keys page.

use egui::{Id, Key, Modifiers, Ui};

use crate::i18n::Text;
use crate::model::{
    Action, AssetAction, CardAction, JournalAction, LookUpAction, Page, PaletteAction, QueueAction,
    QueueFilter, RemovalAction, Session, SessionAction, SettingsAction, Stage,
};
use crate::removal::Scope;
use crate::settings::TileSize;

use super::found::acknowledge;
use super::screens::{customers, header, large_action};
use super::trigger::{About, Trigger};
use super::view::View;

/// Where the keys of a command hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Not while a field has the focus, nor under a dialog.
    Free,
    /// In a field as well.
    Fields,
    /// Everywhere, dialogs included.
    Dialogs,
}

/// Something a person can ask for, from anywhere in the window.
pub(super) struct Command {
    pub(super) name: Text<'static>,
    /// Its keys in writing; empty where it has none.
    pub(super) keys: &'static str,
    triggers: &'static [Trigger],
    reach: Reach,
    pub(super) about: About,
    when: fn(&View<'_>) -> bool,
    /// `None` where only what has the focus knows what is meant.
    run: Option<fn(&Ui, &mut View<'_>)>,
}

impl Command {
    /// Whether this screen has it.
    pub(super) fn is_here(&self, view: &View<'_>) -> bool {
        (self.when)(view)
    }

    /// Whether it can be used now.
    pub(super) fn is_available(&self, view: &View<'_>) -> bool {
        self.is_here(view) && (self.about != About::Card || selected(view).is_some())
    }

    /// Whether it is of use in the palette, which needs no line to open itself.
    pub(super) fn is_for_palette(&self) -> bool {
        self.run.is_some() && !matches!(self.name, Text::Palette)
    }

    /// The same, about something else than the window.
    const fn about(self, about: About) -> Self {
        Self { about, ..self }
    }

    pub(super) fn run(&self, ui: &Ui, view: &mut View<'_>) {
        if let Some(run) = self.run {
            run(ui, view);
        }
    }

    /// Whether its key was pressed; the key is then taken.
    fn is_pressed(&self, ui: &Ui, typing: bool) -> bool {
        self.triggers.iter().any(|trigger| trigger.is_pulled(ui, typing))
    }
}

/// Does what the keys of this frame ask for.
pub(super) fn press(ui: &Ui, view: &mut View<'_>, typing: bool) {
    let is_over = view.state.dialog.is_some();
    for command in COMMANDS {
        let reaches = match command.reach {
            Reach::Free => !typing && !is_over,
            Reach::Fields => !is_over,
            Reach::Dialogs => true,
        };
        if reaches && command.is_available(view) && command.is_pressed(ui, typing) {
            command.run(ui, view);
        }
    }
}

/// The desk, where it is not locked.
pub(super) fn desk<'a>(view: &View<'a>) -> Option<&'a Session> {
    let state = view.state;
    state.session().filter(|session| !session.locked)
}

fn on_desk(view: &View<'_>) -> bool {
    desk(view).is_some()
}

fn on(view: &View<'_>, page: Page) -> bool {
    desk(view).is_some_and(|session| session.page == page)
}

fn unlocked(view: &View<'_>) -> bool {
    !view.state.is_locked()
}

fn on_cards(view: &View<'_>) -> bool {
    on(view, Page::Customer)
}

pub(super) fn selected(view: &View<'_>) -> Option<usize> {
    let session = desk(view).filter(|session| session.page == Page::Customer)?;
    session.selected_card().map(|(index, _)| index)
}

fn has_selected(view: &View<'_>) -> bool {
    selected(view).is_some()
}

fn has_customer(view: &View<'_>) -> bool {
    desk(view).is_some_and(|session| session.customer.is_some())
}

fn has_queue(view: &View<'_>) -> bool {
    desk(view).is_some_and(|session| !session.queue.rows().is_empty())
}

fn has_list(view: &View<'_>) -> bool {
    desk(view).is_some_and(|session| session.queue.is_list)
}

fn closes_something(view: &View<'_>) -> bool {
    has_selected(view)
        || view.memory.customers_over
        || is_picking(view)
        || on(view, Page::Journal) && view.state.journal.open.is_some()
}

fn has_cards(view: &View<'_>) -> bool {
    on_cards(view) && desk(view).is_some_and(|session| !session.cards().is_empty())
}

/// Whether cards are being chosen.
fn is_picking(view: &View<'_>) -> bool {
    let customer = desk(view).and_then(|session| session.customer.as_ref());
    has_cards(view) && customer.is_some_and(|customer| customer.picking.is_some())
}

fn has_failed_pictures(view: &View<'_>) -> bool {
    on_cards(view) && desk(view).is_some_and(|session| session.picture_counts().failed > 0)
}

/// To a page, or back from it to the cards.
pub(super) fn toggle(view: &mut View<'_>, page: Page) {
    let target = if on(view, page) { Page::Customer } else { page };
    view.act(SessionAction::Show(target));
}

fn open_palette(_: &Ui, view: &mut View<'_>) {
    view.act(PaletteAction::Open);
}

fn close_one(_: &Ui, view: &mut View<'_>) {
    if std::mem::take(&mut view.memory.customers_over) {
        return;
    }
    match view.state.journal.open.clone() {
        Some(removal) if on(view, Page::Journal) => view.act(JournalAction::Toggle { removal }),
        Some(_) | None => view.act(Action::CloseTop),
    }
}

fn large(_: &Ui, view: &mut View<'_>) {
    let card = desk(view).and_then(Session::selected_card).map(|(_, card)| card);
    if let Some(action) = card.and_then(large_action) {
        view.act(action);
    }
}

/// At once: what is typed next may come within the same frame.
fn focus_look_up(ui: &Ui, view: &mut View<'_>) {
    header::focus_look_up(ui);
    focus_after_dialog(view, header::look_up_id());
}

/// What has the focus once the palette is gone.
fn focus_after_dialog(view: &mut View<'_>, id: Id) {
    if let Some(shown) = &mut view.memory.dialog {
        shown.focus_before = Some(id);
    }
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
    run: fn(&Ui, &mut View<'_>),
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
    run: fn(&Ui, &mut View<'_>),
) -> Command {
    Command { reach: Reach::Fields, ..free(name, keys, triggers, when, run) }
}

/// A command without a key.
const fn named(
    name: Text<'static>,
    when: fn(&View<'_>) -> bool,
    run: fn(&Ui, &mut View<'_>),
) -> Command {
    free(name, "", &[], when, run)
}

/// A command about the card that is inspected.
const fn of_card(
    name: Text<'static>,
    keys: &'static str,
    triggers: &'static [Trigger],
    run: fn(&Ui, &mut View<'_>),
) -> Command {
    free(name, keys, triggers, on_cards, run).about(About::Card)
}

/// A command of a key that holds under dialogs too.
const fn everywhere(
    name: Text<'static>,
    keys: &'static str,
    triggers: &'static [Trigger],
    when: fn(&View<'_>) -> bool,
    run: fn(&Ui, &mut View<'_>),
) -> Command {
    Command { reach: Reach::Dialogs, ..free(name, keys, triggers, when, run) }
}

/// A key that something in focus takes.
const fn told(name: Text<'static>, keys: &'static str, when: fn(&View<'_>) -> bool) -> Command {
    Command { run: None, ..free(name, keys, &[], when, |_, _| {}) }
}

/// In the order of the keys page.
pub(super) const COMMANDS: &[Command] = &[
    anywhere(Text::Palette, "Ctrl+K", &[Trigger::Key(CTRL, Key::K)], on_desk, open_palette),
    anywhere(Text::KeyLookUp, "Ctrl+L", &[Trigger::Key(CTRL, Key::L)], on_desk, focus_look_up)
        .about(About::Customer),
    anywhere(Text::KeyRefresh, "F5", &[Trigger::Key(NO, Key::F5)], has_customer, |_, view| {
        view.act(LookUpAction::Refresh);
    })
    .about(About::Customer),
    free(Text::CommandNext, "J", &[Trigger::Key(NO, Key::J)], has_queue, |_, view| {
        view.act(QueueAction::Step { back: false });
    })
    .about(About::Customer),
    free(Text::CommandPrevious, "K", &[Trigger::Key(NO, Key::K)], has_queue, |_, view| {
        view.act(QueueAction::Step { back: true });
    })
    .about(About::Customer),
    named(Text::QueueGive, on_desk, |_, view| view.act(QueueAction::Give(String::new()))),
    named(Text::CommandShowAll, has_queue, |_, view| {
        view.act(QueueAction::Filter(QueueFilter::All));
    }),
    named(Text::CommandShowFindings, has_queue, |_, view| {
        view.act(QueueAction::Filter(QueueFilter::WithFindings));
    }),
    named(Text::CommandShowUnseen, has_queue, |_, view| {
        view.act(QueueAction::Filter(QueueFilter::NotLookedAt));
    }),
    named(Text::QueueEnd, has_list, |_, view| view.act(QueueAction::End)).about(About::List),
    named(Text::CommandExpired, has_queue, |_, view| view.act(RemovalAction::FindExpired))
        .about(About::List),
    named(Text::CommandVerifyList, has_list, |_, view| view.act(QueueAction::Verify))
        .about(About::List),
    told(Text::KeyTab, "Tab", unlocked),
    told(Text::KeyPage, "PgUp PgDn", unlocked),
    told(Text::KeyFinding, "Enter", on_cards),
    // A tile in focus shows its own.
    of_card(Text::KeyLarge, "Space", &[], large),
    of_card(Text::KeyRemove, "Delete", &[Trigger::Seen(Key::Delete)], |_, view| {
        // A tile in focus asks about its own card.
        if let Some(index) = selected(view).filter(|_| view.memory.focused_tile.is_none()) {
            view.act(RemovalAction::Ask(index));
        }
    }),
    told(Text::KeyPick, "X", has_cards),
    free(Text::CommandPickAll, "Ctrl+A", &[Trigger::Key(CTRL, Key::A)], has_cards, |_, view| {
        view.act(RemovalAction::PickScope(Scope::All));
    })
    .about(About::Page),
    named(Text::CommandPickExpired, has_cards, |_, view| {
        view.act(RemovalAction::PickScope(Scope::Expired));
    })
    .about(About::Page),
    named(Text::RevokeButton, has_cards, |_, view| view.act(RemovalAction::Pick(true)))
        .about(About::Page),
    named(Text::CommandRevoke, is_picking, |_, view| view.act(RemovalAction::AskPicked))
        .about(About::Page),
    of_card(Text::KeyCopyToken, "Ctrl+Shift+C", &[Trigger::Key(CTRL_SHIFT, Key::C)], |_, view| {
        if let Some(index) = selected(view) {
            view.act(CardAction::CopyToken(index));
        }
    }),
    of_card(Text::KeyCopyDigits, "Ctrl+C", &[Trigger::Copy], |_, view| {
        if let Some(index) = selected(view) {
            view.act(CardAction::CopyLastFour(index));
        }
    }),
    free(Text::CommandFindingNext, "N", &[Trigger::Key(NO, Key::N)], on_cards, |_, view| {
        view.act(CardAction::StepFinding { back: false });
    })
    .about(About::Page),
    free(Text::CommandFindingPrevious, "P", &[Trigger::Key(NO, Key::P)], on_cards, |_, view| {
        view.act(CardAction::StepFinding { back: true });
    })
    .about(About::Page),
    free(Text::AcknowledgeAsk, "A", &[Trigger::Key(NO, Key::A)], has_cards, acknowledge)
        .about(About::Page),
    named(Text::RetryPictures, has_failed_pictures, |_, view| view.act(AssetAction::RetryAll))
        .about(About::Page),
    anywhere(Text::KeyJournal, "Ctrl+J", &[Trigger::Key(CTRL, Key::J)], on_desk, |_, view| {
        toggle(view, Page::Journal);
    }),
    anywhere(Text::KeySheet, "Ctrl+G", &[Trigger::Key(CTRL, Key::G)], on_desk, |_, view| {
        toggle(view, Page::Sheet);
    }),
    named(Text::Batch, on_desk, |_, view| view.act(SessionAction::Show(Page::Batch))),
    named(
        Text::JournalExport,
        |view| on(view, Page::Journal),
        |_, view| {
            view.act(JournalAction::Export);
        },
    )
    .about(About::Page),
    told(Text::KeyNext, "← →", on_cards),
    told(Text::KeyDivider, "Shift+← →", on_cards),
    named(Text::TilesSmall, on_desk, |_, view| view.act(SettingsAction::Tiles(TileSize::Small))),
    named(Text::TilesMedium, on_desk, |_, view| view.act(SettingsAction::Tiles(TileSize::Medium))),
    named(Text::TilesLarge, on_desk, |_, view| view.act(SettingsAction::Tiles(TileSize::Large))),
    named(Text::FoldCustomers, on_desk, |_, view| customers::fold(view)),
    everywhere(
        Text::KeyLock,
        "Ctrl+Shift+L",
        &[Trigger::Key(CTRL_SHIFT, Key::L)],
        on_desk,
        |_, view| view.act(SessionAction::Lock),
    ),
    named(
        Text::SignOut,
        |view| matches!(view.state.stage, Stage::Desk(_)),
        |_, view| {
            view.act(SessionAction::SignOut);
        },
    ),
    named(Text::Settings, unlocked, |_, view| view.act(SettingsAction::Open)),
    named(Text::Rules, unlocked, |_, view| view.act(SettingsAction::Rules)),
    anywhere(
        Text::KeyKeys,
        "F1, ?",
        &[Trigger::Key(NO, Key::F1), Trigger::Typed("?")],
        unlocked,
        |_, view| view.act(SettingsAction::Keys),
    ),
    told(Text::KeyZoom, "Ctrl + − 0", |_| true),
    free(Text::KeyClose, "Esc", &[Trigger::Key(NO, Key::Escape)], closes_something, close_one),
    everywhere(
        Text::KeyQuit,
        "Ctrl+Q",
        &[Trigger::Key(CTRL, Key::Q)],
        |_| true,
        |_, view| view.act(Action::Quit),
    ),
];
