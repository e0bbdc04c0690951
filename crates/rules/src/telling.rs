//! How an explanation is put into sentences: which clauses are told one by one, in whose words, and what
//! is asked of a clause that stands under `not`.

use std::collections::BTreeSet;

use guildhall_words::{Say, Words};
use rust_decimal::Decimal;

use crate::account::{Found, Told};
use crate::words::{
    Condition, Found as FoundOf, Group, Listed, Needed, NeededFact, Note, Opaque, Opening, Outcome, Sentence,
    Single, Span, Spoken, When,
};
use crate::{
    Asked, Comparison, Doubt, Explanation, Fact, FactKey, Finding, Grounds, Period, Reason, Symbol, Value,
    Vocabulary,
};

/// Puts one explanation into one language.
pub(crate) struct Teller<'a> {
    explanation: &'a Explanation,
    pub(crate) vocabulary: &'a Vocabulary,
    words: &'a dyn Words,
}

impl<'a> Teller<'a> {
    pub(crate) const fn new(
        explanation: &'a Explanation,
        vocabulary: &'a Vocabulary,
        words: &'a dyn Words,
    ) -> Self {
        Self { explanation, vocabulary, words }
    }

    pub(crate) fn opening(&self) -> String {
        let verdict = self.explanation.verdict();
        let opening = match Joint::of(self.explanation.root(), false) {
            Joint::One => Opening::One { verdict },
            Joint::All => Opening::All { verdict },
            Joint::Any => Opening::Any { verdict },
            Joint::AtLeast { n, of } => Opening::AtLeast { verdict, n, of },
        };
        self.words.say(&opening.message())
    }

    pub(crate) fn reasons(&self) -> Vec<Told> {
        let mut reasons = Vec::new();
        self.parts(self.explanation.root(), false, &mut reasons);
        reasons
    }

    /// What a clause is made of, whatever it is called itself.
    fn parts(&self, finding: &'a Finding, negated: bool, into: &mut Vec<Told>) {
        match finding.grounds() {
            Grounds::Asked(asked) => into.push(Told {
                clause: finding.id().clone(),
                label: None,
                sentence: self.words.say(&self.sentence(asked, negated).message()),
                found: self.found(finding),
                parts: Vec::new(),
            }),
            Grounds::Answered(answered) => {
                let name = Spoken::named(answered.predicate().as_str());
                let verdict = self.explanation.verdict();
                let opaque = match negated {
                    true => Opaque::AnsweredUnwanted { name, verdict },
                    false => Opaque::Answered { name, verdict },
                };
                into.push(self.opaque(finding, &opaque));
            }
            Grounds::Withheld => {
                let verdict = self.explanation.verdict();
                into.push(self.opaque(finding, &Opaque::Withheld { verdict }));
            }
            Grounds::Not(child) if child.label().is_some() => self.clause(child, !negated, None, into),
            Grounds::Not(child) => self.parts(child, !negated, into),
            Grounds::Rule { of, .. } if of.label().is_some() => self.clause(of, negated, None, into),
            Grounds::Rule { of, .. } => self.parts(of, negated, into),
            Grounds::All(below) | Grounds::Any(below) | Grounds::AtLeast { of: below, .. } => {
                let joint = Joint::of(finding, negated);
                for child in below.iter().filter(|child| child.is_relevant()) {
                    self.clause(child, negated, Some(joint), into);
                }
            }
        }
    }

