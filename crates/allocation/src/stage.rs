//! How far a problem has come: open, frozen, drawn. What a document says of it is read through the same
//! checks (C6, A22).

use std::sync::Arc;

use guildhall_kernel::Time;
use guildhall_words::Say;

use crate::fault::Report;
use crate::lottery::{Frost, frost, list_hash};
use crate::problem::Problem;
use crate::{Drawn, Faults, Mistake, Seed, SeedRefused, WrittenList, WrittenProblem};

impl Problem {
    /// Freezes every list at this instant. The hashes are to be published before any seed can be known.
    pub fn freeze(self, at: Time) -> Frozen {
        let lists = (1..=self.lists()).map(|list| frost(&self, list, at)).collect();
        Frozen { problem: Arc::new(self), lists }
    }
}

/// How far a document has come. The order cannot be turned round.
///
/// Exhaustive on purpose: these are all the stages there are before seats are given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is frozen.
    Open(Problem),
    /// The earlier lists are frozen, a later one is not.
    Late(Late),
    /// All lists are frozen, and not all of them drawn.
    Frozen(Frozen),
    /// All lists are drawn.
    Drawn(Drawn),
}

impl Stage {
    /// Reads a whole document: its hashes are computed afresh, its seeds held against the freeze.
    ///
    /// # Errors
    /// [`Faults`], with every fault of the document and its path.
    pub fn read(written: &WrittenProblem) -> Result<Self, Faults> {
        Self::resume(Problem::new(written)?, &written.lists)
    }

    /// A problem and what was frozen and drawn of it by now, through the same checks.
    ///
    /// # Errors
    /// [`Faults`], with every fault of the lists and its path.
    pub fn resume(problem: Problem, lists: &[WrittenList]) -> Result<Self, Faults> {
        let mut report = Report::default();
        let mut frozen: Vec<Frost> = Vec::with_capacity(lists.len());
        for (nth, written) in lists.iter().enumerate() {
            let path = |field: &str| format!("lists[{nth}]{field}");
            let number = u8::try_from(nth.saturating_add(1)).ok().filter(|number| *number <= problem.lists());
            let Some(number) = number else {
                report.add(|| path(""), Mistake::NoSuchList { lists: problem.lists() });
                break;
            };
            let computed = list_hash(&problem, number);
            if computed != written.hash {
                report.add(|| path(".hash"), Mistake::OtherList { computed });
            }
            if let Some(before) = frozen.last().filter(|before| written.frozen_at < before.frozen_at) {
                report.add(|| path(".frozen_at"), Mistake::FrozenTooEarly(before.frozen_at));
            }
            let mut frost =
                Frost { frozen_at: written.frozen_at, hash: written.hash, first: None, redrawn: Vec::new() };
            match &written.seed {
                Some(seed) => {
                    let before = nth.checked_sub(1).and_then(|before| lists.get(before));
                    if before.is_some_and(|before| before.seed.is_none()) {
                        report.add(|| path(".seed"), Mistake::DrawnTooEarly);
                    }
                    if let Err(refused) = frost.draw(number, seed) {
                        report.add(|| path(".seed.known_at"), refused.into());
                    }
                }
                None if !written.redrawn.is_empty() => {
                    report.add(|| path(".redrawn"), Mistake::RedrawnBeforeDrawn);
                }
                None => {}
            }
            for (again, redraw) in written.redrawn.iter().enumerate() {
                if let Err(refused) = frost.redraw(number, redraw.seed.clone(), redraw.reason.clone()) {
                    let field = match refused {
                        SeedRefused::DrawnTooOften { .. } | SeedRefused::NoSuchList { .. } => "",
                        SeedRefused::OlderThanFreeze { .. } | SeedRefused::OlderThanReplaced { .. } => {
                            ".seed.known_at"
                        }
                    };
                    report.add(|| path(&format!(".redrawn[{again}]{field}")), refused.into());
                }
            }
            frozen.push(frost);
        }
        report.end(Some(()))?;
        Ok(Self::with(problem, frozen))
    }

    pub(crate) fn with(problem: Problem, lists: Vec<Frost>) -> Self {
        let problem = Arc::new(problem);
        if lists.is_empty() {
            Self::Open(Arc::unwrap_or_clone(problem))
        } else if lists.len() < usize::from(problem.lists()) {
            Self::Late(Late { problem, lists })
        } else if lists.iter().any(|list| list.first.is_none()) {
            Self::Frozen(Frozen { problem, lists })
        } else {
            Self::Drawn(Drawn::new(problem, lists))
        }
    }

    /// The problem, however far it has come.
    pub fn problem(&self) -> &Problem {
        match self {
            Self::Open(problem) => problem,
            Self::Late(late) => &late.problem,
            Self::Frozen(frozen) => &frozen.problem,
            Self::Drawn(drawn) => drawn.problem(),
        }
    }
}

/// The late applicants' list was to be frozen before an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[error("an earlier list was frozen at {0} only")]
pub struct FreezeError(#[say(name = "before")] pub Time);

/// A problem whose first lists are frozen while late applicants may still come to the last ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    problem: Arc<Problem>,
    lists: Vec<Frost>,
}

impl Late {
    /// The problem.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// What was frozen and drawn, as it is written into the document.
    pub fn lists(&self) -> Vec<WrittenList> {
        self.lists.iter().map(Frost::written).collect()
    }

    /// Freezes the later lists too. What was drawn of the earlier ones stays.
    ///
    /// # Errors
    /// [`FreezeError`] where an earlier list was frozen later than that.
    pub fn freeze(mut self, at: Time) -> Result<Frozen, FreezeError> {
        if let Some(before) = self.lists.last().map(|list| list.frozen_at).filter(|before| at < *before) {
            return Err(FreezeError(before));
        }
        let first = u8::try_from(self.lists.len()).unwrap_or(u8::MAX).saturating_add(1);
        let further = (first..=self.problem.lists()).map(|list| frost(&self.problem, list, at));
        self.lists.extend(further);
        Ok(Frozen { problem: self.problem, lists: self.lists })
    }
}

/// A problem with frozen lists: publish [`lists`](Self::lists), then wait for the seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    problem: Arc<Problem>,
    lists: Vec<Frost>,
}

impl Frozen {
    /// The problem.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// What was frozen and drawn, as it is written into the document.
    pub fn lists(&self) -> Vec<WrittenList> {
        self.lists.iter().map(Frost::written).collect()
    }

    /// Draws every list that was not drawn yet.
    ///
    /// # Errors
    /// [`SeedRefused::OlderThanFreeze`] where the seed was known when one of these lists was frozen, or
    /// before.
    pub fn draw(&self, seed: &Seed) -> Result<Drawn, SeedRefused> {
        let mut lists = self.lists.clone();
        for (number, list) in (1..).zip(&mut lists).filter(|(_, list)| list.first.is_none()) {
            list.draw(number, seed)?;
        }
        Ok(Drawn::new(Arc::clone(&self.problem), lists))
    }
}

/// Why draws cannot be carried over to another problem.
///
/// Exhaustive on purpose: it is a promise that all else may change.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
pub enum CarryError {
    /// The other problem has another id, which the lots are bound to.
    #[error("the draw belongs to another allocation")]
    OtherProblem,
    /// A list that was drawn has other people on it.
    #[error("list {list} is not the one that was drawn")]
    OtherList {
        /// The list, from 1.
        list: u8,
    },
}
