//! Terms and conditions as text and as HTML.

use super::builder::{AssetSpec, CardSpec, Shelf, Variant, bank, combined, icon};
use crate::sandbox::art::Mark;
use crate::sandbox::files::Recipe;

const ENGLISH: &str = "Terms of use of the card\n\n\
    1. The card is issued to the holder named in the agreement.\n\
    2. The holder keeps the card's data to himself.\n\
    3. A lost card is to be reported at once, by day or night.\n\n\
    The bank may change these terms with thirty days' notice.\n";

const RUSSIAN: &str = "Условия использования карты\n\n\
    1. Карта выпускается держателю, указанному в договоре.\n\
    2. Держатель не сообщает данные карты третьим лицам.\n\
    3. Об утрате карты следует сообщить немедленно, в любое время суток.\n\n\
    Банк вправе изменить условия, уведомив держателя за тридцать дней.\n";

const HTML: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Terms of use</title>
<style>body { color: #333 } .hidden { display: none }</style>
<script>document.title = "SCRIPT RAN"; alert("SCRIPT RAN");</script>
</head>
<body onload="alert('HANDLER RAN')">
<h1>Terms of use of the card</h1>
<p>These terms apply to <strong>every</strong> card of the bank, <em>whatever</em> its design.</p>
<h2>Fees</h2>
<table>
<tr><th>Service</th><th>Fee</th></tr>
<tr><td>Issue</td><td>0.00</td></tr>
<tr><td>Replacement &mdash; lost card</td><td>5.00</td></tr>
</table>
<h2>The holder</h2>
<ul>
<li>keeps the card&rsquo;s data to himself;</li>
<li>reports a lost card <b>at once</b>;</li>
<li>reads the <a href="https://bank.example/terms">full terms</a>
 and does not press <a href="javascript:alert('LINK RAN')">this</a>.</li>
</ul>
<ol><li>First.</li><li>Second.</li></ol>
<img src="https://tracker.example/pixel.png" alt="pixel" onerror="alert('IMAGE RAN')">
<iframe src="https://frame.example/"></iframe>
<form action="https://form.example/"><input name="card" value="4005510000000028"></form>
<p>5 &lt; 7 &amp; 7 &gt; 5.</p>
</body>
</html>
"#;

const HTML_RUSSIAN: &str = "<h1>Условия</h1>\n<p>Карта действует <b>до конца</b> месяца, \
    указанного на ней.</p>\n<ul><li>Храните данные карты в тайне.</li>\
    <li>Сообщите об утрате сразу.</li></ul>\n";

pub(super) fn add(shelf: &mut Shelf) {
    let text = |name: &'static str, recipe: Recipe, end: &str, media_type: &'static str| {
        let variant = Variant::unsized_file(recipe, end, media_type);
        AssetSpec::new("TERMS_AND_CONDITIONS", name, vec![variant])
    };
    let card = |index: usize, mark: Mark, terms: AssetSpec| {
        let look = bank(index);
        CardSpec::new(mark, look, &format!("{:04}", 7150 + index)).assets([
            combined(look, mark),
            icon(look, mark),
            terms,
        ])
    };
    let cards = vec![
        card(1, Mark::Visa, text("terms", Recipe::Text(ENGLISH), "txt", "text/plain")),
        card(8, Mark::Mir, text("условия", Recipe::Text(RUSSIAN), "txt", "text/plain")),
        card(
            0,
            Mark::Mastercard,
            text("условия", Recipe::TextIn1251(RUSSIAN), "txt", "text/plain"),
        ),
    ];
    shelf.customer("1015", "Terms as text: English, Russian in UTF-8 and in windows-1251", cards);
    let cards = vec![
        card(3, Mark::Visa, text("terms", Recipe::Text(HTML), "html", "text/html")),
        card(2, Mark::Belkart, text("условия", Recipe::Text(HTML_RUSSIAN), "html", "text/html")),
    ];
    shelf.customer("1016", "Terms as HTML, with a script that must stay inert", cards);
}
