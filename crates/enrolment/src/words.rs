//! What enrolment says to people, in four languages.

use guildhall_kernel::{LocalisedText, RetentionClass};
use guildhall_rules::FactKey;
use guildhall_words::{Argument, Kind, Say, ToArgument};

use crate::{Seat, vocabulary};

guildhall_words::catalogue! {
    /// What enrolment says, in four languages.
    pub static WORDS = "enrolment" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says {
            crate::Seats,
            crate::Capacity,
            crate::AdmissionMode,
            crate::AdmitUntil,
            crate::SenderKind,
            crate::ConsentPolicy,
            crate::HeadConsent,
            crate::ConsentFrom,
            crate::PolicyError,
            crate::RecruitmentStatus,
            crate::RecruitmentRefusal,
            MissingFact,
            crate::ApplicationRefusal,
            crate::AdmissionRefusal,
            crate::ApplicationStatus,
            crate::Ground,
            crate::SubmissionError,
            crate::ConsentAnswer,
        }
    }
}

impl ToArgument for Seat {
    const KIND: Kind = Kind::Number;

    fn argument(&self) -> Argument<'_> {
        Argument::Integer(self.number().get().into())
    }
}

/// A fact that somebody has to supply, as enrolment's vocabulary calls it; of another context it has no
/// words, and says no more than that.
#[derive(Say)]
pub(crate) struct MissingFact {
    fact: Option<LocalisedText>,
}

impl MissingFact {
    pub(crate) fn of(missing: &[FactKey]) -> Vec<Self> {
        let vocabulary = vocabulary();
        let label = |key: &FactKey| vocabulary.get(key.as_str()).map(|declared| declared.label().clone());
        let mut named: Vec<_> = missing.iter().map(|key| Self { fact: label(key) }).collect();
        // Those without words are told once, at the end.
        let before = named.len();
        named.retain(|one| one.fact.is_some());
        if named.len() < before {
            named.push(Self { fact: None });
        }
        named
    }
}

/// What a slot keeps, to be told apart by.
pub(crate) struct Kept(pub(crate) RetentionClass);

impl ToArgument for Kept {
    const KIND: Kind = Kind::Choice(&[
        RetentionClass::Contact.as_str(),
        RetentionClass::RegisterMinimum.as_str(),
        RetentionClass::SpecialNeeds.as_str(),
        RetentionClass::FreeText.as_str(),
    ]);

    fn argument(&self) -> Argument<'_> {
        Argument::text(self.0.as_str())
    }
}
