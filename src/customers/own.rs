//! Tables that this program wrote: the findings of a batch, the journal's removals. They are read
//! back exactly, whatever a customer's number looks like.

use crate::domain::cell::{protect_id, unprotect};

use super::table::{Row, Table};

/// How the headers of our tables begin.
const HEADERS: [[&str; 4]; 2] = [
    ["severity", "rule", "message", "customer"],
    ["removal", "started_utc", "ended_utc", "outcome"],
];
/// The column of customers in all of them.
const CUSTOMER: &str = "customer";

/// What separates the cells, by the header's line.
pub(super) fn separator(line: &str) -> Option<char> {
    let line = line.trim_start_matches('\u{feff}');
    HEADERS.iter().find_map(|header| {
        let separator = line.strip_prefix(header[0])?.chars().next()?;
        line.starts_with(&header.join(&separator.to_string())).then_some(separator)
    })
}

/// The column of customers, where the table is one of ours.
pub(super) fn column(table: &Table) -> Option<usize> {
    let header = &table.rows.first()?.cells;
    HEADERS.iter().find(|names| header.iter().map(String::as_str).take(4).eq(**names))?;
    header.iter().position(|name| name == CUSTOMER)
}

/// Whether this program wrote the row: a spreadsheet has not changed the cell, and nobody has added
/// the row below.
pub(super) fn is_ours(row: &Row, column: usize) -> bool {
    let cell = row.cell(column);
    let begins = !row.cell(0).is_empty() && !row.cell(1).is_empty();
    begins && !cell.is_empty() && protect_id(unprotect(cell)) == cell
}
