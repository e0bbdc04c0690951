//! A checked rule set, pinned by the hash of its content, and its verdict (R1, R2, R11).

use std::collections::BTreeSet;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::Report;
use crate::node::{Node, Step};
use crate::reading::{self, Draft};
use crate::{
    Definition, Effective, FactKey, FactSource, Faults, NameError, RuleId, Terms, Verdict, Vocabulary, check,
    hash,
};

/// How deep clauses may be nested: the rule set's own clause has depth 0. Deeper than any person
/// reads, and shallow enough for a recorded explanation to stay inside the limits of JSON readers.
pub const MAX_DEPTH: usize = 24;

/// How many clauses a rule set may have.
pub const MAX_CLAUSES: usize = 1_000;

/// How many values one list in a rule may have: more than any country has authorities.
pub const MAX_LISTED: usize = 40_000;

/// How many values all lists of a rule set may have together, with those of the rule sets that it names: what is
/// named twice stands there twice.
pub const MAX_VALUES: usize = 200_000;

/// The SHA-256 of a rule set's content; in JSON 64 hexadecimal digits.
///
/// It covers the id, the version, the days in force and every clause with its id, in their order and
/// each length-prefixed. It leaves out title and labels: a better translation is no other rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[0-9a-f]{64}$"))]
pub struct RuleHash([u8; 32]);

impl RuleHash {
    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}
impl fmt::Display for RuleHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
impl fmt::Debug for RuleHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl FromStr for RuleHash {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Err(NameError::Hash);
        }
        let mut bytes = [0; 32];
        for (nth, byte) in bytes.iter_mut().enumerate() {
            let digits = text.get(nth * 2..nth * 2 + 2).ok_or(NameError::Hash)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NameError::Hash)?;
        }
        Ok(Self(bytes))
    }
}
impl TryFrom<String> for RuleHash {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        text.parse()
    }
}
impl From<RuleHash> for String {
    fn from(hash: RuleHash) -> Self {
        hash.to_string()
    }
}

/// Which rule set, in which version, with which content: what a decision pins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct RuleRef {
    id: RuleId,
    version: NonZeroU32,
    hash: RuleHash,
}

impl RuleRef {
    /// A reference made from its parts, as a register keeps them.
    pub const fn new(id: RuleId, version: NonZeroU32, hash: RuleHash) -> Self {
        Self { id, version, hash }
    }

    /// In the place of one that is not told: it points to no rule set.
    pub(crate) fn withheld() -> Self {
        Self::new(RuleId::withheld(), NonZeroU32::MIN, RuleHash::new([0; 32]))
    }

    /// What the rule set is called.
    pub const fn id(&self) -> &RuleId {
        &self.id
    }

    /// Which version it is, from 1.
    pub const fn version(&self) -> NonZeroU32 {
        self.version
    }

    /// The hash of its content.
    pub const fn hash(&self) -> RuleHash {
        self.hash
    }
}
impl fmt::Display for RuleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} v{}", self.id, self.version)
    }
}

/// A rule set that fits its vocabulary. Whatever facts it is given, it has an answer.
///
/// ```
/// use guildhall_rules::{Fact, FactKey, Facts, RuleSet, Verdict, Vocabulary};
///
/// let vocabulary: Vocabulary = toml::from_str(r#"
///     [[facts]]
///     key = "attendance.minutes"
///     type = "integer"
///     min = 0
///     label = { en = "minutes attended" }
/// "#)?;
/// let json = serde_json::json!({ "id": "attended", "version": 1, "fact": "attendance.minutes", "at_least": 480 });
/// let rule = RuleSet::read(&json, &vocabulary)?;
/// assert_eq!(rule.verdict(&Facts::default()), Verdict::Undetermined);
/// let minutes = Facts::default().with(FactKey::new("attendance.minutes")?, Fact::known(495));
/// assert_eq!(rule.verdict(&minutes), Verdict::Met);
///
/// let json = serde_json::json!({ "id": "attended", "version": 1, "fact": "attendance.minuts", "at_last": 480 });
/// assert_eq!(RuleSet::read(&json, &vocabulary).unwrap_err().to_string(), "\
/// at_last: there is no field `at_last`; did you mean `at_least`?
/// fact: no fact is called `attendance.minuts`; did you mean `attendance.minutes`?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSet {
    reference: RuleRef,
    definition: Definition,
    root: Node,
}

