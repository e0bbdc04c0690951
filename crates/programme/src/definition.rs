//! What a programme is: purpose, partners, target group, curriculum, as an officer writes it down.

use std::ops::{Deref, Not};

use guildhall_civic::{Partner, PartnerRole, Party, ProjectCode};
use guildhall_kernel::{Language, LocalisedText};
use guildhall_rules as rules;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::{Problem, Report, repeated};
use crate::{Curriculum, DeliveryMode, Faults, ProgrammeCode};

/// The years in which a programme can have begun: local government as it is now is no older.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2200;

/// The larger programme that a programme sits inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartOf {
    /// Its code: programmes with the same one are parts of the same larger programme.
    pub code: ProjectCode,
    /// What it is called.
    pub title: LocalisedText,
    /// Who runs it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub run_by: Vec<Party>,
    /// The calendar year since which it is run, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minimum" = YEARS.start(), "maximum" = YEARS.end(), "examples" = [2016]))]
    pub since: Option<u16>,
    /// The kinds of activity in it, such as promotion, regional trainings, workshops.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<LocalisedText>,
}

/// A programme's definition as an officer writes it; sound once it is a [`ProgrammeDefinition`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ProgrammeDefinition")]
pub struct WrittenProgramme {
    /// Its code, the same in every version.
    pub code: ProgrammeCode,
    /// What it is called.
    pub title: LocalisedText,
    /// What it is for.
    pub purpose: LocalisedText,
    /// Whether it is tried out for the first time.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub pilot: bool,
    /// The languages that are worked in.
    pub languages: Vec<Language>,
    /// How people are taught.
    pub delivery: DeliveryMode,
    /// What it takes its example from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modelled_on: Option<LocalisedText>,
    /// The programme that it continues. Which one continues it is not known when it is approved, and follows
    /// from the others' definitions: [`ProgrammeDefinition::continued_by`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predecessor: Option<ProgrammeCode>,
    /// The larger programme it sits inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<PartOf>,
    /// Who takes which part in it.
    pub partners: Vec<Partner>,
    /// Which of the partners look after it between editions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stewards: Vec<Party>,
    /// Who it is for. Approval holds it against the facts there are.
    pub target: rules::Definition,
    /// What is taught.
    pub curriculum: Curriculum,
}

/// A sound definition of a programme: nothing is listed twice, stewards are partners, hours add up
/// (P3), and it does not continue itself. Reads like the [`WrittenProgramme`] it
/// was made of.
///
/// ```
/// use guildhall_programme::ProgrammeDefinition;
///
/// let faults = toml::from_str::<ProgrammeDefinition>(r#"
///     code = "city-managers"
///     title = { en = "Training for city managers" }
///     purpose = { en = "Town centres that live" }
///     languages = ["sl", "sl"]
///     delivery = "online"
///     predecessor = "city-managers"
///     partners = [{ party = { organisation = "doba" }, role = "provider" }]
///     stewards = [{ organisation = "spirit" }]
///     target = { id = "may-come", version = 1, fact = "applicant.position", is = "city_manager" }
///     curriculum = { hours = { clock = 3 }, modules = [
///         { code = "model", title = { en = "The model" }, hours = { course = 2 } },
///         { code = "model", title = { en = "Strategy" }, hours = { course = 1 } },
///     ] }
/// "#).unwrap_err().to_string();
/// for fault in [
///     "languages[1]: the language `sl` is listed twice",
///     "predecessor: `city-managers` is the programme itself",
///     "stewards[0]: `spirit` takes no part in the programme",
///     "curriculum.modules[1].code: the module `model` is listed twice",
///     "curriculum.hours: the modules add up to 135 minutes, not to 3 clock hours",
/// ] {
///     assert!(faults.contains(fault), "{faults}");
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenProgramme")]
#[schemars(with = "WrittenProgramme")]
pub struct ProgrammeDefinition(WrittenProgramme);

impl ProgrammeDefinition {
    /// Who takes this part, in the order of the definition.
    pub fn partners_as(&self, role: PartnerRole) -> impl Iterator<Item = &Party> {
        self.0.partners.iter().filter(move |partner| partner.role() == role).map(Partner::party)
    }

    /// Those of these definitions that continue it: there may be several, or none yet.
    pub fn continued_by<'a>(
        &'a self,
        others: impl IntoIterator<Item = &'a Self>,
    ) -> impl Iterator<Item = &'a Self> {
        others.into_iter().filter(|other| other.predecessor.as_ref() == Some(&self.code))
    }

    /// Who looks after it.
    pub fn stewards(&self) -> impl Iterator<Item = &Party> {
        self.0.stewards.iter()
    }
}

impl TryFrom<WrittenProgramme> for ProgrammeDefinition {
    type Error = Faults;

    fn try_from(written: WrittenProgramme) -> Result<Self, Faults> {
        let mut report = Report::default();
        languages(&written, &mut report);
        relations(&written, &mut report);
        part_of(&written, &mut report);
        partners(&written, &mut report);
        stewards(&written, &mut report);
        written.curriculum.check(&mut report);
        report.end(Some(Self(written)))
    }
}
impl Deref for ProgrammeDefinition {
    type Target = WrittenProgramme;

    fn deref(&self) -> &WrittenProgramme {
        &self.0
    }
}

fn languages(written: &WrittenProgramme, report: &mut Report) {
    if written.languages.is_empty() {
        report.add("languages", Problem::Empty);
    }
    repeated(
        report,
        written.languages.iter(),
        |nth| format!("languages[{nth}]"),
        |language| Problem::LanguageTwice(language.clone()),
    );
}

fn relations(written: &WrittenProgramme, report: &mut Report) {
    if let Some(before) = written.predecessor.as_ref().filter(|before| **before == written.code) {
        report.add("predecessor", Problem::Itself(before.clone()));
    }
}

fn part_of(written: &WrittenProgramme, report: &mut Report) {
    let Some(part_of) = &written.part_of else { return };
    repeated(
        report,
        part_of.run_by.iter(),
        |nth| format!("part_of.run_by[{nth}]"),
        |party| Problem::PartyTwice(party.clone()),
    );
    if let Some(since) = part_of.since.filter(|since| !YEARS.contains(since)) {
        report.add("part_of.since", Problem::Year(since));
    }
}

fn partners(written: &WrittenProgramme, report: &mut Report) {
    if written.partners.is_empty() {
        report.add("partners", Problem::Empty);
    }
    repeated(
        report,
        written.partners.iter(),
        |nth| format!("partners[{nth}]"),
        |partner| Problem::PartnerTwice(partner.clone()),
    );
}

fn stewards(written: &WrittenProgramme, report: &mut Report) {
    repeated(
        report,
        written.stewards.iter(),
        |nth| format!("stewards[{nth}]"),
        |party| Problem::PartyTwice(party.clone()),
    );
    for (nth, steward) in written.stewards.iter().enumerate() {
        if !written.partners.iter().any(|partner| partner.party() == steward) {
            report.add(format!("stewards[{nth}]"), Problem::NoPartner(steward.clone()));
        }
    }
}
