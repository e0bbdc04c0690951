//! The call, and what became of each application.

use guildhall::enrolment::{Application, ApplicationStatus, Ground};

use super::layout::{cell, right};
use super::{Column, Missing, Part, Sheet, Unreadable};
use crate::academy::reasons::{account, alternatives, decisive};
use crate::academy::wording::{Applied, Called};

impl Sheet<'_> {
    pub(super) fn recruitment(&self) -> Result<String, Unreadable> {
        let Self { records, figures, clerk, layout } = *self;
        let applications = records.applications();
        let announced =
            applications.recruitment().announced().ok_or(Unreadable::Missing(Missing::Recruitment))?;
        let (window, policy) = (announced.window(), announced.policy());
        let rule = policy.eligibility();
        let mut text = layout.heading(&clerk.say(&Part::Recruitment));

        let mut facts = layout.facts();
        let mut fact = |label: Column, said: String| {
            facts.add_row([layout.strong(clerk.say(&label)), cell(said)]);
        };
        let (from, until, zone) = (window.from(), window.until(), window.zone().to_string());
        fact(Column::Window, clerk.say(&Called::Window { from, until, zone }));
        fact(Column::Seats, clerk.say(&policy.capacity()));
        let hash = rule.reference().hash().to_string();
        let hash = hash.get(..12).unwrap_or(&hash).to_owned();
        let (id, version) = (rule.id().to_string(), rule.version().to_string());
        fact(Column::Rule, clerk.say(&Called::Rule { rule: id, version, hash }));
        text.push_str(&layout.shown(facts));

        if let Some(decision) = applications.iter().find_map(Application::decision) {
            let title = rule
                .title()
                .map_or_else(|| clerk.say(&Column::WhoMayCome), |title| clerk.text(title).to_owned());
            let mut conditions = layout.table([String::new(), title]);
            for (nth, clause) in alternatives(decision.explanation()) {
                let label = clause
                    .label()
                    .map_or_else(|| clause.id().to_string(), |label| clerk.text(label).to_owned());
                conditions.add_row([right(nth), cell(label)]);
            }
            text.push_str(&layout.shown(conditions));
        }

        let columns =
            [Column::Applicant, Column::SentBy, Column::Position, Column::Decision, Column::ConditionsMet];
        let header = columns.map(|column| clerk.say(&column));
        let mut rows = layout.table(std::iter::once(String::new()).chain(header));
        let mut refused = Vec::new();
        for (nth, application) in applications.iter().enumerate() {
            let Some(submission) = application.submission() else { continue };
            let (name, sender) = (records.name(submission.contact(), clerk)?, submission.sender());
            let authority = records.called(sender.authority(), clerk);
            let institution = sender.institution().map(|code| records.organisation(code, clerk));
            let position = submission.position().map(|position| records.position(position, clerk));
            rows.add_row([
                right(nth + 1),
                cell(&name),
                cell(match &institution {
                    Some(institution) => clerk.say(&Applied::Institution {
                        institution: institution.clone(),
                        authority: authority.clone(),
                    }),
                    None => authority.clone(),
                }),
                cell(position.as_deref().unwrap_or_default()),
                cell(self.decision(application)),
                cell(self.conditions_met(application)),
            ]);
            if application.status() == Some(ApplicationStatus::Refused) {
                let who = match institution {
                    Some(institution) => Applied::ByInstitution { name, position, institution, authority },
                    None => Applied::ByAuthority { name, position, authority },
                };
                refused.push((clerk.say(&who), application));
            }
        }
        text.push_str(&layout.shown(rows));
        let counted = Applied::Counted {
            applications: figures.applications,
            admitted: figures.admitted,
            refused: figures.refused,
            withdrawn: figures.withdrawn,
        };
        text.push_str(&layout.prose(&clerk.say(&counted)));
        let vocabulary = records.vocabulary();
        for (who, application) in refused {
            text.push('\n');
            text.push_str(&layout.prose(&who));
            let Some(decision) = application.decision() else { continue };
            let account = account(decision.explanation(), &vocabulary, clerk);
            let opening = match application.ground() {
                Some(Ground::NotSettled) => clerk.say(&Applied::NotInTime),
                _ => account.opening,
            };
            text.push_str(&layout.indented(2, &opening));
            for (mark, condition, facts) in account.conditions {
                text.push_str(&layout.item(mark, &condition));
                facts.iter().for_each(|fact| text.push_str(&layout.indented(6, fact)));
            }
        }
        Ok(text)
    }

    fn decision(&self, application: &Application) -> String {
        match (application.status(), application.seat()) {
            (None, _) => String::new(),
            (Some(status), None) => self.clerk.say(&status),
            (Some(status), Some(seat)) => {
                self.clerk.say(&Applied::Seated { status, seat: seat.number().to_string() })
            }
        }
    }

    /// Which alternatives of the rule opened the door, by their numbers; why somebody was refused stands
    /// below the table.
    fn conditions_met(&self, application: &Application) -> String {
        let otherwise = match (application.ground(), application.decision()) {
            (None, Some(decision)) => {
                let met = decisive(decision.explanation());
                return self.clerk.list(met.map(|(nth, _)| self.clerk.tell(&nth)));
            }
            (None, None) => Applied::NotExamined,
            (Some(Ground::NotEligible), _) => Applied::None,
            (Some(Ground::NotSettled), _) => Applied::Unsettled,
            (Some(_), _) => Applied::Otherwise,
        };
        self.clerk.say(&otherwise)
    }
}
