//! What analysis may take for settled: R10 where a predicate is never sure, and where more may follow.

use std::num::NonZeroU32;
use std::sync::Arc;

use guildhall_rules::analysis::{Analysis, Semantics};
use guildhall_rules::{
    Codes, Declared, Fact, FactKey, FactSource, Facts, Predicate, PredicateName, RuleSet, Terms, Value,
    Verdict, Vocabulary,
};
use serde_json::json;

/// Sure of large numbers and of negative ones; between them it never is.
struct Unsure {
    name: PredicateName,
    reads: [FactKey; 1],
}

impl Predicate for Unsure {
    fn name(&self) -> &PredicateName {
        &self.name
    }
    fn version(&self) -> NonZeroU32 {
        NonZeroU32::MIN
    }
    fn reads(&self) -> &[FactKey] {
        &self.reads
    }
    fn ask(&self, facts: &Declared<'_>) -> Verdict {
        let [key] = &self.reads;
        match facts.fact(key).value() {
            Some(Value::Integer(6..)) => Verdict::Met,
            Some(Value::Integer(..0)) => Verdict::Unmet,
            _ => Verdict::Undetermined,
        }
    }
}

#[test]
fn r10_what_a_predicate_leaves_open_is_never_taken_for_settled() {
    let vocabulary: Vocabulary =
        toml::from_str(r#"facts = [{ key = "case.n", type = "integer", label = { en = "number" } }]"#)
            .unwrap();
    let unsure = Unsure { name: "unsure".parse().unwrap(), reads: ["case.n".parse().unwrap()] };
    let terms = Terms::new(vocabulary).with_predicate(Arc::new(unsure)).unwrap();
    let asks = json!({ "predicate": "unsure" });
    let rule = terms.read(&json!({ "id": "either", "version": 1, "any": [asks, { "not": asks }] })).unwrap();
    let three = Facts::known([("case.n", 3.into())]).unwrap();
    assert_eq!(rule.verdict(&three), Verdict::Undetermined);
    let analysis = Analysis::new(terms.vocabulary());
    assert_eq!(analysis.exact(&rule, &Facts::default()), Ok(Verdict::Undetermined));
    assert!(!analysis.always_met(&rule, Semantics::Exact).is_yes());
}

/// A set so far decides as what is missing does.
#[test]
fn a_set_so_far_can_still_decide() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [{ key = "case.modules", type = "set", codes = ["x", "y", "z"], label = { en = "modules" } }]"#,
    )
    .unwrap();
    let json = json!({ "id": "both", "version": 1, "fact": "case.modules", "includes_all": ["x", "y"] });
    let rule = RuleSet::read(&json, &vocabulary).unwrap();
    let so_far = Codes::so_far(["x".parse().unwrap()]);
    let facts = Facts::default().with("case.modules".parse().unwrap(), Fact::known(so_far));
    let deciding = Analysis::new(&vocabulary).deciding(&rule, &facts).unwrap();
    let [modules] = &deciding[..] else { panic!("one fact") };
    assert!(!modules.met.is_empty() && !modules.unmet.is_empty(), "{modules:?}");
}

/// Whatever other facts it is seen beside, a part is told once.
#[test]
fn what_decides_is_told_once() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "case.modules", type = "set", codes = ["x", "y", "z"], label = { en = "modules" } },
            { key = "case.n", type = "integer", min = 0, max = 9, label = { en = "number" } },
        ]"#,
    )
    .unwrap();
    let all = json!([
        { "fact": "case.modules", "overlaps": ["x", "y"] },
        { "any": [{ "fact": "case.modules", "includes": "z" }, { "fact": "case.modules", "count_at_least": 2 }] },
        { "fact": "case.n", "at_least": 5 },
    ]);
    let rule = RuleSet::read(&json!({ "id": "some", "version": 1, "all": all }), &vocabulary).unwrap();
    let known = Facts::known([("case.n", 7.into())]).unwrap();
    for facts in [Facts::default(), known] {
        for one in Analysis::new(&vocabulary).deciding(&rule, &facts).unwrap() {
            for parts in [&one.met, &one.unmet] {
                let told_before = |(nth, part)| parts[..nth].contains(part);
                assert!(!parts.iter().enumerate().any(told_before), "{one:?}");
            }
        }
    }
}
