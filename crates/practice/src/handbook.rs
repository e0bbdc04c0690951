//! A handbook: published versions that were selected, in order, under a title and a foreword.
//!
//! Guards G1: it is made of [`Published`] versions, which nothing but a review leads to; and G5: it
//! holds exactly what was selected, its lists in the collation order of the language.

/// The order in which languages list names.
pub mod collation {
    pub use guildhall_words::Collation;
}

pub(crate) mod caption;
pub mod model;
pub mod render;
pub(crate) mod span;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use guildhall_civic::{Authority, AuthorityKey, ServiceAreaCode, ServiceAreas};
use guildhall_kernel::{Language, LocalisedText, Report};
use guildhall_words::{Phrasebook, Say, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Citation, Evaluator, EvidenceSource, Published, RecordDefinition};
pub use model::HandbookModel;
pub use render::{RenderError, Template};

/// A handbook as an editor writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandbookDefinition {
    /// What it is called.
    pub title: LocalisedText,
    /// The line under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<LocalisedText>,
    /// Who publishes it.
    pub publisher: LocalisedText,
    /// The day it is issued.
    pub issued: NaiveDate,
    /// What comes before the practices; an empty line begins a new paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreword: Option<LocalisedText>,
    /// In which order the practices come.
    #[serde(default)]
    pub order: Order,
    /// Which versions: `["shared-delivery@1", …]`.
    pub practices: Vec<Citation>,
}

/// In which order the practices of a handbook come.
///
/// Not exhaustive: editors ask for others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Order {
    /// By title, in the collation order of the language.
    #[default]
    Title,
    /// By the names of the owners, then by title, in the collation order of the language.
    Authority,
    /// As they were selected.
    Selected,
}

/// In which language a handbook is read, and in which others where a text is missing in it.
///
/// ```
/// use guildhall_practice::{Reading, WORDS};
/// use guildhall_words::Phrasebook;
///
/// let [sl, en]: [guildhall_kernel::Language; 2] = ["sl".parse()?, "en".parse()?];
/// let slovene = Reading::new(sl.clone()).or_in([en]);
/// // In words of one's own.
/// let reworded = Reading::by(Phrasebook::new(sl).with(&WORDS, "caption-handbook = Zbirka")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Reading {
    pub(crate) words: Arc<dyn Words>,
    pub(crate) fallbacks: Vec<Language>,
}

impl Reading {
    /// In this language, as the phrasebook words it.
    pub fn new(language: Language) -> Self {
        Self::by(Phrasebook::new(language))
    }

    /// In the language of these words: those of a language that is not bundled, or others than the bundled.
    pub fn by(words: impl Words + 'static) -> Self {
        Self { words: Arc::new(words), fallbacks: Vec::new() }
    }

    /// Where a text is missing: the first of these that has it. After them comes the language the
    /// practice was written in.
    #[must_use]
    pub fn or_in(self, fallbacks: impl IntoIterator<Item = Language>) -> Self {
        Self { fallbacks: fallbacks.into_iter().collect(), ..self }
    }

    /// The language.
    pub fn language(&self) -> &Language {
        self.words.language()
    }
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading")
            .field("language", self.language())
            .field("fallbacks", &self.fallbacks)
            .finish_non_exhaustive()
    }
}

/// A handbook whose practices are at hand.
#[derive(Clone, Debug)]
pub struct Handbook {
    definition: HandbookDefinition,
    /// In the order of the selection.
    versions: Vec<Published>,
    authorities: BTreeMap<AuthorityKey, LocalisedText>,
    areas: BTreeMap<ServiceAreaCode, LocalisedText>,
}

/// One fault of a handbook and where it stands, such as `practices[2]`.
pub type HandbookFault = guildhall_kernel::Fault<HandbookProblem>;

/// Everything that keeps a handbook from being made; at least one.
pub type HandbookFaults = guildhall_kernel::Faults<HandbookProblem>;

