//! What officers write in the files of a training, and what each file names and refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use guildhall::certification;
use guildhall::certification::{Scheme, SchemeDefinition, SchemeFaults};
use guildhall::civic::{AuthorityKey, Party, Position};
use guildhall::enrolment::{
    AdmissionMode, AdmitUntil, Capacity, ConsentPolicy, PolicyDefinition, SenderKind,
};
use guildhall::intake::Named;
use guildhall::kernel::chrono_tz::Tz;
use guildhall::kernel::{Faults, LocalisedText, Report, Window};
use guildhall::participation::survey::Instrument;
use guildhall::practice::{Criterion, HandbookDefinition, PracticeCode, RecordDefinition, Score};
use guildhall::programme::{ProgrammeCode, ProgrammeDefinition, WrittenEdition, WrittenProgramme};
use guildhall::rules::{self, CodeList, Declaration, Problem, RuleSet, Vocabulary};
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

use super::diary::Diary;
use super::kinds::{AUTHORITY, MODULE, POSITION, PRACTICE, PROGRAMME, REVIEW, SERVICE_AREA};
use super::register::{Authorities, refer_to_office, refer_to_party};

/// What the positions of the applicants are called.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PositionsFile {
    pub(super) position: Vec<Position>,
}

/// The call: its window, and who may come in which way.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RecruitmentFile {
    pub(super) window: Window,
    pub(super) capacity: Capacity,
    pub(super) admission: AdmissionMode,
    pub(super) senders: BTreeSet<SenderKind>,
    pub(super) consent: ConsentPolicy,
}

/// What is asked, and when.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SurveyFile {
    pub(super) window: Window,
    pub(super) instrument: Instrument,
}

/// What the certificate demands, who issues it, and on whose clock.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SchemeFile {
    pub(super) issuer: Party,
    #[schemars(with = "String", extend("examples" = ["Europe/Ljubljana"]))]
    pub(super) zone: Tz,
    pub(super) scheme: SchemeDefinition,
}

/// The programme that may go on, and whom it would take.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SuccessorFile {
    pub(super) predecessor: ProgrammeCode,
    pub(super) title: LocalisedText,
    pub(super) facts: Vec<Declaration>,
    pub(super) who: rules::Definition,
}

/// How the practices came into the base.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewsFile {
    pub(super) base: String,
    pub(super) review: Vec<WrittenReview>,
}

/// How a practice came into the base: who handed it in, who judged it, and how.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenReview {
    pub(super) practice: PracticeCode,
    pub(super) submitted_by: String,
    pub(super) reviewer: String,
    #[serde(default)]
    pub(super) reviewer_of: BTreeSet<AuthorityKey>,
    pub(super) scores: BTreeMap<Criterion, Score>,
}

impl PositionsFile {
    pub(super) fn names(&self, named: &mut Named<'_>) {
        for (nth, position) in self.position.iter().enumerate() {
            named.define(POSITION, position.code(), &format!("position[{nth}].code"));
        }
    }
}

pub(super) fn names_of_programme(programme: &WrittenProgramme, named: &mut Named<'_>) {
    named.define(PROGRAMME, &programme.code, "code");
    for (nth, module) in programme.curriculum.modules.iter().enumerate() {
        named.define(MODULE, &module.code, &format!("curriculum.modules[{nth}].code"));
    }
    for (nth, partner) in programme.partners.iter().enumerate() {
        refer_to_party(named, partner.party(), &format!("partners[{nth}].party"));
    }
    for (nth, party) in programme.part_of.iter().flat_map(|umbrella| &umbrella.run_by).enumerate() {
        refer_to_party(named, party, &format!("part_of.run_by[{nth}]"));
    }
}

/// A sound programme whose target group asks for facts that there are.
pub(super) fn sound_programme(
    written: WrittenProgramme,
    facts: &Vocabulary,
) -> Result<ProgrammeDefinition, Faults<String>> {
    let mut report = Report::default();
    if let Err(faults) = RuleSet::new(written.target.clone(), facts) {
        add(&mut report, &faults.within("target"));
    }
    let programme = ProgrammeDefinition::try_from(written);
    let programme = programme.map_err(|faults| add(&mut report, &faults)).ok();
    report.end(programme)
}

fn add<P: Display>(report: &mut Report<String>, faults: &Faults<P>) {
    faults.iter().for_each(|fault| report.add(fault.path(), fault.problem().to_string()));
}

pub(super) fn names_of_edition(edition: &WrittenEdition, named: &mut Named<'_>) {
    named.refer(PROGRAMME, &edition.programme, "programme");
    for (nth, session) in edition.sessions.iter().enumerate() {
        if let Some(module) = &session.module {
            named.refer(MODULE, module, &format!("sessions[{nth}].module"));
        }
    }
}

