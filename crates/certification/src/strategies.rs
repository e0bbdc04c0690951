//! Strategies that make schemes, events and commands of a few people over a few schemes, so that they
//! meet each other.

#![expect(clippy::expect_used, reason = "what they are made of is sound; a strategy fails by panicking")]

use std::num::{NonZeroU16, NonZeroU32, NonZeroU64};

use chrono::{Datelike, Days, Duration, NaiveDate};
use guildhall_civic::strategies::{localised_text, office_code, office_of};
use guildhall_civic::{OfficeCode, OfficeOf, Party, PersonId};
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::{ActorId, LocalisedText, RetentionClass, Slot, SlotId, Time, Uuid};
use guildhall_rules::strategies::case;
use guildhall_rules::{
    Clause, Codes, Declaration, Definition, Fact, FactKey, FactType, Facts, Operator, RuleId, Symbol,
    Vocabulary,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::{
    Adopt, Award, Candidate, Ceremony, CertificateId, CertificateNumber, CycleId, Extent, Issue, Issued,
    Kind, NumberFormat, Open, Opened, RegisterCommand, RegisterEvent, Revoke, Revoked, Scheme, SchemeAdopted,
    SchemeCode, SchemeDefinition, SchemeRef, Signatory, Statement, Term, Validity, Waiver,
};

/// The modules of the programme whose certificates are issued here.
pub const MODULES: [&str; 3] = ["model", "strategy", "innovation"];

/// The fact that the criteria of [`schemes`] ask about.
pub const COMPLETED: &str = "participation.modules_completed";

/// The issuer of every register here.
pub fn issuer() -> Party {
    Party::Organisation("faculty".parse().expect("a code"))
}

/// A text in English.
pub fn text(text: &str) -> LocalisedText {
    LocalisedText::new([("en".parse().expect("a language"), text)]).expect("it is not blank")
}

/// The facts that the criteria of [`schemes`] may ask about.
pub fn facts_there_are() -> Vocabulary {
    let key = FactKey::new(COMPLETED).expect("a key");
    Vocabulary::new([Declaration::new(key, FactType::Set(None), text("modules completed"))])
        .expect("one fact")
}

/// A definition whose criterion asks for every one of [`MODULES`].
pub fn definition(code: &str, version: u32, number_format: &str, validity: Validity) -> SchemeDefinition {
    let asks = Clause::fact(FactKey::new(COMPLETED).expect("a key"), Operator::IncludesAll, MODULES);
    let rule = RuleId::new("all-modules").expect("a rule id");
    SchemeDefinition {
        code: code.to_owned(),
        version,
        title: text("City manager"),
        kind: Kind::Completion,
        criterion: Definition::new(rule, NonZeroU32::MIN, asks),
        number_format: number_format.to_owned(),
        validity,
        signatories: vec![Signatory::new(
            OfficeCode::STEWARD,
            OfficeOf::Organisation("agency".parse().expect("a code")),
            text("director of the agency"),
        )],
    }
}

/// What the certificates issued here attest, where nothing hangs on it.
pub fn town_centres() -> Statement {
    let day = |month, day| NaiveDate::from_ymd_opt(2019, month, day).expect("a day");
    let statement = Statement::new(text("Managing a town centre"), day(5, 14), day(6, 12));
    let hours = NonZeroU32::new(32).expect("above zero");
    statement.expect("it begins before it ends").of(Extent::CourseHours(hours))
}

/// What a certificate attests.
pub fn statement() -> impl Strategy<Value = Statement> {
    let extent = (any::<bool>(), 1u32..=u32::MAX).prop_map(|(minutes, n)| {
        let n = NonZeroU32::new(n).expect("above zero");
        if minutes { Extent::Minutes(n) } else { Extent::CourseHours(n) }
    });
    let any =
        (localised_text(), day(), 0u64..90, option::of(extent)).prop_map(|(title, first, days, extent)| {
            let statement = Statement::new(title, first, first + Days::new(days)).expect("it ends later");
            extent.map_or(statement.clone(), |extent| statement.of(extent))
        });
    prop_oneof![3 => Just(town_centres()), 1 => any]
}

/// A few schemes: one in two versions, two that count together, one whose numbers can meet another's.
pub fn schemes() -> Vec<Scheme> {
    let years = |years| Validity::Years(NonZeroU16::new(years).expect("above zero"));
    [
        definition("manager", 1, "{n}/CM/{year}", Validity::Unlimited),
        definition("manager", 2, "{n:2}/CM/{year}", years(1)),
        definition("adviser", 1, "{n}/CM/{year}", Validity::EndOfYear(0)),
        definition("moderator", 1, "{n}1", Validity::Months(NonZeroU16::MIN)),
        definition("mediator", 1, "1{n}", years(2)),
    ]
    .map(|written| Scheme::new(written, &facts_there_are()).expect("a sound scheme"))
    .into()
}

/// The facts of somebody who completed these modules, and cannot or can complete more.
pub fn completed<'m>(modules: impl IntoIterator<Item = &'m str>, over: bool) -> Facts {
    let modules = modules.into_iter().map(|module| Symbol::new(module).expect("a code"));
    let codes = if over { Codes::complete(modules) } else { Codes::so_far(modules) };
    Facts::default().with(FactKey::new(COMPLETED).expect("a key"), Fact::known(codes))
}

