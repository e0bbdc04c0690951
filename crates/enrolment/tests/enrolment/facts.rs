//! What rules of eligibility are told about an applicant, and the either-or-or of the first system.

use guildhall_civic::{AuthorityKind, Cooperation, Period, ServiceAreaCode, TaskLevel};
use guildhall_enrolment::*;
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::{Consulted, Loaded, Uuid};
use guildhall_rules::{Fact, FactKey, FactSource, Facts, Value, Verdict};

use crate::fixture::*;

const CITY_MANAGERS: &str = r#"
    version = 1
    capacity = "unlimited"
    admission = "rolling"
    senders = ["authority", "institution"]
    consent = "not_needed"

    [eligibility]
    id = "city-manager-training"
    version = 1

    [[eligibility.any]]
    label = { en = "is a city manager" }
    fact = "applicant.position"
    is = "city_manager"

    [[eligibility.any]]
    label = { en = "works for the municipality and is responsible for running its town centre" }
    all = [
        { fact = "sender.kind", is = "authority" },
        { fact = "applicant.responsible_for", includes = "town_centres" },
    ]

    [[eligibility.any]]
    label = { en = "comes from an institution that runs the town centre with the municipality" }
    fact = "sender.cooperates_in"
    includes = "town_centres"
"#;

fn sent_by_institute() -> Submission {
    let contact = submission(person(1), None).contact();
    let sender = Sender::Institution { institution: institute(), authority: town() };
    Submission::new(person(1), sender, contact).unwrap().in_position(position("manager"))
}

fn town_centres() -> [ServiceAreaCode; 1] {
    [ServiceAreaCode::new("town_centres").unwrap()]
}

fn decide(submission: &Submission, circumstances: &Circumstances<'_>) -> Decision {
    let policy = Policy::new(toml::from_str(CITY_MANAGERS).unwrap(), &vocabulary()).unwrap();
    let source = circumstances.source(submission, day(15), Ljubljana).unwrap();
    Decision::new(&policy, &source, day(15))
}

fn april() -> Period {
    Period::new(date(1), date(30)).unwrap()
}

#[test]
fn any_of_the_three_is_enough() {
    let nothing = Circumstances::default();
    let manager = submission(person(1), Some("city_manager"));
    assert_eq!(decide(&manager, &nothing).verdict(), Verdict::Met);
    let staff = submission(person(1), Some("clerk")).responsible_for(town_centres());
    assert_eq!(decide(&staff, &nothing).verdict(), Verdict::Met);
    let confirmed = [confirmed(april())];
    let circumstances = nothing.with_cooperations(&confirmed, &());
    assert_eq!(decide(&sent_by_institute().responsible_for([]), &circumstances).verdict(), Verdict::Met);
}

#[test]
fn a_no_names_each_of_the_three() {
    let clerk = submission(person(1), Some("clerk")).responsible_for([]);
    let no = decide(&clerk, &Circumstances::default());
    assert_eq!(no.verdict(), Verdict::Unmet);
    let reasons: Vec<_> =
        no.explanation().reasons().iter().map(|reason| reason.label().unwrap().best(&[])).collect();
    assert_eq!(
        reasons,
        [
            "is a city manager",
            "works for the municipality and is responsible for running its town centre",
            "comes from an institution that runs the town centre with the municipality",
        ]
    );
    assert_eq!(no.policy().get(), 1);
    assert_eq!(
        no.facts().get("applicant.position").and_then(Fact::value),
        Some(&Value::symbol("clerk").unwrap())
    );
}

#[test]
fn what_is_missing_is_asked_for_and_nothing_else() {
    let silent = submission(person(1), None);
    let asked = decide(&silent, &Circumstances::default());
    assert_eq!(asked.verdict(), Verdict::Undetermined);
    let missing: Vec<_> = asked.missing().into_iter().map(FactKey::as_str).collect();
    assert_eq!(missing, ["applicant.position", "applicant.responsible_for"]);
    let asked = decide(&sent_by_institute(), &Circumstances::default());
    let missing: Vec<_> = asked.missing().into_iter().map(FactKey::as_str).collect();
    assert_eq!(missing, ["sender.cooperates_in"]);
}

