//! What changed since an earlier batch.

use egui::{Label, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::batch::{
    AssetRecord, Change, ChangeKind, Drift, Subject, file_error, not_compared, nothing_changed,
    why_not_word,
};
use crate::domain::CustomerNumber;
use crate::i18n::{Text, count};
use crate::model::LookUpAction;

use crate::ui::format::bytes_text;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, badge_ui, caption, focus_ring, folded, link_text, mono, muted, strong, thumbnail_ui,
    truncated,
};

/// Height of a file's row, whose pictures stand side by side; that of others.
const FILE_HEIGHT: f32 = 124.0;
const OTHER_HEIGHT: f32 = 30.0;
const PICTURE: egui::Vec2 = vec2(120.0, 84.0);
const SIDE_WIDTH: f32 = 200.0;
/// The same where the names of files have little room beside it.
const NARROW_SIDE: f32 = 148.0;
/// Width of a row below which that is so.
const NARROW: f32 = 680.0;
/// Below this one the sides share what there is.
const NARROWEST: f32 = 480.0;

/// What changed since a batch that was kept: files with both pictures, then cards; above them, folded,
/// who was not compared.
pub(super) fn changes_ui(ui: &mut Ui, view: &mut View<'_>, drift: &Drift) {
    not_compared_ui(ui, view, drift);
    if let Some(id) = nothing_changed(drift) {
        ui.label(muted(view, view.texts.by_id(id, None, &[])));
        return;
    }
    let change = |place: &usize| drift.changes.get(*place);
    let is_file = |group: &&Vec<usize>| {
        let first = group.first().and_then(change);
        first.is_some_and(|change| matches!(change.subject, Subject::File { .. }))
    };
    // Files come first.
    let files = drift.alike.iter().take_while(is_file).count();
    let top = |row: usize| {
        let others = row.saturating_sub(files);
        (row - others) as f32 * FILE_HEIGHT + others as f32 * OTHER_HEIGHT
    };
    let all = drift.alike.len();
    let scroll = ScrollArea::vertical().id_salt("changes").auto_shrink(false);
    scroll.min_scrolled_height(FILE_HEIGHT + 20.0).show_viewport(ui, |ui, seen| {
        let (origin, width) = (ui.min_rect().min, ui.available_width());
        ui.set_height(top(all));
        for (row, group) in drift.alike.iter().enumerate() {
            if top(row + 1) < seen.min.y || top(row) > seen.max.y {
                continue;
            }
            let size = vec2(width, top(row + 1) - top(row));
            let place = Rect::from_min_size(origin + vec2(0.0, top(row)), size);
            let changes: Vec<&Change> = group.iter().filter_map(change).collect();
            ui.scope_builder(UiBuilder::new().max_rect(place).id_salt(row), |ui| {
                row_ui(ui, view, &changes);
            });
        }
    });
}

/// Customers of one batch alone: grey and folded, since there is nothing to be done about them.
fn not_compared_ui(ui: &mut Ui, view: &mut View<'_>, drift: &Drift) {
    /// Height of the numbers, in points; more of them scroll.
    const HEIGHT: f32 = 160.0;
    let Some(said) = not_compared(drift, view.texts) else { return };
    let head = muted(view, said);
    folded(ui, head).id_salt("not compared").show(ui, |ui| {
        let scroll = ScrollArea::vertical().id_salt("not compared").max_height(HEIGHT);
        scroll.show(ui, |ui| {
            for (why, _) in drift.left_out() {
                let those = drift.not_compared.iter().filter(|one| one.why == why);
                let numbers: Vec<&str> = those.map(|one| one.customer.as_str()).collect();
                let word = why_not_word(why, view.texts);
                let line = format!("{word}: {}", numbers.join(", "));
                ui.add(Label::new(muted(view, line)).wrap());
            }
        });
    });
    ui.add_space(space::S);
}

