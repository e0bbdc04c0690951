//! The phrasebook at work.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
use guildhall_words::*;
#[test]
fn look() {
    let d = "2019-06-03".parse::<chrono::NaiveDate>().unwrap();
    let t = d.and_hms_opt(9, 5, 0).unwrap();
    for l in ["en", "en-US", "pl", "sl", "sl-SI", "ru", "hr", "de", "zz"] {
        let p = Phrasebook::new(l.parse().unwrap());
        println!("== {l}");
        for a in [
            Argument::Date(d),
            Argument::DateTime(t),
            Argument::Instant(t.and_utc()),
            Argument::Integer(1234),
            Argument::Integer(-1234567),
            Argument::Decimal("12345.670".parse().unwrap()),
            Argument::money("1234.50".parse().unwrap(), "EUR"),
            Argument::money("-1234.50".parse().unwrap(), "EUR"),
            Argument::money("1234.50".parse().unwrap(), "PLN"),
            Argument::money("1234.50".parse().unwrap(), "RUB"),
            Argument::money("1234".parse().unwrap(), "JPY"),
            Argument::all(["a", "b", "c"].map(Argument::text)),
            Argument::any(["a", "b", "c"].map(Argument::text)),
            Argument::any([]),
            Argument::Absent,
            Argument::Message(Period { from: Some(d.into()), until: Some(d.into()) }.message().into_owned()),
            Argument::Message(Period { from: Some(t.into()), until: None }.message().into_owned()),
        ] {
            println!("  {:?}", p.tell(&a));
        }
    }
    check(&label::WORDS).unwrap();
}
