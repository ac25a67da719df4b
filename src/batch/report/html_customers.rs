//! The customers of a report, each with its cards and their assets.

use crate::batch::record::{AssetRecord, CardRecord};
use crate::batch::words::file_error;

use crate::i18n::escaped;

use super::described;
use super::html::Page;

pub(super) fn write(page: &Page<'_>, out: &mut String) {
    out.push_str(&format!(
        "<section id=\"customers\">\n<h2>{}</h2>\n",
        page.word("report-customers")
    ));
    for record in &page.batch.customers {
        let Ok(cards) = &record.result else { continue };
        out.push_str(&format!(
            "<section class=\"customer\">\n<h3>{} {}</h3>\n",
            page.word("report-customer"),
            escaped(&record.customer),
        ));
        if cards.is_empty() {
            out.push_str(&format!("<p>{}</p>\n", page.word("report-no-cards")));
        }
        for card in cards {
            of_card(page, card, out);
        }
        out.push_str("</section>\n");
    }
    out.push_str("</section>\n");
}

fn of_card(page: &Page<'_>, card: &CardRecord, out: &mut String) {
    let state = match card.active {
        Some(true) => "report-active",
        Some(false) => "report-inactive",
        None => "report-state-unknown",
    };
    let expires = card.expires.trim();
    let expires = if expires.is_empty() { "–" } else { expires };
    out.push_str(&format!(
        "<div class=\"card\">\n<h4>{}</h4>\n<p>{} {}, {}</p>\n{}\n",
        page.card(card),
        page.word("report-expires"),
        escaped(expires),
        page.word(state),
        page.findings(&card.findings, None),
    ));
    if card.assets.is_empty() {
        out.push_str(&format!("<p>{}</p>\n</div>\n", page.word("report-no-assets")));
        return;
    }
    out.push_str("<table class=\"assets\">\n<thead><tr>");
    for id in
        ["report-picture", "report-asset", "report-declared", "report-measured", "report-found"]
    {
        out.push_str(&format!("<th>{}</th>", page.word(id)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for asset in &card.assets {
        of_asset(page, asset, out);
    }
    out.push_str("</tbody></table>\n</div>\n");
}

fn of_asset(page: &Page<'_>, asset: &AssetRecord, out: &mut String) {
    let declared = &asset.declared;
    let told = described(declared.media_type.as_deref(), declared.width, declared.height, None);
    let measured = asset
        .measured
        .as_ref()
        .map(|file| described(Some(&file.media_type), file.width, file.height, Some(file.bytes)));
    let address = asset.url.as_deref().map(|url| page.address(url)).unwrap_or_default();
    let failed = file_error(page.texts, asset);
    let failed = failed.map(|words| format!("<p class=\"failed\">{}</p>", escaped(&words)));
    out.push_str(&format!(
        "<tr><td class=\"picture\">{}</td><td>{}<br>{address}</td><td>{}</td><td>{}</td>\
         <td>{}{}</td></tr>\n",
        page.thumbnail(Some(asset)),
        escaped(&asset.kind),
        escaped(&told),
        escaped(&measured.unwrap_or_else(|| "–".to_owned())),
        failed.unwrap_or_default(),
        page.findings(&asset.findings, Some(asset)),
    ));
}
