//! The award: one person's facts held against one scheme's criterion, explained and pinned. Guards K1:
//! there is no award without a met criterion or a recorded waiver, not even a deserialised one.

use guildhall_kernel::{ActorId, RetentionClass, Slot};
use guildhall_rules::{Explanation, FactSource};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Scheme, SchemeRef};

/// That somebody with the power to do so let a certificate be issued though the criterion is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// Who decided it.
    pub by: ActorId,
    /// Where the reason lies that they gave; of the class of free text.
    pub reason: Slot,
}

/// Why somebody gets a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenAward")]
pub struct Award {
    scheme: SchemeRef,
    explanation: Explanation,
    #[serde(skip_serializing_if = "Option::is_none")]
    waiver: Option<Waiver>,
}

impl Award {
    /// The version of the scheme it was decided under.
    pub const fn scheme(&self) -> &SchemeRef {
        &self.scheme
    }

    /// What the criterion said, with its reasons; it pins the rule's version and content.
    pub const fn explanation(&self) -> &Explanation {
        &self.explanation
    }

    /// The waiver it rests on, where the criterion was not met.
    pub const fn waiver(&self) -> Option<&Waiver> {
        self.waiver.as_ref()
    }
}

/// Why somebody gets no certificate.
///
/// Exhaustive on purpose: an officer answers each differently.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
pub enum NoAward {
    /// The criterion is not met. The explanation says what hindered.
    #[error("the criterion `{}` is not met", .0.rule())]
    #[say(tell(criterion: String = _0.rule().id().to_string(), version: std::num::NonZeroU32 = _0.rule().version()))]
    Unmet(#[say(skip)] Box<Explanation>),
    /// What is known does not settle it. The explanation says what is missing.
    #[error("whether the criterion `{}` is met cannot be said yet; what is missing: {}", .0.rule(), missing(.0))]
    #[say(tell(criterion: String = _0.rule().id().to_string(), version: std::num::NonZeroU32 = _0.rule().version(), missing: usize = _0.missing().len()))]
    Undetermined(#[say(skip)] Box<Explanation>),
    /// A waiver was given where none is needed.
    #[error("the criterion is met: leave out the waiver")]
    WaiverNotNeeded,
    /// The waiver's reason would not be kept as free text.
    #[error("the reason of a waiver is kept as `{}`, not as `{}`", RetentionClass::FreeText.as_str(), .0.as_str())]
    WaiverReason(#[say(skip)] RetentionClass),
}

fn missing(explanation: &Explanation) -> String {
    let missing: Vec<_> = explanation.missing().iter().map(|key| format!("`{key}`")).collect();
    if missing.is_empty() { "an officer's decision".to_owned() } else { missing.join(", ") }
}

impl Scheme {
    /// Decides whether these facts earn a certificate, or a waiver stands in for them.
    ///
    /// # Errors
    /// [`NoAward`], with the explanation where the criterion said no.
    pub fn award(&self, facts: &dyn FactSource, waiver: Option<Waiver>) -> Result<Award, NoAward> {
        let explanation = self.criterion().explain(facts);
        let verdict = explanation.verdict();
        match waiver {
            Some(_) if verdict.is_met() => Err(NoAward::WaiverNotNeeded),
            Some(waiver) if waiver.reason.class() != RetentionClass::FreeText => {
                Err(NoAward::WaiverReason(waiver.reason.class()))
            }
            None if verdict.is_unmet() => Err(NoAward::Unmet(Box::new(explanation))),
            None if verdict.is_undetermined() => Err(NoAward::Undetermined(Box::new(explanation))),
            waiver => Ok(Award { scheme: self.reference().clone(), explanation, waiver }),
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Award")]
struct WrittenAward {
    /// The version of the scheme it was decided under.
    scheme: SchemeRef,
    /// What the criterion said.
    explanation: Explanation,
    /// The waiver it rests on, where the criterion was not met.
    #[serde(default)]
    waiver: Option<Waiver>,
}

/// What was persisted is no award.
#[derive(Debug, thiserror::Error)]
#[error("an award rests on a met criterion, or on a waiver with a reason kept as free text")]
struct Unfounded;

impl TryFrom<WrittenAward> for Award {
    type Error = Unfounded;

    fn try_from(written: WrittenAward) -> Result<Self, Unfounded> {
        let WrittenAward { scheme, explanation, waiver } = written;
        let founded = match waiver {
            None => explanation.verdict().is_met(),
            Some(waiver) => {
                !explanation.verdict().is_met() && waiver.reason.class() == RetentionClass::FreeText
            }
        };
        if founded { Ok(Self { scheme, explanation, waiver }) } else { Err(Unfounded) }
    }
}
