use std::sync::Arc;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PixelBox { pub width: u32, pub height: u32 }
#[derive(Debug)]
pub struct Picture { pub width: u32, pub height: u32, pub rgba: Vec<u8> }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKind { Png }
impl MediaKind { pub fn media_type(self) -> &'static str { "image/png" } }
#[derive(Debug)]
pub struct Measured { pub kind: MediaKind, pub declared_matches: bool, pub pixels: Option<(u32, u32)> }
#[derive(Debug)]
pub enum Content { Raster { natural: (u32, u32) }, Vector { natural: (f32, f32) }, Text(Document) }
#[derive(Debug)]
pub struct Loaded { pub bytes: Arc<[u8]>, pub measured: Measured, pub content: Content }
#[derive(Debug, Clone, PartialEq)]
pub enum LoadError { Cancelled }
#[derive(Debug)]
pub struct Document { pub blocks: Vec<Block> }
impl Document { pub fn plain_text(&self, _max: usize) -> String { String::new() } }
#[derive(Debug)]
pub enum Block { Heading { level: u8, spans: Vec<Span> }, Paragraph(Vec<Span>), ListItem { depth: u8, marker: String, spans: Vec<Span> }, TableRow(Vec<Vec<Span>>), Rule }
#[derive(Debug)]
pub struct Span { pub text: String, pub strong: bool, pub emphasis: bool, pub link: Option<String> }
