//! What is known of an applicant when it is decided whether they may come: the vocabulary that rules
//! of eligibility are written in, and where each fact comes from.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use guildhall_civic::{Authority, Cooperation};
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{Consulted, Loaded, StreamId, Time, Version};
use guildhall_rules::{Codes, Fact, FactKey, FactSource, Facts, Symbol, Value, Vocabulary};

use crate::{ApplicationRefusal, Recruitment, Sender, Submission};

/// The facts that a rule of eligibility may ask about, with their words in four languages.
///
/// | fact | type | known from |
/// |---|---|---|
/// | `applicant.position` | symbol | the submission |
/// | `applicant.responsible_for` | set of service areas, complete | the submission |
/// | `sender.kind` | symbol: `authority`, `institution` | the submission |
/// | `sender.cooperation` | symbol: `confirmed`, `unconfirmed`, `not_running`, `none` | the cooperations; does not apply where an authority sends |
/// | `sender.cooperates_in` | set of service areas, complete: matters in which a confirmed cooperation runs | the same |
/// | `authority.key`, `authority.country` | symbol | the submission; does not apply where an applicant represents none |
/// | `authority.kind` | symbol | the authority; likewise |
/// | `authority.tasks` | set of task levels, complete | the authority; likewise |
///
/// Contexts and callers with more facts add their declarations to these, and hand in the facts with
/// [`Circumstances::with_further`].
#[expect(clippy::expect_used, reason = "the file is part of the crate, and a test reads it")]
pub fn vocabulary() -> Vocabulary {
    serde_json::from_str(include_str!("vocabulary.json")).expect("the bundled vocabulary is sound")
}

pub(crate) const POSITION: &str = "applicant.position";
pub(crate) const RESPONSIBLE_FOR: &str = "applicant.responsible_for";

/// What is known of an applicant beside the submission, and which streams were consulted for it.
/// What is not handed in is missing, and a rule that needs it asks for it.
///
/// Each is handed in together with what it was read `from`, so that the decision is not stored if one of
/// those streams has moved (C8); `&()` where it comes from a register that is no stream.
#[derive(Clone, Default)]
pub struct Circumstances<'a> {
    authority: Option<&'a Authority>,
    cooperations: Option<&'a [Cooperation]>,
    further: Option<&'a dyn FactSource>,
    reads: Vec<(StreamId, Version)>,
}

impl<'a> Circumstances<'a> {
    /// The authority that the applicant represents, from the register.
    #[must_use]
    pub fn with_authority(mut self, authority: &'a Authority, from: &dyn Consulted) -> Self {
        self.authority = Some(authority);
        from.reads(&mut self.reads);
        self
    }

    /// Every cooperation that is on record for the institution that sends. Those with other
    /// authorities and of other institutions are passed over; an empty list says that there is none.
    #[must_use]
    pub fn with_cooperations(mut self, cooperations: &'a [Cooperation], from: &dyn Consulted) -> Self {
        self.cooperations = Some(cooperations);
        from.reads(&mut self.reads);
        self
    }

    /// Facts of other contexts or of the caller, such as certificates held; asked only for facts
    /// that are not enrolment's own.
    #[must_use]
    pub fn with_further(mut self, further: &'a dyn FactSource, from: &dyn Consulted) -> Self {
        self.further = Some(further);
        from.reads(&mut self.reads);
        self
    }

    /// The facts about an applicant at a moment, whose day is read on a clock in `zone`.
    ///
    /// # Errors
    /// [`ApplicationRefusal::OtherAuthority`] if the authority is not the one the applicant
    /// represents, [`ApplicationRefusal::NoSuchAuthority`] if it does not exist on that day.
    pub fn source<'s>(
        &'s self,
        submission: &'s Submission,
        at: Time,
        zone: Tz,
    ) -> Result<ApplicantFacts<'s>, ApplicationRefusal> {
        let day = at.with_timezone(&zone).date_naive();
        let expected = submission.sender().authority();
        if let Some(authority) = self.authority {
            if Some(authority.key()) != expected {
                return Err(ApplicationRefusal::OtherAuthority { expected: expected.cloned() });
            }
            if !authority.exists_on(day) {
                return Err(ApplicationRefusal::NoSuchAuthority { authority: authority.key().clone(), day });
            }
        }
        Ok(ApplicantFacts { submission, circumstances: self, day })
    }
}

impl fmt::Debug for Circumstances<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Circumstances")
            .field("authority", &self.authority.map(Authority::key))
            .field("cooperations", &self.cooperations)
            .field("reads", &self.reads)
            .finish_non_exhaustive()
    }
}

impl Consulted for Circumstances<'_> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        out.extend(self.reads.iter().cloned());
    }
}

/// What an application must know of others.
#[derive(Clone, Debug)]
pub struct ApplicationFacts<'a> {
    /// The recruitment it is for.
    pub recruitment: &'a Loaded<Recruitment>,
    /// What is known of the applicant; only a decision looks at it.
    pub circumstances: Circumstances<'a>,
}

impl<'a> ApplicationFacts<'a> {
    /// What every operation but a decision must know: the recruitment alone.
    pub fn new(recruitment: &'a Loaded<Recruitment>) -> Self {
        Self { recruitment, circumstances: Circumstances::default() }
    }
}

