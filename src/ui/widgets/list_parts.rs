//! What became of each line of a list.

use std::borrow::Cow;

use egui::{Label, RichText, Ui};

use crate::batch::{account, account_of, doubt, row_refusal};
use crate::customers::{Counts, CustomerList, Doubt, Fate, TakenColumn};
use crate::i18n::{Text, count};
use crate::model::{Given, ListAction, ListPart, ListPlace};

use super::super::format::Tone;
use super::super::format::error_text::{not_a_list, read_error};
use super::super::view::View;
use super::banner::banner_ui;
use super::button::quiet_button;
use super::list_question::question_ui;
use super::text::{folded, muted, strong};

/// Rows of a kind that are shown at once; the others are counted as so many more.
const ROWS: usize = 6;

/// What became of each part of a list, line by line. `place` is where it is still being given;
/// `None` where it is asked for already, and nothing can be chosen any more. Of several files each is
/// counted as a part of `all`.
pub(in crate::ui) fn list_parts_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    parts: &[ListPart],
    all: &CustomerList,
    place: Option<ListPlace>,
) {
    let mut counted = all.files();
    for (index, part) in parts.iter().enumerate() {
        // The lists stand in `all` in this order.
        let counts = part.list().and_then(|_| counted.next()).map(|(_, counts)| counts);
        ui.push_id(("part", index), |ui| part_ui(ui, view, (part, counts), (index, place)));
    }
}

fn part_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    (part, counts): (&ListPart, Option<Counts>),
    (index, place): (usize, Option<ListPlace>),
) {
    let name = part.name().unwrap_or_else(|| view.t(Text::ListPasted).into_owned());
    match &part.given {
        Given::List(list) => {
            list_ui(ui, view, (part, counts), list);
            column_ui(ui, view, part, (index, place));
            doubts_ui(ui, view, part, place.is_none());
            refused_ui(ui, view, list);
            aside_ui(ui, view, list);
        }
        Given::Ask(question) => {
            if part.path.is_some() {
                ui.add(Label::new(strong(name)).truncate());
            }
            if let Some(place) = place {
                question_ui(ui, view, question, (index, place));
            }
        }
        Given::NotAList(error) => {
            let said = not_a_list(view.texts, &name, error);
            banner_ui(ui, view, Tone::Error, &said, |_, _| ());
        }
        Given::Unread(error) => {
            let said = read_error(view.texts, error);
            banner_ui(ui, view, Tone::Error, &said, |_, _| ());
        }
    }
}

/// How many lines there are, and what became of them.
fn list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (part, counts): (&ListPart, Option<Counts>),
    list: &CustomerList,
) {
    if list.counts().lines == 0 && part.path.is_none() {
        return;
    }
    let account = match counts {
        Some(counts) => account_of(view.texts, counts),
        None => account(view.texts, list),
    };
    let said = match part.name() {
        Some(name) => format!("{name} · {account}"),
        None => account,
    };
    ui.add(Label::new(said).wrap());
    if list.is_empty() {
        let nobody = RichText::new(view.t(Text::ListNobody)).color(view.theme.danger);
        ui.add(Label::new(nobody).wrap());
    }
}

/// Which column the numbers are from.
fn column_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    part: &ListPart,
    (index, place): (usize, Option<ListPlace>),
) {
    let taken = part.list().and_then(|list| list.column.as_ref());
    let Some(taken) = taken.filter(|taken| !taken.is_only || taken.sheet.is_some()) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(taken_in_words(view, part, taken));
        if let Some(place) = place
            && quiet_button(ui, view, &view.t(Text::ListOtherColumn)).clicked()
        {
            view.act((place, ListAction::AskAgain { part: index }));
        }
    });
}