    /// A clause in the officer's words, or else by what it asks or is made of. Clauses that belong together
    /// as those `around` them do are told among them.
    fn clause(&self, finding: &'a Finding, negated: bool, around: Option<Joint>, into: &mut Vec<Told>) {
        if let Some(told) = self.in_the_officers_words(finding, negated) {
            return into.push(told);
        }
        match finding.grounds() {
            Grounds::Not(child) => return self.clause(child, !negated, around, into),
            Grounds::Rule { of, .. } => return self.clause(of, negated, around, into),
            _ => {}
        }
        let verdict = self.explanation.verdict();
        let joint = Joint::of(finding, negated);
        let group = match joint {
            Joint::One => return self.parts(finding, negated, into),
            Joint::All | Joint::Any if around == Some(joint) => return self.parts(finding, negated, into),
            Joint::All => Group::All { verdict },
            Joint::Any => Group::Any { verdict },
            Joint::AtLeast { n, of } => Group::AtLeast { verdict, n, of },
        };
        let mut parts = Vec::new();
        self.parts(finding, negated, &mut parts);
        if parts.len() == 1 {
            return into.append(&mut parts);
        }
        let sentence = self.words.say(&group.message());
        into.push(Told { clause: finding.id().clone(), label: None, sentence, found: Vec::new(), parts });
    }

    fn opaque(&self, finding: &Finding, opaque: &Opaque<'_>) -> Told {
        Told {
            clause: finding.id().clone(),
            label: None,
            sentence: self.words.say(&opaque.message()),
            found: Vec::new(),
            parts: Vec::new(),
        }
    }

    fn in_the_officers_words(&self, finding: &'a Finding, negated: bool) -> Option<Told> {
        let label = finding.label()?;
        let verdict = self.explanation.verdict();
        let condition = if negated {
            Condition::Unwanted { label, verdict }
        } else {
            Condition::Wanted { label, verdict }
        };
        let mut parts = Vec::new();
        if !negated && finding.children().iter().any(is_worded) {
            self.parts(finding, false, &mut parts);
        }
        Some(Told {
            clause: finding.id().clone(),
            label: Some(label.best(std::slice::from_ref(self.words.language())).to_owned()),
            sentence: self.words.say(&condition.message()),
            found: self.found(finding),
            parts,
        })
    }

