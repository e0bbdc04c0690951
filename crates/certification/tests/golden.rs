//! Every shape in which events of a register were ever persisted, in `tests/golden`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_certification::strategies::{MODULES, completed, issuer, schemes, text, town_centres};
use guildhall_certification::{
    Adopt, AwardFacts, Candidate, Ceremony, CertificateId, CycleId, Issue, Open, PersonId, Register,
    RegisterCommand, Revoke, Scheme, Waiver,
};
use guildhall_conformance::laws::{self, Broken};
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::{ActorId, Aggregate, Id, RetentionClass, Slot, Time, Uuid};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");

fn slot(n: u128, class: RetentionClass) -> Slot {
    Slot::new(Id::new(Uuid::from_u128(n)), class)
}

fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(0x1000 + n))
}

/// One certificate for ever, handed over at a ceremony, and one for a year, by a waiver.
fn issue(n: u128, scheme: &Scheme) -> Issue {
    let waiver = Waiver { by: ActorId::new(Uuid::from_u128(0xA)), reason: slot(7, RetentionClass::FreeText) };
    Issue {
        scheme: scheme.reference().clone(),
        cycle: CycleId::new(Uuid::from_u128(0xC)),
        attests: town_centres(),
        issued_on: "2019-06-13".parse().unwrap(),
        ceremony: (n == 1).then(|| Ceremony::new("2019-06-13".parse().unwrap(), text("Castle"))),
        candidates: vec![Candidate {
            certificate: CertificateId::new(Uuid::from_u128(n)),
            person: person(n),
            holder: slot(n, RetentionClass::RegisterMinimum),
            waiver: (n != 1).then_some(waiver),
        }],
    }
}

#[test]
fn golden_events_of_a_register() -> Result<(), Broken> {
    let now: Time = "2019-06-13T16:00:00Z".parse().unwrap();
    let (everything, little) = (completed(MODULES, true), completed(["model"], true));
    let facts = AwardFacts::none().with(person(1), &everything, &()).with(person(2), &little, &());
    let schemes = schemes();
    let revoke = Revoke {
        certificate: CertificateId::new(Uuid::from_u128(1)),
        from: "2019-06-13".parse().unwrap(),
        reason: slot(9, RetentionClass::FreeText),
        public_text: text("Issued by mistake"),
    };
    let mut commands = vec![RegisterCommand::Open(Open { issuer: issuer(), zone: Ljubljana })];
    for (n, scheme) in (1..).zip(schemes.iter().take(2)) {
        commands.push(RegisterCommand::Adopt(Box::new(Adopt { scheme: scheme.clone() })));
        commands.push(RegisterCommand::Issue(issue(n, scheme)));
    }
    commands.push(RegisterCommand::Revoke(revoke));

    let mut register = Register::empty(Register::id_of(&issuer()).uuid());
    let mut samples = Vec::new();
    for command in &commands {
        let events = register.decide(command, &facts, now).unwrap();
        events.iter().for_each(|event| register.apply(event));
        samples.extend(events);
    }
    laws::golden::<Register>(GOLDEN, &samples)
}
