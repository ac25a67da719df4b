//! Limits of the pipeline, in one place. The manual lists them.

use std::time::Duration;

/// Largest raster or SVG file, in bytes.
pub const IMAGE_BYTES: usize = 5 * 1024 * 1024;
/// Largest PDF file, in bytes.
pub const PDF_BYTES: usize = 10 * 1024 * 1024;
/// Largest text or HTML file, in bytes.
pub const TEXT_BYTES: usize = 256 * 1024;
/// Longest side of a raster, and of a drawn vector file, in pixels.
pub const SIDE: u32 = carddesk_pixels::SIDE;
/// Pixels of a raster, at most.
pub const PIXELS: u64 = 16_000_000;
/// Memory that one decoding may take, in bytes.
pub const DECODE_BYTES: u64 = 64 * 1024 * 1024;
/// Longest wait for a connection.
pub const CONNECT: Duration = Duration::from_secs(5);
/// Longest whole download of one file.
pub const DOWNLOAD: Duration = Duration::from_secs(15);
/// How long a connection to a store is kept for the next file: shorter than servers keep theirs, so
/// that none is used that the server has just closed.
pub const IDLE: Duration = Duration::from_secs(3);
/// Downloads from one host at once.
pub const DOWNLOADS_A_HOST: usize = 6;
/// Redirects followed within one host.
pub const REDIRECTS: usize = 3;
/// Bytes of files kept on this machine between runs.
pub const CACHE_BYTES: u64 = 256 * 1024 * 1024;
/// Bytes of files that wait to be written there, at most; others are written at once.
pub const CACHE_WAITING_BYTES: usize = 32 * 1024 * 1024;
/// Address space of a drawing process, in bytes.
pub const RENDERER_MEMORY: u64 = 512 * 1024 * 1024;
/// Processor time of one drawing, in seconds.
pub const RENDERER_CPU_SECONDS: u64 = 2;
/// Longest wait for one drawing; far over its processor time, since the machine may be busy.
pub const RENDERER_WALL: Duration = Duration::from_secs(10);
/// Drawing processes at work at once.
pub const RENDERERS: usize = 2;
