//! An explanation read back from where a decision recorded it. Guards C6: what no rule set could have
//! given is refused, however well its verdict follows.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use guildhall_kernel::LocalisedText;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    Answered, Asked, CalendarUnit, ClauseId, Comparison, Explanation, Fact, FactKey, Facts, Filter, Finding,
    Grounds, Length, MAX_CLAUSES, MAX_DEPTH, MAX_LISTED, MAX_READ, Otherwise, Point, PredicateName, RuleRef,
    Side, Stretch, Symbol, Value, Verdict,
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
    #[serde(default)]
    confidential: bool,
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
    AtLeast {
        n: u32,
        of: Vec<RecordedFinding>,
    },
    Rule {
        rule: RuleRef,
        of: Box<RecordedFinding>,
    },
    Asked(RecordedAsked),
    Answered(RecordedAnswered),
    /// Only in what was disclosed to somebody, which is no record.
    Withheld,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Asked")]
struct RecordedAsked {
    fact: FactKey,
    comparison: RecordedComparison,
    found: Fact,
    #[serde(default)]
    if_missing: Option<Value>,
    #[serde(default)]
    beside: Facts,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Answered")]
struct RecordedAnswered {
    predicate: PredicateName,
    version: NonZeroU32,
    answer: Verdict,
    read: BTreeSet<FactKey>,
    facts: Facts,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Comparison")]
enum RecordedComparison {
    Is(Value),
    OneOf {
        values: BTreeSet<Value>,
        otherwise: Otherwise,
    },
    AtLeast(Value),
    AtMost(Value),
    Between {
        least: Value,
        most: Value,
    },
    Before(Point),
    OnOrBefore(Point),
    After(Point),
    OnOrAfter(Point),
    Within(Stretch),
    Age {
        at: Point,
        #[serde(default)]
        least: Option<u32>,
        #[serde(default)]
        most: Option<u32>,
    },
    Apart {
        unit: CalendarUnit,
        side: Side,
        moment: Point,
        #[serde(default)]
        least: Option<u32>,
        #[serde(default)]
        most: Option<u32>,
    },
    Covers(Point),
    CoversPeriod(Stretch),
    OverlapsPeriod(Stretch),
    Includes(Symbol),
    IncludesAll(BTreeSet<Symbol>),
    Overlaps(BTreeSet<Symbol>),
    CountAtLeast(u32),
    Holds {
        codes: BTreeSet<Symbol>,
        code: FactKey,
        valid: FactKey,
        at: Point,
        #[serde(default)]
        grace: Option<Length>,
    },
    RecordsAtLeast {
        n: u32,
        matching: RecordedFilter,
    },
    Sum {
        of: FactKey,
        grows: bool,
        #[serde(default)]
        #[schemars(with = "Option<String>")]
        least: Option<Decimal>,
        #[serde(default)]
        #[schemars(with = "Option<String>")]
        most: Option<Decimal>,
        matching: RecordedFilter,
    },
    Applies(bool),
}

/// What a record had to be like.
#[derive(Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Filter")]
struct RecordedFilter(
    #[schemars(with = "BTreeMap<String, RecordedComparison>")] BTreeMap<FactKey, RecordedComparison>,
);

impl RecordedFilter {
    /// The filter, if one with such comparisons can be written: about single values and periods alone.
    fn sound(self) -> Option<Filter> {
        let plain = |comparison: &Comparison| {
            !comparison.asks_applicability()
                && !matches!(comparison.asks_for(), Some("a set of codes" | "a list of records"))
        };
        let fields = self.0.into_iter();
        fields.map(|(field, comparison)| Some((field, comparison.sound().filter(plain)?))).collect()
    }
}

/// What was recorded is the explanation of no rule set.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unfounded {
    #[error("the explanation of `{0}` does not follow from what it found")]
    Verdict(RuleRef),
    #[error("the explanation of `{0}` has a clause that no rule set has")]
    Clause(RuleRef),
    #[error("the explanation of `{0}` was shown to somebody and leaves things out: it is no record")]
    Withheld(RuleRef),
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
            Err(Flaw::Withheld) => Err(Unfounded::Withheld(rule)),
        }
    }
}

