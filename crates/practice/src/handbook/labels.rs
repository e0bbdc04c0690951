//! The words around the texts of a handbook, in English, Polish, Slovene and Russian; a caller may
//! bring others.

use std::borrow::Cow;

use guildhall_kernel::Language;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod en;
mod pl;
mod ru;
mod sl;

type Word = Cow<'static, str>;

/// Every word that a handbook says by itself. Whole phrases, because languages inflect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(deny_unknown_fields)]
pub struct Labels {
    /// The kind of publication, on the cover.
    pub handbook: Word,
    /// The heading of the table of contents.
    pub contents: Word,
    /// The heading of the foreword.
    pub foreword: Word,
    /// The heading of the index by service area.
    pub by_area: Word,
    /// The heading of the index by authority.
    pub by_authority: Word,
    /// What a chapter is called, before its number.
    pub practice: Word,
    /// The heading of the situation before.
    pub situation: Word,
    /// The heading of what was done.
    pub actions: Word,
    /// The heading of resources and cost.
    pub resources: Word,
    /// The heading of the sums.
    pub cost: Word,
    /// The heading of the timescale.
    pub timescale: Word,
    /// The heading of the results.
    pub results: Word,
    /// The heading of difficulties and lessons.
    pub lessons: Word,
    /// The heading of transferability.
    pub transferability: Word,
    /// The heading of the service areas.
    pub areas: Word,
    /// The heading of the origin.
    pub origin: Word,
    /// What comes before the project that paid for the record.
    pub funding: Word,
    /// What comes before the authorities that wrote it.
    pub authors: Word,
    /// The heading of the evidence.
    pub evidence: Word,
    /// What comes before the citation.
    pub cite_as: Word,
    /// What comes before the baseline.
    pub before: Word,
    /// What comes before the value reached.
    pub after: Word,
    /// The weakest evidence grade.
    pub claimed: Word,
    /// The middle evidence grade.
    pub measured: Word,
    /// The strongest evidence grade.
    pub independently_evaluated: Word,
    /// Evidence that is a statement.
    pub statement: Word,
    /// Evidence that is a measurement.
    pub measurement: Word,
    /// Evidence that is an evaluation.
    pub evaluation: Word,
    /// A lesson that is a difficulty.
    pub difficulty: Word,
    /// A lesson that is a failure.
    pub failure: Word,
    /// A lesson that is advice.
    pub advice: Word,
    /// A sum paid once.
    pub once: Word,
    /// A sum paid every year.
    pub yearly: Word,
    /// Origin: a contest.
    pub contest: Word,
    /// Origin: an exchange group.
    pub exchange_group: Word,
    /// Origin: a training.
    pub training_project: Word,
    /// Origin: the owner's own office.
    pub own_office: Word,
    /// Origin: the media.
    pub media: Word,
    /// Origin: a recommendation.
    pub recommendation: Word,
    /// What marks a text that the language lacks.
    pub foreign: Word,
    /// What marks an invented authority.
    pub fictitious: Word,
    /// The sentence that says so once.
    pub fictitious_note: Word,
    /// A day: `{day}`, `{month}` and `{year}`.
    pub day: Word,
    /// A beginning: `{month}` and `{year}`.
    pub since: Word,
    /// A sum: `{amount}` and `{currency}`.
    pub money: Word,
    /// The mark before decimals.
    pub decimal_mark: Word,
    /// The mark between groups of three digits.
    pub group_mark: Word,
    /// The months by themselves and in a span: `June 2019`.
    pub months: [Word; 12],
    /// The months in a day: `13 June 2019`.
    pub months_dated: [Word; 12],
    /// The months in a beginning: `since June 2019`.
    pub months_since: [Word; 12],
}

impl Labels {
    /// The bundled labels of a language, whatever its script or region; those of English for a
    /// language that is not bundled.
    pub fn bundled(language: &Language) -> Self {
        match language.as_str().split('-').next() {
            Some("pl") => pl::LABELS,
            Some("ru") => ru::LABELS,
            Some("sl") => sl::LABELS,
            _ => en::LABELS,
        }
    }
}

const fn months(names: [&'static str; 12]) -> [Word; 12] {
    let [a, b, c, d, e, f, g, h, i, j, k, l] = names;
    [
        Word::Borrowed(a),
        Word::Borrowed(b),
        Word::Borrowed(c),
        Word::Borrowed(d),
        Word::Borrowed(e),
        Word::Borrowed(f),
        Word::Borrowed(g),
        Word::Borrowed(h),
        Word::Borrowed(i),
        Word::Borrowed(j),
        Word::Borrowed(k),
        Word::Borrowed(l),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_every_word_its_own_way() {
        let english = serde_json::to_value(en::LABELS).unwrap();
        for labels in [en::LABELS, pl::LABELS, ru::LABELS, sl::LABELS] {
            for (field, word) in serde_json::to_value(&labels).unwrap().as_object().unwrap() {
                assert!(word.as_str().is_none_or(|word| !word.trim().is_empty() || field == "group_mark"));
            }
            for (pattern, parts) in [
                (&labels.day, &["{day}", "{month}", "{year}"][..]),
                (&labels.since, &["{month}", "{year}"]),
                (&labels.money, &["{amount}", "{currency}"]),
            ] {
                assert!(parts.iter().all(|part| pattern.contains(part)), "{pattern}");
            }
        }
        for labels in [pl::LABELS, ru::LABELS, sl::LABELS] {
            let other = serde_json::to_value(&labels).unwrap();
            let same = |field: &&String| english[*field] == other[*field];
            let same: Vec<_> = english.as_object().unwrap().keys().filter(same).collect();
            assert!(same.iter().all(|field| *field == "media" || *field == "day"), "{same:?}");
        }
    }

    #[test]
    fn a_language_that_is_not_bundled_is_worded_in_english() {
        assert_eq!(Labels::bundled(&"hsb".parse().unwrap()), en::LABELS);
        assert_eq!(Labels::bundled(&"sl-SI".parse().unwrap()), sl::LABELS);
    }
}
