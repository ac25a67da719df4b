//! Files of earlier runs: used as their server allows, asked for anew as it says.
use std::fs;
use std::path::Path;

use carddesk::domain::AssetKind;
use carddesk::media::{AssetCache, Download, Fetcher, LoadError, Loader};
use tempfile::TempDir;

use super::server::{Server, answer};
use super::{BOX, fetcher, png, program, variant};

const LIMIT: usize = 64 * 1024;

/// A store, and a folder that outlives each run.
struct World {
    store: Server,
    folder: TempDir,
}

impl World {
    fn new() -> Self {
        Self { store: Server::start(), folder: TempDir::new().unwrap() }
    }

    fn cache(&self) -> AssetCache {
        AssetCache::new(self.folder.path().join("assets"))
    }

    /// A run of the program.
    fn run(&self) -> Fetcher {
        fetcher().with_cache(self.cache())
    }

    fn put(&self, headers: &str, body: &[u8]) -> String {
        let length = body.len();
        self.store
            .put("/a.png", answer(&format!("200 OK\r\nContent-Length: {length}{headers}"), body))
    }

    /// Fetches in a new run, and keeps what came as if it were good.
    fn fetch(&self, url: &str) -> Download {
        let run = self.run();
        let download = run.fetch(url, LIMIT).unwrap();
        run.keep(&download);
        download
    }

    fn asked(&self) -> usize {
        self.store.heads().len()
    }

    fn kept(&self) -> usize {
        files(&self.folder.path().join("assets")).len()
    }
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_file_is_used_without_asking_as_long_as_its_server_says() {
    let world = World::new();
    let url = world.put("\r\nCache-Control: max-age=600\r\nContent-Type: image/png", b"first");
    assert_eq!(&*world.fetch(&url).bytes, b"first");
    world.put("", b"second");
    let again = world.fetch(&url);
    assert_eq!((&*again.bytes, world.asked()), (&b"first"[..], 1));
    assert_eq!(again.content_type.as_deref(), Some("image/png"), "as it came");
}

#[test]
fn a_file_with_a_mark_is_asked_for_by_it() {
    let world = World::new();
    let url = world.put("\r\nETag: \"one\"", b"first");
    world.fetch(&url);
    world.store.put("/a.png", answer("304 Not Modified\r\nETag: \"one\"", b""));
    assert_eq!(&*world.fetch(&url).bytes, b"first");
    let asked = world.store.heads();
    assert!(!asked[0].to_lowercase().contains("if-none-match"), "nothing was kept then");
    assert!(asked[1].to_lowercase().contains("if-none-match: \"one\""), "{}", asked[1]);
    // Another file at the address.
    world.put("\r\nETag: \"two\"", b"second");
    assert_eq!(&*world.fetch(&url).bytes, b"second");
    world.store.put("/a.png", answer("304 Not Modified\r\nETag: \"two\"", b""));
    assert_eq!(&*world.fetch(&url).bytes, b"second");
}

#[test]
fn the_age_of_a_file_is_no_reason_not_to_ask() {
    let world = World::new();
    let url = world.put("\r\nLast-Modified: Mon, 01 Jan 2001 00:00:00 GMT", b"first");
    world.fetch(&url);
    world.put("\r\nLast-Modified: Tue, 02 Jan 2001 00:00:00 GMT", b"second");
    assert_eq!(&*world.fetch(&url).bytes, b"second");
    assert!(world.store.heads()[1].to_lowercase().contains("if-modified-since"));
}

#[test]
fn what_may_not_be_kept_or_cannot_be_asked_for_is_not_kept() {
    for headers in
        ["", "\r\nCache-Control: no-store\r\nETag: \"x\"", "\r\nCache-Control: max-age=0"]
    {
        let world = World::new();
        let url = world.put(headers, b"first");
        world.fetch(&url);
        assert_eq!(world.kept(), 0, "{headers}");
    }
}

#[test]
fn a_file_that_cannot_be_shown_is_fetched_anew() {
    let world = World::new();
    let url = world.put("\r\nCache-Control: max-age=600", b"\x89PNG\r\n\x1a\nbroken");
    let load = || {
        let loader = Loader::new(world.run(), program());
        loader.load_at(&variant(&url, Some("image/png")), &AssetKind::CardBackground, BOX)
    };
    assert!(matches!(load(), Err(LoadError::Undecodable { .. })));
    assert_eq!(world.kept(), 0);
    world.put("\r\nCache-Control: max-age=600", &png::rgba(4, 3, |_, _| [1, 2, 3, 255]));
    load().unwrap();
    load().unwrap();
    assert_eq!((world.kept(), world.asked()), (1, 2), "the third came from the folder");
}

#[test]
fn a_damaged_file_is_fetched_anew() {
    let world = World::new();
    let url = world.put("\r\nCache-Control: max-age=600", b"first");
    world.fetch(&url);
    let path = files(&world.folder.path().join("assets")).remove(0);
    let mut bytes = fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&path, bytes).unwrap();
    assert_eq!(&*world.fetch(&url).bytes, b"first");
    assert_eq!(world.asked(), 2);
}

#[test]
fn switched_off_it_neither_gives_nor_takes_and_cleared_it_is_empty() {
    let world = World::new();
    let url = world.put("\r\nCache-Control: max-age=600", b"first");
    world.fetch(&url);
    let cache = world.cache();
    cache.switch(false);
    let run = fetcher().with_cache(cache.clone());
    let download = run.fetch(&url, LIMIT).unwrap();
    run.keep(&download);
    assert_eq!(world.asked(), 2);
    cache.clear().unwrap();
    assert_eq!(world.kept(), 0);
    cache.clear().unwrap();
}

#[cfg(unix)]
#[test]
fn the_folder_and_its_files_are_the_users_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::new();
    let url = world.put("\r\nCache-Control: max-age=600", b"first");
    world.fetch(&url);
    let folder = world.folder.path().join("assets");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&files(&folder)[0])), (0o700, 0o600));
}

#[test]
fn a_file_serves_before_it_is_written_and_is_written_at_the_end() {
    let world = World::new();
    let url = world.put("\r\nCache-Control: max-age=600", b"first");
    let cache = world.cache();
    let run = fetcher().with_cache(cache.clone());
    for _ in 0..50 {
        run.keep(&run.fetch(&url, LIMIT).unwrap());
        // Written or waiting.
        assert_eq!(&*run.fetch(&url, LIMIT).unwrap().bytes, b"first");
        assert_eq!(world.asked(), 1);
        run.keep(&run.fetch(&url, LIMIT).unwrap());
    }
    drop((run, cache));
    assert_eq!(world.kept(), 1);
}

#[test]
fn what_waits_is_cleared_too() {
    for _ in 0..50 {
        let world = World::new();
        let url = world.put("\r\nCache-Control: max-age=600", b"first");
        let cache = world.cache();
        let run = fetcher().with_cache(cache.clone());
        run.keep(&run.fetch(&url, LIMIT).unwrap());
        cache.clear().unwrap();
        assert_eq!(world.kept(), 0);
        run.fetch(&url, LIMIT).unwrap();
        assert_eq!(world.asked(), 2);
        drop((run, cache));
        assert_eq!(world.kept(), 0);
    }
}
