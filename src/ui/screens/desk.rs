use egui::{
    Align2, Area, CentralPanel, Frame, Id, Margin, Order, Panel, Ui, UiBuilder, UiStackInfo, vec2,
};

use crate::i18n::{Text, count};
use crate::model::{JournalAction, Page, PictureCounts, Session, SessionAction};

use super::super::covered::cover;
use super::super::error_text::Explained;
use super::super::theme::space;
use super::super::view::View;
use super::super::widgets::{Tone, banner_ui, caption, focus_ring, quiet_button};
use super::{
    ahead, batch, cards, customers, header, inspector, journal, journal_steps, notices, picking,
    sheet,
};

/// Below this width, in points, the inspector slides over the cards.
const WIDE: f32 = 1200.0;
const INSPECTOR_WIDTH: f32 = 372.0;
/// Width of the line at the bottom, in points, that has room for a notice beside everything else.
const FACTS_BESIDE_NOTICE: f32 = 1100.0;

/// Signed in: customers, cards, one card.
pub(super) fn desk_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    if let Some(before) = view.memory.before_lock.take() {
        let focus = before.unwrap_or_else(header::look_up_id);
        ui.memory_mut(|memory| memory.request_focus(focus));
    }
    view.memory.focused_finding = None;
    header::environment_bar_ui(ui, view, session);
    header::header_ui(ui, view, session);
    status_ui(ui, view, session);
    let width = ui.ctx().content_rect().width();
    if !view.state.settings.customers_folded {
        let frame = Frame::new().fill(view.theme.ground).inner_margin(Margin::same(12));
        Panel::left("customers")
            .resizable(true)
            .default_size(232.0)
            .size_range(160.0..=360.0)
            .frame(frame)
            .show(ui, |ui| customers::customers_ui(ui, view, session));
    }
    let opened = journal_steps::opened(view);
    let inspected = match session.page {
        Page::Customer => session.selected_card().is_some(),
        Page::Journal => opened.is_some(),
        Page::Sheet | Page::Batch => false,
    };
    let side_ui = |ui: &mut Ui, view: &mut View<'_>| match (session.page, opened) {
        (Page::Customer, _) => inspector::inspector_ui(ui, view, session),
        (Page::Journal, Some(record)) => journal_steps::steps_ui(ui, view, session, record),
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
    let ground = Frame::new().inner_margin(Margin::symmetric(20, 16));
    let painted = UiStackInfo::default().with_frame(Frame::new().fill(view.theme.ground));
    // Of its own name: focus and scrolling stay where they are when a panel beside it comes or goes.
    let page = UiBuilder::new().scope_id(Id::unique("page")).ui_stack_info(painted);
    let page_ui = |ui: &mut Ui| match session.page {
        Page::Customer => {
            picking::left_over_ui(ui, view, session);
            unresolved_ui(ui, view);
            cards::customer_ui(ui, view, session);
        }
        Page::Journal => journal::journal_ui(ui, view),
        Page::Sheet => sheet::sheet_ui(ui, view, session),
        Page::Batch => batch::batch_ui(ui, view, session),
    };
    let central = CentralPanel::default().frame(ground).show(ui, |ui| {
        let room = ui.max_rect();
        ui.scope_builder(page, page_ui);
        room
    });
    ahead::pictures_ahead(view, session);
    // The page's room, whatever its content took.
    let place = central.inner + ground.inner_margin;
    if inspected && width < WIDE {
        let area = Area::new(Id::unique("inspector over")).order(Order::Middle);
        let anchored = area.fixed_pos(place.right_top() - vec2(INSPECTOR_WIDTH, 0.0));
        let frame = surface.stroke(view.theme.line_stroke());
        anchored.pivot(Align2::LEFT_TOP).constrain(false).show(ui.ctx(), |ui| {
            cover(ui, view);
            frame.show(ui, |ui| {
                ui.set_width(INSPECTOR_WIDTH - 32.0);
                ui.set_height(place.height() - 32.0);
                side_ui(ui, view);
            });
        });
    }
}

/// Removals of earlier that have no outcome, told until they are resolved.
fn unresolved_ui(ui: &mut Ui, view: &mut View<'_>) {
    let unresolved = view.state.unresolved().len();
    if unresolved == 0 {
        return;
    }
    let count = count(unresolved);
    let said = Explained {
        what: view.t(Text::UnresolvedBanner { count }).into(),
        meaning: view.t(Text::UnresolvedBannerMeaning).into(),
        details: None,
    };
    banner_ui(ui, view, Tone::Warning, &said, |ui, view| {
        if quiet_button(ui, view, &view.t(Text::UnresolvedOpen)).clicked() {
            view.act(SessionAction::Show(Page::Journal));
        }
    });
    ui.add_space(space::M);
}

/// One line at the bottom: pictures, the last look-up, the journal.
fn status_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let frame = Frame::new().fill(view.theme.surface).inner_margin(Margin::symmetric(16, 4));
    Panel::bottom("status").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_row_height(notices::LINE);
            ui.spacing_mut().item_spacing.x = space::L;
            // A notice stands here, where it covers nothing; in a narrow window facts make room.
            let has_room = ui.available_width() > FACTS_BESIDE_NOTICE || !notices::has_any(view);
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
            let unresolved = view.state.unresolved().len();
            if unresolved > 0 {
                let text = view.t(Text::StatusUnresolved { count: count(unresolved) });
                let link = ui.link(caption(view, text).color(view.theme.warning));
                if focus_ring(ui, view, link).clicked() {
                    view.act(JournalAction::ShowUnresolved);
                }
            }
            notices::line_ui(ui, view);
        });
    });
}

/// Time of day where the person is, with seconds.
pub(super) fn local_time(at: jiff::Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M:%S").to_string()
}
