//! Which column holds the customers' numbers.

use super::header;
use super::meaning::{ColumnMeaning, folded, is_total, meaning, numbers_rows};
use super::number::{all_digits, most_digits};
use super::own;
use super::profile::{Looks, is_other, looks};
use super::reading::SeenColumn;
use super::subject::{self, Tells};
use super::table::{Row, Table};

/// Characters of a sample.
const SAMPLE_CHARS: usize = 40;
/// Columns that are told.
const TOLD: usize = 64;

/// A table with its header found.
pub(super) struct Columns<'a> {
    table: &'a Table,
    /// The row that names the columns.
    pub(super) header: Option<usize>,
    /// Whether a name in it is known.
    is_known: bool,
}

/// What the columns say of themselves.
struct Column {
    place: usize,
    means: ColumnMeaning,
    looks: Looks,
}

impl<'a> Columns<'a> {
    pub(super) fn of(table: &'a Table) -> Self {
        let own = own::column(table).map(|_| 0);
        let known = own.or_else(|| header::found(table));
        let header = known.or_else(|| header::guessed(table));
        Self { table, header, is_known: known.is_some() }
    }

    /// Rows that are not above the header, nor it; those of one cell in a wide table say nothing of
    /// its columns.
    fn body(&self) -> Vec<&'a Row> {
        let begin = self.header.map_or(0, |row| row + 1);
        let wide = self.table.is_wide();
        let rows = self.table.rows.iter().skip(begin).filter(|row| row.quote.is_none());
        let rows = rows.filter(|row| !row.is_ruling());
        let rows = rows.filter(|row| !wide || row.filled().count() > 1);
        rows.filter(|row| !row.filled().any(|(_, cell)| is_total(cell))).collect()
    }

    pub(super) fn name(&self, column: usize) -> Option<&'a str> {
        let name = self.table.rows.get(self.header?)?.cell(column);
        (!name.is_empty()).then_some(name)
    }

    fn columns(&self, body: &[&Row]) -> Vec<Column> {
        let column = |place| Column {
            place,
            means: self.name(place).map_or(ColumnMeaning::Unknown, meaning),
            looks: looks(body, place),
        };
        let all = (0..self.table.width()).map(column);
        all.filter(|column| column.looks != Looks::Empty || self.name(column.place).is_some())
            .collect()
    }

    /// The column that plainly holds the numbers; `None` where a person has to say.
    pub(super) fn plain(&self) -> Option<usize> {
        if let Some(own) = own::column(self.table) {
            return Some(own);
        }
        let body = self.body();
        let columns = self.columns(&body);
        let likely = self.likely(&columns)?;
        if columns.iter().any(|c| c.place == likely && c.means.is_of_customers()) {
            return Some(likely);
        }
        let is_asked = self.is_of_others(&body, &columns, likely)
            || Self::is_beside_numbers(&body, &columns, likely)
            || self.counts_rows(&body, &columns, likely);
        (!is_asked).then_some(likely)
    }

    /// Whether the cells beside, in a column without a known name, hold numbers that are no shorter:
    /// `10021 Ivanov` beside `12`.
    fn is_beside_numbers(body: &[&Row], columns: &[Column], likely: usize) -> bool {
        let unknown = |c: &&Column| c.place != likely && c.means == ColumnMeaning::Unknown;
        columns.iter().filter(unknown).any(|column| {
            let rows = body.iter().filter(|row| !row.cell(column.place).is_empty());
            let both = rows.clone().filter(|row| {
                let beside = row.cell(column.place);
                let number = row.cell(likely);
                all_digits(number) && most_digits(beside) >= number.len() && !is_other(beside)
            });
            both.count() * 2 > rows.count()
        })
    }

    /// Whether the column counts the rows beside names or words: 1, 2, 3 under `№`.
    fn counts_rows(&self, body: &[&Row], columns: &[Column], likely: usize) -> bool {
        let is_of_rows = self.name(likely).is_none_or(numbers_rows);
        let has_words = columns.iter().any(|column| {
            let is_told =
                matches!(column.looks, Looks::Words) || column.means == ColumnMeaning::Name;
            column.place != likely && is_told
        });
        let number = |cell: &str| cell.trim_end_matches(['.', ')']).parse::<usize>().ok();
        let mut cells = body.iter().map(|row| row.cell(likely)).filter(|cell| !cell.is_empty());
        let (mut last, most) = (0, self.table.rows.len());
        let counts = cells.all(|cell| {
            // A row with nothing else in it is none of the body.
            let before = std::mem::replace(&mut last, number(cell).unwrap_or_default());
            before < last && last <= most && (before > 0 || last == 1)
        });
        is_of_rows && has_words && counts && last > 0
    }

    /// Whether the rows are of something else than customers, as all columns but one tell: the
    /// number of a document, of an article, of an order.
    fn is_of_others(&self, body: &[&Row], columns: &[Column], likely: usize) -> bool {
        let others = columns.iter().filter(|column| column.place != likely);
        subject::is_of_others(
            others
                .map(|column| Tells::of(self.name(column.place), column.means, body, column.place)),
        )
    }

    /// The column that seems to hold the numbers, by what it is called and looks like.
    fn likely(&self, columns: &[Column]) -> Option<usize> {
        if let [only] = columns {
            let is_other = matches!(only.means, ColumnMeaning::Name | ColumnMeaning::Other);
            return (!is_other).then_some(only.place);
        }
        let named: Vec<&Column> =
            columns.iter().filter(|c| c.means == ColumnMeaning::CustomerNumber).collect();
        let ids = |column: &&&Column| column.looks == Looks::Ids;
        match named.as_slice() {
            [] => {}
            [only] => {
                // A column of numbers that is called so; one of words only where no other has any.
                let other = columns.iter().any(|c| {
                    c.place != only.place
                        && c.looks == Looks::Ids
                        && !matches!(c.means, ColumnMeaning::Other | ColumnMeaning::Name)
                });
                let fits = !matches!(only.looks, Looks::Words | Looks::Other);
                return (fits || !other).then_some(only.place);
            }
            several => return one(several.iter().filter(ids).map(|column| column.place)),
        }
        if !self.is_known {
            // No header, or one without a known name: numbers beside words are plain.
            return self.header.is_none().then(|| unnamed(columns)).flatten();
        }
        let about = |means: &[ColumnMeaning], all: &[Looks]| -> Vec<usize> {
            let fits = |c: &&Column| means.contains(&c.means) && all.contains(&c.looks);
            columns.iter().filter(fits).map(|column| column.place).collect()
        };
        let candidates = about(&[ColumnMeaning::Customer, ColumnMeaning::Number], &[Looks::Ids]);
        if !candidates.is_empty() {
            return one(candidates.into_iter());
        }
        // Numbers in a column of an unknown name may be theirs.
        if !about(&[ColumnMeaning::Unknown], &[Looks::Ids]).is_empty() {
            return None;
        }
        // Words alone are names more often than numbers.
        let lesser = [Looks::Mixed, Looks::Counted, Looks::Other, Looks::Empty];
        let of_customers = about(&[ColumnMeaning::Customer], &lesser);
        if !of_customers.is_empty() {
            return one(of_customers.into_iter());
        }
        // Beside a column of names, numbers counted from 1 may be those of the rows.
        let has_names =
            !about(&[ColumnMeaning::Customer, ColumnMeaning::Unknown], &[Looks::Words]).is_empty();
        one(about(&[ColumnMeaning::Number], &lesser).into_iter()).filter(|_| !has_names)
    }

    /// The column that a person named: by its place from 1, or by its name.
    pub(super) fn wanted(&mut self, wanted: &str) -> Option<usize> {
        let width = self.table.width();
        let place = wanted.trim().parse::<usize>().ok().and_then(|place| place.checked_sub(1));
        if let Some(place) = place.filter(|place| *place < width) {
            return Some(place);
        }
        let rows = self.header.into_iter().chain(0..self.table.rows.len().min(40));
        for row in rows {
            let found = |same: &dyn Fn(&str) -> bool| {
                self.table.rows[row].filled().find(|(_, cell)| same(cell)).map(|(place, _)| place)
            };
            let name = folded(wanted);
            let exact = found(&|cell| cell == wanted.trim());
            let place = exact.or_else(|| found(&|cell| !name.is_empty() && folded(cell) == name));
            if let Some(place) = place {
                self.header = Some(row);
                return Some(place);
            }
        }
        None
    }

    /// The columns that say something, as a person is asked about them.
    pub(super) fn seen(&self) -> Vec<SeenColumn> {
        let body = self.body();
        let seen = |column: Column| SeenColumn {
            place: column.place + 1,
            name: self.name(column.place).map(super::list::shown),
            sample: body
                .iter()
                .map(|row| row.cell(column.place))
                .find(|cell| !cell.is_empty())
                .map(sample)
                .unwrap_or_default(),
            is_hidden: self.table.notes.is_hidden(column.place),
        };
        self.columns(&body).into_iter().take(TOLD).map(seen).collect()
    }

    /// What tables of this shape have in common: the names of their columns, or how many there are.
    pub(super) fn shape(&self) -> String {
        match self.header {
            None => format!("{} columns", self.table.width()),
            Some(row) => {
                let names = self.table.rows[row].cells.iter().map(|cell| folded(cell));
                names.collect::<Vec<_>>().join("|")
            }
        }
    }
}

/// Without names: the only column of numbers.
fn unnamed(columns: &[Column]) -> Option<usize> {
    let of = |looks: Looks| columns.iter().filter(move |c| c.looks == looks).map(|c| c.place);
    one(of(Looks::Ids))
}

fn one(mut places: impl Iterator<Item = usize>) -> Option<usize> {
    let first = places.next();
    first.filter(|_| places.next().is_none())
}

fn sample(cell: &str) -> String {
    super::list::cut(cell, SAMPLE_CHARS)
}
