//! What an officer wants to see of a training, as text for a terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use comfy_table::{Attribute, Cell, CellAlignment, ContentArrangement, Table, presets};
use guildhall::civic::{PartnerRole, Party};
use guildhall::enrolment::{self, Application, ApplicationStatus, Ground};
use guildhall::participation::survey::{Answer, Intent, Outcome};
use guildhall::practice::handbook::collation::Collation;
use guildhall::rules::Verdict;

use super::records::{Figures, Records, Unreadable};
use super::wording::{english, ground, reasons, role, spoken};

/// How text is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Columns of the terminal.
    pub width: u16,
    /// Whether headings are set in bold.
    pub styled: bool,
}

/// The whole sheet.
///
/// # Errors
/// [`Unreadable`] if the records cannot be read.
pub fn sheet(records: &Records<'_>, layout: Layout) -> Result<String, Unreadable> {
    let figures = &records.figures()?;
    let mut text = String::new();
    for section in [programme, recruitment, participation, register, represented, survey, successor] {
        text.push_str(&section(records, figures, layout)?);
        text.push('\n');
    }
    text.push_str(
        "A specimen: the programme, its partners and the eight city municipalities are real; everything\n",
    );
    text.push_str(
        "else is made up, the people, their answers and all other authorities and institutions included.\n\n",
    );
    Ok(text)
}

fn heading(layout: Layout, title: &str) -> String {
    let rule = "─".repeat(title.chars().count());
    if layout.styled { format!("\u{1b}[1m{title}\u{1b}[0m\n{rule}\n") } else { format!("{title}\n{rule}\n") }
}

fn table(layout: Layout, header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(layout.width);
    table.set_header(header.iter().map(|title| {
        let cell = Cell::new(title);
        if layout.styled { cell.add_attribute(Attribute::Bold) } else { cell }
    }));
    table
}

fn right(value: impl ToString) -> Cell {
    Cell::new(value).set_alignment(CellAlignment::Right)
}

fn programme(records: &Records<'_>, figures: &Figures, layout: Layout) -> Result<String, Unreadable> {
    let (programme, edition) = (records.programme()?, records.edition()?);
    let mut text = heading(layout, english(&programme.title));
    let pilot = if programme.pilot { ", a pilot" } else { "" };
    _ = writeln!(text, "{}", english(&programme.purpose));
    if let Some(model) = &programme.modelled_on {
        _ = writeln!(text, "Modelled on: {}", lower_first(english(model)));
    }
    if let Some(umbrella) = &programme.part_of {
        let run_by: Vec<_> = umbrella.run_by.iter().map(|party| records.party(party)).collect();
        let since = umbrella.since.map_or_else(String::new, |year| format!(" since {year}"));
        let activities: Vec<_> = umbrella.activities.iter().map(english).collect();
        let (title, run_by, activities) =
            (english(&umbrella.title), run_by.join(" and "), activities.join(", "));
        _ = writeln!(text, "Part of \"{title}\", run by {run_by}{since}: {activities}");
    }
    let days =
        edition.teaching_days().map_or_else(String::new, |(first, last)| format!(", {first} to {last}"));
    let weeks = figures.weeks;
    let title = edition.title.as_ref().map_or("Edition", english);
    let delivery = spoken(&format!("{:?}", edition.delivery).to_lowercase());
    _ = writeln!(text, "{title}: {delivery}{pilot}, {weeks} weeks{days}\n");

    let mut parts: BTreeMap<&Party, Vec<PartnerRole>> = BTreeMap::new();
    for partner in &programme.partners {
        parts.entry(partner.party()).or_default().push(partner.role());
    }
    let mut partners = table(layout, &["Partner", "Roles"]);
    for (party, roles) in parts {
        let steward = programme.stewards.contains(party).then(|| "steward".to_owned());
        let roles: Vec<_> = roles.into_iter().map(role).chain(steward).collect();
        partners.add_row([records.party(party), roles.join(", ")]);
    }
    let mut modules = table(layout, &["", "Module"]);
    for (nth, module) in programme.curriculum.modules.iter().enumerate() {
        modules.add_row([right(nth + 1), Cell::new(english(&module.title))]);
    }
    _ = writeln!(text, "{partners}\n\n{modules}");
    Ok(text)
}

