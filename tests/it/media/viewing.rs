//! Layers of pictures, and how pictures differ.
use carddesk::domain::AssetKind;
use carddesk::media::layer::{CLEAR, EDGE, FOREIGN};
use carddesk::media::{Difference, Layer, Loaded, PixelBox};

use super::Bench;
use super::png::rgba;

const FIT: PixelBox = PixelBox { width: 64, height: 64 };

fn read(bench: &Bench, bytes: Vec<u8>) -> Loaded {
    bench.loader.examine_bytes(bytes, &AssetKind::CardBackground, FIT).unwrap().0
}

fn pixel(picture: &carddesk::media::Picture, x: usize, y: usize) -> [u8; 3] {
    let at = (y * picture.width as usize + x) * 4;
    picture.rgba[at..at + 3].try_into().unwrap()
}

#[test]
fn transparency_is_counted_and_drawn_apart() {
    let bench = Bench::new();
    // A quarter clear, a quarter half transparent, the rest opaque.
    let file = read(&bench, rgba(8, 4, |x, _| [90, 60, 30, [0, 128, 255, 255][x as usize / 2]]));
    let (facts, picture) = bench.loader.layer(&file, Layer::Alpha).unwrap();
    assert_eq!((facts.all, facts.clear, facts.partly), (32, 8, 8));
    assert_eq!(pixel(&picture, 0, 0), CLEAR);
    let three = [0, 2, 4].map(|x| pixel(&picture, x, 0));
    assert!(three[0] != three[1] && three[1] != three[2] && three[0] != three[2], "{three:?}");
    assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255));
}

#[test]
fn an_edge_unlike_the_art_is_told_from_one_that_goes_on() {
    let bench = Bench::new();
    let plain = read(&bench, rgba(60, 40, |_, _| [40, 80, 160, 255]));
    let (facts, picture) = bench.loader.layer(&plain, Layer::Edges).unwrap();
    assert_eq!((facts.edge, facts.foreign), (2 * 60 + 2 * 38, 0));
    assert_eq!(pixel(&picture, 0, 0), EDGE);
    let is_frame = |x, y| x == 0 || y == 0 || x == 59 || y == 39;
    let frame = read(
        &bench,
        rgba(60, 40, |x, y| if is_frame(x, y) { [255; 4] } else { [40, 80, 160, 255] }),
    );
    let (facts, picture) = bench.loader.layer(&frame, Layer::Edges).unwrap();
    assert_eq!(facts.foreign, facts.edge);
    assert_eq!(pixel(&picture, 30, 0), FOREIGN);
}

#[test]
fn the_matte_of_a_rounding_is_filled() {
    let bench = Bench::new();
    let outside = |x: u32, y: u32| {
        let inset = |at: u32, size: u32| 6_u32.saturating_sub(at.min(size - 1 - at));
        inset(x, 160).pow(2) + inset(y, 100).pow(2) > 36
    };
    let art = |x, y| if outside(x, y) { [255; 4] } else { [40, 80, 160, 255] };
    let file = read(&bench, rgba(160, 100, art));
    let (facts, picture) = bench.loader.layer(&file, Layer::Edges).unwrap();
    assert_eq!(facts.matte_corners, 4);
    assert_eq!(pixel(&picture, 1, 1), FOREIGN);
    assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255), "no trace of the filling");
    // A soft edge of the art's own colour is no fringe.
    let soft = read(&bench, rgba(60, 40, |x, _| [40, 80, 160, (x * 4).min(255) as u8]));
    assert_eq!(bench.loader.layer(&soft, Layer::Edges).unwrap().0.foreign, 0);
}

#[test]
fn a_difference_is_told_in_shares() {
    let bench = Bench::new();
    let plain = |blue: u8| rgba(20, 10, move |_, _| [10, 20, blue, 255]);
    let one = read(&bench, plain(100));
    let compare = |other: &Loaded| bench.loader.difference(&one, other).unwrap();
    assert_eq!(compare(&one), Difference::SameBytes);
    let mut longer = plain(100);
    longer.push(0);
    assert_eq!(compare(&read(&bench, longer)), Difference::SamePixels);
    // Half of the pixels: a quarter plainly, a quarter hardly.
    let other = rgba(20, 10, |x, _| [10, 20, [200, 101, 100, 100][x as usize / 5], 255]);
    let Difference::Pixels(found) = compare(&read(&bench, other)) else { panic!() };
    assert_eq!((found.share, found.plain_share, found.most), (0.5, 0.25, 100));
    assert!(!found.scaled);
    let larger = rgba(40, 20, |_, _| [10, 20, 100, 255]);
    let Difference::Pixels(found) = compare(&read(&bench, larger)) else { panic!() };
    assert!(found.scaled && found.plain_share == 0.0, "{found:?}");
    let square = rgba(10, 10, |_, _| [10, 20, 100, 255]);
    assert_eq!(compare(&read(&bench, square)), Difference::OtherShape);
}

#[test]
fn a_file_of_this_machine_is_held_to_the_same_limits() {
    let bench = Bench::new();
    let kind = AssetKind::CardBackground;
    for bytes in [Vec::new(), b"<html>no</html>".to_vec(), vec![0; 12 * 1024 * 1024]] {
        assert!(bench.loader.examine_bytes(bytes, &kind, FIT).is_err());
    }
}
