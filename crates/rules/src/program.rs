//! A rule set compiled for many applicants: one flat list of steps, over rows that have the answers to what
//! is asked about one fact alone (R8). Neither the verdict nor the marks allocate.

mod atom;
mod cell;
mod compile;
mod look;
mod marks;
mod quick;
mod row;

use std::fmt;
use std::sync::Arc;

use atom::Atom;
pub use cell::{Code, CodeSet};
use look::Look;
pub use marks::Marks;
use quick::{Bits, Quick};
pub use row::Row;

use crate::{ClauseId, FactKey, RuleRef, RuleSet, Symbol, Verdict};

/// A rule set, compiled. It gives the verdict that [`RuleSet::verdict`] gives, over [`Row`]s that are
/// filled from any [`FactSource`](crate::FactSource), or cell by cell where every nanosecond counts.
///
/// ```
/// use guildhall_rules::{Facts, RuleSet, Value, Verdict, Vocabulary};
///
/// let vocabulary: Vocabulary = toml::from_str(r#"facts = [
///     { key = "applicant.position", type = "symbol", label = { en = "position" } },
///     { key = "attendance.minutes", type = "integer", label = { en = "minutes attended" } },
/// ]"#)?;
/// let rule = RuleSet::new(toml::from_str(r#"
///     id = "refresher"
///     version = 1
///     all = [
///         { fact = "applicant.position", one_of = ["mayor", "deputy_mayor"] },
///         { fact = "attendance.minutes", at_least = 480 },
///     ]
/// "#)?, &vocabulary)?;
/// let program = rule.compile();
/// let mut row = program.row();
///
/// // From whatever has the facts …
/// row.fill(&program, &Facts::known([("applicant.position", Value::symbol("mayor")?)])?);
/// assert_eq!(program.verdict(&row), Verdict::Undetermined);
///
/// // … or cell by cell, with the places and codes looked up once for all applicants.
/// let [position, minutes] = ["applicant.position", "attendance.minutes"].map(|key| program.slot(key).unwrap());
/// let mayor = program.code(position, &"mayor".parse()?);
/// for attended in [470, 480, 490] {
///     row.clear();
///     row.set_code(position, &mayor);
///     row.set_integer(minutes, attended);
///     assert_eq!(program.verdict(&row).is_met(), attended >= 480);
/// }
///
/// // Every clause's verdict, and whether the whole rests on it.
/// let mut marks = program.marks();
/// row.set_integer(minutes, 100);
/// assert_eq!(program.mark(&row, &mut marks), Verdict::Unmet);
/// let why: Vec<_> = program.clauses().filter(|(nth, _)| marks.is_relevant(*nth)).map(|(_, id)| id.as_str()).collect();
/// assert_eq!(why, ["refresher", "all[1]"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Program(Arc<Compiled>);

/// What a program and its rows have in common.
struct Compiled {
    rule: RuleRef,
    ids: Vec<ClauseId>,
    steps: Vec<Flat>,
    atoms: Vec<Atom>,
    places: Vec<Place>,
    /// What missing facts answer.
    missing: Bits,
    /// The same once more, where every clause is a bit.
    quick: Option<Quick>,
}

/// Where in a row a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(usize);

impl Slot {
    /// No fact's.
    const NONE: Self = Self(usize::MAX);
}

/// A fact of the rows.
#[derive(Clone, Debug)]
struct Place {
    key: FactKey,
    look: Look,
    /// Every code that some clause names, in order: the nth is bit n.
    codes: Vec<Symbol>,
    /// Whether sets fit a mask of their own.
    masks: bool,
    /// Whether some atom looks at its cell.
    cells: bool,
    /// Whether something reads the fact as a whole, so that the row has to keep it.
    keeps: bool,
}

/// A clause in the flat list. Those below it follow it, up to `end`.
#[derive(Clone, Copy, Debug)]
struct Flat {
    kind: Kind,
    end: usize,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    All,
    Any,
    Not,
    /// Another rule set: as the one clause below.
    Same,
    AtLeast(u32),
    Atom(usize),
}

impl RuleSet {
    /// Compiles the rule set for many applicants.
    pub fn compile(&self) -> Program {
        compile::program(self)
    }
}

impl Program {
    /// Which rule set this is.
    pub fn rule(&self) -> &RuleRef {
        &self.0.rule
    }

    /// Every clause with its number, the whole first and each before those below it.
    pub fn clauses(&self) -> impl ExactSizeIterator<Item = (usize, &ClauseId)> {
        self.0.ids.iter().enumerate()
    }

    /// Where a fact stands in the rows; nothing where the rule does not read it.
    pub fn slot(&self, key: &str) -> Option<Slot> {
        self.0.places.binary_search_by(|place| place.key.as_str().cmp(key)).ok().map(Slot)
    }

