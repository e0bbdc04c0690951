//! The facts rules may ask about, each declared with its type, words and evidence (C6).

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::{Report, nth};
use crate::{FactKey, Faults, Literal, Problem, Symbol, Value};

/// What kind of value a fact has, and which of them. More types follow (instants, periods), hence
/// non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactType {
    /// Yes or no.
    Boolean,
    /// One code: of this list, or any where there is none.
    Symbol(Option<CodeList>),
    /// A whole number inside these bounds.
    Integer(Bounds<i64>),
    /// An exact decimal number inside these bounds.
    Decimal(Bounds<Decimal>),
    /// A day inside these bounds.
    Date(Bounds<NaiveDate>),
    /// Several codes: of this list, or any where there is none.
    Set(Option<CodeList>),
}

impl FactType {
    /// Whether a fact of this type can have the value.
    pub fn admits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Boolean, Value::Boolean(_)) => true,
            (Self::Symbol(list), Value::Symbol(code)) => {
                list.as_ref().is_none_or(|list| list.has(code.as_str()))
            }
            (Self::Integer(bounds), Value::Integer(value)) => bounds.contain(value),
            (Self::Decimal(bounds), Value::Decimal(value)) => bounds.contain(value),
            (Self::Date(bounds), Value::Date(value)) => bounds.contain(value),
            (Self::Set(list), Value::Set(codes)) => {
                list.as_ref().is_none_or(|list| codes.iter().all(|code| list.has(code.as_str())))
            }
            _ => false,
        }
    }

    /// The value that an officer's literal means for a fact of this type, whether admitted or not.
    /// For a set it is one code of it.
    pub(crate) fn read(&self, literal: &Literal) -> Option<Value> {
        match (self, literal) {
            (Self::Boolean, Literal::Boolean(value)) => Some(Value::Boolean(*value)),
            (Self::Symbol(_) | Self::Set(_), Literal::Text(text)) => Value::symbol(text).ok(),
            (Self::Integer(_), _) => literal.integer().map(Value::Integer),
            (Self::Decimal(_), _) => literal.decimal().map(Value::Decimal),
            (Self::Date(_), _) => literal.date().map(Value::Date),
            _ => None,
        }
    }

    /// The closed list of codes, where this type has one.
    pub const fn codes(&self) -> Option<&CodeList> {
        match self {
            Self::Symbol(Some(list)) | Self::Set(Some(list)) => Some(list),
            _ => None,
        }
    }
}
/// The type in words with its article: "a code (one of `granted`, `refused`)".
impl fmt::Display for FactType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean => f.write_str("yes or no"),
            Self::Symbol(None) => f.write_str("a code"),
            Self::Symbol(Some(list)) => write!(f, "a code (one of {list})"),
            Self::Integer(bounds) => write!(f, "a whole number{bounds}"),
            Self::Decimal(bounds) => write!(f, "a decimal number{bounds}"),
            Self::Date(bounds) => write!(f, "a date{bounds}"),
            Self::Set(None) => f.write_str("a set of codes"),
            Self::Set(Some(list)) => write!(f, "a set of codes (out of {list})"),
        }
    }
}

/// The smallest and the largest value a fact can have, both included; either may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds<T> {
    min: Option<T>,
    max: Option<T>,
}

/// The smallest value lies above the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the smallest value lies above the largest")]
pub struct BoundsError;

impl<T: PartialOrd> Bounds<T> {
    /// Any value of the type.
    pub const ANY: Self = Self { min: None, max: None };

    /// From `min` to `max`, both included.
    ///
    /// # Errors
    /// [`BoundsError`] where `min` lies above `max`.
    pub fn new(min: Option<T>, max: Option<T>) -> Result<Self, BoundsError> {
        match (&min, &max) {
            (Some(least), Some(most)) if least > most => Err(BoundsError),
            _ => Ok(Self { min, max }),
        }
    }

    /// The smallest value.
    pub const fn min(&self) -> Option<&T> {
        self.min.as_ref()
    }

