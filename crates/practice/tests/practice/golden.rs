//! Every shape in which events of a practice were ever persisted, in `tests/golden`.

use std::collections::BTreeMap;

use guildhall_conformance::laws::{self, Broken};
use guildhall_kernel::{Id, RetentionClass, Time, Uuid};
use guildhall_practice::{ArchiveGround, Criterion, Practice, PracticeEvent, Review, Score, VersionNumber};

use crate::given::{self, OTHER};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");

#[test]
fn golden_events_of_a_practice() -> Result<(), Broken> {
    let free_text = |n| given::slot(n, RetentionClass::FreeText);
    let reviewer = || given::reviewer(2, OTHER);
    let scores = [(Criterion::Relevance, 5), (Criterion::Cooperation, 4), (Criterion::Replicability, 3)];
    let scores = BTreeMap::from(scores.map(|(criterion, score)| (criterion, Score::new(score).unwrap())));
    let at: Time = "2019-06-13T16:00:00Z".parse().unwrap();
    let record = || given::record("shared-delivery", "Skupna dostava");
    let archived = |ground| PracticeEvent::Archived { ground };
    let samples = [
        PracticeEvent::Drafted { base: given::BASE, record: given::incomplete("shared-delivery") },
        PracticeEvent::Drafted { base: given::BASE, record: record() },
        PracticeEvent::Submitted {
            by: given::person(1),
            contact: Some(given::slot(6, RetentionClass::Contact)),
            at,
        },
        PracticeEvent::Submitted { by: given::person(1), contact: None, at },
        PracticeEvent::InformationWanted { reviewer: reviewer(), questions: free_text(7), at },
        PracticeEvent::Reviewed {
            review: Review { reviewer: reviewer(), scores, comment: Some(free_text(8)) },
            at,
        },
        PracticeEvent::Reviewed { review: given::review(reviewer()), at },
        PracticeEvent::Published { version: VersionNumber::FIRST, record: record(), at },
        PracticeEvent::Declined { reviewer: reviewer(), reason: free_text(9), at },
        archived(ArchiveGround::Outdated),
        archived(ArchiveGround::Discontinued),
        archived(ArchiveGround::ReplacedBy(Id::new(Uuid::from_u128(5)))),
    ];
    laws::golden::<Practice>(GOLDEN, &samples)
}
