//! The state as callers keep it in a table of their own, checked on the way back in (C6).

use guildhall_civic::PersonId;
use guildhall_kernel::{Slot, Time, Uuid};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::policy::{may_review, may_submit};
use crate::{
    ArchiveGround, Practice, PracticeId, Published, Record, Review, Stage, VersionNumber, practice_id,
};

/// A kept state that may be wrong.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Practice")]
pub(crate) struct Kept {
    id: PracticeId,
    base: Option<Uuid>,
    stage: Stage,
    text: Option<Record>,
    submitted_by: Option<PersonId>,
    contact: Option<Slot>,
    answer: Option<Slot>,
    reviews: Vec<Review>,
    versions: Vec<KeptVersion>,
    archived: Option<ArchiveGround>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Published")]
struct KeptVersion {
    version: VersionNumber,
    record: Record,
    reviews: Vec<Review>,
    at: Time,
}

/// Why a kept state is none that a practice can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeptError {
    /// Base and code give another id, or one of them is missing.
    #[error("the id is not the one that its base and its code give")]
    OtherId,
    /// The versions are not numbered from 1 on.
    #[error("the versions are not numbered from 1 on")]
    Numbering,
    /// A version was published without a review.
    #[error("a version was published without a review")]
    Unreviewed,
    /// What was handed in lacks a part or nobody handed it in.
    #[error("what was submitted is not complete, or nobody submitted it")]
    Submission,
    /// A review has no scores, is another of the same reviewer, or its reviewer has an interest.
    #[error("a review does not count: by its reviewer's interest, as another of theirs, or without scores")]
    Review,
    /// A version is about another practice.
    #[error("a version has another code than the newest text")]
    OtherCode,
    /// The stage contradicts the rest.
    #[error("the stage contradicts what was written, reviewed and published")]
    Stage,
}

impl TryFrom<Kept> for Practice {
    type Error = KeptError;

    fn try_from(kept: Kept) -> Result<Self, KeptError> {
        let Kept { id, base, stage, text, submitted_by, contact, answer, reviews, versions, archived } = kept;
        let code = text.as_ref().map(Record::code);
        match (base, code) {
            (Some(base), Some(code)) if practice_id(base, code) == id => {}
            (None, None) => {}
            _ => return Err(KeptError::OtherId),
        }
        for (index, version) in versions.iter().enumerate() {
            if version.version != VersionNumber::after(index) {
                return Err(KeptError::Numbering);
            }
            if version.reviews.is_empty() {
                return Err(KeptError::Unreviewed);
            }
            may_submit(&version.record).map_err(|_| KeptError::Submission)?;
            // Who submitted is known of the newest text alone.
            let newest = stage == Stage::Published && index + 1 == versions.len();
            let submitter = submitted_by.filter(|_| newest);
            all_count(&version.reviews, &version.record, submitter)?;
            if code != Some(version.record.code()) {
                return Err(KeptError::OtherCode);
            }
        }
        let newest = versions.last().map(|version| &version.record);
        let fits = text.is_some() == (stage != Stage::Unwritten)
            && reviews.is_empty() == (stage != Stage::Reviewed)
            && archived.is_some() == (stage == Stage::Archived)
            && (stage != Stage::Published || newest.is_some() && newest == text.as_ref())
            && answers(stage, answer)
            && (stage != Stage::Unwritten || submitted_by.is_none() && contact.is_none());
        if !fits {
            return Err(KeptError::Stage);
        }
        if let Some(text) = &text {
            if judged(stage) && (submitted_by.is_none() || may_submit(text).is_err()) {
                return Err(KeptError::Submission);
            }
            all_count(&reviews, text, submitted_by)?;
        }
        let published = |kept: KeptVersion| Published::new(kept.version, kept.record, kept.reviews, kept.at);
        let versions = versions.into_iter().map(published).collect();
        Ok(Self { id, base, stage, text, submitted_by, contact, answer, reviews, versions, archived })
    }
}

/// Whether the newest text was handed in and not rewritten since.
const fn judged(stage: Stage) -> bool {
    match stage {
        Stage::Submitted
        | Stage::InformationWanted
        | Stage::Reviewed
        | Stage::Published
        | Stage::Declined => true,
        Stage::Unwritten | Stage::Draft | Stage::Archived => false,
    }
}

/// Whether the owner has an answer where the stage needs one, and none where there cannot be one.
const fn answers(stage: Stage, answer: Option<Slot>) -> bool {
    match stage {
        Stage::InformationWanted | Stage::Declined => answer.is_some(),
        Stage::Unwritten | Stage::Submitted | Stage::Reviewed | Stage::Published => answer.is_none(),
        Stage::Draft | Stage::Archived => true,
    }
}

fn all_count(reviews: &[Review], record: &Record, submitter: Option<PersonId>) -> Result<(), KeptError> {
    for (index, review) in reviews.iter().enumerate() {
        let earlier = reviews.get(..index).unwrap_or_default();
        may_review(review, record, submitter, earlier).map_err(|_| KeptError::Review)?;
    }
    Ok(())
}
