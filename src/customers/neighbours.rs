//! What the cells of a column tell of one among them.

use std::collections::BTreeMap;

use super::alike::Alike;
use super::doubt::Doubt;
use super::form::{is_packed_date, of_cell};
use super::kinds;
use super::meaning::{ColumnMeaning, is_no_value};
use super::number::{all_digits, is_id};

/// Forms of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Digits,
    /// Digits with letters, hyphens and the like.
    Code,
    /// An address of mail.
    Mail,
    /// Something with a digit and blanks or other signs.
    Other,
    /// Letters alone.
    Letters,
}

impl Form {
    const ALL: [Self; 5] = [Self::Digits, Self::Code, Self::Mail, Self::Other, Self::Letters];

    fn of(cell: &str) -> Self {
        let mail = cell.split_once('@').is_some_and(|(_, host)| host.contains('.'));
        match cell {
            cell if all_digits(cell) => Self::Digits,
            cell if mail && !cell.contains(char::is_whitespace) => Self::Mail,
            cell if is_id(cell) => Self::Code,
            cell if cell.contains(char::is_numeric) => Self::Other,
            _ => Self::Letters,
        }
    }
}

/// What the neighbours tell: those of a column.
#[derive(Debug, Clone, Default)]
pub(super) struct Neighbours {
    /// Digits of those that begin with a zero, where all have as many.
    zeros: Option<usize>,
    /// How many digits nearly all have.
    digits: Option<usize>,
    /// What nearly all codes begin with, up to their first digit.
    head: Option<String>,
    /// How many there are of each form, in the order of [`Form::ALL`].
    forms: [usize; Form::ALL.len()],
    /// Numbers with a hyphen between them, and those of them that may be ranges.
    pairs: usize,
    ranges: usize,
    /// What nearly all are, where that is plain.
    alike: Option<Alike>,
    /// How many plain numbers there are of each length.
    lengths: BTreeMap<usize, usize>,
    /// Whether their column is named as one that may be theirs.
    is_named: bool,
    /// Whether numbers may be addresses of mail: their column is named.
    may_be_mail: bool,
    /// Whether numbers may be letters alone: their column is named as one of customers' numbers, and
    /// all are codes of small or of capital letters.
    may_be_letters: bool,
    /// Whether numbers may have blanks: their column is named as one of customers, and most cells
    /// that are no plain numbers look like that.
    may_have_blanks: bool,
}

/// Cells beside which another form is odd.
const MANY: usize = 3;
/// Letters that codes of letters alone have at most.
const MOST_LETTERS: usize = 12;

