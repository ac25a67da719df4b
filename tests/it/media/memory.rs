//! Files that unpack to gigabytes beside their picture: what they take is measured in a process of
//! its own, eight of them at once.
#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::process::Command;

use carddesk::domain::AssetKind;
use carddesk::media::{Content, LoadError, Loader};

use super::deflate::zlib_bomb;
use super::png::{PALETTE, Png, RGB, RGBA, chunk};
use super::{BOX, fetcher, program};

/// Set in the process that decodes: which of the files.
const FILE: &str = "CARDDESK_TEST_DECODES";
const AT_ONCE: usize = 8;
/// What eight files may take together beyond what the process had: their bytes, up to 5 MiB each,
/// a few times over.
const SMALL: u64 = 192;
/// The same of the largest pictures, of which as many are decoded at once as there are processors.
const LARGE: u64 = 192;

type File = (&'static str, fn() -> Vec<u8>, Fate);

#[derive(Clone, Copy, PartialEq)]
enum Fate {
    /// Its picture is good, whatever stands beside it.
    Shown,
    /// Either.
    Any,
}
use Fate::{Any, Shown};

const FILES: &[File] = &[
    ("png-profile", || beside(&usual(), b"iCCP", &packed(b"icc\0\0")), Shown),
    ("png-profile-of-palette", || beside(&palette(), b"iCCP", &packed(b"icc\0\0")), Shown),
    ("png-profile-of-16-bits", || beside(&sixteen(), b"iCCP", &packed(b"icc\0\0")), Shown),
    ("png-profile-interlaced", || beside(&interlaced(), b"iCCP", &packed(b"icc\0\0")), Shown),
    ("png-text", || beside(&palette(), b"zTXt", &packed(b"Comment\0\0")), Shown),
    ("png-xmp", || beside(&palette(), b"iTXt", &packed(b"XML:com.adobe.xmp\0\x01\0\0\0")), Shown),
    ("png-exif", || beside(&palette(), b"eXIf", &vec![7; 4 << 20]), Shown),
    ("png-palettes", || beside(&palette(), b"sPLT", &vec![7; 4 << 20]), Shown),
    ("png-unknown", || beside(&palette(), b"tEsT", &packed(b"")), Shown),
    ("png-texts", || many(&palette(), &chunk(b"tEXt", b"a\0b")), Shown),
    ("png-profiles", || many(&sixteen(), &chunk(b"iCCP", &few(b"icc\0\0"))), Shown),
    ("png-compressed-texts", || many(&palette(), &chunk(b"zTXt", &few(b"a\0\0"))), Shown),
    ("png-empty-data", || many_before_data(&chunk(b"IDAT", b"")), Shown),
    (
        "png-interrupted-data",
        || many_before_data(&[chunk(b"IDAT", b""), chunk(b"tEXt", b"")].concat()),
        Any,
    ),
    ("png-frames", frames, Shown),
    ("png-pixels", || bomb_of_pixels(RGBA, 8), Any),
    ("png-pixels-of-16-bits", || bomb_of_pixels(RGB, 16), Any),
    ("jpeg-profile", || segments(0xe2, b"ICC_PROFILE\0\x01\x01", 60_000), Shown),
    ("jpeg-exif", || segments(0xe1, b"Exif\0\0II*\0\x08\0\0\0\xff\xff", 60_000), Shown),
    ("jpeg-xmp", || segments(0xe1, b"http://ns.adobe.com/xmp/extension/\0", 60_000), Shown),
    ("jpeg-comments", || segments(0xfe, b"", 2), Shown),
    ("jpeg-tables", || segments(0xdb, &[0; 65], 65), Any),
    ("gif-comments", || gif(&b"\x21\xfe\x01a\0".repeat(900_000)), Shown),
    ("gif-profile", || gif(&blocks(b"\x21\xff\x0bICCRGBG1012")), Shown),
    ("gif-xmp", || gif(&blocks(b"\x21\xff\x0bXMP DataXMP")), Shown),
    ("gif-frames", || gif(&b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x4c\x01\0".repeat(300_000)), Any),
    ("gif-large-frame", || gif(b"\x2c\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x4c\x01\0"), Any),
    ("webp-profile", || webp(0x20, &riff(b"ICCP", &vec![7; 4 << 20])), Shown),
    ("webp-chunks", || webp(0, &riff(b"abcd", b"").repeat(500_000)), Shown),
    ("webp-large-frame", webp_of_another_size, Any),
    ("webp-many-codes", webp_of_many_codes, Any),
];

/// Pictures as large as they may be, in the kinds that take most.
const LARGEST: &[File] = &[
    ("jpeg-scans", scans, Any),
    ("png-largest", || largest_png(), Shown),
    ("jpeg-largest", || largest_jpeg(include_bytes!("samples/baseline.jpg")), Shown),
    ("jpeg-largest-progressive", || largest_jpeg(include_bytes!("samples/progressive.jpg")), Shown),
    ("jpeg-largest-of-four", || largest_jpeg(include_bytes!("samples/cmyk.jpg")), Shown),
];

fn picture(png: &Png, channels: usize) -> Vec<u8> {
    png.write(|x, y| vec![u16::from((x + y) % 2 == 0); channels])
}

fn usual() -> Vec<u8> {
    picture(&Png::new(40, 20, 8, RGBA), 4)
}

fn palette() -> Vec<u8> {
    picture(&Png::new(40, 20, 1, PALETTE).with(b"PLTE", &[1, 2, 3, 4, 5, 6]), 1)
}

fn sixteen() -> Vec<u8> {
    picture(&Png::new(40, 20, 16, RGB), 3)
}

fn interlaced() -> Vec<u8> {
    picture(&Png::new(40, 20, 8, RGBA).interlaced(), 4)
}

/// Four gigabytes, packed.
fn packed(before: &[u8]) -> Vec<u8> {
    [before, &zlib_bomb(b"\0", 4 << 30)].concat()
}

/// Some of them, for many parts.
fn few(before: &[u8]) -> Vec<u8> {
    [before, &zlib_bomb(b"\0", 16 << 20)].concat()
}

/// A picture with another part right after its header.
fn beside(png: &[u8], name: &[u8], data: &[u8]) -> Vec<u8> {
    let (head, rest) = png.split_at(33);
    [head, &chunk(name, data), rest].concat()
}

fn many(png: &[u8], part: &[u8]) -> Vec<u8> {
    let (head, rest) = png.split_at(33);
    [head, &part.repeat((4 << 20) / part.len()), rest].concat()
}

fn many_before_data(part: &[u8]) -> Vec<u8> {
    let palette = palette();
    let data = palette.windows(4).position(|name| name == b"IDAT").unwrap() - 4;
    let (head, rest) = palette.split_at(data);
    [head, &part.repeat((4 << 20) / part.len()), rest].concat()
}

/// Many animated frames after the picture.
fn frames() -> Vec<u8> {
    let number = |n: u32| n.to_be_bytes();
    let frame = |n: u32| {
        let size = [number(40), number(20), number(0), number(0)].concat();
        let control = [&number(n)[..], &size, &[0, 1, 0, 10, 0, 0]].concat();
        chunk(b"fcTL", &control)
    };
    let mut after = Vec::new();
    for n in 1..50_000 {
        after.extend(frame(2 * n - 1));
        after.extend(chunk(b"fdAT", &number(2 * n)));
    }
    let control = [number(50_000), number(0)].concat();
    let still = usual();
    let end = still.len() - 12;
    let (head, rest) = still[..end].split_at(33);
    [head, &chunk(b"acTL", &control), &frame(0), rest, &after, &still[end..]].concat()
}

/// Rows without end for a picture of ten pixels a side.
fn bomb_of_pixels(colour: u8, depth: u8) -> Vec<u8> {
    let mut png = Png::new(10, 10, depth, colour).head();
    png.extend(chunk(b"IDAT", &zlib_bomb(b"\0", 4 << 30)));
    png.extend(chunk(b"IEND", b""));
    png
}

/// A good JPEG with as many segments after its mark as there is room for.
fn segments(marker: u8, start: &[u8], length: usize) -> Vec<u8> {
    let mut data = start.to_vec();
    data.resize(length.max(start.len()), 1);
    let size = (data.len() as u16 + 2).to_be_bytes();
    let segment = [&[0xff, marker][..], &size, &data].concat();
    let sample = include_bytes!("samples/baseline.jpg");
    [&sample[..2], &segment.repeat((4 << 20) / segment.len()), &sample[2..]].concat()
}

/// The last scan of a progressive JPEG again and again, on a large ground.
fn scans() -> Vec<u8> {
    let sample = largest_jpeg(include_bytes!("samples/progressive.jpg"));
    let last = sample.windows(2).rposition(|pair| pair == b"\xff\xda").unwrap();
    let (before, scan) = sample[..sample.len() - 2].split_at(last);
    [before, &scan.repeat((4 << 20) / scan.len()), b"\xff\xd9"].concat()
}

/// A file whose frame header claims 4000 by 4000; what lacks is drawn in one colour.
fn largest_jpeg(sample: &[u8]) -> Vec<u8> {
    let mut jpeg = sample.to_vec();
    let is_frame = |pair: &[u8]| matches!(pair, b"\xff\xc0" | b"\xff\xc2");
    let frame = jpeg.windows(2).position(is_frame).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[4000_u16.to_be_bytes(); 2].concat());
    jpeg
}

/// Sixteen bits a channel, and alpha.
fn largest_png() -> Vec<u8> {
    let mut png = Png::new(4000, 4000, 16, RGBA).head();
    png.extend(chunk(b"IDAT", &zlib_bomb(b"\0", 4000 * (1 + 8 * 4000) + 516)));
    png.extend(chunk(b"IEND", b""));
    png
}

/// A GIF with blocks before its picture.
fn gif(blocks: &[u8]) -> Vec<u8> {
    let sample = include_bytes!("samples/plain.gif");
    let table = if sample[10] & 0x80 == 0 { 0 } else { 3 << ((sample[10] & 7) + 1) };
    let (head, rest) = sample.split_at(13 + table);
    [head, blocks, rest].concat()
}

/// An extension of a GIF with four megabytes of data.
fn blocks(start: &[u8]) -> Vec<u8> {
    let block = [&[255][..], &[7; 255]].concat();
    [start, &block.repeat((4 << 20) / 256), b"\0"].concat()
}

fn riff(name: &[u8], data: &[u8]) -> Vec<u8> {
    let mut chunk = [name, &(data.len() as u32).to_le_bytes(), data].concat();
    chunk.resize(chunk.len().next_multiple_of(2), 0);
    chunk
}

fn webp_file(chunks: &[u8]) -> Vec<u8> {
    [b"RIFF", &(chunks.len() as u32 + 4).to_le_bytes()[..], b"WEBP", chunks].concat()
}

fn canvas(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    riff(b"VP8X", &[vec![flags, 0, 0, 0], side(width), side(height)].concat())
}

/// A good WebP with chunks before its picture.
fn webp(flags: u8, more: &[u8]) -> Vec<u8> {
    let sample = include_bytes!("samples/lossy.webp");
    let frame = sample.windows(4).position(|name| name == b"VP8 ").unwrap();
    let length = u32::from_le_bytes(sample[frame + 4..frame + 8].try_into().unwrap()) as usize;
    let side = |at: usize| u32::from(u16::from_le_bytes([sample[at], sample[at + 1]]) & 0x3fff);
    let canvas = canvas(flags, side(frame + 14), side(frame + 16));
    webp_file(&[&canvas, more, &riff(b"VP8 ", &sample[frame + 8..frame + 8 + length])].concat())
}

/// A canvas of ten pixels a side, and a frame that claims to be as large as there are.
fn webp_of_another_size() -> Vec<u8> {
    let mut frame = include_bytes!("samples/lossy.webp").to_vec();
    let at = frame.windows(3).position(|mark| mark == [0x9d, 1, 0x2a]).unwrap();
    frame[at + 3..at + 7].copy_from_slice(&[0xff, 0x3f, 0xff, 0x3f]);
    let frame = riff(b"VP8 ", &frame[at - 3..]);
    webp_file(&[canvas(0, 10, 10), frame].concat())
}

/// One pixel that names the last of 65 536 groups of five codes, each of which takes four
/// kilobytes.
fn webp_of_many_codes() -> Vec<u8> {
    let mut bits = Bits::default();
    bits.put(0x2f, 8);
    // One pixel, no alpha, version 0; no transform, no colour cache; groups of codes by pixel.
    for (value, count) in [(0, 14), (0, 14), (0, 1), (0, 3), (0, 1), (0, 1), (1, 1), (0, 3)] {
        bits.put(value, count);
    }
    // Their picture: no colour cache, and codes of one symbol each: green and red are 255.
    bits.put(0, 1);
    for symbol in [0xff, 0xff, 0, 0, 0] {
        bits.put(0b101, 3);
        bits.put(symbol, 8);
    }
    for _ in 0..65_536 * 5 {
        code(&mut bits);
    }
    bits.put(0, 31);
    webp_file(&riff(b"VP8L", &bits.out))
}

/// A code whose eleven symbols have one to ten bits.
fn code(bits: &mut Bits) {
    // Of the lengths of codes, 14 are told, in their order: 17, 18, 0, 1 to 5, 16, 6 to 10.
    bits.put(0, 1);
    bits.put(10, 4);
    for length in [0, 0, 0, 3, 3, 3, 3, 3, 0, 3, 4, 4, 4, 4] {
        bits.put(length, 3);
    }
    // Eleven symbols follow.
    bits.put(1, 1);
    bits.put(1, 3);
    bits.put(9, 4);
    for length in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10] {
        // Canonical: the six of three bits come first.
        let (code, count): (u32, u32) =
            if length <= 6 { (length - 1, 3) } else { (0b1100 + length - 7, 4) };
        for bit in (0..count).rev() {
            bits.put(code >> bit & 1, 1);
        }
    }
}

#[derive(Default)]
struct Bits {
    out: Vec<u8>,
    held: u64,
    count: u32,
}

impl Bits {
    /// A number, its lowest bit first.
    fn put(&mut self, value: u32, count: u32) {
        self.held |= u64::from(value) << self.count;
        self.count += count;
        while self.count >= 8 {
            self.out.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }
}

/// The most memory that this process ever had, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Runs the test below for a file; what it says went wrong.
fn decode_elsewhere(name: &str) -> Option<String> {
    let test = ["--exact", "media::memory::decodes_when_told_to", "--ignored", "--nocapture"];
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.args(test).env(FILE, name).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (!output.status.success()).then_some(said)
}

fn complaints(files: &[File]) -> String {
    let mut complaints = String::new();
    for (name, ..) in files {
        if let Some(said) = decode_elsewhere(name) {
            writeln!(complaints, "{name}: {said}").unwrap();
        }
    }
    complaints
}

#[test]
fn what_stands_beside_a_picture_takes_no_memory() {
    assert_eq!(complaints(FILES), "");
}

#[test]
fn the_largest_pictures_take_what_the_manual_says() {
    assert_eq!(complaints(LARGEST), "");
}

#[test]
#[ignore = "run in its own process by the tests above"]
fn decodes_when_told_to() {
    let Some(name) = std::env::var(FILE).ok() else { return };
    let all = || FILES.iter().chain(LARGEST);
    let (_, make, fate) = all().find(|(known, ..)| *known == name).unwrap();
    let file = make();
    assert!(file.len() <= 5 << 20, "{} bytes", file.len());
    let is_large = LARGEST.iter().any(|(known, ..)| *known == name);
    let (at_once, most) = if is_large { (1, LARGE) } else { (AT_ONCE, SMALL) };
    let loader = Loader::new(fetcher(), program());
    let before = peak();
    std::thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| examine(&loader, &file, *fate));
        }
    });
    let taken = peak() - before;
    println!("{name}: {taken} MiB");
    assert!(taken <= most, "{taken} MiB");
}

fn examine(loader: &Loader, file: &[u8], fate: Fate) {
    match loader.examine_bytes(file.to_vec(), &AssetKind::CardBackground, BOX) {
        Ok((loaded, picture)) => {
            assert!(matches!(loaded.content, Content::Raster { .. }) && picture.is_some());
            // The large picture and the layers read it anew.
            assert!(loader.picture(&loaded, BOX).is_ok());
        }
        Err(failure) => {
            assert!(fate == Any, "{failure:?}");
            assert_ne!(failure.error, LoadError::DecoderPanicked);
        }
    }
}
