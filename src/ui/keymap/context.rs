//! What is on screen for a command to be about, and what several places ask for.

use crate::domain::{Card, CardFace};
use crate::model::{Action, AssetAction, Page, Session, SettingsAction};

use crate::ui::view::View;

/// The session, where it is not locked.
pub(in crate::ui) fn unlocked_session<'a>(view: &View<'a>) -> Option<&'a Session> {
    let state = view.state;
    state.session().filter(|session| !session.locked)
}

/// Whether this page is on screen, and not locked.
pub(in crate::ui) fn on(view: &View<'_>, page: Page) -> bool {
    unlocked_session(view).is_some_and(|session| session.page == page)
}

/// The card that is inspected, by its place in the list.
pub(in crate::ui) fn selected(view: &View<'_>) -> Option<usize> {
    let session = unlocked_session(view).filter(|session| session.page == Page::Customer)?;
    session.selected_card().map(|(index, _)| index)
}

/// The card whose tile has the focus, by its place in the list.
pub(in crate::ui) fn tile_in_focus(view: &View<'_>) -> Option<usize> {
    let session = unlocked_session(view).filter(|session| session.page == Page::Customer)?;
    let (index, id) = view.memory.focused_tile?;
    let has_focus = view.focused == Some(id) && index < session.cards().len();
    has_focus.then_some(index)
}

/// The card that is meant: the one whose tile has the focus, or else the one that is inspected.
pub(in crate::ui) fn meant(view: &View<'_>) -> Option<usize> {
    tile_in_focus(view).or_else(|| selected(view))
}

/// To a page, or back from it to the cards.
pub(in crate::ui) fn toggled_page(view: &View<'_>, page: Page) -> Page {
    if on(view, page) { Page::Customer } else { page }
}

/// Shows the customers, or folds them away; in a narrow window they lie over the page.
pub(in crate::ui) fn fold_customers(view: &mut View<'_>) {
    if view.memory.is_narrow {
        view.memory.customers_over = !view.memory.customers_over;
    } else {
        let folded = view.state.settings.customers_folded;
        view.act(SettingsAction::FoldCustomers(!folded));
    }
}

/// The card's art in the large view, where it has any.
pub(in crate::ui) fn open_large(view: &mut View<'_>, card: &Card) {
    if let Some(action) = large_action(card) {
        view.act(action);
    }
}

/// What opens a card's art large; `None` where it has no files.
pub fn large_action(card: &Card) -> Option<Action> {
    let asset = match card.face() {
        CardFace::Combined(asset) => Some(asset),
        CardFace::Composed { background, .. } => Some(background),
        CardFace::Drawn => card.assets.first(),
    };
    let asset = asset?;
    let variant = asset.variant_for(u32::MAX)?.clone();
    Some(AssetAction::Open { variant, kind: asset.kind.clone() }.into())
}
