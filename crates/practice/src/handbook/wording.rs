//! Words a handbook: picks languages, writes numbers and dates, sorts by collation (G5).

use std::cmp::Ordering;

use guildhall_civic::{AuthorityKey, Money, Period, ServiceAreaCode};
use guildhall_kernel::{Language, LocalisedText};
use guildhall_words::{Argument, Say, ToArgument};

use super::caption::{Caption, captions};
use super::model::{
    Chapter, CostLine, Entry, EvidenceLine, Figure, HandbookModel, Heading, LessonLine, Named, OriginLine,
    ResultLine, Text, Value,
};
use super::span::Span;
use super::{Handbook, Order, Reading};
use crate::{Evaluator, Evidence, EvidenceSource, Measurement, Origin, Outcome, Published, Record};

pub(super) struct Wording<'a> {
    handbook: &'a Handbook,
    reading: &'a Reading,
}

impl<'a> Wording<'a> {
    pub(super) fn new(handbook: &'a Handbook, reading: &'a Reading) -> Self {
        Self { handbook, reading }
    }

    pub(super) fn model(&self) -> HandbookModel {
        let definition = &self.handbook.definition;
        let chapters = self.chapters();
        let fictitious = chapters.iter().any(|chapter| chapter.fictitious);
        let text = |text: &LocalisedText| self.text(text, None);
        HandbookModel {
            language: self.reading.language().to_string(),
            labels: captions(&*self.reading.words),
            title: text(&definition.title),
            subtitle: definition.subtitle.as_ref().map(text),
            publisher: text(&definition.publisher),
            issued: self.reading.words.tell(&definition.issued.argument()),
            issued_on: definition.issued,
            foreword: definition.foreword.as_ref().map(text),
            by_area: self.index(&chapters, |chapter| chapter.areas.clone()),
            by_authority: self.index(&chapters, |chapter| chapter.owners.clone()),
            chapters,
            fictitious,
        }
    }

    fn chapters(&self) -> Vec<Chapter> {
        let mut chapters: Vec<_> = self.handbook.versions.iter().map(|one| self.chapter(one)).collect();
        match self.handbook.definition.order {
            Order::Selected => {}
            Order::Title => chapters.sort_by(|a, b| self.by_title(a, b)),
            Order::Authority => chapters.sort_by(|a, b| self.by_owner(a, b)),
        }
        for (number, chapter) in (1..).zip(&mut chapters) {
            chapter.number = number;
            chapter.called = self.say(&Caption::Chapter { number });
        }
        chapters
    }

    /// What one owner has alone comes before what it shares with others.
    fn by_owner(&self, a: &Chapter, b: &Chapter) -> Ordering {
        let names = a.owners.iter().zip(&b.owners).map(|(a, b)| self.by_name(a, b));
        let first = names.fold(Ordering::Equal, Ordering::then);
        first.then(a.owners.len().cmp(&b.owners.len())).then_with(|| self.by_title(a, b))
    }

    /// Practices of one title come by their citation.
    fn by_title(&self, a: &Chapter, b: &Chapter) -> Ordering {
        self.compare(&a.title, &b.title).then_with(|| a.citation.cmp(&b.citation))
    }

    fn compare(&self, a: &Text, b: &Text) -> Ordering {
        self.reading.words.compare(&a.text, &b.text)
    }

    /// Two of one name come by their key.
    fn by_name(&self, a: &Named, b: &Named) -> Ordering {
        self.compare(&a.name, &b.name).then_with(|| a.key.cmp(&b.key))
    }

    fn sorted(&self, mut names: Vec<Named>) -> Vec<Named> {
        names.sort_by(|a, b| self.by_name(a, b));
        names
    }

    fn index(&self, chapters: &[Chapter], of: impl Fn(&Chapter) -> Vec<Named>) -> Vec<Heading> {
        let mut headings: Vec<Heading> = Vec::new();
        let mut by_title: Vec<_> = chapters.iter().collect();
        by_title.sort_by(|a, b| self.by_title(a, b));
        for chapter in by_title {
            let Chapter { number, anchor, title, .. } = chapter;
            let entry = || Entry { number: *number, anchor: anchor.clone(), title: title.clone() };
            for of in of(chapter) {
                match headings.iter_mut().find(|heading| heading.of.key == of.key) {
                    Some(heading) => heading.entries.push(entry()),
                    None => headings.push(Heading { of, entries: vec![entry()] }),
                }
            }
        }
        headings.sort_by(|a, b| self.by_name(&a.of, &b.of));
        headings
    }

