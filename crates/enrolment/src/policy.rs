//! The policy of a recruitment: who may come, how many, who sends them and how they are let in. A
//! versioned value that an officer writes; a decision names the version it was made under (E9).

use std::collections::BTreeSet;
use std::fmt;
use std::num::NonZeroU32;

use guildhall_civic::PositionCode;
use guildhall_kernel::{Time, Window};
use guildhall_rules::{Declaration, Definition, Faults, RuleSet, Vocabulary};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many people can be admitted.
///
/// Exhaustive on purpose: there are seats or there is no limit, and a nought that could mean either
/// cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("examples" = [Self::Unlimited, Self::Seats(NonZeroU32::MIN)]))]
pub enum Capacity {
    /// Everybody who may come finds a seat.
    Unlimited,
    /// So many seats and no more.
    Seats(
        #[say(name = "seats")]
        #[schemars(range(max = 4_294_967_295_u32))]
        NonZeroU32,
    ),
}

impl Capacity {
    /// How many seats are left when `held` are held; nothing where there is no limit. A capacity
    /// that was made smaller than what is held leaves none, and takes none away (E10).
    pub fn left(self, held: usize) -> Option<u32> {
        match self {
            Self::Unlimited => None,
            Self::Seats(seats) => Some(seats.get().saturating_sub(u32::try_from(held).unwrap_or(u32::MAX))),
        }
    }

    /// Whether one more may be admitted when `held` seats are held.
    pub fn has_room(self, held: usize) -> bool {
        self.left(held) != Some(0)
    }
}

impl fmt::Display for Capacity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unlimited => f.write_str("unlimited"),
            Self::Seats(seats) => fmt::Display::fmt(seats, f),
        }
    }
}

/// How an eligible person comes to a seat.
///
/// Not exhaustive: ranked rounds and invitations are admissions too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AdmissionMode {
    /// Whoever is eligible is admitted while there are seats.
    Rolling,
    /// An officer confirms each eligible application before it can be admitted.
    OfficerConfirms,
}

/// How long seats are given: until the edition begins, unless the policy says otherwise. It binds
/// whoever waits for a seat as it binds whoever comes new.
///
/// Not exhaustive: a policy may come to name a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AdmitUntil {
    /// Nobody is admitted to what has begun.
    #[default]
    Start,
    /// Latecomers are admitted while it runs.
    End,
}

impl AdmitUntil {
    /// The moment from which nobody is admitted to an edition that takes place in this period.
    pub fn cut_off(self, period: &Window) -> Time {
        match self {
            Self::Start => period.starts_at(),
            Self::End => period.ends_at(),
        }
    }
}

impl fmt::Display for AdmitUntil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Start => "start",
            Self::End => "end",
        })
    }
}

/// What kind of body sends an applicant.
///
/// Not exhaustive: people may come to apply for themselves.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SenderKind {
    /// A local authority sends its own staff.
    Authority,
    /// An institution that cooperates with an authority sends its staff.
    Institution,
}

impl SenderKind {
    /// The code under which rules know it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Institution => "institution",
        }
    }
}

impl fmt::Display for SenderKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether somebody else has to agree before an applicant gets a seat.
///
/// Exhaustive on purpose: whoever admits must know which it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum ConsentPolicy {
    /// Nobody has to agree.
    NotNeeded,
    /// The superior has to agree; heads of an authority have none.
    Superior {
        /// The positions that head an authority.
        #[serde(default)]
        #[say(skip)]
        heads: BTreeSet<PositionCode>,
        /// What holds for them.
        for_heads: HeadConsent,
    },
}

/// Who agrees where the applicant heads an authority.
///
/// Exhaustive on purpose: there is a body that can agree or there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum HeadConsent {
    /// A body that is competent for it, such as the council.
    CompetentBody,
    /// Nobody: consent does not apply to them.
    NotApplicable,
}

/// On whose behalf a consent is given or withheld.
///
/// Exhaustive on purpose: these are the two whom a policy can ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum ConsentFrom {
    /// The applicant's superior.
    Superior,
    /// The body competent for heads of an authority.
    CompetentBody,
}

impl fmt::Display for ConsentFrom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Superior => "superior",
            Self::CompetentBody => "competent body",
        })
    }
}

impl ConsentPolicy {
    /// Who has to agree that somebody in this position comes; nobody, where none is given. An
    /// unknown position heads nothing.
    pub fn asks(&self, position: Option<&PositionCode>) -> Option<ConsentFrom> {
        match self {
            Self::NotNeeded => None,
            Self::Superior { heads, for_heads }
                if position.is_some_and(|position| heads.contains(position)) =>
            {
                match for_heads {
                    HeadConsent::CompetentBody => Some(ConsentFrom::CompetentBody),
                    HeadConsent::NotApplicable => None,
                }
            }
            Self::Superior { .. } => Some(ConsentFrom::Superior),
        }
    }
}

