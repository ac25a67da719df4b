//! A picture's fingerprint: alike for pictures that look alike, whatever their size and format.

use crate::rows::{Row, TakesRows};

/// Cells of the grid; each is compared with its neighbour to the right.
const COLUMNS: u32 = 9;
const ROWS: u32 = 8;
/// Points looked at in a cell, along each side.
const POINTS: u32 = 4;
/// Light under transparent pixels, from 0 to 255.
const GROUND: f32 = 128.0;
/// Difference of light, from 0 to 255, under which a picture is even: it looks like every other.
const EVEN: f32 = 6.0;

/// The grid, while the rows of a picture come.
pub(crate) struct Grid {
    cells: [[f32; COLUMNS as usize]; ROWS as usize],
    /// Where the points are that are looked at.
    columns: Vec<usize>,
    rows: Vec<u32>,
    /// Rows that have been looked at.
    seen: usize,
}

impl Grid {
    pub(crate) fn new(width: u32, height: u32) -> Self {
        let places = |cells: u32, size: u32| {
            (0..cells * POINTS).map(move |number| {
                let place = (f64::from(number) + 0.5) / f64::from(cells * POINTS);
                ((place * f64::from(size)) as u32).min(size.saturating_sub(1))
            })
        };
        let columns = places(COLUMNS, width).map(|x| x as usize).collect();
        let rows = places(ROWS, height).collect();
        Self { cells: [[0.0; COLUMNS as usize]; ROWS as usize], columns, rows, seen: 0 }
    }

    /// 64 bits: whether each cell of a grid is lighter than the one beside it (the difference hash).
    /// `None` for a picture that is even all over.
    pub(crate) fn fingerprint(&self) -> Option<u64> {
        let cells = self.cells.map(|line| line.map(|sum| sum / (POINTS * POINTS) as f32));
        let all = || cells.iter().flatten();
        let lightest = all().fold(0.0_f32, |most, cell| most.max(*cell));
        let darkest = all().fold(255.0_f32, |least, cell| least.min(*cell));
        if lightest - darkest < EVEN {
            return None;
        }
        let pairs = cells.iter().flat_map(|line| line.windows(2));
        Some(pairs.fold(0, |bits, pair| (bits << 1) | u64::from(pair[0] > pair[1])))
    }
}

impl TakesRows for Grid {
    fn row(&mut self, Row { y, pixels, .. }: Row<'_>) {
        // Of a low picture several may be the same row.
        while self.rows.get(self.seen) == Some(&y) {
            let line = &mut self.cells[self.seen / POINTS as usize];
            for (number, x) in self.columns.iter().enumerate() {
                if let Some(pixel) = pixels.get(*x) {
                    let [r, g, b, alpha] = pixel.map(f32::from);
                    let own = 0.299 * r + 0.587 * g + 0.114 * b;
                    line[number / POINTS as usize] += GROUND + (own - GROUND) * alpha / 255.0;
                }
            }
            self.seen += 1;
        }
    }
}
