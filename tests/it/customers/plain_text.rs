//! Tables in plain text: decimal commas, rules, headers behind a sign, rows that are counted.

use carddesk::customers::{Choice, Reading, RowError, read_file, read_text};

use super::{assert_adds_up, cyrillic, list, numbers, question};

/// Nothing of it is asked for without a person's word.
fn assert_none_in_silence(text: &str) {
    for bytes in [text.as_bytes().to_vec(), cyrillic(text)] {
        match read_file(&bytes, &Choice::default()).unwrap() {
            Reading::Ask(_) => {}
            Reading::List(list) => assert!(list.numbers.is_empty(), "{text}: {:?}", list.numbers),
        }
    }
    if let Reading::List(list) = read_text(text, &Choice::default()).unwrap() {
        assert!(list.numbers.is_empty(), "{text}: {:?}", list.numbers);
    }
}

#[test]
fn a_decimal_comma_makes_no_customers() {
    for text in [
        "10021 100,50\n10022 200,75\n",
        "10021\u{a0}100,50\n10022\u{a0}200,75\n",
        "Клиент Сумма\n10021 100,50\n10022 200,75\n",
        "Клиент, Сумма\n10021 100,50\n10022 200,75\n",
        "Список\n\n10021 100,50\n10022 200,75\n10023 7,10\n",
        "10021: 100,50\n10022: 200,75\n",
        "10021=5\n10022=7\n",
        "10021:100,50\n10022:200,75\n",
        "10021 - 100,50\n10022 - 200,75\n",
        "10021 Иванов, 12\n10022 Петров, 15\n",
        "10021 Иванов, 12\n",
        "ID 10021; 5",
        "10021 Иванов, 12000\n10022 Петров, 15000\n",
        "10021 ул. Ленина, 5\n10022 ул. Ленина, 7\n",
        "№10021, 5\n№10022, 7\n",
        "ID 10021; 5\nID 10022; 7\n",
        "1) 10021, 5\n2) 10022, 7\n",
        "10021 от 28.11.2026, 5\n10022 от 27.11.2026, 7\n",
        "100,50 10021\n200,75 10022\n",
        "10021 Иванов 100,50\n10022 Петров 200,7\n",
        "клиент 10021 - 1 200,50\nклиент 10022 - 3 100,75\n",
        "10021 (Иванов)|12\n10022 (Петров)|15\n",
        "Заказ 10021\t3\nЗаказ 10022\t4\n",
    ] {
        assert_none_in_silence(text);
    }
    // Commas that part cells, and amounts that have a column of their own.
    for text in [
        "10021,5 Main Street\n10022,7 High Street\n",
        "10021,ул. Ленина 5\n10022,ул. Ленина 7\n",
        "10021;ул. Ленина, 5\n10022;ул. Ленина, 7\n",
        "10021,Иванов 2\n10022,Петров 3\n",
        "10021;100,50;Иванов\n10022;200,75;Петров\n",
        "Адрес,Номер клиента\nЛенина 5,10021\nЛенина 7,10022\n",
        "Телефон,Клиент\n+375 29 123-45-67,10021\n+375 29 123-45-68,10022\n",
        "10021, 10022\n",
        "+375 29 123-45-67;10021\n+375 29 123-45-68;10022\n",
    ] {
        let list = list(text.as_bytes());
        assert_eq!(numbers(&list), ["10021", "10022"], "{text}");
    }
}

