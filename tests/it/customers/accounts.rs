//! Nothing vanishes: every line is asked for, refused with its reason, or told.

use carddesk::customers::{Choice, Fate, Reading, RowError, read_file};
use proptest::prelude::*;

use super::{assert_adds_up, cyrillic, list, numbers};

fn aside(text: &str) -> Vec<(u64, Fate)> {
    list(text.as_bytes()).aside.iter().map(|row| (row.line, row.fate)).collect()
}

/// Totals of groups, numbers of columns, and labels behind their number.
const GROUPS: &[(&str, &[(u64, Fate)])] = &[
    (
        "Менеджер;Код клиента;Карт\nАнна;1002;1\nАнна Итог;2;30\nОльга;1004;2\nОбщий итог;3;35\n",
        &[(1, Fate::Header), (3, Fate::Total), (5, Fate::Total)],
    ),
    (
        "manager,customer id,cards\nAnna,1002,1\nAnna Total,2,30\nGrand Total,3,35\n",
        &[(1, Fate::Header), (3, Fate::Total), (4, Fate::Total)],
    ),
    (
        "№ п/п;Код клиента;ФИО\n1;2;3\n1;1002;Ким\n2;1003;Ли\n",
        &[(1, Fate::Header), (2, Fate::Header)],
    ),
    (
        "Код клиента;ФИО\n1002;Ким\n1003;Ли\n2;Всего записей\n",
        &[(1, Fate::Header), (4, Fate::Total)],
    ),
    ("#customers\ncustomer\n1002\n", &[(1, Fate::Title), (2, Fate::Header)]),
    ("Список наших клиентов\n1002\n1003\n", &[(1, Fate::Header)]),
];

#[test]
fn a_customer_without_a_number_is_refused_and_no_title() {
    let read = list(
        "ФИО;Код клиента\nКим;1002\nСидоров;\nЛи;1003\nСформировал отчёт Петров;\n".as_bytes(),
    );
    let refused: Vec<u64> = read.refused.iter().map(|row| row.line).collect();
    assert_eq!((numbers(&read), refused), (vec!["1002", "1003"], vec![3]));
    assert_eq!(read.counts().titles, 1);
}

#[test]
fn titles_headers_and_totals_are_told_and_not_asked() {
    let text = "Клиенты на 27.11.2026;;\r\n;;\r\nНомер клиента;ФИО;Телефон\r\n1002;Смирнова О.;1\r\n\
                1003;Ким А.;2\r\nИтого: 2;;\r\n";
    let read = list(&cyrillic(text));
    assert_eq!(numbers(&read), ["1002", "1003"]);
    assert_eq!(read.aside.len(), 3);
    assert_adds_up(&read, 6);
    let cases: &[(&str, &[(u64, Fate)])] = &[
        (
            "Report\n\ncustomer,name\n1002,a\ncustomer,name\n1003,b\nTotal,2\n",
            &[(1, Fate::Title), (3, Fate::Header), (5, Fate::Header), (7, Fate::Total)],
        ),
        (
            "Отчёт;;\nза ноябрь;;\nКод;Клиент;Карт\n1002;Ким;1\n;Итого;1\nСформировал: Петрова;;\n",
            &[
                (1, Fate::Title),
                (2, Fate::Title),
                (3, Fate::Header),
                (5, Fate::Total),
                (6, Fate::Title),
            ],
        ),
        ("Payer\n1001\n1002\nВсего: 2\n", &[(1, Fate::Header), (4, Fate::Total)]),
        ("\"Номер\nклиента\";\"ФИО\"\n1002;a\n1003;b\n", &[(1, Fate::Header)]),
        ("\"Номер\nклиента\"\n1002\n1003\n", &[(1, Fate::Header)]),
    ];
    for (text, wanted) in cases.iter().chain(GROUPS) {
        assert_eq!(aside(text), *wanted, "{text}");
        assert_adds_up(&list(text.as_bytes()), text.lines().count());
    }
}

