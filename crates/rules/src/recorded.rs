//! An explanation read back from where a decision recorded it. Guards C6: what no rule set could have
//! given is refused, however well its verdict follows.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    Asked, ClauseId, Comparison, Explanation, Fact, FactKey, Finding, Grounds, MAX_CLAUSES, MAX_DEPTH,
    MAX_LISTED, Otherwise, RuleRef, Symbol, Value, Verdict,
};

/// An explanation as it was recorded.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Explanation")]
pub(crate) struct Recorded {
    rule: RuleRef,
    root: RecordedFinding,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Finding")]
struct RecordedFinding {
    id: ClauseId,
    #[serde(default)]
    label: Option<LocalisedText>,
    verdict: Verdict,
    relevant: bool,
    grounds: RecordedGrounds,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Grounds")]
enum RecordedGrounds {
    All(Vec<RecordedFinding>),
    Any(Vec<RecordedFinding>),
    Not(Box<RecordedFinding>),
    AtLeast { n: u32, of: Vec<RecordedFinding> },
    Asked(RecordedAsked),
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Asked")]
struct RecordedAsked {
    fact: FactKey,
    comparison: RecordedComparison,
    found: Fact,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Comparison")]
enum RecordedComparison {
    Is(Value),
    OneOf { values: BTreeSet<Value>, otherwise: Otherwise },
    AtLeast(Value),
    AtMost(Value),
    Before(NaiveDate),
    OnOrAfter(NaiveDate),
    Includes(Symbol),
    IncludesAll(BTreeSet<Symbol>),
    Overlaps(BTreeSet<Symbol>),
    CountAtLeast(u32),
    Applies(bool),
}

/// What was recorded is the explanation of no rule set.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unfounded {
    #[error("the explanation of `{0}` does not follow from what it found")]
    Verdict(RuleRef),
    #[error("the explanation of `{0}` has a clause that no rule set has")]
    Clause(RuleRef),
    #[error("the explanation of `{0}` found one fact to be two different things")]
    Found(RuleRef),
}

impl TryFrom<Recorded> for Explanation {
    type Error = Unfounded;

    fn try_from(recorded: Recorded) -> Result<Self, Unfounded> {
        let Recorded { rule, root } = recorded;
        if root.id != ClauseId::from(rule.id()) {
            return Err(Unfounded::Clause(rule));
        }
        match Reader::default().finding(root, 0) {
            Ok(root) if root.follows(true) => Ok(Self { rule, root }),
            Ok(_) => Err(Unfounded::Verdict(rule)),
            Err(Flaw::Clause) => Err(Unfounded::Clause(rule)),
            Err(Flaw::Found) => Err(Unfounded::Found(rule)),
        }
    }
}

enum Flaw {
    Clause,
    Found,
}

/// What was read so far. A rule set has each clause id once, and asks a fact by its one type.
#[derive(Default)]
struct Reader {
    ids: BTreeSet<ClauseId>,
    found: BTreeMap<FactKey, Fact>,
    types: BTreeMap<FactKey, &'static str>,
}

impl Reader {
    fn finding(&mut self, recorded: RecordedFinding, depth: usize) -> Result<Finding, Flaw> {
        let RecordedFinding { id, label, verdict, relevant, grounds } = recorded;
        // The root is no clause of its own.
        if depth > MAX_DEPTH || self.ids.len() > MAX_CLAUSES || !self.ids.insert(id.clone()) {
            return Err(Flaw::Clause);
        }
        let grounds = match grounds {
            RecordedGrounds::All(of) => Grounds::All(self.every(of, depth)?),
            RecordedGrounds::Any(of) => Grounds::Any(self.every(of, depth)?),
            RecordedGrounds::Not(of) => Grounds::Not(Box::new(self.finding(*of, depth + 1)?)),
            RecordedGrounds::AtLeast { n, of } => {
                if !usize::try_from(n).is_ok_and(|n| (1..=of.len()).contains(&n)) {
                    return Err(Flaw::Clause);
                }
                Grounds::AtLeast { n, of: self.every(of, depth)? }
            }
            RecordedGrounds::Asked(asked) => Grounds::Asked(self.asked(asked)?),
        };
        Ok(Finding { id, label, verdict, relevant, grounds })
    }

    fn every(&mut self, of: Vec<RecordedFinding>, depth: usize) -> Result<Vec<Finding>, Flaw> {
        if of.is_empty() {
            return Err(Flaw::Clause);
        }
        of.into_iter().map(|finding| self.finding(finding, depth + 1)).collect()
    }

    fn asked(&mut self, asked: RecordedAsked) -> Result<Asked, Flaw> {
        let RecordedAsked { fact, comparison, found } = asked;
        let comparison = comparison.sound().ok_or(Flaw::Clause)?;
        if let Some(kind) = comparison.asks_for()
            && *self.types.entry(fact.clone()).or_insert(kind) != kind
        {
            return Err(Flaw::Clause);
        }
        match self.found.entry(fact.clone()) {
            Entry::Occupied(before) if *before.get() != found => return Err(Flaw::Found),
            Entry::Occupied(_) => {}
            Entry::Vacant(first) => {
                first.insert(found.clone());
            }
        }
        Ok(Asked { fact, comparison, found })
    }
}

impl RecordedComparison {
    /// The comparison, if one with such values can be written.
    fn sound(self) -> Option<Comparison> {
        let listed = |count: usize| (1..=MAX_LISTED).contains(&count);
        let number = |value: &Value| matches!(value, Value::Integer(_) | Value::Decimal(_));
        Some(match self {
            Self::Is(value) if !matches!(value, Value::Set(_)) => Comparison::Is(value),
            Self::OneOf { values, otherwise } if listed(values.len()) => {
                let first = values.first()?;
                let alike = values.iter().all(|value| value.words() == first.words());
                if !alike || matches!(first, Value::Set(_) | Value::Boolean(_)) {
                    return None;
                }
                Comparison::OneOf { values, otherwise }
            }
            Self::AtLeast(value) if number(&value) => Comparison::AtLeast(value),
            Self::AtMost(value) if number(&value) => Comparison::AtMost(value),
            Self::Before(day) => Comparison::Before(day),
            Self::OnOrAfter(day) => Comparison::OnOrAfter(day),
            Self::Includes(code) => Comparison::Includes(code),
            Self::IncludesAll(codes) if listed(codes.len()) => Comparison::IncludesAll(codes),
            Self::Overlaps(codes) if listed(codes.len()) => Comparison::Overlaps(codes),
            Self::CountAtLeast(n) if n > 0 => Comparison::CountAtLeast(n),
            Self::Applies(applies) => Comparison::Applies(applies),
            _ => return None,
        })
    }
}

impl Comparison {
    /// The type of the facts that can be asked this, in words; none where every fact can.
    fn asks_for(&self) -> Option<&'static str> {
        match self {
            Self::Is(value) | Self::AtLeast(value) | Self::AtMost(value) => Some(value.words()),
            Self::OneOf { values, .. } => values.first().map(Value::words),
            Self::Before(_) | Self::OnOrAfter(_) => Some("a date"),
            Self::Includes(_) | Self::IncludesAll(_) | Self::Overlaps(_) | Self::CountAtLeast(_) => {
                Some("a set of codes")
            }
            Self::Applies(_) => None,
        }
    }
}
