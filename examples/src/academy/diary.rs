//! The diary: when the officers did what. Time runs one way in it.

use guildhall::kernel::chrono::NaiveDateTime;
use guildhall::kernel::{Faults, Report};
use schemars::JsonSchema;
use serde::Deserialize;

/// When the officers did what, on the clock of the edition's zone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Diary {
    pub(super) programme_drafted: NaiveDateTime,
    pub(super) programme_approved: NaiveDateTime,
    pub(super) programme_offered: NaiveDateTime,
    pub(super) edition_planned: NaiveDateTime,
    pub(super) edition_announced: NaiveDateTime,
    pub(super) recruitment_announced: NaiveDateTime,
    pub(super) recruitment_opened: NaiveDateTime,
    pub(super) recruitment_closed: NaiveDateTime,
    pub(super) applications_decided: NaiveDateTime,
    pub(super) edition_begun: NaiveDateTime,
    pub(super) register_opened: NaiveDateTime,
    pub(super) survey_opened: NaiveDateTime,
    pub(super) survey_closed: NaiveDateTime,
    pub(super) practices_published: NaiveDateTime,
    pub(super) certificates_issued: NaiveDateTime,
    pub(super) edition_finished: NaiveDateTime,
}

impl Diary {
    /// What was done when, in the order in which it has to be done.
    fn entries(&self) -> [(&'static str, NaiveDateTime); 16] {
        [
            ("programme_drafted", self.programme_drafted),
            ("programme_approved", self.programme_approved),
            ("programme_offered", self.programme_offered),
            ("edition_planned", self.edition_planned),
            ("edition_announced", self.edition_announced),
            ("recruitment_announced", self.recruitment_announced),
            ("recruitment_opened", self.recruitment_opened),
            ("recruitment_closed", self.recruitment_closed),
            ("applications_decided", self.applications_decided),
            ("edition_begun", self.edition_begun),
            ("register_opened", self.register_opened),
            ("survey_opened", self.survey_opened),
            ("survey_closed", self.survey_closed),
            ("practices_published", self.practices_published),
            ("certificates_issued", self.certificates_issued),
            ("edition_finished", self.edition_finished),
        ]
    }

    /// Itself, if nothing lies before what has to come first.
    pub(super) fn in_order(self) -> Result<Self, Faults<String>> {
        let mut report = Report::default();
        for pair in self.entries().windows(2) {
            if let [(before, earlier), (after, later)] = pair
                && later < earlier
            {
                let message = format!("`{after}` ({later}) lies before `{before}` ({earlier})");
                report.add(*after, message);
            }
        }
        report.end(Some(self))
    }
}
