//! Rows of something else than customers: documents, goods, orders; telephones, tax numbers.

use carddesk::customers::Doubt;

use super::{cyrillic, list, numbers, question, with_column};

#[test]
fn numbers_of_documents_goods_and_orders_are_a_question() {
    let cases = [
        "Номер;Дата;Сумма\n1002;27.11.2026;12,50\n1003;28.11.2026;7,00\n",
        "№;Дата;Сумма\n1;27.11.2026;12,50\n2;28.11.2026;7,00\n",
        "Код;Товар;Цена\n1002;Чайник;12,50\n1003;Ложка;7,00\n",
        "Код;Наименование товара\n1002;Чайник\n1003;Ложка\n",
        "ID;Сумма\n1002;12,50\n1003;7,00\n",
        "ID;Amount\n1002;12.50\n1003;7.00\n",
        "ID,Product,Qty\n1002,Kettle,3\n1003,Spoon,4\n",
        "No.,Order date\n1002,2026-11-27\n1003,2026-11-28\n",
        "Order;Customer name\n1002;Ann\n1003;Bob\n",
        "Invoice,Total\n1002,12.50\n1003,7.00\n",
        "Order\n1002\n1003\n",
        "Invoice No\n1002\n1003\n",
        "Заказы\n1002\n1003\n",
        "Накладная\n1002\n1003\n",
        "Артикул\n1002\n1003\n",
        "Номер;Дата;Контрагент;Сумма\n1002;27.11.2026;Ким;12,50\n1003;28.11.2026;Ли;7,00\n",
        "Номер;Документ;Покупатель\n1002;Реализация;Ким\n1003;Возврат;Ли\n",
        "ID;Название;Бюджет\n1002;Поставка чая;12\n1003;Поставка кофе;7\n",
        "ID;Название сделки;Компания\n1002;Чай;Ким\n1003;Кофе;Ли\n",
        "Нумар;Дата;Сума\n1002;27.11.2026;12,50\n1003;28.11.2026;7,00\n",
        "Номер;Товар;Кількість\n1002;Чай;3\n1003;Кава;4\n",
        "Numer;Data;Kwota\n1002;27.11.2026;12,50\n1003;28.11.2026;7,00\n",
        "No;Tarih;Tutar\n1002;27.11.2026;12,50\n1003;28.11.2026;7,00\n",
        "Nr;Datum;Betrag\n1002;27.11.2026;12,50\n1003;28.11.2026;7,00\n",
        "Нөмірі;Күні;Сомасы\n1002;27.11.2026;12,50\n1003;28.11.2026;7,00\n",
        "Name,Paid at,Total,Id\n#1001,2026-11-27,12.50,5551\n#1002,2026-11-28,7.00,5552\n",
        "Name,Subtotal,Id\n#1001,12.50,1551\n#1002,7.00,1552\n",
        "Date,Transaction type,No.,Name,Amount\n11/27/2026,Sale,1002,Ann,12.50\n11/28/2026,Sale,1003,Bob,7.00\n",
        // Without names, or under names that say nothing.
        "1002;27.11.2026;12,50\n1003;28.11.2026;7,75\n",
        "1002;12,50\n1003;7,75\n",
        "1002;27.11.2026;Ким;12,50\n1003;28.11.2026;Ли;7,75\n",
        "ID;Foo\n1002;27.11.2026\n1003;28.11.2026\n",
    ];
    for text in cases {
        for bytes in [text.as_bytes().to_vec(), cyrillic(text)] {
            let asked = question(&bytes);
            assert!(asked.columns.iter().any(|column| column.sample.starts_with('1')), "{text}");
        }
    }
    // A person says which column it is.
    let chosen = with_column(cases[0].as_bytes(), "Номер");
    assert_eq!(numbers(&chosen), ["1002", "1003"]);
}