impl RecruitmentFile {
    /// The policy under which people are admitted whom this rule lets in.
    pub(super) fn policy(&self, eligibility: rules::Definition) -> PolicyDefinition {
        PolicyDefinition {
            version: std::num::NonZeroU32::MIN,
            eligibility,
            capacity: self.capacity,
            admission: self.admission,
            admit_until: AdmitUntil::default(),
            senders: self.senders.clone(),
            consent: self.consent.clone(),
        }
    }
}

/// What the certificate demands, checked.
#[derive(Debug)]
pub(super) struct CheckedScheme {
    pub(super) issuer: Party,
    pub(super) zone: Tz,
    pub(super) scheme: Scheme,
}

impl SchemeFile {
    /// The same with its scheme held against the facts there are.
    pub(super) fn made(self, facts: &Vocabulary) -> Result<CheckedScheme, SchemeFaults> {
        let Self { issuer, zone, scheme } = self;
        let scheme = Scheme::new(scheme, facts).map_err(|faults| faults.within("scheme"))?;
        Ok(CheckedScheme { issuer, zone, scheme })
    }

    pub(super) fn names(&self, named: &mut Named<'_>) {
        refer_to_party(named, &self.issuer, "issuer");
        for (nth, signatory) in self.scheme.signatories.iter().enumerate() {
            refer_to_office(named, signatory.of(), &format!("scheme.signatories[{nth}].of"));
        }
    }
}

/// The programme that may go on, and whom it would take.
#[derive(Debug)]
pub(super) struct Successor {
    pub(super) title: LocalisedText,
    pub(super) who: RuleSet,
    /// What the rule may ask for.
    pub(super) vocabulary: Vocabulary,
}

impl SuccessorFile {
    pub(super) fn names(&self, named: &mut Named<'_>) {
        named.refer(PROGRAMME, &self.predecessor, "predecessor");
    }

    /// The successor, whose rule may ask for what a register of certificates knows, of the schemes there
    /// are, and for its own facts.
    pub(super) fn made(self, schemes: Option<&CodeList>) -> Result<Successor, Faults<Problem>> {
        Vocabulary::new(self.facts.iter().cloned())?;
        let known = match schemes {
            Some(schemes) => {
                certification::vocabulary().with_codes(certification::SCHEMES_HELD, schemes.clone())
            }
            None => certification::vocabulary(),
        };
        let vocabulary = Vocabulary::new(known.iter().cloned().chain(self.facts))
            .map_err(|faults| faults.within("facts"))?;
        let who = RuleSet::new(self.who, &vocabulary).map_err(|faults| faults.within("who"))?;
        Ok(Successor { title: self.title, who, vocabulary })
    }
}

impl ReviewsFile {
    pub(super) fn names(&self, named: &mut Named<'_>) {
        for (nth, review) in self.review.iter().enumerate() {
            let path = format!("review[{nth}].practice");
            named.define(REVIEW, &review.practice, &path);
            named.refer(PRACTICE, &review.practice, &path);
            for key in &review.reviewer_of {
                named.refer(AUTHORITY, key, &format!("review[{nth}].reviewer_of"));
            }
        }
    }
}

pub(super) fn names_of_practice(practice: &RecordDefinition, named: &mut Named<'_>) {
    named.define(PRACTICE, &practice.code, "code");
    named.refer(REVIEW, &practice.code, "code");
    for (nth, owner) in practice.owners.iter().enumerate() {
        named.refer(AUTHORITY, owner, &format!("owners[{nth}]"));
    }
    for (nth, area) in practice.service_areas.iter().enumerate() {
        named.refer(SERVICE_AREA, area, &format!("service_areas[{nth}]"));
    }
}

pub(super) fn names_of_handbook(handbook: &HandbookDefinition, named: &mut Named<'_>) {
    for (nth, citation) in handbook.practices.iter().enumerate() {
        named.refer(PRACTICE, citation.code(), &format!("practices[{nth}]"));
    }
}

/// A file and what may stand in it.
type File = (&'static str, fn() -> Schema);

/// The files of a training; those of the practices share one.
const FILES: [File; 13] = [
    ("authorities.toml", || schema_for!(Authorities)),
    ("positions.toml", || schema_for!(PositionsFile)),
    ("programme.toml", || schema_for!(WrittenProgramme)),
    ("edition.toml", || schema_for!(WrittenEdition)),
    ("recruitment.toml", || schema_for!(RecruitmentFile)),
    ("diary.toml", || schema_for!(Diary)),
    ("survey.toml", || schema_for!(SurveyFile)),
    ("scheme.toml", || schema_for!(SchemeFile)),
    ("successor.toml", || schema_for!(SuccessorFile)),
    ("reviews.toml", || schema_for!(ReviewsFile)),
    ("handbook.toml", || schema_for!(HandbookDefinition)),
    ("practices/*.toml", || schema_for!(RecordDefinition)),
    ("practices/owners.toml", || schema_for!(Authorities)),
];

/// The names of the definitions of a training.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// What may stand in a definition of a training, as a JSON schema.
pub fn schema(name: &str) -> Option<Schema> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, schema)| schema())
}