#[test]
fn a_cooperation_counts_when_confirmed_on_its_days_with_that_authority() {
    let cooperation = |on_record: &[Cooperation]| {
        let circumstances = Circumstances::default().with_cooperations(on_record, &());
        let submission = sent_by_institute();
        let source = circumstances.source(&submission, day(15), Ljubljana).unwrap();
        let fact = |key: &str| source.fact(&FactKey::new(key).unwrap()).into_owned();
        let Fact::Known { value: Value::Symbol(code), .. } = fact("sender.cooperation") else { panic!() };
        let Fact::Known { value: Value::Set(matters), .. } = fact("sender.cooperates_in") else { panic!() };
        assert!(matters.is_complete());
        (code.as_str().to_owned(), matters.includes("town_centres"))
    };
    let over = Period::new(date(1), date(14)).unwrap();
    let last_day = Period::new(date(1), date(15)).unwrap();
    let of = |code: &str, met: bool| (code.to_owned(), met);
    assert_eq!(cooperation(&[]), of("none", false));
    assert_eq!(cooperation(&[claimed(april())]), of("unconfirmed", false));
    assert_eq!(cooperation(&[confirmed(over)]), of("not_running", false));
    assert_eq!(cooperation(&[confirmed(last_day)]), of("confirmed", true));
    assert_eq!(cooperation(&[claimed(april()), confirmed(april())]), of("confirmed", true));
    let other = "SI:fictitious:suhi_potok".parse().unwrap();
    let [matter] = town_centres();
    assert_eq!(cooperation(&[Cooperation::claim(institute(), other, matter, april())]), of("none", false));
}

#[test]
fn the_day_is_read_on_the_recruitments_clock() {
    // Half past ten in the evening by UTC on the 14th is the 15th in Ljubljana.
    let late = "2019-04-14T22:30:00Z".parse().unwrap();
    let on_record = [confirmed(Period::new(date(15), date(15)).unwrap())];
    let circumstances = Circumstances::default().with_cooperations(&on_record, &());
    let submission = sent_by_institute();
    let source = circumstances.source(&submission, late, Ljubljana).unwrap();
    let key = FactKey::new("sender.cooperation").unwrap();
    assert_eq!(source.fact(&key).value(), Some(&Value::symbol("confirmed").unwrap()));
}

#[test]
fn each_circumstance_names_what_it_was_read_from() {
    let stream = |n| Loaded::<SeatPool>::new(Uuid::from_u128(n), Uuid::from_u128(n));
    let (one, two, three) = (stream(1), stream(2), stream(3));
    let (authority, further) = (authority(town()), Facts::default());
    let circumstances = Circumstances::default()
        .with_authority(&authority, &one)
        .with_cooperations(&[], &two)
        .with_further(&further, &three);
    let mut reads = vec![];
    circumstances.reads(&mut reads);
    let expected = [&one, &two, &three].map(|loaded| (loaded.stream().clone(), loaded.version()));
    assert_eq!(reads, expected);
}

#[test]
fn every_fact_fits_its_declaration() {
    let on_record = [confirmed(april())];
    let authority = authority(town());
    let all = Circumstances::default().with_authority(&authority, &()).with_cooperations(&on_record, &());
    for submission in [submission(person(1), Some("clerk")), sent_by_institute()] {
        let submission = submission.responsible_for(town_centres());
        let facts = all.source(&submission, day(15), Ljubljana).unwrap().collect(&vocabulary());
        assert_eq!(facts.iter().count(), vocabulary().iter().count(), "each is known");
        facts.checked(&vocabulary()).unwrap();
    }
    let source = all.source(&sent_by_institute(), day(15), Ljubljana).unwrap().collect(&vocabulary());
    assert_eq!(
        source.get("authority.kind").and_then(Fact::value),
        Some(&Value::symbol(AuthorityKind::CityMunicipality.as_str()).unwrap())
    );
    let Some(Value::Set(tasks)) = source.get("authority.tasks").and_then(Fact::value) else { panic!() };
    assert!(tasks.includes(TaskLevel::Commune.as_str()) && !tasks.includes(TaskLevel::County.as_str()));
}

#[test]
fn facts_of_other_contexts_come_in_and_never_shadow_enrolments_own() {
    let key = |text: &str| FactKey::new(text).unwrap();
    let further = Facts::default()
        .with(key("certificate.held"), Fact::known(true))
        .with(key("applicant.position"), Fact::known(Value::symbol("city_manager").unwrap()));
    let circumstances = Circumstances::default().with_further(&further, &());
    let silent = submission(person(1), None);
    let source = circumstances.source(&silent, day(15), Ljubljana).unwrap();
    assert_eq!(source.fact(&key("certificate.held")).value(), Some(&true.into()));
    assert!(source.fact(&key("applicant.position")).is_missing());
}
