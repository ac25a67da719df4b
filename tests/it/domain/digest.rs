use carddesk::domain::{Digest, DigestError};
use proptest::prelude::*;

const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

#[test]
fn a_digest_is_sha_256_in_small_hexadecimal_letters() {
    assert_eq!(Digest::of("abc").to_string(), ABC);
    assert_eq!(format!("{:?}", Digest::of(b"abc")), format!("Digest({ABC})"));
    assert_eq!(format!("{:.8}", Digest::of("abc")), "ba7816bf");
    assert_eq!(serde_json::to_string(&Digest::of("abc")).unwrap(), format!("\"{ABC}\""));
    assert_eq!(ABC.to_uppercase().parse(), Ok(Digest::of("abc")));
}

#[test]
fn anything_but_64_hexadecimal_digits_is_no_digest() {
    let long = format!("{ABC}00");
    let wide = ABC.replace('b', "ｂ");
    let signed = format!("+{}", &ABC[1..]);
    for text in ["", &ABC[1..], &ABC[2..], &long, &wide, &signed, &ABC.replace('7', "g")] {
        assert_eq!(text.parse::<Digest>(), Err(DigestError), "{text:?}");
        assert!(serde_json::from_value::<Digest>(text.into()).is_err(), "{text:?}");
    }
    assert!(serde_json::from_str::<Digest>("7").is_err());
}

proptest! {
    #[test]
    fn text_and_bytes_say_the_same(bytes in any::<[u8; 32]>()) {
        let digest = Digest::from_bytes(bytes);
        prop_assert_eq!(digest.as_bytes(), &bytes);
        let text = digest.to_string();
        prop_assert_eq!(text.len(), 64);
        prop_assert_eq!(text.parse::<Digest>(), Ok(digest));
        let line = serde_json::to_string(&digest).unwrap();
        prop_assert_eq!(serde_json::from_str::<Digest>(&line).unwrap(), digest);
        // The order of texts is that of bytes: files are written in it.
        let other = Digest::of(bytes);
        prop_assert_eq!(digest.cmp(&other), text.cmp(&other.to_string()));
    }
}
