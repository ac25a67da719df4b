//! Workbooks that are no `.xlsx`: OpenDocument, binary ones, those up to Excel 2003.

use std::io::{Cursor, Write as _};

use carddesk::customers::{Choice, Doubt, NotAList, read_file};
use zip::write::SimpleFileOptions;

use super::books::{archive, doubts, open, relations};
use super::{assert_adds_up, list, numbers, refusal, with_column};

/// What a spreadsheet program saved: a number with leading zeros, one in thousands, one in groups; a
/// hidden row, column and sheet.
#[test]
fn old_and_open_workbooks_are_read_as_they_are_shown() {
    let xls = include_bytes!("samples/customers.xls").as_slice();
    let ods = include_bytes!("samples/customers.ods").as_slice();
    for book in [xls, ods] {
        let list = list(book);
        assert_eq!(numbers(&list), ["0012345", "0012"]);
        let told = [(4, Doubt::Hidden), (5, Doubt::Format), (7, Doubt::Unlike)];
        assert_eq!(doubts(&list), told);
        assert_eq!(list.doubtful[2].number.as_str(), "123-456", "in groups, as it is shown");
        let column = list.column.clone().unwrap();
        assert_eq!((column.sheet.as_deref(), column.is_hidden), (Some("Клиенты"), false));
        assert_adds_up(&list, 8);
        assert!(with_column(book, "Сегмент").column.unwrap().is_hidden);
    }
    // Every byte may be another one; nothing panics or vanishes.
    for at in (0..xls.len()).step_by(97) {
        let mut spoiled = xls.to_vec();
        spoiled[at] ^= 0xff;
        let _read = read_file(&spoiled, &Choice::default());
    }
}

pub(super) fn ods(rows: &str) -> Vec<u8> {
    let content = flat(rows);
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A workbook as one file of XML, which is the content of an archive as well.
fn flat(rows: &str) -> String {
    let name = |name: &str| format!("urn:oasis:names:tc:opendocument:xmlns:{name}:1.0");
    format!(
        "<?xml version='1.0'?><office:document xmlns:office='{}' xmlns:table='{}' xmlns:text='{}' \
         office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:body>\
         <office:spreadsheet><table:tracked-changes><table:table-cell><text:p>9</text:p>\
         </table:table-cell></table:tracked-changes><table:table table:name='S'><table:table-row>\
         <table:table-cell office:value-type='string'><text:p>customer</text:p></table:table-cell>\
         </table:table-row>{rows}</table:table></office:spreadsheet></office:body></office:document>",
        name("office"),
        name("table"),
        name("text")
    )
}

#[test]
fn open_cells_give_what_they_show() {
    let cell = |attributes: &str, text: &str| {
        format!(
            "<table:table-row><table:table-cell {attributes}><office:annotation><text:p>note\
             </text:p></office:annotation>{text}</table:table-cell></table:table-row>"
        )
    };
    let p = |text: &str| format!("<text:p>{text}</text:p>");
    let body = [
        cell("office:value-type='float' office:value='12'", &p("0012")),
        cell("office:value-type='float' office:value='1003'", &p("1 003,00")),
        cell("office:value-type='float' office:value='1004'", &p("")),
        cell("office:value-type='percentage' office:value='12'", &p("1200%")),
        cell("office:value-type='date' office:date-value='2026-02-01'", &p("2026")),
        cell("table:formula='of:=B2'", ""),
        cell("office:value-type='string'", "<text:p>A<text:s/><text:span>8</text:span></text:p>"),
        "<table:table-row table:visibility='filter'><table:table-cell office:value-type='string'>\
         <text:p>1009</text:p></table:table-cell></table:table-row>"
            .to_owned(),
        "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>"
            .to_owned(),
    ]
    .concat();
    for book in [ods(&body), flat(&body).into_bytes()] {
        let list = list(&book);
        assert_eq!(numbers(&list), ["0012", "1003"]);
        let told = [
            (4, Doubt::Format),
            (5, Doubt::Format),
            (6, Doubt::Date),
            (8, Doubt::Unlike),
            (9, Doubt::Hidden),
        ];
        assert_eq!((doubts(&list), open(&list)), (told.to_vec(), vec![7]));
        assert_eq!(list.doubtful[3].number.as_str(), "A 8", "with the blank that is an element");
        assert_adds_up(&list, 9);
    }
}

#[test]
fn an_archive_that_lies_about_its_size_or_is_locked_is_refused() {
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    for _ in 0..300 {
        bomb.write_all(&[b' '; 1024 * 1024]).unwrap();
    }
    let mut bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 1_000_000, "{}", bomb.len());
    assert!(matches!(refusal(&bomb), NotAList::TooManyCells { .. }));
    // The directory at the end says how long the part is: now a hundred bytes.
    let said = (300_u32 * 1024 * 1024).to_le_bytes();
    let places: Vec<usize> = (0..bomb.len() - 4).filter(|at| bomb[*at..*at + 4] == said).collect();
    for at in places {
        bomb[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(refusal(&bomb), NotAList::Workbook { .. }));
    let locked = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"\x01\x02\x03"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
    ]);
    assert_eq!(refusal(&locked), NotAList::Protected);
}

