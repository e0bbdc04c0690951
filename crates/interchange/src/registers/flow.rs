//! Recognises by sums of area or residents who took over from whom.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_civic::{CodeScheme, Country, TaskLevel};

use super::{Entry, Recognised};

/// How many are added up at most.
const TOGETHER: usize = 4;
/// Among how many of a region sums are looked for.
const AMONG: usize = 24;

/// Authorities of two editions, as far as nothing is said of them.
#[derive(Debug, Default)]
pub(super) struct Pool<'e> {
    pub(super) ended: Vec<&'e Entry>,
    pub(super) appeared: Vec<&'e Entry>,
    /// Those that go on, as they were and as they are.
    pub(super) both: Vec<(&'e Entry, &'e Entry)>,
}

/// Several became one, or one several.
#[derive(Debug)]
pub(super) struct Flow<'e> {
    pub(super) one: &'e Entry,
    pub(super) many: Vec<&'e Entry>,
    /// Whether the many became the one.
    pub(super) merges: bool,
    /// Whether the one is in both editions.
    pub(super) goes_on: bool,
    pub(super) recognised: Recognised,
}

/// The one of a flow, with what it gained or lost.
#[derive(Clone, Copy, Debug)]
struct One<'e> {
    entry: &'e Entry,
    goes_on: bool,
    area: Option<u64>,
    people: Option<u64>,
}

/// A region of one level: only within one are sums looked for.
type Region<'e> = (Country, TaskLevel, Option<(CodeScheme, &'e str)>);

fn region(entry: &Entry) -> Region<'_> {
    let lies_in = entry.lies_in().map(|region| (region.scheme(), region.code()));
    (entry.key().country(), entry.level(), lies_in)
}

/// Every flow that sums tell, each of which shares no authority with any other that would be possible. What
/// has part in one is taken out of the pool.
pub(super) fn flows<'e>(pool: &mut Pool<'e>) -> Vec<Flow<'e>> {
    let grown = pool.both.iter().filter_map(|(old, new)| One::changed(new, old));
    let merged = pool.appeared.iter().map(|entry| One::whole(entry)).chain(grown).collect();
    let shrunk = pool.both.iter().filter_map(|(old, new)| One::changed(old, new));
    let divided = pool.ended.iter().map(|entry| One::whole(entry)).chain(shrunk).collect();
    let mut possible = possible(merged, &pool.ended, true);
    possible.extend(self::possible(divided, &pool.appeared, false));

    let mut times: BTreeMap<_, usize> = BTreeMap::new();
    for entry in possible.iter().flat_map(Flow::all) {
        *times.entry(entry.key()).or_default() += 1;
    }
    possible.retain(|flow| flow.all().all(|entry| times.get(entry.key()) == Some(&1)));
    let gone: BTreeSet<_> = possible.iter().flat_map(Flow::all).map(Entry::key).collect();
    pool.ended.retain(|entry| !gone.contains(entry.key()));
    pool.appeared.retain(|entry| !gone.contains(entry.key()));
    possible
}

impl<'e> Flow<'e> {
    fn all(&self) -> impl Iterator<Item = &'e Entry> {
        self.many.iter().copied().chain([self.one])
    }
}

impl<'e> One<'e> {
    fn whole(entry: &'e Entry) -> Self {
        Self { entry, goes_on: false, area: entry.area_m2(), people: entry.population() }
    }

    /// One that goes on and is larger on one side than on the other.
    fn changed(larger: &'e Entry, smaller: &Entry) -> Option<Self> {
        let more = |larger: Option<u64>, smaller: Option<u64>| {
            larger?.checked_sub(smaller?).filter(|difference| *difference > 0)
        };
        let area = more(larger.area_m2(), smaller.area_m2());
        let people = more(larger.population(), smaller.population());
        // Residents come and go: where areas are told, those who stayed say nothing.
        let told = larger.area_m2().is_some() && smaller.area_m2().is_some();
        let people = people.filter(|_| !told);
        (area.is_some() || people.is_some()).then_some(Self { entry: larger, goes_on: true, area, people })
    }

    /// What it is with these, if they add up.
    fn flow(&self, some: &[&'e Entry], merges: bool) -> Option<Flow<'e>> {
        let Self { entry: one, goes_on, .. } = *self;
        // One that ended and one that appeared are one under another code, which is told as a merger of one.
        if !merges && some.len() == 1 && !goes_on {
            return None;
        }
        let recognised = self.adds_up(some)?;
        Some(Flow { one, many: some.to_vec(), merges, goes_on, recognised })
    }

    fn adds_up(&self, some: &[&Entry]) -> Option<Recognised> {
        if let (Some(sum_m2), Some(one_m2)) = (sum(some, Entry::area_m2), self.area) {
            // Each area was rounded by half a square metre at most; the one has two if it goes on.
            let rounding = u64::try_from(some.len()).unwrap_or(u64::MAX).saturating_add(2).div_ceil(2);
            let alike = sum_m2 > 0 && sum_m2.abs_diff(one_m2) <= rounding;
            return alike.then_some(Recognised::Area { sum_m2, one_m2 });
        }
        match (sum(some, Entry::population), self.people) {
            (Some(people), Some(of_one)) if people == of_one && people > 0 => {
                Some(Recognised::Population { people })
            }
            _ => None,
        }
    }
}

/// What the one may have come from or gone into, region by region.
fn possible<'e>(ones: Vec<One<'e>>, many: &[&'e Entry], merges: bool) -> Vec<Flow<'e>> {
    let mut regions: BTreeMap<Region<'e>, (Vec<One<'e>>, Vec<&'e Entry>)> = BTreeMap::new();
    for one in ones {
        regions.entry(region(one.entry)).or_default().0.push(one);
    }
    for entry in many {
        regions.entry(region(entry)).or_default().1.push(entry);
    }
    let mut found = Vec::new();
    for (ones, many) in regions.into_values() {
        if many.len() <= AMONG && !ones.is_empty() {
            each_few(&many, 0, &mut Vec::new(), &mut |some| {
                found.extend(ones.iter().filter_map(|one| one.flow(some, merges)));
            });
        }
    }
    found
}

/// Calls `with` for each one, two, three and four of them.
fn each_few<'e>(
    many: &[&'e Entry],
    from: usize,
    chosen: &mut Vec<&'e Entry>,
    with: &mut impl FnMut(&[&'e Entry]),
) {
    for (nth, entry) in many.iter().enumerate().skip(from) {
        chosen.push(entry);
        with(chosen);
        if chosen.len() < TOGETHER {
            each_few(many, nth + 1, chosen, with);
        }
        chosen.pop();
    }
}

fn sum(some: &[&Entry], of: fn(&Entry) -> Option<u64>) -> Option<u64> {
    some.iter().try_fold(0u64, |sum, entry| sum.checked_add(of(entry)?))
}
