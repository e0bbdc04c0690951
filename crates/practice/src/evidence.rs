//! Results with what proves them, and the evidence grade that follows. A grade is derived and never
//! typed in: no definition has a field for it.

use std::fmt;

use guildhall_civic::{AuthorityKey, Period, decimal};
use guildhall_kernel::LocalisedText;
use guildhall_words::Say;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One result of a practice: what changed, by which figure it is seen, and what proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What changed, in one or two sentences.
    pub statement: LocalisedText,
    /// The figure that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Indicator>,
    /// What is attached to prove it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// What is counted or measured.
    pub name: LocalisedText,
    /// In what: `shops`, `% of shops`, `EUR per m²`.
    pub unit: LocalisedText,
    /// The figure before, where somebody measured it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Measurement>,
    /// The figure reached.
    pub reached: Measurement,
}

/// A value that was measured over some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measurement {
    /// The value, written in quotes: `"12.5"`.
    #[serde(deserialize_with = "decimal::deserialize")]
    #[schemars(schema_with = "decimal::json_schema")]
    pub value: Decimal,
    /// When it was measured.
    pub period: Period,
}

/// Something attached that a reader can ask for and check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What it is, which decides how much it proves.
    pub source: EvidenceSource,
    /// What it is called.
    pub title: LocalisedText,
    /// Where it is found: an address or a file number of the owner's archive.
    pub reference: Reference,
    /// The SHA-256 of its bytes, where it is a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Sha256Hex>,
}

/// What kind of evidence it is.
///
/// Exhaustive on purpose: the grade must say something of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum EvidenceSource {
    /// Somebody says so: an interview, an article, a letter.
    Statement,
    /// Figures counted or measured by those who did it.
    Measurement,
    /// An evaluation, and by whom.
    Evaluation {
        /// Who evaluated.
        #[say(skip)]
        by: Evaluator,
    },
}

/// Who evaluated a practice.
///
/// Exhaustive on purpose: independence must be decided for each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Evaluator {
    /// An authority, which is independent of a practice it neither owns nor wrote.
    Authority(AuthorityKey),
    /// An organisation, by name: a faculty, a court of audit, a consultant.
    Organisation(LocalisedText),
}

/// Where something is found; never blank.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = VISIBLE, "examples" = ["371-15/2018"]))]
pub struct Reference(String);

/// A text with a visible character. White space is spelt out, because `\s` means another set in other
/// dialects of patterns.
const VISIBLE: &str = r"[^\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]";

/// A reference is blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a reference says where something is found; this one is blank")]
pub struct BlankReference;

impl Reference {
    /// The reference as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl TryFrom<String> for Reference {
    type Error = BlankReference;

    fn try_from(text: String) -> Result<Self, BlankReference> {
        if text.trim().is_empty() { Err(BlankReference) } else { Ok(Self(text)) }
    }
}
impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.0
    }
}

/// That of no bytes at all.
const NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// A SHA-256 in sixty-four lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[0-9a-f]{64}$", "examples" = [NOTHING]))]
pub struct Sha256Hex(String);

/// The text is no SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no SHA-256 of sixty-four lower-case hexadecimal digits")]
pub struct Sha256Error(String);

impl Sha256Hex {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl TryFrom<String> for Sha256Hex {
    type Error = Sha256Error;

    fn try_from(text: String) -> Result<Self, Sha256Error> {
        let digits = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if digits && text.len() == 64 { Ok(Self(text)) } else { Err(Sha256Error(text)) }
    }
}
impl From<Sha256Hex> for String {
    fn from(hash: Sha256Hex) -> Self {
        hash.0
    }
}

/// How well a result is supported, from the weakest.
///
/// Exhaustive on purpose: whoever ranks or shows practices must place each.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The owner says so.
    Claimed,
    /// A figure before and after, and the measurement attached.
    Measured,
    /// Evaluated by somebody who neither owns nor wrote it.
    IndependentlyEvaluated,
}

impl Outcome {
    /// The grade that the attached evidence supports, where `interested` are the authorities that
    /// own or wrote the practice.
    pub fn grade(&self, interested: &[&AuthorityKey]) -> Grade {
        let independent = |evidence: &Evidence| match &evidence.source {
            EvidenceSource::Evaluation { by: Evaluator::Authority(authority) } => {
                !interested.contains(&authority)
            }
            EvidenceSource::Evaluation { by: Evaluator::Organisation(_) } => true,
            EvidenceSource::Statement | EvidenceSource::Measurement => false,
        };
        // An evaluation by an interested authority proves what its own figures would.
        let measured = |evidence: &Evidence| !matches!(evidence.source, EvidenceSource::Statement);
        let compared = self.indicator.as_ref().is_some_and(|indicator| indicator.baseline.is_some());
        if self.evidence.iter().any(independent) {
            Grade::IndependentlyEvaluated
        } else if compared && self.evidence.iter().any(measured) {
            Grade::Measured
        } else {
            Grade::Claimed
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Claimed => "claimed",
            Self::Measured => "measured",
            Self::IndependentlyEvaluated => "independently evaluated",
        })
    }
}
