//! What all cells of a column are where that is plain by all of them, and not by one alone: numbers of
//! telephones, tax numbers, numbers to base 16.

use super::doubt::Doubt;
use super::meaning::ColumnMeaning;
use super::number::all_digits;

/// Cells that are needed to tell.
const FEWEST: usize = 2;
/// Digits that a number to base 16 has at least.
const HEX_DIGITS: usize = 4;

/// What nearly all cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alike {
    Phone,
    TaxNumber,
    /// `FF00AA`.
    Hex,
    /// `1e10`.
    Exponent,
}

impl Alike {
    /// What these cells are. Whoever calls a column one of customers may know them by their telephones.
    pub(super) fn of(cells: &[&str], means: ColumnMeaning) -> Option<Self> {
        let is_named = means.may_be_theirs();
        let all: &[Self] = match is_named {
            true => &[Self::Exponent],
            false => &[Self::Exponent, Self::Phone, Self::TaxNumber, Self::Hex],
        };
        all.iter().copied().find(|alike| {
            let count = cells.iter().filter(|cell| alike.fits(cell)).count();
            count >= FEWEST && count * 10 >= cells.len() * 9 && alike.is_plain(cells)
        })
    }

    /// Whether a cell is one of them.
    pub(super) fn fits(self, cell: &str) -> bool {
        match self {
            Self::Phone => is_phone(cell),
            Self::TaxNumber => is_tax_number(cell),
            Self::Hex => is_hex(cell),
            Self::Exponent => {
                cell.split_once(['e', 'E']).is_some_and(|(a, b)| all_digits(a) && all_digits(b))
            }
        }
    }

    /// Codes such as `A1001` have digits of base 16 alone by chance: letters amid digits tell.
    fn is_plain(self, cells: &[&str]) -> bool {
        if self != Self::Hex {
            return true;
        }
        let turns = |cell: &str| {
            let kinds: Vec<bool> = cell.bytes().map(|byte| byte.is_ascii_digit()).collect();
            kinds.windows(2).filter(|two| two[0] != two[1]).count()
        };
        let mixed = cells.iter().filter(|cell| turns(cell) > 1).count();
        let lengths = || cells.iter().filter(|cell| self.fits(cell)).map(|cell| cell.len());
        mixed * 2 >= cells.len() && lengths().max() == lengths().min()
    }

    pub(super) fn doubt(self) -> Doubt {
        match self {
            Self::Phone => Doubt::Phone,
            Self::TaxNumber => Doubt::TaxNumber,
            Self::Hex => Doubt::Hex,
            Self::Exponent => Doubt::Exponent,
        }
    }
}

/// `+375291234567`, `8029…`, `7-900-…`: of the region, or with the sign of a country's code.
fn is_phone(cell: &str) -> bool {
    let bare: String = cell.chars().filter(|c| !matches!(c, '-' | '.' | ' ' | '\u{a0}')).collect();
    let digits = bare.strip_prefix('+').unwrap_or(&bare);
    if !all_digits(digits) {
        return false;
    }
    if digits.len() < bare.len() {
        return (10..=15).contains(&digits.len());
    }
    let begins = |all: &[&str]| all.iter().any(|begin| digits.starts_with(begin));
    match digits.len() {
        // Belarus, within the country; Russia and Kazakhstan.
        11 => begins(&["8017", "8025", "8029", "8033", "8044", "79", "89", "77", "87", "74", "84"]),
        12 => begins(&["375", "380", "998", "996", "995", "994", "992"]),
        _ => false,
    }
}

/// A number under which a state knows a payer of taxes, by its check digits: INN of Russia, UNP of
/// Belarus, BIN and IIN of Kazakhstan, NIP of Poland.
fn is_tax_number(cell: &str) -> bool {
    let digits: Option<Vec<u32>> = cell.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits else { return false };
    let rest = |weights: &[u32]| -> u32 {
        weights.iter().zip(&digits).map(|(weight, digit)| weight * digit).sum::<u32>() % 11
    };
    let is = |place: usize, check: u32| digits.get(place) == Some(&check);
    match digits.len() {
        9 => is(8, rest(&[29, 23, 19, 17, 13, 7, 5, 3])),
        10 => {
            is(9, rest(&[2, 4, 10, 3, 5, 9, 4, 6, 8]) % 10)
                || is(9, rest(&[6, 5, 7, 2, 3, 4, 5, 6, 7]))
        }
        12 => {
            let russian = is(10, rest(&[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 10)
                && is(11, rest(&[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 10);
            let first = rest(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
            let second = || rest(&[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
            russian || is(11, if first == 10 { second() } else { first })
        }
        _ => false,
    }
}

/// A number to base 16, without the letters that begin a code.
fn is_hex(cell: &str) -> bool {
    cell.len() >= HEX_DIGITS && cell.bytes().all(|byte| byte.is_ascii_hexdigit())
}