fn recruitment(records: &Records<'_>, figures: &Figures, layout: Layout) -> Result<String, Unreadable> {
    let applications = records.applications();
    let announced = applications.recruitment().announced().ok_or(Unreadable::Missing("recruitment"))?;
    let (window, policy) = (announced.window(), announced.policy());
    let mut text = heading(layout, "Recruitment");
    _ = writeln!(text, "Open from {} to {} ({})", window.from(), window.until(), window.zone());
    let rule = policy.eligibility();
    let hash = rule.reference().hash().to_string();
    let short = hash.get(..12).unwrap_or(&hash);
    let (id, version) = (rule.id(), rule.version());
    _ = writeln!(text, "Seats: {}; rule: {id} version {version} ({short}…)\n", policy.capacity());
    if let Some(decision) = applications.iter().find_map(Application::decision) {
        let mut clauses = table(layout, &["Clause", "Who may come"]);
        for clause in decision.explanation().root().children() {
            clauses.add_row([clause.id().as_str(), clause.label().map_or("", english)]);
        }
        _ = writeln!(text, "{clauses}\n");
    }

    let mut rows = table(layout, &["", "Applicant", "Sent by", "Position", "Decision", "Because"]);
    let mut refused = Vec::new();
    for (nth, application) in applications.iter().enumerate() {
        let Some(submission) = application.submission() else { continue };
        let (name, sender) = (records.name(submission.contact())?, submission.sender());
        let authority = records.called(sender.authority());
        let sent_by = match sender.institution() {
            Some(code) => format!("{}, with {authority}", records.organisation(code)),
            None => authority,
        };
        let position = submission.position().map_or_else(String::new, |position| spoken(position.as_str()));
        if application.status() == Some(ApplicationStatus::Refused) {
            refused.push((format!("{name}, {position}, sent by {sent_by}"), refusal(application)));
        }
        let cells = [name, sent_by, position, decision(application), because(application)];
        rows.add_row(std::iter::once(right(nth + 1)).chain(cells.into_iter().map(Cell::new)));
    }
    let (all, admitted, withdrawn) = (figures.applications, figures.admitted, figures.withdrawn);
    _ = writeln!(text, "{rows}\n");
    _ = writeln!(
        text,
        "{all} applications: {admitted} admitted, {} refused, {withdrawn} withdrawn",
        figures.refused
    );
    for (who, reasons) in refused {
        _ = writeln!(text, "\n{who}");
        reasons.iter().for_each(|reason| _ = writeln!(text, "  {reason}"));
    }
    Ok(text)
}

fn decision(application: &Application) -> String {
    let status = match application.status() {
        None => return String::new(),
        Some(ApplicationStatus::Submitted) => "submitted",
        Some(ApplicationStatus::Unsettled) => "to be settled",
        Some(ApplicationStatus::Eligible) => "may come",
        Some(ApplicationStatus::Ineligible) => "may not come",
        Some(ApplicationStatus::Refused) => "refused",
        Some(ApplicationStatus::Withdrawn) => "withdrawn",
        Some(ApplicationStatus::Admitted) => "admitted",
        Some(_) => "elsewhere",
    };
    application.seat().map_or_else(|| status.to_owned(), |seat| format!("{status}, seat {}", seat.number()))
}

/// Which alternative of the rule opened the door; why somebody was refused stands below the table.
fn because(application: &Application) -> String {
    match (application.ground(), application.decision()) {
        (Some(Ground::NotEligible), _) => "none of them: see below".to_owned(),
        (Some(Ground::NotSettled), _) => "not said in time: see below".to_owned(),
        (Some(_), _) => "see below".to_owned(),
        (None, Some(decision)) => {
            ground(decision.explanation()).map_or_else(String::new, |clause| clause.id().to_string())
        }
        (None, None) => "taken back in time".to_owned(),
    }
}

