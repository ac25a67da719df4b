//! Workbooks as other programs write them: formulas without results, hidden rows, number formats.

use std::io::{Cursor, Write as _};

use carddesk::customers::{Choice, CustomerList, Doubt, NotAList, Reading, RowError, read_file};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;

use super::{assert_adds_up, list, numbers, question, refusal};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

pub(super) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The list of parts that one part points to: identifier, kind, address.
pub(super) fn relations(all: &[(&str, &str, &str)]) -> String {
    let told = all.iter().map(|(id, kind, target)| {
        format!("<Relationship Id='{id}' Type='{OFFICE}/{kind}' Target='{target}'/>")
    });
    format!("<Relationships xmlns='{PACKAGE}'>{}</Relationships>", told.collect::<String>())
}

/// A workbook of one sheet, the XML of which is given; `book` is added to the workbook's own.
fn xlsx(namespace: &str, sheet: &str, book: &str) -> Vec<u8> {
    let book = format!(
        "<workbook xmlns='{namespace}' xmlns:r='{OFFICE}'><sheets>\
         <sheet name='S' sheetId='1' r:id='r1'/></sheets>{book}</workbook>"
    );
    archive(&[
        ("_rels/.rels", relations(&[("r1", "officeDocument", "/xl/workbook.xml")]).as_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[("r1", "worksheet", "/xl/worksheets/sheet1.xml")]).as_bytes(),
        ),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn rows(rows: &str) -> Vec<u8> {
    let head = "<row r='1'><c r='A1' t='inlineStr'><is><t>customer</t></is></c></row>";
    let sheet =
        format!("<worksheet xmlns='{MAIN}'><sheetData>{head}{rows}</sheetData></worksheet>");
    xlsx(MAIN, &sheet, "")
}

pub(super) fn doubts(list: &CustomerList) -> Vec<(u64, Doubt)> {
    list.doubtful.iter().map(|row| (row.line, row.doubt)).collect()
}

/// Lines of formulas whose results are missing.
pub(super) fn open(list: &CustomerList) -> Vec<u64> {
    let open = list.refused.iter().filter(|row| row.error == RowError::NoResult);
    open.map(|row| row.line).collect()
}

#[test]
fn formulas_without_a_result_are_refused_by_line() {
    let book = rows(
        "<row r='2'><c r='A2'><f>B2&amp;\"x y z\"</f><v/></c></row>\
         <row r='3'><c r='A3'><f>B3</f></c></row>\
         <row r='4'><c r='A4' t='str'><f>B4</f></c></row>\
         <row r='5'><c r='A5' t='str'><f>B5</f><v>0012</v></c></row>\
         <row r='6'><c r='A6'><f t='shared' ref='A6:A7' si='0'>B6</f><v>1003</v></c></row>\
         <row r='7'><c r='A7'><f t='shared' si='0'/></c></row>\
         <row r='8'><c r='A8'><f t='array' ref='A8:A10'>B8:B10</f></c></row>\
         <row r='9'><c r='A9'/></row>\
         <row r='11'><c r='A11' t='str'><f>\"\"</f><v></v></c></row>\
         <row r='12'><c r='A12'><v>1004</v></c></row>",
    );
    let list = list(&book);
    assert_eq!(numbers(&list), ["0012", "1003", "1004"]);
    assert_eq!(open(&list), [2, 3, 4, 7, 8, 9, 10]);
    assert_eq!(list.refused[0].value, "=B2&\"x y z\"");
    assert_adds_up(&list, 12);
    assert_eq!(list.counts().blank, 1);
}

#[test]
fn a_zero_is_no_result_where_all_is_to_be_calculated_anew() {
    let sheet = format!(
        "<worksheet xmlns='{MAIN}'><sheetData><row><c t='inlineStr'><is><t>customer</t></is></c></row>\
         <row><c><f>B2</f><v>0</v></c></row><row><c><f>B3</f><v>1003</v></c></row></sheetData>\
         </worksheet>"
    );
    let stale = list(&xlsx(MAIN, &sheet, "<calcPr fullCalcOnLoad='1'/>"));
    assert_eq!((numbers(&stale), open(&stale)), (vec!["1003"], vec![2]));
    let sound = list(&xlsx(MAIN, &sheet, "<calcPr/>"));
    assert_eq!((numbers(&sound), doubts(&sound)), (vec!["1003"], vec![(2, Doubt::Nothing)]));
}

#[test]
fn results_of_every_kind_are_read_or_told() {
    let list = list(&rows(
        "<row r='2'><c r='A2' t='b'><f>TRUE()</f><v>1</v></c></row>\
         <row r='3'><c r='A3' t='e'><f>NA()</f><v>#N/A</v></c></row>\
         <row r='4'><c r='A4' t='d'><v>2026-02-01T00:00:00</v></c></row>\
         <row r='5'><c r='A5' t='inlineStr'><is><r><t>10</t></r><r><t>05</t></r></is></c></row>\
         <row r='6'><c r='A6'><v>1006</v></c></row>",
    ));
    assert_eq!(numbers(&list), ["1005", "1006"]);
    assert_eq!(doubts(&list), [(2, Doubt::Word), (4, Doubt::Date)]);
    assert_eq!(list.refused.iter().map(|row| row.line).collect::<Vec<_>>(), [3]);
    assert_adds_up(&list, 6);
}

#[test]
fn a_cell_that_shows_an_error_is_refused_by_line_and_the_others_are_read() {
    let errors = [
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#UNKNOWN!",
        "#BUSY!",
        "#CONNECT!",
        "#GETTING_DATA",
        "#EXTERNAL!",
        "#TIMEOUT!",
        "#PYTHON!",
        "#ERROR!",
        "#VALUE!",
        "#\u{417}\u{41d}\u{410}\u{427}!",
    ];
    let cells = errors.iter().enumerate().map(|(place, error)| {
        let line = place + 2;
        format!("<row r='{line}'><c r='A{line}' t='e'><f>X{line}</f><v>{error}</v></c></row>")
    });
    let sound = (16..=30).map(|n| format!("<row r='{n}'><c r='A{n}'><v>10{n}</v></c></row>"));
    let list = list(&rows(&cells.chain(sound).collect::<String>()));
    let refused: Vec<&str> = list.refused.iter().map(|row| row.value.as_str()).collect();
    assert_eq!((refused, list.numbers.len()), (errors.to_vec(), 15));
    assert_eq!(list.refused[3].line, 5);
    assert!(list.refused.iter().all(|row| row.error == RowError::CellError));
    assert_adds_up(&list, 30);
}

#[test]
fn a_column_of_errors_may_be_the_one_that_is_meant() {
    let asked = question("#SPILL!;7\n#CALC!;8\n1004;9\n".as_bytes());
    assert_eq!(asked.columns.len(), 2);
}

#[test]
fn an_error_moves_no_cell_to_another_column() {
    // Cells that do not say where they stand, in rows that do not either.
    let sheet = format!(
        "<worksheet xmlns='{MAIN}'><sheetData>\
         <row><c t='str'><v>a</v></c><c t='str'><v>b</v></c><c t='str'><v>customer</v></c></row>\
         <row><c t='e'><v>#SPILL!</v></c><c t='e'><v>#CALC!</v></c><c><v>1002</v></c></row>\
         <row><c t='e'><v>#N/A</v></c><c t='e'><v>#BUSY!</v></c><c><v>1003</v></c></row>\
         <row><c><v>1</v></c><c><v>2</v></c><c t='e'><v>#FIELD!</v></c></row>\
         <row><c t='e'><v>#SPILL!</v></c><c r='C5'><v>1005</v></c><c><v>9</v></c></row>\
         <row><c><v>1</v></c><c><v>2</v></c><c t='e'><v>1006</v></c></row>\
         </sheetData></worksheet>"
    );
    let list = list(&xlsx(MAIN, &sheet, ""));
    assert_eq!(numbers(&list), ["1002", "1003", "1005"]);
    assert_eq!(list.refused.iter().map(|row| row.line).collect::<Vec<_>>(), [4]);
    assert_eq!(doubts(&list), [(6, Doubt::Failed)], "a number that is said to be an error");
    assert_adds_up(&list, 6);
}

#[test]
fn parts_and_names_may_be_written_in_every_allowed_way() {
    let prefixed = format!(
        "<x:worksheet xmlns:x='{MAIN}'><x:dimension ref='A1:XFD1048576'/><x:sheetData>\
         <x:row><x:c t='inlineStr'><x:is><x:t>customer</x:t></x:is></x:c></x:row>\
         <x:row hidden='true'><x:c><x:v>1002</x:v></x:c></x:row>\
         <x:row><x:c><x:f>1+1</x:f></x:c></x:row><x:row/>\
         <x:row><x:c><x:v>1005</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    );
    for namespace in [MAIN, STRICT] {
        let list = list(&xlsx(namespace, &prefixed.replace(MAIN, namespace), ""));
        assert_eq!((numbers(&list), open(&list)), (vec!["1005"], vec![3]));
        assert_eq!(doubts(&list), [(2, Doubt::Hidden)]);
        assert_adds_up(&list, 5);
    }
    // Rows in no order; a place that is taken twice is nobody's.
    let cell =
        |row: u32, value: u32| format!("<row r='{row}'><c r='A{row}'><v>{value}</v></c></row>");
    let mixed = list(&rows(&[cell(4, 1004), cell(2, 1002), cell(3, 1003)].concat()));
    assert_eq!(numbers(&mixed), ["1002", "1003", "1004"]);
    let twice = refusal(&rows(&[cell(2, 1002), cell(2, 1003)].concat()));
    assert!(matches!(twice, NotAList::Workbook { .. }));
}

fn filtered() -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.write_string(0, 0, "customer").unwrap().write_string(0, 1, "name").unwrap();
    for row in 1..=20_u32 {
        sheet.write_number(row, 0, 1000 + row).unwrap().write_string(row, 1, "Ann").unwrap();
    }
    sheet
}

fn saved(sheets: impl IntoIterator<Item = Worksheet>) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn rows_that_a_filter_hides_wait_for_a_yes() {
    let mut sheet = filtered();
    for row in [3, 4, 12] {
        sheet.set_row_hidden(row).unwrap();
    }
    // Stands a second time where it is seen.
    sheet.write_number(20, 0, 1012).unwrap();
    let mut list = list(&saved([sheet]));
    assert_eq!(doubts(&list), [(4, Doubt::Hidden), (5, Doubt::Hidden)]);
    assert_eq!((list.numbers.len(), list.counts().repeated), (17, 1));
    assert!(numbers(&list).contains(&"1012"));
    assert_adds_up(&list, 21);
    list.take_as_they_are();
    assert_eq!(&numbers(&list)[..5], ["1001", "1002", "1003", "1004", "1005"]);
    assert_adds_up(&list, 21);
}

#[test]
fn hidden_columns_and_sheets_are_called_so() {
    let mut sheet = filtered();
    sheet.set_column_hidden(0).unwrap();
    let taken = list(&saved([sheet])).column.unwrap();
    assert!(taken.is_hidden);
    let mut sheet = filtered();
    sheet.write_string(0, 0, "one").unwrap().write_string(0, 1, "two").unwrap();
    sheet.set_column_hidden(1).unwrap();
    let asked = question(&saved([sheet]));
    assert_eq!(asked.columns.iter().map(|c| c.is_hidden).collect::<Vec<_>>(), [false, true]);

    for very in [false, true] {
        let mut title = Worksheet::new();
        title.set_name("Title").unwrap().write_string(0, 0, "Отчёт за ноябрь").unwrap();
        let mut hidden = filtered();
        hidden.set_name("Data").unwrap();
        if very {
            hidden.set_very_hidden(true);
        } else {
            hidden.set_hidden(true);
        }
        let book = saved([title, hidden]);
        let asked = question(&book);
        assert_eq!(
            (asked.sheets, asked.hidden_sheets),
            (vec!["Title".into(), "Data".into()], vec![1])
        );
        let choice = Choice { sheet: Some("Data".to_owned()), column: None };
        let Ok(Reading::List(list)) = read_file(&book, &choice) else { panic!() };
        assert_eq!(list.numbers.len(), 20);
    }
}

#[test]
fn the_sheets_of_a_list_are_those_that_are_asked_about() {
    // What was chosen among them once is looked for by them.
    let (mut hidden, mut empty, mut plain) = (filtered(), Worksheet::new(), filtered());
    hidden.set_name("Old").unwrap().set_hidden(true);
    empty.set_name("Notes").unwrap();
    plain.set_name("Data").unwrap();
    let book = saved([plain, hidden, empty]);
    let asked = carddesk::customers::columns_of_file(&book, None).unwrap();
    let taken = list(&book).column.unwrap();
    assert_eq!((taken.sheet.as_deref(), &taken.sheets), (Some("Data"), &asked.sheets));
    assert_eq!(taken.sheets, ["Data", "Old", "Notes"]);
}

#[test]
fn a_format_that_shows_another_number_is_told() {
    // What is asked for, or nothing where it is told first.
    let cases = [
        ("0,", None),
        (";;;", None),
        ("0;;", Some("1002003")),
        ("yyyy", None),
        ("0.00E+00", None),
        ("0%", None),
        ("# ?/?", None),
        ("[DBNum1]0", None),
        ("\"text\"", None),
        ("#,##0.00 [$₽-419]", None),
        ("0\" pcs\"", Some("1002003 pcs")),
        ("[Red]0", Some("1002003")),
        ("0_)", Some("1002003")),
        ("_-* # ##0", Some("1002003")),
        ("_-* #,##0_-;-* #,##0_-", Some("1002003")),
        ("@", Some("1002003")),
        ("#", Some("1002003")),
        ("?", Some("1002003")),
        ("[$-419]0", Some("1002003")),
        ("[>1000]000000000;0", Some("001002003")),
        ("[<1000]000;[>=1000]0-000", Some("1002-003")),
        ("000-000", Some("1002-003")),
        ("00\"-\"000000", Some("01-002003")),
        ("0###", Some("1002003")),
        ("0.###", Some("1002003")),
        ("General", Some("1002003")),
        ("\"No \"General", Some("No 1002003")),
    ];
    for (code, shown) in cases {
        let mut sheet = Worksheet::new();
        sheet.write_string(0, 0, "customer").unwrap();
        let format = Format::new().set_num_format(code);
        sheet.write_number_with_format(1, 0, 1_002_003, &format).unwrap();
        let list = list(&saved([sheet]));
        // Words beside a number are told, too; it is read as it is shown.
        let is_asked = shown.is_some_and(|shown| !shown.contains(' '));
        let asked: Vec<&str> = shown.into_iter().filter(|_| is_asked).collect();
        assert_eq!(numbers(&list), asked, "{code}");
        assert_eq!(list.doubtful.len(), usize::from(!is_asked), "{code}");
        if let (Some(shown), false) = (shown, is_asked) {
            assert_eq!(list.doubtful[0].number.as_str(), shown, "{code}");
            assert_ne!(list.doubtful[0].doubt, Doubt::Format, "{code}");
        }
    }
}
