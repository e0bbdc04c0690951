//! Every shape in which events of a survey were ever persisted, in `tests/golden`.

use guildhall_conformance::laws::{self, Broken};
use guildhall_kernel::{SlotId, Uuid, uuid};
use guildhall_participation::survey::{Batch, Sheet, Survey, SurveyEvent, SurveyId, Token};

use crate::stage::{WINDOW, instrument};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");

/// A uuid that looks drawn at random.
fn drawn(n: u8) -> Uuid {
    uuid::Builder::from_random_bytes([n; 16]).into_uuid()
}

#[test]
fn golden_events_of_a_survey() -> Result<(), Broken> {
    let survey = SurveyId::new(Uuid::from_u128(2));
    let tokens = [1, 2, 3].map(|n| Token::new(drawn(n)).unwrap().digest(survey));
    let sheets = [("right", "yes", "More practice"), ("slow", "undecided", ""), ("right", "yes", "Nothing")];
    let sheets = sheets.map(|(pace, intent, comment)| {
        Sheet::from_json(&format!(
            r#"{{"answers":{{"overall":{{"scale":4}},"pace":{{"choice":"{pace}"}},"new-to-me":{{"yes_no":true}},
                "follow-up":{{"intent_to_continue":"{intent}"}}}},"remarks":{{"comment":"{comment}"}}}}"#
        ))
        .unwrap()
    });
    let slots = [8, 9].map(|n| SlotId::new(drawn(n)));
    let (batch, _) = Batch::of(1, &sheets.each_ref(), &slots).unwrap();
    let samples = [
        SurveyEvent::Opened {
            instrument: Box::new(instrument()),
            window: serde_json::from_str(WINDOW).unwrap(),
        },
        SurveyEvent::TokenSpent { token: tokens[0].clone() },
        SurveyEvent::TokensIssued { tokens: tokens.into() },
        SurveyEvent::Published { on: "2019-07-01".parse().unwrap(), batch: Box::new(batch) },
        SurveyEvent::Closed,
    ];
    laws::golden::<Survey>(GOLDEN, &samples)
}
