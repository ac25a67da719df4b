//! Which columns were chosen.
use std::fs;

use carddesk::settings::{keep_column, load_columns};

use super::folders;

#[test]
fn the_latest_choice_for_a_shape_is_kept_and_no_word_of_the_shape() {
    let (_dir, folders) = folders();
    assert_eq!(load_columns(&folders).get("Смирнова|1002"), None);
    for (shape, chosen) in [("Смирнова|1002", "1"), ("b", "2"), ("Смирнова|1002", "3")]
    {
        keep_column(&folders, shape, chosen).unwrap();
    }
    let known = load_columns(&folders);
    assert_eq!((known.get("Смирнова|1002"), known.get("b")), (Some("3"), Some("2")));
    assert_eq!(known.get("c"), None);
    let file = folders.data().join("columns.json");
    let text = fs::read_to_string(&file).unwrap();
    assert!(!text.contains("Смирнова") && !text.contains("1002"), "{text}");
    for shape in 0..300 {
        keep_column(&folders, &shape.to_string(), "1").unwrap();
    }
    let known = load_columns(&folders);
    assert_eq!((known.get("299"), known.get("b")), (Some("1"), None), "the latest hundred");
    fs::write(&file, "broken").unwrap();
    assert_eq!(load_columns(&folders).get("299"), None);
    keep_column(&folders, "299", "4").unwrap();
    assert_eq!(load_columns(&folders).get("299"), Some("4"));
}
