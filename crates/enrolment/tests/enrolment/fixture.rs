//! A recruitment to play with: its edition, its policies and its people, all fictitious.

use std::cell::Cell;
use std::num::NonZeroU32;

use guildhall_civic::{
    Actor, Authority, AuthorityKey, AuthorityKind, Cooperation, LocalisedText, OfficeCode, OfficeHeld,
    OrganisationCode, Period, PersonId, PositionCode, ServiceAreaCode,
};
use guildhall_enrolment::*;
use guildhall_kernel::chrono::{NaiveDate, TimeZone, Utc};
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{
    ActorId, Aggregate, Commit, CommitId, Id, Loaded, Receipt, RetentionClass, Slot, Staged, Store, Time,
    Uuid,
};
use guildhall_programme::{Edition, EditionEvent, EditionNumber, ProgrammeId, ProgrammeVersion, edition_id};

pub(crate) const RECRUITMENT: RecruitmentId = Id::new(Uuid::from_u128(0xE0));
pub(crate) const OFFICER: ActorId = Id::new(Uuid::from_u128(0x0F));
pub(crate) const SUPERIOR: PersonId = Id::new(Uuid::from_u128(0x50));

/// Ten o'clock on a day of April 2019; the window lasts from the 10th to the 20th.
pub(crate) fn day(day: u32) -> Time {
    Utc.with_ymd_and_hms(2019, 4, day, 10, 0, 0).unwrap()
}

pub(crate) fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 4, day).unwrap()
}

pub(crate) fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(0x1000 + n))
}

pub(crate) fn town() -> AuthorityKey {
    "SI:fictitious:lipov_dol".parse().unwrap()
}

/// Another one, which sends people too.
pub(crate) fn other_town() -> AuthorityKey {
    "SI:fictitious:suhi_potok".parse().unwrap()
}

pub(crate) fn institute() -> OrganisationCode {
    "institute".parse().unwrap()
}

pub(crate) fn position(code: &str) -> PositionCode {
    PositionCode::new(code).unwrap()
}

pub(crate) fn authority(key: AuthorityKey) -> Authority {
    let names = LocalisedText::new([("sl".parse().unwrap(), "Lipov Dol")]).unwrap();
    Authority::new(key, AuthorityKind::CityMunicipality, names).unwrap()
}

pub(crate) fn claimed(period: Period) -> Cooperation {
    Cooperation::claim(institute(), town(), ServiceAreaCode::new("town_centres").unwrap(), period)
}

pub(crate) fn confirmed(period: Period) -> Cooperation {
    let mayor = OfficeHeld::new(SUPERIOR, OfficeCode::MAYOR, town(), Period::ALWAYS);
    claimed(period).confirm(mayor, date(1)).unwrap()
}

/// Somebody of the town; without a position, where none is given.
pub(crate) fn submission(person: PersonId, held: Option<&str>) -> Submission {
    sent_by(town(), person, held)
}

pub(crate) fn sent_by(town: AuthorityKey, person: PersonId, held: Option<&str>) -> Submission {
    let contact = Slot::new(Id::derived(person.uuid(), b"contact"), RetentionClass::Contact);
    let submission = Submission::new(person, Sender::Authority(town), contact).unwrap();
    held.into_iter().map(position).fold(submission, Submission::in_position)
}

pub(crate) fn cancelled() -> EditionEvent {
    let notice = LocalisedText::new([("en".parse().unwrap(), "The hall is flooded")]).unwrap();
    EditionEvent::Cancelled { notice }
}

/// What varies between the policies of these tests.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    pub(crate) version: u32,
    /// The position that the rule asks for.
    pub(crate) wanted: &'static str,
    pub(crate) seats: Option<u32>,
    pub(crate) officer_confirms: bool,
    pub(crate) superior_agrees: bool,
}

pub(crate) const TERMS: Terms =
    Terms { version: 1, wanted: "manager", seats: Some(2), officer_confirms: false, superior_agrees: false };

pub(crate) fn written(terms: Terms) -> PolicyDefinition {
    let Terms { version, wanted, seats, officer_confirms, superior_agrees } = terms;
    let mut policy: PolicyDefinition = toml::from_str(&format!(
        r#"
        version = {version}
        eligibility = {{ id = "manager", version = {version}, fact = "applicant.position", is = "{wanted}" }}
        capacity = "unlimited"
        admission = "{}"
        senders = ["authority"]
        consent = {}
        "#,
        if officer_confirms { "officer_confirms" } else { "rolling" },
        if superior_agrees {
            r#"{ superior = { heads = ["mayor"], for_heads = "competent_body" } }"#
        } else {
            r#""not_needed""#
        },
    ))
    .unwrap();
    if let Some(seats) = seats {
        policy.capacity = Capacity::Seats(NonZeroU32::new(seats).unwrap());
    }
    policy
}

pub(crate) fn policy(terms: Terms) -> Policy {
    Policy::new(written(terms), &vocabulary()).unwrap()
}

pub(crate) fn definition(terms: Terms) -> RecruitmentDefinition {
    let window = toml::from_str("from = \"2019-04-10\"\nuntil = \"2019-04-20\"\nzone = \"Europe/Ljubljana\"");
    RecruitmentDefinition { window: window.unwrap(), policy: written(terms) }
}

