//! What the schema pass finds, before it is said: where, in which words, and how reading may go on.

use std::borrow::Cow;

use crate::node::{Path, Step};

/// One thing that a schema does not allow.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// The value; for a field that is unknown or missing, the table it is in.
    pub(crate) path: Path,
    pub(crate) wrong: Wrong,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Whether a constructor may know better what is wrong with it.
    pub(crate) soft: bool,
    /// Whether it says nothing where something else is said of the same value or of one inside it.
    pub(crate) vague: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// A field nobody knows, and the one that may be meant.
    Unknown { key: String, nearest: Option<String> },
    /// A field that must be there.
    Missing { key: String },
    /// The value itself.
    Value,
}

impl Finding {
    pub(crate) fn value(path: Path, message: impl Into<String>) -> Self {
        Self { path, wrong: Wrong::Value, message: message.into(), help: None, soft: false, vague: false }
    }

    pub(crate) fn soft(path: Path, message: impl Into<String>) -> Self {
        Self { soft: true, ..Self::value(path, message) }
    }

    pub(crate) fn vague(path: Path, message: impl Into<String>) -> Self {
        Self { vague: true, ..Self::soft(path, message) }
    }

    pub(crate) fn did_you_mean(mut self, nearest: Option<&str>) -> Self {
        self.help = nearest.map(|nearest| format!("did you mean `{nearest}`?"));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The path of what is wrong, its field included.
    pub(crate) fn full(&self) -> Path {
        let mut path = self.path.clone();
        if let Wrong::Unknown { key, .. } | Wrong::Missing { key } = &self.wrong {
            path.push(Step::Key(Cow::Owned(key.clone())));
        }
        path
    }
}
