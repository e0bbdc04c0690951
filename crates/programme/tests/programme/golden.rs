//! Every shape in which events of this crate were ever persisted, in `tests/golden`.

use guildhall_conformance::laws::{self, Broken};
use guildhall_kernel::Aggregate;
use guildhall_programme::*;

use crate::common::*;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");

/// Drafted, approved with its rule, put on offer and retired.
#[test]
fn golden_events_of_a_programme() -> Result<(), Broken> {
    let version = ProgrammeVersion::FIRST;
    let mut programme = Programme::empty(PROGRAMME);
    let mut samples = programme.draft_version(&programme_definition()).unwrap();
    samples.iter().for_each(|drafted| programme.apply(drafted));
    samples.extend(programme.approve(version, &vocabulary()).unwrap());
    samples.extend([ProgrammeEvent::Offered { version }, ProgrammeEvent::Retired]);
    laws::golden::<Programme>(GOLDEN, &samples)
}

#[test]
fn golden_events_of_an_edition() -> Result<(), Broken> {
    let definition = Box::new(edition_definition());
    let session: SessionCode = "s".parse().unwrap();
    let at = |hour| june(12).and_hms_opt(hour, 0, 0).unwrap();
    let place = Place { name: text("Castle"), town: Some(text("Lipov Dol")), address: None };
    let samples = [
        EditionEvent::Planned { programme: programme_id(), version: ProgrammeVersion::FIRST, definition },
        EditionEvent::Announced,
        EditionEvent::Begun,
        EditionEvent::Finished,
        EditionEvent::Cancelled { notice: text("Too few have applied") },
        EditionEvent::SessionMoved {
            session: session.clone(),
            time: SessionTime::on(june(12)),
            place: Some(place),
        },
        EditionEvent::SessionMoved {
            session: session.clone(),
            time: SessionTime::new(at(9), at(13)).unwrap(),
            place: None,
        },
        EditionEvent::SessionCancelled { session },
    ];
    laws::golden::<Edition>(GOLDEN, &samples)
}
