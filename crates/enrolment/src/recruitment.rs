//! The recruitment: announced, open within its window, closed, finished; and the policy that holds
//! for its applications. Every operation on an application reads it, none appends to it, so that
//! thousands apply at once. Guards E9: a changed policy is a new version.

use std::fmt;

use guildhall_kernel::{Aggregate, Consulted, Id, Loaded, StreamId, Time, Uuid, Version, Window};
use guildhall_programme::{Edition, EditionId, EditionStatus};
use guildhall_rules::Vocabulary;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Policy, PolicyDefinition, RecruitmentCommand, RecruitmentEvent, RecruitmentRefusal};

/// Names a recruitment.
pub type RecruitmentId = Id<Recruitment>;

/// Where a recruitment stands.
///
/// Not exhaustive: registering interest and the allocation of a round are states too.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RecruitmentStatus {
    /// Made known; nobody can apply yet.
    Announced,
    /// People apply, as long as the window lasts.
    Open,
    /// Nobody can apply any more; decisions and admissions go on.
    Closed,
    /// Nothing changes any more: nobody is decided on, admitted or withdrawn. Whoever drops out of
    /// what they were admitted to leaves there, and keeps the seat here.
    Finished,
}

impl fmt::Display for RecruitmentStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Announced => "announced",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Finished => "finished",
        })
    }
}

/// People are sought for an edition. Its stream is its own scope, in which its applications and its
/// seats live too.
///
/// | from | to | condition | usually taken by |
/// |---|---|---|---|
/// | – | announced | the edition is announced; the window has not passed; the policy is version 1 | programme officer |
/// | announced | open | the edition is still announced; now lies in the window | programme officer, the software itself |
/// | announced, open | closed | the window has ended, or the edition will take nobody any more: it is cancelled or finished | programme officer, the software itself |
/// | closed | finished | – | programme officer |
/// | any but finished | the same | another policy, of the next version | steward |
///
/// Who may take a step, the caller decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recruitment {
    id: RecruitmentId,
    announced: Option<Announced>,
}

/// What is known of a recruitment once it is announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Announced {
    edition: EditionId,
    window: Window,
    policy: Policy,
    status: RecruitmentStatus,
}

impl Announced {
    /// The edition that people are sought for.
    pub const fn edition(&self) -> EditionId {
        self.edition
    }

    /// When people may apply.
    pub const fn window(&self) -> &Window {
        &self.window
    }

    /// The policy that holds now.
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Where it stands.
    pub const fn status(&self) -> RecruitmentStatus {
        self.status
    }

    fn is_for(&self, edition: &Edition) -> Result<(), RecruitmentRefusal> {
        if edition.id() == self.edition {
            Ok(())
        } else {
            Err(RecruitmentRefusal::OtherEdition { edition: self.edition })
        }
    }
}

impl Recruitment {
    /// Which recruitment this is.
    pub const fn id(&self) -> RecruitmentId {
        self.id
    }

    /// What was announced; nothing before that.
    pub const fn announced(&self) -> Option<&Announced> {
        self.announced.as_ref()
    }

    /// Where it stands; nowhere before it is announced.
    pub fn status(&self) -> Option<RecruitmentStatus> {
        self.announced.as_ref().map(|announced| announced.status)
    }

    /// Makes the recruitment known, for an edition that is public.
    ///
    /// # Errors
    /// [`RecruitmentRefusal`] if it was announced otherwise, the edition takes nobody, the window has
    /// passed, or the policy is not a first one.
    pub fn announce(
        &self,
        window: Window,
        policy: &Policy,
        edition: &Edition,
        now: Time,
    ) -> Result<Vec<RecruitmentEvent>, RecruitmentRefusal> {
        if let Some(announced) = &self.announced {
            let is_so = (announced.edition, announced.window) == (edition.id(), window)
                && announced.policy == *policy;
            return if is_so { Ok(vec![]) } else { Err(RecruitmentRefusal::AlreadyAnnounced) };
        }
        takes_people(edition)?;
        if now >= window.ends_at() {
            return Err(RecruitmentRefusal::WindowPassed { window });
        }
        let given = policy.version().get();
        if given != 1 {
            return Err(RecruitmentRefusal::PolicyVersion { expected: 1, given });
        }
        let (edition, policy) = (edition.id(), Box::new(policy.clone()));
        Ok(vec![RecruitmentEvent::Announced { edition, window, policy, at: now }])
    }

