//! Arbitrary values of this crate's types, for property tests here and in later rooms.

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate, NaiveTime};
use guildhall_civic::{Partner, Party, strategies as civic};
use guildhall_kernel::{Local, Window, strategies as kernel};
use guildhall_rules::{Clause, Definition, FactKey, Operator, RuleId, RuleRef};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::*;

/// A code of one to three short words.
fn code() -> impl Strategy<Value = String> + Clone {
    "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}"
}

/// Any code of a module.
pub fn module_code() -> impl Strategy<Value = ModuleCode> + Clone {
    code().prop_filter_map("a code", |code| code.parse().ok())
}

/// Any code of a session.
pub fn session_code() -> impl Strategy<Value = SessionCode> + Clone {
    code().prop_filter_map("a code", |code| code.parse().ok())
}

/// Any code of a programme.
pub fn programme_code() -> impl Strategy<Value = ProgrammeCode> + Clone {
    code().prop_filter_map("a code", |code| code.parse().ok())
}

/// Any version, mostly one of the first.
pub fn programme_version() -> impl Strategy<Value = ProgrammeVersion> + Clone {
    prop_oneof![9 => 1..5u32, 1 => 1..=u32::MAX]
        .prop_filter_map("from one", |n| NonZeroU32::new(n).map(ProgrammeVersion::new))
}

/// Any number of an edition, mostly one of the first.
pub fn edition_number() -> impl Strategy<Value = EditionNumber> + Clone {
    prop_oneof![9 => 1..5u32, 1 => 1..=u32::MAX]
        .prop_filter_map("from one", |n| NonZeroU32::new(n).map(EditionNumber::new))
}

/// Any way of teaching.
pub fn delivery_mode() -> impl Strategy<Value = DeliveryMode> + Clone {
    select(vec![DeliveryMode::Online, DeliveryMode::Onsite, DeliveryMode::Blended])
}

/// Any kind of session.
pub fn session_kind() -> impl Strategy<Value = SessionKind> + Clone {
    select(SessionKind::ALL.to_vec())
}

/// Some hours of teaching.
pub fn hours() -> impl Strategy<Value = Hours> + Clone {
    let count = |most: u32| (1..=most).prop_map(|n| NonZeroU32::MIN.saturating_add(n - 1));
    prop_oneof![
        count(200).prop_map(Hours::Course),
        count(200).prop_map(Hours::Clock),
        count(9_000).prop_map(Hours::Minutes),
    ]
}

/// A curriculum of up to five modules whose hours, where given, add up.
pub fn curriculum() -> impl Strategy<Value = Curriculum> {
    let module = (kernel::localised_text(), option::weighted(0.8, hours()));
    (btree_set(module_code(), 1..6), vec(module, 5), any::<bool>(), hours()).prop_map(
        |(codes, modules, agreed, rest)| {
            let modules: Vec<Module> = codes
                .into_iter()
                .zip(modules)
                .map(|(code, (title, hours))| Module { code, title, hours })
                .collect();
            let minutes: u64 = modules.iter().filter_map(|m| m.hours).map(Hours::in_minutes).sum();
            let open = modules.iter().any(|module| module.hours.is_none());
            let total = if open { minutes.saturating_add(rest.in_minutes()) } else { minutes };
            let total = u32::try_from(total).ok().and_then(NonZeroU32::new);
            Curriculum { hours: total.filter(|_| agreed).map(Hours::Minutes), modules }
        },
    )
}

/// A rule that asks whether applicants hold one position, or any other.
pub fn target() -> impl Strategy<Value = Definition> {
    let position = (select(vec!["may-come", "city-manager-training"]), 1..4u32, "[a-z]{1,8}");
    let position = position.prop_filter_map("a rule", |(id, version, position)| {
        let fact = FactKey::new("applicant.position").ok()?;
        let clause = Clause::fact(fact, Operator::Is, position.as_str());
        Some(Definition::new(RuleId::new(id).ok()?, NonZeroU32::new(version)?, clause))
    });
    let any = guildhall_rules::strategies::case().prop_map(|(_, rule, _)| rule.definition().clone());
    prop_oneof![3 => position, 1 => any]
}

