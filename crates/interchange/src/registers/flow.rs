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

/// Every flow that sums tell: first mergers, then divisions of what is left. What has part in one is taken out
/// of the pool.
pub(super) fn flows<'e>(pool: &mut Pool<'e>) -> Vec<Flow<'e>> {
    let grown = pool.both.iter().filter_map(|(old, new)| One::changed(new, old));
    let ones = pool.appeared.iter().map(|entry| One::whole(entry)).chain(grown).collect();
    let mut found = of(ones, &pool.ended, true);
    take(pool, &found);
    let shrunk = pool.both.iter().filter_map(|(old, new)| One::changed(old, new));
    let ones = pool.ended.iter().map(|entry| One::whole(entry)).chain(shrunk).collect();
    let divided = of(ones, &pool.appeared, false);
    take(pool, &divided);
    found.extend(divided);
    found
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
}

fn take(pool: &mut Pool<'_>, flows: &[Flow<'_>]) {
    let many = flows.iter().flat_map(|flow| &flow.many);
    let gone: BTreeSet<_> = many.chain(flows.iter().map(|flow| &flow.one)).map(|entry| entry.key()).collect();
    pool.ended.retain(|entry| !gone.contains(entry.key()));
    pool.appeared.retain(|entry| !gone.contains(entry.key()));
    pool.both.retain(|(old, new)| !gone.contains(old.key()) && !gone.contains(new.key()));
}

/// The flows between these, each of which shares no authority with any other that would be possible.
fn of<'e>(ones: Vec<One<'e>>, many: &[&'e Entry], merges: bool) -> Vec<Flow<'e>> {
    let mut regions: BTreeMap<Region<'e>, (Vec<One<'e>>, Vec<&'e Entry>)> = BTreeMap::new();
    for one in ones {
        regions.entry(region(one.entry)).or_default().0.push(one);
    }
    for entry in many {
        regions.entry(region(entry)).or_default().1.push(entry);
    }
    let mut found = Vec::new();
    for (ones, many) in regions.into_values() {
        if many.len() <= AMONG {
            found.extend(within(&ones, &many, merges));
        }
    }
    found
}

fn within<'e>(ones: &[One<'e>], many: &[&'e Entry], merges: bool) -> Vec<Flow<'e>> {
    let mut possible: Vec<Flow<'e>> = Vec::new();
    if ones.is_empty() {
        return possible;
    }
    let mut chosen = Vec::new();
    each_few(many, 0, &mut chosen, &mut |some: &[&'e Entry]| {
        let area = sum(some, Entry::area_m2);
        let people = sum(some, Entry::population);
        for one in ones {
            // A division leaves more than one part, unless the rest goes on as what it was.
            if !merges && some.len() == 1 && !one.goes_on {
                continue;
            }
            if let Some(recognised) = fits(some.len(), area, people, one) {
                possible.push(Flow {
                    one: one.entry,
                    many: some.to_vec(),
                    merges,
                    goes_on: one.goes_on,
                    recognised,
                });
            }
        }
    });
    let mut times: BTreeMap<_, usize> = BTreeMap::new();
    for flow in &possible {
        for entry in flow.many.iter().chain([&flow.one]) {
            *times.entry(entry.key()).or_default() += 1;
        }
    }
    let once: Vec<bool> = possible
        .iter()
        .map(|flow| flow.many.iter().chain([&flow.one]).all(|entry| times.get(entry.key()) == Some(&1)))
        .collect();
    possible.into_iter().zip(once).filter(|(_, once)| *once).map(|(flow, _)| flow).collect()
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

fn fits(count: usize, area: Option<u64>, people: Option<u64>, one: &One<'_>) -> Option<Recognised> {
    if let (Some(sum_m2), Some(one_m2)) = (area, one.area) {
        // Each area was rounded by half a square metre at most; the one has two if it goes on.
        let rounding = u64::try_from(count).unwrap_or(u64::MAX).saturating_add(2) / 2 + 1;
        return (sum_m2 > 0 && sum_m2.abs_diff(one_m2) <= rounding)
            .then_some(Recognised::Area { sum_m2, one_m2 });
    }
    match (people, one.people) {
        (Some(people), Some(of_one)) if people == of_one && people > 0 => {
            Some(Recognised::Population { people })
        }
        _ => None,
    }
}
