//! `carddesk list`.

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::api::Client;
use crate::domain::{Asset, Card, CardList, CustomerNumber, Redactor};
use crate::i18n::{Text, Texts, count};
use crate::settings::Folders;
use crate::words::{continued, no_proof};

use super::arguments::ListOptions;
use super::connect::connect;
use super::error::CliError;
use super::open::{add_open, open_removals, open_words};
use super::output::{complain, harmless, print};

/// Prints a customer's cards.
pub(super) fn run(
    options: &ListOptions,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    let connected = connect(&options.connection)?;
    // Without a folder there is no journal, and so nothing that is open.
    let open = Folders::new(data_dir).map_or_else(
        |_| Vec::new(),
        |folders| {
            let merchant = connected.credentials.merchant_id;
            let customer = Some(&connected.customer);
            open_removals(&folders, &connected.server, merchant, customer, texts).records
        },
    );
    if let Some(words) = open_words(&open, texts) {
        complain(&words);
    }
    let client = Client::new(&connected.server).map_err(CliError::Api)?;
    let list = client.list(&connected.credentials, &connected.customer).map_err(CliError::Api)?;
    if options.json {
        let mut object = list_json(&connected.customer, &list);
        add_open(&mut object, &open);
        print(&object.to_string())?;
    } else {
        print(&list_text(&connected.customer, &list, texts))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The documented object. Whole tokens are in it: printing them is what it is for.
fn list_json(customer: &CustomerNumber, list: &CardList) -> Value {
    let known = list.known();
    let redactor = Redactor::default().knowing(&known);
    let cards: Vec<Value> = list.cards.iter().map(|card| card_json(card, redactor)).collect();
    let mut object = json!({ "customer": customer.as_str(), "cards": cards });
    if let Some(doubt) = list.doubt() {
        object["doubt"] = doubt.to_string().into();
    }
    object
}

fn card_json(card: &Card, redactor: Redactor<'_>) -> Value {
    let assets: Vec<Value> =
        card.assets.iter().flat_map(|asset| asset_json(asset, redactor)).collect();
    json!({
        "token": card.token.expose(),
        "last4": card.last_four.as_str(),
        "bin": card.bin.as_str(),
        "brand": card.brand.as_str(),
        "bank": card.bank,
        "expires": card.expiry_text,
        "active": card.active,
        "needs_cvc": card.needs_cvc,
        "assets": assets,
    })
}

/// One object a variant; an asset without files has one with a null URL.
fn asset_json(asset: &Asset, redactor: Redactor<'_>) -> Vec<Value> {
    let object = |url: Option<&str>, declared: Value| {
        json!({
            "type": asset.kind.as_str(),
            "alt_text": asset.alt_text,
            "payment_type": asset.payment_type,
            "url": url,
            "declared": declared,
        })
    };
    if asset.variants.is_empty() {
        let declared = json!({ "media_type": null, "width": null, "height": null });
        return vec![object(None, declared)];
    }
    let variants = asset.variants.iter().map(|variant| {
        let declared = json!({
            "media_type": variant.declared.media_type,
            "width": variant.declared.width,
            "height": variant.declared.height,
        });
        object(Some(&redactor.address(&variant.url)), declared)
    });
    variants.collect()
}

fn list_text(customer: &CustomerNumber, list: &CardList, texts: &Texts) -> String {
    let head = Text::CliList { customer: customer.as_str(), count: count(list.cards.len()) };
    let mut text = texts.get(head).into_owned();
    let unknown = continued(&texts.get(Text::BankUnknown));
    for card in &list.cards {
        let state = match card.active {
            Some(true) => "report-active",
            Some(false) => "report-inactive",
            None => "report-state-unknown",
        };
        let bank = if card.bank.is_empty() { &unknown } else { &card.bank };
        let line = format!(
            "{}  {:<12} {}.. .... {}  {:<8} {:<9} {bank}",
            card.token.expose(),
            card.brand.as_str(),
            card.bin.as_str(),
            card.last_four.as_str(),
            card.expiry_text,
            texts.by_id(state, None, &[]),
        );
        text.push('\n');
        text.push_str(&harmless(&line));
    }
    if let Some(doubt) = list.doubt() {
        let (what, why) = (texts.get(Text::ErrNoProof), no_proof(texts, doubt));
        text.push_str(&format!("\n{what}: {}.", continued(&why)));
    }
    text
}
