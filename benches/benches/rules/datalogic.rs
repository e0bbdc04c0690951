//! `datalogic-rs`: the policy in JSONLogic, compiled; facts in its arena, which is emptied for each applicant.

use datalogic_rs::bumpalo::Bump;
use datalogic_rs::{DataValue, Engine, Logic};
use serde_json::{Value as Json, json};

use super::crowd::Applicant;
use super::policy::{CONDITIONS, Policy};
use super::side::{Outcome, Side};

pub(crate) struct Datalogic {
    engine: Engine,
    whole: Logic,
    each: Vec<Logic>,
    arena: Bump,
}

impl Datalogic {
    pub(crate) fn new(policy: &Policy) -> Outcome<Self> {
        let engine = Engine::new();
        let conditions = conditions(policy);
        let compile = |rule: &Json| engine.compile(rule.to_string().as_str());
        let whole = compile(&json!({ "and": conditions }))?;
        let each = conditions.iter().map(compile).collect::<Result<_, _>>()?;
        Ok(Self { whole, each, arena: Bump::new(), engine })
    }
}

fn conditions(policy: &Policy) -> [Json; CONDITIONS] {
    let fact = |key: &str| json!({ "var": key });
    let (from, until) = policy.window;
    [
        json!({ "in": [fact("position"), policy.positions] }),
        json!({ "in": [fact("kind"), policy.kinds] }),
        json!({ "in": [fact("region"), policy.regions] }),
        json!({ "and": [{ "<=": [from, fact("received")] }, { "<": [fact("received"), until] }] }),
        fact("consent"),
        json!({ "!": [fact("enrolled")] }),
        json!({ ">=": [fact("hours"), policy.hours] }),
        json!({ "<=": [fact("taken"), policy.taken] }),
    ]
}

fn facts<'a>(arena: &'a Bump, applicant: &Applicant) -> &'a DataValue<'a> {
    let facts = arena.alloc([
        ("position", DataValue::String(applicant.position())),
        ("kind", DataValue::String(applicant.kind())),
        ("region", DataValue::String(applicant.region())),
        ("received", DataValue::from_i64(applicant.seconds)),
        ("consent", DataValue::Bool(applicant.consent)),
        ("enrolled", DataValue::Bool(applicant.enrolled)),
        ("hours", DataValue::from_i64(applicant.hours)),
        ("taken", DataValue::from_i64(applicant.taken)),
    ]);
    arena.alloc(DataValue::Object(facts))
}

impl Side for Datalogic {
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool> {
        self.arena.reset();
        let found = self.engine.evaluate(&self.whole, facts(&self.arena, applicant), &self.arena)?;
        Ok(self.engine.truthy(found))
    }

    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64> {
        self.arena.reset();
        let facts = facts(&self.arena, applicant);
        self.each.iter().rev().try_fold(0, |bits, rule| {
            let found = self.engine.evaluate(rule, facts, &self.arena)?;
            Ok(bits << 1 | u64::from(!self.engine.truthy(found)))
        })
    }
}
