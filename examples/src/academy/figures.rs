//! The figures of a training, each counted from its records.

use std::collections::{BTreeMap, BTreeSet};

use guildhall::certification::Ceremony;
use guildhall::civic::{AuthorityKey, AuthorityKind, OrganisationCode};
use guildhall::enrolment::{Application, ApplicationStatus};
use guildhall::kernel::Loaded;
use guildhall::participation::survey::Results;
use guildhall::participation::{Participation, ParticipationStatus};

use super::records::{Records, Unreadable};

impl Records<'_> {
    /// The figures of the training, each counted from the records.
    ///
    /// # Errors
    /// [`Unreadable::Missing`] before the programme and the edition are stored.
    pub fn figures(&self) -> Result<Figures, Unreadable> {
        let programme = self.programme()?;
        let mut represented: BTreeMap<AuthorityKind, BTreeSet<AuthorityKey>> = BTreeMap::new();
        let mut institutions = BTreeSet::new();
        for taken in self.participations() {
            let application = taken.person().and_then(|person| self.application_of(person));
            let Some(submission) = application.and_then(Application::submission) else { continue };
            let sender = submission.sender();
            match sender.institution() {
                Some(institution) => _ = institutions.insert(institution.clone()),
                None => {
                    if let Some(authority) = sender.authority().and_then(|key| self.authority(key)) {
                        represented.entry(authority.kind()).or_default().insert(authority.key().clone());
                    }
                }
            }
        }
        let finished = |one: &&Loaded<Participation>| {
            matches!(one.status(), Some(ParticipationStatus::Finished { .. }))
                && one.outstanding().next().is_none()
        };
        let days = self.edition()?.teaching_days();
        let survey = self.survey();
        let partners: BTreeSet<_> =
            programme.partners.iter().map(|partner| partner.party().clone()).collect();
        Ok(Figures {
            partners: partners.len(),
            modules: programme.curriculum.modules.len(),
            weeks: days.map_or(0, |(first, last)| ((last - first).num_days() + 1) / 7),
            applications: self.applications().iter().count(),
            admitted: self.applications().count(ApplicationStatus::Admitted),
            refused: self.applications().count(ApplicationStatus::Refused),
            withdrawn: self.applications().count(ApplicationStatus::Withdrawn),
            participants: self.participations().len(),
            completed: self.participations().iter().filter(finished).count(),
            certificates: self.lines().iter().filter(|line| line.status.is_valid()).count(),
            ceremony: self.ceremony().cloned(),
            represented,
            institutions,
            answered: survey.as_ref().map_or(0, |results| results.answered),
            intend_to_continue: survey.as_ref().and_then(Results::intent_to_continue),
            practices: self.practices().len(),
        })
    }
}

/// What came of a training, counted from its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Different partners.
    pub partners: usize,
    /// Modules of the curriculum.
    pub modules: usize,
    /// Weeks from the first day of teaching to the last.
    pub weeks: i64,
    /// Applications, whatever became of them.
    pub applications: usize,
    /// Applications that led to a seat.
    pub admitted: usize,
    /// Applications that were refused.
    pub refused: usize,
    /// Applications that were taken back.
    pub withdrawn: usize,
    /// People who took part.
    pub participants: usize,
    /// People who completed every module.
    pub completed: usize,
    /// Certificates that are valid.
    pub certificates: usize,
    /// Where and when they were handed over.
    pub ceremony: Option<Ceremony>,
    /// The authorities that sent somebody who took part, by kind.
    pub represented: BTreeMap<AuthorityKind, BTreeSet<AuthorityKey>>,
    /// The institutions that did.
    pub institutions: BTreeSet<OrganisationCode>,
    /// People whose answers to the survey are published.
    pub answered: u32,
    /// How many mean to go on, of how many who said so.
    pub intend_to_continue: Option<(u32, u64)>,
    /// Published practices.
    pub practices: usize,
}
