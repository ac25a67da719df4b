//! Writes what packages carry beside the program: manual pages, completions of shells, and the icon in its
//! sizes. `cargo run --example package_files -- FOLDER`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use clap_complete::Shell;
use resvg::{tiny_skia, usvg};

/// The one source of every icon.
const ICON: &str = include_str!("../assets/icon/carddesk.svg");
/// Sides in pixels, as desktops look for them.
const SIDES: [u32; 7] = [16, 24, 32, 48, 64, 128, 256];
/// Completions of each shell go into a folder of their own.
const SHELLS: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell];

fn main() -> io::Result<()> {
    let folder = env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .ok_or_else(|| io::Error::other("give the folder that the files are to stand in"))?;
    manual_pages(&folder.join("man"))?;
    completions(&folder.join("completions"))?;
    icons(&folder.join("icons"))
}

fn manual_pages(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(carddesk::cli::command(), folder)
}

fn completions(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for shell in SHELLS {
        clap_complete::generate_to(shell, &mut carddesk::cli::command(), "carddesk", folder)?;
    }
    Ok(())
}

fn icons(folder: &Path) -> io::Result<()> {
    let tree = usvg::Tree::from_str(ICON, &usvg::Options::default()).map_err(io::Error::other)?;
    for side in SIDES {
        let folder = folder.join(format!("{side}x{side}"));
        fs::create_dir_all(&folder)?;
        let mut pixels = tiny_skia::Pixmap::new(side, side)
            .ok_or_else(|| io::Error::other("an icon has at least one pixel"))?;
        let scale = side as f32 / tree.size().width();
        let transform = tiny_skia::Transform::from_scale(scale, scale);
        resvg::render(&tree, transform, &mut pixels.as_mut());
        pixels.save_png(folder.join("carddesk.png")).map_err(io::Error::other)?;
    }
    Ok(())
}
