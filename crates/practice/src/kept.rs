//! The state as callers keep it in a table of their own, checked on the way back in (C6).

use guildhall_civic::PersonId;
use guildhall_kernel::{Slot, Time, Uuid};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
            if code != Some(version.record.code()) {
                return Err(KeptError::OtherCode);
            }
        }
        let newest = versions.last().map(|version| &version.record);
        let fits = text.is_some() == (stage != Stage::Unwritten)
            && reviews.is_empty() == (stage != Stage::Reviewed)
            && archived.is_some() == (stage == Stage::Archived)
            && (stage != Stage::Published || newest.is_some() && newest == text.as_ref());
        if !fits {
            return Err(KeptError::Stage);
        }
        let published = |kept: KeptVersion| Published::new(kept.version, kept.record, kept.reviews, kept.at);
        let versions = versions.into_iter().map(published).collect();
        Ok(Self { id, base, stage, text, submitted_by, contact, answer, reviews, versions, archived })
    }
}
