//! The corrupt files of PngSuite, made anew by their definitions: each is told, none is shown.

use carddesk::batch::{AssetRecord, AssetState};
use carddesk::verify::{Rule, Severity};

use crate::media::png::{GREY, Png, RGB, chunk};
use crate::support::TOKEN;

use super::drift::{batch, with};

/// A byte of the signature, or of the header behind its length and name.
const SIGNATURE: usize = 0;
const DEPTH: usize = 24;
const COLOUR: usize = 25;

fn grey(depth: u8) -> Vec<u8> {
    let most = u16::MAX >> (16 - depth);
    Png::new(32, 32, depth, GREY).write(|x, y| vec![((x + y) as u16).min(most)])
}

fn rgb() -> Vec<u8> {
    Png::new(32, 32, 8, RGB).write(|x, y| vec![x as u16 * 7, y as u16 * 7, 90])
}

fn set(mut png: Vec<u8>, at: usize, byte: u8) -> Vec<u8> {
    assert_ne!(png[at], byte);
    png[at] = byte;
    png
}

/// A header that says something else, with a checksum that holds.
fn header(png: Vec<u8>, at: usize, byte: u8) -> Vec<u8> {
    let png = set(png, at, byte);
    let anew = chunk(b"IHDR", &png[16..29]);
    [&png[..8], &anew, &png[33..]].concat()
}

/// As a transfer that takes a file for text leaves it.
fn replaced(png: &[u8], what: &[u8], by: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = png;
    while let Some((first, others)) = rest.split_first() {
        match rest.strip_prefix(what) {
            Some(behind) => {
                out.extend_from_slice(by);
                rest = behind;
            }
            None => {
                out.push(*first);
                rest = others;
            }
        }
    }
    assert_ne!(out, png);
    out
}

/// The last byte of a chunk's checksum turned over.
fn bad_checksum(png: Vec<u8>, name: &[u8]) -> Vec<u8> {
    let at = png.windows(4).position(|window| window == name).unwrap();
    let length = u32::from_be_bytes(png[at - 4..at].try_into().unwrap()) as usize;
    let last = at + 4 + length + 3;
    let byte = !png[last];
    set(png, last, byte)
}

fn without_picture() -> Vec<u8> {
    let end = chunk(b"IEND", b"");
    [Png::new(32, 32, 1, GREY).head(), end].concat()
}

/// Name, bytes, and the rule that tells it.
fn files() -> Vec<(&'static str, Vec<u8>, Rule)> {
    use Rule::{NotTheDeclaredType, Undecodable};
    vec![
        ("xs1n0g01", set(grey(1), SIGNATURE, 0x09), NotTheDeclaredType),
        ("xs2n0g01", set(grey(1), SIGNATURE + 1, b'Q'), NotTheDeclaredType),
        ("xs4n0g01", set(grey(1), SIGNATURE + 3, b'g'), NotTheDeclaredType),
        ("xs7n0g01", set(grey(1), SIGNATURE + 6, b' '), NotTheDeclaredType),
        ("xcrn0g04", replaced(&grey(4), b"\n", b"\r\n"), NotTheDeclaredType),
        ("xlfn0g04", replaced(&grey(4), b"\r\n", b"\n"), NotTheDeclaredType),
        ("line feeds turned into returns", replaced(&grey(4), b"\n", b"\r"), NotTheDeclaredType),
        ("returns turned into line feeds", replaced(&grey(4), b"\r", b"\n"), NotTheDeclaredType),
        ("xhdn0g08", bad_checksum(grey(8), b"IHDR"), Undecodable),
        ("xc1n0g08", header(grey(8), COLOUR, 1), Undecodable),
        ("xc9n2c08", header(rgb(), COLOUR, 9), Undecodable),
        ("xd0n2c08", header(rgb(), DEPTH, 0), Undecodable),
        ("xd3n2c08", header(rgb(), DEPTH, 3), Undecodable),
        ("xd9n2c08", header(rgb(), DEPTH, 99), Undecodable),
        ("xdtn0g01", without_picture(), Undecodable),
        ("xcsn0g01", bad_checksum(grey(1), b"IDAT"), Undecodable),
    ]
}

/// What a batch keeps of each of these files, in their order.
fn examined<'a>(files: impl Iterator<Item = (&'a str, Vec<u8>)>) -> Vec<AssetRecord> {
    let files: Vec<(String, Vec<u8>)> =
        files.map(|(name, bytes)| (format!("/{}.png", name.replace(' ', "-")), bytes)).collect();
    let files: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())).collect();
    let assets: Vec<(&str, &str)> = files.iter().map(|(path, _)| ("BRAND_LOGO", *path)).collect();
    let mut batch = batch(&[with(TOKEN, "0028", &assets)], &files);
    batch.customers.remove(0).result.unwrap().remove(0).assets
}

#[test]
fn each_corrupt_file_of_the_suite_is_told_and_none_is_shown() {
    let files = files();
    let records = examined(files.iter().map(|(name, bytes, _)| (*name, bytes.clone())));
    assert_eq!(records.len(), files.len());
    for ((name, bytes, rule), record) in files.iter().zip(&records) {
        assert_eq!(record.state, AssetState::Failed, "{name}");
        let errors: Vec<Rule> = record
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.rule)
            .collect();
        assert_eq!(errors, [*rule], "{name}: {:?}", record.findings);
        // What came is known all the same, so that it can be asked about.
        assert_eq!(record.measured.as_ref().unwrap().bytes, bytes.len(), "{name}");
    }
}

#[test]
fn the_pictures_that_they_were_made_of_are_good() {
    let good = [("1", grey(1)), ("4", grey(4)), ("8", grey(8)), ("rgb", rgb())];
    for record in examined(good.into_iter()) {
        assert_eq!(record.state, AssetState::Rendered, "{record:?}");
        let worst = record.findings.iter().map(|finding| finding.rule);
        assert!(!worst.into_iter().any(|rule| matches!(rule, Rule::Undecodable | Rule::Damaged)));
    }
}
