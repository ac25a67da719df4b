//! Keeps one window's settings beside those of other windows.

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::store::{Attempt, StoreError, update_json};

use super::folders::Folders;
use super::store::MAX_BYTES;
use super::values::Settings;

/// Keeps one window's settings: writes what this window has changed, and nothing else, so that what
/// other windows have changed stays.
#[derive(Debug)]
pub struct Keeper {
    folders: Folders,
    /// As this window found them, or wrote them last.
    last: Mutex<Settings>,
}

/// The settings' file by its fields, those of other versions among them. What the settings cannot
/// be read from is no such file.
#[derive(Default, Serialize, Deserialize)]
#[serde(try_from = "Map<String, Value>")]
struct Fields(Map<String, Value>);

impl TryFrom<Map<String, Value>> for Fields {
    type Error = serde_json::Error;

    fn try_from(fields: Map<String, Value>) -> Result<Self, Self::Error> {
        let _understood = Settings::deserialize(Value::Object(fields.clone()))?;
        Ok(Self(fields))
    }
}

impl Keeper {
    /// `found` are the settings that the window begins with.
    pub fn new(folders: Folders, found: Settings) -> Self {
        Self { folders, last: Mutex::new(found) }
    }

    /// Writes what differs from the last time. What could not be written is tried again with the
    /// next change.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn keep(&self, settings: &Settings) -> Result<(), StoreError> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.folders.settings_file();
        let changed = changed(&last, settings)
            .map_err(|error| StoreError::new(Attempt::Write, &path, &error.into()))?;
        if !changed.is_empty() {
            update_json(&path, MAX_BYTES, |kept: &mut Fields| kept.0.extend(changed))?;
        }
        *last = settings.clone();
        Ok(())
    }
}

/// The fields that differ, as they are now.
fn changed(before: &Settings, now: &Settings) -> serde_json::Result<Map<String, Value>> {
    let (before, now) = (serde_json::to_value(before)?, serde_json::to_value(now)?);
    let Value::Object(now) = now else { return Ok(Map::new()) };
    Ok(now.into_iter().filter(|(name, value)| before.get(name) != Some(value)).collect())
}
