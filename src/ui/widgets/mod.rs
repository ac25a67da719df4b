//! Pieces that screens and dialogs are made of, named by what they mean.

mod asset_picture;
mod badge;
mod banner;
mod bar;
mod button;
mod card_face;
mod fate;
mod field;
mod finding;
mod labelled_row;
mod list_draft;
mod list_parts;
mod list_question;
mod roomy;
mod row;
mod text;
mod thumbnail;
mod without_blanks;

pub(super) use super::format::Tone;

pub(super) use asset_picture::{asset_picture_ui, document_ui, fit_inside, ground_ui};
pub(super) use badge::{
    badge_ui, card_badges_row_ui, card_badges_ui, card_states, environment_badge_ui, sign_ui,
};
pub(super) use banner::banner_ui;
pub(super) use bar::bar_ui;
pub(super) use button::{
    button_width, check_box, choice_button, danger_button, danger_outline_button, focus_ring,
    icon_button, icon_choice, name_as_button, primary_button, quiet_button,
};
pub(super) use card_face::{card_face_ui, want_card_face};
pub(super) use fate::{fate_band_ui, fate_word};
pub(super) use field::{
    entered, filter_field_ui, language_choice_ui, line_ui, password_field_ui, text_field_ui,
};
pub(super) use finding::{
    card_verdict_ui, finding_ui, rule_words, severity_id, severity_tone, verdict_badges_ui,
    verdict_numbers_ui,
};
pub(super) use labelled_row::{label_ui, labelled_row_ui};
pub(super) use list_draft::list_draft_ui;
pub(super) use list_parts::list_parts_ui;
pub(super) use roomy::{follow, followed_ui, paged, roomy_ui};
pub(super) use row::{at_the_right, right_or_wrapped, tools_row_ui, width_at_the_right};
pub(super) use text::{
    caption, file_name, folded, icon_ui, link_text, mono, muted, number, strong, technical_ui,
    title, truncated,
};
pub(super) use thumbnail::{thumbnail_button_ui, thumbnail_ui};
pub(super) use without_blanks::without_blanks_ui;
