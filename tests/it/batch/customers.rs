use carddesk::batch::read_customers;
use carddesk::domain::CustomerNumberError;

fn numbers(bytes: &[u8]) -> Vec<String> {
    read_customers(bytes).numbers.iter().map(|number| number.as_str().to_owned()).collect()
}

#[test]
fn files_of_every_kind_give_their_numbers() {
    let cases: &[(&str, &[&str])] = &[
        ("1001\n1002\n", &["1001", "1002"]),
        ("1001\r\n1002", &["1001", "1002"]),
        ("\u{feff}1001\n1002\n", &["1001", "1002"]),
        ("# who\n\n1001\n\n   \n# more\n1002\n", &["1001", "1002"]),
        ("customer\n1001\n", &["1001"]),
        ("CustomerNumber\n1001\n", &["1001"]),
        ("\"Customer number\"\n\"1001\"\n", &["1001"]),
        ("Номер покупателя\nАБ 12\n", &["АБ 12"]),
        ("Покупатель;Карт\nAB12;3\nAB13;1\n", &["AB12", "AB13"]),
        ("id,customer_number,name\n1,AB12,Ann\n2,AB13,Bob\n", &["AB12", "AB13"]),
        ("id\nAB12\n", &["AB12"]),
        ("name\tcustomer\nAnn\tAB12\n", &["AB12"]),
        ("name;customer\n\"Ann; the first\";AB12\n", &["AB12"]),
        ("name,customer\n\"two\nlines\",AB12\n", &["AB12"]),
        ("sep=;\ncustomer;name\nAB12;Ann\n", &["AB12"]),
        // Without a header the first column holds them; one line of many is a list.
        ("AB12;Ann\nAB13;Bob\n", &["AB12", "AB13"]),
        ("1001, 1002,1003\n", &["1001", "1002", "1003"]),
        ("  1001  \n", &["1001"]),
        ("", &[]),
        ("\n\n# nothing\n", &[]),
        ("customer\n", &[]),
    ];
    for (text, wanted) in cases {
        assert_eq!(numbers(text.as_bytes()), *wanted, "{text:?}");
    }
}

#[test]
fn other_encodings_are_read() {
    let text = "Покупатель;Имя\nЮг 7;Анна\n";
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    assert_eq!(numbers(&cyrillic), ["Юг 7"]);
    let mut wide = vec![0xff, 0xfe];
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(numbers(&wide), ["Юг 7"]);
}

#[test]
fn repeated_numbers_are_folded_and_counted() {
    let file = read_customers(b"customer\n1001\n1002\n1001\n 1001\n");
    let numbers: Vec<&str> = file.numbers.iter().map(|number| number.as_str()).collect();
    assert_eq!((numbers, file.folded), (vec!["1001", "1002"], 2));
}

#[test]
fn refused_rows_tell_line_value_and_reason() {
    let long = "7".repeat(50);
    let text = format!("# who\ncustomer;name\n1001;a\n\n# note\nAB/12;b\n;c\n\n{long};d\n1002;e\n");
    let file = read_customers(text.as_bytes());
    assert_eq!(file.numbers.len(), 2);
    let told: Vec<(u64, &str)> =
        file.refused.iter().map(|row| (row.line, row.value.as_str())).collect();
    let shortened = format!("{}…", "7".repeat(39));
    assert_eq!(told, [(6, "AB/12"), (7, ""), (9, shortened.as_str())]);
    assert!(matches!(file.refused[0].error, CustomerNumberError::Prohibited(_)));
    assert_eq!(file.refused[1].error, CustomerNumberError::Empty);
    assert_eq!(file.refused[2].error, CustomerNumberError::TooLong { chars: 50 });
}

#[test]
fn a_word_over_numbers_is_a_header_and_told() {
    let cases: &[(&str, Option<&str>, &[&str])] = &[
        ("Payer\n1001\n1002\n", Some("Payer"), &["1001", "1002"]),
        ("Payer #/code;name\nAB12;Ann\n;Bob\nAB13;Eve\n", Some("Payer #/code"), &["AB12", "AB13"]),
        ("Плательщик\n1001\n", Some("Плательщик"), &["1001"]),
        // Numbers may be letters alone.
        ("Anna\nBoris\n1001\n", None, &["Anna", "Boris", "1001"]),
        ("1001\nAnna\n", None, &["1001", "Anna"]),
        ("Anna\n", None, &["Anna"]),
        ("Anna;1001\n", None, &["Anna", "1001"]),
        // A known name is no guess.
        ("customer\n1001\n", None, &["1001"]),
    ];
    for (text, header, wanted) in cases {
        let file = read_customers(text.as_bytes());
        assert_eq!(file.header.as_deref(), *header, "{text:?}");
        assert_eq!(numbers(text.as_bytes()), *wanted, "{text:?}");
    }
}
