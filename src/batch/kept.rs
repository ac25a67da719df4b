//! Redacted text in files. What a file of an earlier version, or of somebody else, holds of secrets does
//! not get past it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::{Redacted, Redactor, redact};

impl Serialize for Redacted {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Redacted {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| redact(&text))
    }
}

/// An address, where there is one.
pub(super) fn address<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Redacted>, D::Error> {
    let url = Option::<String>::deserialize(from)?;
    Ok(url.map(|url| Redactor::default().address(&url)))
}
