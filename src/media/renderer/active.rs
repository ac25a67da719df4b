//! What a viewer of PDF would run, open or unpack (source: ISO 32000-2, 12.6 actions, 7.11 files).

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, MaybeRef, Name, Object};

use super::ActiveContent;

/// Nesting of dictionaries that is searched.
const DEEPEST: usize = 12;

/// Looks through all objects of a file, used or not.
pub(super) fn active_content(pdf: &Pdf) -> Vec<ActiveContent> {
    let mut found = Vec::new();
    for object in pdf.objects() {
        search(&object, DEEPEST, &mut found);
    }
    found
}

/// Looks through an object and what stands inside it; what it refers to is an object of its own.
fn search(object: &Object<'_>, depth: usize, found: &mut Vec<ActiveContent>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match object {
        Object::Dict(dict) => search_dict(dict, depth, found),
        Object::Stream(stream) => search_dict(stream.dict(), depth, found),
        Object::Array(array) => {
            for member in array.raw_iter() {
                if let MaybeRef::NotRef(member) = member {
                    search(&member, depth, found);
                }
            }
        }
        _ => {}
    }
}

fn search_dict(dict: &Dict<'_>, depth: usize, found: &mut Vec<ActiveContent>) {
    let is = |key: &str, value: &str| {
        dict.get::<Name<'_>>(key).is_some_and(|name| name.as_str() == value)
    };
    let mut note = |content| {
        if !found.contains(&content) {
            found.push(content);
        }
    };
    // A multimedia action may carry a script beside.
    if is("S", "JavaScript") || (is("S", "Rendition") && dict.contains_key("JS")) {
        note(ActiveContent::JavaScript);
    }
    if is("S", "Launch") {
        note(ActiveContent::Launch);
    }
    if is("Type", "EmbeddedFile") || names_files(dict) {
        note(ActiveContent::EmbeddedFile);
    }
    // A place to open at (an array, or an action that only goes there) runs nothing.
    let opens = dict.get::<Dict<'_>>("OpenAction").is_some_and(|action| runs(&action));
    let additional = dict.get::<Dict<'_>>("AA").is_some_and(|actions| {
        let mut triggers = actions.keys();
        triggers.any(|key| actions.get::<Dict<'_>>(key).is_some_and(|action| runs(&action)))
    });
    if opens || additional {
        note(ActiveContent::OpenAction);
    }
    for (_, value) in dict.entries() {
        if let MaybeRef::NotRef(value) = value {
            search(&value, depth, found);
        }
    }
}

/// Whether a dictionary is an action that does more than to go to a place in the same file. Fonts
/// and graphics states may have the same names (`AA`) in a page's resources and are none.
fn runs(action: &Dict<'_>) -> bool {
    const KINDS: [&str; 17] = [
        "JavaScript",
        "Launch",
        "URI",
        "SubmitForm",
        "ImportData",
        "ResetForm",
        "GoToR",
        "GoToE",
        "Named",
        "Rendition",
        "Movie",
        "Sound",
        "Hide",
        "SetOCGState",
        "Thread",
        "RichMediaExecute",
        "GoTo3DView",
    ];
    action.get::<Name<'_>>("S").is_some_and(|kind| KINDS.contains(&kind.as_str()))
}

/// Whether a file specification has the file itself in it.
fn names_files(dict: &Dict<'_>) -> bool {
    let names = ["F", "UF", "DOS", "Mac", "Unix"];
    dict.get::<Dict<'_>>("EF").is_some_and(|files| names.iter().any(|n| files.contains_key(*n)))
}