fn refusal(application: &Application) -> Vec<String> {
    let vocabulary = enrolment::vocabulary();
    application.decision().map_or_else(Vec::new, |decision| reasons(decision.explanation(), &vocabulary))
}

fn participation(records: &Records<'_>, figures: &Figures, layout: Layout) -> Result<String, Unreadable> {
    let programme = records.programme()?;
    let mut text = heading(layout, "Participation by module");
    let mut modules = table(layout, &["Module", "Completed", "From", "To"]);
    for module in &programme.curriculum.modules {
        let mut days: Vec<_> = records
            .participations()
            .iter()
            .flat_map(|taken| taken.modules())
            .filter(|record| record.module == module.code)
            .filter_map(|record| record.completed_on)
            .collect();
        days.sort();
        let day = |day: Option<_>| day.map_or_else(String::new, ToString::to_string);
        modules.add_row([
            Cell::new(english(&module.title)),
            right(format!("{} of {}", days.len(), records.participations().len())),
            Cell::new(day(days.first())),
            Cell::new(day(days.last())),
        ]);
    }
    let (done, all, count) = (figures.completed, figures.participants, figures.modules);
    _ = writeln!(text, "{modules}\n\n{done} of {all} completed all {count} modules");
    for taken in records.participations().iter().filter(|taken| taken.outstanding().next().is_some()) {
        let submission = taken.person().and_then(|person| records.application_of(person)?.submission());
        let name = submission.map(|one| records.name(one.contact())).transpose()?.unwrap_or_default();
        let missing: Vec<_> = taken.outstanding().map(|module| module.as_str()).collect();
        _ = writeln!(text, "{name} has not completed {}", missing.join(", "));
    }
    Ok(text)
}

fn register(records: &Records<'_>, figures: &Figures, layout: Layout) -> Result<String, Unreadable> {
    let mut text = heading(layout, "Register of certificates");
    if let Some(issuer) = records.register().issuer() {
        _ = writeln!(text, "Issued by {}", records.party(issuer));
    }
    if let Some(ceremony) = records.ceremony() {
        let day = ceremony.on().format("%A %-d %B %Y");
        _ = writeln!(text, "Handed over on {day} at {}", english(ceremony.place()));
    }
    let mut rows = table(layout, &["Number", "Holder", "Scheme", "Issued", "Status"]);
    let lines = records.lines();
    for line in &lines {
        let scheme = records.register().scheme(&line.scheme);
        let title =
            scheme.map_or_else(|| line.scheme.to_string(), |scheme| english(scheme.title()).to_owned());
        rows.add_row([
            right(&line.number),
            Cell::new(records.name(line.holder)?),
            Cell::new(title),
            Cell::new(line.issued_on),
            Cell::new(spoken(line.status.as_str())),
        ]);
    }
    let (valid, all) = (figures.certificates, figures.participants);
    _ = writeln!(text, "\n{rows}\n\n{valid} certificates for {all} participants");
    Ok(text)
}

fn represented(records: &Records<'_>, figures: &Figures, layout: Layout) -> Result<String, Unreadable> {
    let mut text = heading(layout, "Represented authorities by kind");
    let mut rows = table(layout, &["Kind", "", "Which"]);
    for (kind, keys) in &figures.represented {
        let mut names: Vec<_> =
            keys.iter().map(|key| records.party(&Party::Authority(key.clone()))).collect();
        sort(&mut names);
        rows.add_row([Cell::new(spoken(kind.as_str())), right(keys.len()), Cell::new(names.join(", "))]);
    }
    if !figures.institutions.is_empty() {
        let mut names: Vec<_> = figures.institutions.iter().map(|code| records.organisation(code)).collect();
        sort(&mut names);
        rows.add_row([
            Cell::new("institution that cooperates with one"),
            right(names.len()),
            Cell::new(names.join(", ")),
        ]);
    }
    _ = writeln!(text, "{rows}");
    Ok(text)
}

