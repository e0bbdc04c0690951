//! How a rule set explains its verdict (R4), and what of it is for the person it is about.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::node::{Node, Step};
use crate::predicate::Declared;
use crate::{
    Answered, Asked, ClauseId, Explanation, FactKey, FactSource, Facts, Finding, Grounds, RuleRef, RuleSet,
    Verdict,
};

impl RuleSet {
    /// The verdict with all its reasons: asks every fact there is a clause for, each once.
    pub fn explain(&self, facts: &dyn FactSource) -> Explanation {
        let found = self.facts().into_iter().map(|key| (key.clone(), facts.fact(key).into_owned())).collect();
        Explanation { rule: self.reference().clone(), root: finding(self.root(), &found).settle(true) }
    }
}

fn finding(node: &Node, facts: &Facts) -> Finding {
    let every = |nodes: &[Node]| nodes.iter().map(|node| finding(node, facts)).collect();
    let grounds = match &node.step {
        Step::All(nodes) => Grounds::All(every(nodes)),
        Step::Any(nodes) => Grounds::Any(every(nodes)),
        Step::Not(node) => Grounds::Not(Box::new(finding(node, facts))),
        Step::AtLeast { n, of } => Grounds::AtLeast { n: *n, of: every(of) },
        Step::Rule { rule, of } => Grounds::Rule { rule: rule.clone(), of: Box::new(finding(of, facts)) },
        Step::Fact { key, comparison, if_missing } => Grounds::Asked(Asked {
            fact: key.clone(),
            comparison: comparison.clone(),
            found: facts.fact(key).into_owned(),
            if_missing: if_missing.clone(),
            beside: comparison.found_beside(facts),
        }),
        Step::Custom(custom) => {
            let declared = Declared::new(facts, custom.reads());
            let answer = custom.ask(&declared);
            Grounds::Answered(Answered {
                predicate: custom.name().clone(),
                version: custom.version(),
                answer,
                read: declared.read().cloned().collect(),
                facts: custom.reads().iter().map(|key| (key.clone(), facts.fact(key).into_owned())).collect(),
            })
        }
    };
    // Nothing is withheld here, so there is a verdict.
    let verdict = grounds.verdict().unwrap_or(Verdict::Undetermined);
    Finding {
        id: node.id.clone(),
        label: node.label.clone(),
        confidential: node.confidential,
        verdict,
        relevant: false,
        grounds,
    }
}

/// An explanation as the person it is about may see it: of a confidential clause it has the verdict and
/// nothing more, neither its words nor its id nor what was found. The rest of the tree stands. A clause that
/// names a confidential rule set is withheld with it, and where the whole rule set is confidential its
/// reference says neither which it is nor what is in it.
///
/// It is made to be shown and cannot be read back: what is recorded with a decision is the whole
/// [`Explanation`].
///
/// ```
/// use guildhall_rules::{Facts, RuleSet, Vocabulary};
///
/// let vocabulary: Vocabulary = toml::from_str(r#"facts = [
///     { key = "applicant.position", type = "symbol", label = { en = "position" } },
///     { key = "authority.in_arrears", type = "boolean", label = { en = "owes fees" } },
/// ]"#)?;
/// let rule = RuleSet::new(toml::from_str(r#"
///     id = "course"
///     version = 1
///     all = [
///         { fact = "applicant.position", is = "mayor" },
///         { id = "arrears", confidential = true, fact = "authority.in_arrears", is = false },
///     ]
/// "#)?, &vocabulary)?;
/// let shown = serde_json::to_string(&rule.explain(&Facts::default()).disclosed())?;
/// assert!(shown.contains("applicant.position") && !shown.contains("arrears"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Disclosed(Explanation);

impl Disclosed {
    /// What is left of the explanation, to be put into words.
    pub const fn explanation(&self) -> &Explanation {
        &self.0
    }
}

impl schemars::JsonSchema for Disclosed {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Explanation::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Explanation::json_schema(generator)
    }
}

impl Explanation {
    /// What the person it is about may see.
    pub fn disclosed(&self) -> Disclosed {
        let root = disclosed(&self.root, &mut 0);
        let rule = match root.grounds {
            Grounds::Withheld => RuleRef::withheld(),
            _ => self.rule.clone(),
        };
        Disclosed(Self { rule, root })
    }

    /// The facts that confidential clauses read: whoever tells the person more than the explanation, such as
    /// what would change the verdict, leaves these out. Asked of the whole explanation, not of what was
    /// disclosed of it.
    ///
    /// A fact that other clauses read too is among them: what would settle it tells what a confidential
    /// clause demands.
    pub fn withheld(&self) -> BTreeSet<FactKey> {
        let mut facts = BTreeSet::new();
        behind(&self.root, false, &mut facts);
        facts
    }
}

fn behind(finding: &Finding, confidential: bool, into: &mut BTreeSet<FactKey>) {
    let confidential = confidential || finding.confidential;
    if confidential {
        let beside = match &finding.grounds {
            Grounds::Asked(asked) => {
                into.insert(asked.fact.clone());
                Some(&asked.beside)
            }
            Grounds::Answered(answered) => Some(&answered.facts),
            _ => None,
        };
        into.extend(beside.into_iter().flat_map(Facts::iter).map(|(key, _)| key.clone()));
    }
    finding.children().iter().for_each(|child| behind(child, confidential, into));
}

fn disclosed(finding: &Finding, count: &mut usize) -> Finding {
    if finding.confidential {
        *count += 1;
        return Finding {
            id: ClauseId::derived(&format!("withheld-{count}")),
            label: None,
            confidential: true,
            verdict: finding.verdict,
            relevant: finding.relevant,
            grounds: Grounds::Withheld,
        };
    }
    let mut every = |findings: &[Finding]| findings.iter().map(|finding| disclosed(finding, count)).collect();
    let grounds = match &finding.grounds {
        Grounds::All(of) => Grounds::All(every(of)),
        Grounds::Any(of) => Grounds::Any(every(of)),
        Grounds::AtLeast { n, of } => Grounds::AtLeast { n: *n, of: every(of) },
        Grounds::Not(of) => Grounds::Not(Box::new(disclosed(of, count))),
        Grounds::Rule { rule, of } => {
            let of = disclosed(of, count);
            // Who knows which rule set was asked knows what was asked.
            if matches!(of.grounds, Grounds::Withheld) {
                return of;
            }
            Grounds::Rule { rule: rule.clone(), of: Box::new(of) }
        }
        leaf @ (Grounds::Asked(_) | Grounds::Answered(_) | Grounds::Withheld) => leaf.clone(),
    };
    Finding { grounds, ..finding.clone() }
}
