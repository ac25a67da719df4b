//! Terms: text and HTML as inert, formatted text.
use carddesk::media::{Block, Document, read_html, read_text};
use proptest::prelude::{ProptestConfig, any, proptest};

fn html(text: &str) -> Document {
    read_html(text.as_bytes()).0
}

fn text_of(block: &Block) -> String {
    match block {
        Block::Heading { spans, .. } | Block::Paragraph(spans) | Block::ListItem { spans, .. } => {
            spans.iter().map(|span| span.text.as_str()).collect()
        }
        Block::TableRow(cells) => cells.iter().flatten().map(|span| span.text.as_str()).collect(),
        Block::Rule => String::new(),
    }
}

#[test]
fn text_is_read_in_the_encoding_that_fits() {
    let (utf8, windows) = ("Условия договора. Комиссия 3 %.", encoding_rs::WINDOWS_1251);
    let rows = [
        (utf8.as_bytes().to_vec(), "UTF-8", true),
        ([b"\xef\xbb\xbf", utf8.as_bytes()].concat(), "UTF-8", true),
        (windows.encode(utf8).0.into_owned(), "windows-1251", false),
        (encoding_rs::KOI8_R.encode(utf8).0.into_owned(), "KOI8-R", false),
        (
            [0xff, 0xfe]
                .into_iter()
                .chain(utf8.encode_utf16().flat_map(u16::to_le_bytes))
                .collect(),
            "UTF-16LE",
            false,
        ),
    ];
    for (bytes, encoding, is_utf8) in rows {
        let (document, facts) = read_text(&bytes);
        assert_eq!(document.plain_text(100), utf8, "{encoding}");
        assert_eq!((facts.encoding, facts.is_utf8), (encoding, is_utf8));
        assert!(!facts.empty && !facts.only_url);
    }
}

#[test]
fn terms_that_say_nothing_are_told() {
    for blank in ["", " \r\n\t ", "\u{feff}"] {
        assert!(read_text(blank.as_bytes()).1.empty, "{blank:?}");
    }
    assert!(read_text(b"https://bank.example/terms\n").1.only_url);
    assert!(!read_text(b"See https://bank.example/terms").1.only_url);
    assert!(read_html(b"<html><body><script>x()</script> </body></html>").1.empty);
    assert!(read_html(b"<p>https://bank.example/terms</p>").1.only_url);
}

#[test]
fn html_becomes_formatted_text() {
    let document = html(
        "<h1>Terms</h1><p>One <b>bold</b> and <i>slanted</i>&nbsp;&amp; so on.<ul><li>first<li>second\
         </ul><ol start=3><li>third</ol><hr><table><tr><th>Fee<td>3&nbsp;%</table>",
    );
    let texts: Vec<String> = document.blocks.iter().map(text_of).collect();
    assert_eq!(
        texts,
        [
            "Terms",
            "One bold and slanted\u{a0}& so on.",
            "first",
            "second",
            "third",
            "",
            "Fee3\u{a0}%"
        ]
    );
    assert!(matches!(&document.blocks[0], Block::Heading { level: 1, .. }));
    let Block::Paragraph(spans) = &document.blocks[1] else { panic!("{:?}", document.blocks[1]) };
    assert!(spans[1].strong && !spans[1].emphasis && spans[3].emphasis);
    assert!(matches!(&document.blocks[4], Block::ListItem { marker, .. } if marker == "3."));
    assert!(matches!(&document.blocks[5], Block::Rule));
    assert!(matches!(&document.blocks[6], Block::TableRow(cells) if cells.len() == 2));
}

#[test]
fn what_a_browser_would_run_or_load_is_told_and_left_out() {
    let rows = [
        ("<script>alert('boo')</script>", "script"),
        ("<p onclick='boo()'>text</p>", "event handler"),
        ("<iframe src='https://x.example'>boo</iframe>", "frame"),
        ("<form action='/'><input name=a></form>", "form"),
        ("<img src='https://x.example/a.png'>", "remote load"),
        ("<a href='javascript:boo()'>text</a>", "javascript link"),
    ];
    for (markup, part) in rows {
        let (document, facts) = read_html(markup.as_bytes());
        assert!(facts.active.contains(&part), "{markup}: {:?}", facts.active);
        assert!(!document.plain_text(200).contains("boo"), "{markup}");
    }
    let (_, facts) = read_html(b"<h1>Terms</h1><p>Plain. <a href='https://x.example'>Link</a>");
    assert_eq!(facts.active, Vec::<&str>::new());
}

#[test]
fn only_https_links_are_shown_as_links() {
    let document = html(
        "<a href='https://bank.example/a'>good</a> <a href='http://bank.example/a'>plain</a> \
         <a href='javascript:x()'>script</a>",
    );
    let Block::Paragraph(spans) = &document.blocks[0] else { panic!("{:?}", document.blocks) };
    let links: Vec<_> = spans.iter().filter_map(|span| span.link.as_deref()).collect();
    assert_eq!(links, ["https://bank.example/a"]);
}

#[test]
fn a_declared_encoding_is_believed_where_it_must_be() {
    let text = "<meta charset=windows-1251><p>Условия";
    let bytes = encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    assert_eq!(read_html(&bytes).0.plain_text(50), "Условия");
}

#[test]
fn hostile_html_is_read_to_its_end() {
    let deep = "<div><ul><li><b><table><tr><td>".repeat(10_000);
    let huge = "<ol start=99999999999999999999><li>a</ol>";
    let unclosed = format!("<p>{}", "<a href='https://x.example'>".repeat(20_000));
    for markup in
        [deep.as_str(), huge, &unclosed, "<", "<!--", "<script>", "<![CDATA[", "&#x110000;"]
    {
        let document = html(&format!("{markup}<p>end"));
        assert!(document.blocks.len() <= 4000, "{} blocks", document.blocks.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let most = bytes.len() * 4 + 8;
        assert!(read_text(&bytes).0.plain_text(usize::MAX).chars().count() <= most);
        assert!(read_html(&bytes).0.plain_text(usize::MAX).chars().count() <= most * 4);
    }

    #[test]
    fn any_markup_is_read_without_its_tags(words in "[a-z]{1,8}( [a-z]{1,8}){0,5}", tag in "(b|i|p|div|span|em|h2)") {
        let document = html(&format!("<{tag}>{words}</{tag}>"));
        assert_eq!(document.plain_text(500), words);
    }
}
