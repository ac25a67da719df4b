//! Every text of the window, with the arguments it takes.

use fluent_bundle::FluentArgs;

/// A key as data: its Fluent identifier and the names of its arguments.
pub type Key = (&'static str, &'static [&'static str]);

macro_rules! texts {
    ($($variant:ident $({ $($arg:ident: $ty:ty),+ $(,)? })? = $id:literal;)+) => {
        /// A text of the window. The identifier and the arguments match `assets/i18n/*.ftl`.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum Text<'a> {
            $($variant $({ $($arg: $ty),+ })?,)+
            /// Text that is the same in every language.
            #[doc(hidden)]
            Never(&'a std::convert::Infallible),
        }

        /// All keys: what the test of the languages compares with the files.
        pub const KEYS: &[Key] = &[$(($id, &[$($(stringify!($arg)),+)?])),+];

        impl<'a> Text<'a> {
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant $({ $($arg: _),+ })? => $id,)+
                    Self::Never(never) => match **never {},
                }
            }

            pub(super) fn arguments(&self) -> Option<FluentArgs<'a>> {
                match self {
                    $(Self::$variant $({ $($arg),+ })? => texts!(@args $($($arg),+)?),)+
                    Self::Never(never) => match **never {},
                }
            }
        }
    };
    (@args) => { None };
    (@args $($arg:ident),+) => {{
        let mut arguments = FluentArgs::new();
        $(arguments.set(stringify!($arg), *$arg);)+
        Some(arguments)
    }};
}

