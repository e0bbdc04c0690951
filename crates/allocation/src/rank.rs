//! Who comes first: one strict order of all applicants for each plan, by the list they are on, the keys
//! of the plan's priority, and the lottery. Ids and the order of input have no part in it (A10).

use std::collections::HashMap;

use guildhall_words::Say;

use crate::column::index;
use crate::plan::{First, Key};
use crate::problem::{Applicant, MISSING, PlanIndex, Problem};
use crate::table::Table;
use crate::{Drawn, Name};

/// A place in the order of one plan: 0 comes first, and no two applicants share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank(pub(crate) u32);

impl Rank {
    /// How many come before.
    pub const fn before(self) -> u32 {
        self.0
    }
}

/// An order of applicants. It is a trait because an authority may have to follow a policy that keys cannot
/// say; [`Declared`] is what the plans say.
///
/// To ensure fairness, the order must depend on nothing but what is known of applicants and on their lots:
/// never on what they want, on ids, or on the order in which they were written.
pub trait Priority {
    /// Everybody once, who comes first in this plan first.
    fn order(&self, drawn: &Drawn, plan: PlanIndex) -> Vec<Applicant>;

    /// Of two plans with the same order, the first one; so that it is only made once. Left out, every
    /// plan has its own.
    fn shared(&self, drawn: &Drawn, plan: PlanIndex) -> PlanIndex {
        _ = drawn;
        plan
    }
}

/// The order that the plans declare: by list, by their keys, by lottery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Declared;

impl Priority for Declared {
    fn order(&self, drawn: &Drawn, plan: PlanIndex) -> Vec<Applicant> {
        let keys = drawn.problem().plans().get(plan.index()).map_or(&[][..], |plan| plan.priority());
        order_by(drawn, keys)
    }

    fn shared(&self, drawn: &Drawn, plan: PlanIndex) -> PlanIndex {
        let plans = drawn.problem().plans();
        let keys = plans.get(plan.index()).map(|plan| plan.priority());
        let same = plans.iter().position(|other| Some(other.priority()) == keys);
        same.map_or(plan, PlanIndex::at)
    }
}

/// A policy gave no order.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[error("the order of plan `{plan}` does not have everybody exactly once")]
pub struct NoOrder {
    /// The plan.
    pub plan: Name,
}

/// Everybody's ranks in all plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranks {
    /// Which of the orders a plan follows.
    orders: Table<PlanIndex, usize>,
    /// How many orders there are.
    width: usize,
    /// The ranks of one applicant after those of another, so that they are found together.
    ranks: Vec<Rank>,
}

impl Ranks {
    /// The ranks that the plans declare.
    ///
    /// # Panics
    /// Never: the declared order has everybody once.
    #[expect(clippy::expect_used, reason = "the declared order has everybody once")]
    pub fn declared(drawn: &Drawn) -> Self {
        Self::new(drawn, &Declared).expect("an order of everybody")
    }

    /// The ranks of a policy.
    ///
    /// # Errors
    /// [`NoOrder`] where the policy leaves somebody out or names somebody twice.
    pub fn new(drawn: &Drawn, priority: &dyn Priority) -> Result<Self, NoOrder> {
        let problem = drawn.problem();
        let mut numbers = HashMap::new();
        let plans = || (0..problem.plans().len()).map(PlanIndex::at);
        let orders: Table<PlanIndex, usize> = plans()
            .map(|plan| {
                let next = numbers.len();
                *numbers.entry(priority.shared(drawn, plan)).or_insert(next)
            })
            .collect();
        let width = numbers.len();
        let mut ranks = vec![Rank(MISSING); width.saturating_mul(problem.applicants().len())];
        for (plan, nth) in numbers {
            let broken = || NoOrder {
                plan: problem
                    .plans()
                    .get(plan.index())
                    .map_or_else(|| problem.id().clone(), |plan| plan.name().clone()),
            };
            let order = priority.order(drawn, plan);
            if order.len() != problem.applicants().len() {
                return Err(broken());
            }
            for (rank, applicant) in (0..).map(Rank).zip(order) {
                let place = applicant.index().saturating_mul(width).saturating_add(nth);
                match ranks.get_mut(place) {
                    Some(free) if free.0 == MISSING => *free = rank,
                    _ => return Err(broken()),
                }
            }
        }
        Ok(Self { orders, width, ranks })
    }

    /// Somebody's rank in a plan.
    pub fn rank(&self, plan: PlanIndex, applicant: Applicant) -> Rank {
        self.in_order(self.orders[plan], applicant)
    }

