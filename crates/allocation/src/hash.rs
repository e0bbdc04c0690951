//! The hashes that pin a problem and a list of applicants: SHA-256 over a form in which no two read
//! alike, whatever the order they were written in. Every text and list is preceded by its length.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::plan::{Covers, First, Quota};
use crate::problem::{AttributeIndex, Problem, Rules};
use crate::{Capacity, MechanismName, ReserveKind, Value};

/// The text is no hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected 64 lower-case hexadecimal digits")]
pub struct HashError;

macro_rules! hash {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "String", extend(
            "pattern" = "^[0-9a-f]{64}$",
            "examples" = ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
        ))]
        pub struct $name(pub(crate) [u8; 32]);

        impl $name {
            /// Its 32 bytes.
            pub const fn as_bytes(&self) -> &[u8; 32] {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
        impl FromStr for $name {
            type Err = HashError;

            fn from_str(text: &str) -> Result<Self, HashError> {
                let digit = |byte: u8| match byte {
                    b'0'..=b'9' => Ok(byte - b'0'),
                    b'a'..=b'f' => Ok(byte - b'a' + 10),
                    _ => Err(HashError),
                };
                let mut bytes = [0; 32];
                let (pairs, odd) = text.as_bytes().as_chunks::<2>();
                if pairs.len() != bytes.len() || !odd.is_empty() {
                    return Err(HashError);
                }
                for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
                    *byte = digit(*high)? << 4 | digit(*low)?;
                }
                Ok(Self(bytes))
            }
        }
        impl TryFrom<String> for $name {
            type Error = HashError;

            fn try_from(text: String) -> Result<Self, HashError> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(hash: $name) -> Self {
                hash.to_string()
            }
        }
    };
}

hash!(
    /// Pins the content of a problem: rules, applicants, choices, lists; seeds are no part of it.
    ProblemHash
);
hash!(
    /// Pins who is on one list: the hash of its ids, which is published before the seed is known.
    ListHash
);
hash!(
    /// Somebody's lot: the smaller, the better. See [`Drawn`](crate::Drawn) for how it is made.
    LotteryKey
);

/// SHA-256 over texts and numbers of which each says how long it is.
#[derive(Clone, Debug)]
pub(crate) struct Form(Sha256);

impl Form {
    pub(crate) fn new(tag: &str) -> Self {
        let mut form = Self(Sha256::new());
        form.text(tag);
        form
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.0.update(bytes);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(crate) fn length(&mut self, length: usize) {
        self.number(u64::try_from(length).unwrap_or(u64::MAX));
    }

    pub(crate) fn number(&mut self, number: u64) {
        self.0.update(number.to_be_bytes());
    }

    pub(crate) fn end(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// The hash of a problem's content, applicant by applicant in the order of ids.
pub(crate) fn of_problem(problem: &Problem) -> ProblemHash {
    let mut form = Form::new("guildhall allocation problem, form 1");
    rules(&mut form, problem);
    form.length(problem.applicants().len());
    // An applicant is put together here and hashed in one go: many small pieces cost more than they hash.
    let mut row = Vec::new();
    let put = |row: &mut Vec<u8>, number: usize| {
        row.extend_from_slice(&u64::try_from(number).unwrap_or(u64::MAX).to_be_bytes());
    };
    let columns: Vec<_> = (0..problem.attributes().len()).map(AttributeIndex::at).collect();
    for applicant in problem.applicants() {
        row.clear();
        let id = problem.applicant_id(applicant);
        put(&mut row, id.len());
        row.extend_from_slice(id.as_bytes());
        row.push(problem.list(applicant));
        match problem.withdrawn_at(applicant).and_then(|at| at.timestamp_nanos_opt()) {
            None => row.push(0),
            Some(at) => {
                row.push(1);
                row.extend_from_slice(&at.to_be_bytes());
            }
        }
        for attribute in &columns {
            match problem.value(applicant, *attribute) {
                Value::Missing => row.push(0),
                Value::Text(text) => {
                    row.push(1);
                    put(&mut row, text.len());
                    row.extend_from_slice(text.as_bytes());
                }
                Value::Integer(number) => {
                    row.push(2);
                    row.extend_from_slice(&number.to_be_bytes());
                }
                Value::Instant(at) => {
                    row.push(3);
                    row.extend_from_slice(&at.timestamp_nanos_opt().unwrap_or_default().to_be_bytes());
                }
            }
        }
        let choices = problem.choices(applicant);
        put(&mut row, choices.len());
        choices.iter().for_each(|group| row.extend_from_slice(&group.0.to_be_bytes()));
        form.0.update(&row);
    }
    ProblemHash(form.end())
}

fn rules(form: &mut Form, problem: &Problem) {
    let Rules { id, mechanism, arrival: _, attributes, plans, groups, caps } = &*problem.rules;
    form.text(id.as_str());
    match mechanism {
        MechanismName::Nested => form.text("nested"),
        MechanismName::Serial => form.text("serial"),
        MechanismName::Rolling { by } => {
            form.text("rolling");
            form.text(by.as_str());
        }
    }
    form.length(attributes.len());
    for attribute in attributes {
        form.text(attribute.name.as_str());
        form.text(attribute.of.as_str());
        form.number(attribute.optional.into());
    }
    form.length(plans.len());
    for plan in plans {
        form.text(plan.name.as_str());
        form.length(plan.priority.len());
        for key in &plan.priority {
            form.number(key.by.0.into());
            match &key.first {
                First::Highest => form.text("highest"),
                First::Lowest => form.text("lowest"),
                First::Listed(codes) => {
                    form.text("listed");
                    values(form, problem, key.by, codes);
                }
            }
        }
        quotas(form, problem, &plan.quotas);
    }
    form.length(groups.len());
    for group in groups {
        form.text(group.id.as_str());
        form.number(group.plan.0.into());
        form.number(match group.capacity {
            Capacity::Unlimited => 0,
            Capacity::Seats(seats) => seats.get().into(),
        });
        form.number(group.minimum.into());
    }
    quotas(form, problem, caps);
}

fn quotas(form: &mut Form, problem: &Problem, quotas: &[Quota]) {
    form.length(quotas.len());
    for quota in quotas {
        form.text(quota.name.as_str());
        form.number(quota.parent.map_or(0, |parent| u64::from(parent.0).saturating_add(1)));
        match &quota.covers {
            Covers::Each(attribute) => {
                form.text("each");
                form.number(attribute.0.into());
            }
            Covers::Where(conditions) => {
                form.text("where");
                form.length(conditions.len());
                for (attribute, codes) in conditions {
                    form.number(attribute.0.into());
                    values(form, problem, *attribute, codes);
                }
            }
        }
        form.number(quota.cap().unwrap_or_default().into());
        match quota.reserve {
            None => form.text("none"),
            Some(reserve) => {
                form.text(match reserve.kind {
                    ReserveKind::Floor => "floor",
                    ReserveKind::OnTop => "on_top",
                });
                form.number(reserve.seats.get().into());
            }
        }
    }
}

fn values(form: &mut Form, problem: &Problem, attribute: AttributeIndex, codes: &[u32]) {
    form.length(codes.len());
    for code in codes {
        form.text(&problem.value_of(attribute, *code).to_string());
    }
}
