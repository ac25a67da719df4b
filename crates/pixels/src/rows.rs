//! Pictures row by row: while a row is at hand, all that is wanted of it is taken.

/// RGBA, not premultiplied.
pub type Pixel = [u8; 4];

/// A row of a picture.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// From the top.
    pub y: u32,
    /// From the left.
    pub pixels: &'a [Pixel],
    /// Whether all of its pixels are.
    pub is_opaque: bool,
}

impl<'a> Row<'a> {
    /// A row of a picture that has alpha.
    pub fn new(y: u32, pixels: &'a [Pixel]) -> Self {
        let common = pixels.iter().fold(u32::MAX, |all, pixel| all & u32::from_le_bytes(*pixel));
        Self { y, pixels, is_opaque: common >> 24 == u32::from(u8::MAX) }
    }

    /// A row of a picture that has none.
    pub fn opaque(y: u32, pixels: &'a [Pixel]) -> Self {
        Self { y, pixels, is_opaque: true }
    }
}

/// The nearest whole number of one that is not below 0 and below 2^22. Conversions that must look
/// at whatever a number may be are not done many at a time; this is.
#[inline(always)]
pub(crate) fn rounded(number: f32) -> u32 {
    const WHOLE: f32 = (1 << 23) as f32;
    (number + WHOLE).to_bits() - WHOLE.to_bits()
}

/// Something that is given the rows of a picture, all of them, from the top.
pub trait TakesRows {
    /// The next row.
    fn row(&mut self, row: Row<'_>);
}

/// Both take them.
impl<A: TakesRows, B: TakesRows> TakesRows for (A, B) {
    fn row(&mut self, row: Row<'_>) {
        self.0.row(row);
        self.1.row(row);
    }
}

impl<T: TakesRows> TakesRows for &mut T {
    fn row(&mut self, row: Row<'_>) {
        (**self).row(row);
    }
}

/// Keeps them all.
impl TakesRows for Vec<u8> {
    fn row(&mut self, row: Row<'_>) {
        self.extend_from_slice(row.pixels.as_flattened());
    }
}
