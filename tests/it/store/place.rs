//! Which file a path leads to.

use std::fs;
use std::path::Path;

use carddesk::store::{is_same_file, place};

#[test]
fn a_place_is_the_same_whatever_way_leads_there_and_whether_it_is_there() {
    let home = tempfile::tempdir().unwrap();
    let home = fs::canonicalize(home.path()).unwrap();
    fs::create_dir(home.join("a")).unwrap();
    fs::write(home.join("a/file"), "").unwrap();
    for name in ["file", "missing", "missing/deeper"] {
        for way in ["a", "./a", "a/../a", "gone/../a", "a/./gone/.."] {
            let path = home.join(way).join(name);
            assert_eq!(place(&path), home.join("a").join(name), "{}", path.display());
        }
    }
    assert_ne!(place(&home.join("a/missing")), place(&home.join("missing")));
    let here = fs::canonicalize(".").unwrap();
    assert_eq!(place(Path::new("not there")), here.join("not there"));
    assert_eq!(place(Path::new("..")), here.parent().unwrap());
    assert_eq!(place(Path::new("")), Path::new(""));
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_rings_end() {
    use std::os::unix::fs::symlink;
    let home = tempfile::tempdir().unwrap();
    let home = fs::canonicalize(home.path()).unwrap();
    let path = |name: &str| home.join(name);
    symlink("later", path("to-later")).unwrap();
    symlink(path("to-later"), path("second")).unwrap();
    assert_eq!(place(&path("second")), path("later"));
    symlink("ring", path("ring")).unwrap();
    assert_eq!(place(&path("ring")), path("ring"));
    fs::write(path("one"), "").unwrap();
    fs::hard_link(path("one"), path("other")).unwrap();
    assert!(is_same_file(&path("one"), &path("other")));
    assert!(!is_same_file(&path("one"), &path("later")));
    assert!(is_same_file(&path("second"), &path("later")));
}
