//! Lists of many makes: who is asked, and which lines are doubtful or refused.

use carddesk::customers::Doubt;

use super::{assert_adds_up, list, numbers};

/// What is in a file, who is asked, which lines are doubtful, which are refused.
type Case = (&'static str, &'static [&'static str], &'static [u64], &'static [u64]);

fn check(cases: &[Case]) {
    for (text, asked, doubtful, refused) in cases {
        let list = list(text.as_bytes());
        let doubts: Vec<u64> = list.doubtful.iter().map(|row| row.line).collect();
        let lines: Vec<u64> = list.refused.iter().map(|row| row.line).collect();
        assert_eq!(
            (numbers(&list), doubts, lines),
            (asked.to_vec(), doubtful.to_vec(), refused.to_vec()),
            "{text}"
        );
        if list.column.is_some() {
            assert_adds_up(&list, text.lines().count());
        }
    }
}

#[test]
fn quoted_cells_are_read_as_spreadsheets_read_them() {
    check(&[
        (
            "customer;comment\n1002;\"called\non Monday; asked\ntwice\"\n1003;x\n",
            &["1002", "1003"],
            &[],
            &[],
        ),
        ("customer;n;x\n1002;\"A\n\nB\";x\n1003;\"C;D\nE\";y\n", &["1002", "1003"], &[], &[]),
        ("name;customer\n\"two\nlines\";1002\nz;1004\n", &["1002", "1004"], &[], &[]),
        (
            "customer;pipe\n1002;5\" pipe\n1003;\"6\"\" pipe\"\n1004;7\"\n",
            &["1002", "1003", "1004"],
            &[],
            &[],
        ),
        // Closed by a mark that opens another cell.
        (
            "customer;name\n1002;\"Ann\n1003;\"Bob\"\n1004;Eve\n",
            &["1002", "1003", "1004"],
            &[],
            &[],
        ),
        // Whole rows between two marks.
        ("customer;n;x\n1002;\"A\n1003;B;x\n1004;C\";z\n1005;D;z\n", &["1005"], &[], &[2, 3, 4]),
        ("customer;name\n\"10\"02;Ann\n1003;Bob\n", &["1003"], &[], &[2]),
        ("'1002'\n'1003'\n", &[], &[], &[1, 2]),
        ("“1002”\n1003\n1004\n", &["1003", "1004"], &[1], &[]),
    ]);
}

#[test]
fn rows_that_were_quoted_as_a_whole_are_split_and_told() {
    for text in [
        "\"id,name,city\"\n\"1002,Ivanov,Minsk\"\n\"1003,Petrov,Brest\"\n",
        "\"1002,Ivanov,Minsk\"\n\"1003,Petrov,Brest\"\n",
        "\"id;name\"\n\"1002;\"\"Ivanov; I.\"\"\"\n\"1003;Petrov\"\n",
        "\"1002,Ivanov,Minsk\";;\n\"1003,Petrov,Brest\";;\n",
        "id,name\n\"1002,Ivanov\"\n\"1003,Petrov\"\n",
        "\"name\tid\tcity\"\n\"\t1002\tMinsk\"\n\"Ann\t1003\tBrest\"\n",
    ] {
        let list = list(text.as_bytes());
        assert_eq!(numbers(&list), ["1002", "1003"], "{text}");
        assert!(list.column.as_ref().unwrap().is_unwrapped, "{text}");
        assert_adds_up(&list, text.lines().count());
    }
}

#[test]
fn no_words_are_asked_for_in_silence() {
    check(&[
        ("1002\nитого\n1003\nsee below\nIvanov\n", &["1002", "1003"], &[4, 5], &[]),
        ("1002\nnone\n", &["1002"], &[2], &[]),
        ("VIP\n1002\n1003\n1004\nend\n", &["1002", "1003", "1004"], &[1, 5], &[]),
        ("Dear Anna,\n\nAlso 1004\n\nThanks\nBob\n", &[], &[1, 3, 5, 6], &[]),
        ("id: 1002\nid: 1003\n", &[], &[1, 2], &[]),
        ("- 1002\n- 1003\n", &[], &[1, 2], &[]),
        ("1. 1002\n2. 1003\n", &[], &[1, 2], &[]),
        ("[1002, 1003]\n", &[], &[1, 1], &[]),
        ("2026-11-27 10:00 login 1002\n2026-11-27 10:01 login 1003\n", &[], &[1, 2], &[]),
        ("# c\n// c\n1002\n//c\n1003\n", &["1002", "1003"], &[], &[4]),
        (
            "| id | name |\n|----|------|\n| 1002 | Ann |\n| 1003 | Bob |\n",
            &["1002", "1003"],
            &[],
            &[],
        ),
        // Groups of a report.
        (
            "Код клиента;ФИО;Сумма\nФилиал-2;;\n1002;Ким;1\n1003;Ли;2\nГруппа А;;\n1004;Ан;3\n\
             2026;;\n1005;Юн;3\n;Итого;9\n",
            &["1002", "1003", "1004", "1005"],
            &[2, 5, 7],
            &[],
        ),
        ("1002\n1003\n1004\n1005\n4\n", &["1002", "1003", "1004", "1005"], &[5], &[]),
        (
            "Код\n+375294762838\n+375292475624\nИтого\n2\n",
            &["+375294762838", "+375292475624"],
            &[5],
            &[],
        ),
    ]);
}

#[test]
fn numbers_of_letters_are_possible() {
    check(&[
        ("Customer ID\nABC\nDEF\n", &["ABC", "DEF"], &[], &[]),
        ("Код клиента;Город\nabc;Минск\ndef;Брест\n", &["abc", "def"], &[], &[]),
        ("Customer\nanna@ex.by\nbob7@ex.by\n", &["anna@ex.by", "bob7@ex.by"], &[], &[]),
        ("anna@ex.by\nbob7@ex.by\n", &[], &[1, 2], &[]),
        ("Customer ID\nIvanov\nPetrov\n", &[], &[2, 3], &[]),
        ("ABC\nDEF\n", &[], &[1, 2], &[]),
    ]);
    let mut words = list(b"ABC\nDEF\n");
    words.take_as_they_are();
    assert_eq!(numbers(&words), ["ABC", "DEF"]);
}

#[test]
fn one_line_may_be_a_list_however_it_is_parted() {
    for text in [
        "1002,1003;1004",
        "1002 1003 1004",
        "1002, 1003 and 1004",
        "1002, 1003 и 1004.",
        "1002\t1003\t1004",
        "1002|1003|1004|",
        "1002;;1003;1004;",
        "1002,\n1003,\n1004\n",
        "1002;\n1003;\n1004;\n",
    ] {
        let list = list(text.as_bytes());
        assert_eq!(
            (numbers(&list), list.doubtful.len()),
            (vec!["1002", "1003", "1004"], 0),
            "{text}"
        );
    }
    check(&[
        ("1002/1003", &[], &[], &[1]),
        ("4111 1111 1111 1111", &[], &[1], &[]),
        ("12,50", &[], &[1], &[]),
        ("1 002", &[], &[1], &[]),
        ("1002 7701\n1003 7702\n", &[], &[1, 2], &[]),
        ("1002; 1003, Ivanov", &["1002"], &[1], &[]),
    ]);
}

#[test]
fn what_is_no_plain_number_is_told() {
    let cases: &[(&str, Doubt)] = &[
        ("Err:502", Doubt::Failed),
        ("1.234.567", Doubt::Grouped),
        ("1002-", Doubt::Sign),
        ("10 02", Doubt::Blank),
        ("№1002", Doubt::Label),
        ("ID: 1002", Doubt::Label),
        ("1002 руб.", Doubt::Amount),
        ("１００２", Doubt::Script),
        ("١٠٠٢", Doubt::Script),
        ("−1002", Doubt::Sign),
        ("50%", Doubt::Sign),
        ("12,75", Doubt::Decimals),
        ("10\u{fffd}2", Doubt::Sign),
        ("-", Doubt::Sign),
        ("NULL", Doubt::Word),
        ("1O02", Doubt::Unlike),
        ("Филиал-3", Doubt::Unlike),
        ("ann@ex.by", Doubt::Unlike),
        ("4111111111111111", Doubt::Card),
        ("4111-1111-1111-1111", Doubt::Card),
        ("411111XXXXXX1111", Doubt::Card),
        ("378282246310005", Doubt::Card),
        ("BY20OLMP31350000001000000933", Doubt::Account),
        ("DE89370400440532013000", Doubt::Account),
        ("1002-1010", Doubt::Range),
        ("1002..1010", Doubt::Range),
        ("1002 – 1010", Doubt::Range),
        ("998-1003", Doubt::Range),
        ("AB1002-AB1010", Doubt::Range),
        ("BYN100", Doubt::Amount),
        ("100р", Doubt::Amount),
        ("192.168.0.1", Doubt::Address),
        ("0", Doubt::Nothing),
        ("000", Doubt::Nothing),
        (":61:2611280000D100", Doubt::Sign),
        ("11.2026", Doubt::Date),
    ];
    for (cell, doubt) in cases {
        let list = list(format!("customer;n\n1003;a\n1004;a\n\"{cell}\";a\n1005;a\n").as_bytes());
        let told: Vec<_> = list.doubtful.iter().map(|row| (row.line, row.doubt)).collect();
        assert_eq!((told, numbers(&list).len()), (vec![(4, *doubt)], 3), "{cell}");
    }
    for cell in
        ["#N/A", "#Н/Д", "#ДЕЛ/0!", "#REF!", "########", "1'002", "(1002)", "10\u{ad}02", "n/a"]
    {
        let list = list(format!("customer;n\n1003;a\n{cell};a\n").as_bytes());
        assert_eq!((list.refused.len(), numbers(&list)), (1, vec!["1003"]), "{cell}");
    }
}

#[test]
fn files_of_every_encoding_are_read() {
    let text = "Код клиента;ФИО\r\n1002;Смирнова Ольга\r\n1003;Ким Алексей\r\n";
    let wide = |big: bool| -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    };
    let four: Vec<u8> = std::iter::once('\u{feff}')
        .chain(text.chars())
        .flat_map(|c| u32::from(c).to_le_bytes())
        .collect();
    let mut filled = text.as_bytes().to_vec();
    filled.extend([0; 64]);
    for bytes in [wide(true), wide(false), four, filled] {
        assert_eq!(numbers(&list(&bytes)), ["1002", "1003"]);
    }
    // Nothing but codes: several encodings make letters of them.
    let codes = encoding_rs::KOI8_R.encode("КЛ001\nКЛ002\nКЛ003\n").0.into_owned();
    let told = list(&codes);
    assert!(
        told.numbers.is_empty() && told.doubtful.iter().all(|row| row.doubt == Doubt::Encoding)
    );
}

#[test]
fn how_many_there_are_is_no_customer() {
    check(&[
        ("Number of customers;Customer\n12;1002\n13;1003\n", &["1002", "1003"], &[], &[]),
        ("Код клиента\n1002\n1003\n\n2\n", &["1002", "1003"], &[5], &[]),
        ("Код клиента;Сумма\n1002;10\n1003;20\n2;30\n", &["1002", "1003"], &[4], &[]),
        // Any other number at the end is one like those above.
        ("Код клиента\n1002\n1003\n3\n", &["1002", "1003", "3"], &[], &[]),
        ("customer\n1002.5\n1003\n1004\n", &["1003", "1004"], &[2], &[]),
    ]);
    for text in ["No. of customers;City\n12;Minsk\n13;Brest\n", "Number of clients;City\n7;Minsk\n"]
    {
        let asked = super::question(text.as_bytes());
        assert_eq!(asked.columns.len(), 2, "{text}");
    }
}

#[test]
fn the_number_of_a_card_is_masked_where_it_is_told() {
    let read = list("customer\n1003\n1004\n4111 1111 1111 1111\n5500005555555559\n".as_bytes());
    let shown: Vec<String> = read.doubtful.iter().map(|row| row.shown()).collect();
    assert_eq!(shown, ["4111 11** **** 1111", "550000******5559"]);
    let refused = list("customer;n\n1003;a\n4111111111111111/2;b\n".as_bytes());
    assert_eq!(refused.refused[0].value, "411111******1111/2");
}

#[test]
fn tables_of_this_program_are_read_back_exactly() {
    for number in ["SUM", "Total 1", "Иванов 2", "'+375291234567", "'0", "'7 ", "'1,23457E+15"]
    {
        let text = format!(
            "\u{feff}severity;rule;message;customer;brand\nnote;no-cards;none;1002;\n\
             note;no-cards;none;{number};\n"
        );
        let read = list(text.as_bytes());
        assert_eq!(numbers(&read), ["1002", number.trim_start_matches('\'')], "{number}");
        assert!(read.doubtful.is_empty(), "{number}");
    }
    // What a spreadsheet has changed since then, and what was added below, is looked at.
    let text = "severity;rule;message;customer\nnote;a;b;1003\nnote;a;b;1,23457E+15\n;;;Итого\n";
    let read = list(text.as_bytes());
    assert_eq!((numbers(&read), read.doubtful.len(), read.counts().totals), (vec!["1003"], 1, 1));
}
