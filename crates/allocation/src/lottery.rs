//! Seeds and lots, in the one order in which nobody can steer it: the list is frozen and its hash
//! published, then a seed becomes known, then lots are drawn. The types allow no other (A22).

use std::ops::Range;
use std::sync::Arc;

use guildhall_kernel::Time;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::hash::Form;
use crate::limits::MAX_DRAWS;
use crate::problem::{Applicant, Group, Problem};
use crate::{CarryError, ListHash, LotteryKey, Redraw, SeedValue, Stage, Statement, WrittenList};

/// What the lots are drawn with: something that nobody could know when the list was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// The seed as it was published.
    pub value: SeedValue,
    /// Where it comes from, declared beforehand: a witnessed public draw, a round of a beacon.
    pub source: Statement,
    /// When it became known.
    pub known_at: Time,
}

/// Why a seed must not be used.
///
/// Exhaustive on purpose: it is a promise that nothing else is held against a seed.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
pub enum SeedRefused {
    /// It was known before the list was frozen, so somebody could have chosen the list by it.
    #[error("the seed was known at {known_at}, and list {list} was frozen at {frozen_at} only")]
    OlderThanFreeze {
        /// The list, from 1.
        list: u8,
        /// When the seed became known.
        known_at: Time,
        /// When the list was frozen.
        frozen_at: Time,
    },
    /// It was known before the seed that it replaces, so somebody could have chosen between the two.
    #[error("the new seed of list {list} was known at {known_at}, the one it replaces at {replaced} already")]
    OlderThanReplaced {
        /// The list, from 1.
        list: u8,
        /// When the new seed became known.
        known_at: Time,
        /// When the seed that it replaces became known.
        replaced: Time,
    },
    /// There is no such list.
    #[error("there is no list {list}")]
    NoSuchList {
        /// The list asked for.
        list: u8,
    },
    /// The list was drawn as often as it can be.
    #[error("list {list} was drawn {limit} times already")]
    DrawnTooOften {
        /// The list, from 1.
        list: u8,
        /// How often a list can be drawn.
        limit: usize,
    },
}

/// A list that is frozen, and what was drawn of it: seeds in order, of which the last holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Frost {
    pub(crate) frozen_at: Time,
    pub(crate) hash: ListHash,
    pub(crate) first: Option<Seed>,
    pub(crate) redrawn: Vec<Redraw>,
}

impl Frost {
    fn seed(&self) -> Option<&Seed> {
        self.redrawn.last().map(|redraw| &redraw.seed).or(self.first.as_ref())
    }

    pub(crate) fn draw(&mut self, list: u8, seed: &Seed) -> Result<(), SeedRefused> {
        let Seed { known_at, .. } = *seed;
        if known_at <= self.frozen_at {
            return Err(SeedRefused::OlderThanFreeze { list, known_at, frozen_at: self.frozen_at });
        }
        self.first = Some(seed.clone());
        Ok(())
    }

    pub(crate) fn redraw(&mut self, list: u8, seed: Seed, reason: Statement) -> Result<(), SeedRefused> {
        let Seed { known_at, .. } = seed;
        if known_at <= self.frozen_at {
            return Err(SeedRefused::OlderThanFreeze { list, known_at, frozen_at: self.frozen_at });
        }
        if let Some(replaced) = self.seed().map(|seed| seed.known_at).filter(|at| known_at <= *at) {
            return Err(SeedRefused::OlderThanReplaced { list, known_at, replaced });
        }
        if self.redrawn.len().saturating_add(1) >= MAX_DRAWS {
            return Err(SeedRefused::DrawnTooOften { list, limit: MAX_DRAWS });
        }
        self.redrawn.push(Redraw { seed, reason });
        Ok(())
    }

    pub(crate) fn written(&self) -> WrittenList {
        WrittenList {
            frozen_at: self.frozen_at,
            hash: self.hash,
            seed: self.first.clone(),
            redrawn: self.redrawn.clone(),
        }
    }
}