impl Consulted for ApplicationFacts<'_> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.recruitment.reads(out);
        Consulted::reads(&self.circumstances, out);
    }
}

/// The facts about one applicant on one day.
#[derive(Clone, Copy, Debug)]
pub struct ApplicantFacts<'s> {
    submission: &'s Submission,
    circumstances: &'s Circumstances<'s>,
    day: NaiveDate,
}

impl ApplicantFacts<'_> {
    /// Every fact of a vocabulary that is known, to be kept or shown.
    pub fn collect(&self, vocabulary: &Vocabulary) -> Facts {
        let known = vocabulary.iter().map(|declaration| declaration.key());
        known
            .map(|key| (key.clone(), self.fact(key).into_owned()))
            .filter(|(_, fact)| !fact.is_missing())
            .collect()
    }

    /// The cooperations between the institution that sends and the authority it names; nothing is
    /// known if none were handed in.
    fn cooperations(&self) -> Option<impl Iterator<Item = &Cooperation>> {
        let (institution, authority) =
            (self.submission.sender().institution(), self.submission.sender().authority());
        let own = move |cooperation: &&Cooperation| {
            Some(cooperation.organisation()) == institution && Some(cooperation.authority()) == authority
        };
        self.circumstances.cooperations.map(|all| all.iter().filter(own))
    }

    fn cooperation(&self) -> Fact {
        if matches!(self.submission.sender(), Sender::Authority(_)) {
            return Fact::not_applicable();
        }
        let Some(cooperations) = self.cooperations() else { return Fact::Missing };
        let (mut any, mut confirmed) = (false, false);
        for cooperation in cooperations {
            if cooperation.holds_on(self.day) {
                return code("confirmed");
            }
            (any, confirmed) = (true, confirmed || cooperation.is_confirmed());
        }
        code(match (any, confirmed) {
            (false, _) => "none",
            (true, false) => "unconfirmed",
            (true, true) => "not_running",
        })
    }

    fn cooperates_in(&self) -> Fact {
        if matches!(self.submission.sender(), Sender::Authority(_)) {
            return Fact::not_applicable();
        }
        self.cooperations().map_or(Fact::Missing, |cooperations| {
            let running = cooperations.filter(|cooperation| cooperation.holds_on(self.day));
            codes(running.map(|cooperation| cooperation.matter().as_str()))
        })
    }
}

impl FactSource for ApplicantFacts<'_> {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        let (submission, authority) = (self.submission, self.circumstances.authority);
        let sender = submission.sender();
        Cow::Owned(match key.as_str() {
            POSITION => submission.position().map_or(Fact::Missing, |position| code(position.as_str())),
            RESPONSIBLE_FOR => submission
                .areas()
                .map_or(Fact::Missing, |areas| codes(areas.iter().map(|area| area.as_str()))),
            "sender.kind" => code(sender.kind().as_str()),
            "sender.cooperation" => self.cooperation(),
            "sender.cooperates_in" => self.cooperates_in(),
            "authority.key" => {
                sender.authority().map_or_else(Fact::not_applicable, |key| code(&key.to_string()))
            }
            "authority.country" => {
                sender.authority().map_or_else(Fact::not_applicable, |key| code(key.country().as_str()))
            }
            "authority.kind" | "authority.tasks" if sender.authority().is_none() => Fact::not_applicable(),
            "authority.kind" => authority.map_or(Fact::Missing, |authority| code(authority.kind().as_str())),
            "authority.tasks" => authority
                .map_or(Fact::Missing, |authority| codes(authority.tasks().iter().map(|task| task.as_str()))),
            _ => {
                return self
                    .circumstances
                    .further
                    .map_or(Cow::Owned(Fact::Missing), |further| further.fact(key));
            }
        })
    }
}

/// A known code. Civic's codes are all codes of rules too; one that were not would decide nothing.
fn code(text: &str) -> Fact {
    Value::symbol(text).map_or(Fact::Missing, Fact::known)
}

/// A known set of codes that is all there is.
fn codes<'t>(texts: impl Iterator<Item = &'t str>) -> Fact {
    let codes: Result<Vec<_>, _> = texts.map(Symbol::new).collect();
    codes.map_or(Fact::Missing, |codes| Fact::known(Codes::complete(codes)))
}

#[cfg(test)]
mod tests {
    use guildhall_kernel::LocalisedText;
    use guildhall_rules::Declaration;

    use super::*;

    fn labels(declaration: &Declaration) -> impl Iterator<Item = &LocalisedText> {
        let codes = declaration.kind().codes();
        codes.into_iter().flat_map(|codes| codes.iter().filter_map(|code| codes.label(code.as_str())))
    }

    #[test]
    fn every_declared_fact_has_words_in_four_languages() {
        for declaration in vocabulary().iter() {
            for tag in ["en", "pl", "ru", "sl"] {
                let language = tag.parse().unwrap();
                assert!(declaration.label().get(&language).is_some(), "{} in {tag}", declaration.key());
                for text in declaration.evidence().into_iter().chain(labels(declaration)) {
                    assert!(text.get(&language).is_some(), "{} in {tag}: {text:?}", declaration.key());
                }
            }
        }
    }
}
