//! Every shape in which events of this crate were ever persisted, in `tests/golden`.

use std::num::NonZeroU64;

use guildhall_civic::{Actor, BodyId, ServiceAreaCode};
use guildhall_conformance::laws::{self, Broken};
use guildhall_enrolment::*;
use guildhall_kernel::{Id, RetentionClass, Slot, Uuid};
use guildhall_programme::{EditionNumber, ProgrammeId, edition_id};
use guildhall_rules::{Fact, FactKey, Facts, Symbol, Value};

use crate::fixture::*;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
const SEAT: Seat = Seat::new(NonZeroU64::MIN);

/// Checked against a vocabulary of its own: what a label says today is no part of a shape.
fn policy(terms: Terms) -> Policy {
    let position =
        r#"facts = [{ key = "applicant.position", type = "symbol", label = { en = "position" } }]"#;
    Policy::new(written(terms), &toml::from_str(position).unwrap()).unwrap()
}

#[test]
fn golden_events_of_a_recruitment() -> Result<(), Broken> {
    let strict = Terms { version: 2, seats: None, officer_confirms: true, superior_agrees: true, ..TERMS };
    let samples = [
        RecruitmentEvent::Announced {
            edition: edition_id(ProgrammeId::new(Uuid::from_u128(0xA0)), EditionNumber::FIRST),
            window: definition(TERMS).window,
            policy: Box::new(policy(TERMS)),
            at: day(9),
        },
        RecruitmentEvent::Revised { policy: Box::new(policy(strict)), at: day(10) },
        RecruitmentEvent::Opened { at: day(10) },
        RecruitmentEvent::Closed { at: day(21) },
        RecruitmentEvent::Finished { at: day(22) },
    ];
    laws::golden::<Recruitment>(GOLDEN, &samples)
}

/// Sent by a town and by an institution, decided with and without what is known, and every end.
#[test]
fn golden_events_of_an_application() -> Result<(), Broken> {
    let decided = |facts: &Facts| Box::new(Decision::new(&policy(TERMS), facts, day(11)));
    let held = |code: &str| {
        let key = FactKey::new("applicant.position").unwrap();
        Facts::default().with(key, Fact::known(Value::from(Symbol::new(code).unwrap())))
    };
    let contact = submission(person(2), None).contact();
    let sender = Sender::Institution { institution: institute(), authority: town() };
    let sent = Submission::new(person(2), sender, contact).unwrap();
    let sent = sent.responsible_for([ServiceAreaCode::new("town_centres").unwrap()]);
    let reason = Slot::new(Id::new(Uuid::from_u128(7)), RetentionClass::FreeText);
    let withheld = |reason| ConsentAnswer::Withheld { reason };
    let answered =
        |from, by, answer| ApplicationEvent::Answered { consent: Consent { from, by, answer }, at: day(12) };
    let superior = || Actor::Person(SUPERIOR);
    let council = Actor::Body(BodyId::new(Uuid::from_u128(0xC0)));
    let samples = [
        ApplicationEvent::Submitted { submission: submission(person(1), Some("manager")), at: day(10) },
        ApplicationEvent::Amended { submission: sent, at: day(11) },
        ApplicationEvent::Decided { decision: decided(&held("manager")) },
        ApplicationEvent::Decided { decision: decided(&Facts::default()) },
        ApplicationEvent::Confirmed { by: OFFICER, at: day(12) },
        answered(ConsentFrom::Superior, superior(), ConsentAnswer::Given),
        answered(ConsentFrom::Superior, superior(), withheld(Some(reason))),
        answered(ConsentFrom::CompetentBody, council, withheld(None)),
        ApplicationEvent::Admitted { pool: SeatPool::id_of(RECRUITMENT), seat: SEAT, at: day(13) },
        ApplicationEvent::Refused { ground: Ground::NotEligible, at: day(13) },
        ApplicationEvent::Withdrawn { at: day(14) },
    ];
    laws::golden::<Application>(GOLDEN, &samples)
}

#[test]
fn golden_events_of_a_seat_pool() -> Result<(), Broken> {
    let application = Application::id_of(RECRUITMENT, person(1));
    let samples = [
        SeatPoolEvent::Taken { application, seat: SEAT, at: day(13) },
        SeatPoolEvent::Freed { application, at: day(14) },
    ];
    laws::golden::<SeatPool>(GOLDEN, &samples)
}
