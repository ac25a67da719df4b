//! Pictures row by row: while a row is at hand, all that is wanted of it is taken.

/// RGBA, not premultiplied.
pub(super) type Pixel = [u8; 4];

/// Something that is given the rows of a picture, all of them, from the top.
pub(super) trait TakesRows {
    fn row(&mut self, y: u32, pixels: &[Pixel]);
}

/// Both take them.
impl<A: TakesRows, B: TakesRows> TakesRows for (A, B) {
    fn row(&mut self, y: u32, pixels: &[Pixel]) {
        self.0.row(y, pixels);
        self.1.row(y, pixels);
    }
}

impl<T: TakesRows> TakesRows for &mut T {
    fn row(&mut self, y: u32, pixels: &[Pixel]) {
        (**self).row(y, pixels);
    }
}

/// Keeps them all.
impl TakesRows for Vec<u8> {
    fn row(&mut self, _y: u32, pixels: &[Pixel]) {
        self.extend_from_slice(pixels.as_flattened());
    }
}
