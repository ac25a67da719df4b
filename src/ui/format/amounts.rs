//! Sizes, times, and lines that others wrote.

use crate::i18n::Text;

use super::super::view::View;

/// Bytes with a unit that suits a person.
pub(in crate::ui) fn bytes_text(view: &View<'_>, bytes: usize) -> String {
    let kib = bytes as f64 / 1024.0;
    let (size, unit) = match kib {
        ..1.0 => return format!("{bytes} {}", view.t(Text::UnitBytes)),
        ..1024.0 => (kib, Text::UnitKib),
        _ => (kib / 1024.0, Text::UnitMib),
    };
    format!("{size:.1} {}", view.t(unit))
}

/// Time of day where the person is, with seconds.
pub(in crate::ui) fn local_time(at: jiff::Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M:%S").to_string()
}

/// Day and time where the person is.
pub(in crate::ui) fn local_day_time(at: jiff::Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// What the gateway wrote, short and without signs that move what stands around it.
pub(in crate::ui) fn one_line(text: &str) -> String {
    text.chars().take(60).map(crate::i18n::harmless).collect()
}
