//! Strategies that make arbitrary values of this crate's types, for property tests here and in later rooms.

use chrono::{Days, NaiveDate};
use guildhall_kernel::{Id, Language, LocalisedText, Uuid};
use proptest::prelude::*;
use proptest::sample::select;

use crate::*;

/// Any id of a `T`.
pub fn id<T: ?Sized>() -> impl Strategy<Value = Id<T>> {
    any::<u128>().prop_map(|n| Id::new(Uuid::from_u128(n)))
}

/// A day between 1990 and 2049.
pub fn day() -> impl Strategy<Value = NaiveDate> {
    (0u64..21_915).prop_filter_map("beyond the calendar", |n| {
        NaiveDate::from_ymd_opt(1990, 1, 1).and_then(|first| first.checked_add_days(Days::new(n)))
    })
}

/// Any period of days between 1990 and 2049, open at either end or not.
pub fn period() -> impl Strategy<Value = Period> {
    (proptest::option::of(day()), proptest::option::of(day())).prop_filter_map("reversed", |(a, b)| {
        let ordered = matches!((a, b), (Some(a), Some(b)) if b < a);
        let (from, until) = if ordered { (b, a) } else { (a, b) };
        Period::new(from, until).ok()
    })
}

/// One of the languages the project speaks, or another.
pub fn language() -> impl Strategy<Value = Language> {
    select(vec!["en", "pl", "sl", "ru", "it", "sr-Latn"]).prop_filter_map("no tag", |tag| tag.parse().ok())
}

/// Any text in one to four languages, with letters beyond ASCII.
pub fn localised_text() -> impl Strategy<Value = LocalisedText> {
    let text = "[A-Za-zčšžąłńóĄŁŻа-яё0-9\"\\\\/;,.-][A-Za-zčšžąłńóĄŁŻа-яё0-9\"\\\\/;,. -]{0,30}";
    proptest::collection::btree_map(language(), text, 1..4)
        .prop_filter_map("blank", |texts| LocalisedText::new(texts).ok())
}

/// Any country.
pub fn country() -> impl Strategy<Value = Country> {
    select(Country::all().collect::<Vec<_>>())
}

/// The key of an authority of any scheme.
pub fn authority_key() -> impl Strategy<Value = AuthorityKey> {
    prop_oneof![
        "(0[2468]|1[02468]|2[02468]|3[02])((0[1-9]|[12][0-9]|3[0-8])(0[1-9][123]?)?|6[1-9]|7[0-9])?"
            .prop_filter_map("no row", |code| AuthorityKey::terc(&code).ok()),
        "[01][0-9]{2}".prop_filter_map("no municipality", |code| AuthorityKey::si(&code).ok()),
        "[0-9]{8}".prop_filter_map("a heading", |code| AuthorityKey::oktmo(&code).ok()),
        (select(vec!["FR", "DE", "PL", "FI"]), "[0-9A-Z]{2,13}", 2010u16..2030)
            .prop_filter_map("no unit", |(country, code, year)| keyed(country, CodeScheme::Lau, &code, year)),
        (select(vec!["FR", "DE", "PL", "SI"]), "[0-9A-Z]{1,3}", 1999u16..2030).prop_filter_map(
            "no region",
            |(country, code, year)| keyed(country, CodeScheme::Nuts, &format!("{country}{code}"), year)
        ),
        fictitious_authority_key(),
    ]
}

fn keyed(country: &str, scheme: CodeScheme, code: &str, year: u16) -> Option<AuthorityKey> {
    AuthorityKey::new(country.parse().ok()?, scheme, code, Some(Vintage::new(year).ok()?)).ok()
}

/// The key of an invented authority.
pub fn fictitious_authority_key() -> impl Strategy<Value = AuthorityKey> {
    (select(vec![Country::PL, Country::SI, Country::RU]), symbol())
        .prop_filter_map("no code", |(country, code)| AuthorityKey::fictitious(country, &code).ok())
}

/// Any kind of authority.
pub fn authority_kind() -> impl Strategy<Value = AuthorityKind> {
    select(AuthorityKind::ALL)
}

/// An authority with an invented key, of any kind and with any tasks beyond its own.
pub fn authority() -> impl Strategy<Value = Authority> {
    let others = || proptest::collection::btree_set(fictitious_authority_key(), 0..3);
    let more = proptest::collection::btree_set(select(TaskLevel::ALL), 0..3);
    (fictitious_authority_key(), authority_kind(), localised_text(), more, others(), period(), others())
        .prop_filter_map("faults", |(key, kind, names, more, parents, valid, mut successors)| {
            if valid.until().is_none() {
                successors.clear();
            }
            Authority::try_from(AuthorityDefinition {
                tasks: kind.tasks().iter().copied().chain(more).collect(),
                parent: parents.into_iter().next(),
                valid_from: valid.from(),
                valid_until: valid.until(),
                successors,
                ..AuthorityDefinition::new(key, kind, names)
            })
            .ok()
        })
}

