//! C4 and C6 for every value of this crate: it survives both formats, and reading cannot build what the
//! constructor refuses.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_civic::*;
use guildhall_conformance::laws;
use proptest::prelude::*;
use serde::de::DeserializeOwned;

proptest! {
    #[test]
    fn c4_authorities_survive(authority in strategies::authority(), key in strategies::authority_key()) {
        laws::survives(&authority).unwrap();
        laws::survives(&key).unwrap();
        laws::survives(&std::collections::BTreeMap::from([(key, 1)])).unwrap();
    }

    #[test]
    fn c4_people_and_organisations_survive(
        (code, names, country) in (strategies::organisation_code(), strategies::localised_text(), strategies::country()),
        kind in prop::sample::select(OrganisationKind::ALL),
        (position, at, period) in (strategies::position(), strategies::party(), strategies::period()),
        (office, actor, partner) in (strategies::office_held(), strategies::actor(), strategies::partner()),
        (cooperation, person) in (strategies::cooperation(), strategies::id()),
    ) {
        laws::survives(&Organisation::new(code, names, kind, country)).unwrap();
        laws::survives(&PositionHeld::new(person, position.code().clone(), at, period)).unwrap();
        laws::survives(&position).unwrap();
        laws::survives(&office).unwrap();
        laws::survives(&actor).unwrap();
        laws::survives(&partner).unwrap();
        laws::survives(&cooperation).unwrap();
        laws::survives(&period).unwrap();
    }

    #[test]
    fn c4_units_areas_and_money_survive(
        money in strategies::money(),
        (id, of, names, period) in (
            strategies::id(), strategies::authority_key(), strategies::localised_text(), strategies::period(),
        ),
        served in strategies::party(),
    ) {
        laws::survives(&money).unwrap();
        let kind = ServiceUnitKind::SHARED_SERVICES_CENTRE;
        laws::survives(&ServiceUnit::new(id, of, kind, names, period, vec![Served::new(served, period)]).unwrap())
            .unwrap();
    }
}

#[test]
fn c4_the_standard_areas_and_every_word_survive() {
    laws::survives(&ServiceAreas::standard()).unwrap();
    laws::survives(&AuthorityKind::ALL.to_vec()).unwrap();
    laws::survives(&TaskLevel::ALL.to_vec()).unwrap();
    laws::survives(&CodeScheme::ALL.to_vec()).unwrap();
    laws::survives(&OrganisationKind::ALL.to_vec()).unwrap();
    laws::survives(&PartnerRole::ALL.to_vec()).unwrap();
    for kind in AuthorityKind::ALL {
        assert_eq!(kind.as_str().parse::<AuthorityKind>().unwrap(), *kind);
        assert_eq!(serde_json::to_string(kind).unwrap(), format!("\"{kind}\""));
    }
}

fn refuses<T: DeserializeOwned + std::fmt::Debug>(json: &str, why: &str) {
    let refusal = serde_json::from_str::<T>(json).unwrap_err().to_string();
    assert!(refusal.contains(why), "`{json}`: {refusal}");
}

#[test]
fn c6_reading_goes_through_the_constructor() {
    refuses::<Country>(r#""EL""#, "this is no country");
    refuses::<Vintage>("1066", "`1066` is no year");
    refuses::<AuthorityKey>(r#""PL:terc:0201044""#, "a town inside an urban-rural commune");
    refuses::<AuthorityKey>(r#""SI:si_municipality:145""#, "given to no authority");
    refuses::<AuthorityKey>(r#""SI:si_municipality:2""#, "three digits");
    refuses::<Authority>(
        r#"{"key":"SI:si_municipality:011","kind":"county","names":{"sl":"Celje"}}"#,
        "its code is not that of a `county`",
    );
    refuses::<Authority>(
        r#"{"key":"SI:si_municipality:011","kind":"municipality","names":{"sl":"Celje"},"tier":1}"#,
        "unknown field `tier`",
    );
    refuses::<Period>(r#"{"from":"2020-01-02","until":"2020-01-01"}"#, "before it begins");
    refuses::<Period>(r#"{"from":"2020-01-02","to":"2020-01-01"}"#, "unknown field `to`");
    refuses::<PositionCode>(r#""City manager""#, "this is no position code");
    refuses::<PartnerRole>(r#""boss""#, "unknown variant `boss`");
    refuses::<Money>(r#"{"amount":"0.125","currency":"EUR"}"#, "finer than the smallest unit");
    refuses::<Money>(r#"{"amount":"1","currency":"EURO"}"#, "this is no currency");
    refuses::<Money>(r#"{"amount":0.1,"currency":"EUR"}"#, "invalid type");
    refuses::<Cofog>(r#""04.5.9""#, "no function of COFOG");
    refuses::<Partner>(r#"{"party":{"authority":"011"},"role":"lead"}"#, "no key of an authority");
}

#[test]
fn values_may_go_anywhere() {
    fn goes<T: Send + Sync + Clone + std::fmt::Debug + Eq + schemars_is_there::Schema>() {}
    goes::<Authority>();
    goes::<AuthorityKey>();
    goes::<Organisation>();
    goes::<Cooperation>();
    goes::<ServiceUnit>();
    goes::<ServiceAreas>();
    goes::<Position>();
    goes::<OfficeHeld>();
    goes::<Actor>();
    goes::<Partner>();
    goes::<Money>();
}

/// What crosses a boundary has a schema.
mod schemars_is_there {
    pub(crate) trait Schema {}
    impl<T: schemars::JsonSchema> Schema for T {}
}
