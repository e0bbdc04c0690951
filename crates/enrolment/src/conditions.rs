//! What a recruitment has to allow before anything happens to an application.

use std::collections::BTreeSet;

use guildhall_kernel::Time;
use guildhall_rules::FactKey;

use crate::facts;
use crate::{Announced, ApplicationRefusal, Policy, Recruitment, RecruitmentStatus, Submission};

/// The recruitment, if people can apply to it at this moment: it is open and its window lasts,
/// whether or not somebody has closed it yet.
pub(crate) fn taking_applications(
    recruitment: &Recruitment,
    now: Time,
) -> Result<&Announced, ApplicationRefusal> {
    let announced = recruitment.announced().ok_or(ApplicationRefusal::NotAnnounced)?;
    if announced.status() != RecruitmentStatus::Open {
        return Err(ApplicationRefusal::NotOpen { status: announced.status() });
    }
    if !announced.window().contains(now) {
        return Err(ApplicationRefusal::OutsideWindow { window: *announced.window() });
    }
    Ok(announced)
}

/// The recruitment, if its applications can still be decided on.
pub(crate) fn in_progress(recruitment: &Recruitment) -> Result<&Announced, ApplicationRefusal> {
    let announced = recruitment.announced().ok_or(ApplicationRefusal::NotAnnounced)?;
    match announced.status() {
        RecruitmentStatus::Open | RecruitmentStatus::Closed => Ok(announced),
        status @ (RecruitmentStatus::Announced | RecruitmentStatus::Finished) => {
            Err(ApplicationRefusal::NotOpen { status })
        }
    }
}

pub(crate) fn may_send(submission: &Submission, policy: &Policy) -> Result<(), ApplicationRefusal> {
    let sender = submission.sender().kind();
    if policy.senders().contains(&sender) {
        Ok(())
    } else {
        Err(ApplicationRefusal::SenderNotAdmitted { sender })
    }
}

/// Nothing but what is missing was added, and nothing that stood was changed.
pub(crate) fn only_supplies(
    missing: &BTreeSet<&FactKey>,
    before: &Submission,
    after: &Submission,
) -> Result<(), ApplicationRefusal> {
    let asked = |key: &str| missing.iter().any(|missing| missing.as_str() == key);
    let position =
        before.position() == after.position() || (before.position().is_none() && asked(facts::POSITION));
    let areas =
        before.areas() == after.areas() || (before.areas().is_none() && asked(facts::RESPONSIBLE_FOR));
    if position && areas && before.sender() == after.sender() && before.contact() == after.contact() {
        Ok(())
    } else {
        let missing = missing.iter().copied().cloned().collect();
        Err(ApplicationRefusal::NotAskedFor { missing })
    }
}
