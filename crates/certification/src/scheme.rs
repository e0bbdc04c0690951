//! What a certificate demands and says: the scheme an officer writes, checked as a whole, with every
//! fault at once. Guards C6: no scheme is without a counter in its numbers or a criterion that fits.

use std::collections::BTreeSet;
use std::fmt;
use std::num::NonZeroU32;

use guildhall_civic::{OfficeCode, OfficeOf};
use guildhall_kernel::{Code, LocalisedText, Report, serde_json};
use guildhall_rules::{Declaration, Definition, RuleSet, Vocabulary};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::{SchemeFaults, SchemeProblem};
use crate::{NumberFormat, Validity};

/// Names a scheme over all its versions, such as `city-manager`. Rules of successor programmes ask
/// for it.
pub type SchemeCode = Code<Scheme>;

/// One version of a scheme: what an award pins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeRef {
    code: SchemeCode,
    version: NonZeroU32,
}

impl SchemeRef {
    /// This version of the scheme.
    pub const fn new(code: SchemeCode, version: NonZeroU32) -> Self {
        Self { code, version }
    }

    /// The scheme.
    pub const fn code(&self) -> &SchemeCode {
        &self.code
    }

    /// Its version, from 1.
    pub const fn version(&self) -> NonZeroU32 {
        self.version
    }
}
impl fmt::Display for SchemeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} v{}", self.code, self.version)
    }
}

/// What a certificate attests.
///
/// Exhaustive on purpose: law tells the three apart, and so does every report.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// That somebody was there.
    Attendance,
    /// That somebody did all that was asked.
    Completion,
    /// That somebody was examined and passed.
    Examined,
}

impl Kind {
    /// The kind as one stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Attendance => "attendance",
            Self::Completion => "completion",
            Self::Examined => "examined",
        }
    }
}

/// Who signs, by office: whoever holds it on the day of issue. No name of a person belongs here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    office: OfficeCode,
    of: OfficeOf,
    title: LocalisedText,
}

impl Signatory {
    /// The holder of this office; the title is printed under the signature.
    pub fn new(office: OfficeCode, of: impl Into<OfficeOf>, title: LocalisedText) -> Self {
        Self { office, of: of.into(), title }
    }

    /// Which office.
    pub const fn office(&self) -> &OfficeCode {
        &self.office
    }

    /// Whose office.
    pub const fn of(&self) -> &OfficeOf {
        &self.of
    }

    /// What is printed under the signature.
    pub const fn title(&self) -> &LocalisedText {
        &self.title
    }
}

/// A scheme as an officer writes it, checked against nothing yet: [`Scheme::new`] does that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeDefinition {
    /// The scheme's code, such as `city-manager`.
    #[schemars(extend("examples" = ["city-manager"]))]
    pub code: String,
    /// Its version, from 1. What was adopted never changes; a change is the next version.
    #[schemars(extend("examples" = [1]))]
    pub version: u32,
    /// What the certificate is called.
    pub title: LocalisedText,
    /// What it attests.
    pub kind: Kind,
    /// The rule that must be met.
    #[schemars(with = "serde_json::Value")]
    pub criterion: Definition,
    /// How its numbers are written, such as `{n}/CM/{year}`.
    #[schemars(extend("examples" = ["{n}/CM/{year}"]))]
    pub number_format: String,
    /// How long it holds; left out, for ever.
    #[serde(default)]
    pub validity: Validity,
    /// Who signs it, in order.
    pub signatories: Vec<Signatory>,
}

/// The longest a certificate may be promised to hold, in years: what is longer is for ever.
const MAX_YEARS: u16 = 100;

/// A checked scheme: what a certificate demands and says, self-contained, so that a register can
/// say so decades later. It keeps the declarations of the facts that its criterion asks about.
///
/// ```
/// use guildhall_certification::{Scheme, SchemeDefinition};
/// use guildhall_rules::Vocabulary;
///
/// let vocabulary: Vocabulary = toml::from_str(r#"
///     [[facts]]
///     key = "participation.modules_completed"
///     type = "set"
///     codes = ["model", "strategy"]
///     label = { en = "modules completed" }
/// "#)?;
/// let written: SchemeDefinition = toml::from_str(r#"
///     code = "City Manager"
///     version = 1
///     title = { en = "City manager" }
///     kind = "completion"
///     number_format = "CM/{year}"
///     signatories = []
///     criterion = { id = "modules", version = 1, fact = "participation.modules_completed", includes = "modle" }
/// "#)?;
/// let faults = Scheme::new(written, &vocabulary).unwrap_err();
/// assert_eq!(faults.iter().map(|fault| fault.path()).collect::<Vec<_>>(),
///     ["code", "criterion.includes", "number_format", "signatories"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Adopted", into = "Adopted")]
#[schemars(with = "Adopted")]
pub struct Scheme {
    reference: SchemeRef,
    title: LocalisedText,
    kind: Kind,
    criterion: RuleSet,
    facts: Vec<Declaration>,
    number_format: NumberFormat,
    validity: Validity,
    signatories: Vec<Signatory>,
}