    /// The facts of the rows, in the order in which they stand there.
    pub fn facts(&self) -> impl ExactSizeIterator<Item = &FactKey> {
        self.0.places.iter().map(|place| &place.key)
    }

    /// A row in which every fact is missing.
    pub fn row(&self) -> Row {
        Row::new(&self.0)
    }

    /// Room for the marks of one applicant after the other.
    pub fn marks(&self) -> Marks {
        Marks::new(self.0.steps.len())
    }

    /// The verdict. Reads no further than it must, and allocates nothing.
    ///
    /// The row of another program leaves everything undetermined.
    #[inline]
    pub fn verdict(&self, row: &Row) -> Verdict {
        match &self.0.quick {
            _ if !self.is_ours(row) => Verdict::Undetermined,
            Some(quick) => quick.verdict(row.bits, |atom| self.ask(row, atom)),
            None => self.run(row, 0),
        }
    }

    /// Whether the row is one of this program.
    #[inline]
    fn is_ours(&self, row: &Row) -> bool {
        Arc::ptr_eq(&self.0, &row.program)
    }

    fn run(&self, row: &Row, at: usize) -> Verdict {
        let Some(step) = self.0.steps.get(at) else { return Verdict::Undetermined };
        match step.kind {
            Kind::Atom(atom) => self.ask(row, atom),
            Kind::All => {
                let mut all = Verdict::Met;
                for below in self.below(at) {
                    all = all.and(self.run(row, below));
                    if all.is_unmet() {
                        break;
                    }
                }
                all
            }
            Kind::Any => {
                let mut any = Verdict::Unmet;
                for below in self.below(at) {
                    any = any.or(self.run(row, below));
                    if any.is_met() {
                        break;
                    }
                }
                any
            }
            Kind::Not => !self.run(row, at + 1),
            Kind::Same => self.run(row, at + 1),
            Kind::AtLeast(n) => Verdict::at_least(n, self.below(at).map(|below| self.run(row, below))),
        }
    }

    fn ask(&self, row: &Row, atom: usize) -> Verdict {
        self.0.atoms.get(atom).map_or(Verdict::Undetermined, |atom| atom.ask(row, &self.0.places))
    }

    /// The clauses directly below one.
    fn below(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.0.steps.get(at).map_or(at, |step| step.end);
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let here = next;
            next = self.0.steps.get(here).filter(|_| here < end)?.end;
            Some(here)
        })
    }

    /// The verdict of every clause, and which of them it rests on: what
    /// [`RuleSet::explain`](crate::RuleSet::explain) says, as bits, without allocating. Gives the verdict of
    /// the whole.
    #[inline]
    pub fn mark(&self, row: &Row, marks: &mut Marks) -> Verdict {
        match &self.0.quick {
            Some(quick) if self.is_ours(row) => {
                let (bits, relevant) = quick.mark(row.bits, |atom| self.ask(row, atom));
                marks.set_all(self.0.steps.len(), bits.surely, bits.maybe & !bits.surely, relevant);
            }
            _ => self.mark_each(row, marks),
        }
        marks.verdict(0)
    }

    fn mark_each(&self, row: &Row, marks: &mut Marks) {
        marks.fit(self.0.steps.len());
        let ask = |atom| if self.is_ours(row) { self.ask(row, atom) } else { Verdict::Undetermined };
        // Whoever is below stands behind, so from the end each finds what it rests on.
        for (at, step) in self.0.steps.iter().enumerate().rev() {
            let verdict = match step.kind {
                Kind::Atom(atom) => ask(atom),
                Kind::Not => !marks.verdict(at + 1),
                Kind::Same => marks.verdict(at + 1),
                Kind::All => self.below(at).fold(Verdict::Met, |all, below| all.and(marks.verdict(below))),
                Kind::Any => self.below(at).fold(Verdict::Unmet, |any, below| any.or(marks.verdict(below))),
                Kind::AtLeast(n) => Verdict::at_least(n, self.below(at).map(|below| marks.verdict(below))),
            };
            marks.set(at, verdict);
        }
        marks.rest_on(0);
        for (at, step) in self.0.steps.iter().enumerate() {
            if matches!(step.kind, Kind::Atom(_)) || !marks.is_relevant(at) {
                continue;
            }
            let verdict = marks.verdict(at);
            for below in self.below(at) {
                if matches!(step.kind, Kind::Not) || marks.verdict(below) == verdict {
                    marks.rest_on(below);
                }
            }
        }
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self.0.places.iter().map(|place| &place.key).collect::<Vec<_>>();
        f.debug_struct("Program").field("rule", &self.0.rule).field("facts", &keys).finish_non_exhaustive()
    }
}
