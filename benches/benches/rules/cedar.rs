//! `cedar-policy`: who meets the policy is permitted; facts are the context of the applicant's request.

use cedar_policy::{
    Authorizer, Context, Decision, Entities, EntityUid, PolicySet, Request, Response, RestrictedExpression,
};

use super::crowd::Applicant;
use super::policy::{CONDITIONS, Policy};
use super::side::{Outcome, Side};

pub(crate) struct Cedar {
    authorizer: Authorizer,
    entities: Entities,
    whole: PolicySet,
    /// Each condition's contrary, by its number.
    each: PolicySet,
    principal: EntityUid,
    action: EntityUid,
    resource: EntityUid,
}

impl Cedar {
    pub(crate) fn new(policy: &Policy) -> Outcome<Self> {
        let conditions = conditions(policy);
        let permit = |when: &str| format!("permit(principal, action, resource) when {{ {when} }};\n");
        let contrary = |condition: &String| permit(&format!("!({condition})"));
        Ok(Self {
            authorizer: Authorizer::new(),
            entities: Entities::empty(),
            whole: permit(&conditions.join(" && ")).parse()?,
            each: conditions.iter().map(contrary).collect::<String>().parse()?,
            principal: r#"Applicant::"1""#.parse()?,
            action: r#"Action::"apply""#.parse()?,
            resource: r#"Edition::"1""#.parse()?,
        })
    }

    fn ask(&self, policies: &PolicySet, applicant: &Applicant) -> Outcome<Response> {
        let text = |text: &str| RestrictedExpression::new_string(text.to_owned());
        let (long, boolean) = (RestrictedExpression::new_long, RestrictedExpression::new_bool);
        let facts = [
            ("position", text(applicant.position())),
            ("kind", text(applicant.kind())),
            ("region", text(applicant.region())),
            ("received", long(applicant.seconds)),
            ("consent", boolean(applicant.consent)),
            ("enrolled", boolean(applicant.enrolled)),
            ("hours", long(applicant.hours)),
            ("taken", long(applicant.taken)),
        ];
        let context = Context::from_pairs(facts.map(|(key, value)| (key.to_owned(), value)))?;
        let (principal, action) = (self.principal.clone(), self.action.clone());
        let request = Request::new(principal, action, self.resource.clone(), context, None)?;
        Ok(self.authorizer.is_authorized(&request, policies, &self.entities))
    }
}

fn conditions(policy: &Policy) -> [String; CONDITIONS] {
    let list = |codes: &[&str]| format!("[\"{}\"]", codes.join("\", \""));
    let (from, until) = policy.window;
    [
        format!("{}.contains(context.position)", list(policy.positions)),
        format!("{}.contains(context.kind)", list(policy.kinds)),
        format!("{}.contains(context.region)", list(policy.regions)),
        format!("(context.received >= {from} && context.received < {until})"),
        "context.consent".to_owned(),
        "!context.enrolled".to_owned(),
        format!("context.hours >= {}", policy.hours),
        format!("context.taken <= {}", policy.taken),
    ]
}

impl Side for Cedar {
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool> {
        Ok(self.ask(&self.whole, applicant)?.decision() == Decision::Allow)
    }

    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64> {
        let response = self.ask(&self.each, applicant)?;
        response.diagnostics().reason().try_fold(0, |bits, id| {
            let id: &str = id.as_ref();
            let number: u32 = id.trim_start_matches("policy").parse()?;
            Ok(bits | 1 << number)
        })
    }
}
