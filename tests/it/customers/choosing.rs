//! Which column is taken.

use carddesk::customers::{Choice, NotAList, read_file};

use super::{cyrillic, list, numbers, question, refusal, with_column};

#[test]
fn numbers_beat_names_whatever_the_order_and_the_language() {
    let cases: &[(&str, usize)] = &[
        ("Клиент;Код\nСмирнова О.;1002\nКим А.;1003\n", 2),
        ("Код;Клиент\n1002;Смирнова О.\n1003;Ким А.\n", 1),
        ("Покупатель;Номер\nООО «Ромашка»;1002\nИП Ким;1003\n", 2),
        ("Контрагент;ИНН;Код\nООО «Ромашка»;7701234567;1002\nИП Ким;7701234568;1003\n", 3),
        ("Client;ID\nAnn Smith;1002\nBob;1003\n", 2),
        ("ID;Customer name\n1002;Ann Smith\n1003;Bob\n", 1),
        ("№;Код;Наименование\n1;1002;Смирнова\n2;1003;Ким\n3;1004;Ли\n", 2),
        ("Кліент;Код\nСмірнова В.;1002\nКім А.;1003\n", 2),
        ("Телефон;Клиент;Код клиента\n+375291234567;Ким;1002\n+375291234568;Ли;1003\n", 3),
        ("Смирнова О.;1002\nКим А.;1003\n", 2),
        ("1002;Смирнова О.\n1003;Ким А.\n", 1),
        ("Дата;Клиент;Номер\n27.11.2026;Ким;1002\n28.11.2026;Ли;1003\n", 3),
        ("27.11.2026;Ким;1002\n28.11.2026;Ли;1003\n", 3),
        ("Клиент;Сумма;Код\nКим;12,50;1002\nЛи;13,75;1003\n", 3),
        ("Карта;Покупатель\n412362******0028;1002\n412362******0029;1003\n", 2),
        ("email;client_id\na@b.by;1002\nc@d.by;1003\n", 2),
        ("Customer Name,Customer No.\n\"Smith, Ann\",1002\n\"Ray, Bob\",1003\n", 2),
        ("ФИО;Договор;Лицевой счёт\nКим;77-1;1002\nЛи;77-2;1003\n", 3),
        ("№ п/п;Лицевой счёт\n1;1002\n2;1003\n", 2),
        ("Nazwa;Numer klienta\nKim;1002\nLi;1003\n", 2),
        ("KUNNR;NAME1\n1002;Kim\n1003;Li\n", 1),
        ("ID_KLIENTA;MIASTO\n1002;Kim\n1003;Li\n", 1),
        ("Код контрагента;Код\n1002;77\n1003;78\n", 1),
        ("Имя клиента;Номер карты клиента;ID клиента\nКим;5100;1002\nЛи;5200;1003\n", 3),
    ];
    for (text, place) in cases {
        for bytes in [text.as_bytes().to_vec(), cyrillic(text)] {
            let list = list(&bytes);
            let taken = list.column.as_ref().map(|column| column.place);
            assert_eq!(
                (numbers(&list), taken),
                (
                    numbers(&list)
                        .into_iter()
                        .filter(|n| ["1002", "1003", "1004"].contains(n))
                        .collect(),
                    Some(*place)
                ),
                "{text}"
            );
            assert!(list.numbers.len() >= 2, "{text}");
        }
    }
}

#[test]
fn customers_numbers_are_known_in_the_languages_of_the_region() {
    for name in [
        "Тұтынушы нөмірі",
        "Тұтынушының коды",
        "Клиенттің нөмірі",
        "Сатып алушының нөмірі",
        "Кардардын номери",
        "Mijoz raqami",
        "Mijozning kodi",
        "Xaridor raqami",
        "Мижоз рақами",
        "Рақами мизоҷ",
        "Müşderiniň belgisi",
        "Müştəri nömrəsi",
        "Müştərinin kodu",
        "მომხმარებლის ნომერი",
        "კლიენტის კოდი",
        "Հաճախորդի համարը",
        "Գնորդի կոդը",
        "Номер клієнта",
        "Код споживача",
        "Нумар кліента",
        "Numer klienta",
        "Nr odbiorcy",
        "Kliento numeris",
        "Pirkėjo kodas",
        "Klienta numurs",
        "Pircēja kods",
        "Kliendi number",
        "Kundennummer",
        "Numărul clientului",
        "Müşteri numarası",
        "Asiakasnumero",
        "ID клиента",
    ] {
        let text = format!("Foo;{name};Bar\n7701;1002;81\n7702;1003;82\n");
        assert_eq!(numbers(&list(text.as_bytes())), ["1002", "1003"], "{name}");
    }
}