/// What keeps a handbook from being made.
///
/// Not exhaustive: later releases may check more.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HandbookProblem {
    /// There is nothing in it.
    #[error("no practice is selected")]
    NothingSelected,
    /// A version is selected again.
    #[error("`{0}` is selected twice")]
    SelectedTwice(Citation),
    /// Two versions at hand, of two bases, are cited alike.
    #[error("two different versions at hand are cited as `{0}`")]
    TwoAtHand(Citation),
    /// A version is selected that is not there, because it was not published or not handed over.
    #[error("`{0}` is selected and is no published version at hand")]
    NotPublished(Citation),
    /// An authority has no name.
    #[error("the authority `{key}` of `{citation}` is not in the register at hand")]
    UnknownAuthority {
        /// In which version.
        citation: Citation,
        /// Which authority.
        key: AuthorityKey,
    },
    /// A service area has no name.
    #[error("the service area `{code}` of `{citation}` is not in the taxonomy at hand")]
    UnknownArea {
        /// In which version.
        citation: Citation,
        /// Which area.
        code: ServiceAreaCode,
    },
}

impl Handbook {
    /// Takes the selected versions out of those at hand, and the names they need out of the register
    /// and the taxonomy. What is at hand and not selected stays out.
    ///
    /// # Errors
    /// [`HandbookFaults`], all of them at once.
    pub fn compose<'a>(
        definition: HandbookDefinition,
        published: impl IntoIterator<Item = &'a Published>,
        register: impl IntoIterator<Item = &'a Authority>,
        taxonomy: &ServiceAreas,
    ) -> Result<Self, HandbookFaults> {
        let mut at_hand: BTreeMap<_, &Published> = BTreeMap::new();
        let mut ambiguous = BTreeSet::new();
        for one in published {
            if at_hand.insert(one.citation(), one).is_some_and(|other| other != one) {
                ambiguous.insert(one.citation());
            }
        }
        let register: BTreeMap<_, _> = register.into_iter().map(|one| (one.key(), one.names())).collect();
        let mut handbook =
            Self { definition, versions: Vec::new(), authorities: BTreeMap::new(), areas: BTreeMap::new() };
        let mut report = Report::default();
        let selected = &handbook.definition.practices;
        if selected.is_empty() {
            report.add("practices", HandbookProblem::NothingSelected);
        }
        for (index, citation) in selected.iter().enumerate() {
            let mut fault = |problem| report.add(format!("practices[{index}]"), problem);
            if selected.iter().take(index).any(|earlier| earlier == citation) {
                fault(HandbookProblem::SelectedTwice(citation.clone()));
                continue;
            }
            if ambiguous.contains(citation) {
                fault(HandbookProblem::TwoAtHand(citation.clone()));
                continue;
            }
            let Some(version) = at_hand.get(citation) else {
                fault(HandbookProblem::NotPublished(citation.clone()));
                continue;
            };
            let parts = version.record().parts();
            for key in authorities(parts) {
                match register.get(key) {
                    Some(names) => _ = handbook.authorities.insert(key.clone(), (*names).clone()),
                    None => fault(HandbookProblem::UnknownAuthority {
                        citation: citation.clone(),
                        key: key.clone(),
                    }),
                }
            }
            for code in &parts.service_areas {
                match taxonomy.get(code) {
                    Some(area) => _ = handbook.areas.insert(code.clone(), area.labels().clone()),
                    None => {
                        fault(HandbookProblem::UnknownArea {
                            citation: citation.clone(),
                            code: code.clone(),
                        });
                    }
                }
            }
            handbook.versions.push((*version).clone());
        }
        report.end(Some(handbook))
    }

    /// What the editor wrote.
    pub const fn definition(&self) -> &HandbookDefinition {
        &self.definition
    }

    /// The versions it holds, in the order of the selection.
    pub fn versions(&self) -> &[Published] {
        &self.versions
    }

    /// The handbook as it is read in one language: everything a template shows.
    pub fn model(&self, reading: &Reading) -> HandbookModel {
        wording::Wording::new(self, reading).model()
    }

    /// The handbook as one HTML page that needs nothing else, by the bundled template.
    ///
    /// # Errors
    /// [`RenderError`] if the template fails, which is a fault of this crate.
    pub fn html(&self, reading: &Reading) -> Result<String, RenderError> {
        Template::bundled()?.render(&self.model(reading))
    }
}

/// Every authority a record names.
fn authorities(parts: &RecordDefinition) -> impl Iterator<Item = &AuthorityKey> {
    let authors = parts.origin.iter().flat_map(|origin| &origin.authors);
    let evidence = parts.results.iter().flat_map(|result| &result.evidence);
    let evaluators = evidence.filter_map(|evidence| match &evidence.source {
        EvidenceSource::Evaluation { by: Evaluator::Authority(key) } => Some(key),
        _ => None,
    });
    parts.owners.iter().chain(authors).chain(evaluators)
}
