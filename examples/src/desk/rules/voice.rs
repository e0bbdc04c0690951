//! Says rules, values and what somebody may be in one language.

use std::collections::{BTreeMap, BTreeSet};

use guildhall::kernel::chrono_tz::Tz;
use guildhall::kernel::{Language, LocalisedText};
use guildhall::rules::analysis::{End, Part, Who};
use guildhall::rules::{Decimal, Fact, FactKey, Facts, Period, Symbol, Value, Vocabulary};
use guildhall_words::{Phrasebook, Say, Words};

use super::likeness::{common_day, is_like, smallest};
use super::wording::{Phrase, Spoken};

/// How many values of a list are read out.
const SHOWN: usize = 12;

/// Speaks one language, and calls facts what a vocabulary calls them.
#[derive(Debug)]
pub struct Voice<'v> {
    words: Phrasebook,
    vocabulary: &'v Vocabulary,
}

impl<'v> Voice<'v> {
    /// Speaks this language; tells instants by a clock in the zone.
    pub fn new(language: Language, zone: Option<Tz>, vocabulary: &'v Vocabulary) -> Self {
        let words = Phrasebook::new(language);
        Self { words: zone.map_or(words.clone(), |zone| words.in_zone(zone)), vocabulary }
    }

    /// What facts are called.
    pub const fn vocabulary(&self) -> &'v Vocabulary {
        self.vocabulary
    }

    /// The language's words.
    pub const fn words(&self) -> &dyn Words {
        &self.words
    }

    pub(in crate::desk) fn say(&self, said: &impl Say) -> String {
        self.words.say(&said.message())
    }

    /// What an officer wrote, in the language or the nearest there is.
    pub fn text<'t>(&self, text: &'t LocalisedText) -> &'t str {
        text.best(std::slice::from_ref(self.words.language()))
    }

    /// A fact and what it is, such as “position”: clerk.
    pub(super) fn of(&self, key: &FactKey, value: String) -> String {
        let label = self.vocabulary.get(key.as_str()).map(|declaration| declaration.label());
        let fact = Spoken::new(label, || key.as_str().replace(['_', '.'], " "));
        self.say(&Phrase::Of { fact, value })
    }

    /// Who is meant: a line for each fact.
    pub(super) fn who(&self, who: &Who) -> Vec<String> {
        who.iter().map(|(key, parts)| self.of(key, self.parts(key, parts))).collect()
    }

    /// Somebody's facts, a line for each.
    pub(super) fn facts(&self, facts: &Facts) -> Vec<String> {
        facts.iter().map(|(key, fact)| self.of(key, self.fact(key, fact))).collect()
    }

    fn fact(&self, key: &FactKey, fact: &Fact) -> String {
        match fact {
            Fact::Known { value, .. } => self.value(key, value),
            Fact::Missing => self.say(&Phrase::Missing),
            Fact::NotApplicable { .. } => self.say(&Phrase::NotApplicable),
            Fact::Contested { .. } => self.say(&Phrase::Contested),
        }
    }

    /// Any of these.
    pub(super) fn parts(&self, key: &FactKey, parts: &[Part]) -> String {
        self.say(&Phrase::Either { items: cut(parts.iter().map(|part| self.part(key, part)).collect()) })
    }

    /// Any of these, which one clause alone tells from the others: by codes that a set has in it, or a day
    /// that a period has.
    pub(super) fn alike(&self, key: &FactKey, parts: &[Part], others: &[Part]) -> String {
        let (day, other_day) = (common_day(parts, others), common_day(others, parts));
        let like = if let Some(sets) = smallest(parts) {
            Some(self.sets(key, &sets))
        } else if let (Some(day), false) = (day, others.is_empty()) {
            Some(self.say(&Phrase::WithDay { day }))
        } else if let (Some(day), true) = (other_day, parts.iter().any(is_like)) {
            Some(self.say(&Phrase::WithoutDay { day }))
        } else {
            None
        };
        let plain = parts.iter().filter(|part| like.is_none() || !is_like(part));
        let plain: Vec<_> = plain.map(|part| self.part(key, part)).collect();
        self.say(&Phrase::Either { items: cut(like.into_iter().chain(plain).collect()) })
    }

    /// Sets that have to have all codes of one of these in them.
    fn sets(&self, key: &FactKey, sets: &[BTreeSet<&Symbol>]) -> String {
        let codes = |set: &BTreeSet<&Symbol>| set.iter().map(|code| self.code(key, code)).collect();
        if sets.len() > 1 && sets.iter().all(|set| set.len() == 1) {
            let items = sets.iter().flatten().map(|code| self.code(key, code)).collect();
            return self.say(&Phrase::OneOf { items: cut(items) });
        }
        let items = sets.iter().map(|set| self.say(&Phrase::AllOf { items: codes(set) })).collect();
        self.say(&Phrase::Either { items: cut(items) })
    }

    fn part(&self, key: &FactKey, part: &Part) -> String {
        match part {
            Part::Value(value) => self.value(key, value),
            Part::OtherThan(values) if values.is_empty() => self.say(&Phrase::Anything),
            Part::OtherThan(values) => {
                // Of a closed list, what is left says more than what is not meant.
                if let Some(left) = self.left_of(key, values) {
                    return self.say(&Phrase::Either { items: left });
                }
                let items = values.iter().map(|value| self.value(key, value)).collect();
                self.say(&Phrase::OtherThan { items: cut(items) })
            }
            Part::Stretch { from, to } => self.stretch(key, from.as_ref(), to.as_ref()),
            Part::Like(Value::Set(codes)) if codes.count() == 0 => self.say(&Phrase::NoneThatCounts),
            Part::Like(value) => self.say(&Phrase::Like { value: self.value(key, value) }),
            Part::Missing => self.say(&Phrase::Missing),
            Part::NotApplicable => self.say(&Phrase::NotApplicable),
            Part::Contested => self.say(&Phrase::Contested),
            // A part of a kind that this desk has no words for is at least not passed over.
            _ => "…".to_owned(),
        }
    }

    /// The codes of a closed list beyond these, where they are few.
    fn left_of(&self, key: &FactKey, values: &BTreeSet<Value>) -> Option<Vec<String>> {
        let list = self.vocabulary.get(key.as_str())?.kind().codes()?;
        let named =
            |code: &Symbol| values.iter().any(|value| matches!(value, Value::Symbol(named) if named == code));
        let left: Vec<_> = list.iter().filter(|code| !named(code)).collect();
        let few = (1..=SHOWN).contains(&left.len());
        few.then(|| left.into_iter().map(|code| self.code(key, code)).collect())
    }

    fn stretch(&self, key: &FactKey, from: Option<&End>, to: Option<&End>) -> String {
        let moment = |end: &End| matches!(end.value, Value::Date(_) | Value::Instant(_));
        let begins = |end: &End| {
            let said = self.value(key, &end.value);
            self.say(&match (moment(end), end.included) {
                (false, true) => Phrase::AtLeast { end: said },
                (false, false) => Phrase::MoreThan { end: said },
                (true, true) => Phrase::Since { end: said },
                (true, false) => Phrase::Later { end: said },
            })
        };
        let ends = |end: &End| {
            let said = self.value(key, &end.value);
            self.say(&match (moment(end), end.included) {
                (false, true) => Phrase::AtMost { end: said },
                (false, false) => Phrase::LessThan { end: said },
                (true, true) => Phrase::Until { end: said },
                (true, false) => Phrase::Earlier { end: said },
            })
        };
        match (from, to) {
            (Some(from), Some(to)) if from.included && to.included => {
                let (from, to) = (self.value(key, &from.value), self.value(key, &to.value));
                self.say(&Phrase::Between { from, to })
            }
            (Some(from), Some(to)) => self.say(&Phrase::Both { one: begins(from), other: ends(to) }),
            (Some(from), None) => begins(from),
            (None, Some(to)) => ends(to),
            (None, None) => self.say(&Phrase::Anything),
        }
    }

    fn value(&self, key: &FactKey, value: &Value) -> String {
        self.say(&match value {
            Value::Boolean(true) => Phrase::Yes,
            Value::Boolean(false) => Phrase::No,
            Value::Symbol(code) => return self.code(key, code),
            Value::Integer(number) => Phrase::Number { number: Decimal::from(*number) },
            Value::Decimal(number) => Phrase::Number { number: *number },
            Value::Date(day) => Phrase::Day { day: *day },
            Value::Instant(at) => Phrase::Instant { at: *at },
            Value::Period(period) => return self.period(*period),
            Value::Records(records) => Phrase::Entries { count: u64::try_from(records.count()).unwrap_or(0) },
            Value::Set(codes) => {
                let items: Vec<_> = codes.iter().map(|code| self.code(key, code)).collect();
                match (items.is_empty(), codes.is_complete()) {
                    (true, _) => Phrase::None,
                    (false, true) => Phrase::Every { items: cut(items) },
                    (false, false) => Phrase::SoFar { items: cut(items) },
                }
            }
            _ => return "…".to_owned(),
        })
    }

    fn period(&self, period: Period) -> String {
        let day = |day| self.say(&Phrase::Day { day });
        self.say(&match (period.from(), period.until()) {
            (Some(from), Some(until)) => Phrase::Between { from: day(from), to: day(until) },
            (Some(from), None) => Phrase::Since { end: day(from) },
            (None, Some(until)) => Phrase::Until { end: day(until) },
            (None, None) => Phrase::Ever,
        })
    }

    /// A code in the words of its list; one made of words is read aloud, one of a register stays as it is.
    fn code(&self, key: &FactKey, code: &Symbol) -> String {
        let declared = self.vocabulary.get(key.as_str());
        let list = declared.and_then(|declaration| declaration.kind().codes());
        let label = list.and_then(|list| list.label(code.as_str()));
        let word = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
        let aloud = || match code.as_str().starts_with(char::is_lowercase) && code.as_str().chars().all(word)
        {
            true => code.as_str().replace(['_', '-'], " "),
            false => code.as_str().to_owned(),
        };
        self.say(&Phrase::Code { code: Spoken::new(label, aloud) })
    }
}

