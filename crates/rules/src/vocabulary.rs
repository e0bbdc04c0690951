//! The facts rules may ask about, each declared with its type, words and evidence (C6).

use std::collections::BTreeMap;

use guildhall_kernel::LocalisedText;
use guildhall_kernel::chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::{Report, nth};
use crate::{Bounds, BoundsError, CodeList, FactKey, FactType, Faults, Literal, Problem, RecordType, Symbol};

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
    unit: Option<Unit>,
    evidence: Option<LocalisedText>,
    change_cost: Option<u32>,
}

/// What a number counts: `{ code = "h", label = { en = "hours" } }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    code: Symbol,
    label: LocalisedText,
}

impl Unit {
    /// A unit by its code and its words, as they stand behind a number.
    pub const fn new(code: Symbol, label: LocalisedText) -> Self {
        Self { code, label }
    }

    /// The code.
    pub const fn code(&self) -> &Symbol {
        &self.code
    }

    /// The words.
    pub const fn label(&self) -> &LocalisedText {
        &self.label
    }
}

impl Declaration {
    /// A fact that says nothing about its evidence and that nobody can change.
    pub const fn new(key: FactKey, kind: FactType, label: LocalisedText) -> Self {
        Self { key, kind, label, unit: None, evidence: None, change_cost: None }
    }

    /// What the number counts. It has a meaning for whole and decimal numbers only, and is let go
    /// elsewhere.
    #[must_use]
    pub fn counted_in(mut self, unit: Unit) -> Self {
        self.unit = Some(unit).filter(|_| matches!(self.kind, FactType::Integer(_) | FactType::Decimal(_)));
        self
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

    /// What the number counts, where that is said.
    pub const fn unit(&self) -> Option<&Unit> {
        self.unit.as_ref()
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
    Instant,
    Period,
    Records,
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
    /// Only for `integer` and `decimal`: what the number counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    /// Only for `instant`: the IANA name of the zone on whose clock its day is read, such as
    /// `Europe/Warsaw`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    zone: Option<Tz>,
    /// Only for `records`, and needed there: what a record has, each field declared as a fact is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fields: Option<RecordType>,
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
    #[error("`{key}`: records need `fields`")]
    NoFields { key: FactKey },
    #[error("`{key}`: `{literal}` is no value of this type")]
    Literal { key: FactKey, literal: Literal },
    #[error("`{key}`: {source}")]
    Bounds { key: FactKey, source: BoundsError },
}

impl TryFrom<WrittenDeclaration> for Declaration {
    type Error = DeclarationError;

    fn try_from(written: WrittenDeclaration) -> Result<Self, DeclarationError> {
        let WrittenDeclaration {
            key,
            r#type,
            label,
            codes,
            min,
            max,
            unit,
            zone,
            fields,
            evidence,
            change_cost,
        } = written;
        let has_codes = matches!(r#type, Kind::Symbol | Kind::Set);
        let has_bounds = matches!(r#type, Kind::Integer | Kind::Decimal | Kind::Date);
        let only = |present: bool, belongs: bool, name: &'static str| match present && !belongs {
            true => Err(DeclarationError::Misplaced { key: key.clone(), name }),
            false => Ok(()),
        };
        only(codes.is_some(), has_codes, "`codes`")?;
        only(min.is_some() || max.is_some(), has_bounds, "`min` or `max`")?;
        only(unit.is_some(), matches!(r#type, Kind::Integer | Kind::Decimal), "`unit`")?;
        only(zone.is_some(), matches!(r#type, Kind::Instant), "`zone`")?;
        only(fields.is_some(), matches!(r#type, Kind::Records), "`fields`")?;
        let kind = match r#type {
            Kind::Boolean => FactType::Boolean,
            Kind::Symbol => FactType::Symbol(codes),
            Kind::Set => FactType::Set(codes),
            Kind::Integer => FactType::Integer(bounds(&key, min, max, Literal::integer)?),
            Kind::Decimal => FactType::Decimal(bounds(&key, min, max, Literal::decimal)?),
            Kind::Date => FactType::Date(bounds(&key, min, max, Literal::date)?),
            Kind::Instant => FactType::Instant(zone),
            Kind::Period => FactType::Period,
            Kind::Records => match fields {
                Some(fields) => FactType::Records(fields),
                None => return Err(DeclarationError::NoFields { key }),
            },
        };
        Ok(Self { key, kind, label, unit, evidence, change_cost })
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
        let Declaration { key, kind, label, unit, evidence, change_cost } = declaration;
        fn literal<T: Into<Literal>>(end: Option<T>) -> Option<Literal> {
            end.map(Into::into)
        }
        let mut written = Self {
            key,
            r#type: Kind::Boolean,
            label,
            codes: None,
            min: None,
            max: None,
            unit,
            zone: None,
            fields: None,
            evidence,
            change_cost,
        };
        written.r#type = match kind {
            FactType::Boolean => Kind::Boolean,
            FactType::Symbol(codes) => {
                written.codes = codes;
                Kind::Symbol
            }
            FactType::Set(codes) => {
                written.codes = codes;
                Kind::Set
            }
            FactType::Integer(b) => {
                (written.min, written.max) = (literal(b.min().copied()), literal(b.max().copied()));
                Kind::Integer
            }
            FactType::Decimal(b) => {
                (written.min, written.max) = (literal(b.min().copied()), literal(b.max().copied()));
                Kind::Decimal
            }
            FactType::Date(b) => {
                (written.min, written.max) = (literal(b.min().copied()), literal(b.max().copied()));
                Kind::Date
            }
            FactType::Instant(zone) => {
                written.zone = zone;
                Kind::Instant
            }
            FactType::Period => Kind::Period,
            FactType::Records(fields) => {
                written.fields = Some(fields);
                Kind::Records
            }
        };
        written
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

    /// The same facts, the codes of this one being these and no others, with their words: an open list of
    /// positions, say, becomes the list that a programme knows. A fact that is no code and no set of codes
    /// stays as it is.
    #[must_use]
    pub fn with_codes(mut self, key: &str, codes: CodeList) -> Self {
        if let Some(declaration) = self.declarations.get_mut(key)
            && let FactType::Symbol(list) | FactType::Set(list) = &mut declaration.kind
        {
            *list = Some(codes);
        }
        self
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
