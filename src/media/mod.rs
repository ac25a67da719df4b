//! THIN
use std::ffi::OsString;
use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::{AssetKind, ServerAddress, Variant};
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PixelBox {
    pub width: u32,
    pub height: u32,
}
#[derive(Debug)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKind {
    Png,
    Jpeg,
    Text,
}
impl MediaKind {
    pub fn media_type(self) -> &'static str {
        "image/png"
    }
}
#[derive(Debug)]
pub struct Measured {
    pub kind: MediaKind,
    pub declared_matches: bool,
    pub pixels: Option<(u32, u32)>,
}
#[derive(Debug)]
pub enum Content {
    Raster { natural: (u32, u32) },
    Vector { natural: (f32, f32) },
    Text(Document),
}
#[derive(Debug)]
pub struct Loaded {
    pub bytes: Arc<[u8]>,
    pub measured: Measured,
    pub content: Content,
}
#[derive(Debug, Clone, PartialEq)]
pub enum LoadError {
    Cancelled,
    DecoderPanicked,
    Undecodable { reason: String },
}
#[derive(Debug)]
pub struct Document {
    pub blocks: Vec<Block>,
}
impl Document {
    pub fn plain_text(&self, max: usize) -> String {
        self.blocks
            .iter()
            .map(|b| match b {
                Block::Paragraph(s) => s.iter().map(|s| s.text.clone()).collect::<String>(),
                _ => String::new(),
            })
            .collect::<Vec<_>>()
            .join("\n")
            .chars()
            .take(max)
            .collect()
    }
}
#[derive(Debug)]
pub enum Block {
    Heading { level: u8, spans: Vec<Span> },
    Paragraph(Vec<Span>),
    ListItem { depth: u8, marker: String, spans: Vec<Span> },
    TableRow(Vec<Vec<Span>>),
    Rule,
}
#[derive(Debug)]
pub struct Span {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    pub link: Option<String>,
}
#[derive(Debug, Clone)]
pub struct DrawProgram {
    pub exe: PathBuf,
    pub args: Vec<OsString>,
}
pub struct HostPolicy;
impl HostPolicy {
    pub fn for_server(_: &ServerAddress) -> Self {
        Self
    }
}
pub struct Fetcher(reqwest::blocking::Client);
impl Fetcher {
    pub fn new(_: HostPolicy) -> Result<Self, LoadError> {
        let _ = rustls::crypto::ring::default_provider().install_default();
        reqwest::blocking::Client::builder()
            .no_proxy()
            .build()
            .map(Self)
            .map_err(|_| LoadError::DecoderPanicked)
    }
}
pub struct Loader(Fetcher);
impl Loader {
    pub fn new(f: Fetcher, _d: DrawProgram) -> Self {
        Self(f)
    }
    pub fn load_at(
        &self,
        v: &Variant,
        _k: &AssetKind,
        fit: PixelBox,
    ) -> Result<(Loaded, Option<Picture>), LoadError> {
        let e = |r: String| LoadError::Undecodable { reason: r };
        let mut r = self.0.0.get(&v.url).send().map_err(|x| e(x.to_string()))?;
        if !r.status().is_success() {
            return Err(e(r.status().to_string()));
        }
        let mut b = Vec::new();
        r.read_to_end(&mut b).map_err(|x| e(x.to_string()))?;
        let bytes: Arc<[u8]> = b.into();
        if v.declared.media_type.as_deref().is_some_and(|t| t.starts_with("text")) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let content = Content::Text(Document {
                blocks: text
                    .split("\n\n")
                    .map(|p| {
                        Block::Paragraph(vec![Span {
                            text: p.to_owned(),
                            strong: false,
                            emphasis: false,
                            link: None,
                        }])
                    })
                    .collect(),
            });
            return Ok((
                Loaded {
                    bytes,
                    measured: Measured {
                        kind: MediaKind::Text,
                        declared_matches: true,
                        pixels: None,
                    },
                    content,
                },
                None,
            ));
        }
        let mut l = Loaded {
            bytes,
            measured: Measured { kind: MediaKind::Png, declared_matches: true, pixels: None },
            content: Content::Raster { natural: (1, 1) },
        };
        let im = image::ImageReader::new(Cursor::new(&*l.bytes))
            .with_guessed_format()
            .map_err(|x| e(x.to_string()))?
            .decode()
            .map_err(|x| e(x.to_string()))?;
        l.content = Content::Raster { natural: (im.width(), im.height()) };
        l.measured.pixels = Some((im.width(), im.height()));
        let p = Self::fit(im, fit);
        Ok((l, Some(p)))
    }
    fn fit(im: image::DynamicImage, fit: PixelBox) -> Picture {
        let im = if im.width() > fit.width || im.height() > fit.height {
            im.resize(fit.width, fit.height, image::imageops::FilterType::Triangle)
        } else {
            im
        };
        let im = im.to_rgba8();
        let (width, height) = im.dimensions();
        let mut rgba = im.into_raw();
        for p in rgba.chunks_exact_mut(4) {
            let a = u16::from(p[3]);
            for c in &mut p[..3] {
                *c = (u16::from(*c) * a / 255) as u8;
            }
        }
        Picture { width, height, rgba }
    }
    pub fn picture(&self, l: &Loaded, fit: PixelBox) -> Result<Picture, LoadError> {
        let e = |r: String| LoadError::Undecodable { reason: r };
        let im = image::ImageReader::new(Cursor::new(&*l.bytes))
            .with_guessed_format()
            .map_err(|x| e(x.to_string()))?
            .decode()
            .map_err(|x| e(x.to_string()))?;
        Ok(Self::fit(im, fit))
    }
}
impl DrawProgram {
    pub fn this_program() -> Self {
        Self { exe: std::env::current_exe().unwrap_or_default(), args: vec!["draw-worker".into()] }
    }
}
pub mod draw_worker {
    pub fn run() -> std::process::ExitCode {
        std::process::ExitCode::SUCCESS
    }
}
