//! An empty window by eframe and OpenGL, which writes how many milliseconds after its start its first frame had
//! been shown, and ends: what the start of a window is measured beside (`scripts/renderer-bench.sh`).

use std::io::{self, Write as _};
use std::time::Instant;

struct Bare {
    begun: Instant,
    is_told: bool,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("bare");
        // When the second frame begins, the first one has been shown.
        if ui.ctx().cumulative_pass_nr() > 0 && !self.is_told {
            self.is_told = true;
            let took = self.begun.elapsed().as_secs_f64() * 1000.0;
            // Whoever measures is gone where it cannot be told.
            let _told = writeln!(io::stdout(), "{took:.1}");
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    }
}

fn main() -> eframe::Result {
    let bare = Bare { begun: Instant::now(), is_told: false };
    let viewport = egui::ViewportBuilder::default().with_inner_size([1280.0, 840.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("bare", options, Box::new(|_| Ok(Box::new(bare))))
}