#[test]
fn a_word_over_numbers_is_a_header_and_told() {
    let cases: &[(&str, Option<&str>, &[&str])] = &[
        ("Payee\n1001\n1002\n", Some("Payee"), &["1001", "1002"]),
        ("Payer #/code;name\nAB12;Ann\n;Bob\nAB13;Eve\n", Some("Payer #/code"), &["AB12", "AB13"]),
        ("Плательщик\n1001\n", Some("Плательщик"), &["1001"]),
        // Words beside numbers are doubtful.
        ("Anna\nBoris\n1001\n", None, &["1001"]),
        ("1001\nAnna\n", None, &["1001"]),
        ("Anna\n", None, &[]),
        ("Anna;1001\n", None, &["1001"]),
    ];
    for (text, header, wanted) in cases {
        let list = list(text.as_bytes());
        let name = list.column.as_ref().and_then(|column| column.name.as_deref());
        assert_eq!((name, numbers(&list)), (*header, wanted.to_vec()), "{text:?}");
        assert_eq!(list.counts().headers, usize::from(header.is_some()), "{text:?}");
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_takes_nobody_along() {
    let cases: &[(&str, &[&str], &[u64])] = &[
        ("customer;name\n1002;\"Ann\n1003;Bob\n1004;Eve\n", &["1002", "1003", "1004"], &[]),
        ("name;customer\n\"Ann;1002\nBob;1003\nEve;1004\n", &["1003", "1004"], &[2]),
        ("customer\n\"1002\n1003\n1004\n", &["1003", "1004"], &[2]),
        ("1002;a\n1003;b\n1004;\"c\n", &["1002", "1003", "1004"], &[]),
        // Two that are no pair: nobody knows what stands between them.
        ("customer;name;x\n1002;\"A;x\n1003;B;y\n1004;C\";z\n1005;D;z\n", &["1005"], &[2, 3, 4]),
        ("\"1002\n1003\"\n1004\n1005\n", &["1004", "1005"], &[1, 2]),
        // Marks within words are signs like others.
        ("customer;name\n1002;ООО \"Ромашка\"\n1003;ИП \"Ким\n", &["1002", "1003"], &[]),
        (
            "name;customer\n\"ООО \"\"Ромашка\"\"; и Ко\";1002\n\"Ким\" ИП;1003\n",
            &["1002", "1003"],
            &[],
        ),
    ];
    for (text, asked, refused) in cases {
        let list = list(text.as_bytes());
        let lines: Vec<u64> = list.refused.iter().map(|row| row.line).collect();
        assert_eq!((numbers(&list), lines), (asked.to_vec(), refused.to_vec()), "{text}");
        assert!(list.refused.iter().all(|row| matches!(row.error, RowError::Quote { .. })));
        assert_adds_up(&list, text.lines().count());
    }
}

#[test]
fn cells_of_several_lines_are_one_row() {
    let text = "customer;address;name\n1002;\"Lenin st.\n5, flat 7\nMinsk\";Ann\n1003;x;Bob\n\
                1004;x;\"Eve\nsays\n77\"\n";
    let list = list(text.as_bytes());
    assert_eq!(numbers(&list), ["1002", "1003", "1004"]);
    assert!(list.refused.is_empty(), "{:?}", list.refused);
    assert_adds_up(&list, 8);
    let lines = list.counts();
    assert_eq!((lines.asked, lines.blank), (3, 4));
}

proptest! {
    #[test]
    fn the_parts_add_up_to_the_lines(
        lines in proptest::collection::vec("[ 0-9a-zа-я\"';,#.=\t]{0,14}", 0..14),
        separator in "[;,\t]",
        header in proptest::option::of("(Номер клиента|customer|Код)"),
    ) {
        let mut text = String::new();
        if let Some(header) = &header {
            text.push_str(&format!("{header}{separator}ФИО\n"));
        }
        for line in &lines {
            text.push_str(line);
            text.push('\n');
        }
        let all = lines.len() + usize::from(header.is_some());
        match read_file(text.as_bytes(), &Choice { column: Some("1".to_owned()), ..Choice::default() }) {
            Ok(Reading::List(list)) => {
                assert_adds_up(&list, all);
                let counts = list.counts();
                prop_assert_eq!(list.refused.len(), counts.refused);
                prop_assert_eq!(list.numbers.len(), counts.asked);
                prop_assert_eq!(list.doubtful.len(), counts.doubtful);
            }
            Ok(Reading::Ask(question)) => prop_assert!(false, "{:?}", question),
            Err(_) => prop_assert!(lines.iter().all(|line| line.trim_matches([' ', '\t', '\'']).is_empty() || line.starts_with('#')) || header.is_none()),
        }
    }
}