enum Flaw {
    Clause,
    Found,
    Withheld,
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
        let RecordedFinding { id, label, confidential, verdict, relevant, grounds } = recorded;
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
            RecordedGrounds::Rule { rule, of } => {
                let of = self.finding(*of, depth + 1)?;
                // The clauses of another rule set bear the id of the clause that names it, and their own.
                if id.adopting(&ClauseId::from(rule.id())).is_none_or(|adopted| adopted != of.id) {
                    return Err(Flaw::Clause);
                }
                Grounds::Rule { rule, of: Box::new(of) }
            }
            RecordedGrounds::Asked(asked) => Grounds::Asked(self.asked(asked)?),
            RecordedGrounds::Answered(answered) => Grounds::Answered(self.answered(answered)?),
            RecordedGrounds::Withheld => return Err(Flaw::Withheld),
        };
        Ok(Finding { id, label, confidential, verdict, relevant, grounds })
    }

    fn every(&mut self, of: Vec<RecordedFinding>, depth: usize) -> Result<Vec<Finding>, Flaw> {
        if of.is_empty() {
            return Err(Flaw::Clause);
        }
        of.into_iter().map(|finding| self.finding(finding, depth + 1)).collect()
    }

    fn asked(&mut self, asked: RecordedAsked) -> Result<Asked, Flaw> {
        let RecordedAsked { fact, comparison, found, if_missing, beside } = asked;
        let comparison = comparison.sound().ok_or(Flaw::Clause)?;
        let kind = comparison.asks_for();
        if let Some(kind) = kind
            && *self.types.entry(fact.clone()).or_insert(kind) != kind
        {
            return Err(Flaw::Clause);
        }
        let assumes = |value: &Value| {
            kind.is_none_or(|kind| kind == value.words()) && comparison.operator().takes_default()
        };
        let keys: BTreeSet<&FactKey> = beside.iter().map(|(key, _)| key).collect();
        if !if_missing.as_ref().is_none_or(assumes) || keys != comparison.beside() {
            return Err(Flaw::Clause);
        }
        self.once(&fact, &found)?;
        beside.iter().try_for_each(|(key, fact)| self.once(key, fact))?;
        Ok(Asked { fact, comparison, found, if_missing, beside })
    }

    fn answered(&mut self, answered: RecordedAnswered) -> Result<Answered, Flaw> {
        let RecordedAnswered { predicate, version, answer, read, facts } = answered;
        if facts.iter().count() > MAX_READ || read.iter().any(|key| facts.get(key.as_str()).is_none()) {
            return Err(Flaw::Clause);
        }
        facts.iter().try_for_each(|(key, fact)| self.once(key, fact))?;
        Ok(Answered { predicate, version, answer, read, facts })
    }

    /// One fact is found to be one thing.
    fn once(&mut self, key: &FactKey, found: &Fact) -> Result<(), Flaw> {
        match self.found.entry(key.clone()) {
            Entry::Occupied(before) if before.get() != found => Err(Flaw::Found),
            Entry::Occupied(_) => Ok(()),
            Entry::Vacant(first) => {
                first.insert(found.clone());
                Ok(())
            }
        }
    }
}

