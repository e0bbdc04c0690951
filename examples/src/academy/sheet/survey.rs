//! What the participants answered.

use guildhall::participation::survey::{Answer, Counted, Outcome};
use guildhall_words::Label;

use super::layout::{cell, right};
use super::{Column, Part, Sheet, Unreadable};
use crate::academy::wording::Asked;

impl Sheet<'_> {
    pub(super) fn survey(&self) -> Result<String, Unreadable> {
        let Self { records, clerk, layout, .. } = *self;
        let mut text = layout.heading(&clerk.say(&Part::Survey));
        let Some(results) = records.survey() else { return Ok(text) };
        let (answered, invited, cell_size) = (results.answered, results.invited, results.minimum_cell);
        let counted = Asked::Answered { answered, invited, cell: cell_size };
        text.push_str(&layout.prose(&clerk.say(&counted)));
        text.push('\n');
        let columns = [Column::Question, Column::Answers, Column::Mean, Column::Distribution];
        let answers = results.questions.iter().flat_map(|question| match &question.outcome {
            Outcome::Counted { distribution, .. } => distribution.as_slice(),
            _ => &[],
        });
        let widest = answers.map(|one| self.answer(&one.answer).chars().count()).max().unwrap_or_default();
        let mut rows = layout.table(columns.map(|column| clerk.say(&column)));
        let mut remarks = Vec::new();
        for question in &results.questions {
            let asked = cell(records.question(&question.code, clerk));
            match &question.outcome {
                Outcome::Suppressed => {
                    rows.add_row([asked, cell(""), cell(""), cell(clerk.say(&Asked::Suppressed))]);
                }
                Outcome::Counted { n, distribution, mean } => {
                    let mean = mean.map_or_else(String::new, |mean| clerk.tell(&mean));
                    let bars = self.distribution(distribution, widest);
                    rows.add_row([asked, right(clerk.tell(n)), right(mean), cell(bars)]);
                }
                Outcome::Remarks { slots } => {
                    for slot in slots {
                        remarks.extend(records.text(*slot)?);
                    }
                    rows.add_row([
                        asked,
                        right(clerk.tell(&slots.len())),
                        cell(""),
                        cell(clerk.say(&Asked::Below)),
                    ]);
                }
            }
        }
        text.push_str(&layout.shown_keeping(rows, Some(3)));
        for remark in remarks {
            text.push_str(&layout.item("–", &clerk.say(&Asked::Remark { text: remark })));
        }
        if let Some((yes, n)) = results.intent_to_continue() {
            text.push('\n');
            text.push_str(&layout.prose(&clerk.say(&Asked::WouldGoOn { yes, n })));
        }
        Ok(text)
    }

    /// A line for each answer: the answer, a bar, and how many gave it.
    fn distribution(&self, counted: &[Counted], widest: usize) -> String {
        // The longest bar, in blocks.
        let longest = if self.layout.width < 100 { 12 } else { 20 };
        let most = counted.iter().map(|one| one.count).max().unwrap_or_default();
        let lines = counted.iter().map(|one| {
            let (answer, count) = (self.answer(&one.answer), self.clerk.tell(&one.count));
            match bar(one.count, most, longest) {
                bar if bar.is_empty() => format!("{answer:>widest$} {count}"),
                bar => format!("{answer:>widest$} {bar} {count}"),
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn answer(&self, answer: &Answer) -> String {
        match answer {
            Answer::Scale(point) => self.clerk.tell(point),
            Answer::Choice(option) => option.as_str().replace(['_', '-'], " "),
            Answer::YesNo(so) => self.clerk.say(&Label::from(*so)),
            Answer::IntentToContinue(intent) => self.clerk.say(intent),
            _ => String::new(),
        }
    }
}

fn bar(count: u32, most: u32, longest: u64) -> String {
    let blocks = (u64::from(count) * longest).checked_div(u64::from(most)).unwrap_or_default();
    "▇".repeat(usize::try_from(blocks).unwrap_or_default())
}
