//! What can be wrong with a record, all of it found at once, each fault with the path to it.

use guildhall_kernel::{Language, LocalisedText};

use crate::record::TITLE_LIMIT;
use crate::{Evaluator, EvidenceSource, RecordDefinition};

/// One fault of a record and where it stands, such as `results[0].statement`.
pub type RecordFault = guildhall_kernel::Fault<RecordProblem>;

/// Every fault of a record, most of them in the order of the definition; at least one.
pub type RecordFaults = guildhall_kernel::Faults<RecordProblem>;

type Report = guildhall_kernel::Report<RecordProblem>;

/// What is wrong.
///
/// Not exhaustive: later releases may find more.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordProblem {
    /// A title is too long.
    #[error("the title in `{language}` has {length} characters, {TITLE_LIMIT} are allowed")]
    TitleTooLong {
        /// In which language.
        language: Language,
        /// How many characters it has.
        length: usize,
    },
    /// A text is not in the language everything was written in.
    #[error("the text is missing in the source language `{0}`")]
    NotInSource(Language),
    /// A text is in a language that the record does not list.
    #[error("the text is in `{0}`, which `languages` does not list")]
    Unlisted(Language),
    /// Title or summary is not translated.
    #[error("the text is missing in `{0}`; title and summary are needed in every listed language")]
    Untranslated(Language),
    /// The source language is not listed.
    #[error("the source language `{0}` is not listed")]
    SourceUnlisted(Language),
    /// Something is listed twice.
    #[error("`{0}` is listed twice")]
    Twice(String),
    /// Nobody's practice: there is no owner.
    #[error("at least one authority is needed")]
    NoOwner,
    /// A cost is less than nothing.
    #[error("a cost is not negative")]
    NegativeCost,
    /// A period without a first day says nothing of how long something took.
    #[error("the first day is missing")]
    NoFirstDay,
}

/// Finds every fault of a definition.
pub(crate) fn examine(definition: &RecordDefinition) -> Report {
    let mut examiner = Examiner { definition, report: Report::default() };
    examiner.languages();
    examiner.owners();
    examiner.twice("service_areas", &definition.service_areas);
    examiner.everywhere("title", &definition.title);
    examiner.title();
    definition.summary.iter().for_each(|text| examiner.everywhere("summary", text));
    for (path, text) in [
        ("situation", &definition.situation),
        ("actions", &definition.actions),
        ("transferability", &definition.transferability),
    ] {
        text.iter().for_each(|text| examiner.text(path, text));
    }
    examiner.resources();
    examiner.timescale();
    examiner.results();
    for (index, lesson) in definition.lessons.iter().enumerate() {
        examiner.text(&format!("lessons[{index}].text"), &lesson.text);
    }
    examiner.origin();
    examiner.report
}

struct Examiner<'a> {
    definition: &'a RecordDefinition,
    report: Report,
}

impl Examiner<'_> {
    fn languages(&mut self) {
        let RecordDefinition { source_language, languages, .. } = self.definition;
        if !languages.contains(source_language) {
            self.report.add("source_language", RecordProblem::SourceUnlisted(source_language.clone()));
        }
        self.twice("languages", languages);
    }

    fn owners(&mut self) {
        if self.definition.owners.is_empty() {
            self.report.add("owners", RecordProblem::NoOwner);
        }
        self.twice("owners", &self.definition.owners);
    }

    fn twice<T: PartialEq + ToString>(&mut self, path: &str, list: &[T]) {
        for (index, item) in list.iter().enumerate() {
            if list.iter().take(index).any(|earlier| earlier == item) {
                self.report.add(format!("{path}[{index}]"), RecordProblem::Twice(item.to_string()));
            }
        }
    }

    fn title(&mut self) {
        for (language, title) in self.definition.title.iter() {
            let length = title.chars().count();
            if length > TITLE_LIMIT {
                self.report.add("title", RecordProblem::TitleTooLong { language: language.clone(), length });
            }
        }
    }

    /// A text in the source language and in no language that is not listed.
    fn text(&mut self, path: &str, text: &LocalisedText) {
        let RecordDefinition { source_language, languages, .. } = self.definition;
        if text.get(source_language).is_none() {
            self.report.add(path, RecordProblem::NotInSource(source_language.clone()));
        }
        for (language, _) in text.iter() {
            if !languages.contains(language) && language != source_language {
                self.report.add(path, RecordProblem::Unlisted(language.clone()));
            }
        }
    }

    /// A text that is needed in every listed language.
    fn everywhere(&mut self, path: &str, text: &LocalisedText) {
        self.text(path, text);
        let RecordDefinition { source_language, languages, .. } = self.definition;
        for language in languages.iter().filter(|language| *language != source_language) {
            if text.get(language).is_none() {
                self.report.add(path, RecordProblem::Untranslated(language.clone()));
            }
        }
    }

    fn resources(&mut self) {
        let Some(resources) = &self.definition.resources else { return };
        self.text("resources.description", &resources.description);
        for (index, cost) in resources.costs.iter().enumerate() {
            self.text(&format!("resources.costs[{index}].purpose"), &cost.purpose);
            if cost.amount.minor() < 0 {
                self.report.add(format!("resources.costs[{index}].amount"), RecordProblem::NegativeCost);
            }
        }
    }

    fn timescale(&mut self) {
        let Some(timescale) = &self.definition.timescale else { return };
        if timescale.period.from().is_none() {
            self.report.add("timescale.period", RecordProblem::NoFirstDay);
        }
        timescale.phases.iter().for_each(|text| self.text("timescale.phases", text));
    }

    fn results(&mut self) {
        for (index, result) in self.definition.results.iter().enumerate() {
            let path = format!("results[{index}]");
            self.text(&format!("{path}.statement"), &result.statement);
            if let Some(indicator) = &result.indicator {
                self.text(&format!("{path}.indicator.name"), &indicator.name);
                self.text(&format!("{path}.indicator.unit"), &indicator.unit);
                let baseline = indicator.baseline.iter().map(|baseline| ("baseline", baseline));
                for (field, measurement) in baseline.chain([("reached", &indicator.reached)]) {
                    if measurement.period.from().is_none() {
                        self.report
                            .add(format!("{path}.indicator.{field}.period"), RecordProblem::NoFirstDay);
                    }
                }
            }
            for (index, evidence) in result.evidence.iter().enumerate() {
                let path = format!("{path}.evidence[{index}]");
                self.text(&format!("{path}.title"), &evidence.title);
                if let EvidenceSource::Evaluation { by: Evaluator::Organisation(name) } = &evidence.source {
                    self.text(&format!("{path}.source.evaluation.by.organisation"), name);
                }
            }
        }
    }

    fn origin(&mut self) {
        let Some(origin) = &self.definition.origin else { return };
        self.text("origin.name", &origin.name);
        origin.funding.iter().for_each(|text| self.text("origin.funding", text));
        self.twice("origin.authors", &origin.authors);
    }
}
