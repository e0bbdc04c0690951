//! What is taught: modules in their order, their hours, how it is delivered (P3).

use std::fmt;
use std::num::NonZeroU32;

use guildhall_kernel::LocalisedText;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ModuleCode;
use crate::fault::{Problem, Report, repeated};

/// How people are taught, as schema.org's `courseMode` has it.
///
/// Exhaustive on purpose: teaching is in one place, or not, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryMode {
    /// Everybody takes part from where they are.
    Online,
    /// Everybody comes together.
    Onsite,
    /// Some of it online, some of it onsite.
    Blended,
}

/// An amount of teaching, in the unit it was agreed in. Written `{ course = 20 }`, `{ clock = 15 }`
/// or, where it is no whole number of hours, `{ minutes = 90 }`.
///
/// ```
/// use guildhall_programme::Hours;
///
/// let twenty: Hours = serde_json::from_str(r#"{"course":20}"#)?;
/// let fifteen: Hours = serde_json::from_str(r#"{"clock":15}"#)?;
/// assert_eq!(twenty.in_minutes(), fifteen.in_minutes());
/// assert_eq!(twenty.to_string(), "20 course hours");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Exhaustive on purpose: whoever adds up hours must know every unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("examples" = guildhall_kernel::serde_json::json!([{ "course": 20 }])))]
pub enum Hours {
    /// Course hours of 45 minutes.
    Course(
        #[say(name = "count")]
        #[schemars(extend("maximum" = u32::MAX))]
        NonZeroU32,
    ),
    /// Clock hours of 60 minutes.
    Clock(
        #[say(name = "count")]
        #[schemars(extend("maximum" = u32::MAX))]
        NonZeroU32,
    ),
    /// Minutes.
    Minutes(
        #[say(name = "count")]
        #[schemars(extend("maximum" = u32::MAX))]
        NonZeroU32,
    ),
}

impl Hours {
    /// The amount in minutes.
    pub fn in_minutes(self) -> u64 {
        match self {
            Self::Course(hours) => u64::from(hours.get()).saturating_mul(45),
            Self::Clock(hours) => u64::from(hours.get()).saturating_mul(60),
            Self::Minutes(minutes) => u64::from(minutes.get()),
        }
    }

    /// So many minutes, in the unit of `like` where that comes out whole, else in minutes. Nothing
    /// for no minutes, or for more than can be written.
    fn of_minutes(minutes: u64, like: Self) -> Option<Self> {
        let whole = |unit: u64| {
            let count = minutes.checked_div(unit).filter(|_| minutes.checked_rem(unit) == Some(0))?;
            NonZeroU32::new(u32::try_from(count).ok()?)
        };
        match like {
            Self::Course(_) => whole(45).map(Self::Course),
            Self::Clock(_) => whole(60).map(Self::Clock),
            Self::Minutes(_) => None,
        }
        .or_else(|| whole(1).map(Self::Minutes))
    }
}
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self {
            Self::Course(hours) => (hours, "course hour"),
            Self::Clock(hours) => (hours, "clock hour"),
            Self::Minutes(minutes) => (minutes, "minute"),
        };
        write!(f, "{count} {unit}{}", if count.get() == 1 { "" } else { "s" })
    }
}

/// One part of a curriculum, completed as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Module {
    /// Its code, which stays over versions and editions.
    pub code: ModuleCode,
    /// What it is called.
    pub title: LocalisedText,
    /// How much teaching it is, where that was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
}

/// What is taught. The one inside a [`ProgrammeDefinition`](crate::ProgrammeDefinition) has at least
/// one module, no code twice, and hours that add up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Curriculum {
    /// How much teaching it is altogether, where that was agreed; each module with hours is part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The modules, in the order they are taught.
    pub modules: Vec<Module>,
}

impl Curriculum {
    /// The module with this code.
    pub fn module(&self, code: &ModuleCode) -> Option<&Module> {
        self.modules.iter().find(|module| module.code == *code)
    }

    /// How much teaching it is altogether: as agreed, else what the modules add up to if all have
    /// hours, in the unit of the first where that comes out whole.
    pub fn total(&self) -> Option<Hours> {
        self.hours.or_else(|| {
            let given: Option<Vec<Hours>> = self.modules.iter().map(|module| module.hours).collect();
            let given = given?;
            Hours::of_minutes(sum(&given), *given.first()?)
        })
    }

    pub(crate) fn check(&self, report: &mut Report) {
        if self.modules.is_empty() {
            report.add("curriculum.modules", Problem::Empty);
        }
        repeated(
            report,
            self.modules.iter().map(|module| &module.code),
            |nth| format!("curriculum.modules[{nth}].code"),
            |code| Problem::ModuleTwice(code.clone()),
        );
        if let Some(total) = self.hours
            && !self.modules.is_empty()
            && let Some(problem) = self.misfit(total)
        {
            report.add("curriculum.hours", problem);
        }
    }

    fn misfit(&self, total: Hours) -> Option<Problem> {
        let given: Vec<Hours> = self.modules.iter().filter_map(|module| module.hours).collect();
        let minutes = sum(&given);
        if given.len() == self.modules.len() {
            (minutes != total.in_minutes()).then_some(Problem::HoursDiffer { total, minutes })
        } else {
            (minutes >= total.in_minutes()).then_some(Problem::HoursUsedUp { total, minutes })
        }
    }
}

/// So many minutes as a clerk would say it who has just said `like`.
pub(crate) fn in_words(minutes: u64, like: Hours) -> String {
    Hours::of_minutes(minutes, like).map_or_else(|| format!("{minutes} minutes"), |hours| hours.to_string())
}

fn sum(hours: &[Hours]) -> u64 {
    hours.iter().fold(0, |sum, hours| sum.saturating_add(hours.in_minutes()))
}