/// What nobody reads to its end is cut.
fn cut(mut items: Vec<String>) -> Vec<String> {
    if items.len() > SHOWN {
        items.truncate(SHOWN);
        items.push("…".to_owned());
    }
    items
}

/// What clauses are called: by id, in the words an officer found for them.
pub(super) fn labels(json: &serde_json::Value) -> BTreeMap<String, (String, Option<LocalisedText>)> {
    let mut labels = BTreeMap::new();
    collect(json, "", &mut labels);
    labels
}

/// Each clause's id with its path and its label; without an id of its own it is called by its path.
fn collect(
    json: &serde_json::Value,
    path: &str,
    into: &mut BTreeMap<String, (String, Option<LocalisedText>)>,
) {
    let Some(fields) = json.as_object() else { return };
    let id = fields.get("id").and_then(serde_json::Value::as_str).unwrap_or(path);
    let label = fields.get("label").and_then(|label| serde_json::from_value(label.clone()).ok());
    into.insert(id.to_owned(), (path.to_owned(), label));
    let join = |field: &str| if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
    for field in ["all", "any", "of"] {
        let below = fields.get(field).and_then(serde_json::Value::as_array);
        for (nth, clause) in below.into_iter().flatten().enumerate() {
            collect(clause, &format!("{}[{nth}]", join(field)), into);
        }
    }
    if let Some(clause) = fields.get("not") {
        collect(clause, &join("not"), into);
    }
}
