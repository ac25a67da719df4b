//! The parts of a workbook that is an archive, and their XML.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read as _};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::super::reading::{NotAList, WorkbookFault};
use super::refusal::{MOST_CELLS, broken};

/// Most bytes that the parts of a workbook may have when unpacked.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// XML that is read as it is unpacked.
pub(super) type Xml<R> = Reader<BufReader<R>>;

/// An archive, its parts found whatever the case of their names.
pub(super) struct Parts<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    places: HashMap<String, usize>,
}

impl<'a> Parts<'a> {
    /// What would not fit into memory is refused before anything is read of it, also where the
    /// archive says that it is small: each part is unpacked once for its length alone.
    ///
    /// # Errors
    /// A broken or too large archive, and one under a password.
    pub(super) fn checked(bytes: &'a [u8]) -> Result<Self, NotAList> {
        let mut parts = Self::open(bytes)?;
        for place in 0..parts.archive.len() {
            let part = parts.archive.by_index(place).map_err(broken)?;
            let said = part.size();
            let mut rest = part.take(said + 1);
            let read = std::io::copy(&mut rest, &mut std::io::sink()).map_err(broken)?;
            if read > said {
                return Err(NotAList::Workbook(WorkbookFault::LongPart));
            }
        }
        Ok(parts)
    }

    /// An archive that was checked.
    ///
    /// # Errors
    /// See [`Self::checked`].
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, NotAList> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let mut places = HashMap::new();
        let mut unpacked = 0_u64;
        for place in 0..archive.len() {
            let part = archive.by_index_raw(place).map_err(broken)?;
            unpacked = unpacked.saturating_add(part.size());
            if unpacked > MOST_UNPACKED {
                return Err(NotAList::TooManyCells { most: MOST_CELLS });
            }
            if part.encrypted() {
                return Err(NotAList::Protected);
            }
            places.insert(plain(&part.name().map_err(broken)?), place);
        }
        Ok(Self { archive, places })
    }

    /// A part as it is unpacked; `None` where there is none of this name.
    ///
    /// # Errors
    /// What cannot be unpacked.
    pub(super) fn part(
        &mut self,
        name: &str,
    ) -> Result<Option<zip::read::ZipFile<'_, Cursor<&'a [u8]>>>, NotAList> {
        match self.places.get(&plain(name)) {
            None => Ok(None),
            Some(place) => self.archive.by_index(*place).map(Some).map_err(broken),
        }
    }

    /// All of a part.
    ///
    /// # Errors
    /// A part that is not there or cannot be unpacked.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, NotAList> {
        let missing = || NotAList::Workbook(WorkbookFault::NoPart(name.to_owned()));
        let mut bytes = Vec::new();
        self.part(name)?.ok_or_else(missing)?.read_to_end(&mut bytes).map_err(broken)?;
        Ok(bytes)
    }

    /// What a part points to: addresses by their ids, and the first one of the kind that is asked
    /// for.
    ///
    /// # Errors
    /// A list that is not there or cannot be read.
    pub(super) fn relations(&mut self, of: &str) -> Result<Vec<Relation>, NotAList> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let part = self.bytes(&format!("{folder}/_rels/{name}.rels"))?;
        let mut xml = reader(part.as_slice());
        let mut buffer = Vec::new();
        let mut found = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(broken)? {
                Event::Start(element) if local(&element) == "Relationship" => {
                    let said = |name| attribute(&element, name).unwrap_or_default();
                    let target = said("Target");
                    let path = match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None => format!("{folder}/{target}"),
                    };
                    found.push(Relation { id: said("Id"), kind: said("Type"), path });
                }
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    /// The part that the archive is about.
    ///
    /// # Errors
    /// See [`Self::relations`].
    pub(super) fn main(&mut self) -> Result<String, NotAList> {
        let all = self.relations("")?;
        let main = all.into_iter().rfind(|one| one.kind.ends_with("/officeDocument"));
        main.map(|one| one.path).ok_or(NotAList::Workbook(WorkbookFault::NoMainPart))
    }
}

/// What one part says of another.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) path: String,
}

/// A part's name as it is looked for.
fn plain(name: &str) -> String {
    let name = name.replace('\\', "/").to_lowercase();
    let mut steps: Vec<&str> = Vec::new();
    for step in name.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// A reader that takes `<a/>` for `<a></a>`, and text as it stands.
pub(super) fn reader<R: std::io::Read>(part: R) -> Xml<R> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().expand_empty_elements = true;
    xml
}

/// An element's name without its prefix.
pub(super) fn local<'a>(element: &'a BytesStart<'_>) -> &'a str {
    element.local_name().into_inner()
}

/// An attribute by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let found = all.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name);
    let value = found.map(|one| one.normalized_value(XmlVersion::Implicit1_0).map(Cow::into_owned));
    value.and_then(Result::ok)
}

/// Whether an attribute says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}

/// The text of an event, if it is one.
pub(super) fn text_of(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Text(text) => Some(text.xml10_content().into_owned()),
        Event::CData(text) => Some(text.xml10_content().into_owned()),
        Event::GeneralRef(entity) => match entity.resolve_char_ref() {
            Ok(Some(c)) => Some(c.to_string()),
            _ => {
                let name: &str = entity;
                quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned)
            }
        },
        _ => None,
    }
}
