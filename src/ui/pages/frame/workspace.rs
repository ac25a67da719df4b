//! The window of a session: what stands where, and how it gives way in small windows.

use egui::{
    Align2, Area, CentralPanel, Frame, Id, Margin, Order, Panel, Rect, TextWrapMode, Ui, UiBuilder,
    UiStackInfo, Vec2, pos2, vec2,
};

use crate::i18n::{Text, count};
use crate::model::{JournalAction, Page, PictureCounts, Session};

use crate::ui::covered::cover;
use crate::ui::format::local_time;
use crate::ui::keymap::focus::look_up_id;
use crate::ui::pages::batch::{page as batch, status::batch_status_ui};
use crate::ui::pages::cards::{ahead, inspector, open_removals, page as cards, picking};
use crate::ui::pages::journal::{page as journal, steps};
use crate::ui::pages::sheet::page as sheet;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{caption, focus_ring, roomy_ui};

use super::{customers, header, notices};

/// Below this width, in points, the inspector slides over the cards.
const WIDE: f32 = 1200.0;
const INSPECTOR_WIDTH: f32 = 372.0;
/// Below this one the customers slide over them, when they are asked for.
const NARROW: f32 = 640.0;
const CUSTOMERS_WIDTH: f32 = 260.0;
/// The least that a page is laid out for, in points; where the window is smaller it scrolls.
const LEAST_PAGE: Vec2 = vec2(280.0, 200.0);
/// Width of the line at the bottom, in points, that has room for a notice beside everything else.
const FACTS_BESIDE_NOTICE: f32 = 1100.0;

/// Signed in: customers, cards, one card.
pub(in crate::ui) fn workspace_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    if let Some(before) = view.memory.before_lock.take() {
        let focus = before.unwrap_or_else(look_up_id);
        ui.memory_mut(|memory| memory.request_focus(focus));
    }
    view.memory.focused_finding = None;
    view.memory.stepped = view.memory.focus_finding;
    begin_page(ui, view, session);
    back_to_tile(ui, view, session);
    header::environment_bar_ui(ui, view, session);
    header::header_ui(ui, view, session);
    status_ui(ui, view, session);
    let width = ui.ctx().content_rect().width();
    let is_narrow = width < NARROW;
    view.memory.is_narrow = is_narrow;
    view.memory.customers_over &= is_narrow;
    if !view.state.settings.customers_folded && !is_narrow {
        let frame = Frame::new().fill(view.theme.ground).inner_margin(Margin::same(12));
        Panel::left("customers")
            .resizable(true)
            .default_size(232.0)
            .size_range(160.0..=360.0)
            .frame(frame)
            .show(ui, |ui| customers::customers_ui(ui, view, session));
    }
    let opened = steps::opened(view);
    let inspected = match session.page {
        Page::Customer => session.selected_card().is_some(),
        Page::Journal => opened.is_some(),
        Page::Sheet | Page::Batch => false,
    };
    let side_ui = |ui: &mut Ui, view: &mut View<'_>| match (session.page, opened) {
        (Page::Customer, _) => inspector::inspector_ui(ui, view, session),
        (Page::Journal, Some(record)) => steps::steps_ui(ui, view, session, record),
        (Page::Journal, None) | (Page::Sheet | Page::Batch, _) => {}
    };
    let surface = Frame::new().fill(view.theme.surface).inner_margin(Margin::same(16));
    if inspected && width >= WIDE {
        Panel::right("inspector")
            .resizable(true)
            .default_size(INSPECTOR_WIDTH)
            .size_range(320.0..=560.0)
            .frame(surface)
            .show(ui, |ui| side_ui(ui, view));
    }
    // Not painted, since the window is cleared with the colour of the ground; but what fades out at
    // the page's edges must know it.
    let margin = if is_narrow { Margin::symmetric(12, 8) } else { Margin::symmetric(20, 16) };
    let ground = Frame::new().inner_margin(margin);
    let painted = UiStackInfo::default().with_frame(Frame::new().fill(view.theme.ground));
    // Of its own name: focus and scrolling stay where they are when a panel beside it comes or goes.
    let page = UiBuilder::new().scope_id(Id::unique("page")).ui_stack_info(painted);
    let page_ui = |ui: &mut Ui| match session.page {
        Page::Customer => {
            journal::unsafe_ui(ui, view);
            journal::broken_ui(ui, view);
            picking::pending_ui(ui, view, session);
            open_removals::open_removals_ui(ui, view);
            cards::customer_ui(ui, view, session);
        }
        Page::Journal => journal::journal_ui(ui, view),
        Page::Sheet => sheet::sheet_ui(ui, view, session),
        Page::Batch => batch::batch_ui(ui, view, session),
    };
    let central = CentralPanel::default().frame(ground).show(ui, |ui| {
        let room = ui.max_rect();
        let name = match session.page {
            Page::Customer => "cards page",
            Page::Journal => "journal page",
            Page::Sheet => "sheet page",
            Page::Batch => "batch page",
        };
        roomy_ui(ui, name, LEAST_PAGE, |ui| {
            ui.scope_builder(page, page_ui);
        });
        room
    });
    ahead::pictures_ahead(view, session);
    // The page's room, whatever its content took.
    let place = central.inner + ground.inner_margin;
    if inspected && width < WIDE {
        let width = INSPECTOR_WIDTH.min(place.width());
        let over = Rect::from_min_max(pos2(place.max.x - width, place.min.y), place.max);
        let surface = if is_narrow { surface.inner_margin(Margin::same(10)) } else { surface };
        over_ui(ui, view, "inspector over", surface, over, side_ui);
    }
    if view.memory.customers_over {
        let width = CUSTOMERS_WIDTH.min(place.width());
        let over = Rect::from_min_size(place.min, vec2(width, place.height()));
        let ground = Frame::new().fill(view.theme.ground).inner_margin(Margin::same(12));
        over_ui(ui, view, "customers over", ground, over, |ui, view| {
            customers::customers_ui(ui, view, session);
        });
    }
}

