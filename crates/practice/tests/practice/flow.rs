//! The editorial flow beside a naive reference, every refusal, and G1, G2, G3.

use guildhall_civic::PersonId;
use guildhall_kernel::{Aggregate, Loaded, RetentionClass, Time, Uuid};
use guildhall_practice::{
    ArchiveGround, Practice, PracticeCommand, PracticeEvent, PracticeFacts, PracticeRefusal, Record,
    Reviewer, VersionNumber, strategies,
};
use proptest::prelude::*;

use crate::given::{self, AUTHOR, OTHER, OWNER};

fn commands() -> impl Strategy<Value = Vec<PracticeCommand>> {
    let records = vec![
        given::record("a", "Prva"),
        given::record("a", "Druga"),
        given::record("a", "Tretja"),
        given::incomplete("a"),
        given::record("b", "Tuja"),
    ];
    let people = (1..5).map(given::person).collect();
    let authorities = vec![given::key(OWNER), given::key(AUTHOR), given::key(OTHER)];
    prop::collection::vec(strategies::command_among(given::BASE, records, people, authorities), 0..60)
}

/// The flow as one would tell it: a state by name, and a list of what may follow.
#[derive(Debug, Default)]
struct Naive {
    state: &'static str,
    text: Option<Record>,
    submitter: Option<PersonId>,
    reviewers: Vec<PersonId>,
    published: Vec<Record>,
}

const FLOW: &[(&str, &str, &str)] = &[
    ("", "draft", "draft"),
    ("draft", "draft", "draft"),
    ("wanted", "draft", "draft"),
    ("published", "draft", "draft"),
    ("declined", "draft", "draft"),
    ("draft", "submit", "submitted"),
    ("submitted", "ask", "wanted"),
    ("reviewed", "ask", "wanted"),
    ("submitted", "review", "reviewed"),
    ("reviewed", "review", "reviewed"),
    ("reviewed", "publish", "published"),
    ("submitted", "decline", "declined"),
    ("wanted", "decline", "declined"),
    ("reviewed", "decline", "declined"),
    ("draft", "archive", "archived"),
    ("wanted", "archive", "archived"),
    ("published", "archive", "archived"),
    ("declined", "archive", "archived"),
];

impl Naive {
    /// What is said to a command: a word for the refusal, or `done`, or `nothing` where it is so already.
    fn take(&mut self, command: &PracticeCommand) -> &'static str {
        let (verb, judge, slot) = match command {
            PracticeCommand::Draft { .. } => ("draft", None, None),
            PracticeCommand::Submit { contact, .. } => {
                ("submit", None, contact.map(|s| (s, RetentionClass::Contact)))
            }
            PracticeCommand::AskForInformation { reviewer, questions } => {
                ("ask", Some(reviewer), Some((*questions, RetentionClass::FreeText)))
            }
            PracticeCommand::Review(review) => {
                ("review", Some(&review.reviewer), review.comment.map(|s| (s, RetentionClass::FreeText)))
            }
            PracticeCommand::Publish => ("publish", None, None),
            PracticeCommand::Decline { reviewer, reason } => {
                ("decline", Some(reviewer), Some((*reason, RetentionClass::FreeText)))
            }
            PracticeCommand::Archive { .. } => ("archive", None, None),
            other => panic!("{other:?} is not known to the reference"),
        };
        let Some((_, _, next)) = FLOW.iter().find(|(from, step, _)| *from == self.state && *step == verb)
        else {
            return "stage";
        };
        if let Some(judge) = judge {
            let works_for = |key: &str| judge.of.iter().any(|of| of.to_string() == key);
            if works_for(OWNER) || works_for(AUTHOR) || Some(judge.person) == self.submitter {
                return "conflict";
            }
        }
        match command {
            PracticeCommand::Draft { base, record } => match &self.text {
                Some(text) if text.code() != record.code() => return "code",
                _ if *base != given::BASE || record.code().as_str() != "a" => return "id",
                Some(text) if text == record => return "nothing",
                _ => self.text = Some(record.clone()),
            },
            PracticeCommand::Submit { .. } => {
                let parts = self.text.as_ref().unwrap().parts();
                if parts.situation.is_none() || parts.results.is_empty() {
                    return "incomplete";
                }
            }
            PracticeCommand::Review(review) => {
                if self.reviewers.contains(&review.reviewer.person) {
                    return "again";
                }
                if review.scores.is_empty() {
                    return "unscored";
                }
            }
            PracticeCommand::Archive { ground: ArchiveGround::ReplacedBy(_) } => return "successor",
            _ => {}
        }
        if slot.is_some_and(|(slot, class)| slot.class() != class) {
            return "slot";
        }
        match command {
            PracticeCommand::Submit { by, .. } => self.submitter = Some(*by),
            PracticeCommand::Review(review) => self.reviewers.push(review.reviewer.person),
            PracticeCommand::Publish => self.published.push(self.text.clone().unwrap()),
            _ => {}
        }
        if verb != "review" {
            self.reviewers.clear();
        }
        self.state = next;
        "done"
    }
}

