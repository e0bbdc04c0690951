//! What the store holds of a training, read back: everything that is printed or written of it comes
//! from here. The files of the folder are the officers' registers: they name codes, say of which kind an
//! authority is, and describe the successor programme and those who knock at its door.

use std::collections::BTreeSet;
use std::fmt;

use guildhall::certification::{Ceremony, Certificate, CycleId, Register, RegisterLine};
use guildhall::civic::{
    Authority, AuthorityKey, Organisation, OrganisationCode, Party, PersonId, PositionCode,
};
use guildhall::enrolment::{Application, Applications, RecruitmentId};
use guildhall::kernel::{
    Aggregate, DecodeError, LoadError, Loaded, Position, Projection, Recorded, Slot, StoreError, StreamId,
    Time, UnreadableSlot, Uuid, Version, catch_up,
};
use guildhall::participation::Participation;
use guildhall::participation::survey::{QuestionCode, Results, Survey};
use guildhall::practice::{Practice, Published};
use guildhall::programme::{Edition, EditionDefinition, Programme, ProgrammeDefinition};
use guildhall::rules::{Explanation, Fact, FactKey, Facts};
use guildhall_words::Say;

use super::clerk::Clerk;
use super::journey::Storage;
use super::offer::Places;
use super::people::{Contact, participation};
use super::system::System;
use super::wording::Erased;

/// Why records cannot be read back.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// An aggregate cannot be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A slot holds something else than it should.
    #[error(transparent)]
    Slot(#[from] UnreadableSlot),
    /// A key that rules ask for is no key.
    #[error(transparent)]
    Key(#[from] guildhall::rules::NameError),
    /// Something is not there that a finished training has.
    #[error("the store holds no {0}")]
    Missing(Missing),
}

/// What a finished training has.
///
/// Exhaustive: whoever reads records back has to say each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Say)]
pub enum Missing {
    /// The programme, approved.
    Programme,
    /// The edition.
    Edition,
    /// The recruitment, announced.
    Recruitment,
    /// The scheme of a certificate.
    Scheme,
    /// The application of somebody who holds a certificate.
    Application,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Programme => "programme",
            Self::Edition => "edition",
            Self::Recruitment => "recruitment",
            Self::Scheme => "scheme of a certificate",
            Self::Application => "application of a holder",
        })
    }
}

/// The records of a training.
pub struct Records<'a> {
    store: &'a dyn Storage,
    system: &'a System,
    programme: Loaded<Programme>,
    edition: Loaded<Edition>,
    applications: Applications,
    participations: Vec<Loaded<Participation>>,
    survey: Loaded<Survey>,
    register: Loaded<Register>,
    practices: Vec<Published>,
    /// The moment for which the register is read: when the training is over, or when something was
    /// recorded in the register last, whichever is later.
    as_of: Time,
}

/// Somebody who could join the successor programme, or could not.
pub(super) struct Prospect {
    pub(super) name: String,
    pub(super) from: Option<AuthorityKey>,
    pub(super) explanation: Explanation,
}

impl<'a> Records<'a> {
    /// Reads everything back.
    ///
    /// # Errors
    /// [`Unreadable`] if the store fails or holds what this release cannot read.
    pub fn read(store: &'a dyn Storage, system: &'a System) -> Result<Self, Unreadable> {
        let places = Places::of(system);
        let mut applications = Applications::new(RecruitmentId::new(places.recruitment));
        catch_up(&mut applications, store, Some(places.recruitment))?;
        let mut participations = Vec::new();
        for application in applications.iter().filter(|one| one.seat().is_some()) {
            if let Some(submission) = application.submission() {
                let (scope, id) = participation(&places, submission.person());
                participations.push(Loaded::read(store, scope, id)?);
            }
        }
        let mut practices = Vec::new();
        let base = Scope::read(store, places.practices)?;
        for stream in base.streams.iter().filter(|stream| stream.kind() == Practice::KIND) {
            let practice = Loaded::<Practice>::read(store, places.practices, stream.id())?;
            practices.extend(practice.current().cloned());
        }
        let (scope, id) = places.edition_stream();
        let register = Register::id_of(&system.issuer).uuid();
        let edition = Loaded::<Edition>::read(store, scope, id)?;
        let over = edition.definition().map_or_else(Time::default, |definition| definition.period.ends_at());
        let as_of = Scope::read(store, register)?.last.unwrap_or(over).max(over);
        Ok(Self {
            store,
            system,
            programme: Loaded::read(store, places.programme, places.programme)?,
            edition,
            applications,
            participations,
            survey: Loaded::read(store, scope, places.survey)?,
            register: Loaded::read(store, register, register)?,
            practices,
            as_of,
        })
    }

    pub(super) const fn system(&self) -> &System {
        self.system
    }

    /// The programme as it was approved for this edition.
    pub(super) fn programme(&self) -> Result<&ProgrammeDefinition, Unreadable> {
        let version = self.edition.programme().map(|(_, version)| version);
        version
            .and_then(|version| self.programme.approved(version))
            .ok_or(Unreadable::Missing(Missing::Programme))
    }

    pub(super) fn edition(&self) -> Result<&EditionDefinition, Unreadable> {
        self.edition.definition().ok_or(Unreadable::Missing(Missing::Edition))
    }

    /// The applications in the order in which they came.
    pub(super) const fn applications(&self) -> &Applications {
        &self.applications
    }

    pub(super) fn participations(&self) -> &[Loaded<Participation>] {
        &self.participations
    }

    pub(super) fn survey(&self) -> Option<Results> {
        self.survey.results()
    }

