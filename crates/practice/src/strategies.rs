//! Strategies that make arbitrary values of this crate's types, for property tests here and in later rooms.

use std::collections::BTreeMap;

use guildhall_civic::{AuthorityKey, Money, PersonId, strategies as civic};
use guildhall_kernel::{Language, LocalisedText, RetentionClass, Slot, Uuid, strategies as kernel};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::*;

/// Any code of a practice.
pub fn practice_code() -> impl Strategy<Value = PracticeCode> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}".prop_filter_map("a code", |text| text.parse().ok())
}

/// Any number of a version.
pub fn version_number() -> impl Strategy<Value = VersionNumber> {
    any::<std::num::NonZeroU32>().prop_map(VersionNumber::new)
}

/// Any citation.
pub fn citation() -> impl Strategy<Value = Citation> {
    (practice_code(), version_number()).prop_map(|(code, version)| Citation::new(code, version))
}

/// A period that has a first day.
fn begun() -> impl Strategy<Value = guildhall_civic::Period> {
    civic::period().prop_filter("a first day", |period| period.from().is_some())
}

/// A text in every one of these languages.
fn text(languages: &[Language]) -> BoxedStrategy<LocalisedText> {
    let languages = languages.to_vec();
    vec("[A-Za-zčšžłąА-я<&\"' ,.]{0,40}[a-zčšžłя]", languages.len())
        .prop_filter_map("a text", move |texts| LocalisedText::new(languages.iter().cloned().zip(texts)).ok())
        .boxed()
}

fn measurement() -> impl Strategy<Value = Measurement> {
    (any::<i32>(), 0u32..4, begun())
        .prop_map(|(number, scale, period)| Measurement { value: Decimal::new(number.into(), scale), period })
}

fn evidence(languages: &[Language]) -> BoxedStrategy<Evidence> {
    let by = prop_oneof![
        civic::fictitious_authority_key().prop_map(Evaluator::Authority),
        text(languages).prop_map(Evaluator::Organisation)
    ];
    let source = prop_oneof![
        Just(EvidenceSource::Statement),
        Just(EvidenceSource::Measurement),
        by.prop_map(|by| EvidenceSource::Evaluation { by })
    ];
    let reference =
        "[A-Z]{2} [0-9]{1,4}/[0-9]{4}".prop_filter_map("blank", |text| Reference::try_from(text).ok());
    let sha256 = option::of("[0-9a-f]{64}".prop_filter_map("no hash", |text| Sha256Hex::try_from(text).ok()));
    (source, text(languages), reference, sha256)
        .prop_map(|(source, title, reference, sha256)| Evidence { source, title, reference, sha256 })
        .boxed()
}

fn outcome(languages: &[Language]) -> BoxedStrategy<Outcome> {
    let indicator = (text(languages), text(languages), option::of(measurement()), measurement())
        .prop_map(|(name, unit, baseline, reached)| Indicator { name, unit, baseline, reached });
    (text(languages), option::of(indicator), vec(evidence(languages), 0..3))
        .prop_map(|(statement, indicator, evidence)| Outcome { statement, indicator, evidence })
        .boxed()
}

fn resources(languages: &[Language]) -> BoxedStrategy<Resources> {
    let recurrence = select(vec![Recurrence::Once, Recurrence::Yearly]);
    let amount =
        civic::money().prop_map(|money| Money::from_minor(money.minor().saturating_abs(), money.currency()));
    let cost = (text(languages), amount, recurrence).prop_map(|(purpose, amount, recurrence)| Cost {
        purpose,
        amount,
        recurrence,
    });
    (text(languages), vec(cost, 0..3))
        .prop_map(|(description, costs)| Resources { description, costs })
        .boxed()
}

fn lesson(languages: &[Language]) -> BoxedStrategy<Lesson> {
    let kind = select(vec![LessonKind::Difficulty, LessonKind::Failure, LessonKind::Advice]);
    (kind, text(languages)).prop_map(|(kind, text)| Lesson { kind, text }).boxed()
}

