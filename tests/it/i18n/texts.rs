use std::collections::BTreeSet;

use carddesk::domain::Language;
use carddesk::i18n::{KEYS, Text, Texts, language_of_locale};

use super::samples::SAMPLES;
use super::{LANGUAGES, arguments_of, strict_bundle, strictly};

/// Counts that take different forms in one of the languages.
const COUNTS: [i64; 8] = [0, 1, 2, 5, 11, 21, 60, 101];

#[test]
fn every_text_formats_without_errors_for_every_count() {
    for language in LANGUAGES {
        let bundle = strict_bundle(language);
        for (id, names) in KEYS {
            for count in COUNTS {
                let arguments = arguments_of(id, count);
                let text = strictly(&bundle, id, Some(&arguments));
                let text = text.unwrap_or_else(|error| panic!("{language:?}: {id}: {error}"));
                let whole = !text.is_empty() && text.trim() == text && !text.contains(['{', '$']);
                assert!(whole, "{language:?}: {id}: {text:?}");
                let shown = text.contains(&count.to_string()) || count == 0;
                assert!(names.is_empty() || shown, "{language:?}: {id}: {text:?} lacks {count}");
            }
        }
    }
}

#[test]
fn a_missing_argument_is_an_error_that_this_test_would_see() {
    let bundle = strict_bundle(Language::English);
    assert!(strictly(&bundle, "cards-count", None).is_err());
    assert!(strictly(&bundle, "no-such-key", None).is_err());
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "report-more: ")]
fn a_message_without_its_argument_ends_a_test() {
    Texts::new(Language::English).by_id("report-more", None, &[]);
}

#[test]
fn counts_take_their_forms() {
    let (english, russian) = (Texts::new(Language::English), Texts::new(Language::Russian));
    for (count, said_in_english, said_in_russian) in [
        (0, "0 cards", "0 карт"),
        (1, "1 card", "1 карта"),
        (2, "2 cards", "2 карты"),
        (4, "4 cards", "4 карты"),
        (5, "5 cards", "5 карт"),
        (11, "11 cards", "11 карт"),
        (12, "12 cards", "12 карт"),
        (21, "21 cards", "21 карта"),
        (101, "101 cards", "101 карта"),
        (111, "111 cards", "111 карт"),
        (122, "122 cards", "122 карты"),
        (2000, "2000 cards", "2000 карт"),
    ] {
        assert_eq!(english.get(Text::CardsCount { count }), said_in_english);
        assert_eq!(russian.get(Text::CardsCount { count }), said_in_russian);
    }
    for (days, said_in_english, said_in_russian) in [
        (0, "Expires today", "Истекает сегодня"),
        (1, "Expires in 1 day", "Истекает через 1 день"),
        (2, "Expires in 2 days", "Истекает через 2 дня"),
        (5, "Expires in 5 days", "Истекает через 5 дней"),
        (21, "Expires in 21 days", "Истекает через 21 день"),
        (60, "Expires in 60 days", "Истекает через 60 дней"),
    ] {
        assert_eq!(english.get(Text::BadgeExpiresSoon { days }), said_in_english);
        assert_eq!(russian.get(Text::BadgeExpiresSoon { days }), said_in_russian);
    }
    for (count, said_in_english, said_in_russian) in [
        (1, "1 removal has no outcome", "1 удаление без итога"),
        (3, "3 removals have no outcome", "3 удаления без итога"),
        (25, "25 removals have no outcome", "25 удалений без итога"),
        (31, "31 removals have no outcome", "31 удаление без итога"),
    ] {
        assert_eq!(english.get(Text::UnresolvedBanner { count }), said_in_english);
        assert_eq!(russian.get(Text::UnresolvedBanner { count }), said_in_russian);
    }
}

