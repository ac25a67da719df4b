//! Rows that look like others are asked for, whatever stands between them.

use carddesk::customers::Doubt;
use rust_xlsxwriter::{Workbook, Worksheet};

use super::{assert_adds_up, list, numbers};

#[test]
fn what_stands_for_no_value_is_no_header() {
    for none in ["n/a", "N/A", "n\\a", "\\N", "NULL", "н/д", "#N/A", "None", "N.A.", "NaN", "nil"]
    {
        for text in [
            format!("10021\n10022\n{none}\n10023\n"),
            format!("10021\n{none}\n10022\n10023\n"),
            format!("{none}\n10021\n10022\n10023\n"),
            format!("10021\tIvanov\n10022\tKim\n{none}\tPetrov\n10023\tX\n"),
            format!("{none}\tPetrov\n10021\tIvanov\n10022\tKim\n10023\tX\n"),
        ] {
            let list = list(text.as_bytes());
            assert_eq!(numbers(&list), ["10021", "10022", "10023"], "{text}");
            assert_eq!(list.doubtful.len() + list.refused.len(), 1, "{text}");
            assert_adds_up(&list, 4);
        }
    }
}

#[test]
fn rows_above_a_header_are_asked_for_where_they_are_like_those_below() {
    let all = ["10021", "10022", "10023"];
    for name in ["№", "ID", "Customer", "client #", "Номер клиента", "Код"] {
        for text in [
            format!("10021\n10022\n{name}\n10023\n"),
            format!("10021\n{name}\n10022\n10023\n"),
            format!("10021;A\n10022;B\n{name};Имя\n10023;C\n"),
        ] {
            let list = list(text.as_bytes());
            assert_eq!(numbers(&list), all, "{text}");
            assert!(list.aside.iter().all(|row| !row.value.contains("1002")), "{:?}", list.aside);
        }
    }
    let joined = list("10021;A\n10022;B\nНомер клиента;Имя\n10023;C\n10024;D".as_bytes());
    assert_eq!(numbers(&joined), ["10021", "10022", "10023", "10024"]);
    let codes = list("AB-10021\nAB-10022\nНомер клиента\nAB-10023\n".as_bytes());
    assert_eq!(numbers(&codes), ["AB-10021", "AB-10022", "AB-10023"]);
    // Of another length, or like a year: a person is asked.
    let odd = list(b"10021\n222\nID\n10023\n10024\n");
    assert_eq!((numbers(&odd), odd.doubtful.len()), (vec!["10021", "10023", "10024"], 1));
    let year = list("2026\nКод клиента\n1001\n1002\n".as_bytes());
    assert_eq!((numbers(&year), year.doubtful.len()), (vec!["1001", "1002"], 1));
    let mut sheet = Worksheet::new();
    for (row, cell) in ["10021", "10022", "n/a", "10023"].iter().enumerate() {
        sheet.write_string(row as u32, 0, *cell).unwrap();
    }
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    assert_eq!(numbers(&list(&book.save_to_buffer().unwrap())), all);
    // The columns of another file, in another order: a person is asked.
    let swapped = "name;customer\nA;10021\nB;10022\nНомер клиента;Имя;Сумма\n10023;C;5\n";
    let swapped = list(swapped.as_bytes());
    assert_eq!((numbers(&swapped), swapped.doubtful.len()), (vec!["10023"], 2));
    // One row alone may be the number of a report.
    let alone = list("10021;A\nНомер клиента;Имя\n10022;B\n10023;C\n".as_bytes());
    assert_eq!((numbers(&alone), alone.doubtful.len()), (vec!["10022", "10023"], 1));
    // Titles are titles.
    for label in ["Отчёт №", "Report No.", "Магазин:"] {
        let text = format!("{label};12345\nФИО;Код клиента\nА;10021\nБ;10022\n");
        let read = list(text.as_bytes());
        assert_eq!((numbers(&read), read.counts().titles), (vec!["10021", "10022"], 1), "{text}");
    }
    let report =
        list("Отчёт;№ 12345\nДата;27.11.2026\nКод клиента;ФИО\n10021;А\n10022;Б\n".as_bytes());
    assert_eq!((numbers(&report), report.counts().titles), (vec!["10021", "10022"], 2));
}

#[test]
fn days_in_digits_alone_are_doubtful() {
    for day in
        ["20261128", "28112026", "20261128100000", "202611281000", "29022024", "20261128T100000"]
    {
        for text in [
            format!("{day}\n10022\n10023\n"),
            format!("customer\n10021\n10022\n{day}\n"),
            format!("{day}\n{day}\n"),
        ] {
            let list = list(text.as_bytes());
            assert!(list.doubtful.iter().any(|row| row.doubt == Doubt::Date), "{text}");
            assert!(list.numbers.iter().all(|number| number.as_str() != day), "{text}");
        }
    }
    for number in ["20261328", "29022026", "12345678", "20261128256000"] {
        let list = list(format!("{number}\n87654321\n").as_bytes());
        assert!(list.doubtful.iter().all(|row| row.doubt != Doubt::Date), "{number}");
    }
    let named = list(b"Customer ID\n20261128\n20261129\n87654321\n");
    assert_eq!(numbers(&named).len(), 3);
}

#[test]
fn several_numbers_in_one_cell_are_doubtful() {
    for cell in [
        "10021,10022",
        "10021;10022",
        "10021:10020",
        "10021_10022",
        "10021.10022",
        "10021,10022,10025",
        "10021, 10022",
    ] {
        let list = list(format!("customer\n\"{cell}\"\n10023\n").as_bytes());
        let open = list.doubtful.len() + list.refused.len();
        assert_eq!((numbers(&list), open), (vec!["10023"], 1), "{cell}: {list:?}");
    }
    let bare = list(b"10021,10022\n10023\n");
    assert!(!numbers(&bare).contains(&"10021,10022"), "{bare:?}");
    for code in ["1001_2", "3.1415", "0,123"] {
        let list = list(format!("customer;n\n\"{code}\";a\nAB-7;b\n").as_bytes());
        assert_eq!(list.doubtful.len(), 0, "{code}");
    }
}