    fn sentence(&self, asked: &'a Asked, negated: bool) -> Sentence<'a> {
        Sentence { demand: self.demand(asked, negated), outcome: self.outcome(asked, negated) }
    }

    fn outcome(&self, asked: &'a Asked, negated: bool) -> Outcome<'a> {
        let verdict = if negated { !asked.verdict() } else { asked.verdict() };
        if let Some(value) = asked.assumed() {
            return Outcome::Assumed { value: self.value(asked, value), verdict };
        }
        match (asked.found(), asked.doubt()) {
            // What is open itself settles nothing: a moment beside it does, which does not apply.
            (Fact::Missing | Fact::Contested { .. }, None) => Outcome::BesideNotApplicable { verdict },
            (Fact::Missing, _) => Outcome::Missing,
            (Fact::NotApplicable { .. }, _) => Outcome::NotApplicable { verdict },
            (Fact::Contested { .. }, _) => Outcome::Contested,
            (Fact::Known { .. }, Some(Doubt::WrongType)) => Outcome::WrongType,
            (Fact::Known { value, .. }, doubt) => {
                let listed = self.value(asked, value);
                match (doubt, self.lacking(asked), value) {
                    (Some(Doubt::NotListed), ..) => Outcome::NotListed { value: listed },
                    (_, Some(lacking), _) if !negated => Outcome::Lacking { value: listed, lacking, verdict },
                    (_, _, value) if is_open(value) => Outcome::SoFar { value: listed, verdict },
                    _ => Outcome::Known { value: listed, verdict },
                }
            }
        }
    }

    /// The facts below a clause that carry the verdict, each once.
    fn found(&self, finding: &'a Finding) -> Vec<Found> {
        let mut asked = Vec::new();
        carrying(finding, &mut asked);
        let applies = |asked: &&Asked| !matches!(asked.found(), Fact::NotApplicable { .. });
        if asked.iter().any(applies) {
            asked.retain(applies);
        }
        let mut seen = BTreeSet::new();
        asked.retain(|asked| seen.insert(asked.fact()));
        asked.into_iter().map(|asked| self.found_of(asked)).collect()
    }

    fn found_of(&self, asked: &'a Asked) -> Found {
        let fact = || self.fact(asked.fact());
        let (sentence, note) = match (asked.found(), asked.assumed()) {
            (Fact::Missing, Some(value)) => {
                let value = || self.value(asked, value);
                let note = Note::Assumed { fact: fact(), value: value() };
                (FoundOf::Assumed { fact: fact(), value: value() }, note)
            }
            (Fact::Missing, None) => (FoundOf::Missing { fact: fact() }, Note::Missing { fact: fact() }),
            (Fact::NotApplicable { .. }, _) => {
                (FoundOf::NotApplicable { fact: fact() }, Note::NotApplicable { fact: fact() })
            }
            (Fact::Contested { .. }, _) => {
                (FoundOf::Contested { fact: fact() }, Note::Contested { fact: fact() })
            }
            (Fact::Known { .. }, _) if asked.doubt() == Some(Doubt::WrongType) => {
                (FoundOf::WrongType { fact: fact() }, Note::WrongType { fact: fact() })
            }
            (Fact::Known { value, .. }, _) => {
                let doubt = asked.doubt();
                let so_far = is_open(value);
                let value = || self.value(asked, value);
                let note = match doubt {
                    Some(Doubt::NotListed) => Note::NotListed { fact: fact(), value: value() },
                    _ if so_far => Note::SoFar { fact: fact(), value: value() },
                    _ => Note::Known { fact: fact(), value: value() },
                };
                let verdict = asked.verdict();
                let found = match (doubt, self.lacking(asked)) {
                    (Some(Doubt::NotListed), _) => FoundOf::NotListed { fact: fact(), value: value() },
                    (_, Some(lacking)) => FoundOf::Lacking { fact: fact(), value: value(), lacking, verdict },
                    _ if so_far => FoundOf::SoFar { fact: fact(), value: value() },
                    _ => FoundOf::Known { fact: fact(), value: value() },
                };
                (found, note)
            }
        };
        Found {
            fact: asked.fact().clone(),
            sentence: self.words.say(&sentence.message()),
            note: self.words.say(&note.message()),
        }
    }

    /// Which of the codes that were all asked for a set lacks, where it has some of them.
    fn lacking(&self, asked: &'a Asked) -> Option<Listed<'a>> {
        let (Comparison::IncludesAll(all), Some(Value::Set(set))) =
            (asked.comparison(), asked.found().value())
        else {
            return None;
        };
        let lacking: Vec<_> = all.iter().filter(|code| !set.includes(code.as_str())).collect();
        let some = !lacking.is_empty() && lacking.len() < all.len();
        some.then(|| Listed::every(self.codes(asked, lacking)))
    }

    pub(crate) fn needed(&self) -> Vec<String> {
        let missing = self.explanation.missing();
        let facts: Vec<_> = missing.into_iter().map(|key| self.needed_fact(key)).collect();
        let settles = |doubt| !matches!(doubt, Doubt::Missing | Doubt::Incomplete);
        let officer = self.explanation.reasons().iter().filter_map(Reason::doubt).any(settles);
        let facts = (!facts.is_empty()).then_some(Needed::Facts { facts });
        let needed = facts.into_iter().chain(officer.then_some(Needed::Officer));
        needed.map(|needed| self.words.say(&needed.message())).collect()
    }

    fn needed_fact(&self, key: &'a FactKey) -> NeededFact<'a> {
        let fact = self.fact(key);
        match self.vocabulary.get(key.as_str()).and_then(|declaration| declaration.evidence()) {
            Some(evidence) => NeededFact::Proved { fact, evidence },
            None => NeededFact::Plain { fact },
        }
    }

    pub(crate) fn fact(&self, key: &FactKey) -> Spoken<'a> {
        Spoken::fact(key, self.vocabulary.get(key.as_str()).map(|declaration| declaration.label()))
    }

    pub(crate) fn value(&self, asked: &Asked, value: &Value) -> Listed<'a> {
        Listed::every(self.singles(asked, value))
    }

    pub(crate) fn singles(&self, asked: &Asked, value: &Value) -> Vec<Single<'a>> {
        vec![match value {
            Value::Boolean(true) => Single::Yes,
            Value::Boolean(false) => Single::No,
            Value::Symbol(code) => return self.codes(asked, [code]),
            Value::Integer(number) => Single::Number { number: Decimal::from(*number) },
            Value::Decimal(number) => Single::Number { number: *number },
            Value::Date(day) => Single::Day { day: *day },
            Value::Instant(at) => Single::Instant { at: *at },
            Value::Period(period) => period_of(*period),
            Value::Records(records) => Single::Entries { count: records.count() },
            Value::Set(codes) => return self.codes(asked, codes.iter()),
        }]
    }

    pub(crate) fn codes<'c>(
        &self,
        asked: &Asked,
        codes: impl IntoIterator<Item = &'c Symbol>,
    ) -> Vec<Single<'a>> {
        let declared = self.vocabulary.get(asked.fact().as_str());
        let list = declared.and_then(|declaration| declaration.kind().codes());
        let spoken = |code: &Symbol| Spoken::code(code, list.and_then(|list| list.label(code.as_str())));
        codes.into_iter().map(|code| Single::Code { code: spoken(code) }).collect()
    }
}

