//! Whatever is said, with whatever arguments, in whatever language: there is a text, and no bit of a template
//! is left in it.
#![cfg(feature = "fluent")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use guildhall_kernel::{Code, Language, LocalisedText, strategies};
use guildhall_words::{
    Argument, Catalogue, Join, Kind, Label, Message, Period, Phrasebook, Said, Say, Shape, Shaped,
    ToArgument, Words, catalogue, check,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

struct Cost;
impl ToArgument for Cost {
    const KIND: Kind = Kind::Money;
    fn argument(&self) -> Argument<'_> {
        Argument::Absent
    }
}

#[derive(Say)]
#[expect(dead_code, reason = "messages are made of its shapes, with any argument")]
enum Anything {
    Nothing,
    Written {
        text: String,
        number: Decimal,
        count: u32,
        day: NaiveDate,
        wall: NaiveDateTime,
        at: DateTime<chrono::Utc>,
        cost: Cost,
        label: Label,
        title: LocalisedText,
        list: Vec<Label>,
    },
    Chosen {
        text: Code<Label>,
        number: Option<Decimal>,
        count: u32,
        label: Label,
        day: Option<NaiveDate>,
        flag: bool,
    },
}

const TEXT: &str = r#"
anything-nothing = There is { -what }.
-what = nothing
anything-written = { $text } { $number } { NUMBER($count) } { DATE($day, style: "weekday") } { DATETIME($wall) } { DATE($at) }
    { $cost } { $label } { $title } { LIST($list, type: "or") } { $list }
anything-chosen = { $number ->
        [absent] any
        [2] two
        [one] one
       *[other] { $number }
    } { $count ->
        [one] one
       *[other] { $count }
    } { $label-key ->
        [unknown] who knows
       *[other] { $label }
    } { $day ->
        [absent] any day
       *[other] { DATE($day, style: "short") }
    } { $flag ->
        [true] so
       *[false] not so
    } { $text ->
        [a] a
       *[other] b
    }
"#;

catalogue! {
    static WORDS = "anything" { texts { "en" = TEXT } says { Anything } }
}

#[test]
fn the_texts_are_sound() {
    check(&WORDS).unwrap();
}

fn days() -> impl Strategy<Value = NaiveDate> {
    let all = NaiveDate::MIN.to_epoch_days()..=NaiveDate::MAX.to_epoch_days();
    let ours = -200_000..200_000;
    prop_oneof![
        all.prop_map(|day| NaiveDate::from_epoch_days(day).unwrap()),
        ours.prop_map(|day| NaiveDate::from_epoch_days(day).unwrap())
    ]
}

fn walls() -> impl Strategy<Value = NaiveDateTime> {
    let usual = (days(), 0_u32..86_400, 0_u32..2_000_000_000).prop_map(|(day, second, nano)| {
        // A leap second only stands at the end of a minute.
        let nano = if second % 60 == 59 { nano } else { nano % 1_000_000_000 };
        day.and_time(chrono::NaiveTime::from_num_seconds_from_midnight_opt(second, nano).unwrap())
    });
    prop_oneof![9 => usual, 1 => Just(NaiveDateTime::MAX), 1 => Just(NaiveDateTime::MIN)]
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["[^{}?]{0,12}", Just(String::new()), Just("one".to_owned()), Just("absent".to_owned())]
}

fn decimals() -> impl Strategy<Value = Decimal> {
    (any::<i128>(), 0_u32..=28).prop_map(|(digits, scale)| Decimal::from_i128_with_scale(digits >> 32, scale))
}

const LABELS: [Label; 4] = [Label::Yes, Label::No, Label::Unknown, Label::Nothing];

fn arguments() -> impl Strategy<Value = Argument<'static>> {
    let leaf = prop_oneof![
        texts().prop_map(Argument::text),
        strategies::localised_text()
            .prop_filter("no braces", |text| text.iter().all(|(_, t)| !t.contains(['{', '}', '?'])))
            .prop_map(|text| Argument::Localised(Cow::Owned(text))),
        any::<i128>().prop_map(Argument::Integer),
        decimals().prop_map(Argument::Decimal),
        (decimals(), prop_oneof![Just("EUR".to_owned()), Just("PLN".to_owned()), texts()])
            .prop_map(|(amount, currency)| Argument::money(amount, currency)),
        days().prop_map(Argument::Date),
        walls().prop_map(Argument::DateTime),
        walls().prop_map(|at| Argument::Instant(at.and_utc())),
        proptest::sample::select(&LABELS[..])
            .prop_map(|label| Argument::Message(label.message().into_owned())),
        (days(), days()).prop_map(|(from, until)| {
            let period = Period { from: Some(from.into()), until: Some(until.into()) };
            Argument::Message(period.message().into_owned())
        }),
        Just(Argument::Absent),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        (proptest::collection::vec(inner, 0..4), any::<bool>())
            .prop_map(|(items, and)| Argument::List { items, join: if and { Join::And } else { Join::Or } })
    })
}

