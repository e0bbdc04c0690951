//! Records: every fault at once, the evidence grade beside a naive one, and the bundled practices.

use guildhall_practice::{
    Evaluator, EvidenceSource, Grade, Interest, Record, RecordDefinition, Sha256Hex, TITLE_LIMIT, strategies,
};
use proptest::prelude::*;

use crate::given::{self, AUTHOR, OTHER, OWNER};

#[test]
fn every_fault_is_named_with_its_path() {
    let mut definition = given::definition("a", "Prva");
    definition.languages = vec![given::language("en"), given::language("en")];
    definition.owners.push(given::key(OWNER));
    definition.service_areas.push(definition.service_areas[0].clone());
    definition.title = given::in_slovene(&"č".repeat(TITLE_LIMIT + 1));
    definition.resources.as_mut().unwrap().costs[0].amount =
        serde_json::from_str(r#"{"amount":"-0.01","currency":"EUR"}"#).unwrap();
    definition.lessons[0].text = serde_json::from_str(r#"{"pl":"Po polsku"}"#).unwrap();
    definition.timescale.as_mut().unwrap().period = serde_json::from_str("{}").unwrap();
    definition.results[0].indicator.as_mut().unwrap().reached.period = serde_json::from_str("{}").unwrap();
    let faults = Record::new(definition).unwrap_err();
    let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "source_language: the source language `sl` is not listed",
            "languages[1]: `en` is listed twice",
            "owners[1]: `SI:fictitious:cvetni_brod` is listed twice",
            "service_areas[2]: `town_centres` is listed twice",
            "title: the text is missing in `en`; title and summary are needed in every listed language",
            "title: the text is missing in `en`; title and summary are needed in every listed language",
            "title: the title in `sl` has 101 characters, 100 are allowed",
            "summary: the text is missing in `en`; title and summary are needed in every listed language",
            "summary: the text is missing in `en`; title and summary are needed in every listed language",
            "resources.costs[0].amount: a cost is not negative",
            "timescale.period: the first day is missing",
            "results[0].indicator.reached.period: the first day is missing",
            "lessons[0].text: the text is missing in the source language `sl`",
            "lessons[0].text: the text is in `pl`, which `languages` does not list",
        ]
    );
}

#[test]
fn a_practice_is_somebodys() {
    let faults =
        Record::new(RecordDefinition { owners: Vec::new(), ..given::definition("a", "Prva") }).unwrap_err();
    assert_eq!(faults.to_string(), "owners: at least one authority is needed");
}

#[test]
fn no_owner_of_a_shared_practice_may_judge_it() {
    let owners = vec![given::key(OWNER), given::key(OTHER)];
    let record = Record::new(RecordDefinition { owners, ..given::definition("a", "Prva") }).unwrap();
    for owner in [OWNER, OTHER] {
        let interest = given::reviewer(9, owner).interest(&record, None);
        assert_eq!(interest, Some(Interest::Owner(given::key(owner))));
    }
    let mut definition = RecordDefinition::from(record);
    definition.results[0].evidence.truncate(1);
    let by = Evaluator::Authority(given::key(OTHER));
    definition.results[0].evidence[0].source = EvidenceSource::Evaluation { by };
    assert_eq!(Record::new(definition).unwrap().grade(), Grade::Measured);
}

#[test]
fn a_title_of_a_hundred_letters_is_not_too_long() {
    let title = given::in_slovene(&"č".repeat(TITLE_LIMIT));
    assert!(Record::new(RecordDefinition { title, ..given::definition("a", "Prva") }).is_ok());
}

#[test]
fn an_evaluation_counts_as_independent_only_by_others() {
    let graded = |source: EvidenceSource, baseline: bool| {
        let mut definition = given::definition("a", "Prva");
        let result = &mut definition.results[0];
        result.evidence.truncate(1);
        result.evidence[0].source = source;
        if !baseline {
            result.indicator.as_mut().unwrap().baseline = None;
        }
        Record::new(definition).unwrap().grade()
    };
    let by = |key: &str| EvidenceSource::Evaluation { by: Evaluator::Authority(given::key(key)) };
    assert_eq!(graded(by(OTHER), false), Grade::IndependentlyEvaluated);
    assert_eq!(graded(by(OWNER), true), Grade::Measured);
    assert_eq!(graded(by(AUTHOR), true), Grade::Measured);
    assert_eq!(graded(by(OWNER), false), Grade::Claimed);
    assert_eq!(graded(EvidenceSource::Measurement, true), Grade::Measured);
    assert_eq!(graded(EvidenceSource::Measurement, false), Grade::Claimed);
    assert_eq!(graded(EvidenceSource::Statement, true), Grade::Claimed);
}

proptest! {
    /// The reference lists every pair of result and evidence with what it proves, and takes the best.
    #[test]
    fn the_grade_is_the_best_that_is_attached(record in strategies::record()) {
        let parts = record.parts();
        let mut proved = vec![0];
        for result in &parts.results {
            for evidence in &result.evidence {
                proved.push(match &evidence.source {
                    EvidenceSource::Evaluation { by: Evaluator::Organisation(_) } => 2,
                    EvidenceSource::Evaluation { by: Evaluator::Authority(key) }
                        if !parts.owners.contains(key)
                            && !parts.origin.iter().any(|origin| origin.authors.contains(key)) => 2,
                    EvidenceSource::Statement => 0,
                    _ if matches!(&result.indicator, Some(indicator) if indicator.baseline.is_some()) => 1,
                    _ => 0,
                });
            }
        }
        let best = [Grade::Claimed, Grade::Measured, Grade::IndependentlyEvaluated][proved.into_iter().max().unwrap()];
        prop_assert_eq!(record.grade(), best);
    }
}

#[test]
fn a_hash_is_sixty_four_lower_case_digits() {
    assert!(Sha256Hex::try_from("0a".repeat(32)).is_ok());
    for text in ["0A".repeat(32), "0a".repeat(31), "0g".repeat(32), String::new()] {
        assert!(Sha256Hex::try_from(text).is_err());
    }
}

#[test]
fn the_bundled_practices_are_complete_and_invented() {
    let (records, owners) = given::bundled();
    assert_eq!(records.len(), 8);
    for record in &records {
        let parts = record.parts();
        assert_eq!(record.missing(), [], "{}", record.code());
        assert_eq!(parts.languages, [given::language("sl"), given::language("en")]);
        for key in &parts.owners {
            assert!(key.is_fictitious() && owners.iter().any(|owner| owner.key() == key));
        }
        assert!(parts.lessons.iter().any(|lesson| lesson.kind == guildhall_practice::LessonKind::Failure));
    }
    let grades: std::collections::BTreeSet<_> = records.iter().map(Record::grade).collect();
    assert!(grades.contains(&Grade::Measured) && grades.contains(&Grade::IndependentlyEvaluated));
}
