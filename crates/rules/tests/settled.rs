//! What analysis may take for settled: R10 where a predicate is never sure, where more may follow, and where one
//! person on a list is too hard.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::num::NonZeroU32;
use std::sync::Arc;

use guildhall_rules::analysis::{Analysis, Semantics};
use guildhall_rules::{
    Declared, FactKey, FactSource, Facts, Predicate, PredicateName, Terms, Value, Verdict, Vocabulary,
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