/// Up to four partners, each in one or several roles.
pub fn partners() -> impl Strategy<Value = Vec<Partner>> {
    use guildhall_civic::PartnerRole::{Developer, Funder, Lead, Provider};
    let roles = select(vec![vec![Lead], vec![Developer, Provider], vec![Provider, Lead, Funder]]);
    vec((civic::party(), roles), 1..5).prop_map(|parties| {
        let mut seen = Vec::new();
        let mut partners = Vec::new();
        for (party, roles) in parties {
            if !seen.contains(&party) {
                partners.extend(roles.into_iter().map(|role| Partner::new(party.clone(), role)));
                seen.push(party);
            }
        }
        partners
    })
}

/// Those of the first eight partners whose bit is set.
fn stewards(partners: &[Partner], chosen: u8) -> Vec<Party> {
    let bits = (0..8).map(|nth| chosen & (1 << nth) != 0);
    let mut stewards: Vec<Party> = partners
        .iter()
        .zip(bits)
        .filter(|(_, chosen)| *chosen)
        .map(|(partner, _)| partner.party().clone())
        .collect();
    stewards.sort();
    stewards.dedup();
    stewards
}

fn part_of() -> impl Strategy<Value = PartOf> {
    let run_by = vec(civic::party(), 0..3).prop_map(|mut parties| {
        parties.sort();
        parties.dedup();
        parties
    });
    let texts = (kernel::localised_text(), vec(kernel::localised_text(), 0..3));
    (kernel::code(), texts, run_by, option::of(1990..2030u16)).prop_map(
        |(code, (title, activities), run_by, since)| PartOf { code, title, run_by, since, activities },
    )
}

/// Any sound definition of the programme with this code, as it is written.
pub fn written_programme(code: ProgrammeCode) -> impl Strategy<Value = WrittenProgramme> {
    let languages = btree_set(kernel::language(), 1..4);
    let texts = (kernel::localised_text(), kernel::localised_text(), option::of(kernel::localised_text()));
    let relations = (option::of(programme_code()), option::of(part_of()));
    let content = (partners(), any::<u8>(), target(), curriculum());
    (texts, any::<bool>(), languages, delivery_mode(), relations, content).prop_filter_map(
        "a programme is no relation of itself",
        move |(texts, pilot, languages, delivery, relations, content)| {
            let (title, purpose, modelled_on) = texts;
            let (predecessor, part_of) = relations;
            let (partners, chosen, target, curriculum) = content;
            let stewards = stewards(&partners, chosen);
            (predecessor.as_ref() != Some(&code)).then(|| WrittenProgramme {
                code: code.clone(),
                title,
                purpose,
                pilot,
                languages: languages.into_iter().collect(),
                delivery,
                modelled_on,
                predecessor,
                part_of,
                partners,
                stewards,
                target,
                curriculum,
            })
        },
    )
}

/// Any sound definition of the programme with this code.
pub fn programme_definition(code: ProgrammeCode) -> impl Strategy<Value = ProgrammeDefinition> {
    written_programme(code).prop_filter_map("sound", |written| ProgrammeDefinition::try_from(written).ok())
}

/// Any place.
pub fn place() -> impl Strategy<Value = Place> {
    (kernel::localised_text(), option::of(kernel::localised_text()), option::of("[A-Za-z0-9 ]{1,20}"))
        .prop_map(|(name, town, address)| Place { name, town, address })
}

/// Some whole days, or some time of one or more days, within so many days from the first.
pub fn session_time(first: NaiveDate, days: u64) -> impl Strategy<Value = SessionTime> + Clone {
    let day = move |nth: u64| first.checked_add_days(Days::new(nth)).unwrap_or(first);
    let at = move |(nth, second): (u64, u32)| {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap_or_default();
        Local::At(day(nth).and_time(time))
    };
    let point = (0..days, 0u32..86_400);
    prop_oneof![
        (0..days).prop_map(move |nth| SessionTime::on(day(nth))),
        (0..days, 0..days)
            .prop_filter_map("days", move |(a, b)| { SessionTime::new(day(a.min(b)), day(a.max(b))).ok() }),
        (point.clone(), point).prop_filter_map("times", move |(a, b)| SessionTime::new(
            at(a.min(b)),
            at(a.max(b))
        )
        .ok()),
    ]
}

