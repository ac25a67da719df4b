//! Circles of files within a module: none of these can be read, or changed, without the others.

use std::collections::{BTreeMap, BTreeSet};

use super::program;
use super::source::Source;

/// The files of a module by their paths in it: `[]` is its root, `["batch", "state"]` a file.
struct Files<'a>(BTreeMap<Vec<String>, &'a Source>);

impl<'a> Files<'a> {
    fn of(module: &str, all: &'a [Source]) -> Self {
        let own = all.iter().filter(|source| source.module() == module);
        Self(own.map(|source| (key(&source.path), source)).collect())
    }

    /// A path as it is written in a file, from the root of the module; `None` where it leads out.
    fn rooted(&self, from: &[String], path: &[String], module: &str) -> Option<Vec<String>> {
        match path.first()?.as_str() {
            "crate" => (path.get(1)? == module).then(|| path[2..].to_vec()),
            "self" => Some([from, &path[1..]].concat()),
            "super" => {
                let up = path.iter().take_while(|part| *part == "super").count();
                let kept = from.len().checked_sub(up)?;
                Some([&from[..kept], &path[up..]].concat())
            }
            _ => None,
        }
    }

    /// The file in which something is written: what a folder's root hands on is looked up there.
    fn file_of(&self, path: &[String], module: &str) -> Option<Vec<String>> {
        let known = (0..=path.len()).rev().find(|end| self.0.contains_key(&path[..*end]))?;
        let (file, name) = (path[..known].to_vec(), path.get(known));
        let source = self.0[&file];
        let Some(name) = name.filter(|_| is_root(source)) else { return Some(file) };
        let handed_on = self.named(&file, source, module);
        let from = handed_on.into_iter().find(|path| path.last() == Some(name));
        from.filter(|path| path[..] != [&file[..], std::slice::from_ref(name)].concat())
            .map_or(Some(file.clone()), |path| self.file_of(&path, module))
    }

    /// What a file names of its module.
    fn named(&self, at: &[String], source: &Source, module: &str) -> Vec<Vec<String>> {
        let roots = ["crate", "super", "self"].into_iter();
        let mut named: Vec<Vec<String>> = roots
            .flat_map(|root| source.paths(root))
            .filter_map(|(_, path)| self.rooted(at, &path, module))
            .collect();
        if is_root(source) {
            // `pub use state::State;` in a folder's root.
            let children = self.0.keys().filter(|key| key.len() == at.len() + 1);
            for child in children.filter(|key| key.starts_with(at)) {
                let paths = source.paths(&child[at.len()]);
                named.extend(paths.into_iter().map(|(_, path)| [at, &path[..]].concat()));
            }
        }
        named
    }

    /// The files that a file depends on.
    fn needed(&self, at: &[String], source: &Source, module: &str) -> BTreeSet<Vec<String>> {
        let mut needed = BTreeSet::new();
        for path in self.named(at, source, module) {
            // A folder that is imported, and what is called by its name.
            let called: Vec<Vec<String>> = match self.0.get(&path) {
                Some(folder) if is_root(folder) => path.last().map_or_else(Vec::new, |name| {
                    let paths = source.paths(name).into_iter();
                    paths.map(|(_, tail)| [&path[..], &tail[1..]].concat()).collect()
                }),
                _ => vec![path],
            };
            needed.extend(called.iter().filter_map(|path| self.file_of(path, module)));
        }
        needed.remove(at);
        needed.retain(|file| !is_root(self.0[file]));
        needed
    }
}

fn key(path: &str) -> Vec<String> {
    let parts = path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').skip(1);
    parts.map(str::to_owned).collect()
}

/// The root of a folder hands on what stands in its files, and is no link of a circle.
fn is_root(source: &Source) -> bool {
    source.path.ends_with("/mod.rs")
}

/// A circle of files of a module, in words.
fn circle(module: &str, all: &[Source]) -> Option<String> {
    let files = Files::of(module, all);
    let plain = files.0.iter().filter(|(_, source)| !is_root(source));
    let mut needed: BTreeMap<_, _> =
        plain.map(|(at, source)| (at.clone(), files.needed(at, source, module))).collect();
    // What needs nothing more is taken away, until nothing is left or a circle is.
    loop {
        let left: BTreeSet<_> = needed.keys().cloned().collect();
        needed.values_mut().for_each(|others| others.retain(|other| left.contains(other)));
        let before = needed.len();
        needed.retain(|_, others| !others.is_empty());
        if needed.len() == before {
            break;
        }
    }
    let mut way = vec![needed.keys().next()?.clone()];
    while let Some(next) = needed[&way[way.len() - 1]].first().cloned() {
        if let Some(begin) = way.iter().position(|file| *file == next) {
            way.push(next);
            let names = way[begin..].iter().map(|file| file.join("/"));
            return Some(names.collect::<Vec<_>>().join(" -> "));
        }
        way.push(next);
    }
    None
}

#[test]
fn no_module_has_a_circle_of_files() {
    let all = program();
    let modules: BTreeSet<&str> = all.iter().map(Source::module).collect();
    assert!(modules.len() > 15, "only {} modules were found", modules.len());
    for module in modules {
        assert_eq!(circle(module, &all), None, "{module}");
    }
}

#[test]
fn a_circle_is_seen_whatever_way_it_takes() {
    let found = |files: &[(&str, &str)]| {
        let files: Vec<Source> =
            files.iter().map(|(path, text)| Source::new(&format!("m/{path}"), text)).collect();
        circle("m", &files)
    };
    let root = ("mod.rs", "mod a; mod b; mod room; pub use a::A;");
    let room = ("room/mod.rs", "mod inner; pub(in crate::m) use inner::{act, Act};");
    assert_eq!(found(&[root, ("a.rs", "use super::b::B;"), ("b.rs", "struct B;")]), None);
    let whole = Some("a -> b -> a".to_owned());
    assert_eq!(found(&[root, ("a.rs", "use super::b::B;"), ("b.rs", "use super::A;")]), whole);
    assert_eq!(
        found(&[root, ("a.rs", "use crate::m::b::B;"), ("b.rs", "use crate::m::{A, b};")]),
        whole
    );
    let inner = ("room/inner.rs", "use crate::m::b::B;");
    for b in ["use crate::m::room; fn b() { room::act(); }", "use super::room::Act;"] {
        let seen = found(&[root, room, inner, ("b.rs", b)]);
        assert_eq!(seen.as_deref(), Some("b -> room/inner -> b"), "{b}");
    }
}
