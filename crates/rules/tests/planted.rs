//! R9 with faults put into sound rules: exactly those are named, each where it stands, all in one report.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use guildhall_rules::{Definition, RuleSet, Vocabulary, strategies};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value as Json, json};

type Fields = Map<String, Json>;

/// Puts a fault into a clause, where it has a place for it: the path of the fault inside the clause, and
/// what is said of it.
type Plant = fn(&mut Fields) -> Option<(String, &'static str)>;

fn put(fields: &mut Fields, name: &str, json: Json) {
    fields.insert(name.to_owned(), json);
}

/// In place of what stands there; nothing where nothing does.
fn replace(fields: &mut Fields, name: &str, json: Json) -> Option<()> {
    fields.get_mut(name).map(|slot| *slot = json)
}

fn said(path: &str, said: &'static str) -> Option<(String, &'static str)> {
    Some((path.to_owned(), said))
}

/// One list of clauses of a clause that has one.
fn list(fields: &mut Fields) -> Option<(&'static str, &mut Vec<Json>)> {
    let name = ["all", "any", "of"].into_iter().find(|name| fields.contains_key(*name))?;
    Some((name, fields.get_mut(name)?.as_array_mut()?))
}

const PLANTS: [Plant; 24] = [
    |clause| {
        put(clause, "colour", json!("red"));
        said("colour", "there is no field `colour`")
    },
    |clause| {
        put(clause, "confidential", json!("yes"));
        said("confidential", "expected yes or no, found a text")
    },
    |clause| {
        put(clause, "label", json!({ "english": "label" }));
        said("label", "")
    },
    |clause| {
        put(clause, "id", json!("No Id"));
        said("id", "`No Id` is no clause id")
    },
    |clause| {
        // Every rule has its own id on its own clause.
        put(clause, "id", json!("root"));
        said("id", "the id `root` already stands at ``")
    },
    |clause| {
        let (name, of) = list(clause)?;
        of.push(json!(3));
        Some((format!("{name}[{}]", of.len() - 1), "expected a table, found a whole number"))
    },
    |clause| {
        let (name, of) = list(clause)?;
        of.push(json!({ "rule": "nobody" }));
        Some((format!("{name}[{}].rule", of.len() - 1), "no rule is called `nobody`"))
    },
    |clause| {
        let (name, of) = list(clause)?;
        of.push(json!({ "predicate": "nobody" }));
        Some((format!("{name}[{}].predicate", of.len() - 1), "no predicate is called `nobody`"))
    },
    |clause| {
        let (name, of) = list(clause)?;
        of.push(json!({ "all": [] }));
        Some((format!("{name}[{}].all", of.len() - 1), "the list is empty"))
    },
    |clause| {
        let (name, of) = list(clause)?;
        of.push(json!({}));
        Some((format!("{name}[{}]", of.len() - 1), "the clause asks nothing"))
    },
    |clause| {
        let of = clause.get("of")?.as_array()?.len();
        put(clause, "at_least", (of + 7).into());
        said("at_least", "cannot decide anything")
    },
    |clause| {
        clause.get("of")?;
        clause.remove("at_least");
        said("", "`at_least` is missing")
    },
    |clause| {
        replace(clause, "fact", json!("case.nobody"))?;
        // Of the records of no fact nobody knows the fields.
        said("fact", "no fact is called `case.nobody`")
    },
    |clause| {
        replace(clause, "fact", json!(7))?;
        said("fact", "expected a text, found a whole number")
    },
    |clause| {
        clause.get("fact")?;
        put(clause, "if_missing", json!([]));
        let fits = ["is", "one_of", "between", "before", "after", "on_or_before", "on_or_after", "within"];
        fits.into_iter().find(|name| clause.contains_key(*name))?;
        said("if_missing", "expected yes or no, a whole number or a text, found a list")
    },
    |clause| {
        replace(clause, "is", json!(0.5))?;
        said("is", "a binary fraction")
    },
    |clause| {
        let listed = clause.get_mut("one_of")?.as_array_mut()?;
        listed.push(listed[0].clone());
        Some((format!("one_of[{}]", listed.len() - 1), "is listed twice"))
    },
    |clause| {
        let listed = clause.get_mut("holds")?.as_array_mut()?;
        listed.push(listed[0].clone());
        Some((format!("holds[{}]", listed.len() - 1), "is listed twice"))
    },
    |clause| {
        clause.get("holds")?;
        replace(clause, "at", json!("case.nobody"))?;
        said("at", "no fact is called `case.nobody`")
    },
    |clause| {
        clause.get("holds")?;
        put(clause, "grace", json!("soon"));
        said("grace", "")
    },
    |clause| {
        let matching = clause.get_mut("where")?.as_object_mut()?;
        put(matching, "nobody", json!("mayor"));
        said("where.nobody", "have no field `nobody`")
    },
    |clause| {
        let moment = ["before", "on_or_before", "after", "on_or_after"];
        let name = moment.into_iter().find(|name| clause.contains_key(*name))?;
        replace(clause, name, json!("case.nobody"))?;
        said(name, "no fact is called `case.nobody`")
    },
    |clause| {
        let stretch = clause.get_mut("within")?.as_object_mut()?;
        put(stretch, "untill", json!("2019-01-01"));
        said("within.untill", "did you mean `until`?")
    },
    |clause| {
        let measured = ["age_at", "days_before", "days_after", "months_before", "years_after"];
        let name = measured.into_iter().find(|name| clause.contains_key(*name))?;
        replace(clause, name, json!(true))?;
        said(name, "")
    },
];

/// The way to every clause but the rule's own.
fn clauses(json: &Json, at: &str, into: &mut Vec<String>) {
    let Json::Object(fields) = json else { return };
    for (name, json) in fields {
        match (name.as_str(), json) {
            ("all" | "any" | "of", Json::Array(of)) => {
                for (nth, json) in of.iter().enumerate() {
                    let at = format!("{at}/{name}/{nth}");
                    into.push(at.clone());
                    clauses(json, &at, into);
                }
            }
            ("not", json) => {
                let at = format!("{at}/not");
                into.push(at.clone());
                clauses(json, &at, into);
            }
            _ => {}
        }
    }
}

/// The way as an officer reads it: `all[0].not`.
fn path(way: &str, field: &str) -> String {
    let steps = way.split('/').filter(|step| !step.is_empty()).chain([field]).filter(|step| !step.is_empty());
    steps.fold(String::new(), |path, step| match step.parse::<usize>() {
        Ok(nth) => format!("{path}[{nth}]"),
        Err(_) if path.is_empty() => step.to_owned(),
        Err(_) => format!("{path}.{step}"),
    })
}

/// What is wrong with a rule as a whole.
const OF_RULES: [(&str, &str, &str); 4] = [
    ("version", "0", "expected a whole number from 1"),
    ("title", "3", "expected a table from language to text"),
    ("effective", r#"{ "from": "2019-02-01", "until": "2019-01-31" }"#, "ends before it begins"),
    ("versoin", "1", "did you mean `version`?"),
];

fn planted() -> impl Strategy<Value = (Vocabulary, Json, Vec<(String, &'static str)>)> {
    let plants = prop::collection::vec((any::<Index>(), any::<Index>()), 1..12);
    let of_rule = prop::option::of(any::<Index>());
    (strategies::case(), plants, of_rule).prop_map(|((vocabulary, rule, _), plants, of_rule)| {
        // One more around it, so that even the shortest rule has a clause with a place for faults.
        let written = serde_json::to_value(rule.definition()).unwrap();
        let mut clause = written.as_object().unwrap().clone();
        for name in ["id", "version", "title", "effective"] {
            clause.remove(name);
        }
        let mut json = json!({ "id": "root", "version": 1, "all": [clause] });
        let mut ways = Vec::new();
        clauses(&json, "", &mut ways);
        let mut used = Vec::new();
        let mut expected = Vec::new();
        for (way, plant) in plants {
            let way = way.get(&ways).clone();
            if used.contains(&way) {
                continue;
            }
            let clause = json.pointer_mut(&way).unwrap().as_object_mut().unwrap();
            let mut trial = clause.clone();
            if let Some((at, said)) = plant.get(&PLANTS)(&mut trial) {
                *clause = trial;
                expected.push((path(&way, &at), said));
                used.push(way);
            }
        }
        if let Some((name, fault, said)) = of_rule.map(|index| *index.get(&OF_RULES)) {
            put(json.as_object_mut().unwrap(), name, serde_json::from_str(fault).unwrap());
            expected.push((name.to_owned(), said));
        }
        expected.sort();
        (vocabulary, json, expected)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn r9_exactly_what_is_planted_is_named((vocabulary, json, expected) in planted()) {
        let Err(faults) = RuleSet::read(&json, &vocabulary) else {
            prop_assert!(expected.is_empty(), "{json}");
            return Ok(());
        };
        let mut found: Vec<(String, String)> =
            faults.iter().map(|fault| (fault.path().to_owned(), fault.problem().to_string())).collect();
        found.sort();
        let paths = |found: &[(String, String)]| found.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
        let wanted: Vec<String> = expected.iter().map(|(path, _)| path.clone()).collect();
        prop_assert_eq!(paths(&found), wanted, "{:?} in {}", found, json);
        for ((_, found), (at, said)) in found.iter().zip(&expected) {
            prop_assert!(found.contains(said), "{}: {}", at, found);
        }
        // What shows without a vocabulary is named without one, too.
        let alone = Definition::read(&json);
        let alone = alone.err().into_iter().flat_map(|faults| faults.iter().map(|fault| fault.path().to_owned()).collect::<Vec<_>>());
        for path in alone {
            prop_assert!(expected.iter().any(|(at, _)| *at == path), "{}", path);
        }
    }
}

/// Each of them can be planted somewhere.
#[test]
fn every_fault_finds_a_place() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut placed = [false; PLANTS.len()];
    for _ in 0..400 {
        let (_, rule, _) = strategies::case().new_tree(&mut runner).unwrap().current();
        let json = serde_json::to_value(rule.definition()).unwrap();
        let mut ways = vec![String::new()];
        clauses(&json, "", &mut ways);
        for way in ways {
            let clause = json.pointer(&way).unwrap().as_object().unwrap();
            for (placed, plant) in placed.iter_mut().zip(PLANTS) {
                *placed |= plant(&mut clause.clone()).is_some();
            }
        }
    }
    assert_eq!(placed.iter().position(|placed| !placed), None);
}