/// What somebody did: everything, too little, or not enough so far.
pub fn facts() -> impl Strategy<Value = Facts> {
    let some = || btree_set(select(MODULES.as_slice()), 0..3);
    prop_oneof![
        6 => Just(completed(MODULES, false)),
        1 => some().prop_map(|modules| completed(modules, true)),
        1 => some().prop_map(|modules| completed(modules, false)),
    ]
}

/// One of few people.
pub fn person() -> impl Strategy<Value = PersonId> + Clone {
    (0u128..5).prop_map(|n| PersonId::new(Uuid::from_u128(n)))
}

/// One of two rounds, mostly the first.
pub fn cycle() -> impl Strategy<Value = CycleId> {
    prop_oneof![4 => Just(0u128), 1 => Just(1u128)].prop_map(|n| CycleId::new(Uuid::from_u128(n)))
}

/// One of few certificates.
pub fn certificate() -> impl Strategy<Value = CertificateId> + Clone {
    (0u128..12).prop_map(|n| CertificateId::new(Uuid::from_u128(n)))
}

/// One of few slots, mostly of this class.
pub fn slot(class: RetentionClass) -> impl Strategy<Value = Slot> + Clone {
    let class = prop_oneof![15 => Just(class), 1 => select(RetentionClass::ALL.as_slice())];
    (0u128..200, class).prop_map(|(n, class)| Slot::new(SlotId::new(Uuid::from_u128(n)), class))
}

/// An instant of the years 2019 and 2020, mostly late; few, so that some are equal.
pub fn time() -> impl Strategy<Value = Time> {
    prop_oneof![1 => 0i64..700, 2 => 400i64..700]
        .prop_map(|n| Time::UNIX_EPOCH + Duration::days(17_897 + n) + Duration::hours(n % 24))
}

/// A day of the years 2019 and 2020, mostly early.
pub fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2019, 1, 1).expect("a day");
    prop_oneof![2 => 0u64..300, 1 => 0u64..730].prop_map(move |n| first + Days::new(n))
}

/// A day after most of those of [`day`], and before most instants of [`time`].
fn late_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2019, 10, 1).expect("a day");
    prop_oneof![1 => day(), 3 => (0u64..150).prop_map(move |n| first + Days::new(n))]
}

/// A number format.
pub fn number_format() -> impl Strategy<Value = NumberFormat> {
    let fixed = || "[A-Za-z0-9Жšł/._:()-]{0,6}";
    let counter = option::of(1u8..=12).prop_map(|w| w.map_or("{n}".to_owned(), |w| format!("{{n:{w}}}")));
    (fixed(), counter, fixed(), any::<Option<bool>>(), fixed()).prop_map(|(a, n, b, year, c)| {
        let written = match year {
            None => format!("{a}{n}{b}"),
            Some(true) => format!("{a}{n}{b}{{year}}{c}"),
            Some(false) => format!("{a}{{year}}{b}{n}{c}"),
        };
        written.parse().expect("it has one counter")
    })
}

