//! Small problems for property tests: few seats, many ties, so that quotas bind and lots matter.

use std::collections::{BTreeMap, BTreeSet};
use std::num::{NonZeroU8, NonZeroU32};
use std::ops::RangeInclusive;

use guildhall_kernel::Time;
use guildhall_kernel::chrono::DateTime;
use proptest::prelude::*;

use crate::{
    AttributeType, Capacity, Drawn, MechanismName, Name, Problem, Reserve, ReserveKind, Seed, SeedValue,
    Statement, WrittenApplicant, WrittenAttribute, WrittenCap, WrittenFirst, WrittenGroup, WrittenKey,
    WrittenPlan, WrittenProblem, WrittenQuota, WrittenRules, WrittenValue,
};

/// What the problems of a strategy look like.
#[derive(Clone, Debug)]
pub struct Market {
    /// How many apply.
    pub applicants: RangeInclusive<usize>,
    /// How many groups there are.
    pub groups: RangeInclusive<usize>,
    /// How seats are given out, and under which quotas.
    pub kind: Kind,
    /// Whether everybody ranks every group.
    pub full: bool,
    /// Whether groups have a minimum.
    pub minimums: bool,
    /// How many lists there may be.
    pub lists: u8,
}

/// Which mechanism, and which quotas.
///
/// Exhaustive on purpose: each kind is what some invariant is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `nested` with trees of caps and floors.
    Floor,
    /// `nested` with reserves on top, and no cap.
    OnTop,
    /// `nested` without any quota.
    Plain,
    /// `nested` with quotas that lie anyhow: most are refused.
    Anyhow,
    /// `serial` with caps that cross, and caps over all groups.
    Serial,
    /// `rolling` with caps that cross, and people who leave again.
    Rolling,
}

impl Market {
    /// Up to seven applicants and four groups of this kind.
    pub const fn small(kind: Kind) -> Self {
        Self { applicants: 0..=7, groups: 1..=4, kind, full: false, minimums: false, lists: 1 }
    }

    /// With so many applicants and groups.
    #[must_use]
    pub const fn sized(mut self, applicants: RangeInclusive<usize>, groups: RangeInclusive<usize>) -> Self {
        self.applicants = applicants;
        self.groups = groups;
        self
    }

    /// In which everybody ranks every group.
    #[must_use]
    pub const fn full(mut self) -> Self {
        self.full = true;
        self
    }

    /// In which groups have a minimum; not of kind `Rolling`.
    #[must_use]
    pub const fn with_minimums(mut self) -> Self {
        self.minimums = true;
        self
    }

    /// In which applicants may be late, up to this list; not of kind `Rolling`.
    #[must_use]
    pub const fn with_lists(mut self, lists: u8) -> Self {
        self.lists = lists;
        self
    }

    /// The problems. All are sound, but those of kind [`Kind::Anyhow`].
    pub fn problems(&self) -> BoxedStrategy<WrittenProblem> {
        let market = self.clone();
        let sizes = (self.applicants.clone(), self.groups.clone());
        (sizes, prop::collection::vec(any::<u16>(), 0..400))
            .prop_map(move |((applicants, groups), rolls)| {
                Dice(rolls.into_iter()).problem(&market, applicants, groups)
            })
            .boxed()
    }

    /// The problems, frozen and drawn.
    pub fn drawn(&self) -> BoxedStrategy<Drawn> {
        (self.problems(), seed())
            .prop_filter_map("a sound problem", |(written, seed)| draw(&written, &seed))
            .boxed()
    }
}

/// A seed that nobody knew when [`draw`] froze the lists.
pub fn seed() -> impl Strategy<Value = Seed> + Clone {
    ("[0-9a-f]{16}", 1_i64..1_000_000).prop_filter_map("a seed", |(value, after)| {
        let value = SeedValue::new(value).ok()?;
        let known_at = FROZEN_AT.checked_add_signed(guildhall_kernel::chrono::Duration::seconds(after))?;
        Some(Seed { value, source: Statement::new("a beacon").ok()?, known_at })
    })
}

/// When [`draw`] freezes the lists: at the beginning of 1970.
pub const FROZEN_AT: Time = Time::UNIX_EPOCH;

/// The problem, frozen at [`FROZEN_AT`] and drawn with the seed; nothing where either is refused.
pub fn draw(written: &WrittenProblem, seed: &Seed) -> Option<Drawn> {
    Problem::new(written).ok()?.freeze(FROZEN_AT).draw(seed).ok()
}

/// Whom a quota covers, by `each` or by `where`, and of how many parts it may consist.
type Division = (Option<Name>, Option<BTreeMap<Name, Vec<WrittenValue>>>, u32);

/// Decisions in a row; when they run out, the simplest one is taken.
struct Dice(std::vec::IntoIter<u16>);