impl RecordedComparison {
    /// The comparison, if one with such values can be written.
    fn sound(self) -> Option<Comparison> {
        let listed = |count: usize| (1..=MAX_LISTED).contains(&count);
        let number = |value: &Value| matches!(value, Value::Integer(_) | Value::Decimal(_));
        let composed = |value: &Value| matches!(value, Value::Set(_) | Value::Period(_) | Value::Records(_));
        let bounded = |stretch: &Stretch| !matches!(stretch, Stretch::Between { from: None, until: None });
        Some(match self {
            Self::Is(value) if !composed(&value) => Comparison::Is(value),
            Self::OneOf { values, otherwise } if listed(values.len()) => {
                let first = values.first()?;
                let alike = values.iter().all(|value| value.words() == first.words());
                if !alike || composed(first) || matches!(first, Value::Instant(_) | Value::Boolean(_)) {
                    return None;
                }
                Comparison::OneOf { values, otherwise }
            }
            Self::AtLeast(value) if number(&value) => Comparison::AtLeast(value),
            Self::AtMost(value) if number(&value) => Comparison::AtMost(value),
            Self::Between { least, most }
                if number(&least) && least.words() == most.words() && least <= most =>
            {
                Comparison::Between { least, most }
            }
            Self::Before(point) => Comparison::Before(point),
            Self::OnOrBefore(point) => Comparison::OnOrBefore(point),
            Self::After(point) => Comparison::After(point),
            Self::OnOrAfter(point) => Comparison::OnOrAfter(point),
            Self::Within(stretch) if bounded(&stretch) => Comparison::Within(stretch),
            Self::Age { at, least, most } if ordered(least, most) => Comparison::Age { at, least, most },
            Self::Apart { unit, side, moment, least, most } if ordered(least, most) => {
                Comparison::Apart { unit, side, moment, least, most }
            }
            Self::Covers(point) => Comparison::Covers(point),
            Self::CoversPeriod(stretch) if bounded(&stretch) => Comparison::CoversPeriod(stretch),
            Self::OverlapsPeriod(stretch) if bounded(&stretch) => Comparison::OverlapsPeriod(stretch),
            Self::Holds { codes, code, valid, at, grace } if listed(codes.len()) => {
                Comparison::Holds { codes, code, valid, at, grace }
            }
            Self::RecordsAtLeast { n, matching } if n > 0 => {
                Comparison::RecordsAtLeast { n, matching: matching.sound()? }
            }
            Self::Sum { of, grows, least, most, matching } if ordered(least, most) => {
                Comparison::Sum { of, grows, least, most, matching: matching.sound()? }
            }
            Self::Includes(code) => Comparison::Includes(code),
            Self::IncludesAll(codes) if listed(codes.len()) => Comparison::IncludesAll(codes),
            Self::Overlaps(codes) if listed(codes.len()) => Comparison::Overlaps(codes),
            Self::CountAtLeast(n) if n > 0 => Comparison::CountAtLeast(n),
            Self::Applies(applies) => Comparison::Applies(applies),
            _ => return None,
        })
    }
}

/// A range has an end, and the smaller one first.
fn ordered<T: PartialOrd>(least: Option<T>, most: Option<T>) -> bool {
    match (least, most) {
        (None, None) => false,
        (Some(least), Some(most)) => least <= most,
        _ => true,
    }
}

impl Comparison {
    /// The type of the facts that can be asked this, in words; none where every fact can.
    fn asks_for(&self) -> Option<&'static str> {
        match self {
            Self::Is(value) | Self::AtLeast(value) | Self::AtMost(value) => Some(value.words()),
            Self::Between { least, .. } => Some(least.words()),
            Self::OneOf { values, .. } => values.first().map(Value::words),
            Self::Before(point) | Self::OnOrBefore(point) | Self::After(point) | Self::OnOrAfter(point) => {
                match point {
                    Point::Day(_) => Some("a date"),
                    Point::Instant(_) | Point::DayIn { .. } => Some("an instant"),
                    Point::Fact { .. } => None,
                }
            }
            Self::Within(_) | Self::Age { .. } | Self::Apart { .. } | Self::Applies(_) => None,
            Self::Covers(_) | Self::CoversPeriod(_) | Self::OverlapsPeriod(_) => Some("a period"),
            Self::Includes(_) | Self::IncludesAll(_) | Self::Overlaps(_) | Self::CountAtLeast(_) => {
                Some("a set of codes")
            }
            Self::Holds { .. } | Self::RecordsAtLeast { .. } | Self::Sum { .. } => Some("a list of records"),
        }
    }
}