#[test]
fn where_several_could_be_meant_nobody_is_asked() {
    let cases: &[&str] = &[
        // No name is known, or those that are name something else.
        "ФИО;Договор;Полисный счёт\nСмирнова О.;77-1;1002\nКим А.;77-2;1003\n",
        "Foo;Bar\n1002;77\n1003;78\n",
        "Foo;Bar\nAnn;1002\nBob;1003\n",
        "1002;7701\n1003;7702\n",
        // Two of them are called so.
        "Customer ID;Client number\n1002;7701\n1003;7702\n",
        "Клиент;Код\n1002;7701\n1003;7702\n",
        // Names alone.
        "Клиент;Город\nСмирнова О.;Минск\nКим А.;Брест\n",
        "№;Клиент\n1;Смирнова О.\n2;Ким А.\n",
        "ФИО\nСмирнова О.\nКим А.\n",
        "Смирнова;Ольга\nКим;Алексей\n",
        // Numbers across.
        "1002;1003;1004\n1005;1006;1007\n",
    ];
    for text in cases {
        let question = question(text.as_bytes());
        assert!(!question.columns.is_empty(), "{text}");
        assert_eq!(question.rows[0][0], text.split([';', '\n']).next().unwrap(), "{text}");
    }
}

#[test]
fn a_question_shows_the_columns_and_is_answered_by_name_or_place() {
    let text = "ФИО;Договор;Полисный счёт\nСмирнова О.;77-1;1002\nКим А.;77-2;1003\n";
    let question = question(text.as_bytes());
    let seen: Vec<(usize, Option<&str>, &str)> = question
        .columns
        .iter()
        .map(|column| (column.place, column.name.as_deref(), column.sample.as_str()))
        .collect();
    assert_eq!(
        seen,
        [
            (1, Some("ФИО"), "Смирнова О."),
            (2, Some("Договор"), "77-1"),
            (3, Some("Полисный счёт"), "1002")
        ]
    );
    for column in ["3", "Полисный счёт", "полисный  счет", " ПОЛИСНЫЙ СЧЁТ "]
    {
        let list = with_column(text.as_bytes(), column);
        assert_eq!(numbers(&list), ["1002", "1003"], "{column}");
        assert_eq!(list.counts().headers, 1, "{column}");
    }
    for column in ["4", "0", "Счёт", ""] {
        let choice = Choice { column: Some(column.to_owned()), ..Choice::default() };
        let error = read_file(text.as_bytes(), &choice).unwrap_err();
        assert!(
            matches!(&error, NotAList::NoColumn { columns, .. } if columns.len() == 3),
            "{error:?}"
        );
    }
}

#[test]
fn files_of_one_shape_have_one_name() {
    let shape = |text: &str| question(text.as_bytes()).shape;
    let one = shape("Foo;Bar\nAnn;1002\nBob;1003\n");
    assert_eq!(one, shape("FOO ; bar\nEve;7\nUma;8\nZoe;9\n"));
    assert_ne!(one, shape("Foo;Baz\nAnn;1002\nBob;1003\n"));
    assert_eq!(with_column(b"Foo;Bar\nAnn;1002\nBob;1003\n", "2").column.unwrap().shape, one);
}

#[test]
fn the_separator_is_that_of_the_whole_table() {
    let cases: &[&str] = &[
        "Клиенты, у которых истекают карты\nНомер клиента;ФИО\n1002;Смирнова\n1003;Ким\n",
        "Отчёт; клиенты; карты; ноябрь\nНомер клиента,ФИО\n1002,Смирнова\n1003,Ким\n",
        "Номер клиента;Сумма\n1002;12,50\n1003;13,50\n",
        "Номер клиента\tФИО; группа\n1002\tСмирнова; a\n1003\tКим; b\n",
        "Номер клиента,Заметка\n1002,\"a; b; c\"\n1003,\"d; e; f\"\n",
        "1002,Смирнова; Ольга\n1003,Ким; Алексей\n",
        "Смирнова, Ольга;1002\nКим, Алексей;1003\n",
    ];
    for text in cases {
        assert_eq!(numbers(&list(text.as_bytes())), ["1002", "1003"], "{text}");
    }
    // A comma in a number here and there makes no columns.
    let mut list = list("A-1\nA-2\nA,3\nA-4\nA-5\n".as_bytes());
    assert_eq!(list.doubtful.len(), 1);
    list.take_as_they_are();
    assert_eq!(numbers(&list), ["A-1", "A-2", "A,3", "A-4", "A-5"]);
}

#[test]
fn what_is_nothing_is_no_question() {
    assert!(list(b"\n\n").is_empty());
    assert!(!matches!(refusal(b"\x01\0\0"), NotAList::NoColumn { .. }));
}