fn origin(languages: &[Language]) -> BoxedStrategy<Origin> {
    let channel = select(vec![
        Channel::Contest,
        Channel::ExchangeGroup,
        Channel::TrainingProject,
        Channel::OwnOffice,
        Channel::Media,
        Channel::Recommendation,
    ]);
    let authors = btree_set(civic::fictitious_authority_key(), 0..3);
    let paid = (option::of(kernel::code()), option::of(text(languages)));
    (channel, text(languages), option::of(kernel::uuid()), paid, authors)
        .prop_map(|(channel, name, reference, (project, funding), authors)| Origin {
            channel,
            name,
            reference,
            project,
            funding,
            authors: authors.into_iter().collect(),
        })
        .boxed()
}

/// Any well-formed record of this practice and owners with every part.
pub fn complete_record(code: PracticeCode, owners: Vec<AuthorityKey>) -> impl Strategy<Value = Record> {
    btree_set(kernel::language(), 1..3).prop_flat_map(move |languages| {
        let languages: Vec<Language> = languages.into_iter().collect();
        let (code, owners, listed) = (code.clone(), owners.clone(), languages.clone());
        let texts = || text(&languages);
        let timescale =
            (begun(), option::of(texts())).prop_map(|(period, phases)| Timescale { period, phases });
        let areas = btree_set(civic::service_area_code(), 1..3);
        (
            (areas, texts(), texts(), texts(), texts(), texts()),
            (resources(&languages), timescale, vec(outcome(&languages), 1..3), vec(lesson(&languages), 1..3)),
            (origin(&languages), select(languages.clone())),
        )
            .prop_filter_map("a record", move |(texts, lists, (origin, source_language))| {
                let (areas, title, summary, situation, actions, transferability) = texts;
                let (resources, timescale, results, lessons) = lists;
                Record::new(RecordDefinition {
                    code: code.clone(),
                    source_language,
                    languages: listed.clone(),
                    owners: owners.clone(),
                    service_areas: areas.into_iter().collect(),
                    title,
                    summary: Some(summary),
                    situation: Some(situation),
                    actions: Some(actions),
                    transferability: Some(transferability),
                    resources: Some(resources),
                    timescale: Some(timescale),
                    results,
                    lessons,
                    origin: Some(origin),
                })
                .ok()
            })
    })
}

/// Any well-formed record of this practice and owners, complete or not.
pub fn record_of(code: PracticeCode, owners: Vec<AuthorityKey>) -> impl Strategy<Value = Record> {
    (complete_record(code, owners), option::weighted(0.3, 0usize..10)).prop_filter_map(
        "a record",
        |(record, gone)| {
            let mut parts = RecordDefinition::from(record);
            match gone {
                Some(0) => parts.service_areas.clear(),
                Some(1) => parts.summary = None,
                Some(2) => parts.situation = None,
                Some(3) => parts.actions = None,
                Some(4) => parts.resources = None,
                Some(5) => parts.timescale = None,
                Some(6) => parts.results.clear(),
                Some(7) => parts.lessons.clear(),
                Some(8) => parts.transferability = None,
                Some(_) => parts.origin = None,
                None => {}
            }
            Record::new(parts).ok()
        },
    )
}

/// Any well-formed record.
pub fn record() -> impl Strategy<Value = Record> {
    let owners = btree_set(civic::fictitious_authority_key(), 1..3);
    (practice_code(), owners).prop_flat_map(|(code, owners)| record_of(code, owners.into_iter().collect()))
}

/// A reviewer among these people, who works for at most one of these authorities.
pub fn reviewer_among(
    people: Vec<PersonId>,
    authorities: Vec<AuthorityKey>,
) -> impl Strategy<Value = Reviewer> {
    (select(people), option::of(select(authorities)))
        .prop_map(|(person, of)| Reviewer { person, of: of.into_iter().collect() })
}

/// Any score.
pub fn score() -> impl Strategy<Value = Score> {
    (1u8..=5).prop_filter_map("a score", |points| Score::new(points).ok())
}

