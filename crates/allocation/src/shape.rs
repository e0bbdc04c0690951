//! Where applicants stand in the tree of quotas. A *place* is one way down the tree: the group itself,
//! the region 06 within it, the authority 61 within that. All groups whose plans have the same quotas
//! share the places; each counts in nodes of its own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Index;

use crate::ReserveKind;
use crate::plan::{Covers, Plan, Quota};
use crate::problem::{Applicant, PlanIndex, Problem, QuotaIndex};
use crate::table::{Number, Table, number};

/// A place in one tree of quotas; 0 is the group itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place(pub(crate) u32);
number!(Place);

/// A tree of quotas, one of those that a problem has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ShapeIndex(u32);
number!(ShapeIndex);

/// The first tree; mostly there is no other.
pub(crate) const FIRST: ShapeIndex = ShapeIndex(0);

/// The group itself.
pub(crate) const WHOLE: Place = Place(0);

/// What holds at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Level {
    pub(crate) parent: Place,
    /// None for the group itself.
    pub(crate) quota: Option<QuotaIndex>,
    /// The code of the value that the quota counts by itself.
    pub(crate) code: u32,
    /// The most who fit; `u32::MAX` without a limit. Not for the group itself.
    pub(crate) cap: u32,
    pub(crate) reserve: u32,
    /// Whether a reserve lies strictly within.
    pub(crate) is_mixed: bool,
}

/// The places of one tree of quotas, and who stands where.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) levels: Table<Place, Level>,
    /// The deepest place of each applicant.
    pub(crate) places: Table<Applicant, Place>,
    /// How many seats of a group are kept on top.
    pub(crate) on_top: Option<u32>,
}

impl Shape {
    fn new(problem: &Problem, plan: &Plan) -> Self {
        let mixed: Vec<bool> = plan.numbered().map(|(nth, _)| reserves_within(plan, Some(nth))).collect();
        let is_mixed = |quota: QuotaIndex| mixed.get(quota.index()).copied().unwrap_or(false);
        let mut levels: Table<Place, Level> = Table::default();
        levels.push(Level {
            parent: WHOLE,
            quota: None,
            code: 0,
            cap: u32::MAX,
            reserve: 0,
            is_mixed: reserves_within(plan, None),
        });
        // Quota by quota, since one column after the other is quicker to read than all of them for each
        // applicant. Whatever a quota lies within comes before it.
        let mut places: Table<Applicant, Place> = Table::of(problem.applicants().len(), WHOLE);
        for (nth, quota) in plan.numbered() {
            let mut known: HashMap<(Place, u32), Place, Quick> = HashMap::default();
            let level = |parent: Place, code: u32| Level {
                parent,
                quota: Some(nth),
                code,
                cap: quota.cap().unwrap_or(u32::MAX),
                reserve: quota.reserve().map_or(0, |reserve| reserve.seats.get()),
                is_mixed: is_mixed(nth),
            };
            for applicant in problem.applicants() {
                let outer = places[applicant];
                if levels[outer].quota == quota.parent()
                    && let Some(code) = problem.covered(applicant, quota)
                {
                    places[applicant] =
                        *known.entry((outer, code)).or_insert_with(|| levels.push(level(outer, code)));
                }
            }
        }
        Self { levels, places, on_top: on_top(problem, plan) }
    }
}

fn reserves_within(plan: &Plan, outer: Option<QuotaIndex>) -> bool {
    plan.within(outer).any(|(nth, quota)| quota.reserve().is_some() || reserves_within(plan, Some(nth)))
}

/// How many seats of each group are kept on top, where they are kept so. Every value there is counts, also
/// of people who do not ask: who asks must not change how many seats are open.
fn on_top(problem: &Problem, plan: &Plan) -> Option<u32> {
    let seats = |quota: &Quota| {
        let reserve = quota.reserve().filter(|reserve| reserve.kind == ReserveKind::OnTop)?;
        let times = match quota.covers() {
            Covers::Each(attribute) => problem.distinct(*attribute),
            Covers::Where(_) => 1,
        };
        Some(reserve.seats.get().saturating_mul(u32::try_from(times).unwrap_or(u32::MAX)))
    };
    plan.quotas().iter().filter_map(seats).reduce(u32::saturating_add)
}

/// The shapes of a problem: one for each tree of quotas, however many plans have it.
#[derive(Debug)]
pub(crate) struct Shapes {
    of_plans: Table<PlanIndex, ShapeIndex>,
    shapes: Table<ShapeIndex, Shape>,
}

impl Shapes {
    pub(crate) fn new(problem: &Problem) -> Self {
        let mut shapes: Table<ShapeIndex, Shape> = Table::default();
        let mut trees: Vec<(&[Quota], ShapeIndex)> = Vec::new();
        let of_plans = problem.plans().iter().map(|plan| {
            let known = trees.iter().find(|(quotas, _)| *quotas == plan.quotas());
            known.map(|(_, shape)| *shape).unwrap_or_else(|| {
                let shape = shapes.push(Shape::new(problem, plan));
                trees.push((plan.quotas(), shape));
                shape
            })
        });
        let of_plans = of_plans.collect();
        Self { of_plans, shapes }
    }

    pub(crate) fn number_of(&self, plan: PlanIndex) -> ShapeIndex {
        self.of_plans[plan]
    }

    pub(crate) fn of(&self, plan: PlanIndex) -> &Shape {
        &self[self.of_plans[plan]]
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (ShapeIndex, &Shape)> {
        self.shapes.iter()
    }

    /// The places of the first tree, to be kept elsewhere.
    pub(crate) fn take_places(&mut self) -> Option<Table<Applicant, Place>> {
        let first = FIRST.place() < self.shapes.len();
        first.then(|| std::mem::take(&mut self.shapes[FIRST].places))
    }

    /// Whether any group keeps seats on top.
    pub(crate) fn keep_seats_on_top(&self) -> bool {
        self.shapes.rows().iter().any(|shape| shape.on_top.is_some())
    }
}
impl Index<ShapeIndex> for Shapes {
    type Output = Shape;

    #[inline]
    fn index(&self, shape: ShapeIndex) -> &Shape {
        &self.shapes[shape]
    }
}

/// Hashes small numbers that nobody can choose at will: codes and places, which are dense.
pub(crate) type Quick = BuildHasherDefault<Spread>;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        // The table looks at the highest and the lowest bits; multiplying fills the highest ones only.
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(26) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