/// A problem in which everybody has their lot: what every mechanism works on.
///
/// A lot is SHA-256 over five texts, each preceded by its length in bytes as 8 bytes, the highest first:
/// `guildhall allocation lottery, form 1`, the seed's value, the 32 bytes of the list's hash, the
/// problem's id, the applicant's id. The smallest lot comes first; later lists come after earlier ones. A
/// lot depends on nobody else, so who leaves moves nobody (A22).
///
/// ```
/// use guildhall_allocation::{Seed, Stage};
/// use guildhall_kernel::serde_json::{from_value, json};
///
/// let stage = Stage::read(&from_value(json!({
///     "id": "excursion", "mechanism": "nested",
///     "plans": [{ "name": "all" }],
///     "groups": [{ "id": "bus", "plan": "all", "capacity": { "seats": 1 } }],
///     "applicants": [{ "id": "a", "choices": ["bus"] }, { "id": "b", "choices": ["bus"] }],
/// }))?)?;
/// let Stage::Open(problem) = stage else { unreachable!("nothing was frozen") };
/// let frozen = problem.freeze("2026-05-31T22:00:00Z".parse()?);
/// let seed = |known_at| from_value::<Seed>(json!({
///     "value": "07 12 23 31 38 44", "source": "the state lottery's draw 28", "known_at": known_at,
/// }));
/// assert!(frozen.draw(&seed("2026-05-31T20:00:00Z")?).is_err()); // known when the list was frozen
/// let drawn = frozen.draw(&seed("2026-06-03T18:00:00Z")?)?;
/// let [a, b] = ["a", "b"].map(|id| drawn.problem().find_applicant(id).unwrap());
/// assert_eq!(drawn.key(a) < drawn.key(b), drawn.position(a) < drawn.position(b));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    problem: Arc<Problem>,
    lists: Vec<Frost>,
    positions: Arc<[u32]>,
}

impl Drawn {
    pub(crate) fn new(problem: Arc<Problem>, lists: Vec<Frost>) -> Self {
        let forms = forms(&problem, &lists);
        let positions = positions(&problem, |applicant| key(&forms, &problem, applicant));
        Self { problem, lists, positions }
    }

    /// The problem.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// What was frozen and drawn, as it is written into the document and published with the result.
    pub fn lists(&self) -> Vec<WrittenList> {
        self.lists.iter().map(Frost::written).collect()
    }

    /// The seed that holds for a list, from 1.
    pub fn seed(&self, list: u8) -> Option<&Seed> {
        self.lists.get(usize::from(list).checked_sub(1)?)?.seed()
    }

    /// Somebody's place among all applicants by list, lot and id: 0 comes first, and no two share one.
    pub fn position(&self, applicant: Applicant) -> u32 {
        self.positions.get(applicant.index()).copied().unwrap_or(u32::MAX)
    }

    /// The places of all applicants, in the order of ids.
    pub fn positions(&self) -> &[u32] {
        &self.positions
    }

    /// Somebody's lot. It is computed when asked for; for many use [`keys`](Self::keys).
    pub fn key(&self, applicant: Applicant) -> LotteryKey {
        key(&forms(&self.problem, &self.lists), &self.problem, applicant)
    }

    /// Everybody's lots, in the order of ids.
    pub fn keys(&self) -> impl Iterator<Item = (Applicant, LotteryKey)> + '_ {
        let forms = forms(&self.problem, &self.lists);
        self.problem.applicants().map(move |applicant| (applicant, key(&forms, &self.problem, applicant)))
    }

    /// Draws one list again, for a reason that everybody may read.
    ///
    /// # Errors
    /// [`SeedRefused`] where the new seed was known before the list was frozen or before the seed that
    /// it replaces, or where the list was drawn too often.
    pub fn redraw(&self, list: u8, seed: Seed, reason: Statement) -> Result<Self, SeedRefused> {
        let mut lists = self.lists.clone();
        let place = usize::from(list).checked_sub(1).and_then(|place| lists.get_mut(place));
        place.ok_or(SeedRefused::NoSuchList { list })?.redraw(list, seed, reason)?;
        Ok(Self::new(Arc::clone(&self.problem), lists))
    }

    /// The same draw with shorter lists of choices: see [`Problem::cut`].
    #[must_use]
    pub fn cut(&self, keep: impl FnMut(Applicant, &[Group]) -> Range<usize>) -> Self {
        let problem = Arc::new(self.problem.cut(keep));
        Self { problem, lists: self.lists.clone(), positions: Arc::clone(&self.positions) }
    }

    /// The same draw for the same people under other rules or with other choices; later lists may have
    /// come, and are not frozen then.
    ///
    /// # Errors
    /// [`CarryError`] where the other problem has another id, or other people on a list that was drawn.
    pub fn carry(&self, problem: Problem) -> Result<Stage, CarryError> {
        if problem.id() != self.problem.id() {
            return Err(CarryError::OtherProblem);
        }
        for (list, frost) in (1..).zip(&self.lists) {
            if list > problem.lists() || list_hash(&problem, list) != frost.hash {
                return Err(CarryError::OtherList { list });
            }
        }
        Ok(Stage::with(problem, self.lists.clone()))
    }
}

