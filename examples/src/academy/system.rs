//! The folder of definitions, read and held against itself: whatever is wrong is said before anything
//! is stored.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use guildhall::certification::Scheme;
use guildhall::civic::{
    Authority, AuthorityKey, Cooperation, Organisation, OrganisationCode, Party, Position, PositionCode,
    ServiceAreas,
};
use guildhall::enrolment::Policy;
use guildhall::intake::table::Rows;
use guildhall::intake::{Definition, Diagnostic, Diagnostics, Folder, Limits, Place};
use guildhall::kernel::chrono_tz::Tz;
use guildhall::kernel::{LocalisedText, Window};
use guildhall::participation::facts::MODULES_COMPLETED;
use guildhall::participation::survey::Sheet;
use guildhall::practice::{HandbookDefinition, Record};
use guildhall::programme::{EditionDefinition, ProgrammeDefinition};
use guildhall::rules::{CodeList, Symbol, Vocabulary};
use guildhall::{enrolment, participation};
use sha2::{Digest, Sha256};

use super::diary::Diary;
use super::files::{
    self, PositionsFile, RecruitmentFile, ReviewsFile, SchemeFile, Successor, SuccessorFile, SurveyFile,
    WrittenReview,
};
use super::ids::Ids;
use super::kinds::{AUTHORITY, MODULE, PERSON, POSITION, PROGRAMME, SERVICE_AREA};
use super::register::Authorities;
use super::tables::{self, Applicant, Completion, Newcomer};

const PRACTICES: &str = "practices";
const OWNERS: &str = "owners.toml";

/// Everything the officers of one training wrote.
#[derive(Debug)]
pub struct System {
    pub(super) authorities: BTreeMap<AuthorityKey, Authority>,
    pub(super) organisations: BTreeMap<OrganisationCode, Organisation>,
    pub(super) cooperations: Vec<Cooperation>,
    pub(super) areas: ServiceAreas,
    /// How many of the authorities are there only as owners of practices.
    pub(super) owners: usize,
    pub(super) positions: BTreeMap<PositionCode, Position>,
    pub(super) programme: ProgrammeDefinition,
    pub(super) edition: EditionDefinition,
    pub(super) window: Window,
    pub(super) policy: Policy,
    pub(super) applicants: Rows<Applicant>,
    pub(super) completions: Rows<Completion>,
    pub(super) survey: SurveyFile,
    pub(super) sheets: Vec<Sheet>,
    pub(super) issuer: Party,
    pub(super) zone: Tz,
    pub(super) scheme: Scheme,
    pub(super) successor: Successor,
    pub(super) newcomers: Rows<Newcomer>,
    /// Each practice with the way it came into the base.
    pub(super) practices: Vec<(Record, WrittenReview)>,
    pub(super) base: String,
    pub(super) handbook: HandbookDefinition,
    /// Where it says what.
    handbook_at: Definition<()>,
    pub(super) diary: Diary,
    pub(super) ids: Ids,
    /// Tells these files from others.
    pub(super) digest: String,
}

impl System {
    /// Reads a folder.
    ///
    /// # Errors
    /// [`Diagnostics`]: everything that is wrong with it.
    pub fn read(folder: &Path) -> Result<Self, Diagnostics> {
        Ok(Self::check(folder)?.0)
    }

    /// Reads a folder, and says what is hardly meant so.
    ///
    /// # Errors
    /// [`Diagnostics`]: everything that is wrong with it.
    pub fn check(folder: &Path) -> Result<(Self, Diagnostics), Diagnostics> {
        let mut folder = Folder::read(folder, &Limits::default());
        let read = Self::parts(&mut folder);
        let warnings = folder.close()?;
        // A part is missing only together with the fault that says why.
        let missing = || Diagnostics::new(&Limits::default());
        read.map(|system| (system, warnings)).ok_or_else(missing)
    }