const TEXTS: [(&str, &[&str]); 3] =
    [("region", &["r0", "r1"]), ("town", &["t0", "t1", "t2"]), ("role", &["x", "y", "z"])];

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.0.next().unwrap_or_default()).checked_rem(sides).unwrap_or_default()
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.roll(one_in) == one_in.saturating_sub(1)
    }

    fn number(&mut self, below: usize) -> u32 {
        u32::try_from(self.roll(below)).unwrap_or_default()
    }

    /// The numbers below `count` in some order.
    fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for at in 0..count {
            let other = at.saturating_add(self.roll(count.saturating_sub(at)));
            order.swap(at, other);
        }
        order
    }

    fn problem(&mut self, market: &Market, applicants: usize, groups: usize) -> WrittenProblem {
        let seats: Vec<u32> = (0..groups).map(|_| self.number(4).saturating_add(1)).collect();
        let least = seats.iter().copied().min().unwrap_or(1);
        let priority = self.priority(market.kind);
        let plans: Vec<WrittenPlan> = (0..self.roll(2).saturating_add(1))
            .map(|nth| WrittenPlan {
                name: name(format!("p{nth}")),
                priority: match market.kind {
                    Kind::Serial | Kind::Rolling => priority.clone(),
                    Kind::Floor | Kind::OnTop | Kind::Plain | Kind::Anyhow => self.priority(market.kind),
                },
                quotas: self.quotas(market.kind, least),
            })
            .collect();
        let plan = |dice: &mut Self| plans.get(dice.roll(plans.len())).map(|plan| plan.name.clone());
        let written_groups = seats.iter().enumerate().map(|(nth, seats)| {
            let limited = NonZeroU32::new(*seats).filter(|_| !self.chance(8));
            let wanted = self.number(index(*seats).saturating_add(1));
            WrittenGroup {
                id: name(format!("g{nth}")),
                plan: plan(self).unwrap_or_else(|| name("p0")),
                capacity: limited.map_or(Capacity::Unlimited, Capacity::Seats),
                minimum: if market.minimums { wanted } else { 0 },
            }
        });
        let written_groups = written_groups.collect();
        let rules = WrittenRules {
            id: name("market"),
            mechanism: match market.kind {
                Kind::Floor | Kind::OnTop | Kind::Plain | Kind::Anyhow => MechanismName::Nested,
                Kind::Serial => MechanismName::Serial,
                Kind::Rolling => MechanismName::Rolling { by: name("since") },
            },
            attributes: attributes(),
            caps: if market.kind == Kind::Serial { self.caps() } else { Vec::new() },
            plans,
            groups: written_groups,
        };
        let mut people: Vec<_> = (0..applicants).map(|nth| self.applicant(market, nth, groups)).collect();
        // No list may be empty that others come after.
        let lists: BTreeSet<_> = people.iter().map(|applicant| applicant.list).collect();
        for applicant in &mut people {
            let before = lists.range(..applicant.list).count();
            applicant.list = NonZeroU8::MIN.saturating_add(u8::try_from(before).unwrap_or_default());
        }
        rules.with(people)
    }

    fn priority(&mut self, kind: Kind) -> Vec<WrittenKey> {
        if kind == Kind::Rolling {
            return Vec::new();
        }
        let keys = ["points", "since", "role"];
        let kept = self.roll(3);
        let order = self.order(keys.len());
        let kept = order.into_iter().take(kept).filter_map(|at| keys.get(at));
        kept.map(|key| {
            let first = match (*key, self.roll(2)) {
                ("role", _) => WrittenFirst::Listed(vec![name("y"), name("x")]),
                (_, 0) => WrittenFirst::Highest,
                _ => WrittenFirst::Lowest,
            };
            WrittenKey { by: name(*key), first }
        })
        .collect()
    }

    fn quotas(&mut self, kind: Kind, seats: u32) -> Vec<WrittenQuota> {
        let mut quotas = Vec::new();
        match kind {
            Kind::Plain => {}
            Kind::Floor => {
                let order = self.order(TEXTS.len());
                self.tree(&mut quotas, None, &order, seats);
            }
            Kind::OnTop => {
                let by = self.roll(TEXTS.len());
                let mut left = seats;
                for (each, having, parts) in self.division(by) {
                    let share = left.checked_div(parts).unwrap_or_default();
                    let kept = NonZeroU32::new(self.number(index(share).saturating_add(1)));
                    left = left.saturating_sub(kept.map_or(0, NonZeroU32::get).saturating_mul(parts));
                    let reserve = kept.map(|seats| Reserve { seats, kind: ReserveKind::OnTop });
                    quotas.extend(reserve.map(|reserve| WrittenQuota {
                        name: name(format!("q{}", quotas.len())),
                        within: None,
                        each,
                        having,
                        at_most: None,
                        reserve: Some(reserve),
                    }));
                }
            }
            Kind::Anyhow | Kind::Serial | Kind::Rolling => {
                for nth in 0..self.roll(4) {
                    let by = self.roll(TEXTS.len());
                    let mut divided = self.division(by);
                    let (each, having, _) = divided.swap_remove(0);
                    let at_most = NonZeroU32::new(self.number(3).saturating_add(1));
                    let reserve = NonZeroU32::new(1).filter(|_| kind == Kind::Anyhow && self.chance(3));
                    let around = self.roll(nth.saturating_add(1));
                    quotas.push(WrittenQuota {
                        name: name(format!("q{nth}")),
                        within: around.checked_sub(1).map(|outer| name(format!("q{outer}"))),
                        each,
                        having,
                        at_most,
                        reserve: reserve.map(|seats| Reserve { seats, kind: ReserveKind::Floor }),
                    });
                }
            }
        }
        quotas
    }

    /// Quotas within `outer` that divide people by the next attribute, and so on within each of them.
    fn tree(&mut self, quotas: &mut Vec<WrittenQuota>, outer: Option<&Name>, by: &[usize], seats: u32) {
        let Some((by, further)) = by.split_first() else { return };
        if outer.is_some() && self.roll(2) == 0 {
            return;
        }
        let mut left = seats;
        for (each, having, parts) in self.division(*by) {
            let share = left.checked_div(parts).unwrap_or_default();
            let reserved = self.number(index(share).saturating_add(1));
            let at_most =
                NonZeroU32::new(self.number(4)).map(|cap| cap.max(NonZeroU32::new(reserved).unwrap_or(cap)));
            let reserve = NonZeroU32::new(reserved).map(|seats| Reserve { seats, kind: ReserveKind::Floor });
            if at_most.is_none() && reserve.is_none() {
                continue;
            }
            left = left.saturating_sub(reserved.saturating_mul(parts));
            let called = name(format!("q{}", quotas.len()));
            quotas.push(WrittenQuota {
                name: called.clone(),
                within: outer.cloned(),
                each,
                having,
                at_most,
                reserve,
            });
            self.tree(quotas, Some(&called), further, reserved);
        }
    }

    /// Quotas that divide people by one attribute.
    fn division(&mut self, by: usize) -> Vec<Division> {
        let (attribute, values) = TEXTS.get(by).copied().unwrap_or(TEXTS[0]);
        if self.roll(2) == 0 {
            return vec![(Some(name(attribute)), None, u32::try_from(values.len()).unwrap_or(1))];
        }
        let having = |values: &[&str]| {
            let values = values.iter().map(|value| WrittenValue::Text(name(*value))).collect();
            (None, Some(BTreeMap::from([(name(attribute), values)])), 1)
        };
        let (some, others) = values.split_at(self.roll(values.len().saturating_sub(1)).saturating_add(1));
        if self.roll(2) == 0 { vec![having(some)] } else { vec![having(some), having(others)] }
    }

    fn caps(&mut self) -> Vec<WrittenCap> {
        let caps = (0..self.roll(3)).map(|nth| {
            let by = self.roll(TEXTS.len());
            let (each, having, _) = self.division(by).swap_remove(0);
            let at_most = NonZeroU32::MIN.saturating_add(self.number(3));
            WrittenCap { name: name(format!("c{nth}")), each, having, at_most }
        });
        caps.collect()
    }

    fn applicant(&mut self, market: &Market, nth: usize, groups: usize) -> WrittenApplicant {
        let mut has = BTreeMap::new();
        for (attribute, values) in TEXTS {
            if attribute != "role" || !self.chance(4) {
                let value = values.get(self.roll(values.len())).copied().unwrap_or_default();
                has.insert(name(attribute), WrittenValue::Text(name(value)));
            }
        }
        has.insert(name("points"), WrittenValue::Integer(self.number(3).into()));
        let since = i64::from(self.number(4));
        has.insert(name("since"), WrittenValue::Text(name(instant(since).to_rfc3339())));
        let order = self.order(groups);
        let kept =
            if market.full { groups } else { groups.saturating_sub(self.roll(groups.saturating_add(1))) };
        let rolling = market.kind == Kind::Rolling;
        let leaves = self.chance(4).then(|| instant(since.saturating_add(self.number(4).into())));
        let late = self.roll(market.lists.max(1).into());
        let late = u8::try_from(late).ok().filter(|_| !rolling).unwrap_or_default();
        WrittenApplicant {
            id: name(format!("a{}", self.roll(3).saturating_mul(100).saturating_add(nth))),
            choices: order.into_iter().take(kept).map(|group| name(format!("g{group}"))).collect(),
            has,
            list: NonZeroU8::MIN.saturating_add(late),
            withdrawn_at: leaves.filter(|_| rolling),
        }
    }
}

fn attributes() -> Vec<WrittenAttribute> {
    let texts = TEXTS.map(|(text, _)| (text, AttributeType::Text));
    let others = [("points", AttributeType::Integer), ("since", AttributeType::Instant)];
    let attribute = |(text, of): (&str, AttributeType)| WrittenAttribute {
        name: name(text),
        of,
        optional: text == "role",
        values: None,
    };
    texts.into_iter().chain(others).map(attribute).collect()
}

fn instant(hours: i64) -> Time {
    DateTime::from_timestamp(hours.saturating_mul(3_600), 0).unwrap_or_default()
}

fn index(number: u32) -> usize {
    crate::column::index(number)
}

#[expect(clippy::expect_used, reason = "the names here are short and clean")]
fn name(text: impl AsRef<str>) -> Name {
    Name::new(text).expect("a name")
}