/// Any scores by criterion, none included.
pub fn scores() -> impl Strategy<Value = BTreeMap<Criterion, Score>> {
    let criterion = select(vec![
        Criterion::Relevance,
        Criterion::Participation,
        Criterion::Cooperation,
        Criterion::Effectiveness,
        Criterion::Efficiency,
        Criterion::Sustainability,
        Criterion::Replicability,
    ]);
    btree_map(criterion, score(), 0..4)
}

/// A slot that is mostly of this class.
pub fn slot_of(class: RetentionClass) -> impl Strategy<Value = Slot> {
    prop_oneof![
        9 => kernel::id().prop_map(move |id| Slot::new(id, class)),
        1 => kernel::slot(),
    ]
}

fn mostly(base: Uuid) -> impl Strategy<Value = Uuid> {
    prop_oneof![9 => Just(base), 1 => kernel::uuid()]
}

/// Any command about one of these records, mostly of this base, by these people, who work for these
/// authorities.
pub fn command_among(
    base: Uuid,
    records: Vec<Record>,
    people: Vec<PersonId>,
    authorities: Vec<AuthorityKey>,
) -> impl Strategy<Value = PracticeCommand> {
    let reviewer = move || reviewer_among(people.clone(), authorities.clone());
    let person = reviewer().prop_map(|reviewer| reviewer.person);
    let ground = prop_oneof![
        Just(ArchiveGround::Outdated),
        Just(ArchiveGround::Discontinued),
        kernel::id().prop_map(ArchiveGround::ReplacedBy)
    ];
    let free_text = || slot_of(RetentionClass::FreeText);
    let review = (reviewer(), scores(), option::of(free_text()))
        .prop_map(|(reviewer, scores, comment)| Review { reviewer, scores, comment });
    prop_oneof![
        4 => (mostly(base), select(records)).prop_map(|(base, record)| PracticeCommand::Draft { base, record }),
        4 => (person, option::of(slot_of(RetentionClass::Contact)))
            .prop_map(|(by, contact)| PracticeCommand::Submit { by, contact }),
        1 => (reviewer(), free_text())
            .prop_map(|(reviewer, questions)| PracticeCommand::AskForInformation { reviewer, questions }),
        5 => review.prop_map(PracticeCommand::Review),
        4 => Just(PracticeCommand::Publish),
        1 => (reviewer(), free_text())
            .prop_map(|(reviewer, reason)| PracticeCommand::Decline { reviewer, reason }),
        1 => ground.prop_map(|ground| PracticeCommand::Archive { ground }),
    ]
}

/// Any event about one of these records, mostly of this base, by these people, who work for these
/// authorities; the events need not follow from each other.
pub fn event_among(
    base: Uuid,
    records: Vec<Record>,
    people: Vec<PersonId>,
    authorities: Vec<AuthorityKey>,
) -> impl Strategy<Value = PracticeEvent> {
    let published = (
        prop_oneof![Just(VersionNumber::FIRST), (1usize..4).prop_map(VersionNumber::after)],
        select(records.clone()),
        kernel::time(),
    );
    prop_oneof![
        6 => (command_among(base, records, people, authorities), kernel::time()).prop_filter_map("written below", |(command, at)| {
            Some(match command {
                PracticeCommand::Draft { base, record } => PracticeEvent::Drafted { base, record },
                PracticeCommand::Submit { by, contact } => PracticeEvent::Submitted { by, contact, at },
                PracticeCommand::AskForInformation { reviewer, questions } => {
                    PracticeEvent::InformationWanted { reviewer, questions, at }
                }
                PracticeCommand::Review(review) => PracticeEvent::Reviewed { review, at },
                PracticeCommand::Decline { reviewer, reason } => PracticeEvent::Declined { reviewer, reason, at },
                PracticeCommand::Archive { ground } => PracticeEvent::Archived { ground },
                PracticeCommand::Publish => return None,
            })
        }),
        2 => published.prop_map(|(version, record, at)| PracticeEvent::Published { version, record, at }),
    ]
}