/// Any message of a shape, each argument of any kind or not there at all.
fn messages() -> impl Strategy<Value = Message<'static>> {
    fn of(catalogue: &'static Catalogue) -> Vec<(&'static Catalogue, &'static Shape)> {
        catalogue.shapes().iter().copied().flatten().map(|shape| (catalogue, shape)).collect()
    }
    let all = [of(&WORDS), of(&guildhall_words::WORDS)].concat();
    proptest::sample::select(all).prop_flat_map(|(catalogue, shape)| {
        let Shape::Message { id, key, arguments: named } = shape else {
            return Just(Label::Unknown.message()).boxed();
        };
        let names = named.iter().map(|(name, _)| *name);
        let each: Vec<_> = names
            .map(|name| proptest::option::of(arguments()).prop_map(move |a| a.map(|a| (name, a))))
            .collect();
        each.prop_map(move |arguments| {
            Message::new(catalogue, id, key, arguments.into_iter().flatten().collect())
        })
        .boxed()
    })
}

fn languages() -> impl Strategy<Value = Language> {
    const KNOWN: [&str; 16] = [
        "en",
        "pl",
        "sl",
        "ru",
        "en-US",
        "sl-SI",
        "sr-Latn-RS",
        "ar",
        "hi",
        "fa",
        "th",
        "ja",
        "hr",
        "de-CH",
        "zz",
        "qqq-Latn-419",
    ];
    prop_oneof![
        proptest::sample::select(&KNOWN[..]).prop_map(|tag| tag.parse().unwrap()),
        strategies::language()
    ]
}

proptest! {
    #[test]
    fn everything_is_said(message in messages(), language in languages(), zone in proptest::option::of(0..chrono_tz::TZ_VARIANTS.len())) {
        let book = Phrasebook::new(language);
        let book = match zone {
            Some(nth) => book.in_zone(chrono_tz::TZ_VARIANTS[nth]),
            None => book,
        };
        let said = book.say(&message);
        prop_assert!(!said.trim().is_empty());
        prop_assert!(!said.contains(['{', '}']) && !said.contains("???"), "{said}");
        for (_, argument) in message.arguments() {
            let told = book.tell(argument);
            prop_assert!(!told.trim().is_empty());
        }
        prop_assert_eq!(book.say(&message.clone().into_owned()), said);
    }

    #[test]
    fn everything_said_is_data_too(message in messages()) {
        let said = Said::from(&message);
        let json = serde_json::to_string(&said).unwrap();
        prop_assert_eq!(serde_json::from_str::<Said>(&json).unwrap(), said);
    }

    #[test]
    fn what_is_added_is_refused_or_said(text in "(stage|label-yes|-[a-z]|[a-z]{1,4})? ?=? ?[\\PC\n {}$\\[\\]*\"=>.-]{0,60}", language in languages()) {
        if let Ok(book) = Phrasebook::new(language).with(&guildhall_words::WORDS, &text) {
            prop_assert!(!book.say(&Label::Yes.message()).is_empty());
        }
    }

    #[test]
    fn order_is_total(names in proptest::collection::vec(".{0,6}", 3), language in languages()) {
        let book = Phrasebook::new(language);
        let [one, two, three] = names.as_slice() else { unreachable!() };
        prop_assert_eq!(book.compare(one, two), book.compare(two, one).reverse());
        if book.compare(one, two).is_le() && book.compare(two, three).is_le() {
            prop_assert!(book.compare(one, three).is_le());
        }
    }
}

#[test]
fn zones_are_many() {
    assert!(chrono_tz::TZ_VARIANTS.contains(&Tz::Europe__Ljubljana));
    assert_eq!(Anything::SHAPES.len(), 3);
}