/// The text of any code of an open vocabulary.
pub fn symbol() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9]{0,8}(_[a-z0-9]{1,8}){0,3}"
}

/// Any code of a position.
pub fn position_code() -> impl Strategy<Value = PositionCode> {
    symbol().prop_filter_map("no code", |text| PositionCode::new(text).ok())
}

/// Any position.
pub fn position() -> impl Strategy<Value = Position> {
    (position_code(), localised_text(), any::<bool>(), proptest::option::of(party())).prop_map(
        |(code, labels, heads, at)| {
            let position = Position::new(code, labels);
            let position = if heads { position.heading_authority() } else { position };
            at.map_or(position.clone(), |at| position.only_at(at))
        },
    )
}

/// Any code of an organisation.
pub fn organisation_code() -> impl Strategy<Value = OrganisationCode> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}".prop_filter_map("no code", |text| text.parse().ok())
}

/// Any authority or organisation.
pub fn party() -> impl Strategy<Value = Party> {
    prop_oneof![authority_key().prop_map(Party::Authority), organisation_code().prop_map(Party::Organisation)]
}

/// Any partner in any role.
pub fn partner() -> impl Strategy<Value = Partner> {
    (party(), select(PartnerRole::ALL)).prop_map(|(party, role)| Partner::new(party, role))
}

/// Any code of an office.
pub fn office_code() -> impl Strategy<Value = OfficeCode> {
    prop_oneof![
        select(vec![OfficeCode::COORDINATOR, OfficeCode::CHAIR, OfficeCode::MAYOR]),
        symbol().prop_filter_map("no code", |text| OfficeCode::new(text).ok()),
    ]
}

/// Any owner of an office.
pub fn office_of() -> impl Strategy<Value = OfficeOf> {
    prop_oneof![party().prop_map(OfficeOf::from), id().prop_map(OfficeOf::Body)]
}

/// Any office held.
pub fn office_held() -> impl Strategy<Value = OfficeHeld> {
    (id(), office_code(), office_of(), period())
        .prop_map(|(person, office, of, period)| OfficeHeld::new(person, office, of, period))
}

/// Any actor in any capacity.
pub fn actor() -> impl Strategy<Value = Actor> {
    prop_oneof![
        id().prop_map(Actor::Person),
        (id(), office_code(), office_of()).prop_map(|(person, office, of)| Actor::InOffice {
            person,
            office,
            of
        }),
        id().prop_map(Actor::Body),
        symbol().prop_filter_map("no name", |text| SystemName::new(text).ok().map(Actor::System)),
    ]
}

/// Any cooperation with an invented authority, claimed or confirmed.
pub fn cooperation() -> impl Strategy<Value = Cooperation> {
    (
        organisation_code(),
        fictitious_authority_key(),
        service_area_code(),
        period(),
        office_held(),
        day(),
        any::<bool>(),
    )
        .prop_filter_map(
            "unconfirmed",
            |(organisation, authority, matter, period, by, on, confirmed)| {
                let claimed = Cooperation::claim(organisation, authority.clone(), matter, period);
                let officer = OfficeHeld::new(by.person(), by.office().clone(), authority, Period::since(on));
                if confirmed { claimed.confirm(officer, on).ok() } else { Some(claimed) }
            },
        )
}

/// The code of an area of the standard taxonomy.
pub fn service_area_code() -> impl Strategy<Value = ServiceAreaCode> {
    select(ServiceAreas::standard().iter().map(|area| area.code().clone()).collect::<Vec<_>>())
}

/// Any function of COFOG 1999.
pub fn cofog() -> impl Strategy<Value = Cofog> {
    select(Cofog::all().collect::<Vec<_>>()).prop_filter_map("no function", |code| Cofog::new(&code).ok())
}

/// One of the currencies the project's systems pay in, and some with other smallest units.
pub fn currency() -> impl Strategy<Value = Currency> {
    select(vec!["EUR", "PLN", "RUB", "NOK", "JPY", "KWD", "CLF"])
        .prop_filter_map("no currency", |code| Currency::new(code).ok())
}

/// Any amount of money, negative ones and the largest included.
pub fn money() -> impl Strategy<Value = Money> {
    (prop_oneof![4 => -1_000_000i64..1_000_000, 1 => any::<i64>()], currency())
        .prop_map(|(minor, currency)| Money::from_minor(minor, currency))
}