/// A validity.
pub fn validity() -> impl Strategy<Value = Validity> {
    let few = || (1u16..=100).prop_map(|n| NonZeroU16::new(n).expect("above zero"));
    prop_oneof![
        Just(Validity::Unlimited),
        few().prop_map(Validity::Years),
        few().prop_map(Validity::Months),
        (0u16..=100).prop_map(Validity::EndOfYear),
    ]
}

/// A scheme with any criterion.
pub fn scheme() -> impl Strategy<Value = Scheme> {
    let signatories = vec((office_code(), office_of(), localised_text()), 1..4);
    let kind = select([Kind::Attendance, Kind::Completion, Kind::Examined].as_slice());
    let code = "[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,3}";
    (case(), code, 1u32..9, localised_text(), kind, number_format(), validity(), signatories).prop_filter_map(
        "an office signs twice",
        |((vocabulary, rule, _), code, version, title, kind, number_format, validity, signatories)| {
            let written = SchemeDefinition {
                code,
                version,
                title,
                kind,
                criterion: rule.definition().clone(),
                number_format: number_format.into(),
                validity,
                signatories: signatories
                    .into_iter()
                    .map(|(o, of, title)| Signatory::new(o, of, title))
                    .collect(),
            };
            Scheme::new(written, &vocabulary).ok()
        },
    )
}

/// A waiver, now and then.
pub fn waiver() -> impl Strategy<Value = Option<Waiver>> + Clone {
    let given = (any::<u128>(), slot(RetentionClass::FreeText))
        .prop_map(|(by, reason)| Some(Waiver { by: ActorId::new(Uuid::from_u128(by)), reason }));
    prop_oneof![5 => Just(None), 1 => given]
}

/// An award of one of the [`schemes`], on its merits or by waiver.
pub fn award() -> impl Strategy<Value = Award> {
    (select(schemes()), facts(), waiver())
        .prop_filter_map("no award", |(scheme, facts, waiver)| scheme.award(&facts, waiver).ok())
}

/// A number that one of the [`schemes`] can give.
pub fn number() -> impl Strategy<Value = CertificateNumber> {
    (select(schemes()), counter(), 2019u16..2021)
        .prop_map(|(scheme, counter, year)| scheme.number_format().number(counter, year))
}

fn counter() -> impl Strategy<Value = NonZeroU64> {
    (1u64..20).prop_map(|n| NonZeroU64::new(n).expect("above zero"))
}

/// Any term of a certificate issued on this day.
fn term(on: NaiveDate, days: Option<u64>) -> Term {
    let term = Term::new(on, days.map(|days| on + Days::new(days)), Ljubljana);
    term.expect("these clocks show every day")
}

/// The number and the term that a scheme gives, or others now and then.
fn given() -> impl Strategy<Value = (Option<CertificateNumber>, Option<Option<u64>>)> {
    let number = prop_oneof![9 => Just(None), 1 => number().prop_map(Some)];
    let days = prop_oneof![9 => Just(None), 1 => option::of(0u64..800).prop_map(Some)];
    (number, days)
}