/// Texts that take arguments, with values to look for; [`SAMPLES`] has the others.
#[rustfmt::skip]
const WITH_ARGUMENTS: &[(Text<'static>, &[&str])] = &[
    (Text::ErrProxy { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxyName { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxyConnect { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxyTimedOut { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxyCredentials { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxyForbidden { proxy: "proxy.local:3128", status: 403 }, &["proxy.local:3128", "403"]),
    (Text::ErrProxyUnknown { proxy: "proxy.local:3128", status: 503 }, &["proxy.local:3128", "503"]),
    (Text::ErrProxyUnreached { proxy: "proxy.local:3128", status: 502 }, &["proxy.local:3128", "502"]),
    (Text::ErrProxyNoTunnel { proxy: "proxy.local:3128", status: 405 }, &["proxy.local:3128", "405"]),
    (Text::ErrProxyServerTimedOut { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxyNoProxy { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxyHungUp { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxyNoTls { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ProxyExceptionAddress { server: "pay.example:8443" }, &["pay.example:8443"]),
    (Text::ErrProxyTls { proxy: "proxy.local:3128" }, &["proxy.local:3128"]),
    (Text::ErrProxySetting { variable: "HTTPS_PROXY" }, &["HTTPS_PROXY"]),
    (Text::ProxyScheme { scheme: "socks5" }, &["socks5", "http"]),
    (Text::ProxyException { entry: "10.*" }, &["10.*"]),
    (Text::LoadEncoding { encoding: "br" }, &["br"]),
    (Text::ServerPlainHttp { host: "pay.example.com" }, &["pay.example.com"]),
    (Text::ServerScheme { scheme: "ftp" }, &["ftp"]),
    (Text::ServerMore { extra: "/x?y#z" }, &["/x?y#z"]),
    (Text::LoginTooLong { chars: 21 }, &["21"]),
    (Text::PasswordProhibited { position: 7 }, &["7"]),
    (Text::ProhibitedSymbol { symbol: "\"", position: 3 }, &["\"", "3"]),
    (
        Text::ProhibitedInvisible { name: "a tag", code: "U+E0001", position: 3 },
        &["a tag", "U+E0001", "3"],
    ),
    (Text::CustomerTooLong { chars: 33 }, &["33"]),
    (Text::CustomerNonAscii { symbol: "Ж", position: 3 }, &["Ж", "3"]),
    (Text::LockedLead { merchant: "452739", login: "support" }, &["452739", "support"]),
    (Text::HeaderMerchant { merchant: "2147483647" }, &["2147483647"]),
    (Text::CustomerRow { number: "AB12" }, &["AB12"]),
    (Text::StatusPictures { ready: 1, all: 1204 }, &["1", "1204"]),
    (Text::StatusFailed { count: 3 }, &["3"]),
    (Text::StatusLookUp { at: "12:04:31", took: 12_345 }, &["12:04:31", "12345"]),
    (Text::StatusListed { at: "12:04:31" }, &["12:04:31"]),
    (Text::StatusUnresolved { count: 2 }, &["2"]),
    (Text::CustomerTitle { number: "AB12" }, &["AB12"]),
    (Text::CardsCount { count: 12 }, &["12"]),
    (Text::SignInSandboxFailed { reason: "no free port" }, &["no free port"]),
    (Text::SheetCount { shown: 17, all: 4031 }, &["17", "4031"]),
    (Text::CustomersCount { count: 5 }, &["5"]),
    (Text::SheetAlike { count: 31 }, &["31"]),
    (Text::SheetAddresses { count: 3 }, &["3"]),
    (Text::ViewerMore { count: 9 }, &["9"]),
    (Text::QueueTake { count: 9 }, &["9"]),
    (Text::QueueProgress { done: 9, all: 12 }, &["9", "12"]),
    (Text::ListAsOf { at: "12:04:31" }, &["12:04:31"]),
    (Text::PaletteCustomer { number: "AB12" }, &["AB12"]),
    (Text::LookUpWithoutBlanks { number: "AB12" }, &["AB12"]),
    (Text::LegendOutline { size: "8 × 5 px", ratio: "1.6", ideal: "1.586", deviation: "+1 %", radius: "3 px" }, &["8 × 5 px", "1.6", "1.586", "+1 %", "3 px"]),
    (Text::LegendDigits { contrast: "4.5" }, &["4.5"]),
    (Text::LegendClear { share: "7 %" }, &["7 %"]),
    (Text::LegendPartly { share: "7 %" }, &["7 %"]),
    (Text::LegendOpaque { share: "7 %" }, &["7 %"]),
    (Text::LegendEdge { share: "7 %" }, &["7 %"]),
    (Text::LegendForeign { share: "7 %" }, &["7 %"]),
    (Text::LegendCorners { count: 3 }, &["3"]),
    (Text::DifferencePixels { share: "7 %", plain: "2 %", most: 91 }, &["7 %", "2 %", "91"]),
    (Text::DifferenceScaled { share: "7 %", plain: "2 %", most: 91 }, &["7 %", "2 %", "91"]),
    (Text::ChooseFile { kind: "ICON", owners: "1002" }, &["ICON", "1002"]),
    (Text::FactMilliseconds { took: 312 }, &["312"]),
    (Text::FactBits { count: 8 }, &["8"]),
    (Text::Acknowledged { by: "Marina", at: "2026-11-25" }, &["Marina", "2026-11-25"]),
    (Text::BatchWillCompare { path: "/a/b c" }, &["/a/b c"]),
    (Text::BatchKept { at: "2026-11-25 12:00", count: 7 }, &["2026-11-25 12:00", "7"]),
    (Text::ListColumn { place: 7 }, &["7"]),
    (Text::ListColumnNamed { place: 7, name: "Файл.csv" }, &["7", "Файл.csv"]),
    (Text::ListSample { column: "Код", sample: "1002" }, &["Код", "1002"]),
    (Text::ListTaken { place: 7 }, &["7"]),
    (Text::ListTakenNamed { place: 7, name: "Файл.csv" }, &["7", "Файл.csv"]),
    (Text::ListOfSheet { sheet: "Лист1" }, &["Лист1"]),
    (Text::ListIsHidden { name: "Лист1" }, &["Лист1"]),
    (Text::ListHiddenRows { count: 7 }, &["7"]),
    (Text::ListDoubts { count: 7 }, &["7"]),
    (Text::ListDoubtsAsked { count: 7 }, &["7"]),
    (Text::ListAsTheyStand { count: 7 }, &["7"]),
    (Text::ListNotAsked { count: 7 }, &["7"]),
    (Text::ListPdf { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListPicture { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListArchive { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListDocument { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListMarkup { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListJson { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListContacts { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListLetter { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListBinary { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListWorkbook { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListFormats { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListProtected { name: "Файл.csv" }, &["Файл.csv"]),
    (Text::ListTooManyCells { name: "Файл.csv", most: 8 }, &["Файл.csv", "8"]),
    (Text::ListNoColumn { name: "Файл.csv", column: "Код" }, &["Файл.csv", "Код"]),
    (Text::ListNoSheet { name: "Файл.csv", sheet: "Лист1" }, &["Файл.csv", "Лист1"]),
    (Text::BatchRefused { line: 17, value: "AB/12", why: "no" }, &["17", "AB/12", "no"]),
    (Text::BatchStart { count: 25 }, &["25"]),
    (Text::BatchProgress { done: 8, all: 25 }, &["8", "25"]),
    (Text::BatchFailedSoFar { count: 6 }, &["6"]),
    (Text::BatchLeft { minutes: 7 }, &["7"]),
    (Text::BatchResumed { count: 4, at: "2026-11-25 12:00" }, &["4", "2026-11-25 12:00"]),
    (Text::BatchMissing { count: 9 }, &["9"]),
    (Text::ArgumentOtherNumber { expected: 7, count: 9 }, &["7", "9"]),
    (Text::ArgumentNotLive { server: "pay.example.com" }, &["pay.example.com"]),
    (Text::CliNoSuchDigits { digits: "0028" }, &["0028"]),
    (Text::CliSeveralDigits { digits: "0028", list: "VISA; MIR" }, &["0028", "VISA; MIR"]),
    (Text::PasswordCommandNotStarted { reason: "disk full" }, &["disk full"]),
    (Text::PasswordCommandFailed { reason: "exit status: 7" }, &["exit status: 7"]),
    (Text::LockedWait { seconds: 16 }, &["16"]),
    (Text::LockedLeft { left: 5 }, &["5"]),
    (Text::NoticeBatchLeft { done: 7, all: 9 }, &["7", "9"]),
    (Text::AcknowledgementsMerged { count: 12 }, &["12"]),
    (Text::FindingsPending { count: 3 }, &["3"]),
    (Text::CountErrors { count: 4 }, &["4"]),
    (Text::CountWarnings { count: 5 }, &["5"]),
    (Text::CountNotes { count: 6 }, &["6"]),
    (Text::NoCardsLead { number: "AB12" }, &["AB12"]),
    (Text::CardName { brand: "VISA", digits: "0028" }, &["VISA", "0028"]),
    (Text::CardExpires { expiry: "12/2029" }, &["12/2029"]),
    (Text::BadgeExpiresSoon { days: 59 }, &["59"]),
    (
        Text::AssetOpenNamed { kind: "CARD_BACKGROUND", file: "a.png" },
        &["CARD_BACKGROUND", "a.png"],
    ),
    (Text::CopyUrlNamed { file: "a.png" }, &["a.png"]),
    (Text::AcknowledgeNamed { finding: "Portrait", file: "a.png" }, &["Portrait", "a.png"]),
    (Text::AcknowledgeWithdrawNamed { finding: "Blank", file: "a.png" }, &["Blank", "a.png"]),
    (Text::RemoveCardNamed { brand: "VISA", digits: "0028" }, &["VISA", "0028"]),
    (Text::RemoveTitle { brand: "VISA", digits: "0028" }, &["VISA", "0028"]),
    (Text::RemoveTypeLastFour { digits: "0028" }, &["0028"]),
    (Text::RemoveTypeCustomer { number: "AB 12" }, &["AB 12"]),
    (Text::RemovingTitle { brand: "VISA", digits: "0028" }, &["VISA", "0028"]),
    (Text::RemarkRequest { what: "The gateway refused" }, &["The gateway refused"]),
    (Text::RemarkCheck { what: "The gateway refused" }, &["The gateway refused"]),
    (Text::ChainTorn { line: 1234 }, &["1234"]),
    (Text::ChainBroken { line: 1234 }, &["1234"]),
    (Text::ChainAccepted { line: 1234, time: "12:00", who: "Marina" }, &["1234", "12:00", "Marina"]),
    (Text::ChainClock { by: "3:01:01", count: 17, line: 1234 }, &["3:01:01", "17", "1234"]),
    (Text::TakeOnAsk { line: 1234 }, &["1234"]),
    (Text::TakeOnTitle { line: 1234 }, &["1234"]),
    (Text::TakeOnLead { line: 1234 }, &["1234"]),
    (Text::TakeOnConfirm { line: 1234 }, &["1234"]),
    (Text::NoticeTakenOn { line: 1234 }, &["1234"]),
    (Text::ReceiptChainAccepted { line: 1234 }, &["1234"]),
    (Text::ReceiptJournalCopied { digest: "ab12", line: 1234 }, &["ab12", "1234"]),
    (Text::UnresolvedBanner { count: 17 }, &["17"]),
    (Text::UnresolvedCard { card: "VISA ···· 0028", customer: "AB12" }, &["VISA ···· 0028", "AB12"]),
    (Text::StatusBatch { done: 8, all: 25 }, &["8", "25"]),
    (Text::StatusBatchPaused { done: 8, all: 25 }, &["8", "25"]),
    (Text::NoticeBatchEnded { customers: 25, errors: 3, failed: 4 }, &["25", "3", "4"]),
    (Text::UnresolvedMore { count: 14 }, &["14"]),
    (Text::UnresolvedElsewhere { count: 17 }, &["17"]),
    (
        Text::UnresolvedCardElsewhere {
            card: "VISA ···· 0028",
            customer: "AB12",
            merchant: "452739",
            server: "pay.example.com",
        },
        &["VISA ···· 0028", "AB12", "452739", "pay.example.com"],
    ),
    (Text::UnresolvedLookUp { number: "AB12" }, &["AB12"]),
    (
        Text::NoticeSettled { card: "VISA ···· 0028", customer: "AB12", outcome: "Still there" },
        &["VISA ···· 0028", "AB12", "Still there"],
    ),
    (Text::PickCount { count: 3, all: 12 }, &["3", "12"]),
    (Text::PickExpired { count: 4 }, &["4"]),
    (Text::PickCard { brand: "VISA", digits: "0028" }, &["VISA", "0028"]),
    (Text::RevokeAsk { count: 5 }, &["5"]),
    (Text::RevokeTitle { count: 5, number: "AB12" }, &["5", "AB12"]),
    (Text::RevokeUnsendable { count: 2 }, &["2"]),
    (Text::RevokeTypeCount { count: 5 }, &["5"]),
    (Text::RevokeConfirm { count: 5 }, &["5"]),
    (Text::RevokingTitle { number: "AB12" }, &["AB12"]),
    (Text::RevokingProgress { done: 3, all: 12 }, &["3", "12"]),
    (Text::LeftBanner { number: "AB12", rest: 3, asked: 17 }, &["AB12", "3", "17"]),
    (Text::LeftBannerMeaning { at: "2026-11-25 12:00" }, &["2026-11-25 12:00"]),
    (Text::NoticeAllRemoved { number: "AB12" }, &["AB12"]),
    (Text::NoticeRevoked { number: "AB12" }, &["AB12"]),
    (Text::NoticeNotRevoked { number: "AB12" }, &["AB12"]),
    (Text::NoticeRestGone { number: "AB12" }, &["AB12"]),
    (Text::NoticeRestNotProven { number: "AB12" }, &["AB12"]),
    (Text::WholeAllRemoved { gone: 11, asked: 12 }, &["11", "12"]),
    (Text::WholeDone { gone: 11, asked: 12 }, &["11", "12"]),
    (Text::WholePartly { gone: 11, asked: 12 }, &["11", "12"]),
    (Text::WholeUnverified { gone: 11, asked: 12 }, &["11", "12"]),
    (Text::ReceiptLeft { count: 5 }, &["5"]),
    (Text::ExpiredFinding { done: 3, all: 41 }, &["3", "41"]),
    (Text::ExpiredFound { cards: 13, customers: 9 }, &["13", "9"]),
    (Text::ExpiredGone { done: 11, all: 13 }, &["11", "13"]),
    (Text::ExpiredFailed { count: 2, numbers: "1004, AB12" }, &["2", "1004, AB12"]),
    (Text::ReceiptJournal { line: 1234 }, &["1234"]),
    (Text::NoticeExported { path: "/tmp/a b.csv" }, &["/tmp/a b.csv"]),
    (Text::NoticeSettingsNotSaved { reason: "disk full" }, &["disk full"]),
    (Text::NoticeExportFailed { reason: "disk full" }, &["disk full"]),
    (Text::ReadNotFound { path: "/tmp/a b.csv" }, &["/tmp/a b.csv"]),
    (Text::ReadFolder { path: "/tmp/a b" }, &["/tmp/a b"]),
    (Text::ReadNoFile { path: "/dev/a b" }, &["/dev/a b"]),
    (Text::ReadDenied { path: "/tmp/a b.csv" }, &["/tmp/a b.csv"]),
    (Text::ReadTooLarge { path: "/tmp/a b.csv" }, &["/tmp/a b.csv"]),
    (Text::ReadTooLargeMeaning { most: 17 }, &["17"]),
    (Text::ReadFailed { path: "/tmp/a b.csv" }, &["/tmp/a b.csv"]),
    (Text::ReadInUse { path: "/tmp/a b.csv" }, &["/tmp/a b.csv"]),
    (Text::FaultCodes { codes: "5 / 143" }, &["5 / 143"]),
    (Text::ErrStatus { status: 502 }, &["502"]),
    (Text::ErrTooLarge { mib: 8 }, &["8"]),
    (Text::LoadStatus { status: 502 }, &["502"]),
    (Text::LoadRedirected { host: "cdn.example.com" }, &["cdn.example.com"]),
    (Text::LoadTooLarge { mib: "0.25" }, &["0.25"]),
    (Text::LoadNotDeclared { declared: "image/png", found: "text/html" }, &["image/png", "text/html"]),
    (Text::LoadTooManyPixels { width: 20_000, height: 10_001 }, &["20000", "10001"]),
];

#[test]
fn typed_arguments_arrive_in_the_text() {
    for language in LANGUAGES {
        let texts = Texts::new(language);
        for (text, values) in WITH_ARGUMENTS.iter().chain(SAMPLES) {
            let said = texts.get(*text);
            for value in *values {
                assert!(
                    said.contains(value),
                    "{language:?}: {:?} lacks {value}: {said}",
                    text.id()
                );
            }
        }
    }
    let tried = WITH_ARGUMENTS.iter().chain(SAMPLES);
    let tried: BTreeSet<&str> = tried.map(|(text, _)| text.id()).collect();
    let taking = KEYS.iter().filter(|(_, names)| !names.is_empty()).map(|(id, _)| *id);
    assert_eq!(tried, taking.collect(), "a text with arguments is not tried here");
}

#[test]
fn values_that_look_like_fluent_are_shown_as_they_are() {
    let texts = Texts::new(Language::English);
    let number = "{ $x } [one] *";
    assert!(texts.get(Text::CustomerRow { number }).contains(number));
}

#[test]
fn nothing_is_left_untranslated() {
    // Names and signs that are the same in every language.
    let same = ["app-name", "zoom-one"];
    let (english, russian) = (strict_bundle(Language::English), strict_bundle(Language::Russian));
    for (id, _) in KEYS {
        let arguments = arguments_of(id, 5);
        let said = |bundle| strictly(bundle, id, Some(&arguments)).unwrap();
        let (english, russian) = (said(&english), said(&russian));
        assert_eq!(english == russian, same.contains(id), "{id}: {english} / {russian}");
        let cyrillic =
            |text: &str| text.contains(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
        assert!(!cyrillic(&english), "{id}: {english}");
        let short = same.contains(id) || ["tab-raw", "cli-numbered"].contains(id);
        assert!(cyrillic(&russian) || short, "{id}: {russian}");
    }
}

#[test]
fn the_window_speaks_the_systems_language() {
    for locale in ["ru", "RU", "ru_RU", "ru_RU.UTF-8", "ru-RU", "ru_BY.UTF-8", "ru.KOI8-R", "ru@x"]
    {
        assert_eq!(language_of_locale(locale), Language::Russian, "{locale}");
    }
    // Rusyn, Rundi and Aromanian begin alike.
    for locale in
        ["", "C", "POSIX", "en_GB.UTF-8", "be_BY.UTF-8", "rue_UA", "run", "rup-MK", "r", "_ru"]
    {
        assert_eq!(language_of_locale(locale), Language::English, "{locale:?}");
    }
    assert_eq!(Texts::new(Language::Russian).language(), Language::Russian);
    assert_eq!(Texts::new(Language::English).language(), Language::English);
}