fn row_ui(ui: &mut Ui, view: &mut View<'_>, changes: &[&Change]) {
    let Some(first) = changes.first() else { return };
    match &first.subject {
        Subject::File { before, after, .. } => {
            ui.horizontal_top(|ui| {
                let (before, after) = (before.as_deref(), after.as_deref());
                let room = ui.available_width();
                let is_narrow = room < NARROW;
                let side = match room {
                    ..NARROWEST => room * 0.28,
                    ..NARROW => NARROW_SIDE,
                    _ => SIDE_WIDTH,
                };
                let width = (room - 2.0 * (side + space::M)).max(80.0);
                ui.allocate_ui(vec2(width, FILE_HEIGHT), |ui| {
                    ui.vertical(|ui| {
                        // Columns of all rows stand below one another.
                        ui.set_width(width);
                        file_ui(ui, view, changes, after.or(before), is_narrow);
                    });
                });
                side_ui(ui, view, before, "report-drift-before", side);
                side_ui(ui, view, after, "report-drift-after", side);
            });
        }
        Subject::Card(_) => {
            ui.horizontal(|ui| {
                kind_ui(ui, view, first.kind);
                whose_ui(ui, view, first);
            });
        }
    }
}

fn file_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    changes: &[&Change],
    file: Option<&AssetRecord>,
    is_narrow: bool,
) {
    /// Cards named; the same art changes for many at once.
    const CARDS: usize = 2;
    let Some(first) = changes.first() else { return };
    ui.spacing_mut().item_spacing.y = 2.0;
    let kind = strong(file.map(|file| &*file.kind).unwrap_or_default());
    if is_narrow {
        kind_ui(ui, view, first.kind);
        truncated(ui, kind);
    } else {
        ui.horizontal(|ui| {
            kind_ui(ui, view, first.kind);
            truncated(ui, kind);
        });
    }
    if let Some(url) = file.and_then(|file| file.url.as_deref()) {
        truncated(ui, mono(url).size(11.0).color(view.theme.muted)).on_hover_text(url);
    }
    for change in changes.iter().take(CARDS) {
        ui.horizontal(|ui| whose_ui(ui, view, change));
    }
    let more = changes.len().saturating_sub(CARDS);
    if more > 0 {
        ui.label(muted(view, view.t(Text::ViewerMore { count: count(more) })));
    }
}

/// The customer, who can be opened, and the card.
fn whose_ui(ui: &mut Ui, view: &mut View<'_>, change: &Change) {
    let word = view.texts.by_id("report-customer", None, &[]);
    let text = format!("{word} {}", change.customer);
    let link = ui.link(link_text(view, text));
    if focus_ring(ui, view, link).clicked()
        && let Ok(customer) = CustomerNumber::parse(&change.customer)
    {
        view.act(LookUpAction::Open(customer));
    }
    let card = change.subject.card();
    let card = format!("{} {}…{} {}", card.brand, card.bin, card.last_four, card.bank);
    truncated(ui, muted(view, card.trim()));
}

fn kind_ui(ui: &mut Ui, view: &View<'_>, kind: ChangeKind) {
    let (tone, id) = match kind {
        ChangeKind::Changed => (Tone::Warning, "report-drift-changed"),
        ChangeKind::Appeared => (Tone::Note, "report-drift-appeared"),
        ChangeKind::Disappeared => (Tone::Error, "report-drift-disappeared"),
    };
    badge_ui(ui, view, tone, &view.texts.by_id(id, None, &[]));
}

/// A file as it was or is.
fn side_ui(ui: &mut Ui, view: &mut View<'_>, file: Option<&AssetRecord>, head: &str, width: f32) {
    ui.allocate_ui(vec2(width, FILE_HEIGHT), |ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(caption(view, view.texts.by_id(head, None, &[])));
            let Some(file) = file else {
                ui.label(muted(view, "–"));
                return;
            };
            thumbnail_ui(ui, view, file.sha256(), vec2(PICTURE.x.min(width), PICTURE.y));
            truncated(ui, caption(view, words(view, file)));
        });
    });
}

/// `1536 × 969, 47.1 KiB`, or why the file could not be read.
fn words(view: &View<'_>, file: &AssetRecord) -> String {
    if let Some(why) = file_error(view.texts, file) {
        return why;
    }
    let Some(measured) = &file.measured else {
        return view.texts.by_id("report-drift-unread", None, &[]);
    };
    let bytes = bytes_text(view, measured.bytes);
    match (measured.width, measured.height) {
        (Some(width), Some(height)) => format!("{width} × {height}, {bytes}"),
        _ => format!("{}, {bytes}", measured.media_type),
    }
}
