//! What the types promise their callers.

use guildhall_kernel::LocalisedText;
use guildhall_words::{
    Argument, Catalogue, Join, Label, Message, Period, Said, SaidArgument, Say, Text, Words, catalogue,
};

#[derive(Say)]
struct Sample {
    name: String,
    count: u64,
    share: rust_decimal::Decimal,
    day: chrono::NaiveDate,
    from: guildhall_kernel::Local,
    at: guildhall_kernel::Time,
    title: LocalisedText,
    label: Label,
    several: Vec<bool>,
    nobody: Option<u8>,
}

catalogue! {
    static WORDS = "sample" { texts {} says { Sample } }
}

#[test]
fn a_message_as_data_keeps_its_shape() {
    let sample = Sample {
        name: "Celje".to_owned(),
        count: u64::MAX,
        share: "12.50".parse().unwrap(),
        day: "2019-06-03".parse().unwrap(),
        from: "2019-06-03T09:05:00".parse().unwrap(),
        at: "2019-06-03T09:05:00Z".parse().unwrap(),
        title: LocalisedText::new([("sl".parse().unwrap(), "a")]).unwrap(),
        label: Label::Yes,
        several: vec![true],
        nobody: None,
    };
    let golden = r#"{
        "catalogue": "sample", "id": "sample", "key": "sample",
        "arguments": {
            "name": { "kind": "text", "value": "Celje" },
            "count": { "kind": "number", "value": "18446744073709551615" },
            "share": { "kind": "number", "value": "12.50" },
            "day": { "kind": "date", "value": "2019-06-03" },
            "from": { "kind": "date_time", "value": "2019-06-03T09:05:00" },
            "at": { "kind": "instant", "value": "2019-06-03T09:05:00Z" },
            "title": { "kind": "localised", "value": { "sl": "a" } },
            "label": { "kind": "message", "value": { "catalogue": "words", "id": "label-yes", "key": "yes" } },
            "several": { "kind": "list", "value": { "items": [{ "kind": "text", "value": "true" }], "join": "and" } },
            "nobody": { "kind": "absent" }
        }
    }"#;
    let said = Said::from(&sample.message());
    assert_eq!(
        serde_json::to_value(&said).unwrap(),
        serde_json::from_str::<serde_json::Value>(golden).unwrap()
    );
    let money = SaidArgument::from(&Argument::money("1.50".parse().unwrap(), "EUR"));
    let golden = r#"{"kind":"money","value":{"amount":"1.50","currency":"EUR"}}"#;
    assert_eq!(serde_json::to_string(&money).unwrap(), golden);
    assert_eq!(serde_json::from_str::<SaidArgument>(golden).unwrap(), money);
    assert!(serde_json::from_str::<Said>(r#"{"catalogue":"a","id":"b","key":"c","more":1}"#).is_err());
}

#[test]
fn messages_travel_between_threads_and_borrow_no_longer_than_they_must() {
    fn sent<T: Send + Sync + 'static>() {}
    sent::<Message<'static>>();
    sent::<Catalogue>();
    sent::<Text>();
    sent::<Said>();
    let owned = Period { from: None, until: None }.message().into_owned();
    assert_eq!(owned, Period { from: None, until: None }.message());
    let day = "2019-06-03".parse().ok();
    assert_ne!(owned, Period { from: day, until: None }.message());
    assert_ne!(Label::Yes.message(), Label::No.message());
    assert_eq!(
        format!("{owned:?}"),
        r#"Message { catalogue: Catalogue("words"), id: "period", arguments: [("from", Absent), ("until", Absent)] }"#
    );
}

#[test]
fn the_ports_are_dyn_compatible() {
    struct Shouting(guildhall_kernel::Language);
    impl Words for Shouting {
        fn language(&self) -> &guildhall_kernel::Language {
            &self.0
        }
        fn say(&self, message: &Message<'_>) -> String {
            message.id().to_uppercase()
        }
        fn tell(&self, argument: &Argument<'_>) -> String {
            format!("{argument:?}")
        }
        fn compare(&self, one: &str, other: &str) -> std::cmp::Ordering {
            one.cmp(other)
        }
    }
    let words: &dyn Words = &Shouting("en".parse().unwrap());
    let said: &dyn Say = &Label::from(true);
    assert_eq!(words.say(&said.message()), "LABEL-YES");
    assert_eq!(words.language().as_str(), "en");
    assert_eq!(Argument::any([]), Argument::List { items: vec![], join: Join::Or });
}
