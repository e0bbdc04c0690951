//! What is known about somebody, fact by fact (R2), and where it comes from.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::{Report, join, nearest};
use crate::{Evidence, FactKey, Faults, NameError, Problem, Value, Vocabulary};

/// What is known of one fact.
///
/// Deliberately exhaustive: these four are what can be known. Facts may be recorded with a decision,
/// so they hold codes, numbers and dates, never names or free text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It is known.
    Known {
        /// What it is.
        value: Value,
        /// Where the proof lies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<Evidence>,
    },
    /// Nobody has said yet. It may turn out to be any of the others.
    #[default]
    Missing,
    /// There is no such thing for this person, and that is known: a mayor has no superior.
    NotApplicable {
        /// Where the proof lies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<Evidence>,
    },
    /// The evidence disagrees. Somebody must settle it; until then it decides nothing.
    Contested {
        /// What disagrees.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
    },
}

impl Fact {
    /// A known fact without reference to its proof.
    pub fn known(value: impl Into<Value>) -> Self {
        Self::Known { value: value.into(), evidence: None }
    }

    /// A known fact and where its proof lies.
    pub fn proved(value: impl Into<Value>, evidence: Evidence) -> Self {
        Self::Known { value: value.into(), evidence: Some(evidence) }
    }

    /// A fact that does not apply to this person.
    pub const fn not_applicable() -> Self {
        Self::NotApplicable { evidence: None }
    }

    /// A fact whose evidence disagrees.
    pub fn contested(evidence: impl IntoIterator<Item = Evidence>) -> Self {
        Self::Contested { evidence: evidence.into_iter().collect() }
    }

    /// The value, where it is known.
    pub const fn value(&self) -> Option<&Value> {
        match self {
            Self::Known { value, .. } => Some(value),
            _ => None,
        }
    }

    /// Whether nobody has said yet.
    pub const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

/// Where a rule finds the facts about one person.
///
/// A trait because every context has its facts in a shape of its own and builds only those that are
/// asked for; implemented by each context, by callers, and by [`Facts`].
///
/// To keep answers honest, an implementation
/// - gives the same fact each time it is asked, as long as the rule is being evaluated;
/// - says [`Fact::Missing`] for a key it does not know, never a default;
/// - gives values of the type the vocabulary declares. A value of another type decides nothing.
pub trait FactSource {
    /// What is known of this fact.
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact>;
}

impl<S: FactSource + ?Sized> FactSource for &S {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        (**self).fact(key)
    }
}
/// Two sources: the second is asked for what the first is missing.
impl<A: FactSource, B: FactSource> FactSource for (A, B) {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        let first = self.0.fact(key);
        if first.is_missing() { self.1.fact(key) } else { first }
    }
}

/// Facts by key; what is not there is missing. Recorded with a decision, they replay it.
///
/// ```
/// use guildhall_rules::{Facts, FactKey, FactSource};
///
/// let facts = Facts::known([("applicant.is_staff", true.into())])?;
/// assert_eq!(facts.fact(&FactKey::new("applicant.is_staff")?).value(), Some(&true.into()));
/// assert!(facts.fact(&FactKey::new("applicant.position")?).is_missing());
/// # Ok::<(), guildhall_rules::NameError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Facts {
    #[schemars(with = "BTreeMap<String, Fact>")]
    facts: BTreeMap<FactKey, Fact>,
}

impl Facts {
    /// Known facts, none with a reference to its proof.
    ///
    /// # Errors
    /// [`NameError`] where a key is none.
    pub fn known<'k>(facts: impl IntoIterator<Item = (&'k str, Value)>) -> Result<Self, NameError> {
        facts.into_iter().map(|(key, value)| Ok((FactKey::new(key)?, Fact::known(value)))).collect()
    }

    /// The same facts and this one, in place of what stood under its key.
    #[must_use]
    pub fn with(mut self, key: FactKey, fact: Fact) -> Self {
        self.insert(key, fact);
        self
    }

    /// Puts a fact in place of what stood under its key.
    pub fn insert(&mut self, key: FactKey, fact: Fact) {
        self.facts.insert(key, fact);
    }

    /// The fact under this key, where there is one.
    pub fn get(&self, key: &str) -> Option<&Fact> {
        self.facts.get(key)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Every fact, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&FactKey, &Fact)> {
        self.facts.iter()
    }

    /// The same facts, once every one of them is declared and of its declared type.
    ///
    /// # Errors
    /// [`Faults`] naming every unknown key and every value that does not fit, each with what is
    /// expected; never with the value.
    pub fn checked(self, vocabulary: &Vocabulary) -> Result<Self, Faults> {
        let mut report = Report::default();
        for (key, fact) in &self.facts {
            let path = join("", key.as_str());
            let Some(declaration) = vocabulary.get(key.as_str()) else {
                let nearest = nearest(&report, key.as_str(), vocabulary.iter().map(|d| d.key().as_str()));
                report.add(path, Problem::UnknownFact { name: key.as_str().to_owned(), nearest });
                continue;
            };
            if let Fact::Known { value, .. } = fact
                && !declaration.kind().admits(value)
            {
                let expected = declaration.kind().to_string();
                let beyond = if declaration.kind().is_of(value) { " beyond them" } else { "" };
                let found = format!("{}{beyond}", value.words());
                report.add(path, Problem::WrongType { fact: key.clone(), expected, found });
            }
        }
        report.end(Some(self))
    }
}
impl FromIterator<(FactKey, Fact)> for Facts {
    fn from_iter<I: IntoIterator<Item = (FactKey, Fact)>>(facts: I) -> Self {
        Self { facts: facts.into_iter().collect() }
    }
}
impl FactSource for Facts {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        self.facts.get(key).map_or(Cow::Owned(Fact::Missing), Cow::Borrowed)
    }
}