/// Whether more may follow.
fn is_open(value: &Value) -> bool {
    match value {
        Value::Set(set) => !set.is_complete(),
        Value::Records(records) => !records.is_complete(),
        _ => false,
    }
}

fn period_of<'a>(period: Period) -> Single<'a> {
    let day = |day| When::Day { day };
    let span = match (period.from(), period.until()) {
        (Some(from), Some(until)) => Span::Both { from: day(from), until: day(until) },
        (Some(from), None) => Span::From { from: day(from) },
        (None, Some(until)) => Span::Until { until: day(until) },
        (None, None) => return Single::Ever,
    };
    Single::Period { span }
}

/// Whether an officer found words for it, or for a clause below it that carries the verdict.
fn is_worded(finding: &Finding) -> bool {
    finding.is_relevant() && (finding.label().is_some() || finding.children().iter().any(is_worded))
}

/// The facts asked below a clause that carry the verdict.
fn carrying<'a>(finding: &'a Finding, into: &mut Vec<&'a Asked>) {
    into.extend(finding.asked());
    finding.children().iter().filter(|child| child.is_relevant()).for_each(|child| carrying(child, into));
}

/// How the clauses below one belong together, seen from what is wanted of them: that not all of them are
/// met is that any of them is unmet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    One,
    All,
    Any,
    AtLeast { n: usize, of: usize },
}

impl Joint {
    fn of(finding: &Finding, negated: bool) -> Self {
        let of = finding.children().len();
        let wanted = match finding.grounds() {
            Grounds::Asked(_) | Grounds::Answered(_) | Grounds::Withheld => return Self::One,
            Grounds::Rule { of, .. } if of.label().is_some() => return Self::One,
            Grounds::Rule { of, .. } => return Self::of(of, negated),
            Grounds::Not(child) if child.label().is_some() => return Self::One,
            Grounds::Not(child) => return Self::of(child, !negated),
            Grounds::All(_) => of,
            Grounds::Any(_) => 1,
            Grounds::AtLeast { n, .. } => usize::try_from(*n).unwrap_or(of),
        };
        // Of three, two may not be met where two at least have to be unmet.
        let n = if negated { of.saturating_sub(wanted).saturating_add(1) } else { wanted };
        match n {
            _ if of == 1 => Self::One,
            1 => Self::Any,
            n if n == of => Self::All,
            n => Self::AtLeast { n, of },
        }
    }
}
