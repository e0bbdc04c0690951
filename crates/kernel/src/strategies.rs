//! Arbitrary values of this crate's types, for property tests.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use crate::{
    Code, Erasure, Id, Language, Local, LocalisedText, RetentionClass, Slot, StreamId, Time, Window,
};

/// Any uuid.
pub fn uuid() -> impl Strategy<Value = Uuid> + Clone {
    any::<u128>().prop_map(Uuid::from_u128)
}

/// Any typed id.
pub fn id<T: ?Sized>() -> impl Strategy<Value = Id<T>> + Clone {
    uuid().prop_map(Id::new)
}

/// Any typed code, of one to three words.
pub fn code<T: ?Sized>() -> impl Strategy<Value = Code<T>> + Clone {
    "[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,8}){0,2}".prop_filter_map("a code", |text| text.parse().ok())
}

/// An instant between 1970 and 2100, to the nanosecond.
pub fn time() -> impl Strategy<Value = Time> + Clone {
    (0i64..4_102_444_800, 0u32..1_000_000_000)
        .prop_map(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos).unwrap_or_default())
}

/// A day between 1970 and 2079.
pub fn date() -> impl Strategy<Value = NaiveDate> + Clone {
    (0i64..40_000).prop_map(|days| NaiveDate::default() + Duration::days(days))
}

/// A zone with awkward clock changes, or none.
pub fn zone() -> impl Strategy<Value = Tz> + Clone {
    select(vec![
        Tz::Europe__Ljubljana,
        Tz::Europe__Warsaw,
        Tz::Europe__Moscow,
        Tz::America__Sao_Paulo,
        Tz::Africa__Cairo,
        Tz::Pacific__Apia,
        Tz::UTC,
    ])
}

/// A day or a wall time, to the second.
pub fn local() -> impl Strategy<Value = Local> + Clone {
    prop_oneof![
        date().prop_map(Local::Day),
        (date(), 0u32..86_400).prop_map(|(day, second)| {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap_or_default();
            Local::At(day.and_time(time))
        }),
    ]
}

/// A window of some days or seconds.
pub fn window() -> impl Strategy<Value = Window> + Clone {
    (local(), local(), zone()).prop_filter_map("a window ends after it begins", |(a, b, zone)| {
        Window::new(a, b, zone).or_else(|_| Window::new(b, a, zone)).ok()
    })
}

/// One of these texts, as it is or with up to three characters put in, taken out or exchanged: to find
/// where two ways of checking a text part.
pub fn nearly(texts: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let characters: Vec<char> = "azAZ09-_./:+T[]{} \t\n\0\u{85}\u{a0}\u{2003}\u{feff}žЯ１ſ".chars().collect();
    let change = (any::<prop::sample::Index>(), 0..3_u8, select(characters));
    (texts, prop::collection::vec(change, 0..4)).prop_map(|(text, changes)| {
        let mut text: Vec<char> = text.chars().collect();
        for (place, change, character) in changes {
            let place = place.index(text.len().saturating_add(1));
            let taken_out = if change == 0 { place } else { place.saturating_add(1).min(text.len()) };
            let put_in = (change != 1).then_some(character);
            text.splice(place..taken_out, put_in);
        }
        text.into_iter().collect()
    })
}

/// One of the languages Guildhall speaks, or another.
pub fn language() -> impl Strategy<Value = Language> + Clone {
    select(vec!["en", "pl", "sl", "ru", "hsb", "sr-Latn", "pt-BR", "es-419"])
        .prop_filter_map("a language tag", |tag| tag.parse().ok())
}

/// A text in one to three languages.
pub fn localised_text() -> impl Strategy<Value = LocalisedText> + Clone {
    prop::collection::btree_map(language(), "[a-zA-ZąčęłńóśšżžЯ0-9 ,.;&<>\"']{0,30}[a-zžłЯ]", 1..4)
        .prop_filter_map("a text in some language", |texts| LocalisedText::try_from(texts).ok())
}

/// A stream of one of a few kinds.
pub fn stream_id() -> impl Strategy<Value = StreamId> + Clone {
    (select(vec!["application", "recruitment", "register"]), uuid(), uuid())
        .prop_map(|(kind, scope, id)| StreamId::new(kind, scope, id))
}

/// A slot of any class.
pub fn slot() -> impl Strategy<Value = Slot> + Clone {
    (id(), select(RetentionClass::ALL.to_vec())).prop_map(|(id, class)| Slot::new(id, class))
}

/// An erasure on some ground.
pub fn erasure() -> impl Strategy<Value = Erasure> + Clone {
    (time(), prop::option::of(id()), "[a-z_]{1,12}").prop_map(|(at, by, ground)| Erasure { at, by, ground })
}