fn referred_by<'n>(node: &'n Node, referred: &mut Vec<&'n RuleRef>) {
    if let Step::Rule { rule, .. } = &node.step {
        referred.push(rule);
    }
    node.children().iter().for_each(|node| referred_by(node, referred));
}

impl RuleSet {
    /// Checks a definition against the facts there are.
    ///
    /// # Errors
    /// [`Faults`] naming every fault, each with its path and the nearest known name.
    pub fn new(definition: Definition, vocabulary: &Vocabulary) -> Result<Self, Faults> {
        Self::from_draft(definition.into(), vocabulary, None, Report::default())
    }

    /// Reads a definition and checks it, in one report: [`Definition::read`] and then
    /// [`RuleSet::new`], but the faults of both.
    ///
    /// # Errors
    /// [`Faults`] naming every fault, each with its path and the nearest known name.
    pub fn read(json: &serde_json::Value, vocabulary: &Vocabulary) -> Result<Self, Faults> {
        let mut report = Report::default();
        let draft = reading::definition(json, &mut report);
        Self::from_draft(draft, vocabulary, None, report)
    }

    pub(crate) fn from_draft(
        draft: Draft,
        vocabulary: &Vocabulary,
        terms: Option<&Terms>,
        mut report: Report,
    ) -> Result<Self, Faults> {
        let root = check::definition(&draft, Some(vocabulary), terms, &mut report);
        let checked = draft.whole().zip(root).map(|(definition, root)| {
            let hash = hash::content(&definition, &root);
            let reference = RuleRef::new(definition.id.clone(), definition.version, hash);
            Self { reference, definition, root }
        });
        report.end(checked)
    }

    /// What a decision pins.
    pub const fn reference(&self) -> &RuleRef {
        &self.reference
    }

    /// What it is called.
    pub const fn id(&self) -> &RuleId {
        &self.reference.id
    }

    /// Which version it is.
    pub const fn version(&self) -> NonZeroU32 {
        self.reference.version
    }

    /// What it demands, in words.
    pub const fn title(&self) -> Option<&LocalisedText> {
        self.definition.title.as_ref()
    }

    /// When it is in force; `None` means whenever somebody applies it.
    pub const fn effective(&self) -> Option<Effective> {
        self.definition.effective
    }

    /// Whether it is in force on this day.
    pub fn in_force_on(&self, day: NaiveDate) -> bool {
        self.definition.effective.is_none_or(|effective| effective.contains(day))
    }

    /// As it was written.
    pub const fn definition(&self) -> &Definition {
        &self.definition
    }

    /// Every fact it reads: those it asks about, the moments it refers to, and what predicates declare.
    pub fn facts(&self) -> BTreeSet<&FactKey> {
        let mut keys = BTreeSet::new();
        self.root.reads(&mut keys);
        keys
    }

    /// Every rule set it names, as it is pinned, in the order of the rule; a decision under this one is
    /// one under these too.
    pub fn referred(&self) -> impl Iterator<Item = &RuleRef> {
        let mut referred = Vec::new();
        referred_by(&self.root, &mut referred);
        referred.into_iter()
    }

    /// The verdict alone: asks no more facts than it needs and allocates nothing of its own.
    ///
    /// It is Kleene's: `consent or not consent` is undetermined while consent is missing.
    pub fn verdict(&self, facts: &dyn FactSource) -> Verdict {
        self.root.verdict(facts)
    }

    pub(crate) const fn root(&self) -> &Node {
        &self.root
    }
}
