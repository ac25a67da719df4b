//! The window's icon.

use egui::IconData;

/// Made of the drawing beside it by `scripts/icon.sh`.
const PNG: &[u8] = include_bytes!("../../assets/icon/carddesk-64.png");

/// What stands in the title bar, the task bar and the list of windows.
pub(super) fn icon() -> IconData {
    // A window without it is still one.
    eframe::icon_data::from_png_bytes(PNG).unwrap_or_default()
}