fn survey(records: &Records<'_>, _: &Figures, layout: Layout) -> Result<String, Unreadable> {
    let mut text = heading(layout, "Survey");
    let Some(results) = records.survey() else { return Ok(text) };
    let (answered, invited, cell) = (results.answered, results.invited, results.minimum_cell);
    _ = writeln!(
        text,
        "{answered} of {invited} answered, without names; a question that fewer than {cell} answered is not shown\n"
    );
    let mut rows = table(layout, &["Question", "n", "Mean", "Answers"]);
    let mut remarks = Vec::new();
    for question in &results.questions {
        let asked = records.question(&question.code);
        match &question.outcome {
            Outcome::Suppressed => {
                rows.add_row([asked.as_str(), "", "", "not shown"]);
            }
            Outcome::Counted { n, distribution, mean } => {
                let most = distribution.iter().map(|one| one.count).max().unwrap_or_default();
                let answers: Vec<_> = distribution
                    .iter()
                    .map(|one| format!("{:>9} {} {}", answer(&one.answer), bar(one.count, most), one.count))
                    .collect();
                let mean = mean.map_or_else(String::new, |mean| mean.to_string());
                rows.add_row([Cell::new(asked), right(n), right(mean), Cell::new(answers.join("\n"))]);
            }
            Outcome::Remarks { slots } => {
                for slot in slots {
                    remarks.extend(records.text(*slot)?);
                }
                rows.add_row([Cell::new(asked), right(slots.len()), Cell::new(""), Cell::new("below")]);
            }
        }
    }
    _ = writeln!(text, "{rows}");
    remarks.iter().for_each(|remark| _ = writeln!(text, "  \"{remark}\""));
    if let Some((yes, n)) = results.intent_to_continue() {
        _ = writeln!(text, "\n{yes} of {n} would join a programme that goes on");
    }
    Ok(text)
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Scale(point) => point.to_string(),
        Answer::Choice(option) => spoken(option.as_str()),
        Answer::YesNo(true) | Answer::IntentToContinue(Intent::Yes) => "yes".to_owned(),
        Answer::YesNo(false) | Answer::IntentToContinue(Intent::No) => "no".to_owned(),
        Answer::IntentToContinue(Intent::Undecided) => "undecided".to_owned(),
        _ => String::new(),
    }
}

/// A bar of at most twenty blocks.
fn bar(count: u32, most: u32) -> String {
    let blocks = (u64::from(count) * 20).checked_div(u64::from(most)).unwrap_or_default();
    "▇".repeat(usize::try_from(blocks).unwrap_or_default())
}

fn successor(records: &Records<'_>, _: &Figures, layout: Layout) -> Result<String, Unreadable> {
    let successor = &records.system().successor;
    let mut text = heading(layout, &format!("Who could join: {}", english(&successor.title)));
    let mut rows = table(layout, &["Person", "From", "Could join", "Why"]);
    let mut could = 0;
    let prospects = records.prospects()?;
    for prospect in &prospects {
        let verdict = prospect.explanation.verdict();
        could += u32::from(verdict.is_met());
        let answer = match verdict {
            Verdict::Met => "yes",
            Verdict::Unmet => "no",
            Verdict::Undetermined => "not settled",
        };
        let from = records.called(prospect.from.as_ref());
        let why = match ground(&prospect.explanation) {
            Some(clause) if verdict.is_met() => {
                clause.label().map_or_else(String::new, |label| english(label).to_owned())
            }
            _ => reasons(&prospect.explanation, &successor.vocabulary).join("\n"),
        };
        rows.add_row([prospect.name.clone(), from, answer.to_owned(), why]);
    }
    _ = writeln!(text, "{rows}\n\n{could} of {} could join", prospects.len());
    Ok(text)
}

/// In the order of the Slovene alphabet: these are names of Slovene places.
fn sort(names: &mut [String]) {
    if let Ok(slovene) = "sl".parse() {
        let collation = Collation::of(&slovene);
        names.sort_by(|one, other| collation.compare(one, other));
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
