//! What an entry of the corpus is, and how it is put before the verifier.
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use carddesk::domain::{
    Asset, AssetKind, Card, CardList, Date, Declared, Digest, Environment, Variant,
};
use carddesk::media::{LoadFailure, Loaded, Loader, Measured, PixelBox};
use carddesk::verify::{
    BatchCard, FileState, Files, Finding, Situation, verify_batch, verify_card,
};

use crate::media::server::{self, Reply, Server};
use crate::media::{fetcher, program};

/// The box that files are drawn into.
const BOX: PixelBox = PixelBox { width: 400, height: 400 };

/// One line of the corpus.
pub(super) struct Entry {
    pub(super) name: String,
    /// As `E portrait, N palette`: severity and rule, once for each finding.
    pub(super) expected: String,
    pub(super) subject: Subject,
}

pub(super) enum Subject {
    Card(Box<Case>),
    /// The card at this place of a batch.
    Batch(Vec<Row>, usize),
}

/// A card of a batch.
pub(super) struct Row {
    pub(super) customer: &'static str,
    pub(super) bin: &'static str,
    pub(super) bank: &'static str,
    pub(super) files: Vec<(AssetKind, Digest)>,
}

/// A card with its files, and the day.
pub(super) struct Case {
    pub(super) card: Card,
    /// Other cards of its list.
    pub(super) others: Vec<Card>,
    pub(super) files: Vec<File>,
    pub(super) today: Date,
    pub(super) environment: Environment,
}

/// A file of which something is known, by the places of asset and variant.
pub(super) struct File {
    pub(super) at: (usize, usize),
    pub(super) source: Source,
    /// Its name in the address, or its whole path.
    pub(super) name: &'static str,
    /// What is changed of what was measured.
    pub(super) later: fn(&mut Measured),
}

#[derive(Clone)]
pub(super) enum Source {
    /// In the store, with this `Content-Type`.
    Bytes(String, Vec<u8>),
    /// The store's answer.
    Answer(Reply),
    /// At the address that the card names, wherever that is.
    Address,
    /// It failed like this.
    Failed(Box<LoadFailure>),
}

/// What an asset is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Art = 0,
    BrandLogo = 1,
    IssuerLogo = 2,
    Icon = 3,
    Terms = 4,
}

pub(super) fn entry(
    name: impl Into<String>,
    expected: impl Into<String>,
    subject: impl Into<Subject>,
) -> Entry {
    Entry { name: name.into(), expected: expected.into(), subject: subject.into() }
}

impl From<Case> for Subject {
    fn from(case: Case) -> Self {
        Self::Card(Box::new(case))
    }
}

pub(super) fn date(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap()
}

pub(super) fn asset(kind: AssetKind, media_type: &str, size: Option<(u32, u32)>) -> Asset {
    let url = format!("https://cards.example.com/{}", kind.as_str().to_ascii_lowercase());
    let variants = vec![variant(&url, media_type, size)];
    Asset { kind, alt_text: Some("art".to_owned()), payment_type: None, variants }
}

pub(super) fn variant(url: &str, media_type: &str, size: Option<(u32, u32)>) -> Variant {
    let (width, height) = size.unzip();
    let media_type = Some(media_type.to_owned());
    Variant { url: url.to_owned(), declared: Declared { media_type, width, height } }
}

impl Case {
    /// A card with art, logos and icon, of whose files nothing is known yet: nothing to find.
    pub(super) fn plain() -> Self {
        let mut card = crate::model::card(crate::model::FIRST);
        card.assets = vec![
            asset(AssetKind::CardBackgroundCombined, "image/png", Some((1536, 969))),
            asset(AssetKind::BrandLogo, "image/png", Some((1372, 283))),
            asset(AssetKind::IssuerLogo, "image/png", Some((1372, 283))),
            asset(AssetKind::Icon, "image/png", Some((100, 100))),
        ];
        let (others, files) = (Vec::new(), Vec::new());
        let environment = Environment::Production;
        Self { card, others, files, today: date(2026, 3, 10), environment }
    }

    pub(super) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The same card, and this file in the place of one of its own, with no size declared.
    pub(super) fn alone(place: Place, media_type: &str, bytes: Vec<u8>) -> Self {
        let source = Source::Bytes(media_type.to_owned(), bytes);
        Self::plain().with(|case| {
            if place == Place::Terms {
                let terms = asset(AssetKind::TermsAndConditions, media_type, None);
                case.card.assets.push(terms);
            }
            let declared = &mut case.card.assets[place as usize].variants[0].declared;
            let media_type = Some(media_type.to_owned());
            *declared = Declared { media_type, width: None, height: None };
            case.put((place as usize, 0), source);
        })
    }