#[test]
fn what_is_said_of_customers_beside_their_numbers_is_no_document() {
    for text in [
        "ID;Имя\n1002;Ким\n1003;Ли\n",
        "№;ФИО\n1002;Ким\n1003;Ли\n",
        "Код\n1002\n1003\n",
        "Код;Наименование\n1002;Ким\n1003;Ли\n",
        "Код;ФИО;Дата рождения\n1002;Ким;01.02.1990\n1003;Ли;03.04.1991\n",
        "ID;Имя;Дата регистрации;Последний заказ\n1002;Ким;01.02.2020;7\n1003;Ли;03.04.2021;8\n",
        "ID;Фамилия;Имя;Кол-во заказов;Баланс\n1002;Ким;А;3;12,50\n1003;Ли;Б;4;7,75\n",
        "ID,First name,Last name,Total orders,Total spent\n1002,Ann,Kim,3,12.50\n1003,Bob,Li,4,7.75\n",
        "Record ID,First Name,Last Name,Create Date\n1002,Ann,Kim,2026-11-27\n1003,Bob,Li,2026-11-28\n",
        "Record ID,First Name,Lead Status,Last Activity Date\n1002,Ann,New,2026-11-27\n1003,Bob,,\n",
        "Customer ID,Order,Amount\n1002,7,12.50\n1003,8,7.75\n",
        "Код клиента;Дата;Сумма\n1002;27.11.2026;12,50\n1003;28.11.2026;7,75\n",
        "Покупатель;Товар;Цена\n1002;Чай;12,50\n1003;Кофе;7,75\n",
        "Клиент;Сумма;Код\nКим;12,50;1002\nЛи;13,75;1003\n",
        "ID;City;Email\n1002;Minsk;a@b.by\n1003;Brest;c@d.by\n",
        "1002;Ким;01.02.1990\n1003;Ли;03.04.1991\n",
    ] {
        assert_eq!(numbers(&list(text.as_bytes())), ["1002", "1003"], "{text}");
    }
}

/// The doubts about a list, each once.
fn doubts(text: &str) -> Vec<Doubt> {
    let read = list(text.as_bytes());
    assert!(read.numbers.is_empty(), "{text}: {:?}", read.numbers);
    let mut doubts: Vec<Doubt> = read.doubtful.iter().map(|row| row.doubt).collect();
    doubts.dedup();
    doubts
}

#[test]
fn a_column_of_something_else_is_known_by_all_of_its_cells() {
    let cases: &[(&str, Doubt)] = &[
        ("+375291234567\n+375292475624\n", Doubt::Phone),
        ("80291234567\n80332475624\n", Doubt::Phone),
        ("7-900-123-45-67\n7-901-765-43-21\n", Doubt::Phone),
        ("79001234567\n89017654321\n79017654322\n", Doubt::Phone),
        ("375291234567;Ким\n375332475624;Ли\n", Doubt::Phone),
        ("+48221234567\n+995322123456\n", Doubt::Phone),
        ("7707083893\n7736050003\n", Doubt::TaxNumber),
        ("500100732259\n526317984689\n", Doubt::TaxNumber),
        ("100582333\n190690058\n", Doubt::TaxNumber),
        ("7707083893,Sberbank\n7736050003,Gazprom\n", Doubt::TaxNumber),
        ("ST00012|Name=OOO|PersonalAcc=40702810000000000001|Sum=100\n", Doubt::Payment),
        (
            "ST00012|Name=OOO|PersonalAcc=40702810000000000001\n\
             ST00012|Name=IP|PersonalAcc=40702810000000000002\n",
            Doubt::Payment,
        ),
        ("0x1F\n0x2A\n", Doubt::Hex),
        ("customer\n0x1F\n0X2a\n", Doubt::Hex),
        ("FF00AA\n00BB11\nC0FFEE\n", Doubt::Hex),
        ("1e10\n2e5\n", Doubt::Exponent),
        ("customer\n1E10\n12E3\n", Doubt::Exponent),
    ];
    for (text, doubt) in cases {
        assert_eq!(doubts(text), [*doubt], "{text}");
    }
    // Whoever calls them customers, or chooses the column, means it.
    for text in [
        "customer\n+375291234567\n+375292475624\n",
        "Код\n7707083893\n7736050003\n",
        "client id\nFF00AA\n00BB11\n",
    ] {
        assert_eq!(list(text.as_bytes()).numbers.len(), 2, "{text}");
    }
    for text in ["+375291234567\n+375292475624\n", "7707083893\n7736050003\n"] {
        assert_eq!(with_column(text.as_bytes(), "1").numbers.len(), 2, "{text}");
    }
    // Others of their form.
    for text in [
        "+375291234567\n0012345\n",
        "7707083894\n7736050004\n",
        "100582334\n190690057\n",
        "A1001\nB1002\nC1003\n",
        "1001A\n1002B\n",
        "AB1001\nAB1002\n",
        "12E3\nAB-7\n",
    ] {
        assert_eq!(list(text.as_bytes()).numbers.len(), text.lines().count(), "{text}");
    }
}
