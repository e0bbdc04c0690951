//! What the files of a training hold, for an officer who wants to see that they were understood.

use guildhall::kernel::{Local, LocalisedText};
use guildhall_words::{Period, Say};

use super::system::System;

/// What one file holds.
#[derive(Clone, Debug)]
pub struct Content<'a> {
    /// Its name; of a folder inside, with `/` at its end.
    pub file: &'static str,
    /// What the thing that it describes is called.
    pub title: Option<&'a LocalisedText>,
    /// What is in it.
    pub holds: Vec<Held>,
    /// Between which days or times it takes place.
    pub when: Option<Period>,
}

/// Something that a file holds.
#[derive(Clone, Debug, Say)]
pub enum Held {
    /// Authorities of local government.
    Authorities {
        /// How many.
        count: usize,
    },
    /// Other organisations.
    Organisations {
        /// How many.
        count: usize,
    },
    /// Organisations that cooperate with an authority.
    Cooperations {
        /// How many.
        count: usize,
    },
    /// Positions.
    Positions {
        /// How many.
        count: usize,
    },
    /// Partners of a programme.
    Partners {
        /// How many.
        count: usize,
    },
    /// Modules.
    Modules {
        /// How many.
        count: usize,
    },
    /// Sessions.
    Sessions {
        /// How many.
        count: usize,
    },
    /// Questions of a survey.
    Questions {
        /// How many.
        count: usize,
    },
    /// Sheets of answers.
    Answers {
        /// How many.
        count: usize,
    },
    /// People who applied.
    Applicants {
        /// How many.
        count: usize,
    },
    /// Completions of modules.
    Completions {
        /// How many.
        count: usize,
    },
    /// People who would like to join the successor.
    Newcomers {
        /// How many.
        count: usize,
    },
    /// Those who sign.
    Signatories {
        /// How many.
        count: usize,
    },
    /// Good practices.
    Practices {
        /// How many.
        count: usize,
    },
    /// Reviews of practices.
    Reviews {
        /// How many.
        count: usize,
    },
}

impl System {
    /// What each file holds, in the order in which an officer writes them.
    pub fn contents(&self) -> Vec<Content<'_>> {
        let untitled = |file, holds| Content { file, title: None, holds, when: None };
        let titled = |file, title, holds| Content { title: Some(title), ..untitled(file, holds) };
        let between = |from, until, content| Content {
            when: Some(Period { from: Some(from), until: Some(until) }),
            ..content
        };
        let (programme, edition, diary) = (&self.programme, &self.edition, &self.diary);
        let (drafted, finished) = (diary.programme_drafted.date(), diary.edition_finished.date());
        let (survey, instrument) = (&self.survey, &self.survey.instrument);
        let sessions = vec![Held::Sessions { count: edition.sessions.len() }];
        let (recruitment, rule) = ("recruitment.toml", self.policy.eligibility());
        vec![
            untitled(
                "authorities.toml",
                vec![
                    Held::Authorities { count: self.authorities.len() - self.owners },
                    Held::Organisations { count: self.organisations.len() },
                    Held::Cooperations { count: self.cooperations.len() },
                ],
            ),
            untitled("positions.toml", vec![Held::Positions { count: self.positions.len() }]),
            titled(
                "programme.toml",
                &programme.title,
                vec![
                    Held::Partners { count: programme.partners.len() },
                    Held::Modules { count: programme.curriculum.modules.len() },
                ],
            ),
            between(
                edition.period.from(),
                edition.period.until(),
                Content { title: edition.title.as_ref(), ..untitled("edition.toml", sessions) },
            ),
            between(
                self.window.from(),
                self.window.until(),
                Content { title: rule.title(), ..untitled(recruitment, vec![]) },
            ),
            between(Local::Day(drafted), Local::Day(finished), untitled("diary.toml", vec![])),
            between(
                survey.window.from(),
                survey.window.until(),
                titled(
                    "survey.toml",
                    instrument.title(),
                    vec![Held::Questions { count: instrument.questions().len() }],
                ),
            ),
            titled(
                "scheme.toml",
                self.scheme.title(),
                vec![Held::Signatories { count: self.scheme.signatories().len() }],
            ),
            titled("successor.toml", &self.successor.title, vec![]),
            untitled("applicants.csv", vec![Held::Applicants { count: self.applicants.len() }]),
            untitled("completions.csv", vec![Held::Completions { count: self.completions.len() }]),
            untitled("answers.csv", vec![Held::Answers { count: self.sheets.len() }]),
            untitled("newcomers.csv", vec![Held::Newcomers { count: self.newcomers.len() }]),
            untitled(
                "practices/",
                vec![
                    Held::Practices { count: self.practices.len() },
                    Held::Authorities { count: self.owners },
                ],
            ),
            untitled("reviews.toml", vec![Held::Reviews { count: self.practices.len() }]),
            titled(
                "handbook.toml",
                &self.handbook.title,
                vec![Held::Practices { count: self.handbook.practices.len() }],
            ),
        ]
    }
}