impl Scheme {
    /// Checks a definition against the facts there are.
    ///
    /// # Errors
    /// [`SchemeFaults`], naming every fault with its path.
    pub fn new(written: SchemeDefinition, vocabulary: &Vocabulary) -> Result<Self, SchemeFaults> {
        let mut report = Report::default();
        let code = SchemeCode::try_from(written.code)
            .map_err(|error| report.add("code", SchemeProblem::Code(error)))
            .ok();
        let version = NonZeroU32::new(written.version);
        if version.is_none() {
            report.add("version", SchemeProblem::VersionZero);
        }
        let criterion = RuleSet::new(written.criterion, vocabulary)
            .map_err(|faults| {
                for fault in faults.iter() {
                    let path = match fault.path() {
                        "" => "criterion".to_owned(),
                        path => format!("criterion.{path}"),
                    };
                    report.add(path, SchemeProblem::Criterion(fault.problem().clone()));
                }
            })
            .ok();
        let number_format = written
            .number_format
            .parse::<NumberFormat>()
            .map_err(|error| {
                for fault in error.faults() {
                    report.add("number_format", SchemeProblem::NumberFormat(fault.clone()));
                }
            })
            .ok();
        let too_long = match written.validity {
            Validity::Unlimited => false,
            Validity::Years(years) => years.get() > MAX_YEARS,
            Validity::Months(months) => months.get() > MAX_YEARS * 12,
            Validity::EndOfYear(nth) => nth > MAX_YEARS,
        };
        if too_long {
            report.add("validity", SchemeProblem::ValidityTooLong { years: MAX_YEARS });
        }
        if written.signatories.is_empty() {
            report.add("signatories", SchemeProblem::NoSignatory);
        }
        let mut seen = BTreeSet::new();
        for (nth, signatory) in written.signatories.iter().enumerate() {
            if !seen.insert((&signatory.office, &signatory.of)) {
                report
                    .add(format!("signatories[{nth}]"), SchemeProblem::SignsTwice(signatory.office.clone()));
            }
        }
        let whole = code.zip(version).zip(criterion.zip(number_format)).map(
            |((code, version), (criterion, number_format))| Self {
                reference: SchemeRef::new(code, version),
                title: written.title,
                kind: written.kind,
                facts: criterion
                    .facts()
                    .iter()
                    .filter_map(|key| vocabulary.get(key.as_str()).cloned())
                    .collect(),
                criterion,
                number_format,
                validity: written.validity,
                signatories: written.signatories,
            },
        );
        report.end(whole)
    }

    /// What an award pins.
    pub const fn reference(&self) -> &SchemeRef {
        &self.reference
    }

    /// What the certificate is called.
    pub const fn title(&self) -> &LocalisedText {
        &self.title
    }

    /// What it attests.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The rule that must be met.
    pub const fn criterion(&self) -> &RuleSet {
        &self.criterion
    }

    /// The facts that the rule asks about, as they were declared.
    pub fn facts(&self) -> &[Declaration] {
        &self.facts
    }

    /// How its numbers are written.
    pub const fn number_format(&self) -> &NumberFormat {
        &self.number_format
    }

    /// How long its certificates hold.
    pub const fn validity(&self) -> Validity {
        self.validity
    }

    /// Who signs, in order.
    pub fn signatories(&self) -> &[Signatory] {
        &self.signatories
    }
}

/// A scheme as a register keeps it: the officer's definition and the declarations it was checked
/// against.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Scheme")]
struct Adopted {
    /// The scheme as it was written.
    definition: SchemeDefinition,
    /// The facts its criterion asks about.
    facts: Vec<Declaration>,
}

/// Why what was persisted is no scheme.
#[derive(Debug, thiserror::Error)]
enum AdoptedError {
    #[error(transparent)]
    Scheme(#[from] SchemeFaults),
    #[error(transparent)]
    Facts(#[from] guildhall_rules::Faults),
}

impl TryFrom<Adopted> for Scheme {
    type Error = AdoptedError;

    fn try_from(adopted: Adopted) -> Result<Self, AdoptedError> {
        Ok(Self::new(adopted.definition, &Vocabulary::new(adopted.facts)?)?)
    }
}
impl From<Scheme> for Adopted {
    fn from(scheme: Scheme) -> Self {
        let definition = SchemeDefinition {
            code: scheme.reference.code.into(),
            version: scheme.reference.version.get(),
            title: scheme.title,
            kind: scheme.kind,
            criterion: scheme.criterion.definition().clone(),
            number_format: scheme.number_format.into(),
            validity: scheme.validity,
            signatories: scheme.signatories,
        };
        Self { definition, facts: scheme.facts }
    }
}
