//! Every shape in which events of a participation were ever persisted, in `tests/golden`.

use guildhall_conformance::laws::{self, Broken};
use guildhall_kernel::Uuid;
use guildhall_participation::{Participation, ParticipationEvent as Event};
use guildhall_programme::{EditionNumber, ProgrammeId, edition_id};

use crate::training::{MODULES, at, day, module};
use crate::{ANA, OFFICER, SEAT, slot};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");

#[test]
fn golden_events_of_a_participation() -> Result<(), Broken> {
    let samples = [
        Event::Joined {
            edition: edition_id(ProgrammeId::new(Uuid::from_u128(1)), EditionNumber::FIRST),
            person: ANA,
            admission: SEAT,
            modules: MODULES.map(module).to_vec(),
            on: day("2019-05-13"),
        },
        Event::ModuleCompleted { module: module("model"), on: day("2019-05-20") },
        Event::CompletionAnnulled {
            module: module("model"),
            by: OFFICER,
            reason: slot(7),
            at: at("2019-05-22T12:00:00Z"),
        },
        Event::Finished { on: day("2019-06-13") },
        Event::Left { on: day("2019-05-31"), reason: Some(slot(8)) },
        Event::Left { on: day("2019-05-31"), reason: None },
        Event::Reopened { by: OFFICER, reason: slot(9), at: at("2019-06-14T12:00:00Z") },
    ];
    laws::golden::<Participation>(GOLDEN, &samples)
}
