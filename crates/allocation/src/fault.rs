//! What is wrong with a problem: every fault at once, each with its path and the nearest right name.

use std::fmt;

use guildhall_kernel::Time;

use crate::crossing::Crossing;
use crate::limits::MAX_FAULTS;
use crate::{AttributeType, ListHash, Name, SeedRefused};

/// One fault of a problem and where it stands, such as `applicants[17].choices[2]`.
pub type Fault = guildhall_kernel::Fault<Mistake>;

/// Every fault of a problem; at least one.
pub type Faults = guildhall_kernel::Faults<Mistake>;

/// After so many names were compared no further suggestion is made, so that a hopeless document is still
/// answered at once.
const COMPARISONS: usize = 500_000;

/// What can be wrong with a problem. Not exhaustive: rules grow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Mistake {
    /// A list that must have an entry has none.
    #[error("at least one is needed")]
    Empty,
    /// There are more of something than can be dealt with.
    #[error("there are more than {limit} {what}")]
    TooMany {
        /// How many there may be.
        limit: usize,
        /// Of what.
        what: &'static str,
    },
    /// There are more faults than are worth telling one by one.
    #[error("{0} more faults are not told")]
    More(usize),
    /// An id, a name or a value stands there again.
    #[error("`{name}` stands already at `{first}`")]
    Twice {
        /// What stands there again.
        name: Name,
        /// Where it stands first.
        first: String,
    },
    /// Nothing is called so.
    #[error("no {what} is called `{name}`{}", did_you_mean(.nearest))]
    Unknown {
        /// What was looked for.
        what: &'static str,
        /// As written.
        name: Name,
        /// The name most like it.
        nearest: Option<Name>,
    },
    /// Something other than texts has a list of the values there are.
    #[error("only the values of a text can be listed")]
    ListedValues,
    /// A value of another type than its attribute.
    #[error("`{attribute}` is of type `{of}`; this is {found}")]
    WrongType {
        /// The attribute.
        attribute: Name,
        /// Its type.
        of: AttributeType,
        /// What stands here, in words.
        found: &'static str,
    },
    /// A value that is not among those that there are.
    #[error("`{value}` is no value of `{attribute}`{}", did_you_mean(.nearest))]
    UnknownValue {
        /// The attribute.
        attribute: Name,
        /// As written.
        value: Name,
        /// The value most like it.
        nearest: Option<Name>,
    },
    /// A value that must be there is not.
    #[error("`{0}` is missing")]
    Missing(Name),
    /// Texts have no order of their own.
    #[error("`{0}` is a text, which has no highest and no lowest: list its values, best first")]
    TextOrdered(Name),
    /// Numbers and instants are ordered by themselves.
    #[error("`{0}` is no text: write `highest` or `lowest`")]
    NumbersListed(Name),
    /// A quota over the values of an instant.
    #[error("`{0}` is an instant, and no two people need share one: a quota goes by texts or integers")]
    QuotaByInstant(Name),
    /// A quota that does not say whom it covers.
    #[error("whom it covers is missing: give `each` or `where`")]
    CoversNobody,
    /// A quota that says twice whom it covers.
    #[error("give either `each` or `where`; to have both, put one quota within another")]
    CoversTwice,
    /// A quota without an effect.
    #[error("it neither limits nor reserves: give `at_most` or `reserve`")]
    NoEffect,
    /// Quotas that lie within each other in a ring.
    #[error("these lie within each other in a ring: {}", ring(.0))]
    Ring(Vec<Name>),
    /// Quotas within quotas beyond the limit.
    #[error("quotas lie within each other more than {limit} deep")]
    TooDeep {
        /// How deep they may lie.
        limit: usize,
    },
    /// Seats are reserved beyond a cap.
    #[error("{needed} seats are reserved, but `{quota}` is limited to {cap}")]
    ReservedBeyondCap {
        /// The quota that is limited.
        quota: Name,
        /// How many seats are reserved in it, parts included.
        needed: u64,
        /// Its cap.
        cap: u32,
    },
    /// Seats are reserved beyond a group's capacity.
    #[error("the plan `{plan}` reserves {needed} seats, and there are {seats}")]
    ReservedBeyondCapacity {
        /// The plan.
        plan: Name,
        /// How many seats it reserves, parts included.
        needed: u64,
        /// How many there are.
        seats: u32,
    },
    /// The minimum is above the capacity.
    #[error("{minimum} people are needed at least, but only {seats} fit")]
    MinimumBeyondCapacity {
        /// The minimum.
        minimum: u32,
        /// The seats.
        seats: u32,
    },
    /// An `on_top` reserve in a plan with a cap.
    #[error(
        "an `on_top` reserve needs a plan without any `at_most`, and `{capped}` has one; make it a `floor`. \
         With a cap the outcome would hang on who asks first: of two seats, one kept on top for m0 and m1 \
         and at most one for m1, applicants B (m2, third), D (m1, fourth) and E (m0, fifth) leave B and D \
         seated; when A (m1, first) comes too, A and E are"
    )]
    OnTopUnderCap {
        /// A quota with a cap.
        capped: Name,
    },
    /// An `on_top` reserve inside a quota.
    #[error("an `on_top` reserve lies in the group itself, never within another quota; make it a `floor`")]
    OnTopWithin,
    /// Both kinds of reserve in one plan.
    #[error("a plan has reserves of one kind, and `{floor}` is a `floor`")]
    OnTopBesideFloor {
        /// A quota with a floor.
        floor: Name,
    },
    /// A quota lies within its neighbour, and does not say so.
    #[error("whoever `{inner}` covers, `{outer}` covers too: put `{inner}` within `{outer}`")]
    Inside {
        /// The quota inside.
        inner: Name,
        /// The quota around it.
        outer: Name,
    },
    /// Two quotas cross each other.
    #[error("{0}")]
    Crossing(Box<Crossing>),
    /// Two quotas cover the same people, and neither is within the other throughout.
    #[error(
        "`{first}` and `{second}` both cover `{both}`, and neither lies within the other for everybody: \
         write one of them as several quotas with `where`, each within one of the other"
    )]
    Tangled {
        /// One quota.
        first: Name,
        /// The other.
        second: Name,
        /// An applicant whom both cover.
        both: Name,
    },
    /// Caps over all groups under another mechanism than `serial`.
    #[error("caps over all groups need the mechanism `serial`")]
    CapsNeedSerial,
    /// A reserve under another mechanism than `nested`.
    #[error("reserves need the mechanism `nested`")]
    ReserveNeedsNested,
    /// Different priorities under `serial`.
    #[error("under `serial` all choose in one order: the priority must be that of the plan `{0}`")]
    PrioritiesDiffer(Name),
    /// A priority under `rolling`.
    #[error("under `rolling` the first to come is served first: there is no other priority")]
    PriorityUnderRolling,
    /// A minimum under `rolling`.
    #[error("under `rolling` everybody is answered at once, so no group can be closed for want of people")]
    MinimumUnderRolling,
    /// The order of arrival is no instant that everybody has.
    #[error("`{0}` must be an instant that everybody has")]
    NoArrival(Name),
    /// A later list under `rolling`.
    #[error("under `rolling` who comes late is later: there are no lists")]
    LateUnderRolling,
    /// A withdrawal under another mechanism than `rolling`.
    #[error("only under `rolling` seats are given back one by one; elsewhere empty the choices")]
    WithdrawnOutsideRolling,
    /// A withdrawal before the arrival.
    #[error("withdrawn before they came")]
    WithdrawnBeforeArrival,
    /// An instant that cannot be kept to the nanosecond.
    #[error("`{0}` lies outside the years 1678 to 2261")]
    OutOfRange(Time),
    /// A list without anybody, though there is a later one.
    #[error("nobody is on list {0}, but somebody on a later one")]
    EmptyList(u8),
    /// More lists are recorded than there are.
    #[error("the applicants are on {lists} lists only")]
    NoSuchList {
        /// How many lists there are.
        lists: u8,
    },
    /// A list that is not the one that was frozen.
    #[error("this is not the list that was frozen: the applicants given hash to `{computed}`")]
    OtherList {
        /// The hash of the applicants given.
        computed: ListHash,
    },
    /// A list was frozen before the one ahead of it.
    #[error("frozen before the list ahead of it, which was frozen at {0}")]
    FrozenTooEarly(Time),
    /// A seed that must not be used.
    #[error(transparent)]
    Seed(#[from] SeedRefused),
    /// A repeated draw of what was never drawn.
    #[error("what was never drawn cannot be drawn again")]
    RedrawnBeforeDrawn,
    /// A list was drawn before the one ahead of it.
    #[error("the list ahead of it is not drawn yet")]
    DrawnTooEarly,
}

