//! The folder of definitions, read and held against itself: whatever is wrong is said before anything
//! is stored.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use guildhall::certification::{Scheme, SchemeDefinition};
use guildhall::civic::{
    Authority, AuthorityKey, Cooperation, Organisation, OrganisationCode, Party, Position, PositionCode,
    ServiceAreas,
};
use guildhall::enrolment::{
    AdmissionMode, AdmitUntil, Capacity, ConsentPolicy, Policy, PolicyDefinition, SenderKind,
};
use guildhall::kernel::chrono_tz::Tz;
use guildhall::kernel::{LocalisedText, Window};
use guildhall::participation::facts::MODULES_COMPLETED;
use guildhall::participation::survey::{Instrument, Sheet};
use guildhall::practice::{Criterion, HandbookDefinition, PracticeCode, Record, Score};
use guildhall::programme::{EditionDefinition, ModuleCode, ProgrammeCode, ProgrammeDefinition};
use guildhall::rules::{self, CodeList, Declaration, FactType, RuleSet, Symbol, Vocabulary};
use guildhall::{certification, enrolment, participation};
use serde::Deserialize;

use super::diary::Diary;
use super::ids::Ids;
use super::register::{Authorities, known};
use super::tables::{self, Applicant, Completion, Newcomer};
use crate::reading::{Faults, Folder, Row};

const OWNERS: &str = "owners.toml";
const REVIEWS: &str = "reviews.toml";

/// Everything the officers of one training wrote.
#[derive(Debug)]
pub struct System {
    pub(super) authorities: BTreeMap<AuthorityKey, Authority>,
    pub(super) organisations: BTreeMap<OrganisationCode, Organisation>,
    pub(super) cooperations: Vec<Cooperation>,
    pub(super) areas: ServiceAreas,
    positions: BTreeMap<PositionCode, Position>,
    pub(super) programme: ProgrammeDefinition,
    pub(super) edition: EditionDefinition,
    pub(super) window: Window,
    pub(super) policy: Policy,
    pub(super) applicants: Vec<Row<Applicant>>,
    pub(super) completions: Vec<Row<Completion>>,
    pub(super) survey: SurveyFile,
    pub(super) sheets: Vec<Sheet>,
    pub(super) issuer: Party,
    pub(super) zone: Tz,
    pub(super) scheme: Scheme,
    pub(super) successor: Successor,
    pub(super) newcomers: Vec<Row<Newcomer>>,
    /// Each practice with the way it came into the base.
    pub(super) practices: Vec<(Record, WrittenReview)>,
    pub(super) base: String,
    pub(super) handbook: HandbookDefinition,
    pub(super) diary: Diary,
    pub(super) ids: Ids,
    /// Tells these files from others.
    pub(super) digest: String,
}

