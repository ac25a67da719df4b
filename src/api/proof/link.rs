//! Links in a header (RFC 8288), and addresses beside the one that was asked.

use url::Url;

use super::paging;

/// Whether links name another page than this answer.
pub(super) fn leads_on(links: &str, asked: &Url) -> bool {
    let links = links_of(links);
    let of = |relation: &str| {
        links.iter().find(|link| link.is(relation)).and_then(|link| asked.join(&link.target).ok())
    };
    // The last page may be this one.
    let is_here = |last: &Url| {
        is_same(last, asked) || [of("self"), of("first")].iter().flatten().any(|here| here == last)
    };
    links.iter().any(|link| link.relations.iter().any(|names| paging::is_relation(names)))
        || of("last").is_some_and(|last| !is_here(&last))
}

/// Whether two addresses name the same; a fragment is the reader's own.
pub(super) fn is_same(one: &Url, other: &Url) -> bool {
    let plain = |url: &Url| {
        let mut url = url.clone();
        url.set_fragment(None);
        url
    };
    // The path as it is typed: servers of the gateway's kind know no case.
    let (one, other) = (plain(one), plain(other));
    one.as_str().eq_ignore_ascii_case(other.as_str())
}

struct Link {
    target: String,
    relations: Vec<String>,
}

impl Link {
    fn is(&self, relation: &str) -> bool {
        let names = |names: &String| {
            let mut names = names.split(|c: char| c.is_whitespace() || c == '"' || c == '\'');
            names.any(|name| name.eq_ignore_ascii_case(relation))
        };
        self.relations.iter().any(names)
    }
}

fn links_of(header: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut parts = header.split('<');
    // What stands before the first address belongs to none, and may be one without its signs.
    let before = parts.next().unwrap_or_default();
    if !before.trim().is_empty() {
        links.push(Link { target: String::new(), relations: relations(before) });
    }
    for part in parts {
        let (target, parameters) = part.split_once('>').unwrap_or((part, ""));
        links.push(Link { target: target.trim().to_owned(), relations: relations(parameters) });
    }
    links
}

fn relations(parameters: &str) -> Vec<String> {
    let pairs = parameters.split([';', ',']).filter_map(|parameter| parameter.split_once('='));
    pairs
        .filter(|(name, _)| matches!(name.trim().to_ascii_lowercase().as_str(), "rel" | "rel*"))
        .map(|(_, value)| value.trim().to_owned())
        .collect()
}