pub(crate) fn edition_of(number: EditionNumber) -> (Uuid, Vec<EditionEvent>) {
    let programme = ProgrammeId::new(Uuid::from_u128(0xA0));
    let definition = format!(
        r#"
        programme = "town-managers"
        number = {number}
        delivery = "online"
        period = {{ from = "2019-05-13", until = "2019-06-13", zone = "Europe/Ljubljana" }}
        sessions = [{{ code = "closing", kind = "ceremony", title = {{ en = "Closing" }}, on = "2019-06-13" }}]
        "#,
        number = number.get(),
    );
    let definition = Box::new(toml::from_str(&definition).unwrap());
    let planned = EditionEvent::Planned { programme, version: ProgrammeVersion::FIRST, definition };
    (edition_id(programme, number).uuid(), vec![planned, EditionEvent::Announced])
}

/// An edition of which nothing is stored, after some of its events.
pub(crate) fn edition(events: &[EditionEvent]) -> Loaded<Edition> {
    let (id, _) = edition_of(EditionNumber::FIRST);
    let mut edition = Edition::empty(id);
    events.iter().for_each(|event| edition.apply(event));
    let new = Loaded::<Edition>::new(id, id);
    Loaded::resume(new.stream().clone(), guildhall_kernel::Version::new(2), edition)
}

pub(crate) fn announced_edition() -> Loaded<Edition> {
    edition(&edition_of(EditionNumber::FIRST).1)
}

/// A store with a recruitment in it, and the calendar.
pub(crate) struct World {
    pub(crate) store: Memory,
    pub(crate) now: Time,
    commits: Cell<u128>,
}

impl World {
    /// On the 9th the recruitment is announced.
    pub(crate) fn announced(terms: Terms) -> Self {
        let world = Self { store: Memory::default(), now: day(9), commits: Cell::new(0) };
        let (id, events) = edition_of(EditionNumber::FIRST);
        world.commit(&Loaded::<Edition>::new(id, id).stage(events, &()));
        world.recruit(&RecruitmentCommand::Announce { definition: definition(terms) }).unwrap();
        world
    }

    /// On the 10th it is open.
    pub(crate) fn open(terms: Terms) -> Self {
        let mut world = Self::announced(terms);
        world.now = day(10);
        world.recruit(&RecruitmentCommand::Open).unwrap();
        world
    }

    pub(crate) fn fresh_commit(&self) -> Commit {
        self.commits.set(self.commits.get() + 1);
        Commit::new(CommitId::new(Uuid::from_u128(self.commits.get())), self.now, None)
    }

    pub(crate) fn commit<A: Aggregate>(&self, staged: &Staged<A>) -> Receipt {
        self.store.commit(&self.fresh_commit().with(staged).unwrap()).unwrap()
    }

    pub(crate) fn edition(&self) -> Loaded<Edition> {
        let (id, _) = edition_of(EditionNumber::FIRST);
        Loaded::read(&self.store, id, id).unwrap()
    }

    /// Something happens to the edition.
    pub(crate) fn edition_meets(&self, event: EditionEvent) {
        self.commit(&self.edition().stage(vec![event], &()));
    }

    pub(crate) fn recruitment(&self) -> Loaded<Recruitment> {
        Loaded::read(&self.store, RECRUITMENT.uuid(), RECRUITMENT.uuid()).unwrap()
    }

    pub(crate) fn pool(&self) -> Loaded<SeatPool> {
        Loaded::read(&self.store, RECRUITMENT.uuid(), SeatPool::id_of(RECRUITMENT).uuid()).unwrap()
    }

    pub(crate) fn application(&self, person: PersonId) -> Loaded<Application> {
        let id = Application::id_of(RECRUITMENT, person);
        Loaded::read(&self.store, RECRUITMENT.uuid(), id.uuid()).unwrap()
    }

    pub(crate) fn recruit(&self, command: &RecruitmentCommand) -> Result<(), RecruitmentRefusal> {
        let (edition, vocabulary) = (self.edition(), vocabulary());
        let facts = RecruitmentFacts { edition: &edition, vocabulary: &vocabulary };
        let staged = self.recruitment().decide(command, &facts, self.now)?;
        self.commit(&staged);
        Ok(())
    }

    pub(crate) fn ask(
        &self,
        person: PersonId,
        command: &ApplicationCommand,
    ) -> Result<(), ApplicationRefusal> {
        let recruitment = self.recruitment();
        let facts = ApplicationFacts::new(&recruitment);
        let staged = self.application(person).decide(command, &facts, self.now)?;
        self.commit(&staged);
        Ok(())
    }

    pub(crate) fn submit(&self, person: PersonId, held: Option<&str>) -> Result<(), ApplicationRefusal> {
        self.ask(person, &ApplicationCommand::Submit { submission: submission(person, held) })
    }

    pub(crate) fn determine(&self, person: PersonId) -> Result<(), ApplicationRefusal> {
        self.ask(person, &ApplicationCommand::Determine { at: self.now })
    }

    pub(crate) fn answer(&self, person: PersonId, answer: ConsentAnswer) -> Result<(), ApplicationRefusal> {
        let consent = Consent { from: ConsentFrom::Superior, by: Actor::Person(SUPERIOR), answer };
        self.ask(person, &ApplicationCommand::Answer { consent })
    }

    pub(crate) fn admit(&self, person: PersonId) -> Result<(), AdmissionRefusal> {
        let admission =
            admit(&self.recruitment(), &self.edition(), &self.pool(), &self.application(person), self.now)?;
        self.store.commit(&admission.onto(self.fresh_commit()).unwrap()).unwrap();
        Ok(())
    }

    pub(crate) fn withdraw(&self, person: PersonId) -> Result<(), ApplicationRefusal> {
        let withdrawal = withdraw(&self.recruitment(), &self.pool(), &self.application(person), self.now)?;
        self.store.commit(&withdrawal.onto(self.fresh_commit()).unwrap()).unwrap();
        Ok(())
    }
}