    /// The largest value.
    pub const fn max(&self) -> Option<&T> {
        self.max.as_ref()
    }

    /// Whether the value lies inside.
    pub fn contain(&self, value: &T) -> bool {
        self.min.as_ref().is_none_or(|min| min <= value) && self.max.as_ref().is_none_or(|max| value <= max)
    }
}
impl<T: fmt::Display> fmt::Display for Bounds<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.min, &self.max) {
            (None, None) => Ok(()),
            (Some(min), None) => write!(f, " (from {min})"),
            (None, Some(max)) => write!(f, " (to {max})"),
            (Some(min), Some(max)) => write!(f, " (from {min} to {max})"),
        }
    }
}

/// A closed list of codes, with or without what each means. Written as a list of codes, or as a
/// table from code to label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenCodes", into = "WrittenCodes")]
#[schemars(with = "WrittenCodes")]
pub struct CodeList {
    codes: BTreeMap<Symbol, Option<LocalisedText>>,
}

/// Why some codes make no closed list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeListError {
    /// None at all.
    #[error("a closed list needs at least one code")]
    Empty,
    /// One stands there twice.
    #[error("the code `{0}` is listed twice")]
    Repeated(Symbol),
}

impl CodeList {
    /// The codes without labels.
    ///
    /// # Errors
    /// [`CodeListError`] where there is none, or one is listed twice.
    pub fn new(codes: impl IntoIterator<Item = Symbol>) -> Result<Self, CodeListError> {
        Self::collect(codes.into_iter().map(|code| (code, None)))
    }

    /// The codes, each with what it means.
    ///
    /// # Errors
    /// [`CodeListError`] where there is none, or one is listed twice.
    pub fn labelled(codes: impl IntoIterator<Item = (Symbol, LocalisedText)>) -> Result<Self, CodeListError> {
        Self::collect(codes.into_iter().map(|(code, label)| (code, Some(label))))
    }

    fn collect(codes: impl Iterator<Item = (Symbol, Option<LocalisedText>)>) -> Result<Self, CodeListError> {
        let mut list = BTreeMap::new();
        for (code, label) in codes {
            if list.insert(code.clone(), label).is_some() {
                return Err(CodeListError::Repeated(code));
            }
        }
        if list.is_empty() { Err(CodeListError::Empty) } else { Ok(Self { codes: list }) }
    }

    /// Whether the code is listed.
    pub fn has(&self, code: &str) -> bool {
        self.codes.contains_key(code)
    }

    /// What the code means, where the list says so.
    pub fn label(&self, code: &str) -> Option<&LocalisedText> {
        self.codes.get(code).and_then(Option::as_ref)
    }

