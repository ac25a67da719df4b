//! A picture's fingerprint: alike for pictures that look alike, whatever their size and format.

use image::RgbaImage;

/// Cells of the grid; each is compared with its neighbour to the right.
const COLUMNS: u32 = 9;
const ROWS: u32 = 8;
/// Points looked at in a cell, along each side.
const POINTS: u32 = 4;
/// Light under transparent pixels, from 0 to 255.
const GROUND: f32 = 128.0;
/// Difference of light, from 0 to 255, under which a picture is even: it looks like every other.
const EVEN: f32 = 6.0;

/// 64 bits: whether each cell of a grid is lighter than the one beside it (the difference hash).
/// `None` for a picture that is even all over.
pub(super) fn fingerprint(image: &RgbaImage) -> Option<u64> {
    let mut cells = [[0.0_f32; COLUMNS as usize]; ROWS as usize];
    for (row, line) in (0_u32..).zip(&mut cells) {
        for (column, cell) in (0_u32..).zip(line) {
            *cell = light(image, column, row);
        }
    }
    let all = || cells.iter().flatten();
    let lightest = all().fold(0.0_f32, |most, cell| most.max(*cell));
    let darkest = all().fold(255.0_f32, |least, cell| least.min(*cell));
    if lightest - darkest < EVEN {
        return None;
    }
    let pairs = cells.iter().flat_map(|line| line.windows(2));
    Some(pairs.fold(0, |bits, pair| (bits << 1) | u64::from(pair[0] > pair[1])))
}

/// Mean light of a cell, from a few points spread over it.
fn light(image: &RgbaImage, column: u32, row: u32) -> f32 {
    let (width, height) = image.dimensions();
    let at = |cell: u32, point: u32, cells: u32, size: u32| {
        let place =
            (f64::from(cell) + (f64::from(point) + 0.5) / f64::from(POINTS)) / f64::from(cells);
        ((place * f64::from(size)) as u32).min(size.saturating_sub(1))
    };
    let mut sum = 0.0;
    for point in 0..POINTS * POINTS {
        let x = at(column, point % POINTS, COLUMNS, width);
        let y = at(row, point / POINTS, ROWS, height);
        if let Some(pixel) = image.get_pixel_checked(x, y) {
            let [r, g, b, alpha] = pixel.0.map(f32::from);
            let own = 0.299 * r + 0.587 * g + 0.114 * b;
            sum += GROUND + (own - GROUND) * alpha / 255.0;
        }
    }
    sum / (POINTS * POINTS) as f32
}
