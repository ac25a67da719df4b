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
mod list_draft;
mod list_parts;
mod list_question;
mod roomy;
mod row;
mod text;
mod thumbnail;

pub use asset_picture::{asset_picture_ui, document_ui, fit_inside, ground_ui};
pub use badge::{
    Tone, badge_ui, card_badges_row_ui, card_badges_ui, card_states, environment_badge_ui, sign_ui,
};
pub use banner::banner_ui;
pub use bar::bar_ui;
pub use button::{
    choice_button, danger_button, danger_outline_button, focus_ring, icon_button, icon_choice,
    name_as_button, primary_button, quiet_button,
};
pub use card_face::{card_face_ui, want_card_face};
pub use fate::{fate_band_ui, fate_word};
pub use field::{filter_field_ui, language_choice_ui, password_field_ui, text_field_ui};
pub use finding::{
    card_verdict_ui, finding_ui, severity_id, severity_tone, verdict_badges_ui, verdict_numbers_ui,
};
pub use list_draft::list_draft_ui;
pub use list_parts::list_parts_ui;
pub use roomy::{follow, followed_ui, paged, roomy_ui};
pub use row::{at_the_right, right_or_wrapped, tools_row_ui, width_at_the_right};
pub use text::{
    caption, file_name, folded, icon_ui, link_text, mono, muted, number, strong, technical_ui,
    title, truncated,
};
pub use thumbnail::{thumbnail_button_ui, thumbnail_ui};
