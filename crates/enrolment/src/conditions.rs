//! What a recruitment has to allow before anything happens to an application.

use guildhall_kernel::Time;

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
