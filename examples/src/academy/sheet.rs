//! What an officer wants to see of a training, as text for a terminal.

mod layout;
mod recruitment;
mod successor;
mod survey;

use std::collections::BTreeMap;

use guildhall::civic::{PartnerRole, Party};

use super::clerk::Clerk;
use super::figures::Figures;
use super::records::{Missing, Records, Unreadable};
use super::wording::{Closing, Column, Offered, Part, Taken};
pub use layout::Layout;
use layout::{cell, right};

/// What a part of the sheet is made from.
#[derive(Clone, Copy)]
struct Sheet<'a> {
    records: &'a Records<'a>,
    figures: &'a Figures,
    clerk: &'a Clerk,
    layout: Layout,
}

/// The whole sheet, as the clerk says it.
///
/// # Errors
/// [`Unreadable`] if the records cannot be read.
pub fn sheet(records: &Records<'_>, clerk: &Clerk, layout: Layout) -> Result<String, Unreadable> {
    let sheet = Sheet { records, figures: &records.figures()?, clerk, layout };
    let mut text = String::new();
    for part in [
        Sheet::programme,
        Sheet::recruitment,
        Sheet::participation,
        Sheet::register,
        Sheet::represented,
        Sheet::survey,
        Sheet::successor,
    ] {
        text.push_str(part(&sheet)?.trim_end());
        text.push_str("\n\n");
    }
    text.push_str(&layout.prose(&clerk.say(&Closing::Specimen)));
    text.push('\n');
    Ok(text)
}