    /// Puts another policy in force. What was decided under the old one stays decided, and nobody
    /// loses a seat (E9, E10).
    ///
    /// # Errors
    /// [`RecruitmentRefusal`] before the announcement, after the end, or if the version is not the
    /// next.
    pub fn revise(&self, policy: &Policy, now: Time) -> Result<Vec<RecruitmentEvent>, RecruitmentRefusal> {
        let announced = self.announced.as_ref().ok_or(RecruitmentRefusal::NotAnnounced)?;
        if announced.policy == *policy {
            return Ok(vec![]);
        }
        if announced.status == RecruitmentStatus::Finished {
            return Err(RecruitmentRefusal::Finished);
        }
        let (expected, given) = (announced.policy.version().get().saturating_add(1), policy.version().get());
        if given != expected {
            return Err(RecruitmentRefusal::PolicyVersion { expected, given });
        }
        Ok(vec![RecruitmentEvent::Revised { policy: Box::new(policy.clone()), at: now }])
    }

    /// Opens the recruitment, once its window has begun and before it ends.
    ///
    /// # Errors
    /// [`RecruitmentRefusal`] outside the window, at a later stage, or if the edition takes nobody
    /// any more.
    pub fn open(&self, edition: &Edition, now: Time) -> Result<Vec<RecruitmentEvent>, RecruitmentRefusal> {
        let announced = self.announced.as_ref().ok_or(RecruitmentRefusal::NotAnnounced)?;
        match announced.status {
            RecruitmentStatus::Announced => {}
            RecruitmentStatus::Open => return Ok(vec![]),
            status @ (RecruitmentStatus::Closed | RecruitmentStatus::Finished) => {
                return Err(RecruitmentRefusal::Over { status });
            }
        }
        announced.is_for(edition)?;
        takes_people(edition)?;
        let window = announced.window;
        if now < window.starts_at() {
            return Err(RecruitmentRefusal::TooEarly { window });
        }
        if now >= window.ends_at() {
            return Err(RecruitmentRefusal::WindowPassed { window });
        }
        Ok(vec![RecruitmentEvent::Opened { at: now }])
    }

    /// Closes the recruitment, once its window has ended: whoever was told "until 30 June" may
    /// count on it, unless there is nothing left to apply for.
    ///
    /// # Errors
    /// [`RecruitmentRefusal`] while the window lasts and the edition is neither cancelled nor finished,
    /// or once the recruitment is finished.
    pub fn close(&self, edition: &Edition, now: Time) -> Result<Vec<RecruitmentEvent>, RecruitmentRefusal> {
        let announced = self.announced.as_ref().ok_or(RecruitmentRefusal::NotAnnounced)?;
        announced.is_for(edition)?;
        let pointless = edition.status().is_some_and(EditionStatus::is_final);
        match announced.status {
            RecruitmentStatus::Closed => Ok(vec![]),
            RecruitmentStatus::Finished => Err(RecruitmentRefusal::Finished),
            RecruitmentStatus::Announced | RecruitmentStatus::Open
                if now < announced.window.ends_at() && !pointless =>
            {
                Err(RecruitmentRefusal::WindowLasts { window: announced.window })
            }
            RecruitmentStatus::Announced | RecruitmentStatus::Open => {
                Ok(vec![RecruitmentEvent::Closed { at: now }])
            }
        }
    }