/// Any event, whether or not a decision would give it; those that go together turn up often.
pub fn event() -> impl Strategy<Value = RegisterEvent> {
    let opened =
        time().prop_map(|at| RegisterEvent::Opened(Opened { issuer: issuer(), zone: Ljubljana, at }));
    let adopted = (select(schemes()), time())
        .prop_map(|(scheme, at)| RegisterEvent::SchemeAdopted(Box::new(SchemeAdopted { scheme, at })));
    let issued = (
        (certificate(), given(), counter(), person(), slot(RetentionClass::RegisterMinimum)),
        (cycle(), award(), statement(), day(), option::of((day(), localised_text())), time()),
    )
        .prop_map(
            |(
                (certificate, given, counter, person, holder),
                (cycle, award, attests, issued_on, ceremony, at),
            )| {
                let scheme = schemes().into_iter().find(|scheme| scheme.reference() == award.scheme());
                let scheme = scheme.expect("awards are under one of them");
                let year = u16::try_from(issued_on.year()).expect("a year of four digits");
                let (number, days) = given;
                let number = number.unwrap_or_else(|| scheme.number_format().number(counter, year));
                let own = Term::new(issued_on, scheme.validity().last_day(issued_on), Ljubljana);
                let term = days.map_or(own, |days| Some(term(issued_on, days)));
                let term = term.expect("these clocks show every day");
                let ceremony = ceremony.map(|(on, place)| Ceremony::new(on, place));
                RegisterEvent::Issued(Box::new(Issued {
                    certificate,
                    number,
                    counter,
                    person,
                    holder,
                    cycle,
                    award,
                    attests,
                    issued_on,
                    term,
                    ceremony,
                    at,
                }))
            },
        );
    let revoked = (certificate(), day(), slot(RetentionClass::FreeText), localised_text(), time()).prop_map(
        |(certificate, from, reason, public_text, at)| {
            let since = Term::new(from, None, Ljubljana).expect("these clocks show every day").from();
            RegisterEvent::Revoked(Box::new(Revoked { certificate, from, since, reason, public_text, at }))
        },
    );
    prop_oneof![1 => opened, 2 => adopted, 6 => issued, 3 => revoked]
}

/// A sequence of arbitrary events, most of them after an opening and a few schemes.
pub fn events() -> impl Strategy<Value = Vec<RegisterEvent>> {
    let begun = (any::<bool>(), time()).prop_map(|(begun, at)| {
        let mut events = Vec::new();
        if begun {
            events.push(RegisterEvent::Opened(Opened { issuer: issuer(), zone: Ljubljana, at }));
            events.extend(
                schemes()
                    .into_iter()
                    .map(|scheme| RegisterEvent::SchemeAdopted(Box::new(SchemeAdopted { scheme, at }))),
            );
        }
        events
    });
    (begun, vec(event(), 0..30)).prop_map(|(begun, events)| begun.into_iter().chain(events).collect())
}

/// One of the [`schemes`], or one that nobody adopted.
pub fn scheme_ref() -> impl Strategy<Value = SchemeRef> {
    let unknown =
        SchemeRef::new(SchemeCode::try_from("unknown".to_owned()).expect("a code"), NonZeroU32::MIN);
    let known = schemes().into_iter().map(|scheme| scheme.reference().clone()).collect::<Vec<_>>();
    let versions_of_one = known.iter().take(2).cloned().collect::<Vec<_>>();
    prop_oneof![12 => select(versions_of_one), 8 => select(known), 1 => Just(unknown)]
}

/// Any command; those that a register would take turn up often.
pub fn command() -> impl Strategy<Value = RegisterCommand> {
    let open = Just(RegisterCommand::Open(Open { issuer: issuer(), zone: Ljubljana }));
    let adopt = select(schemes()).prop_map(|scheme| RegisterCommand::Adopt(Box::new(Adopt { scheme })));
    let candidate = (certificate(), person(), slot(RetentionClass::RegisterMinimum), waiver())
        .prop_map(|(certificate, person, holder, waiver)| Candidate { certificate, person, holder, waiver });
    let ceremony = option::of((day(), localised_text()).prop_map(|(on, place)| Ceremony::new(on, place)));
    let candidates = prop_oneof![3 => vec(candidate.clone(), 1), 1 => vec(candidate, 0..4)];
    let issue = (scheme_ref(), cycle(), statement(), day(), ceremony, candidates).prop_map(
        |(scheme, cycle, attests, issued_on, ceremony, candidates)| {
            RegisterCommand::Issue(Issue { scheme, cycle, attests, issued_on, ceremony, candidates })
        },
    );
    let revoke = (certificate(), late_day(), slot(RetentionClass::FreeText), localised_text()).prop_map(
        |(certificate, from, reason, public_text)| {
            RegisterCommand::Revoke(Revoke { certificate, from, reason, public_text })
        },
    );
    prop_oneof![1 => open, 1 => adopt, 9 => issue, 5 => revoke]
}