    fn chapter(&self, version: &Published) -> Chapter {
        let record = version.record();
        let parts = record.parts();
        let text = |text: &LocalisedText| self.text(text, Some(&parts.source_language));
        let resources = parts.resources.as_ref();
        let timescale = parts.timescale.as_ref();
        let cost = |cost: &crate::Cost| CostLine {
            purpose: text(&cost.purpose),
            amount: self.money(cost.amount),
            recurrence: self.say(&cost.recurrence),
        };
        let area = |code: &ServiceAreaCode| {
            let name = self.text(self.handbook.areas.get(code)?, None);
            Some(Named { key: code.to_string(), name })
        };
        let citation = version.citation();
        Chapter {
            number: 0,
            called: String::new(),
            anchor: format!("{}-{}", citation.code(), citation.version()),
            citation,
            title: text(&parts.title),
            owners: self.sorted(parts.owners.iter().map(|key| self.authority(key)).collect()),
            fictitious: parts.owners.iter().any(AuthorityKey::is_fictitious),
            areas: self.sorted(parts.service_areas.iter().filter_map(area).collect()),
            grade: record.grade(),
            grade_label: self.heading(&record.grade()),
            summary: parts.summary.as_ref().map(text),
            situation: parts.situation.as_ref().map(text),
            actions: parts.actions.as_ref().map(text),
            transferability: parts.transferability.as_ref().map(text),
            resources: resources.map(|resources| text(&resources.description)),
            costs: resources.map(|resources| resources.costs.iter().map(cost).collect()).unwrap_or_default(),
            period: timescale.map(|timescale| self.period(&timescale.period)),
            phases: timescale.and_then(|timescale| timescale.phases.as_ref()).map(text),
            results: parts.results.iter().map(|result| self.result(record, result)).collect(),
            lessons: parts
                .lessons
                .iter()
                .map(|lesson| LessonLine {
                    kind: lesson.kind,
                    label: self.heading(&lesson.kind),
                    text: text(&lesson.text),
                })
                .collect(),
            origin: parts.origin.as_ref().map(|origin| self.origin(record, origin)),
        }
    }

    fn result(&self, record: &Record, result: &Outcome) -> ResultLine {
        let source = Some(&record.parts().source_language);
        let grade = result.grade(&record.interested());
        let value = |measurement: &Measurement| Value {
            value: self.reading.words.tell(&measurement.value.argument()),
            period: self.period(&measurement.period),
        };
        let evidence = |evidence: &Evidence| EvidenceLine {
            kind: self.heading(&evidence.source),
            title: self.text(&evidence.title, source),
            by: match &evidence.source {
                EvidenceSource::Statement | EvidenceSource::Measurement => None,
                EvidenceSource::Evaluation { by: Evaluator::Authority(key) } => {
                    Some(self.authority(key).name)
                }
                EvidenceSource::Evaluation { by: Evaluator::Organisation(name) } => {
                    Some(self.text(name, source))
                }
            },
            reference: evidence.reference.as_str().to_owned(),
        };
        ResultLine {
            statement: self.text(&result.statement, source),
            grade,
            grade_label: self.heading(&grade),
            figure: result.indicator.as_ref().map(|indicator| Figure {
                name: self.text(&indicator.name, source),
                unit: self.text(&indicator.unit, source),
                before: indicator.baseline.as_ref().map(value),
                after: value(&indicator.reached),
            }),
            evidence: result.evidence.iter().map(evidence).collect(),
        }
    }

    fn origin(&self, record: &Record, origin: &Origin) -> OriginLine {
        let source = Some(&record.parts().source_language);
        OriginLine {
            channel: origin.channel,
            label: self.heading(&origin.channel),
            name: self.text(&origin.name, source),
            funding: origin.funding.as_ref().map(|funding| self.text(funding, source)),
            authors: self.sorted(origin.authors.iter().map(|key| self.authority(key)).collect()),
        }
    }

    fn say(&self, what: &impl Say) -> String {
        self.reading.words.say(&what.message())
    }

    /// A label where a line begins.
    fn heading(&self, what: &impl Say) -> String {
        let label = self.say(what);
        let mut letters = label.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    fn period(&self, period: &Period) -> String {
        self.say(&Span::from(period))
    }

    /// A sum; whole amounts without decimals.
    fn money(&self, sum: Money) -> String {
        let amount = sum.amount();
        let amount = if amount.fract().is_zero() { amount.trunc() } else { amount };
        self.reading.words.tell(&Argument::money(amount, sum.currency().as_str()))
    }

    /// A name of an authority is a proper name, and so never marked foreign.
    fn authority(&self, key: &AuthorityKey) -> Named {
        let found = self.handbook.authorities.get(key);
        let name =
            found.map_or_else(|| plain(key.to_string(), self.reading.language()), |n| self.text(n, None));
        Named { key: key.to_string(), name: Text { foreign: false, ..name } }
    }

    /// The text in the first language that has it: the reader's, the fallbacks, the source, any.
    fn text(&self, text: &LocalisedText, source: Option<&Language>) -> Text {
        let language = self.reading.language();
        let wanted = std::iter::once(language).chain(&self.reading.fallbacks).chain(source);
        let found = wanted.filter_map(|language| Some((language, text.get(language)?))).next();
        let Some((found, words)) = found.or_else(|| text.iter().next()) else {
            return plain(String::new(), language);
        };
        Text { foreign: found != language, ..plain(words.to_owned(), found) }
    }
}

fn plain(text: String, language: &Language) -> Text {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let paragraphs = paragraphs.map(str::to_owned).collect();
    Text { paragraphs, text, lang: language.to_string(), foreign: false }
}
