//! A programme and an edition that several tests begin with.

use guildhall_civic::{OrganisationCode, Partner, PartnerRole};
use guildhall_kernel::chrono::{Days, NaiveDate};
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::{Aggregate, Commit, CommitId, Loaded, LocalisedText, Store, Time, Uuid, Window};
use guildhall_programme::*;
use guildhall_rules::Vocabulary;

pub(crate) fn text(english: &str) -> LocalisedText {
    LocalisedText::new([("en".parse().unwrap(), english)]).unwrap()
}

pub(crate) fn vocabulary() -> Vocabulary {
    let fact = r#"{ key = "applicant.position", type = "symbol", label = { en = "position" } }"#;
    toml::from_str(&format!("facts = [{fact}]")).unwrap()
}

/// A programme with the modules `a` and `b`.
pub(crate) fn written_programme() -> WrittenProgramme {
    let module = |code: &str| Module { code: code.parse().unwrap(), title: text(code), hours: None };
    let target = r#"id = "may-come"
version = 1
fact = "applicant.position"
is = "city_manager""#;
    let agency: OrganisationCode = "agency".parse().unwrap();
    WrittenProgramme {
        code: "city-managers".parse().unwrap(),
        title: text("Training"),
        purpose: text("Living town centres"),
        pilot: true,
        languages: vec!["sl".parse().unwrap()],
        delivery: DeliveryMode::Online,
        modelled_on: None,
        predecessor: None,
        part_of: None,
        partners: vec![
            Partner::new(agency.clone(), PartnerRole::Developer),
            Partner::new(agency.clone(), PartnerRole::Provider),
        ],
        stewards: vec![agency.into()],
        target: toml::from_str(target).unwrap(),
        curriculum: Curriculum { hours: None, modules: vec![module("a"), module("b")] },
    }
}

pub(crate) fn programme_definition() -> ProgrammeDefinition {
    written_programme().try_into().unwrap()
}

/// The `nth` day of June 2019; 0 and 31 are the days around it.
pub(crate) fn june(nth: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 5, 31).unwrap() + Days::new(nth)
}

/// Noon of that day in Ljubljana.
pub(crate) fn noon(nth: u64) -> Time {
    june(nth).and_hms_opt(10, 0, 0).unwrap().and_utc()
}

pub(crate) fn written_session(code: &str, first: u64, last: u64) -> WrittenSession {
    WrittenSession {
        code: code.parse().unwrap(),
        kind: SessionKind::Class,
        title: text(code),
        module: None,
        on: None,
        from: Some(june(first).into()),
        until: Some(june(last).into()),
        place: None,
    }
}

/// From the 10th to the 20th of June 2019, with the sessions `s` (11th), `t` (12th to 14th) and the
/// closing `u` (20th).
pub(crate) fn written_edition() -> WrittenEdition {
    WrittenEdition {
        programme: "city-managers".parse().unwrap(),
        number: EditionNumber::FIRST,
        title: None,
        delivery: DeliveryMode::Online,
        period: Window::new(june(10), june(20), Ljubljana).unwrap(),
        sessions: vec![
            WrittenSession { module: Some("a".parse().unwrap()), ..written_session("s", 11, 11) },
            WrittenSession { kind: SessionKind::Online, ..written_session("t", 12, 14) },
            WrittenSession { kind: SessionKind::Ceremony, ..written_session("u", 20, 20) },
        ],
    }
}

pub(crate) fn edition_definition() -> EditionDefinition {
    written_edition().try_into().unwrap()
}

pub(crate) const PROGRAMME: Uuid = Uuid::from_u128(0xC17);

pub(crate) fn programme_id() -> ProgrammeId {
    ProgrammeId::new(PROGRAMME)
}

pub(crate) fn edition_uuid() -> Uuid {
    edition_id(programme_id(), EditionNumber::FIRST).uuid()
}

/// Decides each command on what is stored and stores what follows.
pub(crate) fn run<A: Aggregate>(
    store: &dyn Store,
    id: Uuid,
    facts: &A::Facts<'_>,
    steps: impl IntoIterator<Item = (A::Command, Time)>,
) -> Loaded<A> {
    let mut loaded = Loaded::<A>::read(store, id, id).unwrap();
    for (command, now) in steps {
        let staged = loaded.decide(&command, facts, now).unwrap();
        let name = format!("{}{}", A::KIND, staged.reached());
        let commit = Commit::new(CommitId::derived(id, name.as_bytes()), now, None).with(&staged).unwrap();
        let receipt = store.commit(&commit).unwrap();
        loaded.apply(&staged, &receipt).unwrap();
    }
    loaded
}

/// The programme, with version 1 on offer.
pub(crate) fn offered(store: &dyn Store) -> Loaded<Programme> {
    let version = ProgrammeVersion::FIRST;
    let steps = [
        ProgrammeCommand::Draft { definition: Box::new(programme_definition()) },
        ProgrammeCommand::Approve { version },
        ProgrammeCommand::Offer { version },
    ];
    let vocabulary = vocabulary();
    run(store, PROGRAMME, &ProgrammeFacts { vocabulary: &vocabulary }, steps.map(|step| (step, noon(0))))
}

pub(crate) fn plan() -> EditionCommand {
    let definition = Box::new(edition_definition());
    EditionCommand::Plan { version: ProgrammeVersion::FIRST, definition }
}
