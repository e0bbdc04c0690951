//! What is said of what an officer wrote: each fault or warning with its place, a suggestion and the
//! other places it has to do with. Guards C5: it never holds more of a file than names and codes.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::{Limits, Place, Source, Sources};

/// Whether what was written can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::exhaustive_enums, reason = "either it can be used or it cannot")]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but it is hardly what was meant.
    Warning,
}

/// Another place that a diagnostic has to do with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Related {
    place: Place,
    message: String,
}

impl Related {
    /// The place.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// What is there, such as `first defined here`.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// One fault or warning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Diagnostic {
    severity: Severity,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related>,
}

impl Diagnostic {
    /// A fault: what was written cannot be used.
    pub fn error(message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            message: message.into(),
            place: None,
            help: None,
            related: Vec::new(),
        }
    }

    /// A warning: it can be used, but it is hardly what was meant.
    pub fn warning(message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(message) }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Says what may help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Asks whether something near was meant, if there is something.
    #[must_use]
    pub fn did_you_mean(mut self, nearest: Option<&str>) -> Self {
        if let Some(nearest) = nearest {
            self.help = Some(format!("did you mean `{nearest}`?"));
        }
        self
    }

    /// Points to another place it has to do with.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }

    /// Whether what was written can be used.
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// What is wrong, in lower case and without a full stop.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where; nothing where it stands nowhere.
    pub const fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// What may help.
    pub fn suggestion(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// The other places it has to do with.
    pub fn others(&self) -> &[Related] {
        &self.related
    }

    /// By file, line and column; what has no place comes last.
    fn order(&self) -> impl Ord {
        let place = self.place.as_ref();
        (place.is_none(), place.map(|place| (place.name(), place.line(), place.column())))
    }
}

/// Everything that is said of a folder, and the texts to show it in.
///
/// As many are kept as [`Limits::shown`] says, and a few of each file whatever stands in the others;
/// what comes after is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostics {
    shown: usize,
    kept: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
    /// Files with a fault, kept or not, and how many of theirs are kept.
    faulty: BTreeMap<Box<str>, usize>,
    /// Files of which anything is said, kept or not.
    named: BTreeSet<Box<str>>,
    sources: Sources,
}

impl Diagnostics {
    /// Nothing is said yet.
    pub fn new(limits: &Limits) -> Self {
        Self {
            shown: limits.shown,
            kept: Vec::new(),
            errors: 0,
            warnings: 0,
            faulty: BTreeMap::new(),
            named: BTreeSet::new(),
            sources: Sources::default(),
        }
    }

    /// Says one thing more.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        let count = match diagnostic.severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        let mut keep = *count < self.shown;
        if let Some(place) = &diagnostic.place {
            if !self.named.contains(place.name()) {
                self.named.insert(place.name().into());
            }
            if diagnostic.severity == Severity::Error {
                let kept = self.faulty.entry(place.name().into()).or_default();
                // One table of many faults does not hide those of the other files.
                keep |= *kept < (self.shown / 20).clamp(1, 10).min(self.shown);
                *kept += usize::from(keep);
            }
        }
        if keep {
            self.kept.push(diagnostic);
        }
        *count += 1;
    }

    /// Keeps a text whose lines may be shown.
    pub fn show(&mut self, source: Source) {
        self.sources.add(source);
    }

    /// Says what another says.
    pub fn extend(&mut self, other: Self) {
        let Self { kept, errors, warnings, faulty, named, sources, .. } = other;
        let before = (self.errors, self.warnings);
        kept.into_iter().for_each(|diagnostic| self.add(diagnostic));
        (self.errors, self.warnings) = (before.0 + errors, before.1 + warnings);
        for file in faulty.into_keys() {
            self.faulty.entry(file).or_default();
        }
        self.named.extend(named);
        self.sources.extend(sources);
    }

    /// How many faults are kept at most.
    pub(crate) const fn most(&self) -> usize {
        self.shown
    }

    /// Every diagnostic that is kept, ordered by file, line and column.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        let mut ordered: Vec<_> = self.kept.iter().collect();
        ordered.sort_by(|a, b| a.order().cmp(&b.order()));
        ordered.into_iter()
    }

    /// How many faults there are, those that are not kept included.
    pub const fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are, those that are not kept included.
    pub const fn warnings(&self) -> usize {
        self.warnings
    }

    /// Whether there is no fault; there may be warnings.
    pub const fn is_sound(&self) -> bool {
        self.errors == 0
    }

    /// How many files something is said of.
    pub(crate) fn files(&self) -> usize {
        self.named.len()
    }

    /// Whether a fault stands in this file.
    pub fn is_faulty(&self, file: &str) -> bool {
        self.faulty.contains_key(file)
    }

    /// The texts to show it in.
    pub const fn sources(&self) -> &Sources {
        &self.sources
    }
}