texts! {
    // The window
    AppName = "app-name";
    Close = "close";
    TryAgain = "try-again";
    Refresh = "refresh";
    CopyDetails = "copy-details";
    Asking = "asking";
    Yes = "yes";
    No = "no";
    NotSaid = "not-said";
    UnitBytes = "unit-bytes";
    UnitKib = "unit-kib";
    UnitMib = "unit-mib";
    ToneOk = "tone-ok";
    ToneNote = "tone-note";
    ToneWarning = "tone-warning";
    ToneError = "tone-error";
    // Signing in
    SignInLead = "sign-in-lead";
    SignInButton = "sign-in-button";
    SignInNote = "sign-in-note";
    SignInSandbox = "sign-in-sandbox";
    SignInSandboxNote = "sign-in-sandbox-note";
    FieldServer = "field-server";
    FieldServerHint = "field-server-hint";
    FieldMerchant = "field-merchant";
    FieldMerchantHint = "field-merchant-hint";
    FieldLogin = "field-login";
    FieldPassword = "field-password";
    FieldCustomer = "field-customer";
    FieldCustomerHint = "field-customer-hint";
    EnvironmentSandbox = "environment-sandbox";
    EnvironmentTest = "environment-test";
    EnvironmentProduction = "environment-production";
    ServerEmpty = "server-empty";
    ServerMalformed = "server-malformed";
    ServerPlainHttp { host: &'a str } = "server-plain-http";
    ServerScheme { scheme: &'a str } = "server-scheme";
    ServerUserInfo = "server-user-info";
    ServerMore { extra: &'a str } = "server-more";
    MerchantEmpty = "merchant-empty";
    MerchantNotANumber = "merchant-not-anumber";
    MerchantOutOfRange = "merchant-out-of-range";
    LoginEmpty = "login-empty";
    LoginTooLong { chars: i64 } = "login-too-long";
    PasswordEmpty = "password-empty";
    PasswordTooLong = "password-too-long";
    PasswordProhibited { position: i64 } = "password-prohibited";
    ProhibitedSymbol { symbol: &'a str, position: i64 } = "prohibited-symbol";
    ProhibitedControl { position: i64 } = "prohibited-control";
    CustomerEmpty = "customer-empty";
    CustomerTooLong { chars: i64 } = "customer-too-long";
    CustomerBlanks = "customer-blanks";
    CustomerNonAscii { symbol: &'a str, position: i64 } = "customer-non-ascii";
    // Lock
    Lock = "lock";
    LockedTitle = "locked-title";
    LockedLead { merchant: &'a str, login: &'a str } = "locked-lead";
    LockedWrong = "locked-wrong";
    Unlock = "unlock";
    SignOut = "sign-out";
    // Header and panels
    HeaderMerchant { merchant: &'a str } = "header-merchant";
    TrustVerified = "trust-verified";
    TrustVerifiedWhy = "trust-verified-why";
    TrustUnverified = "trust-unverified";
    TrustUnverifiedWhy = "trust-unverified-why";
    TrustRefused = "trust-refused";
    TrustRefusedWhy = "trust-refused-why";
    LookUpField = "look-up-field";
    Settings = "settings";
    Keys = "keys";
    FoldCustomers = "fold-customers";
    CustomersSandbox = "customers-sandbox";
    CustomersVisited = "customers-visited";
    CustomersEmpty = "customers-empty";
    CustomerRow { number: &'a str } = "customer-row";
    StatusPictures { ready: i64, all: i64 } = "status-pictures";
    StatusFailed { count: i64 } = "status-failed";
    StatusLookUp { at: &'a str, took: i64 } = "status-look-up";
    StatusListed { at: &'a str } = "status-listed";
    StatusUnresolved { count: i64 } = "status-unresolved";
    // Cards of a customer
    EmptyTitle = "empty-title";
    EmptyLead = "empty-lead";
    EmptyButton = "empty-button";
    CustomerTitle { number: &'a str } = "customer-title";
    CardsCount { count: i64 } = "cards-count";
    NoCardsTitle = "no-cards-title";
    NoCardsLead { number: &'a str } = "no-cards-lead";
    ListOld = "list-old";
    ListTakesLong = "list-takes-long";
    RetryPictures = "retry-pictures";
    CardName { brand: &'a str, digits: &'a str } = "card-name";
    BankUnknown = "bank-unknown";
    BrandUnknown = "brand-unknown";
    ExpiryUnknown = "expiry-unknown";
    BadgeActive = "badge-active";
    BadgeInactive = "badge-inactive";
    BadgeExpired = "badge-expired";
    BadgeExpiresSoon { days: i64 } = "badge-expires-soon";
    BadgeExpiryUnreadable = "badge-expiry-unreadable";
    BadgeCvc = "badge-cvc";
    Removing = "removing";
    // Inspector
    CloseInspector = "close-inspector";
    OpenLarge = "open-large";
    TabDetails = "tab-details";
    TabAssets = "tab-assets";
    TabRaw = "tab-raw";
    FieldBrand = "field-brand";
    FieldBank = "field-bank";
    FieldNumber = "field-number";
    FieldExpiry = "field-expiry";
    FieldActive = "field-active";
    FieldCvc = "field-cvc";
    FieldToken = "field-token";
    FieldUnknown = "field-unknown";
    NumberNote = "number-note";
    CopyLastFour = "copy-last-four";
    CopyToken = "copy-token";
    CopyUrl = "copy-url";
    CopyRaw = "copy-raw";
    RawNote = "raw-note";
    NoAssets = "no-assets";
    AssetOpen { kind: &'a str } = "asset-open";
    AssetAltText = "asset-alt-text";
    AssetPaymentType = "asset-payment-type";
    AssetDeclared = "asset-declared";
    AssetMeasured = "asset-measured";
    AssetNoSize = "asset-no-size";
    AssetNoVariants = "asset-no-variants";
    AssetReady = "asset-ready";
    AssetLoading = "asset-loading";
    AssetTakesLong = "asset-takes-long";
    AssetFailed = "asset-failed";
    AssetNotAPicture = "asset-not-apicture";
    AssetNotDeclaredType = "asset-not-declared-type";
    Retry = "retry";
    // Large picture
    ZoomFit = "zoom-fit";
    ZoomOne = "zoom-one";
    ZoomIn = "zoom-in";
    ZoomOut = "zoom-out";
    GroundChecker = "ground-checker";
    GroundLight = "ground-light";
    GroundDark = "ground-dark";
    // Removing a card
    RemoveAsk = "remove-ask";
    RemoveCardNamed { brand: &'a str, digits: &'a str } = "remove-card-named";
    RemoveTitle { brand: &'a str, digits: &'a str } = "remove-title";
    RemoveWarning = "remove-warning";
    RemoveTypeLastFour { digits: &'a str } = "remove-type-last-four";
    RemoveReason = "remove-reason";
    RemoveReasonNote = "remove-reason-note";
    RemoveConfirm = "remove-confirm";
    RemoveKeep = "remove-keep";
    RemoveTokenUnusable = "remove-token-unusable";
    RemovingTitle { brand: &'a str, digits: &'a str } = "removing-title";
    StepIntent = "step-intent";
    StepRequest = "step-request";
    StepCheck = "step-check";
    RemovingNote = "removing-note";
    RemovingHide = "removing-hide";
    CheckAgain = "check-again";
    OutcomeRemoved = "outcome-removed";
    OutcomeRemovedMeaning = "outcome-removed-meaning";
    OutcomeGone = "outcome-gone";
    OutcomeGoneMeaning = "outcome-gone-meaning";
    OutcomeStill = "outcome-still";
    OutcomeStillMeaning = "outcome-still-meaning";
    OutcomeRefused = "outcome-refused";
    OutcomeRefusedMeaning = "outcome-refused-meaning";
    OutcomeUnverified = "outcome-unverified";
    OutcomeUnverifiedMeaning = "outcome-unverified-meaning";
    OutcomeNotSent = "outcome-not-sent";
    OutcomeNotSentMeaning = "outcome-not-sent-meaning";
    RemarkOtherToken = "remark-other-token";
    RemarkRequest { what: &'a str } = "remark-request";
    RemarkCheck { what: &'a str } = "remark-check";
    RemarkJournal = "remark-journal";
    // Journal
    Journal = "journal";
    BackToCards = "back-to-cards";
    JournalExport = "journal-export";
    JournalFilter = "journal-filter";
    JournalTime = "journal-time";
    JournalCustomer = "journal-customer";
    JournalCard = "journal-card";
    JournalOutcome = "journal-outcome";
    JournalReason = "journal-reason";
    JournalOperator = "journal-operator";
    JournalOsUser = "journal-os-user";
    JournalToken = "journal-token";
    JournalSteps = "journal-steps";
    JournalUnresolved = "journal-unresolved";
    JournalResolve = "journal-resolve";
    JournalOtherMerchant = "journal-other-merchant";
    JournalNothingFound = "journal-nothing-found";
    JournalEmptyTitle = "journal-empty-title";
    JournalEmptyLead = "journal-empty-lead";
    ChainIntact = "chain-intact";
    ChainTorn { line: i64 } = "chain-torn";
    ChainBroken { line: i64 } = "chain-broken";
    ChainBrokenMeaning = "chain-broken-meaning";
    EntryIntent = "entry-intent";
    EntryAcknowledged = "entry-acknowledged";
    EntryUnknown = "entry-unknown";
    EntryAbsent = "entry-absent";
    EntryPresent = "entry-present";
    EntryCheckFailed = "entry-check-failed";
    UnresolvedBanner { count: i64 } = "unresolved-banner";
    UnresolvedBannerMeaning = "unresolved-banner-meaning";
    UnresolvedOpen = "unresolved-open";
    // Settings
    SettingsTheme = "settings-theme";
    ThemeSystem = "theme-system";
    ThemeLight = "theme-light";
    ThemeDark = "theme-dark";
    SettingsLanguage = "settings-language";
    SettingsZoom = "settings-zoom";
    SettingsOperator = "settings-operator";
    SettingsOperatorNote = "settings-operator-note";
    SettingsNote = "settings-note";
    KeyLookUp = "key-look-up";
    KeyRefresh = "key-refresh";
    KeyTab = "key-tab";
    KeyInspect = "key-inspect";
    KeyLarge = "key-large";
    KeyRemove = "key-remove";
    KeyCopyDigits = "key-copy-digits";
    KeyCopyToken = "key-copy-token";
    KeyJournal = "key-journal";
    KeyLock = "key-lock";
    KeyKeys = "key-keys";
    KeyClose = "key-close";
    KeyQuit = "key-quit";
    KeyZoom = "key-zoom";
    // Notices
    NoticeTokenCopied = "notice-token-copied";
    NoticeCopied = "notice-copied";
    NoticeExported { path: &'a str } = "notice-exported";
    NoticeExportFailed { reason: &'a str } = "notice-export-failed";
    NoticeSettingsNotSaved = "notice-settings-not-saved";
    NoticeRemovalRunning = "notice-removal-running";
    NoticeJobLost = "notice-job-lost";
    // Errors of a call
    ErrRefused = "err-refused";
    ErrRefusedMeaning = "err-refused-meaning";
    FaultCodes { codes: &'a str } = "fault-codes";
    ErrName = "err-name";
    ErrNameMeaning = "err-name-meaning";
    ErrConnect = "err-connect";
    ErrConnectMeaning = "err-connect-meaning";
    ErrTls = "err-tls";
    ErrTlsMeaning = "err-tls-meaning";
    ErrProxy = "err-proxy";
    ErrProxyMeaning = "err-proxy-meaning";
    ErrSetup = "err-setup";
    ErrSetupMeaning = "err-setup-meaning";
    ErrTimedOut = "err-timed-out";
    ErrCutOff = "err-cut-off";
    ErrInterruptedMeaning = "err-interrupted-meaning";
    ErrStatus { status: i64 } = "err-status";
    ErrStatusMeaning = "err-status-meaning";
    ErrNotUnderstood = "err-not-understood";
    ErrNotUnderstoodMeaning = "err-not-understood-meaning";
    ErrTooLarge { mib: i64 } = "err-too-large";
    ErrTooLargeMeaning = "err-too-large-meaning";
    ErrJournalWrite = "err-journal-write";
    ErrJournalWriteMeaning = "err-journal-write-meaning";
    ErrJournalRead = "err-journal-read";
    ErrJournalLocked = "err-journal-locked";
    ErrJournalMeaning = "err-journal-meaning";
    ErrResolveMeaning = "err-resolve-meaning";
    // Errors of an asset
    LoadRefused = "load-refused";
    LoadRefusedMeaning = "load-refused-meaning";
    LoadNoConnection = "load-no-connection";
    LoadTls = "load-tls";
    LoadTimedOut = "load-timed-out";
    LoadCutOff = "load-cut-off";
    LoadNetworkMeaning = "load-network-meaning";
    LoadForbidden = "load-forbidden";
    LoadNotFound = "load-not-found";
    LoadStatus { status: i64 } = "load-status";
    LoadRedirected { host: &'a str } = "load-redirected";
    LoadTooLarge { mib: &'a str } = "load-too-large";
    LoadEmpty = "load-empty";
    LoadStoreMeaning = "load-store-meaning";
    LoadNotDeclared { declared: &'a str, found: &'a str } = "load-not-declared";
    LoadTooManyPixels { width: i64, height: i64 } = "load-too-many-pixels";
    LoadUndecodable = "load-undecodable";
    LoadPanicked = "load-panicked";
    LoadLimits = "load-limits";
    LoadDrawer = "load-drawer";
    LoadEncrypted = "load-encrypted";
    LoadUnsupported = "load-unsupported";
    LoadFileMeaning = "load-file-meaning";
}