/// The programme that may go on, and whom it would take.
#[derive(Debug)]
pub(super) struct Successor {
    pub(super) title: LocalisedText,
    pub(super) who: RuleSet,
    /// What the rule may ask for.
    pub(super) vocabulary: Vocabulary,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PositionsFile {
    position: Vec<Position>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecruitmentFile {
    window: Window,
    capacity: Capacity,
    admission: AdmissionMode,
    senders: BTreeSet<SenderKind>,
    consent: ConsentPolicy,
}

/// What is asked, and when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SurveyFile {
    pub(super) window: Window,
    pub(super) instrument: Instrument,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SchemeFile {
    issuer: Party,
    zone: Tz,
    scheme: SchemeDefinition,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SuccessorFile {
    predecessor: ProgrammeCode,
    title: LocalisedText,
    facts: Vec<Declaration>,
    who: rules::Definition,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewsFile {
    base: String,
    review: Vec<WrittenReview>,
}

/// How a practice came into the base: who handed it in, who judged it, and how.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenReview {
    pub(super) practice: PracticeCode,
    pub(super) submitted_by: String,
    pub(super) reviewer: String,
    #[serde(default)]
    pub(super) reviewer_of: BTreeSet<AuthorityKey>,
    pub(super) scores: BTreeMap<Criterion, Score>,
}

impl System {
    /// Reads a folder.
    ///
    /// # Errors
    /// [`Faults`]: everything that is wrong with it.
    pub fn read(folder: &Path) -> Result<Self, Faults> {
        let mut folder = Folder::open(folder);
        let read = Self::parts(&mut folder);
        folder.close()?;
        // A part is missing only together with the fault that says why.
        read.ok_or_else(|| Faults(Vec::new()))
    }

    fn parts(folder: &mut Folder) -> Option<Self> {
        let register = folder.definition::<Authorities>("authorities.toml");
        let positions = folder.definition::<PositionsFile>("positions.toml");
        let programme = folder.definition::<ProgrammeDefinition>("programme.toml");
        let edition = folder.definition::<EditionDefinition>("edition.toml");
        let recruitment = folder.definition::<RecruitmentFile>("recruitment.toml");
        let survey = folder.definition::<SurveyFile>("survey.toml");
        let scheme = folder.definition::<SchemeFile>("scheme.toml");
        let successor = folder.definition::<SuccessorFile>("successor.toml");
        let reviews = folder.definition::<ReviewsFile>(REVIEWS);
        let diary = folder.definition::<Diary>("diary.toml");
        let records: Vec<Record> = folder.definitions("practices", &[OWNERS]);
        let owners = folder.definition::<Authorities>(&format!("practices/{OWNERS}"));
        let applicants = tables::applicants(folder);
        let completions = tables::completions(folder);
        let newcomers = tables::newcomers(folder);
        let sheets = survey.as_ref().map(|file| tables::sheets(folder, &file.instrument));

        // The handbook is made anew from what is stored: its own file may change from run to run.
        let digest = folder.digest();
        let handbook = folder.definition::<HandbookDefinition>("handbook.toml");

        let areas = ServiceAreas::standard();
        let ids = Ids::of(&programme.as_ref()?.code);
        let (authorities, organisations, cooperations) =
            register.map(|file| known(folder, ids, file, &areas))?;
        let mut authorities = authorities;
        authorities.extend(owners?.authority.into_iter().map(|one| (one.key().clone(), one)));
        let policy = recruitment.as_ref().zip(programme.as_ref()).and_then(|(written, programme)| {
            let definition = PolicyDefinition {
                version: std::num::NonZeroU32::MIN,
                eligibility: programme.target.clone(),
                capacity: written.capacity,
                admission: written.admission,
                admit_until: AdmitUntil::default(),
                senders: written.senders.clone(),
                consent: written.consent.clone(),
            };
            folder.checked("programme.toml", Policy::new(definition, &enrolment::vocabulary()))
        });
        let (issuer, zone, scheme) = scheme.and_then(|file| {
            let facts = folder.checked("scheme.toml", taught(programme.as_ref()?))?;
            let scheme = folder.checked("scheme.toml", Scheme::new(file.scheme, &facts))?;
            Some((file.issuer, file.zone, scheme))
        })?;
        let successor = successor.and_then(|file| made_successor(folder, file, programme.as_ref()))?;

        let (base, practices) = reviews.map(|file| reviewed(folder, file, records))?;

        let system = Self {
            authorities,
            organisations,
            cooperations,
            areas,
            positions: positions?.position.into_iter().map(|one| (one.code().clone(), one)).collect(),
            programme: programme?,
            edition: edition?,
            window: recruitment?.window,
            policy: policy?,
            applicants,
            completions,
            survey: survey?,
            sheets: sheets?,
            issuer,
            zone,
            scheme,
            successor,
            newcomers,
            practices,
            base,
            handbook: handbook?,
            diary: diary?,
            ids,
            digest,
        };
        system.hold_together(folder);
        Some(system)
    }

    /// References between files.
    fn hold_together(&self, folder: &mut Folder) {
        if self.edition.programme != self.programme.code {
            let (found, expected) = (&self.edition.programme, &self.programme.code);
            folder.note("edition.toml", 0, format!("it is an edition of `{found}`, not of `{expected}`"));
        }
        for (module, session) in self.edition.modules_not_in(&self.programme.curriculum) {
            let message = format!("session `{}`: the programme has no module `{module}`", session.code);
            folder.note("edition.toml", 0, message);
        }
        let mut parties: Vec<&Party> =
            self.programme.partners.iter().map(|partner| partner.party()).collect();
        parties.extend(self.programme.part_of.iter().flat_map(|umbrella| &umbrella.run_by));
        for party in parties {
            self.known_party(folder, "programme.toml", party);
        }
        self.known_party(folder, "scheme.toml", &self.issuer);
        self.diary.in_order(folder);
        tables::hold_together(folder, self);
    }

    fn known_party(&self, folder: &mut Folder, file: &str, party: &Party) {
        let unknown = match party {
            Party::Authority(key) if !self.authorities.contains_key(key) => format!("authority `{key}`"),
            Party::Organisation(code) if !self.organisations.contains_key(code) => {
                format!("organisation `{code}`")
            }
            _ => return,
        };
        folder.note(file, 0, format!("the {unknown} is not in authorities.toml"));
    }

    /// The position that the lists call so.
    pub(super) fn position(&self, code: &PositionCode) -> Option<&Position> {
        self.positions.get(code)
    }

    pub(super) fn module(&self, code: &ModuleCode) -> bool {
        self.programme.curriculum.module(code).is_some()
    }

    /// The edition's zone, in which the diary is written.
    pub(super) fn edition_zone(&self) -> Tz {
        self.edition.period.zone()
    }
}

/// The facts that participation knows, with the modules of this programme as the codes of the completed
/// ones: a criterion cannot ask for a module that is not taught.
fn taught(programme: &ProgrammeDefinition) -> Result<Vocabulary, Box<dyn std::error::Error>> {
    let modules = programme.curriculum.modules.iter().map(|module| Symbol::new(module.code.as_str()));
    let codes = CodeList::new(modules.collect::<Result<Vec<_>, _>>()?)?;
    let known = participation::vocabulary();
    let facts = known.iter().map(|fact| match fact.key().as_str() {
        MODULES_COMPLETED => {
            Declaration::new(fact.key().clone(), FactType::Set(Some(codes.clone())), fact.label().clone())
        }
        _ => fact.clone(),
    });
    Ok(Vocabulary::new(facts)?)
}

/// Each practice with its review; one without the other is noted.
fn reviewed(
    folder: &mut Folder,
    file: ReviewsFile,
    records: Vec<Record>,
) -> (String, Vec<(Record, WrittenReview)>) {
    let mut reviews = BTreeMap::new();
    for review in file.review {
        let code = review.practice.clone();
        if !records.iter().any(|record| *record.code() == code) {
            folder.note(REVIEWS, 0, format!("no practice has the code `{code}`"));
        }
        if reviews.insert(code.clone(), review).is_some() {
            folder.note(REVIEWS, 0, format!("the practice `{code}` is judged twice"));
        }
    }
    let practices = records.into_iter().filter_map(|record| match reviews.remove(record.code()) {
        Some(review) => Some((record, review)),
        None => {
            folder.note(REVIEWS, 0, format!("nobody judges the practice `{}`", record.code()));
            None
        }
    });
    (file.base, practices.collect())
}

fn made_successor(
    folder: &mut Folder,
    file: SuccessorFile,
    programme: Option<&ProgrammeDefinition>,
) -> Option<Successor> {
    const FILE: &str = "successor.toml";
    if let Some(programme) = programme.filter(|programme| programme.code != file.predecessor) {
        let (named, code) = (&file.predecessor, &programme.code);
        folder.note(FILE, 0, format!("it is to go on from `{named}`, but the programme is `{code}`"));
    }
    let facts = certification::vocabulary().iter().cloned().chain(file.facts).collect::<Vec<_>>();
    let vocabulary = folder.checked(FILE, Vocabulary::new(facts))?;
    let who = folder.checked(FILE, RuleSet::new(file.who, &vocabulary))?;
    Some(Successor { title: file.title, who, vocabulary })
}
