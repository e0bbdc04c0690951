//! One attribute of all applicants: a dense code each, in the order of the values, and the values.

use std::collections::HashMap;

use guildhall_kernel::Time;
use guildhall_kernel::chrono::DateTime;

use crate::problem::MISSING;
use crate::{AttributeType, Name, Value};

/// A value of an attribute before codes are given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Raw {
    /// The number of a text in the order in which texts came.
    Text(u32),
    /// An integer, or an instant in nanoseconds since 1970.
    Number(i64),
}

/// A column while applicants come in.
#[derive(Debug)]
pub(crate) enum Draft {
    Text { numbers: HashMap<Name, u32>, column: Vec<u32> },
    Number { instants: bool, ruled: Vec<i64>, column: Vec<i64>, missing: Vec<u32> },
}

/// A finished column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    codes: Vec<u32>,
    values: Values,
}

/// The distinct values, ascending; a code is a place in here.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Values {
    Texts(Vec<Name>),
    Integers(Vec<i64>),
    Instants(Vec<i64>),
}

impl Draft {
    pub(crate) fn new(of: AttributeType) -> Self {
        match of {
            AttributeType::Text => Self::Text { numbers: HashMap::new(), column: Vec::new() },
            AttributeType::Integer | AttributeType::Instant => Self::Number {
                instants: of == AttributeType::Instant,
                ruled: Vec::new(),
                column: Vec::new(),
                missing: Vec::new(),
            },
        }
    }

    /// A text of a rule or of an applicant.
    pub(crate) fn text(&mut self, text: &Name) -> Raw {
        match self {
            Self::Text { numbers, .. } => Raw::Text(number_of(numbers, text)),
            Self::Number { .. } => Raw::Number(0),
        }
    }

    /// A number that a rule names: it has a code even if nobody has it.
    pub(crate) fn ruled(&mut self, number: i64) -> Raw {
        if let Self::Number { ruled, .. } = self {
            ruled.push(number);
        }
        Raw::Number(number)
    }

    /// The value of the next applicant.
    pub(crate) fn push(&mut self, value: Option<Raw>) {
        match self {
            Self::Text { column, .. } => column.push(match value {
                Some(Raw::Text(number)) => number,
                _ => MISSING,
            }),
            Self::Number { column, missing, .. } => {
                if let Some(Raw::Number(number)) = value {
                    column.push(number);
                } else {
                    missing.push(u32::try_from(column.len()).unwrap_or(MISSING));
                    column.push(0);
                }
            }
        }
    }

    /// The column in another order of applicants, `order` giving for each place who comes there; and
    /// what the codes of rules' values are.
    pub(crate) fn finish(self, order: &[u32]) -> (Column, Codes) {
        match self {
            Self::Text { numbers, column } => {
                let mut texts: Vec<(Name, u32)> = numbers.into_iter().collect();
                texts.sort_unstable();
                let mut recoded = vec![MISSING; texts.len()];
                for (code, (_, number)) in (0_u32..).zip(&texts) {
                    if let Some(place) = recoded.get_mut(index(*number)) {
                        *place = code;
                    }
                }
                let code = |number: u32| recoded.get(index(number)).copied().unwrap_or(MISSING);
                let codes =
                    order.iter().map(|at| column.get(index(*at)).map_or(MISSING, |n| code(*n))).collect();
                let values = Values::Texts(texts.into_iter().map(|(text, _)| text).collect());
                (Column { codes, values }, Codes::Texts(recoded))
            }
            Self::Number { instants, ruled, column, missing } => {
                let mut distinct = column.clone();
                // A missing value stands as 0 and must not make a code.
                let mut gone = vec![false; if missing.is_empty() { 0 } else { column.len() }];
                if !missing.is_empty() {
                    for at in missing {
                        if let Some(gone) = gone.get_mut(index(at)) {
                            *gone = true;
                        }
                    }
                    let mut absent = gone.iter();
                    distinct.retain(|_| !absent.next().is_some_and(|gone| *gone));
                }
                distinct.extend(ruled);
                distinct.sort_unstable();
                distinct.dedup();
                distinct.shrink_to_fit();
                let code = |at: usize| {
                    if gone.get(at).is_some_and(|gone| *gone) {
                        return MISSING;
                    }
                    column.get(at).map_or(MISSING, |number| place(&distinct, number))
                };
                let codes = order.iter().map(|at| code(index(*at))).collect();
                let values = if instants {
                    Values::Instants(distinct.clone())
                } else {
                    Values::Integers(distinct.clone())
                };
                (Column { codes, values }, Codes::Numbers(distinct))
            }
        }
    }
}

/// What the codes of a finished column are.
#[derive(Debug)]
pub(crate) enum Codes {
    Texts(Vec<u32>),
    Numbers(Vec<i64>),
}

impl Codes {
    pub(crate) fn of(&self, raw: Raw) -> u32 {
        match (self, raw) {
            (Self::Texts(recoded), Raw::Text(number)) => {
                recoded.get(index(number)).copied().unwrap_or(MISSING)
            }
            (Self::Numbers(distinct), Raw::Number(number)) => place(distinct, &number),
            _ => MISSING,
        }
    }
}

impl Column {
    pub(crate) fn codes(&self) -> &[u32] {
        &self.codes
    }

    /// How many codes there are.
    pub(crate) fn distinct(&self) -> usize {
        match &self.values {
            Values::Texts(texts) => texts.len(),
            Values::Integers(numbers) | Values::Instants(numbers) => numbers.len(),
        }
    }

    /// What a code stands for.
    pub(crate) fn value(&self, code: u32) -> Value<'_> {
        let at = index(code);
        match &self.values {
            Values::Texts(texts) => texts.get(at).map_or(Value::Missing, |text| Value::Text(text.as_str())),
            Values::Integers(numbers) => numbers.get(at).map_or(Value::Missing, |n| Value::Integer(*n)),
            Values::Instants(numbers) => {
                numbers.get(at).map_or(Value::Missing, |n| Value::Instant(instant(*n)))
            }
        }
    }

    /// The code of a text, where it has one.
    pub(crate) fn code_of(&self, text: &str) -> Option<u32> {
        match &self.values {
            Values::Texts(texts) => {
                let at = texts.binary_search_by(|known| known.as_str().cmp(text)).ok()?;
                u32::try_from(at).ok()
            }
            Values::Integers(_) | Values::Instants(_) => None,
        }
    }
}

fn number_of(numbers: &mut HashMap<Name, u32>, text: &Name) -> u32 {
    if let Some(number) = numbers.get(text) {
        return *number;
    }
    let number = u32::try_from(numbers.len()).unwrap_or(MISSING);
    numbers.insert(text.clone(), number);
    number
}

fn place(distinct: &[i64], number: &i64) -> u32 {
    distinct.binary_search(number).ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(MISSING)
}

/// An instant that is kept as nanoseconds since 1970.
pub(crate) const fn instant(nanoseconds: i64) -> Time {
    DateTime::from_timestamp_nanos(nanoseconds)
}

/// A number of somebody or something as a place in a list.
pub(crate) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