    /// What a question of the survey asks.
    pub(super) fn question(&self, code: &QuestionCode, clerk: &Clerk) -> String {
        let question = self.survey.instrument().and_then(|instrument| instrument.question(code));
        question.map_or_else(|| code.to_string(), |question| clerk.text(&question.text).to_owned())
    }

    pub(super) fn practices(&self) -> &[Published] {
        &self.practices
    }

    pub(super) fn register(&self) -> &Register {
        &self.register
    }

    /// The certificates of this edition: the issuer keeps one register for all.
    fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        let cycle = CycleId::new(self.edition.id().uuid());
        self.register.certificates().iter().filter(move |certificate| certificate.cycle() == cycle)
    }

    /// The certificate of a line, if it was earned in this edition.
    pub(super) fn certificate(&self, line: &RegisterLine) -> Option<&Certificate> {
        self.certificates().find(|certificate| certificate.id() == line.certificate)
    }

    /// The certificates of this edition, as the register stands.
    pub(super) fn lines(&self) -> Vec<RegisterLine> {
        let here: BTreeSet<_> = self.certificates().map(Certificate::id).collect();
        self.register.lines(self.as_of, self.as_of).filter(|line| here.contains(&line.certificate)).collect()
    }

    /// The ceremony, as the certificates name it.
    pub(super) fn ceremony(&self) -> Option<&Ceremony> {
        self.certificates().find_map(Certificate::ceremony)
    }

    /// The name in a slot, or that it was erased.
    pub(super) fn name(&self, slot: Slot, clerk: &Clerk) -> Result<String, Unreadable> {
        let contact = self.store.reveal(slot.id())?.read::<Contact>()?;
        Ok(contact.map_or_else(|| clerk.say(&Erased), |contact| contact.name))
    }

    /// What a slot for free text holds.
    pub(super) fn text(&self, slot: Slot) -> Result<Option<String>, Unreadable> {
        Ok(self.store.reveal(slot.id())?.read::<String>()?)
    }

    pub(super) fn application_of(&self, person: PersonId) -> Option<&Application> {
        self.applications.iter().find(|one| one.submission().is_some_and(|made| made.person() == person))
    }

    pub(super) fn authority(&self, key: &AuthorityKey) -> Option<&Authority> {
        self.system.authorities.get(key)
    }

    /// What an authority is called; nothing where there is none.
    pub(super) fn called(&self, authority: Option<&AuthorityKey>, clerk: &Clerk) -> String {
        authority.map_or_else(String::new, |key| self.party(&Party::Authority(key.clone()), clerk))
    }

    /// What an organisation is called.
    pub(super) fn organisation(&self, code: &OrganisationCode, clerk: &Clerk) -> String {
        self.party(&Party::Organisation(code.clone()), clerk)
    }

    /// What a partner or sender is called; its code, if the register does not know it.
    pub(super) fn party(&self, party: &Party, clerk: &Clerk) -> String {
        let (names, code) = match party {
            Party::Authority(key) => (self.authority(key).map(Authority::names), key.to_string()),
            Party::Organisation(code) => {
                (self.system.organisations.get(code).map(Organisation::names), code.to_string())
            }
        };
        names.map_or(code, |names| clerk.text(names).to_owned())
    }

    /// What a position is called; its code in words, if the lists do not know it.
    pub(super) fn position(&self, code: &PositionCode, clerk: &Clerk) -> String {
        let known = self.system.position(code);
        known.map_or_else(
            || code.as_str().replace('_', " "),
            |position| clerk.text(position.labels()).to_owned(),
        )
    }

    /// Whom the successor programme would take: everybody with a certificate, and the newcomers.
    pub(super) fn prospects(&self, clerk: &Clerk) -> Result<Vec<Prospect>, Unreadable> {
        let who = &self.system.successor.who;
        let mut prospects = Vec::new();
        for line in self.lines() {
            let from = self.application_of(line.person).and_then(|one| one.submission());
            let from = from.ok_or(Unreadable::Missing(Missing::Application))?.sender().authority().cloned();
            let holdings = self.register.holdings(line.person, self.as_of, self.as_of);
            prospects.push(Prospect {
                name: self.name(line.holder, clerk)?,
                from,
                explanation: who.explain(&holdings),
            });
        }
        let grounding = FactKey::new("newcomer.grounding")?;
        for row in &self.system.newcomers {
            let newcomer = &row.value;
            let shown = newcomer.grounding.as_ref().map_or(Fact::Missing, |shown| {
                Fact::known(guildhall::rules::Codes::complete(shown.iter().cloned()))
            });
            let facts = Facts::default().with(grounding.clone(), shown);
            let holdings =
                self.register.holdings(self.system.ids.person(&newcomer.person), self.as_of, self.as_of);
            let explanation = who.explain(&(holdings, facts));
            let name = newcomer.name.expose().clone();
            prospects.push(Prospect { name, from: Some(newcomer.authority.clone()), explanation });
        }
        Ok(prospects)
    }
}

/// What a scope holds: its streams, in the order in which they began, and when something happened last.
#[derive(Default)]
struct Scope {
    streams: Vec<StreamId>,
    last: Option<Time>,
    position: Position,
}

impl Scope {
    fn read(store: &dyn Storage, scope: Uuid) -> Result<Self, LoadError> {
        let mut seen = Self::default();
        catch_up(&mut seen, store, Some(scope))?;
        Ok(seen)
    }
}

impl Projection for Scope {
    fn apply(&mut self, recorded: &Recorded) -> Result<(), DecodeError> {
        if recorded.version == Version::new(1) {
            self.streams.push(recorded.stream.clone());
        }
        self.last = self.last.max(Some(recorded.at));
        self.position = recorded.position;
        Ok(())
    }

    fn position(&self) -> Position {
        self.position
    }
}