#[test]
fn a_rule_below_the_names_is_no_row() {
    for text in [
        "| # | Клиент | Сумма |\n|---|---|---|\n| 1 | 10021 | 5 |\n",
        "| # | Клиент | Сумма |\n|---|:--:|--:|\n| 1 | 10021 | 5 |\n| 2 | 10022 | 7 |\n",
        "|#|Клиент|Сумма|\n|-|-|-|\n|1|10021|5|\n|2|10022|7|\n",
        "| # | Customer | Amount |\n| === | === | === |\n| 1 | 10021 | 5 |\n| 2 | 10022 | 7 |\n",
        ";#;Клиент;\n;---;---;\n;1;10021;\n;2;10022;\n",
        ";*;Клиент;%\n;1;10021;5\n;2;10022;7\n",
        "#\tНомер клиента\tИмя\n---\t---\t---\n1\t10021\tКим\n2\t10022\tЛи\n",
        "| Номер клиента |\n|---------------|\n| 10021 |\n| 10022 |\n",
        "+---+--------+\n| # | Клиент |\n+---+--------+\n| 1 | 10021  |\n| 2 | 10022  |\n+---+--------+\n",
    ] {
        let list = list(text.as_bytes());
        let wanted = &["10021", "10022"][..list.numbers.len().clamp(1, 2)];
        assert_eq!(numbers(&list), wanted, "{text}");
        assert!(list.doubtful.is_empty() && list.refused.is_empty(), "{text}: {list:?}");
        assert_eq!(list.counts().headers, 1, "{text}");
        assert_adds_up(&list, text.lines().count());
    }
}

#[test]
fn a_header_may_begin_like_a_comment() {
    for text in [
        "# п/п;Заказ;Имя\n1;555;Ким\n2;556;Ли\n",
        "# Заказ;Имя\n555;Ким\n556;Ли\n",
        "# Order;Name\n555;Kim\n556;Li\n",
        "// Заказ,Имя\n555,Ким\n556,Ли\n",
        "# Выгрузка за ноябрь\n# Заказ\tИмя\n555\tКим\n556\tЛи\n",
        "## Invoice|Name\n555|Kim\n556|Li\n",
    ] {
        let asked = question(text.as_bytes());
        assert!(asked.columns.iter().any(|column| column.name.is_some()), "{text}");
    }
    for text in [
        "# Клиент;Имя\n10021;Ким\n10022;Ли\n",
        "# п/п;Клиент;Имя\n1;10021;Ким\n2;10022;Ли\n",
        "// customer id,name\n10021,Kim\n10022,Li\n",
    ] {
        let list = list(text.as_bytes());
        assert_eq!((numbers(&list), list.counts().headers), (vec!["10021", "10022"], 1), "{text}");
    }
    // A customer behind the sign was taken off the list.
    let list = list("# 10020;Ан\n10021;Ким\n10022;Ли\n# 10023;Пак\n".as_bytes());
    assert_eq!(numbers(&list), ["10021", "10022"]);
}

#[test]
fn numbers_that_count_the_rows_are_a_question() {
    for text in [
        "№;ФИО\n1;Иванов\n2;Петров\n",
        "№;ФИО\n1;Иванов\n",
        "№;ФИО;Паспорт\n1;Иванов;MP1234567\n2;Петров;MP7654321\n",
        "№;Имя\n1;Ким\n2;\n3;Ли\n",
        "#;Name\n1;Kim\n2;Li\n3;Pak\n",
        "No;Name\n1;Kim\n2;Li\n",
        "No.;Customer name\n1.;Kim\n2.;Li\n",
        "№ п/п;ФИО\n1;Иванов\n2;Петров\n",
        "1;Иванов\n2;Петров\n",
        "1;Иванов;Минск\n2;Петров;Брест\n",
    ] {
        assert_none_in_silence(text);
    }
    for text in ["№;ФИО\n10021;Ким\n10022;Ли\n", "ID;Имя\n10021;Ким\n10022;Ли\n"]
    {
        assert_eq!(numbers(&list(text.as_bytes())), ["10021", "10022"], "{text}");
    }
    assert_eq!(numbers(&list("ID;Имя\n1;Ким\n2;Ли\n".as_bytes())), ["1", "2"]);
    assert_eq!(numbers(&list(b"1\n2\n3\n")), ["1", "2", "3"]);
}

