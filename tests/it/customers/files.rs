use carddesk::customers::{Doubt, FileKind, NotAList, RowError, read_lines};
use carddesk::domain::CustomerNumberError;

use super::{cyrillic, list, numbers, refusal};

#[test]
fn files_of_every_kind_give_their_numbers() {
    let cases: &[(&str, &[&str])] = &[
        ("1001\n1002\n", &["1001", "1002"]),
        ("1001\r\n1002", &["1001", "1002"]),
        ("1001\r1002\r", &["1001", "1002"]),
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
        ("name|customer\nAnn|AB12\n", &["AB12"]),
        ("name;customer\n\"Ann; the first\";AB12\n", &["AB12"]),
        ("name,customer\n\"two\nlines\",AB12\n", &["AB12"]),
        ("sep=;\ncustomer;name\nAB12;Ann\n", &["AB12"]),
        ("SEP=|\ncustomer|name;s\nAB12|Ann;a\n", &["AB12"]),
        ("\"Sep=,\"\ncustomer,name;s\nAB12,Ann;a\n", &["AB12"]),
        // Without a header the numbers are taken; one line of many is a list.
        ("AB12;Ann\nAB13;Bob\n", &["AB12", "AB13"]),
        ("1001, 1002,1003\n", &["1001", "1002", "1003"]),
        ("  1001  \n", &["1001"]),
        ("", &[]),
        ("\n\n# nothing\n", &[]),
        ("customer\n", &[]),
        // The end mark of DOS.
        ("1001\r\n1002\r\n\u{1a}", &["1001", "1002"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(numbers(&list(text.as_bytes())), *wanted, "{text:?}");
    }
}

#[test]
fn other_encodings_are_read() {
    let text = "Покупатель;Имя\r\nЮг 7;Анна\r\nСевер 8;Пётр\r\n";
    let wanted = ["Юг 7", "Север 8"];
    assert_eq!(numbers(&list(&cyrillic(text))), wanted);
    for encoding in [encoding_rs::KOI8_R, encoding_rs::IBM866] {
        let bytes = encoding.encode(text).0.into_owned();
        assert_eq!(numbers(&list(&bytes)), wanted, "{}", encoding.name());
    }
    for mark in [&[0xff, 0xfe][..], &[]] {
        let mut wide = mark.to_vec();
        wide.extend("Customer;Name\n1001;Ann\n".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(numbers(&list(&wide)), ["1001"], "{mark:?}");
    }
    let mut wide = vec![0xfe, 0xff];
    wide.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    assert_eq!(numbers(&list(&wide)), wanted);
}

#[test]
fn files_of_western_and_turkish_systems_are_read() {
    for text in [
        "Müşteri No;Adı Soyadı;Şehir\n1002;Ayşe İnce;İzmir\n1003;Işık Öz;Iğdır\n",
        "Kunden-Nr.;Name;Straße\n1002;Müller;Königsallee\n1003;Schäfer;Görlitzer Straße\n",
        "Numéro;Prénom;Société\n1002;Zoé;Été\n1003;Léa;Crêperie Déjà\n",
    ] {
        let (bytes, ..) = encoding_rs::WINDOWS_1254.encode(text);
        let read = list(&bytes);
        assert_eq!(numbers(&read), ["1002", "1003"], "{text}");
        assert_eq!(read.column.unwrap().name.as_deref(), text.split(';').next());
    }
}

#[test]
fn lines_of_two_encodings_are_each_read_and_told() {
    let head = "Код клиента;ФИО\n";
    let (utf8, other) = ("КЛ1;Смирнова\n1002;Ким\n", "КЛ3;Петрова\n1004;Цой\n");
    let one = |text: &str| cyrillic(text);
    let wide = |text: &str| text.as_bytes().to_vec();
    let files = [
        [wide(head), wide(utf8), one(other)].concat(),
        [one(head), wide(utf8), one(other)].concat(),
        [wide(head), one(utf8), wide(other)].concat(),
        [one(head), one(utf8), wide(other)].concat(),
        [wide(head), wide(utf8), encoding_rs::KOI8_R.encode(other).0.into_owned()].concat(),
    ];
    for bytes in files {
        let read = list(&bytes);
        assert_eq!(numbers(&read), ["1002", "1004"]);
        let told: Vec<(u64, &str, Doubt)> =
            read.doubtful.iter().map(|row| (row.line, row.number.as_str(), row.doubt)).collect();
        assert_eq!(told, [(2, "КЛ1", Doubt::Encoding), (4, "КЛ3", Doubt::Encoding)]);
        assert_eq!(read.column.unwrap().name.as_deref(), Some("Код клиента"));
    }
    // One byte that is spoiled makes no other encoding.
    let mut spoiled = "Код клиента;ФИО\nКЛ1;Смирнова Ольга Петровна\n".as_bytes().to_vec();
    spoiled.extend(
        b"1002;\xd0\x9a\xd0\xb8\xd0\xbc \xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0 \xd0\xaf\xd0\xbd\xff\n",
    );
    assert_eq!(numbers(&list(&spoiled)), ["КЛ1", "1002"]);
}

#[test]
fn what_is_no_text_is_refused() {
    let cases: &[(&[u8], FileKind)] = &[
        (b"%PDF-1.7\n1 0 obj", FileKind::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileKind::Picture),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", FileKind::Picture),
        (b"BM\x36\0\0\0\0\0", FileKind::Picture),
        (b"\x1f\x8b\x08\0", FileKind::Archive),
        (b"PK\x03\x04\x14\0\0\0\x08\0readme.txt1001\n", FileKind::Archive),
        (b"PK\x03\x04\x14\0\0\0\x08\0word/document.xml", FileKind::Document),
        (b"{\\rtf1\\ansi 1001\\par}", FileKind::Document),
        (b"<html><table><tr><td>1001</td></tr></table>", FileKind::Markup),
        (b"\xef\xbb\xbf<?xml version=\"1.0\"?><Workbook/>", FileKind::Markup),
        (b"[\"1001\", \"1002\"]", FileKind::Json),
        (b"1001\n\x001002\n", FileKind::Unknown),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nEND:VCARD\r\n", FileKind::Contacts),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", FileKind::Contacts),
        (b"From: a@b.by\nTo: c@d.by\nSubject: list\n\n1002\n", FileKind::Letter),
        (b"<div>1002</div>\n", FileKind::Markup),
        (b"\x7fELF\x02\x01\x01\0", FileKind::Unknown),
    ];
    for (bytes, kind) in cases {
        assert_eq!(refusal(bytes), NotAList::Binary(*kind), "{bytes:?}");
    }
    // Two letters of a picture may begin a number.
    assert_eq!(numbers(&list(b"BM12\nBM13\n")), ["BM12", "BM13"]);
    // A bracket is no JSON.
    let list = list(b"[1001]\n1002\n");
    assert_eq!((list.numbers.len(), list.doubtful.len()), (1, 1));
}

#[test]
fn repeated_numbers_are_folded_and_counted() {
    let list = list(b"customer\n1001\n1002\n1001\n 1001\n");
    assert_eq!((numbers(&list), list.folded), (vec!["1001", "1002"], 2));
}

#[test]
fn refused_rows_tell_line_value_and_reason() {
    let long = "7".repeat(50);
    let text = format!(
        "# who\ncustomer;name\n1001;a\n\n# note\nAB/12;b\n;c d\n\n{long};d\n1002;e\n;f\n#7;g\n"
    );
    let list = list(text.as_bytes());
    assert_eq!(list.numbers.len(), 2);
    let told: Vec<(u64, &str)> =
        list.refused.iter().map(|row| (row.line, row.value.as_str())).collect();
    let shortened = format!("{}…", "7".repeat(39));
    let wanted = [(6, "AB/12"), (7, ""), (9, shortened.as_str()), (11, ""), (12, "#7")];
    assert_eq!(told, wanted);
    let is = |place: usize, error| assert_eq!(list.refused[place].error, RowError::Number(error));
    assert!(matches!(list.refused[0].error, RowError::Number(CustomerNumberError::Prohibited(_))));
    is(1, CustomerNumberError::Empty);
    is(2, CustomerNumberError::TooLong { chars: 50 });
}

#[test]
fn numbers_of_this_program_are_read_as_they_stand() {
    let numbers = ["AB, 12", "C;D", " 7 ", "sep", "x\ty", "total", "1,5", "12E+3"];
    let allowed: Vec<&str> = numbers.iter().copied().filter(|n| !n.contains([';', '\t'])).collect();
    let list = read_lines(&numbers.join("\n"));
    assert_eq!(super::numbers(&list), allowed);
    assert_eq!(list.refused.len(), 2);
    super::assert_adds_up(&list, numbers.len());
}
