//! Reads what a clause asks of a fact: its comparison, and what stands beside it (R9).

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::clause::Test;
use crate::fault::{join, unknown_field};
use crate::reading::{Meant, Reader, found, literal, named, text};
use crate::{
    FactKey, Length, Literal, MAX_CLAUSES, MAX_LISTED, Measure, Operand, Operator, Otherwise, Problem,
    Question,
};

/// The words that stand beside others, each with one that it belongs to.
pub(crate) const BESIDE: [(&str, &str); 14] = [
    ("otherwise", "one_of"),
    ("if_missing", "fact"),
    ("age_at", "at_least"),
    ("days_before", "at_least"),
    ("months_before", "at_least"),
    ("years_before", "at_least"),
    ("days_after", "at_least"),
    ("months_after", "at_least"),
    ("years_after", "at_least"),
    ("sum", "at_least"),
    ("where", "count_at_least"),
    ("at", "holds"),
    ("grace", "holds"),
    ("in_version", "rule"),
];

/// Of these words, those that a field of a record can have beside its comparison.
pub(crate) const IN_WHERE: [&str; 8] = [
    "otherwise",
    "age_at",
    "days_before",
    "months_before",
    "years_before",
    "days_after",
    "months_after",
    "years_after",
];

/// Whether a word may stand beside this comparison.
pub(crate) fn belongs(word: &str, operator: Operator, sums: bool) -> bool {
    match word {
        "otherwise" => operator == Operator::OneOf,
        "where" => operator == Operator::CountAtLeast || (sums && operator.ranges()),
        "at" | "grace" => operator == Operator::Holds,
        "if_missing" => operator.takes_default() && !sums,
        "in_version" => false,
        _ => operator.ranges(),
    }
}

impl Operator {
    /// Whether it can be asked of a field of a record.
    pub(crate) const fn asks_field(self) -> bool {
        !matches!(self, Self::Applies | Self::Holds | Self::Includes | Self::IncludesAll | Self::CountAtLeast)
    }

    /// Whether it asks for something that a value can be assumed for.
    pub(crate) const fn takes_default(self) -> bool {
        !matches!(
            self,
            Self::Applies
                | Self::Holds
                | Self::Covers
                | Self::Includes
                | Self::IncludesAll
                | Self::Overlaps
                | Self::CountAtLeast
        )
    }
}

