//! Says rules, values and what somebody may be in one language.

use std::collections::BTreeSet;

use guildhall::kernel::chrono_tz::Tz;
use guildhall::kernel::{Language, LocalisedText};
use guildhall::rules::analysis::{Days, End, Further, Limit, Part, Who};
use guildhall::rules::{Decimal, Declaration, Fact, FactKey, Facts, Period, Symbol, Value, Vocabulary};
use guildhall_words::{Phrasebook, Say, Words};

use super::edge::Edge;
use super::likeness::{common_day, missed_day, single_codes};
use super::sheet::counted;
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

    /// What a fact is called.
    pub(super) fn called(&self, key: &FactKey) -> Spoken {
        let label = self.vocabulary.get(key.as_str()).map(Declaration::label);
        Spoken::new(label, || key.as_str().replace(['_', '.'], " "))
    }

    /// Something and what it is, such as “position”: clerk.
    pub(super) fn of(&self, fact: Spoken, value: String) -> String {
        self.say(&Phrase::Of { fact, value })
    }

    /// Any of these.
    pub(super) fn either(&self, items: Vec<String>) -> String {
        self.say(&Phrase::Either { items: cut(items) })
    }

    /// Who is meant: a line for each fact.
    pub(super) fn who(&self, who: &Who) -> Vec<String> {
        who.iter().map(|(key, parts)| self.of(self.called(key), self.parts(key, parts))).collect()
    }

    /// Somebody's facts, a line for each.
    pub(super) fn facts(&self, facts: &Facts) -> Vec<String> {
        facts.iter().map(|(key, fact)| self.of(self.called(key), self.fact(key, fact))).collect()
    }

    fn fact(&self, key: &FactKey, fact: &Fact) -> String {
        match fact {
            Fact::Known { value, .. } => self.value(key, value),
            Fact::Missing => self.say(&Phrase::Missing),
            Fact::NotApplicable { .. } => self.say(&Phrase::NotApplicable),
            Fact::Contested { .. } => self.say(&Phrase::Contested),
        }
    }

    /// Any of these: shorter where all sets have one code or another, and all periods a day or all but it.
    pub(super) fn parts(&self, key: &FactKey, parts: &[Part]) -> String {
        let parts: BTreeSet<&Part> = parts.iter().collect();
        let short = if let Some(codes) = single_codes(&parts) {
            let items = codes.iter().map(|code| self.code(key, code)).collect();
            Some(self.say(&Phrase::OneOf { items: cut(items) }))
        } else if let Some(day) = common_day(&parts) {
            Some(self.say(&Phrase::WithDay { day }))
        } else {
            missed_day(&parts).map(|day| self.say(&Phrase::WithoutDay { day }))
        };
        let is_told =
            |part: &Part| short.is_some() && matches!(part, Part::Codes { .. } | Part::Period { .. });
        let others = parts.iter().filter(|part| !is_told(part)).map(|part| self.part(key, part));
        let others: Vec<_> = others.collect();
        self.either(short.into_iter().chain(others).collect())
    }

    fn part(&self, key: &FactKey, part: &Part) -> String {
        match part {
            Part::Value(value) => self.value(key, value),
            Part::OtherThan(values) if values.is_empty() => self.say(&Phrase::Anything),
            Part::OtherThan(values) => {
                // Of a closed list, what is left says more than what is not meant.
                if let Some(left) = self.left_of(key, values) {
                    return self.either(left);
                }
                let items = values.iter().map(|value| self.value(key, value)).collect();
                self.say(&Phrase::OtherThan { items: cut(items) })
            }
            Part::Stretch { from, to } => self.stretch(key, from.as_ref(), to.as_ref()),
            Part::Codes { with, without, further, complete } => {
                self.set(key, with, without, *further, *complete == Some(false))
            }
            Part::Period { begins, ends } => {
                let limits = [(begins, self.begins(begins)), (ends, self.ends(ends))];
                self.together(limits.into_iter().filter(|(limit, _)| !limit.is_any()).map(|(_, said)| said))
            }
            Part::Known => self.say(&Phrase::Known),
            Part::Missing => self.say(&Phrase::Missing),
            Part::NotApplicable => self.say(&Phrase::NotApplicable),
            Part::Contested => self.say(&Phrase::Contested),
            // A part of a kind that this desk has no words for is at least not passed over.
            _ => "…".to_owned(),
        }
    }

    /// Sets with these codes, without those, and with so many others.
    fn set(
        &self,
        key: &FactKey,
        with: &BTreeSet<Symbol>,
        without: &BTreeSet<Symbol>,
        further: Option<Further>,
        may_grow: bool,
    ) -> String {
        let codes = |codes: &BTreeSet<Symbol>| cut(codes.iter().map(|code| self.code(key, code)).collect());
        let has = (!with.is_empty()).then(|| match (may_grow, with.len()) {
            (true, _) => self.say(&Phrase::SoFar { items: codes(with) }),
            (false, 1) => self.say(&Phrase::Every { items: codes(with) }),
            (false, _) => self.say(&Phrase::AllOf { items: codes(with) }),
        });
        let lacks = (!without.is_empty()).then(|| match codes(without).as_slice() {
            [item] => self.say(&Phrase::Lacks { item: item.clone() }),
            items => self.say(&Phrase::Without { items: items.to_vec() }),
        });
        let more = further.map(|further| {
            let end = |count: u32| self.say(&Phrase::Number { number: Decimal::from(count) });
            let count = self.say(&match further.at_most {
                Some(most) if most == further.at_least => Phrase::Number { number: Decimal::from(most) },
                Some(most) if further.at_least == 0 => Phrase::AtMost { end: end(most) },
                Some(most) => Phrase::Between { from: end(further.at_least), to: end(most) },
                None => Phrase::AtLeast { end: end(further.at_least) },
            });
            self.say(&Phrase::Beside { count })
        });
        self.together(has.into_iter().chain(lacks).chain(more))
    }

    fn begins(&self, limit: &Limit) -> String {
        limit.days.map_or_else(
            || self.say(&Phrase::NoFirstDay),
            |days| self.say(&Phrase::Begins { when: self.days(days) }),
        )
    }

    fn ends(&self, limit: &Limit) -> String {
        limit.days.map_or_else(
            || self.say(&Phrase::NoLastDay),
            |days| self.say(&Phrase::Ends { when: self.days(days) }),
        )
    }

    fn days(&self, days: Days) -> String {
        let day = |day| self.say(&Phrase::Day { day });
        self.say(&match (days.from, days.to) {
            (Some(from), Some(to)) => Phrase::During { from: day(from), to: day(to) },
            (Some(from), None) => Phrase::Since { end: day(from) },
            (None, Some(to)) => Phrase::Until { end: day(to) },
            (None, None) => Phrase::Anything,
        })
    }

    /// All of these at once; anything, where nothing is said.
    fn together(&self, said: impl Iterator<Item = String>) -> String {
        let both = said.reduce(|one, other| self.say(&Phrase::Both { one, other }));
        both.unwrap_or_else(|| self.say(&Phrase::Anything))
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
        let of = self.vocabulary.get(key.as_str()).map(Declaration::kind);
        let first = from.and_then(|end| Edge::first(end, of));
        let last = to.and_then(|end| Edge::last(end, of));
        if let (Some(first), Some(last)) = (&first, &last)
            && first.included
            && last.included
        {
            let (from, to) = (self.value(key, &first.value), self.value(key, &last.value));
            let is_moment = first.is_moment();
            return self.say(&if is_moment {
                Phrase::During { from, to }
            } else {
                Phrase::Between { from, to }
            });
        }
        let begins = first.map(|first| {
            let end = self.value(key, &first.value);
            self.say(&match (first.is_moment(), first.included) {
                (false, true) => Phrase::AtLeast { end },
                (false, false) => Phrase::MoreThan { end },
                (true, true) => Phrase::Since { end },
                (true, false) => Phrase::Later { end },
            })
        });
        let ends = last.map(|last| {
            let end = self.value(key, &last.value);
            self.say(&match (last.is_moment(), last.included) {
                (false, true) => Phrase::AtMost { end },
                (false, false) => Phrase::LessThan { end },
                (true, true) => Phrase::Until { end },
                (true, false) => Phrase::Earlier { end },
            })
        });
        match (begins, ends) {
            (Some(one), Some(other)) => self.say(&Phrase::Both { one, other }),
            (one, other) => one.or(other).unwrap_or_else(|| self.say(&Phrase::Anything)),
        }
    }

    fn value(&self, key: &FactKey, value: &Value) -> String {
        self.say(&match value {
            Value::Boolean(true) => Phrase::Yes,
            Value::Boolean(false) => Phrase::No,
            Value::Symbol(code) => return self.code(key, code),
            Value::Integer(number) => self.number(key, Decimal::from(*number)),
            Value::Decimal(number) => self.number(key, *number),
            Value::Date(day) => Phrase::Day { day: *day },
            Value::Instant(at) => Phrase::Instant { at: *at },
            Value::Period(period) => return self.period(*period),
            Value::Records(records) => Phrase::Entries { count: counted(records.count()) },
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

    /// A number with what it counts, such as hours.
    fn number(&self, key: &FactKey, number: Decimal) -> Phrase {
        match self.vocabulary.get(key.as_str()).and_then(Declaration::unit) {
            Some(unit) => Phrase::Counted { number, unit: Spoken::Label(unit.label().clone()) },
            None => Phrase::Number { number },
        }
    }

    fn period(&self, period: Period) -> String {
        let day = |day| self.say(&Phrase::Day { day });
        self.say(&match (period.from(), period.until()) {
            (Some(from), Some(until)) => Phrase::During { from: day(from), to: day(until) },
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
