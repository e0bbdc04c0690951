//! Every shape in which events of this crate were ever persisted, in `tests/golden`.

use std::num::NonZeroU64;

use guildhall_civic::ServiceAreaCode;
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
        },
        RecruitmentEvent::Revised { policy: Box::new(policy(strict)) },
        RecruitmentEvent::Opened,
        RecruitmentEvent::Closed,
        RecruitmentEvent::Finished,
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
    let unmet = decided(&held("clerk"));
    let contact = submission(person(2), None).contact();
    let sender = Sender::Institution { institution: institute(), authority: town() };
    let sent = Submission::new(person(2), sender, contact).unwrap();
    let sent = sent.responsible_for([ServiceAreaCode::new("town_centres").unwrap()]);
    let reason = Slot::new(Id::new(Uuid::from_u128(7)), RetentionClass::FreeText);
    let withheld = |reason| ConsentAnswer::Withheld { reason };
    let answered =
        |from, answer| ApplicationEvent::Answered { consent: Consent { from, by: SUPERIOR, answer } };
    let samples = [
        ApplicationEvent::Submitted { submission: submission(person(1), Some("manager")), at: day(10) },
        ApplicationEvent::Amended { submission: sent },
        ApplicationEvent::Decided { decision: decided(&held("manager")) },
        ApplicationEvent::Decided { decision: decided(&Facts::default()) },
        ApplicationEvent::Confirmed { by: OFFICER },
        answered(ConsentFrom::Superior, ConsentAnswer::Given),
        answered(ConsentFrom::Superior, withheld(Some(reason))),
        answered(ConsentFrom::CompetentBody, withheld(None)),
        ApplicationEvent::Admitted { seat: SEAT },
        ApplicationEvent::Refused {
            ground: Ground::NotEligible,
            explanation: Box::new(unmet.explanation().clone()),
        },
        ApplicationEvent::Withdrawn,
    ];
    laws::golden::<Application>(GOLDEN, &samples)
}

#[test]
fn golden_events_of_a_seat_pool() -> Result<(), Broken> {
    let application = Application::id_of(RECRUITMENT, person(1));
    let samples = [SeatPoolEvent::Taken { application, seat: SEAT }, SeatPoolEvent::Freed { application }];
    laws::golden::<SeatPool>(GOLDEN, &samples)
}
