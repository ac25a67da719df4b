use egui::{Id, Ui};

/// Draws at the right end of a row, in reading order, so that the focus goes the way the eye does
/// (a layout from the right would be walked backwards). `name` is this row's alone.
pub fn at_the_right(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let width = width_at_the_right(ui, name);
    ui.add_space((ui.available_width() - width).max(0.0));
    let drawn = ui.horizontal(content).response.rect.width();
    if (drawn - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(Id::unique(name), drawn));
        ui.ctx().request_discard("the row at the right is measured");
    }
}

/// How wide that row is; zero before it is drawn for the first time.
pub fn width_at_the_right(ui: &Ui, name: &str) -> f32 {
    ui.data(|data| data.get_temp(Id::unique(name))).unwrap_or(0.0)
}