/// A policy as an officer writes it, not yet checked against the facts that rules may ask about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyDefinition {
    /// 1 for the first policy of a recruitment, one more for each change.
    pub version: NonZeroU32,
    /// Who may come.
    pub eligibility: Definition,
    /// How many can be admitted: `"unlimited"` or `{ seats = 25 }`.
    pub capacity: Capacity,
    /// How an eligible person comes to a seat.
    pub admission: AdmissionMode,
    /// How long seats are given: until the edition begins, where nothing is written.
    #[serde(default)]
    pub admit_until: AdmitUntil,
    /// Who may send applicants.
    pub senders: BTreeSet<SenderKind>,
    /// Whether somebody else has to agree.
    pub consent: ConsentPolicy,
}

/// The policy of a recruitment, checked. Each change is a new version, and what was decided under an
/// older one stays decided.
///
/// Serialised, it carries the declarations of the facts that its rule asks about, so that it reads
/// back whatever a later vocabulary says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "KeptPolicy", into = "KeptPolicy")]
#[schemars(with = "KeptPolicy")]
pub struct Policy {
    definition: PolicyDefinition,
    rule: RuleSet,
    facts: Vec<Declaration>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Policy")]
struct KeptPolicy {
    definition: PolicyDefinition,
    /// The facts that its rule asks about, as they were declared.
    facts: Vec<Declaration>,
}

/// Why something is no policy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum PolicyError {
    /// Nobody may send anybody.
    #[error("a policy must say who may send applicants")]
    NoSender,
    /// The rule of eligibility asks what cannot be asked, or its facts are declared twice.
    #[error("the rule of eligibility does not fit: {0}")]
    #[say(tell(count: usize = _0.iter().count()))]
    Rule(
        #[from]
        #[say(skip)]
        Faults,
    ),
}

impl Policy {
    /// Checks a policy against the facts that rules may ask about: enrolment's own
    /// [`vocabulary`](crate::vocabulary), or one that adds to it.
    ///
    /// # Errors
    /// [`PolicyError`] if nobody could ever apply under it, or its rule does not fit.
    pub fn new(definition: PolicyDefinition, vocabulary: &Vocabulary) -> Result<Self, PolicyError> {
        if definition.senders.is_empty() {
            return Err(PolicyError::NoSender);
        }
        let rule = RuleSet::new(definition.eligibility.clone(), vocabulary)?;
        let facts =
            rule.facts().into_iter().filter_map(|key| vocabulary.get(key.as_str()).cloned()).collect();
        Ok(Self { definition, rule, facts })
    }

    /// As it was written.
    pub const fn definition(&self) -> &PolicyDefinition {
        &self.definition
    }

    /// Which version it is, from 1.
    pub const fn version(&self) -> NonZeroU32 {
        self.definition.version
    }

    /// Who may come.
    pub const fn eligibility(&self) -> &RuleSet {
        &self.rule
    }

    /// The facts that its rule asks about, as they were declared when it was checked.
    pub fn facts(&self) -> &[Declaration] {
        &self.facts
    }

    /// How many can be admitted.
    pub const fn capacity(&self) -> Capacity {
        self.definition.capacity
    }

    /// How an eligible person comes to a seat.
    pub const fn admission(&self) -> AdmissionMode {
        self.definition.admission
    }

    /// How long seats are given.
    pub const fn admit_until(&self) -> AdmitUntil {
        self.definition.admit_until
    }

    /// Who may send applicants; at least one kind of body.
    pub const fn senders(&self) -> &BTreeSet<SenderKind> {
        &self.definition.senders
    }

    /// Whether somebody else has to agree.
    pub const fn consent(&self) -> &ConsentPolicy {
        &self.definition.consent
    }
}

impl TryFrom<KeptPolicy> for Policy {
    type Error = PolicyError;

    fn try_from(kept: KeptPolicy) -> Result<Self, PolicyError> {
        Self::new(kept.definition, &Vocabulary::new(kept.facts)?)
    }
}
impl From<Policy> for KeptPolicy {
    fn from(policy: Policy) -> Self {
        Self { definition: policy.definition, facts: policy.facts }
    }
}

/// A recruitment as an officer writes it: when people may apply, and under which policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecruitmentDefinition {
    /// When people may apply.
    pub window: Window,
    /// Who may come, how many, and how they are let in.
    pub policy: PolicyDefinition,
}