impl Reader<'_> {
    pub(crate) fn fact(
        &mut self,
        fields: &Map<String, Json>,
        path: &str,
        operators: &[Operator],
        meant: &Meant,
    ) -> Test {
        let fact = text(fields, path, "fact", self.report)
            .and_then(|key| named(FactKey::new(key), &join(path, "fact"), self.report));
        let question = self.question(fields, path, operators, meant, &BESIDE.map(|(name, _)| name));
        match (fact, question) {
            (Some(key), Some(question)) => Test::Fact { key, question },
            (fact, _) => Test::Unreadable { fact },
        }
    }

    fn question(
        &mut self,
        fields: &Map<String, Json>,
        path: &str,
        operators: &[Operator],
        meant: &Meant,
        allowed: &[&'static str],
    ) -> Option<Question> {
        let operator = match *operators {
            [operator] => operator,
            [] => {
                if !Operator::EVERY.into_iter().any(|operator| meant.contains(operator.name())) {
                    self.report.add(path, Problem::ComparesNothing);
                }
                return None;
            }
            _ => {
                let names = operators.iter().map(|operator| operator.name()).collect();
                self.report.add(path, Problem::SeveralTests { names });
                return None;
            }
        };
        let mut sound = true;
        let sums = fields.contains_key("sum");
        for (name, beside) in BESIDE {
            if fields.contains_key(name) && allowed.contains(&name) && !belongs(name, operator, sums) {
                self.report.add(join(path, name), Problem::Misplaced { name, beside });
                sound = false;
            }
        }
        let measures: Vec<&'static str> =
            Measure::WORDS.into_iter().filter(|word| fields.contains_key(*word)).collect();
        if measures.len() > 1 {
            self.report.add(path, Problem::SeveralTests { names: measures.clone() });
            sound = false;
        }
        if operator == Operator::Holds && !fields.contains_key("at") && !meant.contains("at") {
            self.report.add(path, Problem::MissingField { name: "at" });
            sound = false;
        }
        // Each is read whether or not the others were, so that one report has every fault.
        let operand = fields.get(operator.name()).and_then(|json| self.operand(json, path, operator));
        let right = |name: &str| fields.get(name).filter(|_| belongs(name, operator, sums));
        let otherwise = self.beside(right("otherwise"), &mut sound, |this, json| this.otherwise(json, path));
        let single =
            |name: &'static str| move |this: &mut Self, json: &Json| this.single(json, &join(path, name));
        let if_missing = self.beside(right("if_missing"), &mut sound, single("if_missing"));
        let at = self.beside(right("at"), &mut sound, single("at"));
        let grace =
            self.beside(right("grace"), &mut sound, |this, json| this.length(json, &join(path, "grace")));
        let word = measures.first().copied();
        let measure = self.beside(word.and_then(right), &mut sound, |this, json| {
            this.measure(word.unwrap_or_default(), json, path)
        });
        let matching = self.beside(right("where"), &mut sound, |this, json| this.matching(json, path));
        let matching = matching.unwrap_or_default();
        let operand = operand?;
        sound.then_some(Question { operator, operand, otherwise, if_missing, measure, matching, at, grace })
    }

    /// Reads what stands beside, where it does; what cannot be read makes the question unsound.
    fn beside<T>(
        &mut self,
        json: Option<&Json>,
        sound: &mut bool,
        read: impl FnOnce(&mut Self, &Json) -> Option<T>,
    ) -> Option<T> {
        let value = read(self, json?);
        *sound = *sound && value.is_some();
        value
    }

    fn otherwise(&mut self, json: &Json, path: &str) -> Option<Otherwise> {
        let otherwise = Otherwise::deserialize(json).ok();
        if otherwise.is_none() {
            let problem = Problem::Shape { expected: "`unmet` or `undetermined`", found: found(json) };
            self.report.add(join(path, "otherwise"), problem);
        }
        otherwise
    }

    fn length(&mut self, json: &Json, path: &str) -> Option<Length> {
        let Some(text) = json.as_str() else {
            self.report
                .add(path, Problem::Shape { expected: "a length such as `90 days`", found: found(json) });
            return None;
        };
        named(text.parse::<Length>(), path, self.report)
    }

    fn measure(&mut self, word: &'static str, json: &Json, path: &str) -> Option<Measure> {
        let path = join(path, word);
        if word == "sum" {
            let Some(text) = json.as_str() else {
                self.report.add(path, Problem::Shape { expected: "the name of a field", found: found(json) });
                return None;
            };
            return named(FactKey::new(text), &path, self.report).map(Measure::Sum);
        }
        let moment = self.single(json, &path)?;
        match Measure::apart(word) {
            Some((unit, side)) => Some(Measure::Apart { unit, side, moment }),
            None => Some(Measure::AgeAt(moment)),
        }
    }

    fn matching(&mut self, json: &Json, path: &str) -> Option<BTreeMap<FactKey, Question>> {
        let path = join(path, "where");
        let Json::Object(fields) = json else {
            let expected = "a table from field to what it must be, such as `{ scheme = \"city-manager\" }`";
            self.report.add(path, Problem::Shape { expected, found: found(json) });
            return None;
        };
        if fields.is_empty() {
            self.report.add(path, Problem::Empty);
            return None;
        }
        let mut matching = BTreeMap::new();
        let mut sound = true;
        for (name, json) in fields {
            // One more than allowed, so that the check that follows sees it.
            if self.clauses > MAX_CLAUSES {
                break;
            }
            self.clauses += 1;
            let at = join(&path, &crate::name::shown(name));
            let field = named(FactKey::new(name), &at, self.report);
            let question = self.condition(json, &at);
            match field.zip(question) {
                Some((field, question)) => {
                    matching.insert(field, question);
                }
                None => sound = false,
            }
        }
        sound.then_some(matching)
    }

    /// What a field of a record must answer.
    fn condition(&mut self, json: &Json, path: &str) -> Option<Question> {
        if let Some(literal) = literal(json) {
            return Some(Question::new(Operator::Is, literal));
        }
        let fields = match json {
            Json::Array(items) => {
                let many = self.many(items, path)?;
                return Some(Question::new(Operator::OneOf, many));
            }
            Json::Object(fields) => fields,
            _ => {
                let expected = "a value, a list of them, or a table with a comparison";
                self.report.add(path, Problem::Shape { expected, found: found(json) });
                return None;
            }
        };
        let operators = || Operator::EVERY.into_iter().filter(|operator| operator.asks_field());
        let known = || operators().map(Operator::name).chain(IN_WHERE);
        let unknown = fields.keys().filter(|name| !known().any(|known| known == name.as_str()));
        let strange: Vec<&String> = unknown.collect();
        let meant: Meant =
            strange.iter().filter_map(|name| unknown_field(self.report, path, name, known())).collect();
        let operators: Vec<Operator> =
            operators().filter(|operator| fields.contains_key(operator.name())).collect();
        let question = self.question(fields, path, &operators, &meant, &IN_WHERE);
        question.filter(|_| strange.is_empty())
    }

    fn single(&mut self, json: &Json, path: &str) -> Option<Literal> {
        let one = literal(json);
        if one.is_none() {
            self.report.add(path, Problem::Shape { expected: SINGLE, found: found(json) });
        }
        one
    }

    fn many(&mut self, items: &[Json], path: &str) -> Option<Vec<Literal>> {
        let mut many = Vec::new();
        let mut sound = true;
        // One more than allowed, so that the check that follows sees it.
        for (index, json) in items.iter().enumerate().take(MAX_LISTED + 1) {
            match self.single(json, &format!("{path}[{index}]")) {
                Some(literal) => many.push(literal),
                None => sound = false,
            }
        }
        sound.then_some(many)
    }

    fn operand(&mut self, json: &Json, path: &str, operator: Operator) -> Option<Operand> {
        let path = join(path, operator.name());
        match json {
            Json::Array(items) => self.many(items, &path).map(Operand::Many),
            Json::Object(fields) if operator.takes_stretch() && literal(json).is_none() => {
                self.stretch(fields, &path)
            }
            _ => self.single(json, &path).map(Operand::One),
        }
    }

    fn stretch(&mut self, fields: &Map<String, Json>, path: &str) -> Option<Operand> {
        let known = ["from", "until"];
        let strange: Vec<&String> = fields.keys().filter(|name| !known.contains(&name.as_str())).collect();
        for name in &strange {
            unknown_field(self.report, path, name, known);
        }
        if !known.into_iter().any(|name| fields.contains_key(name)) && strange.is_empty() {
            self.report.add(path, Problem::MissingField { name: "from" });
            return None;
        }
        let mut sound = strange.is_empty();
        let end = |this: &mut Self, name: &str, sound: &mut bool| {
            this.beside(fields.get(name), sound, |this, json| this.single(json, &join(path, name)))
        };
        let from = end(self, "from", &mut sound);
        let until = end(self, "until", &mut sound);
        sound.then_some(Operand::Stretch { from, until })
    }
}

const SINGLE: &str = "yes or no, a whole number or a text";