#[test]
fn numbers_of_towns_shops_posts_and_tickets_are_a_question() {
    for text in [
        "ID;Город\n5;Минск\n6;Брест\n",
        "Код;Магазин\n5;Центр\n6;Восток\n",
        "Код;Должность\n5;Кассир\n6;Повар\n",
        "Код;Область;Район\n5;Минская;Минский\n6;Брестская;Пинский\n",
        "ID,Requester,Subject\n5,Kim,Help\n6,Li,Refund\n",
        "Code,Status\n5,New\n6,Closed\n",
        "ID;Title\n5;First\n6;Second\n",
        "ID,Store name\n5,Center\n6,East\n",
        "ID;Country\n5;Belarus\n6;Poland\n",
        "Код;Статус\n5;Новый\n6;Закрыт\n",
        "Код;Заголовок\n5;Первый\n6;Второй\n",
        "Код;Горад\n5;Мінск\n6;Брэст\n",
        "Не клиент;Номер\nКим;5\nЛи;6\n",
        "Not a customer,ID\nKim,5\nLi,6\n",
        "Не покупатели;ID\nКим;5\nЛи;6\n",
        "ID (не клиента);Имя\n5;Ким\n6;Ли\n",
        "ID;Магазин;Телефон\n5;Центр;+375291112233\n6;Восток;+375291112234\n",
        "Не номер клиента\n5\n6\n",
    ] {
        assert_none_in_silence(text);
    }
    for text in [
        "ID;Город;Имя\n10021;Минск;Ким\n10022;Брест;Ли\n",
        "ID;City;Email\n10021;Minsk;a@b.by\n10022;Brest;c@d.by\n",
        "ID клиента;Город\n10021;Минск\n10022;Брест\n",
        "ID,Name,Title,Status\n10021,Kim,Dr,New\n10022,Li,Ms,New\n",
        "Код;Клиент;Должность\n10021;Ким;Кассир\n10022;Ли;Повар\n",
    ] {
        assert_eq!(numbers(&list(text.as_bytes())), ["10021", "10022"], "{text}");
    }
}

#[test]
fn names_that_stand_once_more_are_headers() {
    for text in [
        "Номер клиента;Имя\n10021;Ким\nCustomer No.;Name\n10022;Ли\n",
        "Customer ID;Name\nНомер клиента;Имя\n10021;Kim\n10022;Li\n",
        "Номер клиента\n10021\nCustomer number\n10022\n",
        "Клиент;;Сумма\nНомер;Имя;\n10021;Ким;5\n10022;Ли;7\n",
        "Клиент;Имя\nClient;Name\n10021;Ким\n10022;Ли\n",
    ] {
        let list = list(text.as_bytes());
        assert_eq!(numbers(&list), ["10021", "10022"], "{text}");
        assert!(list.doubtful.is_empty(), "{text}: {:?}", list.doubtful);
        assert_adds_up(&list, text.lines().count());
    }
}

#[test]
fn a_number_quoted_twice_is_that_number() {
    let twice = list(b"\"\"\"10021\"\"\"\n\"\"\"AB-7\"\"\"\n");
    assert_eq!(numbers(&twice), ["10021", "AB-7"]);
    let beside = list("Клиент;Имя\n\"\"\"10021\"\"\";Ким\n\"\"\"10022\"\"\";Ли\n".as_bytes());
    assert_eq!(numbers(&beside), ["10021", "10022"]);
}

#[test]
fn an_error_that_a_spreadsheet_shows_is_told_as_one() {
    for error in ["#SPILL!", "#NAME?", "#DIV/0!", "#N/A", "#ЗНАЧ!", "#ССЫЛКА!", "#BUSY!"]
    {
        let list = list(format!("customer\n10021\n{error}\n10022\n").as_bytes());
        let told: Vec<(u64, RowError)> =
            list.refused.iter().map(|row| (row.line, row.error)).collect();
        assert_eq!(told, [(3, RowError::CellError)], "{error}");
        assert_eq!(numbers(&list), ["10021", "10022"], "{error}");
    }
}