fn did_you_mean(nearest: &Option<Name>) -> String {
    nearest.as_ref().map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}

fn ring(names: &[Name]) -> String {
    names.iter().chain(names.first()).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" within ")
}

/// Faults while they are being found; only so many are told.
#[derive(Debug, Default)]
pub(crate) struct Report {
    faults: guildhall_kernel::Report<Mistake>,
    untold: usize,
    compared: usize,
}

impl Report {
    /// Adds a fault. The path is only made where it is told.
    pub(crate) fn add<P: fmt::Display>(&mut self, path: impl FnOnce() -> P, mistake: Mistake) {
        if self.faults.faults().len() < MAX_FAULTS {
            self.faults.add(path().to_string(), mistake);
        } else {
            self.untold = self.untold.saturating_add(1);
        }
    }

    /// So many more faults were found that are not looked at closely.
    pub(crate) fn untold(&mut self, count: usize) {
        self.untold = self.untold.saturating_add(count);
    }

    /// A fault for every name that stands there already.
    pub(crate) fn repeated<'a, P: fmt::Display>(
        &mut self,
        names: impl Iterator<Item = &'a Name>,
        path: impl Fn(usize) -> P,
    ) {
        let mut seen = std::collections::HashMap::new();
        for (nth, name) in names.enumerate() {
            match seen.entry(name) {
                std::collections::hash_map::Entry::Vacant(free) => {
                    free.insert(nth);
                }
                std::collections::hash_map::Entry::Occupied(first) => {
                    let first = path(*first.get()).to_string();
                    self.add(|| path(nth), Mistake::Twice { name: name.clone(), first });
                }
            }
        }
    }

    /// A fault where there are none, or more than the limit.
    pub(crate) fn count<P: fmt::Display>(
        &mut self,
        path: impl FnOnce() -> P,
        count: usize,
        limit: usize,
        what: &'static str,
    ) {
        if count == 0 {
            self.add(path, Mistake::Empty);
        } else {
            self.at_most(path, count, limit, what);
        }
    }

    /// A fault where there are more than the limit.
    pub(crate) fn at_most<P: fmt::Display>(
        &mut self,
        path: impl FnOnce() -> P,
        count: usize,
        limit: usize,
        what: &'static str,
    ) {
        if count > limit {
            self.add(path, Mistake::TooMany { limit, what });
        }
    }

    /// The known name most like `name`, where one is like it at all.
    pub(crate) fn nearest<'a>(
        &mut self,
        name: &Name,
        known: impl IntoIterator<Item = &'a Name>,
    ) -> Option<Name> {
        let left = COMPARISONS.saturating_sub(self.compared);
        let name = name.as_str();
        let slips = (name.chars().count() / 3).max(1);
        known
            .into_iter()
            .filter(|candidate| candidate.as_str().len().abs_diff(name.len()) <= slips)
            .take(left)
            .inspect(|_| self.compared = self.compared.saturating_add(1))
            .map(|candidate| (strsim::damerau_levenshtein(name, candidate.as_str()), candidate))
            .filter(|(distance, _)| *distance <= slips)
            .min()
            .map(|(_, candidate)| candidate.clone())
    }

    /// Gives what was made if there is no fault.
    pub(crate) fn end<T>(mut self, made: Option<T>) -> Result<T, Faults> {
        if self.untold > 0 {
            self.faults.add("", Mistake::More(self.untold));
        }
        self.faults.end(made)
    }
}
