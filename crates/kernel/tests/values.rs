//! C4 every persisted value survives JSON and MessagePack; C6 deserialising builds nothing that the
//! constructor refuses; C5 what is private shows in no `Debug`, fingerprint or error.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_kernel::strategies::*;
use guildhall_kernel::*;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn survives<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value);
    let binary = rmp_serde::to_vec_named(value).unwrap();
    assert_eq!(&rmp_serde::from_slice::<T>(&binary).unwrap(), value);
}

proptest! {
    #[test]
    fn c4_values_survive(
        id in id::<Commit>(), window in window(), text in localised_text(), stream in stream_id(),
        slot in slot(), erasure in erasure(), language in language(), number in any::<u64>(),
    ) {
        survives(&id);
        survives(&window);
        survives(&text);
        survives(&stream);
        survives(&slot);
        survives(&erasure);
        survives(&language);
        survives(&Version::new(number));
        survives(&Position::new(number));
    }

    #[test]
    fn c6_a_window_read_is_a_window_made(from in local(), until in local(), zone in zone()) {
        let json = serde_json::json!({ "from": from, "until": until, "zone": zone.name() });
        let made = Window::new(from, until, zone).ok();
        let read = serde_json::from_value::<Window>(json).ok();
        prop_assert_eq!(made, read);
    }

    #[test]
    fn c6_a_language_read_is_a_language_parsed(text in "[a-zA-Z0-9-]{0,9}") {
        let read = serde_json::from_value::<Language>(serde_json::json!(text)).ok();
        prop_assert_eq!(&read, &text.parse().ok());
        // Canonical form is a fixed point.
        if let Some(language) = read {
            let again: Language = language.as_str().parse().unwrap();
            prop_assert_eq!(again, language);
        }
    }

    #[test]
    fn c5_private_content_shows_nowhere(canary in "[A-Z]{12}", slot in slot(), at in time()) {
        let commit = Commit::new(Id::new(Uuid::nil()), at, None).private(slot, &canary).unwrap();
        let shown = format!("{commit:?}");
        prop_assert!(!shown.contains(&canary));
        let other = Commit::new(Id::new(Uuid::nil()), at, None).private(slot, "other").unwrap();
        prop_assert_eq!(commit.fingerprint(), other.fingerprint(), "the digest must not depend on content");
        let confidential = Confidential::new(canary.clone());
        let shown = format!("{confidential:?}");
        prop_assert!(!shown.contains(&canary));
        let revealed = Revealed::Content(confidential);
        let shown = format!("{revealed:?}");
        prop_assert!(!shown.contains(&canary));
        let error = revealed.read::<u32>().unwrap_err();
        let shown = format!("{error:?} {error}");
        prop_assert!(!shown.contains(&canary));
    }
}
