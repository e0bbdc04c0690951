//! What enrolment says to people, in four languages.

use std::borrow::Cow;

use guildhall_kernel::LocalisedText;
use guildhall_rules::{FactKey, Vocabulary};
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

/// A fact that somebody has to supply.
#[derive(Say)]
pub(crate) struct MissingFact {
    fact: Called,
}

impl MissingFact {
    pub(crate) fn of(missing: &[FactKey]) -> Vec<Self> {
        let vocabulary = vocabulary();
        missing.iter().map(|key| Self { fact: Called::new(key, &vocabulary) }).collect()
    }
}

/// A fact as enrolment's vocabulary calls it; one of another context is read aloud.
enum Called {
    Label(LocalisedText),
    Aloud(String),
}

impl Called {
    fn new(key: &FactKey, vocabulary: &Vocabulary) -> Self {
        let declared = vocabulary.get(key.as_str()).map(|declaration| declaration.label().clone());
        declared.map_or_else(|| Self::Aloud(key.as_str().replace(['_', '.'], " ")), Self::Label)
    }
}

impl ToArgument for Called {
    const KIND: Kind = Kind::Localised;

    fn argument(&self) -> Argument<'_> {
        match self {
            Self::Label(label) => Argument::Localised(Cow::Borrowed(label)),
            Self::Aloud(name) => Argument::text(name.as_str()),
        }
    }
}