    /// The same beside a file of full size, so that it may be a small one.
    pub(super) fn small(place: Place, media_type: &str, bytes: Vec<u8>) -> Self {
        Self::alone(place, media_type, bytes).with(|case| {
            let full = Self::plain().card.assets.into_iter().nth(place as usize);
            let full = full.map_or_else(Vec::new, |asset| asset.variants);
            case.card.assets[place as usize].variants.extend(full);
        })
    }

    pub(super) fn put(&mut self, at: (usize, usize), source: Source) {
        self.files.push(File { at, source, name: "file", later: |_| {} });
    }

    /// The first file's declared size.
    pub(super) fn declared(self, width: Option<u32>, height: Option<u32>) -> Self {
        self.with(|case| {
            let (asset, variant) = case.files[0].at;
            let declared = &mut case.card.assets[asset].variants[variant].declared;
            (declared.width, declared.height) = (width, height);
        })
    }

    /// The first file's declared type, where it is not what the store says.
    pub(super) fn called(self, media_type: Option<&str>) -> Self {
        self.with(|case| {
            let (asset, variant) = case.files[0].at;
            case.card.assets[asset].variants[variant].declared.media_type =
                media_type.map(str::to_owned);
        })
    }

    pub(super) fn named(self, name: &'static str) -> Self {
        self.with(|case| case.files[0].name = name)
    }

    pub(super) fn later(self, change: fn(&mut Measured)) -> Self {
        self.with(|case| case.files[0].later = change)
    }
}

/// A store, and the loader that fetches from it.
pub(super) struct Bench {
    store: Server,
    loader: Loader,
    files: AtomicUsize,
}

/// Files by their addresses.
#[derive(Default)]
struct Known(HashMap<String, Result<Loaded, LoadFailure>>);

impl Files for Known {
    fn file(&self, variant: &Variant) -> FileState<'_> {
        match self.0.get(&variant.url) {
            None => FileState::Unknown,
            Some(Ok(loaded)) => FileState::Read(loaded),
            Some(Err(failure)) => FileState::Failed(failure),
        }
    }
}

impl Bench {
    pub(super) fn new() -> Self {
        let loader = Loader::new(fetcher(), program());
        Self { store: Server::start(), loader, files: AtomicUsize::new(0) }
    }

    /// Puts a file where its card then says it is, and examines it.
    fn examine(&self, card: &mut Card, file: File) -> (String, Result<Loaded, LoadFailure>) {
        let asset = &mut card.assets[file.at.0];
        let variant = &mut asset.variants[file.at.1];
        let number = self.files.fetch_add(1, Ordering::Relaxed);
        let path = match file.name.starts_with('/') {
            true => file.name.to_owned(),
            false => format!("/{number}/{}", file.name),
        };
        let port = self.store.port();
        variant.url = match file.source {
            Source::Bytes(media_type, bytes) => {
                self.store.put(&path, server::file(&media_type, &bytes))
            }
            Source::Answer(reply) => self.store.put(&path, reply),
            Source::Address => variant.url.replace("{port}", &port.to_string()),
            Source::Failed(failure) => return (variant.url.clone(), Err(*failure)),
        };
        let mut examined = self.loader.examine(variant, &asset.kind, Some(BOX));
        let measured = match &mut examined {
            Ok((loaded, _)) => Some(&mut loaded.measured),
            Err(failure) => failure.measured.as_deref_mut(),
        };
        if let Some(measured) = measured {
            // However busy the machine is.
            measured.elapsed = Duration::ZERO;
            (file.later)(measured);
        }
        (variant.url.clone(), examined.map(|(loaded, _)| loaded))
    }
}

impl Subject {
    pub(super) fn findings(self, bench: &Bench) -> Vec<Finding> {
        match self {
            Self::Card(case) => {
                let Case { mut card, others, files, today, environment } = *case;
                let known = files.into_iter().map(|file| bench.examine(&mut card, file)).collect();
                let cards = std::iter::once(card).chain(others).collect();
                let list = CardList::sound(cards);
                let situation = Situation { today, environment };
                let found = verify_card(&list.cards[0], &list, &Known(known), situation);
                found.all().cloned().collect()
            }
            Self::Batch(rows, at) => {
                let cards: Vec<BatchCard<'_>> = rows
                    .iter()
                    .map(|row| BatchCard {
                        customer: row.customer,
                        bin: row.bin,
                        bank: row.bank,
                        files: &row.files,
                    })
                    .collect();
                let found = verify_batch(&cards).swap_remove(at);
                let of_files = found.files.into_iter().map(|(_, finding)| finding);
                found.card.into_iter().chain(of_files).collect()
            }
        }
    }
}
