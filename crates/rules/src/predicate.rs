//! Conditions that a developer writes in Rust, beside those that officers write as data (R2, R8).

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::num::NonZeroU32;
use std::sync::Arc;

use crate::{Fact, FactKey, FactSource, PredicateName, Verdict};

/// How many facts one predicate may declare.
pub const MAX_READ: usize = 64;

/// A condition in Rust, which rules name: `{ predicate = "in-partner-region" }`.
///
/// A trait because only the caller knows its geography, its calendar or its statutes; implemented by
/// callers.
///
/// To keep answers honest, an implementation
/// - declares every fact it reads; what it does not declare is [`Fact::Missing`] to it;
/// - answers from these facts alone, and the same each time: no clock, no random number, no other state;
/// - says [`Verdict::Undetermined`] while a missing fact could change its answer, so that learning a fact
///   never turns met into unmet or the other way round (R2);
/// - takes another version when its answers change: the version is part of what a decision pins.
///
/// ```
/// use std::{num::NonZeroU32, sync::Arc};
/// use guildhall_rules::{
///     Declared, FactKey, FactSource, Facts, Predicate, PredicateName, Terms, Value, Verdict, Vocabulary,
/// };
///
/// /// The register number of an authority ends in its check digit.
/// struct Checked { name: PredicateName, reads: [FactKey; 1] }
///
/// impl Predicate for Checked {
///     fn name(&self) -> &PredicateName { &self.name }
///     fn version(&self) -> NonZeroU32 { NonZeroU32::MIN }
///     fn reads(&self) -> &[FactKey] { &self.reads }
///     fn ask(&self, facts: &Declared<'_>) -> Verdict {
///         let [number] = &self.reads;
///         match facts.fact(number).value() {
///             Some(Value::Integer(number)) => (number / 10 % 10 == number % 10).into(),
///             _ => Verdict::Undetermined,
///         }
///     }
/// }
///
/// let vocabulary: Vocabulary = toml::from_str(
///     r#"facts = [{ key = "authority.number", type = "integer", label = { en = "register number" } }]"#,
/// )?;
/// let checked = Checked {
///     name: PredicateName::new("check-digit")?,
///     reads: [FactKey::new("authority.number")?],
/// };
/// let terms = Terms::new(vocabulary).with_predicate(Arc::new(checked))?;
/// let rule = terms.check(toml::from_str(r#"
///     id = "registered"
///     version = 1
///     predicate = "check-digit"
/// "#)?)?;
/// assert_eq!(rule.verdict(&Facts::known([("authority.number", 4711.into())])?), Verdict::Met);
/// assert_eq!(rule.verdict(&Facts::default()), Verdict::Undetermined);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Predicate: Send + Sync {
    /// What rules call it.
    fn name(&self) -> &PredicateName;

    /// Which version of its answers these are.
    fn version(&self) -> NonZeroU32;

    /// Every fact it may read; at most [`MAX_READ`].
    fn reads(&self) -> &[FactKey];

    /// Its answer.
    fn ask(&self, facts: &Declared<'_>) -> Verdict;
}

/// The facts a predicate declared, and no others. Remembers which of them it was asked for.
pub struct Declared<'a> {
    facts: &'a dyn FactSource,
    declared: &'a [FactKey],
    read: Cell<u64>,
}

impl<'a> Declared<'a> {
    pub(crate) fn new(facts: &'a dyn FactSource, declared: &'a [FactKey]) -> Self {
        Self { facts, declared, read: Cell::new(0) }
    }

    /// Which of the declared facts were read so far.
    pub(crate) fn read(&self) -> impl Iterator<Item = &'a FactKey> {
        let read = self.read.get();
        self.declared
            .iter()
            .enumerate()
            .filter(move |(nth, _)| *nth < MAX_READ && read >> nth & 1 == 1)
            .map(|(_, key)| key)
    }
}
impl FactSource for Declared<'_> {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        match self.declared.iter().take(MAX_READ).position(|declared| declared == key) {
            Some(nth) => {
                self.read.set(self.read.get() | 1 << nth);
                self.facts.fact(key)
            }
            None => Cow::Owned(Fact::Missing),
        }
    }
}
impl fmt::Debug for Declared<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Declared").field("declared", &self.declared).finish_non_exhaustive()
    }
}

/// A predicate in a checked tree.
#[derive(Clone)]
pub(crate) struct Custom(pub(crate) Arc<dyn Predicate>);

impl Custom {
    pub(crate) fn name(&self) -> &PredicateName {
        self.0.name()
    }

    pub(crate) fn version(&self) -> NonZeroU32 {
        self.0.version()
    }

    pub(crate) fn reads(&self) -> &[FactKey] {
        self.0.reads()
    }

    pub(crate) fn ask(&self, facts: &Declared<'_>) -> Verdict {
        self.0.ask(facts)
    }

    pub(crate) fn verdict(&self, facts: &dyn FactSource) -> Verdict {
        self.ask(&Declared::new(facts, self.0.reads()))
    }
}
impl fmt::Debug for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} v{}", self.name(), self.version())
    }
}
