//! Words that names of paging are made of.

/// What a name tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// How many cards there are.
    Cards,
    /// How many pages there are, or which one this is, from 1.
    Pages,
    /// Where this page begins, from 0.
    Offset,
    /// How many cards a page has at most.
    Size,
    /// That there is more, or where.
    More,
    /// Whether this is all.
    Complete,
    /// Whether this is the last page, or which one is.
    LastPage,
    /// All of it.
    Paging,
}

/// Words that tell something, the strongest first.
pub(super) const TELLING: &[(Topic, &[&str])] = &[
    (
        Topic::More,
        &[
            "next",
            "more",
            "truncated",
            "truncation",
            "partial",
            "incomplete",
            "unfinished",
            "cursor",
            "cursors",
            "continue",
            "continues",
            "continued",
            "continuation",
            "prev",
            "previous",
            "omitted",
            "skiptoken",
            "range",
            "filtered",
            "withheld",
            "suppressed",
            "excluded",
            "dropped",
            "marker",
            "bookmark",
            "resumption",
            "subset",
            "cutoff",
            "cut",
            "abridged",
            "shortened",
            "trimmed",
            "clipped",
            "capped",
            "further",
            "additional",
            "overflow",
            "overflowed",
            "limited",
            "toomany",
            "maxreached",
            "limitreached",
            "unread",
            "unlisted",
            "weitere",
            "invisible",
        ],
    ),
    (Topic::Size, &["perpage", "pagesize", "pagelimit", "limit", "max", "maximum", "top"]),
    (
        Topic::Pages,
        &[
            "page",
            "pages",
            "pagenumber",
            "pageno",
            "pagenum",
            "pageindex",
            "part",
            "parts",
            "portion",
            "portions",
            "chunk",
            "chunks",
            "segment",
            "segments",
            "slice",
            "slices",
            "fragment",
            "fragments",
        ],
    ),
    (Topic::Offset, &["offset", "skip", "skipped"]),
    (Topic::Cards, &["total", "totals", "totalnumber"]),
    (Topic::Complete, &["complete", "completed", "final", "last", "end", "all"]),
    (Topic::Paging, PAGING),
];
pub(super) const PAGING: &[&str] = &["pagination", "paging", "pager", "pageinfo"];
/// Words that tell something of cards, or of others of these.
pub(super) const OF_UNITS: &[&str] = &[
    "left",
    "remaining",
    "hidden",
    "other",
    "others",
    "extra",
    "found",
    "not",
    "linked",
    "related",
    "attached",
    "associated",
    "dependent",
    "sibling",
];
/// Words for cards beside those that came.
pub(super) const BESIDE: &[&str] =
    &["other", "extra", "linked", "related", "attached", "associated", "dependent", "sibling"];
/// Words for how many there are: by themselves, and of something.
pub(super) const COUNTS: &[&str] = &[
    "count",
    "quantity",
    "qty",
    "kolvo",
    "kolichestvo",
    "vsego",
    "itogo",
    "gesamt",
    "anzahl",
    "nombre",
    "seqtotal",
];
pub(super) const NUMBERS: &[&str] = &["num", "number", "amount", "nr"];
/// Words for what was told; beside "not", for what was not.
pub(super) const TOLD: &[&str] =
    &["shown", "listed", "included", "returned", "displayed", "loaded", "fetched"];
pub(super) const UNITS: &[&str] = &[
    "card",
    "cards",
    "item",
    "items",
    "record",
    "records",
    "row",
    "rows",
    "result",
    "results",
    "entry",
    "entries",
    "element",
    "elements",
    "object",
    "objects",
    "token",
    "tokens",
    "resource",
    "resources",
    "kart",
    "karty",
    "karten",
    "zapisey",
];
/// Those of several.
pub(super) const SEVERAL: &[&str] = &[
    "cards",
    "items",
    "records",
    "rows",
    "results",
    "entries",
    "elements",
    "objects",
    "tokens",
    "resources",
];
/// Names of how many were found, or are to be seen: of cards, wherever they stand.
pub(super) const FOUND: &[&str] = &[
    "found",
    "nfound",
    "numfound",
    "matches",
    "matched",
    "matchcount",
    "totalfound",
    "visible",
    "shown",
    "showing",
    "displayed",
    "seqcount",
];
/// The same of a member of a card, where a header has other things of this name.
pub(super) const LENGTHS: &[&str] = &[
    "length",
    "size",
    "len",
    "listlength",
    "listsize",
    "arraylength",
    "arraysize",
    "hits",
    "available",
    "inactivecards",
    "activecards",
];
/// Names of a card's place among the others.
pub(super) const PLACES: &[&str] =
    &["position", "ordinal", "row", "rownum", "rownumber", "rowindex"];
pub(super) const FILLING: &[&str] = &[
    "x",
    "is",
    "are",
    "has",
    "have",
    "the",
    "of",
    "in",
    "to",
    "from",
    "by",
    "list",
    "response",
    "answer",
    "link",
    "links",
    "url",
    "uri",
    "href",
    "key",
    "id",
    "exist",
    "exists",
    "any",
    "there",
    "available",
    "current",
    "first",
    "set",
    "data",
    "collection",
    "content",
    "query",
    "size",
    "search",
    "api",
    "odata",
];
/// Longest name that is cut into words.
pub(super) const MOST_CHARS: usize = 40;
/// First words of names that speak of how often somebody may ask.
pub(super) const QUOTAS: &[&str] = &["rate", "ratelimit", "quota"];
