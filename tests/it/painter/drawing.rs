use carddesk_painter::Drawing;
use egui::Color32;

fn two_pixels() -> Drawing {
    let pixels = vec![Color32::RED, Color32::from_gray(7)];
    Drawing { width: 2, height: 1, pixels }
}

#[test]
fn a_png_holds_the_very_pixels() {
    let png = two_pixels().to_png().unwrap();
    let read = image::load_from_memory(&png).unwrap().to_rgba8();
    assert_eq!(read.dimensions(), (2, 1));
    assert_eq!(read.as_raw()[..], [255, 0, 0, 255, 7, 7, 7, 255]);
}

#[test]
fn there_is_nothing_outside() {
    let drawing = two_pixels();
    assert_eq!(drawing.at(1, 0), Color32::from_gray(7));
    for (x, y) in [(2, 0), (0, 1), (usize::MAX, 0)] {
        assert_eq!(drawing.at(x, y), Color32::TRANSPARENT);
    }
}

#[test]
fn a_picture_without_pixels_is_an_error() {
    assert!(Drawing { width: 0, height: 0, pixels: Vec::new() }.to_png().is_err());
}