impl Sheet<'_> {
    fn programme(&self) -> Result<String, Unreadable> {
        let Self { records, figures, clerk, layout } = *self;
        let (programme, edition) = (records.programme()?, records.edition()?);
        let mut text = layout.heading(clerk.text(&programme.title));

        let mut facts = layout.facts();
        let mut fact = |label: Column, said: String| {
            facts.add_row([layout.strong(clerk.say(&label)), cell(said)]);
        };
        fact(Column::Purpose, clerk.text(&programme.purpose).to_owned());
        if let Some(model) = &programme.modelled_on {
            fact(Column::ModelledOn, clerk.text(model).to_owned());
        }
        if let Some(umbrella) = &programme.part_of {
            let activities: Vec<_> =
                umbrella.activities.iter().map(|one| clerk.text(one).to_owned()).collect();
            let umbrella = Offered::Umbrella {
                title: clerk.text(&umbrella.title).to_owned(),
                run_by: umbrella.run_by.iter().map(|party| records.party(party, clerk)).collect(),
                since: umbrella.since.map(|year| year.to_string()),
                activities: Some(activities).filter(|activities| !activities.is_empty()),
            };
            fact(Column::PartOf, clerk.say(&umbrella));
        }
        if let Some(title) = &edition.title {
            fact(Column::Edition, clerk.text(title).to_owned());
        }
        fact(Column::Form, clerk.say(&Offered::Form { delivery: edition.delivery, pilot: programme.pilot }));
        if let Some((from, until)) = edition.teaching_days() {
            fact(Column::Duration, clerk.say(&Offered::Duration { weeks: figures.weeks, from, until }));
        }
        text.push_str(&layout.shown(facts));

        let mut parts: BTreeMap<&Party, Vec<PartnerRole>> = BTreeMap::new();
        for partner in &programme.partners {
            parts.entry(partner.party()).or_default().push(partner.role());
        }
        let mut partners = layout.table([Column::Partner, Column::Roles].map(|column| clerk.say(&column)));
        for (party, roles) in parts {
            let steward = programme.stewards.contains(party).then(|| clerk.say(&Offered::Steward));
            let roles = roles.iter().map(|role| clerk.say(role)).chain(steward);
            partners.add_row([records.party(party, clerk), clerk.list(roles)]);
        }
        text.push_str(&layout.shown(partners));

        let mut modules = layout.table([String::new(), clerk.say(&Column::Module)]);
        for (nth, module) in programme.curriculum.modules.iter().enumerate() {
            modules.add_row([right(nth + 1), cell(clerk.text(&module.title))]);
        }
        text.push_str(&layout.shown(modules));
        Ok(text)
    }

    fn participation(&self) -> Result<String, Unreadable> {
        let Self { records, figures, clerk, layout } = *self;
        let mut text = layout.heading(&clerk.say(&Part::Participation));
        let columns = [Column::Module, Column::Completed, Column::First, Column::Last];
        let mut modules = layout.table(columns.map(|column| clerk.say(&column)));
        for module in &records.programme()?.curriculum.modules {
            let mut days: Vec<_> = records
                .participations()
                .iter()
                .flat_map(|taken| taken.modules())
                .filter(|record| record.module == module.code)
                .filter_map(|record| record.completed_on)
                .collect();
            days.sort();
            let all = records.participations().len();
            let day = |day: Option<_>| day.map_or_else(String::new, |day| clerk.day(day));
            modules.add_row([
                cell(clerk.text(&module.title)),
                right(clerk.say(&Taken::Of { done: days.len(), all })),
                right(day(days.first().copied())),
                right(day(days.last().copied())),
            ]);
        }
        text.push_str(&layout.shown(modules));
        let (done, all, modules) = (figures.completed, figures.participants, figures.modules);
        text.push_str(&layout.prose(&clerk.say(&Taken::All { done, all, modules })));
        for taken in records.participations().iter().filter(|taken| taken.outstanding().next().is_some()) {
            let submission = taken.person().and_then(|person| records.application_of(person)?.submission());
            let name =
                submission.map(|one| records.name(one.contact(), clerk)).transpose()?.unwrap_or_default();
            let title = |code| {
                let module = records.programme().ok()?.curriculum.module(code)?;
                Some(clerk.text(&module.title).to_owned())
            };
            let modules =
                taken.outstanding().map(|code| title(code).unwrap_or_else(|| code.to_string())).collect();
            text.push_str(&layout.prose(&clerk.say(&Taken::Outstanding { name, modules })));
        }
        Ok(text)
    }

    fn register(&self) -> Result<String, Unreadable> {
        let Self { records, figures, clerk, layout } = *self;
        let mut text = layout.heading(&clerk.say(&Part::Register));
        let mut facts = layout.facts();
        if let Some(issuer) = records.register().issuer() {
            facts.add_row([layout.strong(clerk.say(&Column::IssuedBy)), cell(records.party(issuer, clerk))]);
        }
        if let Some(ceremony) = records.ceremony() {
            let (on, place) = (ceremony.on(), clerk.text(ceremony.place()).to_owned());
            facts.add_row([
                layout.strong(clerk.say(&Column::HandedOver)),
                cell(clerk.say(&Taken::HandedOver { on, place })),
            ]);
        }
        text.push_str(&layout.shown(facts));
        let columns = [Column::Number, Column::Holder, Column::Certificate, Column::IssuedOn, Column::Status];
        let mut rows = layout.table(columns.map(|column| clerk.say(&column)));
        for line in records.lines() {
            let scheme = records.register().scheme(&line.scheme);
            let title = scheme
                .map_or_else(|| line.scheme.to_string(), |scheme| clerk.text(scheme.title()).to_owned());
            rows.add_row([
                right(&line.number),
                cell(records.name(line.holder, clerk)?),
                cell(title),
                right(clerk.day(line.issued_on)),
                cell(clerk.say(&line.status)),
            ]);
        }
        text.push_str(&layout.shown(rows));
        let (certificates, participants) = (figures.certificates, figures.participants);
        text.push_str(&layout.prose(&clerk.say(&Taken::Certificates { certificates, participants })));
        Ok(text)
    }

    fn represented(&self) -> Result<String, Unreadable> {
        let Self { records, figures, clerk, layout } = *self;
        let mut text = layout.heading(&clerk.say(&Part::Represented));
        let columns = [Column::Kind, Column::Count, Column::Which];
        let mut rows = layout.table(columns.map(|column| clerk.say(&column)));
        let mut row = |kind: String, mut names: Vec<String>| {
            clerk.sort(&mut names);
            rows.add_row([cell(kind), right(names.len()), cell(clerk.list(names))]);
        };
        for (kind, keys) in &figures.represented {
            let names = keys.iter().map(|key| records.called(Some(key), clerk)).collect();
            row(clerk.say(kind), names);
        }
        if !figures.institutions.is_empty() {
            let names = figures.institutions.iter().map(|code| records.organisation(code, clerk)).collect();
            row(clerk.say(&Taken::Institution), names);
        }
        text.push_str(&layout.shown(rows));
        Ok(text)
    }
}
