//! Customers that were opened of late.
use std::fs;

use carddesk::domain::{CustomerNumber, MerchantId, ServerAddress};
use carddesk::settings::{Account, forget_recent, keep_recent, load_recent};

use super::folders;

fn whose(server: &str, merchant: &str) -> Account {
    Account::new(&ServerAddress::parse(server).unwrap(), MerchantId::parse(merchant).unwrap())
}

fn number(text: &str) -> CustomerNumber {
    CustomerNumber::parse(text).unwrap()
}

#[test]
fn each_merchant_at_each_server_has_its_own_the_latest_first() {
    let (_dir, folders) = folders();
    let (mine, other) = (whose("pay.example.com", "1"), whose("pay.example.com", "2"));
    for text in ["1004", "1005", "1004"] {
        keep_recent(&folders, &mine, &number(text)).unwrap();
    }
    keep_recent(&folders, &other, &number("1009")).unwrap();
    assert_eq!(load_recent(&folders, &mine), [number("1004"), number("1005")]);
    assert_eq!(load_recent(&folders, &other), [number("1009")]);
    assert!(load_recent(&folders, &whose("test.example.com", "1")).is_empty());
    for n in 0..30 {
        keep_recent(&folders, &mine, &number(&n.to_string())).unwrap();
    }
    let kept = load_recent(&folders, &mine);
    assert_eq!((kept.len(), kept[0].as_str()), (20, "29"));
}

#[test]
fn they_are_forgotten_and_a_broken_file_holds_nobody() {
    let (_dir, folders) = folders();
    let mine = whose("pay.example.com", "1");
    forget_recent(&folders).unwrap();
    keep_recent(&folders, &mine, &number("1004")).unwrap();
    forget_recent(&folders).unwrap();
    assert!(load_recent(&folders, &mine).is_empty());
    fs::write(folders.data().join("recent.json"), "{").unwrap();
    assert!(load_recent(&folders, &mine).is_empty());
    keep_recent(&folders, &mine, &number("1005")).unwrap();
    assert_eq!(load_recent(&folders, &mine), [number("1005")]);
}

#[cfg(unix)]
#[test]
fn their_file_is_the_users_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_dir, folders) = folders();
    keep_recent(&folders, &whose("pay.example.com", "1"), &number("1004")).unwrap();
    let mode = fs::metadata(folders.data().join("recent.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
