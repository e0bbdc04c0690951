//! `cel`: the policy as an expression, compiled; facts are variables of a scope of the applicant's own.

use cel::common::types::{CelBool, CelInt, CelString};
use cel::common::value::{CowVal, Val};
use cel::context::VariableResolver;
use cel::{Context, Program, Value};

use super::crowd::Applicant;
use super::policy::{CONDITIONS, Policy};
use super::side::{Outcome, Side};

pub(crate) struct Cel {
    whole: Program,
    each: Vec<Program>,
    root: Context<'static, 'static>,
}

impl Cel {
    pub(crate) fn new(policy: &Policy) -> Outcome<Self> {
        let conditions = conditions(policy);
        let whole = Program::compile(&conditions.join(" && "))?;
        let each =
            conditions.iter().map(|condition| Program::compile(condition)).collect::<Result<_, _>>()?;
        Ok(Self { whole, each, root: Context::default() })
    }
}

fn conditions(policy: &Policy) -> [String; CONDITIONS] {
    let list = |codes: &[&str]| format!("['{}']", codes.join("', '"));
    let (from, until) = policy.window;
    [
        format!("position in {}", list(policy.positions)),
        format!("kind in {}", list(policy.kinds)),
        format!("region in {}", list(policy.regions)),
        format!("(received >= {from} && received < {until})"),
        "consent".to_owned(),
        "!enrolled".to_owned(),
        format!("hours >= {}", policy.hours),
        format!("taken <= {}", policy.taken),
    ]
}

struct Facts {
    position: CelString<'static>,
    kind: CelString<'static>,
    region: CelString<'static>,
    received: CelInt,
    consent: CelBool,
    enrolled: CelBool,
    hours: CelInt,
    taken: CelInt,
}

impl Facts {
    fn of(applicant: &Applicant) -> Self {
        Self {
            position: applicant.position().into(),
            kind: applicant.kind().into(),
            region: applicant.region().into(),
            received: applicant.seconds.into(),
            consent: applicant.consent.into(),
            enrolled: applicant.enrolled.into(),
            hours: applicant.hours.into(),
            taken: applicant.taken.into(),
        }
    }
}

impl VariableResolver for Facts {
    fn resolve<'b>(&'b self, name: &str) -> Option<CowVal<'b, 'b>> {
        let value: &dyn Val = match name {
            "position" => &self.position,
            "kind" => &self.kind,
            "region" => &self.region,
            "received" => &self.received,
            "consent" => &self.consent,
            "enrolled" => &self.enrolled,
            "hours" => &self.hours,
            "taken" => &self.taken,
            _ => return None,
        };
        Some(CowVal::Borrowed(value))
    }
}

fn is_met(program: &Program, context: &Context<'_, '_>) -> Outcome<bool> {
    match program.execute(context)? {
        Value::Bool(met) => Ok(met),
        other => Err(format!("{other:?} is no verdict").into()),
    }
}

impl Side for Cel {
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool> {
        let facts = Facts::of(applicant);
        let mut context = self.root.new_inner_scope();
        context.set_variable_resolver(&facts);
        is_met(&self.whole, &context)
    }

    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64> {
        let facts = Facts::of(applicant);
        let mut context = self.root.new_inner_scope();
        context.set_variable_resolver(&facts);
        let mut each = self.each.iter().rev();
        each.try_fold(0, |bits, program| Ok(bits << 1 | u64::from(!is_met(program, &context)?)))
    }
}
