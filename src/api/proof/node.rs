//! JSON as a strict reader sees it: every member of an object, the repeated ones too, which
//! `serde_json::Value` drops.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

pub(super) enum Node {
    Null,
    Bool(bool),
    Whole(i128),
    /// A whole number beyond what is counted, which may be anything.
    Huge,
    /// A fraction.
    Number(f64),
    Text(String),
    Array(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl Node {
    /// What a header says: JSON, or text.
    pub(super) fn of_header(value: &str) -> Self {
        let value = value.trim();
        serde_json::from_str(value).unwrap_or_else(|_| Self::Text(value.to_owned()))
    }

    /// Null, false, zero and blank text.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Null | Self::Bool(false) | Self::Whole(0) => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Bool(true) | Self::Whole(_) | Self::Huge | Self::Number(_) => false,
            Self::Array(members) => members.is_empty(),
            Self::Object(members) => members.is_empty(),
        }
    }

    /// Nothing at all: null, or blank text.
    pub(super) fn is_unset(&self) -> bool {
        matches!(self, Self::Null) || matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// The same in the words that people and back ends have for it, however deep.
    pub(super) fn says_nothing(&self) -> bool {
        const NOTHING: [&str; 8] = ["false", "no", "n", "off", "null", "nil", "none", "?0"];
        match self {
            Self::Whole(number) => *number <= 0,
            Self::Text(text) => {
                let text = text.trim().trim_matches('"').to_ascii_lowercase();
                let number: Option<f64> = text.parse().ok();
                text.is_empty()
                    || NOTHING.contains(&text.as_str())
                    || number.is_some_and(|n| n <= 0.0)
            }
            Self::Array(members) => members.iter().all(Self::says_nothing),
            Self::Object(members) => members.iter().all(|(_, value)| value.says_nothing()),
            Self::Null | Self::Bool(_) | Self::Huge | Self::Number(_) => self.is_blank(),
        }
    }

    /// The whole numbers that it says; none in an address.
    pub(super) fn numbers(&self) -> Vec<i64> {
        match self {
            Self::Whole(number) => vec![i64::try_from(*number).unwrap_or(i64::MAX)],
            Self::Huge => vec![i64::MAX],
            Self::Text(text) if !text.contains("://") => text
                .split(|c: char| !c.is_ascii_digit())
                .filter(|digits| !digits.is_empty())
                .map(|digits| digits.parse().unwrap_or(i64::MAX))
                .collect(),
            Self::Array(members) => members.iter().flat_map(Self::numbers).collect(),
            Self::Object(members) => {
                members.iter().flat_map(|(_, value)| value.numbers()).collect()
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => Vec::new(),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Whole(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Whole(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        // The library reads a whole number of more than 64 bits as this, and loses its last digits.
        Ok(if number.abs() < u64::MAX as f64 { Node::Number(number) } else { Node::Huge })
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = seq.next_element()? {
            members.push(member);
        }
        Ok(Node::Array(members))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Node::Object(members))
    }
}