    /// Ends the recruitment: its applications, seats and decisions stand as they are.
    ///
    /// # Errors
    /// [`RecruitmentRefusal`] unless it is closed.
    pub fn finish(&self, now: Time) -> Result<Vec<RecruitmentEvent>, RecruitmentRefusal> {
        let announced = self.announced.as_ref().ok_or(RecruitmentRefusal::NotAnnounced)?;
        match announced.status {
            RecruitmentStatus::Closed => Ok(vec![RecruitmentEvent::Finished { at: now }]),
            RecruitmentStatus::Finished => Ok(vec![]),
            status @ (RecruitmentStatus::Announced | RecruitmentStatus::Open) => {
                Err(RecruitmentRefusal::NotClosed { status })
            }
        }
    }
}

/// People are sought for what the public knows of, and before it begins.
fn takes_people(edition: &Edition) -> Result<(), RecruitmentRefusal> {
    match edition.status() {
        Some(EditionStatus::Announced) => Ok(()),
        status => Err(RecruitmentRefusal::EditionTakesNobody { status }),
    }
}

/// What a recruitment must know of others.
#[derive(Clone, Copy, Debug)]
pub struct RecruitmentFacts<'a> {
    /// The edition that people are sought for.
    pub edition: &'a Loaded<Edition>,
    /// The facts that rules may ask about: enrolment's own [`vocabulary`](crate::vocabulary), or one
    /// that adds to it.
    pub vocabulary: &'a Vocabulary,
}

impl Consulted for RecruitmentFacts<'_> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.edition.reads(out);
    }
}

impl Aggregate for Recruitment {
    const KIND: &'static str = "recruitment";
    type Command = RecruitmentCommand;
    type Event = RecruitmentEvent;
    type Facts<'a> = RecruitmentFacts<'a>;
    type Refusal = RecruitmentRefusal;

    fn empty(id: Uuid) -> Self {
        Self { id: RecruitmentId::new(id), announced: None }
    }

    fn decide(
        &self,
        command: &RecruitmentCommand,
        facts: &RecruitmentFacts<'_>,
        now: Time,
    ) -> Result<Vec<RecruitmentEvent>, RecruitmentRefusal> {
        let checked = |policy: &PolicyDefinition| Policy::new(policy.clone(), facts.vocabulary);
        match command {
            RecruitmentCommand::Announce { definition } => {
                self.announce(definition.window, &checked(&definition.policy)?, facts.edition, now)
            }
            RecruitmentCommand::Revise { policy } => self.revise(&checked(policy)?, now),
            RecruitmentCommand::Open => self.open(facts.edition, now),
            RecruitmentCommand::Close => self.close(facts.edition, now),
            RecruitmentCommand::Finish => self.finish(now),
        }
    }

    /// The table of legal transitions; whatever is not in it changes nothing (C1).
    fn apply(&mut self, event: &RecruitmentEvent) {
        match (&mut self.announced, event) {
            (none @ None, RecruitmentEvent::Announced { edition, window, policy, .. }) => {
                let (edition, window, policy) = (*edition, *window, Policy::clone(policy));
                *none = Some(Announced { edition, window, policy, status: RecruitmentStatus::Announced });
            }
            (Some(announced), RecruitmentEvent::Revised { policy, .. })
                if announced.status != RecruitmentStatus::Finished
                    && policy.version() > announced.policy.version() =>
            {
                announced.policy = Policy::clone(policy);
            }
            (
                Some(Announced { status: status @ RecruitmentStatus::Announced, .. }),
                RecruitmentEvent::Opened { .. },
            ) => {
                *status = RecruitmentStatus::Open;
            }
            (
                Some(Announced {
                    status: status @ (RecruitmentStatus::Announced | RecruitmentStatus::Open),
                    ..
                }),
                RecruitmentEvent::Closed { .. },
            ) => {
                *status = RecruitmentStatus::Closed;
            }
            (
                Some(Announced { status: status @ RecruitmentStatus::Closed, .. }),
                RecruitmentEvent::Finished { .. },
            ) => {
                *status = RecruitmentStatus::Finished;
            }
            _ => {}
        }
    }
}
