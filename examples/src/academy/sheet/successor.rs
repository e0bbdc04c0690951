//! Whom the successor programme would take.

use guildhall::rules::Verdict;

use super::layout::cell;
use super::{Column, Part, Sheet, Unreadable};
use crate::academy::reasons::{account, decisive};
use crate::academy::wording::Joins;

impl Sheet<'_> {
    pub(super) fn successor(&self) -> Result<String, Unreadable> {
        let Self { records, clerk, layout, .. } = *self;
        let successor = &records.system().successor;
        let programme = clerk.text(&successor.title).to_owned();
        let mut text = layout.heading(&clerk.say(&Part::Successor { programme }));
        let columns = [Column::Person, Column::From, Column::CouldJoin, Column::Why];
        let mut rows = layout.table(columns.map(|column| clerk.say(&column)));
        let (prospects, vocabulary) = (records.prospects(clerk)?, records.vocabulary());
        let mut could = 0;
        for prospect in &prospects {
            let (joins, why) = match prospect.explanation.verdict() {
                Verdict::Met => {
                    could += 1;
                    let labels = decisive(&prospect.explanation).filter_map(|(_, clause)| clause.label());
                    (Joins::Yes, clerk.list(labels.map(|label| clerk.text(label).to_owned())))
                }
                verdict => {
                    let joins = if verdict.is_unmet() { Joins::No } else { Joins::Unsettled };
                    let account = account(&prospect.explanation, &vocabulary, clerk);
                    let lines = account.conditions.into_iter().flat_map(|(mark, condition, facts)| {
                        let facts = facts.into_iter().map(|fact| format!("– {fact}"));
                        std::iter::once(format!("{mark} {condition}")).chain(facts)
                    });
                    (joins, lines.collect::<Vec<_>>().join("\n"))
                }
            };
            let from = records.called(prospect.from.as_ref(), clerk);
            rows.add_row([cell(&prospect.name), cell(from), cell(clerk.say(&joins)), cell(why)]);
        }
        text.push_str(&layout.shown(rows));
        text.push_str(&layout.prose(&clerk.say(&Joins::Counted { could, all: prospects.len() })));
        Ok(text)
    }
}
