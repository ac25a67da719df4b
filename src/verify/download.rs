//! The download.

use crate::domain::Variant;
use crate::media::{FetchError, LoadError, Measured, MediaKind, UrlRefusal};

use super::FileState;
use super::finding::{Finding, Value};
use super::rule::Rule;
use super::thresholds::SLOW;

pub(super) fn check(variant: &Variant, state: FileState<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let measured = match state {
        FileState::Unknown => None,
        FileState::Read(loaded) => Some(&loaded.measured),
        FileState::Failed(failure) => {
            if let LoadError::Fetch(error) = &failure.error {
                found.push(of_error(error));
            }
            failure.measured.as_deref()
        }
    };
    if let Some(measured) = measured {
        check_measured(variant, measured, &mut found);
    }
    found
}

fn of_error(error: &FetchError) -> Finding {
    let failed = |reason: &str| Finding::new(Rule::DownloadFailed, [reason.into()]);
    match error {
        FetchError::UrlRefused(refusal) => {
            let reason = match refusal {
                UrlRefusal::Malformed => "not a URL",
                UrlRefusal::Scheme => "not https",
                UrlRefusal::UserInfo => "user info",
                UrlRefusal::Port => "odd port",
                UrlRefusal::PrivateAddress => "private address",
            };
            Finding::new(Rule::UrlRefused, [reason.into()])
        }
        FetchError::NoConnection => failed("no connection"),
        FetchError::Tls { .. } => failed("TLS"),
        FetchError::Proxy { .. } | FetchError::ProxySetting(_) => failed("proxy"),
        FetchError::Encoding { .. } => failed("encoding"),
        FetchError::TimedOut => failed("time-out"),
        FetchError::CutOff => failed("cut off"),
        FetchError::TooManyRedirects => failed("too many redirects"),
        FetchError::HttpStatus(status) => {
            Finding::new(Rule::HttpStatus, [u32::from(*status).into()])
        }
        FetchError::TooLarge { limit } => Finding::new(Rule::TooLarge, [(*limit).into()]),
        FetchError::RedirectedElsewhere { host } => {
            Finding::new(Rule::Redirected, [host.as_str().into()])
        }
        FetchError::Empty => Finding::new(Rule::EmptyFile, []),
    }
}

fn check_measured(variant: &Variant, measured: &Measured, found: &mut Vec<Finding>) {
    if measured.redirects > 0 {
        found.push(Finding::new(Rule::Redirected, [Value::from("")]));
    }
    if let (Some(header), Some(declared)) = (&measured.content_type, &variant.declared.media_type)
        && !is_same_type(header, declared)
    {
        let values = [header.as_str().into(), declared.as_str().into()];
        found.push(Finding::new(Rule::ContentTypeMismatch, values));
    }
    if measured.elapsed > SLOW {
        let seconds = measured.elapsed.as_secs_f64();
        found.push(Finding::new(Rule::SlowDownload, [seconds.into()]));
    }
}

/// Parameters and case do not matter, and the two names of PDF are one type.
fn is_same_type(one: &str, other: &str) -> bool {
    match (MediaKind::of_media_type(one), MediaKind::of_media_type(other)) {
        (None, None) => {
            let essence =
                |text: &str| text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
            essence(one) == essence(other)
        }
        (one, other) => one == other,
    }
}
