use carddesk::customers::{Choice, Doubt, FileKind, NotAList, Reading, read_file};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::{assert_adds_up, list, numbers, question, refusal, with_column};

fn saved(sheets: Vec<Worksheet>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer().unwrap()
}

fn sheet(name: &str, rows: &[&[&str]]) -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.set_name(name).unwrap();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row as u32, column as u16, *cell).unwrap();
        }
    }
    sheet
}

const REPORT: &[&[&str]] = &[
    &["Клиенты на 27.11.2026"],
    &[],
    &["ФИО", "Код клиента"],
    &["Смирнова О.", "0012345"],
    &["Ким А.", "AB-7"],
    &["Итого: 2"],
];

#[test]
fn a_sheet_is_read_like_any_other_table() {
    let list = list(&saved(vec![sheet("Лист1", REPORT)]));
    assert_eq!(numbers(&list), ["0012345", "AB-7"]);
    let column = list.column.clone().unwrap();
    assert_eq!(
        (column.place, column.name.as_deref(), column.sheet.as_deref()),
        (2, Some("Код клиента"), Some("Лист1"))
    );
    assert_adds_up(&list, 6);
    assert_eq!((list.counts().titles, list.counts().totals, list.counts().blank), (1, 1, 1));
}

#[test]
fn numbers_are_read_as_they_are_shown() {
    let rows: [(f64, Option<&str>, &str); 8] = [
        (1002.0, None, "1002"),
        (12345.0, Some("0000000"), "0012345"),
        (1004.0, Some("#,##0"), "1004"),
        (1005.0, Some("0.00"), "1005"),
        (123_456_789_012.0, None, "123456789012"),
        (7.0, Some("\"AB-\"0000"), "AB-0007"),
        (123_456.0, Some("000-000"), "123-456"),
        (1e15 - 1.0, Some("General"), "999999999999999"),
    ];
    for (value, format, shown) in rows {
        let mut sheet = sheet("s", &[&["customer", "name"]]);
        match format {
            None => sheet.write_number(1, 0, value).unwrap(),
            Some(format) => {
                let format = Format::new().set_num_format(format);
                sheet.write_number_with_format(1, 0, value, &format).unwrap()
            }
        };
        sheet.write_string(1, 1, "Ann").unwrap();
        let list = list(&saved(vec![sheet]));
        assert_eq!((numbers(&list), list.doubtful.len()), (vec![shown], 0), "{format:?}");
    }
}

#[test]
fn what_is_no_number_is_told() {
    let mut sheet = sheet("s", &[&["customer", "name"]]);
    let date = ExcelDateTime::from_ymd(2026, 2, 1).unwrap();
    let shown = Format::new().set_num_format("mmm yy");
    sheet.write_datetime_with_format(1, 0, &date, &shown).unwrap();
    sheet.write_number(2, 0, 1_234_567_890_123_450.0).unwrap();
    sheet.write_string(3, 0, "1\u{a0}004").unwrap();
    sheet.write_string(4, 0, "1005\u{200b}").unwrap();
    sheet.write_formula(5, 0, rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A")).unwrap();
    sheet.write_string(6, 0, "1007").unwrap();
    for row in 1..=6 {
        sheet.write_string(row, 1, "Ann").unwrap();
    }
    let list = list(&saved(vec![sheet]));
    let doubts: Vec<(u64, Doubt)> = list.doubtful.iter().map(|row| (row.line, row.doubt)).collect();
    assert_eq!(doubts, [(2, Doubt::Date), (3, Doubt::Exponent), (4, Doubt::Grouped)]);
    let refused: Vec<u64> = list.refused.iter().map(|row| row.line).collect();
    assert_eq!((refused, numbers(&list)), (vec![5, 6], vec!["1007"]));
    assert_adds_up(&list, 7);
}

#[test]
fn the_sheet_that_is_plainly_meant_is_taken_and_else_asked_for() {
    let notes: &[&[&str]] = &[&["Заметки"], &["Позвонить в банк", "завтра"], &["и ещё", "раз"]];
    let empty: &[&[&str]] = &[];
    let mut hidden = sheet("Скрытый", REPORT);
    hidden.set_hidden(true);
    let book = saved(vec![
        sheet("Заметки", notes),
        sheet("Пусто", empty),
        sheet("Клиенты", REPORT),
        hidden,
    ]);
    let read = list(&book);
    assert_eq!(read.column.unwrap().sheet.as_deref(), Some("Клиенты"));

    let book = saved(vec![sheet("Май", REPORT), sheet("Июнь", REPORT)]);
    let asked = question(&book);
    assert_eq!((asked.sheets, asked.sheet), (vec!["Май".to_owned(), "Июнь".to_owned()], None));
    for wanted in ["Июнь", "2", "июнь"] {
        let choice = Choice { sheet: Some(wanted.to_owned()), column: None };
        let Ok(Reading::List(list)) = read_file(&book, &choice) else { panic!("{wanted}") };
        assert_eq!(list.column.unwrap().sheet.as_deref(), Some("Июнь"));
    }
    let choice = Choice { sheet: Some("Июль".to_owned()), column: None };
    assert!(matches!(read_file(&book, &choice), Err(NotAList::NoSheet { .. })));

    // The sheet is plain, its column is not.
    let odd: &[&[&str]] = &[&["Foo", "Bar"], &["1002", "77"], &["1003", "78"]];
    let book = saved(vec![sheet("Odd", odd)]);
    let asked = question(&book);
    assert_eq!((asked.sheet, asked.columns.len()), (Some(0), 2));
    assert_eq!(numbers(&with_column(&book, "Bar")), ["77", "78"]);
}

#[test]
fn cells_far_from_each_other_take_no_memory() {
    let mut sheet = sheet("s", &[&["customer"], &["1002"]]);
    sheet.write_string(1_048_575, 16_383, "x").unwrap();
    let choice = Choice { column: Some("customer".to_owned()), ..Choice::default() };
    let Ok(Reading::List(list)) = read_file(&saved(vec![sheet]), &choice) else { panic!() };
    assert_eq!(numbers(&list), ["1002"]);
    assert_adds_up(&list, 1_048_576);
}

#[test]
fn a_title_alone_is_nobody() {
    let list = list(&saved(vec![sheet("s", &[&["Отчёт за ноябрь"]])]));
    assert!(list.is_empty(), "{list:?}");
    assert_eq!(list.counts().titles, 1);
}

#[test]
fn more_digits_than_a_spreadsheet_keeps_are_told() {
    let mut sheet = sheet("s", &[&["customer", "name"]]);
    sheet.write_number(1, 0, 123_456_789_012_345_678.0).unwrap();
    sheet.write_string(1, 1, "Ann").unwrap();
    let list = list(&saved(vec![sheet]));
    assert_eq!((list.numbers.len(), list.doubtful[0].doubt), (0, Doubt::Exponent));
}

#[test]
fn broken_and_locked_workbooks_are_refused() {
    let whole = saved(vec![sheet("s", REPORT)]);
    for end in [30, whole.len() / 2, whole.len() - 30] {
        assert!(
            matches!(
                refusal(&whole[..end]),
                NotAList::Workbook { .. } | NotAList::Binary(FileKind::Archive)
            ),
            "{end}"
        );
    }
    // A compound file with the stream that holds what is encrypted.
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.resize(1024, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refusal(&locked), NotAList::Protected);
    let mut compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    compound.resize(2048, 0);
    assert!(matches!(refusal(&compound), NotAList::Workbook { .. }));
}
