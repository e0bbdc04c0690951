//! The steps of a training, as they are named: to whoever watches in their language, to the commit ids
//! always alike.

use std::fmt;

use guildhall::civic::PersonId;
use guildhall::practice::PracticeCode;
use guildhall::programme::ModuleCode;
use guildhall_words::Say;

/// What one step of a training does.
///
/// It displays as the name that its commit's id is made from, so the names stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Say)]
#[expect(missing_docs, reason = "the names tell what the steps do")]
pub enum Deed {
    NameFiles,
    DraftProgramme,
    ApproveProgramme,
    OfferProgramme,
    PlanEdition,
    AnnounceEdition,
    BeginEdition,
    FinishEdition,
    AnnounceRecruitment,
    OpenRecruitment,
    CloseRecruitment,
    FinishRecruitment,
    SubmitApplication {
        of: String,
    },
    WithdrawApplication {
        of: String,
    },
    DecideApplication {
        of: String,
    },
    RefuseApplication {
        of: String,
    },
    ConfirmApplication {
        of: String,
    },
    AdmitApplication {
        of: String,
    },
    Join {
        person: PersonId,
    },
    Complete {
        module: ModuleCode,
        of: String,
    },
    FinishParticipation {
        person: PersonId,
    },
    OpenSurvey,
    IssueTokens,
    SpendToken {
        nth: String,
    },
    CollectAnswers,
    CloseSurvey,
    DraftPractice {
        practice: PracticeCode,
    },
    SubmitPractice {
        practice: PracticeCode,
    },
    ReviewPractice {
        practice: PracticeCode,
    },
    PublishPractice {
        practice: PracticeCode,
    },
    OpenRegister,
    AdoptScheme,
    IssueCertificates,
    /// Reads an aggregate of this kind between steps.
    Read {
        kind: String,
    },
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::NameFiles => "name the files",
            Self::DraftProgramme => "draft the programme",
            Self::ApproveProgramme => "approve the programme",
            Self::OfferProgramme => "offer the programme",
            Self::PlanEdition => "plan the edition",
            Self::AnnounceEdition => "announce the edition",
            Self::BeginEdition => "begin the edition",
            Self::FinishEdition => "finish the edition",
            Self::AnnounceRecruitment => "announce the recruitment",
            Self::OpenRecruitment => "open the recruitment",
            Self::CloseRecruitment => "close the recruitment",
            Self::FinishRecruitment => "finish the recruitment",
            Self::OpenSurvey => "open the survey",
            Self::IssueTokens => "issue the survey's tokens",
            Self::CollectAnswers => "collect the answers",
            Self::CloseSurvey => "close the survey",
            Self::OpenRegister => "open the register",
            Self::AdoptScheme => "adopt the scheme",
            Self::IssueCertificates => "issue the certificates",
            Self::SubmitApplication { of } => return write!(f, "submit the application of {of}"),
            Self::WithdrawApplication { of } => return write!(f, "withdraw the application of {of}"),
            Self::DecideApplication { of } => return write!(f, "decide the application of {of}"),
            Self::RefuseApplication { of } => return write!(f, "refuse the application of {of}"),
            Self::ConfirmApplication { of } => return write!(f, "confirm the application of {of}"),
            Self::AdmitApplication { of } => return write!(f, "admit the application of {of}"),
            Self::Join { person } => return write!(f, "join {person}"),
            Self::Complete { module, of } => return write!(f, "complete {module} for {of}"),
            Self::FinishParticipation { person } => return write!(f, "finish {person}"),
            Self::SpendToken { nth } => return write!(f, "spend survey token {nth}"),
            Self::DraftPractice { practice } => return write!(f, "draft the practice {practice}"),
            Self::SubmitPractice { practice } => return write!(f, "submit the practice {practice}"),
            Self::ReviewPractice { practice } => return write!(f, "review the practice {practice}"),
            Self::PublishPractice { practice } => return write!(f, "publish the practice {practice}"),
            Self::Read { kind } => return write!(f, "read the {kind}"),
        };
        f.write_str(name)
    }
}
