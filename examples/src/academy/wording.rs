//! What the sheet says beside the words of the contexts: titles, columns, cells and lines, each worded in
//! `examples/words`.

use guildhall::enrolment::ApplicationStatus;
use guildhall::kernel::Local;
use guildhall::kernel::chrono::NaiveDate;
use guildhall::programme::DeliveryMode;
use guildhall_words::Say;

/// The titles of the sheet's parts.
#[derive(Clone, Debug, Say)]
pub(super) enum Part {
    Recruitment,
    Participation,
    Register,
    Represented,
    Survey,
    Successor { programme: String },
}

/// The names of columns and rows.
#[derive(Clone, Copy, Debug, Say)]
pub(super) enum Column {
    // The programme
    Purpose,
    ModelledOn,
    PartOf,
    Edition,
    Form,
    Duration,
    Partner,
    Roles,
    Module,
    // Recruitment
    Window,
    Seats,
    Rule,
    WhoMayCome,
    Applicant,
    SentBy,
    Position,
    Decision,
    ConditionsMet,
    // Participation
    Completed,
    First,
    Last,
    // The register, on the screen and as a file
    IssuedBy,
    HandedOver,
    Number,
    Holder,
    Certificate,
    Version,
    IssuedOn,
    CeremonyOn,
    Place,
    Status,
    Note,
    // Who was represented
    Kind,
    Count,
    Which,
    // The survey
    Question,
    Answers,
    Mean,
    Distribution,
    // The successor
    Person,
    From,
    CouldJoin,
    Why,
}

/// What is said of the programme and its edition.
#[derive(Clone, Debug, Say)]
pub(super) enum Offered {
    Umbrella { title: String, run_by: Vec<String>, since: Option<String>, activities: Option<Vec<String>> },
    Form { delivery: DeliveryMode, pilot: bool },
    Duration { weeks: i64, from: NaiveDate, until: NaiveDate },
    Steward,
}

/// What is said of the call.
#[derive(Clone, Debug, Say)]
pub(super) enum Called {
    Window { from: Local, until: Local, zone: String },
    Rule { rule: String, version: String, hash: String },
}

/// What is said of the applications.
#[derive(Clone, Debug, Say)]
pub(super) enum Applied {
    /// In a cell: the institution that sends somebody, and the authority it names.
    Institution {
        institution: String,
        authority: String,
    },
    Seated {
        status: ApplicationStatus,
        seat: String,
    },
    /// Which conditions were met, where they do not go by their numbers.
    None,
    Unsettled,
    Otherwise,
    NotExamined,
    /// Above the reasons of a refusal.
    ByAuthority {
        name: String,
        position: Option<String>,
        authority: String,
    },
    ByInstitution {
        name: String,
        position: Option<String>,
        institution: String,
        authority: String,
    },
    NotInTime,
    Counted {
        applications: usize,
        admitted: usize,
        refused: usize,
        withdrawn: usize,
    },
}

/// What is said of those who take part, and of what is handed to them.
#[derive(Clone, Debug, Say)]
pub(super) enum Taken {
    /// In a cell.
    Of {
        done: usize,
        all: usize,
    },
    All {
        done: usize,
        all: usize,
        modules: usize,
    },
    Outstanding {
        name: String,
        modules: Vec<String>,
    },
    HandedOver {
        on: NaiveDate,
        place: String,
    },
    Certificates {
        certificates: usize,
        participants: usize,
    },
    /// A kind of sender beside the kinds of authorities.
    Institution,
}

/// What is said of the survey.
#[derive(Clone, Debug, Say)]
pub(super) enum Asked {
    Answered { answered: u32, invited: u32, cell: u32 },
    Suppressed,
    Below,
    Remark { text: String },
    WouldGoOn { yes: u32, n: u64 },
}

/// What is said of the successor programme.
#[derive(Clone, Copy, Debug, Say)]
pub(super) enum Joins {
    Yes,
    No,
    Unsettled,
    Counted { could: usize, all: usize },
}

/// What is said under the sheet.
#[derive(Clone, Debug, Say)]
pub enum Closing {
    /// What of it all is made up.
    Specimen,
    /// What became of the papers.
    Files {
        /// The folder.
        out: String,
        /// How many are new or changed.
        changed: usize,
        /// How many are as they were.
        same: usize,
    },
    /// The store held everything already.
    Same,
    /// The store was empty.
    Stored {
        /// How many steps were stored.
        stored: u64,
    },
    /// An earlier run had stopped.
    Resumed {
        /// How many steps were left, and are stored.
        stored: u64,
        /// How many there are.
        steps: u64,
    },
}

/// Words on the certificate.
#[derive(Clone, Debug, Say)]
pub(super) enum Printed {
    Certificate,
    Certifies,
    Completed,
    Given { place: String, on: NaiveDate },
    Number { number: String },
    Specimen,
}

/// What a slot holds that was erased.
#[derive(Clone, Copy, Debug, Say)]
pub(super) struct Erased;

/// A day in a cell, as short as the language writes it.
#[derive(Clone, Copy, Debug, Say)]
pub(super) struct Day {
    pub(super) day: NaiveDate,
}