/// On another page the focus begins anew: what had it is gone, or beside what is looked at. Back at the
/// cards it is on the card that had it.
fn begin_page(ui: &Ui, view: &mut View<'_>, session: &Session) {
    let before = view.memory.page.replace(session.page);
    if before.is_none_or(|before| before == session.page) {
        return;
    }
    view.memory.page_begins = session.page != Page::Customer;
    // A dialog that led here has nothing to give back.
    if let Some(shown) = &mut view.memory.dialog {
        shown.focus_before = None;
    }
    if let Some(focused) = ui.memory(|memory| memory.focused()) {
        ui.memory_mut(|memory| memory.surrender_focus(focused));
    }
    if session.page == Page::Customer && !view.memory.begins && !session.cards().is_empty() {
        let card = session.selected_card().map(|(index, _)| index);
        view.memory.focus_tile =
            card.or(view.memory.focused_tile.map(|(index, _)| index)).or(Some(0));
    }
}

/// When the inspector closes and had the focus, its card has it.
fn back_to_tile(ui: &Ui, view: &mut View<'_>, session: &Session) {
    let now = session.selected_card().map(|(index, _)| index);
    let before = std::mem::replace(&mut view.memory.inspected, now);
    let is_on_tile = view.memory.focused_tile.is_some() || view.memory.begins;
    if now.is_none()
        && session.page == Page::Customer
        && !is_on_tile
        && !ui.ctx().text_edit_focused()
    {
        view.memory.focus_tile = view.memory.focus_tile.or(before);
    }
}

/// What slides over the page, where the window has no room beside it.
fn over_ui<'a>(
    ui: &Ui,
    view: &mut View<'a>,
    name: &str,
    frame: Frame,
    over: Rect,
    content: impl FnOnce(&mut Ui, &mut View<'a>),
) {
    let area = Area::new(Id::unique(name)).order(Order::Middle).fixed_pos(over.min);
    let frame = frame.stroke(view.theme.line_stroke());
    let room = over.size() - frame.total_margin().sum();
    area.pivot(Align2::LEFT_TOP).constrain(false).show(ui.ctx(), |ui| {
        cover(ui, view);
        frame.show(ui, |ui| {
            ui.set_width(room.x);
            ui.set_height(room.y);
            content(ui, view);
        });
    });
}

/// One line at the bottom: pictures, the last look-up, the journal.
fn status_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let frame = Frame::new().fill(view.theme.surface).inner_margin(Margin::symmetric(16, 4));
    Panel::bottom("status").frame(frame).show(ui, |ui| {
        // As high with nothing to say, so that what comes moves no page.
        ui.set_min_height(ui.spacing().interact_size.y);
        let has_notice = notices::has_any(view);
        let mut content = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing = vec2(space::L, 0.0);
            // A notice stands here, where it covers nothing; in a narrow window facts make room.
            let has_room = ui.available_width() > FACTS_BESIDE_NOTICE || !has_notice;
            let PictureCounts { ready, failed, all } = session.picture_counts();
            if all > 0 && has_room {
                let text = view.t(Text::StatusPictures { ready: count(ready), all: count(all) });
                ui.label(caption(view, text));
            }
            if failed > 0 && has_room {
                let text = view.t(Text::StatusFailed { count: count(failed) });
                ui.label(caption(view, text).color(view.theme.danger));
            }
            let received = session.customer.as_ref().and_then(|customer| customer.received);
            if let Some((at, took)) = received.filter(|_| has_room) {
                let at = local_time(at);
                let text = match took.and_then(|took| i64::try_from(took).ok()) {
                    Some(took) => view.t(Text::StatusLookUp { at: &at, took }),
                    None => view.t(Text::StatusListed { at: &at }),
                };
                ui.label(caption(view, text));
            }
            batch_status_ui(ui, view, session);
            let unresolved = view.state.unresolved().len();
            if unresolved > 0 {
                let text = view.t(Text::StatusUnresolved { count: count(unresolved) });
                let link = ui.link(caption(view, text).color(view.theme.warning));
                if focus_ring(ui, view, link).clicked() {
                    view.act(JournalAction::ShowUnresolved);
                }
            }
            notices::line_ui(ui, view);
        };
        match has_notice {
            true => ui.horizontal(|ui| {
                ui.set_row_height(notices::LINE);
                content(ui);
            }),
            false => ui.horizontal_wrapped(|ui| {
                // What has no room in a row stands in the next one, whole.
                ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
                content(ui);
            }),
        };
    });
}