    /// Every code, in byte order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Symbol> {
        self.codes.keys()
    }
}
/// The first few codes.
impl fmt::Display for CodeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 5;
        let shown: Vec<_> = self.iter().take(SHOWN).map(|code| format!("`{code}`")).collect();
        f.write_str(&shown.join(", "))?;
        match self.codes.len().checked_sub(SHOWN) {
            None | Some(0) => Ok(()),
            Some(more) => write!(f, " and {more} more"),
        }
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum WrittenCodes {
    Plain(Vec<Symbol>),
    Labelled(#[schemars(with = "BTreeMap<String, LocalisedText>")] BTreeMap<Symbol, LocalisedText>),
}
impl TryFrom<WrittenCodes> for CodeList {
    type Error = CodeListError;

    fn try_from(written: WrittenCodes) -> Result<Self, CodeListError> {
        match written {
            WrittenCodes::Plain(codes) => Self::new(codes),
            WrittenCodes::Labelled(codes) => Self::labelled(codes),
        }
    }
}
impl From<CodeList> for WrittenCodes {
    fn from(list: CodeList) -> Self {
        // A list is labelled as a whole or not at all, so a code without a label means a plain list.
        let labels: Option<BTreeMap<_, _>> =
            list.codes.iter().map(|(code, label)| label.clone().map(|label| (code.clone(), label))).collect();
        labels.map_or_else(|| Self::Plain(list.codes.into_keys().collect()), Self::Labelled)
    }
}

/// One fact as it is declared: what it is called, its type and its words.
///
/// ```
/// let declaration: guildhall_rules::Declaration = toml::from_str(r#"
///     key = "consent.superior"
///     type = "symbol"
///     codes = ["granted", "refused"]
///     label = { en = "the superior's consent", sl = "soglasje nadrejenega" }
///     evidence = { en = "the decision the superior recorded" }
///     change_cost = 1
/// "#)?;
/// assert_eq!(declaration.kind().to_string(), "a code (one of `granted`, `refused`)");
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenDeclaration", into = "WrittenDeclaration")]
#[schemars(with = "WrittenDeclaration")]
pub struct Declaration {
    key: FactKey,
    kind: FactType,
    label: LocalisedText,
    evidence: Option<LocalisedText>,
    change_cost: Option<u32>,
}

impl Declaration {
    /// A fact that says nothing about its evidence and that nobody can change.
    pub const fn new(key: FactKey, kind: FactType, label: LocalisedText) -> Self {
        Self { key, kind, label, evidence: None, change_cost: None }
    }

    /// What proves the fact, in words.
    #[must_use]
    pub fn proved_by(mut self, evidence: LocalisedText) -> Self {
        self.evidence = Some(evidence);
        self
    }

    /// Says that the person asking can change the fact, at this cost. Only the order of costs
    /// matters: cheaper changes are suggested first.
    #[must_use]
    pub const fn changeable(mut self, cost: u32) -> Self {
        self.change_cost = Some(cost);
        self
    }

    /// What the fact is called.
    pub const fn key(&self) -> &FactKey {
        &self.key
    }

    /// Its type.
    pub const fn kind(&self) -> &FactType {
        &self.kind
    }

    /// Its name in words.
    pub const fn label(&self) -> &LocalisedText {
        &self.label
    }

    /// What proves it, in words.
    pub const fn evidence(&self) -> Option<&LocalisedText> {
        self.evidence.as_ref()
    }

    /// What changing it costs; `None` where the person asking cannot change it.
    pub const fn change_cost(&self) -> Option<u32> {
        self.change_cost
    }
}

#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "FactType")]
enum Kind {
    Boolean,
    Symbol,
    Integer,
    Decimal,
    Date,
    Set,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Declaration")]
struct WrittenDeclaration {
    /// What the fact is called, such as `applicant.position`.
    key: FactKey,
    r#type: Kind,
    /// Its name in words.
    label: LocalisedText,
    /// Only for `symbol` and `set`: the codes there are, where the list is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    codes: Option<CodeList>,
    /// Only for `integer`, `decimal` and `date`: the smallest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min: Option<Literal>,
    /// Only for `integer`, `decimal` and `date`: the largest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<Literal>,
    /// What proves the fact, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence: Option<LocalisedText>,
    /// What it costs the person asking to change the fact; absent where they cannot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    change_cost: Option<u32>,
}

/// Why a written declaration is none.
#[derive(Debug, thiserror::Error)]
enum DeclarationError {
    #[error("`{key}`: {name} has no meaning for this type")]
    Misplaced { key: FactKey, name: &'static str },
    #[error("`{key}`: `{literal}` is no value of this type")]
    Literal { key: FactKey, literal: Literal },
    #[error("`{key}`: {source}")]
    Bounds { key: FactKey, source: BoundsError },
}

impl TryFrom<WrittenDeclaration> for Declaration {
    type Error = DeclarationError;

    fn try_from(written: WrittenDeclaration) -> Result<Self, DeclarationError> {
        let WrittenDeclaration { key, r#type, label, codes, min, max, evidence, change_cost } = written;
        let has_codes = matches!(r#type, Kind::Symbol | Kind::Set);
        let has_bounds = matches!(r#type, Kind::Integer | Kind::Decimal | Kind::Date);
        if codes.is_some() && !has_codes {
            return Err(DeclarationError::Misplaced { key, name: "`codes`" });
        }
        if (min.is_some() || max.is_some()) && !has_bounds {
            return Err(DeclarationError::Misplaced { key, name: "`min` or `max`" });
        }
        let kind = match r#type {
            Kind::Boolean => FactType::Boolean,
            Kind::Symbol => FactType::Symbol(codes),
            Kind::Set => FactType::Set(codes),
            Kind::Integer => FactType::Integer(bounds(&key, min, max, Literal::integer)?),
            Kind::Decimal => FactType::Decimal(bounds(&key, min, max, Literal::decimal)?),
            Kind::Date => FactType::Date(bounds(&key, min, max, Literal::date)?),
        };
        Ok(Self { key, kind, label, evidence, change_cost })
    }
}

fn bounds<T: PartialOrd>(
    key: &FactKey,
    min: Option<Literal>,
    max: Option<Literal>,
    read: impl Fn(&Literal) -> Option<T>,
) -> Result<Bounds<T>, DeclarationError> {
    let end = |literal: Option<Literal>| {
        literal
            .map(|literal| {
                read(&literal).ok_or_else(|| DeclarationError::Literal { key: key.clone(), literal })
            })
            .transpose()
    };
    Bounds::new(end(min)?, end(max)?).map_err(|source| DeclarationError::Bounds { key: key.clone(), source })
}

impl From<Declaration> for WrittenDeclaration {
    fn from(declaration: Declaration) -> Self {
        let Declaration { key, kind, label, evidence, change_cost } = declaration;
        fn literal<T: Into<Literal>>(end: Option<T>) -> Option<Literal> {
            end.map(Into::into)
        }
        let (r#type, codes, min, max) = match kind {
            FactType::Boolean => (Kind::Boolean, None, None, None),
            FactType::Symbol(codes) => (Kind::Symbol, codes, None, None),
            FactType::Set(codes) => (Kind::Set, codes, None, None),
            FactType::Integer(b) => (Kind::Integer, None, literal(b.min), literal(b.max)),
            FactType::Decimal(b) => (Kind::Decimal, None, literal(b.min), literal(b.max)),
            FactType::Date(b) => (Kind::Date, None, literal(b.min), literal(b.max)),
        };
        Self { key, r#type, label, codes, min, max, evidence, change_cost }
    }
}

/// Every fact that rules may ask about, each declared once. Written as a list: `[[facts]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenVocabulary", into = "WrittenVocabulary")]
#[schemars(with = "WrittenVocabulary")]
pub struct Vocabulary {
    declarations: BTreeMap<FactKey, Declaration>,
}

impl Vocabulary {
    /// Collects declarations.
    ///
    /// # Errors
    /// [`Faults`] naming every key that is declared more than once.
    pub fn new(declarations: impl IntoIterator<Item = Declaration>) -> Result<Self, Faults> {
        let mut report = Report::default();
        let mut collected = BTreeMap::new();
        for (index, declaration) in declarations.into_iter().enumerate() {
            let key = declaration.key.clone();
            if collected.insert(key.clone(), declaration).is_some() {
                report.add(nth("", "facts", index), Problem::DeclaredTwice { key });
            }
        }
        report.end(Some(Self { declarations: collected }))
    }

    /// The declaration of a fact.
    pub fn get(&self, key: &str) -> Option<&Declaration> {
        self.declarations.get(key)
    }

    /// Every declaration, by key.
    pub fn iter(&self) -> impl Iterator<Item = &Declaration> {
        self.declarations.values()
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Vocabulary")]
struct WrittenVocabulary {
    /// The facts rules may ask about.
    facts: Vec<Declaration>,
}
impl TryFrom<WrittenVocabulary> for Vocabulary {
    type Error = Faults;

    fn try_from(written: WrittenVocabulary) -> Result<Self, Faults> {
        Self::new(written.facts)
    }
}
impl From<Vocabulary> for WrittenVocabulary {
    fn from(vocabulary: Vocabulary) -> Self {
        Self { facts: vocabulary.declarations.into_values().collect() }
    }
}