fn word(decided: &Result<Vec<PracticeEvent>, PracticeRefusal>) -> &'static str {
    match decided {
        Ok(events) if events.is_empty() => "nothing",
        Ok(_) => "done",
        Err(PracticeRefusal::WrongStage { .. }) => "stage",
        Err(PracticeRefusal::OtherCode { .. }) => "code",
        Err(PracticeRefusal::OtherId { .. }) => "id",
        Err(PracticeRefusal::Incomplete { .. }) => "incomplete",
        Err(PracticeRefusal::Conflict { .. }) => "conflict",
        Err(PracticeRefusal::ReviewedAlready) => "again",
        Err(PracticeRefusal::NothingScored) => "unscored",
        Err(PracticeRefusal::SlotClass { .. }) => "slot",
        Err(PracticeRefusal::SuccessorUnknown(_)) => "successor",
        Err(other) => panic!("{other} is not known to the reference"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_flow_is_that_of_the_reference(commands in commands()) {
        let (mut practice, mut naive) = (given::empty(), Naive::default());
        for command in &commands {
            prop_assert_eq!(word(&given::run(&mut practice, command)), naive.take(command), "{:?}", command);
            prop_assert_eq!(practice.text(), naive.text.as_ref());
            let published: Vec<_> = practice.versions().iter().map(|version| version.record().clone()).collect();
            prop_assert_eq!(&published, &naive.published);
            prop_assert_eq!(practice.current().is_some(), !published.is_empty() && naive.state != "archived");
        }
    }

    /// Whatever the history, decided or not: a version is the very text that was under review, and among
    /// the events that were heeded since it was last handed in there is a favourable review.
    #[test]
    fn g1_only_a_reviewed_text_becomes_a_version(events in arbitrary_events()) {
        let mut practice = given::empty();
        let mut heeded: Vec<&PracticeEvent> = Vec::new();
        for event in &events {
            let before = practice.clone();
            practice.apply(event);
            if practice.versions().len() > before.versions().len() {
                let version = practice.versions().last().unwrap();
                let submitted = heeded.iter().rposition(|e| matches!(e, PracticeEvent::Submitted { .. })).unwrap();
                let text = heeded[..submitted].iter().rev().find_map(|e| match e {
                    PracticeEvent::Drafted { record, .. } => Some(record),
                    _ => None,
                });
                prop_assert_eq!(text, Some(version.record()));
                let since = &heeded[submitted + 1..];
                prop_assert!(!since.is_empty());
                prop_assert!(since.iter().all(|e| matches!(e, PracticeEvent::Reviewed { .. })), "{:?}", since);
                prop_assert_eq!(version.reviews().len(), since.len());
            }
            if practice != before {
                heeded.push(event);
            }
        }
    }

    /// Whatever the history, decided or not: no reviewer of any version works for its owner or authors, or
    /// handed it in.
    #[test]
    fn g1_no_version_stands_on_a_review_in_conflict(events in arbitrary_events()) {
        let mut practice = given::empty();
        let mut submitter = None;
        for event in &events {
            let before = practice.clone();
            practice.apply(event);
            if let (PracticeEvent::Submitted { by, .. }, true) = (event, practice != before) {
                submitter = Some(*by);
            }
            if practice.versions().len() > before.versions().len() {
                let reviews = practice.versions().last().unwrap().reviews();
                prop_assert!(reviews.iter().all(|review| Some(review.reviewer.person) != submitter));
            }
        }
        for version in practice.versions() {
            prop_assert!(!version.reviews().is_empty());
            prop_assert_eq!(version.record().missing(), []);
            for review in version.reviews() {
                prop_assert!(!review.reviewer.of.contains(&given::key(OWNER)));
                prop_assert!(!review.reviewer.of.contains(&given::key(AUTHOR)));
            }
        }
    }

    #[test]
    fn g2_a_published_version_never_changes(events in arbitrary_events()) {
        let mut practice = given::empty();
        for event in &events {
            let before = practice.versions().to_vec();
            practice.apply(event);
            prop_assert_eq!(&practice.versions()[..before.len()], &before[..]);
            for (number, version) in (1..).zip(practice.versions()) {
                prop_assert_eq!(version.version().get(), number);
                prop_assert_eq!(practice.version(version.version()), Some(version));
            }
        }
    }

    /// Every version says by which way it came, who judged it, and under which name it is cited.
    #[test]
    fn g3_every_version_is_traceable(commands in commands()) {
        let mut practice = given::empty();
        for command in &commands {
            _ = given::run(&mut practice, command);
        }
        for version in practice.versions() {
            prop_assert!(version.record().parts().origin.is_some());
            prop_assert!(!version.reviews().is_empty());
            let cited = version.citation();
            prop_assert_eq!(Some(cited.code()), practice.code());
            prop_assert_eq!(practice.version(cited.version()), Some(version));
        }
    }
}

fn arbitrary_events() -> impl Strategy<Value = Vec<PracticeEvent>> {
    let records = vec![given::record("a", "Prva"), given::record("a", "Druga"), given::incomplete("a")];
    let people = (1..5).map(given::person).collect();
    let authorities = vec![given::key(OWNER), given::key(AUTHOR), given::key(OTHER)];
    prop::collection::vec(strategies::event_among(given::BASE, records, people, authorities), 0..60)
}

#[test]
fn a_new_draft_leads_to_the_next_version_and_the_old_one_stays() {
    let mut practice = given::published(given::record("a", "Prva"));
    given::run(&mut practice, &given::draft(given::record("a", "Druga"))).unwrap();
    assert_eq!(given::version(&practice).citation().to_string(), "a@1");
    assert_eq!(given::version(&practice).record(), &given::record("a", "Prva"));
    for command in &given::to_publication(given::record("a", "Druga"))[1..] {
        given::run(&mut practice, command).unwrap();
    }
    assert_eq!(given::version(&practice).citation().to_string(), "a@2");
    assert_eq!(practice.version(VersionNumber::FIRST).unwrap().record(), &given::record("a", "Prva"));
    given::run(&mut practice, &PracticeCommand::Archive { ground: ArchiveGround::Outdated }).unwrap();
    assert_eq!(practice.current(), None);
    assert_eq!(practice.versions().len(), 2);
}

#[test]
fn every_refusal_is_a_sentence_and_is_reached() {
    let free_text = given::slot(1, RetentionClass::FreeText);
    let contact = given::slot(2, RetentionClass::Contact);
    let by = given::reviewer(2, OTHER);
    let [draft, submit, review, publish] = given::to_publication(given::record("a", "Prva"));
    let said = |practice: &Practice, command: &PracticeCommand| {
        practice.decide(command, &PracticeFacts::default(), Time::UNIX_EPOCH).unwrap_err().to_string()
    };
    let mut practice = given::empty();
    assert_eq!(said(&practice, &publish), "the practice is not written yet and cannot be published");
    assert_eq!(
        said(&practice, &given::draft(given::record("b", "Tuja"))),
        "in the base `00000000-0000-0000-0000-00000000004d` this is not the practice `b`, as its id follows from \
         base and code"
    );
    given::run(&mut practice, &given::draft(given::incomplete("a"))).unwrap();
    assert_eq!(said(&practice, &submit), "the record is not complete; it lacks: situation before, results");
    assert_eq!(
        said(&practice, &given::draft(given::record("b", "Tuja"))),
        "the practice is called `a`, the record `b`; a code never changes"
    );
    given::run(&mut practice, &draft).unwrap();
    assert_eq!(
        said(&practice, &PracticeCommand::Submit { by: given::person(1), contact: Some(free_text) }),
        "what was written needs a slot of class `contact`, not `free_text`"
    );
    given::run(&mut practice, &submit).unwrap();
    let conflict = |reviewer: Reviewer| said(&practice, &PracticeCommand::Review(given::review(reviewer)));
    assert_eq!(
        conflict(given::reviewer(3, OWNER)),
        "the reviewer works for `SI:fictitious:cvetni_brod`, which owns the practice, and so cannot judge it"
    );
    assert_eq!(
        conflict(given::reviewer(3, AUTHOR)),
        "the reviewer works for `SI:fictitious:zlati_brod`, which wrote the record, and so cannot judge it"
    );
    assert_eq!(
        conflict(given::reviewer(1, OTHER)),
        "the reviewer submitted the record, and so cannot judge it"
    );
    assert_eq!(
        said(&practice, &PracticeCommand::Decline { reviewer: by.clone(), reason: contact }),
        "what was written needs a slot of class `free_text`, not `contact`"
    );
    let mut silent = given::review(by);
    silent.scores.clear();
    assert_eq!(said(&practice, &PracticeCommand::Review(silent)), "a review scores at least one criterion");
    given::run(&mut practice, &review).unwrap();
    assert_eq!(said(&practice, &review), "the reviewer has reviewed this text already");
    given::run(&mut practice, &publish).unwrap();

    let replaced_by = |id| PracticeCommand::Archive { ground: ArchiveGround::ReplacedBy(id) };
    assert_eq!(said(&practice, &replaced_by(practice.id())), "a practice cannot be replaced by itself");
    let other = Loaded::<Practice>::new(Uuid::from_u128(9), Uuid::from_u128(8));
    let id = other.id();
    assert_eq!(
        said(&practice, &replaced_by(id)),
        format!("practice `{id}` is to replace this one and was not looked up")
    );
    let facts = PracticeFacts { successor: Some(&other) };
    assert_eq!(
        practice.decide(&replaced_by(id), &facts, Time::UNIX_EPOCH).unwrap_err().to_string(),
        format!("practice `{id}` is to replace this one and is not published")
    );
}