    /// Which of the orders a plan follows.
    pub(crate) fn order_of(&self, plan: PlanIndex) -> usize {
        self.orders[plan]
    }

    /// Somebody's rank in one of the orders.
    #[inline]
    pub(crate) fn in_order(&self, order: usize, applicant: Applicant) -> Rank {
        let place = applicant.index().wrapping_mul(self.width).wrapping_add(order);
        self.ranks.get(place).copied().unwrap_or(Rank(MISSING))
    }
}

/// Everybody by list, these keys, and lottery.
fn order_by(drawn: &Drawn, keys: &[Key]) -> Vec<Applicant> {
    let problem = drawn.problem();
    let narrow = bits(problem.applicants().len());
    let mut standing: Vec<Applicant> = problem.applicants().collect();
    standing.sort_unstable_by_key(|applicant| drawn.position(*applicant));
    // Everybody's number has a place in `standing` in its lowest bits, and above it one key after another,
    // the least important first. It is only sorted by when no more keys fit: mostly that is once.
    let mut words: Vec<u64> = drawn.positions().iter().copied().map(u64::from).collect();
    let mut used = narrow;
    for column in keys.iter().rev().map(|key| Column::of(problem, key)).chain([Column::lists(problem)]) {
        if used.saturating_add(column.wide) > u64::BITS {
            standing = sorted(words.clone(), narrow, &standing);
            for (rank, applicant) in (0_u64..).zip(&standing) {
                if let Some(word) = words.get_mut(applicant.index()) {
                    *word = rank;
                }
            }
            used = narrow;
        }
        for (word, place) in words.iter_mut().zip(problem.applicants()) {
            *word |= u64::from(column.place(problem, place)) << used;
        }
        used = used.saturating_add(column.wide);
    }
    sorted(words, narrow, &standing)
}

/// Who stood where the lowest bits of the words say, in the order of the words.
fn sorted(mut words: Vec<u64>, narrow: u32, standing: &[Applicant]) -> Vec<Applicant> {
    words.sort_unstable();
    let lowest = !(u64::MAX << narrow);
    let stood = |word: u64| usize::try_from(word & lowest).ok().and_then(|place| standing.get(place));
    words.into_iter().filter_map(stood).copied().collect()
}

/// How many bits the numbers up to this one take.
fn bits(highest: usize) -> u32 {
    usize::BITS.saturating_sub(highest.leading_zeros())
}

/// One key as small numbers: the smaller, the better.
struct Column<'a> {
    codes: &'a [u32],
    first: Places,
    wide: u32,
}

enum Places {
    Lists,
    Lowest {
        missing: u32,
    },
    Highest {
        missing: u32,
    },
    /// The place of each code.
    Listed {
        places: Vec<u32>,
        missing: u32,
    },
}

impl<'a> Column<'a> {
    fn of(problem: &'a Problem, key: &Key) -> Self {
        let distinct = problem.distinct(key.by());
        let end = |len: usize| u32::try_from(len).unwrap_or(MISSING);
        let (first, highest) = match key.first() {
            First::Lowest => (Places::Lowest { missing: end(distinct) }, distinct),
            First::Highest => (Places::Highest { missing: end(distinct) }, distinct),
            First::Listed(codes) => {
                let after = codes.len().saturating_add(1);
                let mut places = vec![end(codes.len()); distinct];
                for (place, code) in (0..).zip(codes) {
                    if let Some(of) = places.get_mut(index(*code)) {
                        *of = place;
                    }
                }
                (Places::Listed { places, missing: end(after) }, after)
            }
        };
        Self { codes: problem.codes(key.by()), first, wide: bits(highest) }
    }

    fn lists(problem: &Problem) -> Self {
        let lists = problem.lists();
        Self { codes: &[], first: Places::Lists, wide: if lists > 1 { bits(lists.into()) } else { 0 } }
    }

    #[inline]
    fn place(&self, problem: &Problem, applicant: Applicant) -> u32 {
        let code = self.codes.get(applicant.index()).copied().unwrap_or(MISSING);
        match &self.first {
            Places::Lists if self.wide == 0 => 0,
            Places::Lists => problem.list(applicant).into(),
            Places::Lowest { missing } => code.min(*missing),
            Places::Highest { missing } if code == MISSING => *missing,
            Places::Highest { missing } => missing.saturating_sub(code).saturating_sub(1),
            Places::Listed { missing, .. } if code == MISSING => *missing,
            Places::Listed { places, missing } => places.get(index(code)).copied().unwrap_or(*missing),
        }
    }
}