pub(crate) fn frost(problem: &Problem, list: u8, frozen_at: Time) -> Frost {
    Frost { frozen_at, hash: list_hash(problem, list), first: None, redrawn: Vec::new() }
}

/// The hash of one list: how many ids there are, and the ids in ascending order.
pub(crate) fn list_hash(problem: &Problem, list: u8) -> ListHash {
    let mut form = Form::new("guildhall allocation list, form 1");
    let listed = || problem.applicants().filter(|applicant| problem.list(*applicant) == list);
    form.length(listed().count());
    listed().for_each(|applicant| form.text(problem.applicant_id(applicant)));
    ListHash(form.end())
}

/// What all lots of a list have in common, hashed once for each list.
fn forms(problem: &Problem, lists: &[Frost]) -> Vec<Form> {
    let common = |list: &Frost| {
        let mut form = Form::new("guildhall allocation lottery, form 1");
        form.text(list.seed().map_or("", |seed| seed.value.as_str()));
        form.bytes(list.hash.as_bytes());
        form.text(problem.id().as_str());
        form
    };
    lists.iter().map(common).collect()
}

fn key(forms: &[Form], problem: &Problem, applicant: Applicant) -> LotteryKey {
    let list = usize::from(problem.list(applicant)).saturating_sub(1);
    let mut form = forms.get(list).cloned().unwrap_or_else(|| Form::new(""));
    form.text(problem.applicant_id(applicant));
    LotteryKey(form.end())
}

/// Everybody's place by list, key and id. Eight bytes of a key are kept, and the rest is computed again
/// where they are equal: at a million people that happens in one draw of thirty million.
fn positions(problem: &Problem, key: impl Fn(Applicant) -> LotteryKey) -> Arc<[u32]> {
    let head = |key: LotteryKey| key.0.first_chunk().map_or(0, |head| u64::from_be_bytes(*head));
    let mut order: Vec<(u8, u64, u32)> = problem
        .applicants()
        .map(|applicant| (problem.list(applicant), head(key(applicant)), applicant.0))
        .collect();
    order.sort_unstable_by(|(list, head, a), (other_list, other_head, b)| {
        (list, head)
            .cmp(&(other_list, other_head))
            .then_with(|| key(Applicant(*a)).cmp(&key(Applicant(*b))))
            // Numbers are in the order of ids.
            .then_with(|| a.cmp(b))
    });
    let mut positions = vec![0; order.len()];
    for (place, (_, _, applicant)) in (0..).zip(&order) {
        if let Some(position) = positions.get_mut(Applicant(*applicant).index()) {
            *position = place;
        }
    }
    positions.into()
}

#[cfg(test)]
mod tests {
    use guildhall_kernel::serde_json::{from_value, json};

    use super::*;

    /// Lots whose first eight bytes are equal go by the rest, and equal lots by id.
    #[test]
    fn a22_the_whole_lot_counts_and_then_the_id() {
        let people = ["c", "a", "d", "b"].map(|id| json!({ "id": id, "choices": [] }));
        let problem = Problem::new(
            &from_value(json!({
                "id": "m", "mechanism": "nested", "plans": [{ "name": "p" }],
                "groups": [{ "id": "g", "plan": "p", "capacity": "unlimited" }], "applicants": people,
            }))
            .unwrap(),
        )
        .unwrap();
        let lots = |lots: [(usize, u8); 4]| {
            let key = move |applicant: Applicant| {
                let mut key = [7; 32];
                let (at, byte) = lots[applicant.index()];
                key[at] = byte;
                LotteryKey(key)
            };
            positions(&problem, key).to_vec()
        };
        assert_eq!(lots([(31, 9), (31, 8), (8, 6), (0, 6)]), [3, 2, 1, 0]);
        assert_eq!(lots([(0, 7), (0, 7), (0, 6), (0, 7)]), [1, 2, 0, 3]);
    }
}