fn taken_in_words(view: &View<'_>, part: &ListPart, taken: &TakenColumn) -> String {
    let place = count(taken.place);
    let column = match &taken.name {
        Some(name) => view.t(Text::ListTakenNamed { place, name }),
        None => view.t(Text::ListTaken { place }),
    };
    let sheet = taken.sheet.as_ref().map(|sheet| view.t(Text::ListOfSheet { sheet }));
    let hidden = taken.is_hidden.then(|| view.t(Text::ListColumnIsHidden));
    let split = taken.is_unwrapped.then(|| view.t(Text::ListUnwrapped));
    let last = part.as_last_time.then(|| view.t(Text::ListAsLastTime));
    [Some(column), sheet, hidden, split, last].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many numbers are doubtful, and whether they are asked for.
pub(super) fn doubts_told_ui(ui: &mut Ui, view: &View<'_>, doubtful: usize, is_yes: bool) {
    let count = count(doubtful);
    let text = match is_yes {
        false => view.t(Text::ListDoubts { count }),
        true => view.t(Text::ListDoubtsAsked { count }),
    };
    ui.add(Label::new(RichText::new(text).color(view.theme.warning)).wrap());
}

/// Numbers that may not be those that were meant; they are counted here where nothing above does.
fn doubts_ui(ui: &mut Ui, view: &View<'_>, part: &ListPart, is_counted: bool) {
    let doubtful = part.doubtful();
    if doubtful.is_empty() {
        return;
    }
    let hidden = doubtful.iter().filter(|row| row.doubt == Doubt::Hidden).count();
    if hidden > 0 {
        let text = view.t(Text::ListHiddenRows { count: count(hidden) });
        ui.add(Label::new(RichText::new(text).color(view.theme.warning)).wrap());
    }
    if is_counted {
        doubts_told_ui(ui, view, doubtful.len(), part.before_yes.is_some());
    }
    rows_ui(ui, view, "doubtful", doubtful, |row| {
        (row.line, row.shown().into(), doubt(view.texts, row.doubt), view.theme.warning)
    });
}

fn refused_ui(ui: &mut Ui, view: &View<'_>, list: &CustomerList) {
    rows_ui(ui, view, "refused", &list.refused, |row| {
        (
            row.line,
            row.value.as_str().into(),
            row_refusal(view.texts, &row.error),
            view.theme.danger,
        )
    });
}

/// Lines of the table that are no customers, folded away.
fn aside_ui(ui: &mut Ui, view: &View<'_>, list: &CustomerList) {
    if list.aside.is_empty() {
        return;
    }
    let text = view.t(Text::ListNotAsked { count: count(list.aside.len()) }).into_owned();
    folded(ui, text).id_salt("aside").show(ui, |ui| {
        rows_ui(ui, view, "aside", &list.aside, |row| {
            let why = match row.fate {
                Fate::Header => Text::ListHeader,
                Fate::Total => Text::ListTotal,
                _ => Text::ListTitle,
            };
            (row.line, row.value.as_str().into(), view.t(why).into_owned(), view.theme.muted)
        });
    });
}

/// The first rows of a kind; the others unfold.
fn rows_ui<'r, T>(
    ui: &mut Ui,
    view: &View<'_>,
    id: &str,
    rows: &'r [T],
    words: impl Fn(&'r T) -> (u64, Cow<'r, str>, String, egui::Color32),
) {
    let row_ui = |ui: &mut Ui, row: &'r T| {
        let (line, value, why, colour) = words(row);
        let said = view.t(Text::BatchRefused { line: count(line), value: &value, why: &why });
        ui.add(Label::new(RichText::new(said).color(colour)).wrap());
    };
    rows.iter().take(ROWS).for_each(|row| row_ui(ui, row));
    let more = rows.len().saturating_sub(ROWS);
    if more == 0 {
        return;
    }
    let text = muted(view, view.t(Text::ViewerMore { count: count(more) }));
    folded(ui, text).id_salt(id).show(ui, |ui| {
        let height = ui.text_style_height(&egui::TextStyle::Body) * 1.5;
        let scroll = egui::ScrollArea::vertical().id_salt(id).max_height(180.0);
        scroll.show_rows(ui, height, more, |ui, shown| {
            let rest = rows.iter().skip(ROWS + shown.start).take(shown.len());
            rest.for_each(|row| {
                let (line, value, why, colour) = words(row);
                let said =
                    view.t(Text::BatchRefused { line: count(line), value: &value, why: &why });
                ui.add_sized(
                    [ui.available_width(), height],
                    Label::new(RichText::new(said).color(colour)).truncate(),
                );
            });
        });
    });
}