    fn parts(folder: &mut Folder) -> Option<Self> {
        let areas = ServiceAreas::standard();
        for area in areas.iter() {
            folder.names().define(SERVICE_AREA, area.code(), Place::file("the standard service areas"));
        }
        for kind in [AUTHORITY, MODULE, PERSON, POSITION, PROGRAMME, SERVICE_AREA] {
            folder.names().may_be_unused(kind);
        }

        let programme = folder
            .file("programme.toml")
            .naming(files::names_of_programme)
            .make(|written| files::sound_programme(written, &enrolment::vocabulary()));
        let register = authorities(folder, "authorities.toml");
        let owners = authorities(folder, &format!("{PRACTICES}/{OWNERS}"));
        let positions = folder.file::<PositionsFile>("positions.toml").naming(PositionsFile::names).read();
        let edition =
            folder.file("edition.toml").naming(files::names_of_edition).make(EditionDefinition::try_from);
        let recruitment = folder.definition::<RecruitmentFile>("recruitment.toml");
        let diary = folder.file("diary.toml").make(Diary::in_order);
        let survey = folder.definition::<SurveyFile>("survey.toml");
        let facts = programme.as_deref().and_then(taught).unwrap_or_else(participation::vocabulary);
        let scheme = folder.file("scheme.toml").naming(SchemeFile::names).make(|file| file.made(&facts));
        let schemes = scheme
            .as_ref()
            .and_then(|one| code_list([(one.scheme.reference().code().as_str(), one.scheme.title())]));
        let successor = folder
            .file("successor.toml")
            .naming(SuccessorFile::names)
            .make(|file| file.made(schemes.as_ref()));
        let reviews = folder.file::<ReviewsFile>("reviews.toml").naming(ReviewsFile::names).read();
        let records: Vec<_> = folder
            .definitions_in(PRACTICES, &[OWNERS])
            .iter()
            .map(|name| folder.file(name).naming(files::names_of_practice).make(Record::new))
            .collect();

        let open = recruitment.as_ref().zip(diary.as_ref());
        let open = open.map(|(call, diary)| (&call.window, diary.applications_decided));
        let applicants = tables::applicants(folder, open);
        let completions = tables::completions(folder);
        let newcomers = tables::newcomers(folder);
        let sheets = survey.as_ref().map(|file| tables::sheets(folder, &file.instrument));

        // The handbook is made anew from what is stored: its own file may change from run to run.
        let digest = digest(&folder.contents());
        let handbook =
            folder.file::<HandbookDefinition>("handbook.toml").naming(files::names_of_handbook).read();

        let (programme, recruitment) = (programme?.into_value(), recruitment?);
        let policy = recruitment.policy(programme.target.clone());
        let policy = match Policy::new(policy, &enrolment::vocabulary()) {
            Ok(policy) => policy,
            Err(error) => {
                folder.note(Diagnostic::error(error.to_string()).at(recruitment.place("senders")));
                return None;
            }
        };
        let (handbook, handbook_at) = handbook?.split();
        let ids = Ids::of(&programme.code);
        let mut known = register?.into_value().known(ids);
        let before = known.authorities.len();
        known.authorities.extend(owners?.into_value().known(ids).authorities);
        let owners = known.authorities.len() - before;
        let scheme = scheme?.into_value();
        let reviews = reviews?.into_value();
        let (base, mut reviews) = (reviews.base, reviews.review);
        let mut judged = |record: Record| {
            let nth = reviews.iter().position(|review| review.practice == *record.code())?;
            Some((record, reviews.swap_remove(nth)))
        };
        let practices = records.into_iter().map(|record| judged(record?.into_value()));

        Some(Self {
            authorities: known.authorities,
            organisations: known.organisations,
            cooperations: known.cooperations,
            areas,
            owners,
            positions: positions?
                .into_value()
                .position
                .into_iter()
                .map(|one| (one.code().clone(), one))
                .collect(),
            practices: practices.collect::<Option<_>>()?,
            programme,
            edition: edition?.into_value(),
            window: recruitment.window,
            policy,
            applicants: applicants?,
            completions: completions?,
            survey: survey?.into_value(),
            sheets: sheets??,
            issuer: scheme.issuer,
            zone: scheme.zone,
            scheme: scheme.scheme,
            successor: successor?.into_value(),
            newcomers: newcomers?,
            base,
            handbook,
            handbook_at,
            diary: diary?.into_value(),
            ids,
            digest,
        })
    }

    /// The position that the lists call so.
    pub(super) fn position(&self, code: &PositionCode) -> Option<&Position> {
        self.positions.get(code)
    }

    /// Where the handbook's file says what stands at this path.
    pub fn place_in_handbook(&self, path: &str) -> Place {
        self.handbook_at.place(path)
    }

    /// The edition's zone, in which the diary is written.
    pub(super) fn edition_zone(&self) -> Tz {
        self.edition.period.zone()
    }
}

/// A register of authorities, as it is written.
fn authorities(folder: &mut Folder, name: &str) -> Option<Definition<Authorities>> {
    folder.file::<Authorities>(name).naming(Authorities::names).make(Authorities::sound)
}

/// SHA-256 over the name of each file and the SHA-256 of what it says, a line each, ordered by name.
fn digest(contents: &[(Arc<str>, Vec<u8>)]) -> String {
    let lines = contents.iter().map(|(name, said)| format!("{}  {name}\n", hex(&Sha256::digest(said))));
    hex(&Sha256::digest(lines.collect::<String>()))
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A closed list of codes with their labels; nothing where one of them is none that a rule can name.
fn code_list<'a>(codes: impl IntoIterator<Item = (&'a str, &'a LocalisedText)>) -> Option<CodeList> {
    let labelled = |(code, label): (&str, &LocalisedText)| Some((Symbol::new(code).ok()?, label.clone()));
    CodeList::labelled(codes.into_iter().map(labelled).collect::<Option<Vec<_>>>()?).ok()
}

/// The facts that participation knows, with the modules of this programme as the codes of the completed
/// ones: a criterion cannot ask for a module that is not taught.
fn taught(programme: &ProgrammeDefinition) -> Option<Vocabulary> {
    let modules = programme.curriculum.modules.iter();
    let codes = code_list(modules.map(|module| (module.code.as_str(), &module.title)))?;
    Some(participation::vocabulary().with_codes(MODULES_COMPLETED, codes))
}
