//! The words around the texts of a handbook.

use std::collections::BTreeMap;

use guildhall_words::{Say, Words};

/// Every heading and mark of a handbook.
#[derive(Clone, Copy, Debug, Say)]
pub(crate) enum Caption {
    /// The kind of publication, on the cover.
    Handbook,
    /// Over the table of contents.
    Contents,
    /// Over the foreword.
    Foreword,
    /// Over the index by service area.
    ByArea,
    /// Over the index by authority.
    ByAuthority,
    /// What a chapter is called.
    Chapter { number: usize },
    /// Over the situation before.
    Situation,
    /// Over what was done.
    Actions,
    /// Over resources.
    Resources,
    /// Over the sums.
    Cost,
    /// Over the timescale.
    Timescale,
    /// Over the results.
    Results,
    /// Over difficulties and lessons.
    Lessons,
    /// Over transferability.
    Transferability,
    /// Over the service areas.
    Areas,
    /// Over the origin.
    Origin,
    /// Before who or what paid for the record.
    Funding,
    /// Before the authorities that wrote it.
    Authors,
    /// Over the evidence.
    Evidence,
    /// Before the citation.
    CiteAs,
    /// Before the day of the baseline.
    Before,
    /// Before the day of the value reached.
    After,
    /// Marks a text that the language lacks.
    Foreign,
    /// Marks an invented authority.
    Fictitious,
    /// The sentence that says so once.
    FictitiousNote,
}

/// Those that stand by themselves.
const ALONE: [Caption; 24] = [
    Caption::Handbook,
    Caption::Contents,
    Caption::Foreword,
    Caption::ByArea,
    Caption::ByAuthority,
    Caption::Situation,
    Caption::Actions,
    Caption::Resources,
    Caption::Cost,
    Caption::Timescale,
    Caption::Results,
    Caption::Lessons,
    Caption::Transferability,
    Caption::Areas,
    Caption::Origin,
    Caption::Funding,
    Caption::Authors,
    Caption::Evidence,
    Caption::CiteAs,
    Caption::Before,
    Caption::After,
    Caption::Foreign,
    Caption::Fictitious,
    Caption::FictitiousNote,
];

/// The captions that stand by themselves, under the names by which templates know them: `by_area`.
pub(super) fn captions(words: &dyn Words) -> BTreeMap<String, String> {
    let named = |caption: &Caption| {
        let message = caption.message();
        (message.key().replace('-', "_"), words.say(&message))
    };
    ALONE.iter().map(named).collect()
}