/// A record of a binary workbook.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = match kind {
        0..=0x7f => vec![kind as u8],
        _ => vec![(kind & 0x7f) as u8 | 0x80, (kind >> 7) as u8],
    };
    bytes.push(data.len() as u8);
    bytes.extend(data);
    bytes
}

fn wide(text: &str) -> Vec<u8> {
    let letters: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = (letters.len() as u32).to_le_bytes().to_vec();
    bytes.extend(letters.into_iter().flat_map(u16::to_le_bytes));
    bytes
}

fn long(number: u32) -> [u8; 4] {
    number.to_le_bytes()
}

/// A binary workbook of one sheet, with the records of its rows.
fn binary(rows: &[Vec<u8>]) -> Vec<u8> {
    let sheet_name = [&long(0)[..], &long(1), &wide("r1"), &wide("S")].concat();
    let book = [
        record(131, &[]),
        record(143, &[]),
        record(156, &sheet_name),
        record(144, &[]),
        record(132, &[]),
    ];
    let format = [&200_u16.to_le_bytes()[..], &wide("0000000")].concat();
    let style = |format: u16| record(47, &[&[0, 0][..], &format.to_le_bytes(), &[0; 12]].concat());
    let styles = [
        record(615, &long(1)),
        record(44, &format),
        record(616, &[]),
        record(617, &long(2)),
        style(0),
        style(200),
        record(618, &[]),
    ];
    let begin = [
        record(129, &[]),
        record(148, &[long(0), long(2), long(0), long(0)].concat()),
        record(145, &[]),
    ];
    let end = [record(146, &[]), record(130, &[])];
    let sheet = [begin.concat(), rows.concat(), end.concat()].concat();
    archive(&[
        ("_rels/.rels", relations(&[("r1", "officeDocument", "xl/workbook.bin")]).as_bytes()),
        (
            "xl/_rels/workbook.bin.rels",
            relations(&[
                ("r1", "worksheet", "worksheets/sheet1.bin"),
                ("r2", "styles", "styles.bin"),
            ])
            .as_bytes(),
        ),
        ("xl/workbook.bin", &book.concat()),
        ("xl/styles.bin", &styles.concat()),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}

/// The beginning of a row of a binary workbook.
fn row(row: u32, hidden: bool) -> Vec<u8> {
    let flags = if hidden { 0x10 } else { 0 };
    record(0, &[&long(row)[..], &long(0), &[0, 0, 0, flags, 0], &long(0)].concat())
}

fn number(style: u32, value: f64) -> Vec<u8> {
    record(5, &[&long(0)[..], &long(style), &value.to_le_bytes()].concat())
}

fn text(text: &str) -> Vec<u8> {
    record(6, &[&long(0)[..], &long(0), &wide(text)].concat())
}

#[test]
fn binary_workbooks_are_read_as_they_are_shown() {
    let rows = [
        row(0, false),
        text("customer"),
        row(1, false),
        number(1, 12345.0),
        row(2, true),
        number(0, 1002.0),
    ];
    let list = list(&binary(&rows));
    assert_eq!((numbers(&list), doubts(&list)), (vec!["0012345"], vec![(3, Doubt::Hidden)]));
    assert_adds_up(&list, 3);
}

#[test]
fn a_binary_cell_that_shows_an_error_is_refused_by_line() {
    let error = |kind: u16, code: u8| record(kind, &[&long(0)[..], &long(0), &[code]].concat());
    let mut rows = vec![row(0, false), text("customer")];
    // As a value and as the result of a formula; codes that are known, and others.
    let cells = [(3, 0x2a), (3, 0x2b), (3, 0x2c), (3, 0xff), (11, 0x07), (11, 0x30)];
    for (place, (kind, code)) in cells.into_iter().enumerate() {
        rows.extend([row(place as u32 + 1, false), error(kind, code)]);
    }
    rows.extend([row(7, false), number(0, 1003.0)]);
    let list = list(&binary(&rows));
    let refused: Vec<(u64, &str)> =
        list.refused.iter().map(|row| (row.line, row.value.as_str())).collect();
    let known = [(2, "#N/A"), (3, "#GETTING_DATA"), (4, "#ERROR!"), (5, "#ERROR!")];
    assert_eq!(refused[..4], known);
    assert_eq!(refused[4..], [(6, "#DIV/0!"), (7, "#ERROR!")]);
    assert_eq!(numbers(&list), ["1003"]);
    assert_adds_up(&list, 8);
}
