//! Files that the one on screen can be compared with.

use crate::model::assets::FileId;
use crate::model::session::Session;
use crate::model::sheet::{Comparable, Use};

impl Session {
    /// The cards that use a file, whichever of its addresses they name; none a file of this machine.
    pub fn uses(&self, id: &FileId) -> Vec<&Use> {
        id.url().map(|url| self.sheet.uses(url, &self.library)).unwrap_or_default()
    }

    /// The files known that another can be compared with: those of the same type first, then the
    /// other variants of the same cards; of those the words are found in.
    pub fn comparable(&self, id: &FileId, filter: &str) -> Vec<Comparable<'_>> {
        let own = id.url().map(|url| self.sheet.file_of(url)).unwrap_or_default();
        let kind = self.library.get(id).map(|entry| entry.kind.clone());
        let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
        let is_found = |file: &Comparable<'_>| {
            let of_uses = file.uses.iter().flat_map(|place| {
                [place.customer.as_str(), &place.brand, &place.bank, &place.last_four]
            });
            let text: Vec<&str> = [file.variant.url.as_str(), file.kind.as_str()]
                .into_iter()
                .chain(of_uses)
                .collect();
            let text = text.join("\n").to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        let mut files: Vec<Comparable<'_>> = self
            .sheet
            .files()
            .filter(|file| Some(file.variant.url.as_str()) != id.url())
            .filter(is_found)
            .collect();
        files.sort_by_cached_key(|file| {
            let other_kind = Some(file.kind) != kind.as_ref();
            let other_card = !own.iter().any(|place| file.uses.contains(place));
            let customer = file.uses.first().map(|place| place.customer.as_str().to_owned());
            (
                other_kind,
                other_card,
                file.kind.as_str().to_owned(),
                customer,
                file.variant.url.clone(),
            )
        });
        files
    }
}