/// Any sound definition of the `number`th edition of a programme that teaches these modules, as it is
/// written: at least one session, up to five.
pub fn written_edition(
    programme: ProgrammeCode,
    number: EditionNumber,
    modules: Vec<ModuleCode>,
) -> impl Strategy<Value = WrittenEdition> {
    let period = (kernel::date(), 0u64..60, kernel::zone());
    (period, delivery_mode(), option::of(kernel::localised_text())).prop_flat_map(
        move |((first, days, zone), delivery, title)| {
            let (programme, modules) = (programme.clone(), modules.clone());
            (btree_set(session_code(), 1..6), vec(session(first, days.saturating_add(1), modules), 5))
                .prop_filter_map("inside", move |(codes, sessions)| {
                    let sessions = codes
                        .into_iter()
                        .zip(sessions)
                        .map(|(code, session)| WrittenSession { code, ..session })
                        .collect();
                    let last = first.checked_add_days(Days::new(days))?;
                    let period = Window::new(first, last, zone).ok()?;
                    let (programme, title) = (programme.clone(), title.clone());
                    let written = WrittenEdition { programme, number, title, delivery, period, sessions };
                    // A clock change can leave a time of day without a length.
                    EditionDefinition::try_from(written.clone()).is_ok().then_some(written)
                })
        },
    )
}

/// As [`written_edition`].
pub fn edition_definition(
    programme: ProgrammeCode,
    number: EditionNumber,
    modules: Vec<ModuleCode>,
) -> impl Strategy<Value = EditionDefinition> {
    written_edition(programme, number, modules)
        .prop_filter_map("sound", |written| EditionDefinition::try_from(written).ok())
}

fn session(first: NaiveDate, days: u64, modules: Vec<ModuleCode>) -> impl Strategy<Value = WrittenSession> {
    let module = if modules.is_empty() { Just(None).boxed() } else { option::of(select(modules)).boxed() };
    let what = (session_code(), session_kind(), kernel::localised_text(), module, any::<bool>());
    (what, session_time(first, days), option::of(place())).prop_map(
        |((code, kind, title, module, short), time, place)| {
            let place = place.filter(|_| kind != SessionKind::Online);
            let (on, from, until) = match (time.from(), time.until()) {
                (Local::Day(from), Local::Day(until)) if short && from == until => (Some(from), None, None),
                (from, until) => (None, Some(from), Some(until)),
            };
            WrittenSession { code, kind, title, module, on, from, until, place }
        },
    )
}

/// Any event of a programme; mostly such that one can follow another.
pub fn programme_event(code: ProgrammeCode) -> impl Strategy<Value = ProgrammeEvent> {
    let definition = programme_definition(code).prop_map(Box::new);
    prop_oneof![
        (programme_version(), definition)
            .prop_map(|(version, definition)| ProgrammeEvent::Drafted { version, definition }),
        (programme_version(), rule_ref())
            .prop_map(|(version, target)| ProgrammeEvent::Approved { version, target }),
        programme_version().prop_map(|version| ProgrammeEvent::Offered { version }),
        Just(ProgrammeEvent::Retired),
    ]
}

/// Any event of an edition of this programme; mostly such that one can follow another.
pub fn edition_event(programme: ProgrammeId, codes: Vec<SessionCode>) -> impl Strategy<Value = EditionEvent> {
    let codes = prop_oneof![4 => select(codes), 1 => session_code()];
    let definition = (programme_code(), edition_number())
        .prop_flat_map(|(programme, number)| edition_definition(programme, number, Vec::new()));
    let programme = prop_oneof![9 => Just(programme), 1 => kernel::id()];
    prop_oneof![
        (programme, programme_version(), definition.prop_map(Box::new)).prop_map(
            |(programme, version, definition)| EditionEvent::Planned { programme, version, definition }
        ),
        Just(EditionEvent::Announced),
        Just(EditionEvent::Begun),
        Just(EditionEvent::Finished),
        kernel::localised_text().prop_map(|notice| EditionEvent::Cancelled { notice }),
        (codes.clone(), kernel::date().prop_flat_map(|day| session_time(day, 9)), option::of(place()))
            .prop_map(|(session, time, place)| EditionEvent::SessionMoved { session, time, place }),
        codes.prop_map(|session| EditionEvent::SessionCancelled { session }),
    ]
}

fn rule_ref() -> impl Strategy<Value = RuleRef> {
    (target(), guildhall_rules::strategies::rule_ref(), any::<bool>()).prop_map(|(target, other, fits)| {
        if fits { RuleRef::new(target.id().clone(), target.version(), other.hash()) } else { other }
    })
}