impl Neighbours {
    /// `means` is what the name of their column says.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>, means: ColumnMeaning) -> Self {
        let is_named = means.may_be_theirs();
        let mut all = Self {
            may_be_letters: means == ColumnMeaning::CustomerNumber,
            may_be_mail: means != ColumnMeaning::Unknown,
            is_named,
            ..Self::default()
        };
        let (mut zeros, mut lengths, mut heads) = (Vec::new(), Vec::new(), Vec::new());
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        all.alike = Alike::of(&cells, means);
        for cell in cells {
            let form = Form::of(cell);
            all.forms[form as usize] += 1;
            all.may_be_letters &= form == Form::Letters && is_code_of_letters(cell);
            if form == Form::Code {
                heads.push(head(cell));
                all.pairs += usize::from(kinds::pair(cell).is_some());
                all.ranges += usize::from(kinds::may_be_range(cell));
            }
            if form == Form::Digits {
                lengths.push(cell.len());
                *all.lengths.entry(cell.len()).or_default() += 1;
                if cell.len() > 1 && cell.starts_with('0') {
                    zeros.push(cell.len());
                }
            }
        }
        let others = all.of_form(Form::Other);
        all.may_have_blanks = is_named && all.of_form(Form::Letters) * 4 <= others;
        let first = zeros.first().copied();
        all.zeros = first.filter(|first| zeros.iter().all(|length| length == first));
        all.digits = usual(lengths);
        all.head = usual(heads).filter(|head| !head.is_empty()).map(str::to_owned);
        all
    }

    /// The same where a person chose the column: who says that telephones are customers' numbers
    /// means it.
    pub(super) fn chosen(self) -> Self {
        Self { alike: self.alike.filter(|alike| *alike == Alike::Exponent), ..self }
    }

    /// What a cell among them tells.
    pub(super) fn doubt(&self, cell: &str) -> Option<Doubt> {
        if !cell.contains(char::is_alphanumeric) {
            return Some(Doubt::Sign);
        }
        if is_no_value(cell) {
            return Some(Doubt::Word);
        }
        let form = Form::of(cell);
        if form == Form::Mail {
            let others = self.forms.iter().sum::<usize>() - self.of_form(Form::Mail);
            let of_mail = (!self.may_be_mail).then_some(Doubt::Mail);
            return if others > 0 { Some(Doubt::Unlike) } else { of_mail };
        }
        // Where most ascend they are ranges; codes do by chance.
        if kinds::may_be_range(cell) && self.ranges * 3 >= self.pairs * 2 {
            return Some(Doubt::Range);
        }
        if let Some(doubt) = of_cell(cell) {
            return Some(doubt);
        }
        if let Some(alike) = self.alike.filter(|alike| alike.fits(cell)) {
            return Some(alike.doubt());
        }
        if is_packed_date(cell) && !(self.is_named && self.are_like(cell)) {
            return Some(Doubt::Date);
        }
        let (digits, codes) = (self.of_form(Form::Digits), self.of_form(Form::Code));
        if form == Form::Other && cell.contains(char::is_whitespace) && !self.may_have_blanks {
            return Some(Doubt::Word);
        }
        let is_few = |these: usize, others: usize| others >= MANY && others >= 2 * these;
        let is_odd = match form {
            Form::Letters => return (!self.may_be_letters).then_some(Doubt::Word),
            Form::Mail => false,
            Form::Digits => {
                is_few(digits, codes) || self.digits.is_some_and(|usual| cell.len() + 1 < usual)
            }
            Form::Code => {
                let is_word = head(cell).chars().filter(|c| c.is_alphabetic()).count() >= MANY;
                is_few(codes, digits)
                    || is_word && digits > 0
                    || self.head.as_deref().is_some_and(|usual| head(cell) != usual)
            }
            Form::Other => digits + codes > self.of_form(Form::Other),
        };
        let short = self.zeros.is_some_and(|zeros| cell.len() < zeros);
        if short && form == Form::Digits && !cell.starts_with('0') {
            return Some(Doubt::Zeros);
        }
        is_odd.then_some(Doubt::Unlike)
    }

    /// Whether most others are plain numbers, and as long.
    fn are_like(&self, cell: &str) -> bool {
        let all: usize = self.forms.iter().sum();
        let alike = self.lengths.get(&cell.len()).copied().unwrap_or_default();
        all < 2 || alike.saturating_sub(1) * 2 > all - 1
    }

    fn of_form(&self, form: Form) -> usize {
        self.forms[form as usize]
    }
}

/// What a code begins with, up to its first digit.
fn head(cell: &str) -> &str {
    cell.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default()
}

/// What two thirds of these have in common, where they are many.
fn usual<T: Ord>(mut these: Vec<T>) -> Option<T> {
    these.sort_unstable();
    let all = these.len();
    let middle = these.get(all / 2)?;
    let same = these.iter().filter(|one| *one == middle).count();
    let is_usual = same > MANY && same * 3 >= all * 2;
    is_usual.then(|| these.swap_remove(all / 2))
}

/// `ABC`, `anna-k`: no blanks, and small or capital letters alone, unlike a name.
fn is_code_of_letters(cell: &str) -> bool {
    let letters = || cell.chars().filter(|c| c.is_alphabetic());
    let fits = cell.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '_' | '.'));
    let is_one_case = letters().all(char::is_lowercase) || letters().all(char::is_uppercase);
    fits && is_one_case && letters().count() <= MOST_LETTERS
}
