//! A rule set compiled for many applicants: one flat list of steps over rows of typed cells (R8). Neither
//! the verdict nor the marks allocate.

mod atom;
mod cell;
mod compile;
mod marks;
mod quick;
mod row;

use std::fmt;

use atom::Atom;
pub use cell::{Code, CodeSet};
pub use marks::Marks;
use quick::Quick;
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
pub struct Program {
    rule: RuleRef,
    ids: Vec<ClauseId>,
    steps: Vec<Flat>,
    atoms: Vec<Atom>,
    places: Vec<Place>,
    /// The same once more, where every clause is a bit.
    quick: Option<Quick>,
}

/// Where in a row a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(usize);

/// A fact of the rows.
#[derive(Clone, Debug)]
struct Place {
    key: FactKey,
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
    pub const fn rule(&self) -> &RuleRef {
        &self.rule
    }

    /// Every clause with its number, the whole first and each before those below it.
    pub fn clauses(&self) -> impl ExactSizeIterator<Item = (usize, &ClauseId)> {
        self.ids.iter().enumerate()
    }

    /// Where a fact stands in the rows; nothing where the rule does not read it.
    pub fn slot(&self, key: &str) -> Option<Slot> {
        self.places.binary_search_by(|place| place.key.as_str().cmp(key)).ok().map(Slot)
    }

    /// The facts of the rows, in the order in which they stand there.
    pub fn facts(&self) -> impl ExactSizeIterator<Item = &FactKey> {
        self.places.iter().map(|place| &place.key)
    }

    /// A row in which every fact is missing.
    pub fn row(&self) -> Row {
        Row::new(&self.places)
    }

    /// Room for the marks of one applicant after the other.
    pub fn marks(&self) -> Marks {
        Marks::new(self.steps.len())
    }

    /// The verdict. Reads no further than it must, and allocates nothing.
    ///
    /// A row of another program leaves everything undetermined or worse: keep to this one's.
    #[inline]
    pub fn verdict(&self, row: &Row) -> Verdict {
        match &self.quick {
            Some(quick) => quick.verdict(row, |atom| self.ask(row, atom)),
            None => self.run(row, 0),
        }
    }

    fn run(&self, row: &Row, at: usize) -> Verdict {
        let Some(step) = self.steps.get(at) else { return Verdict::Undetermined };
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
        self.atoms.get(atom).map_or(Verdict::Undetermined, |atom| atom.ask(row, &self.places))
    }

    /// The clauses directly below one.
    fn below(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.steps.get(at).map_or(at, |step| step.end);
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let here = next;
            next = self.steps.get(here).filter(|_| here < end)?.end;
            Some(here)
        })
    }

    /// The verdict of every clause, and which of them it rests on: what
    /// [`RuleSet::explain`](crate::RuleSet::explain) says, as bits, without allocating. Gives the verdict of
    /// the whole.
    pub fn mark(&self, row: &Row, marks: &mut Marks) -> Verdict {
        marks.fit(self.steps.len());
        if let Some(quick) = &self.quick {
            let (bits, relevant) = quick.mark(row, |atom| self.ask(row, atom));
            marks.set_first(bits.surely, bits.maybe & !bits.surely, relevant);
            return marks.verdict(0);
        }
        // Whoever is below stands behind, so from the end each finds what it rests on.
        for (at, step) in self.steps.iter().enumerate().rev() {
            let verdict = match step.kind {
                Kind::Atom(atom) => self.ask(row, atom),
                Kind::Not => !marks.verdict(at + 1),
                Kind::Same => marks.verdict(at + 1),
                Kind::All => self.below(at).fold(Verdict::Met, |all, below| all.and(marks.verdict(below))),
                Kind::Any => self.below(at).fold(Verdict::Unmet, |any, below| any.or(marks.verdict(below))),
                Kind::AtLeast(n) => Verdict::at_least(n, self.below(at).map(|below| marks.verdict(below))),
            };
            marks.set(at, verdict);
        }
        marks.rest_on(0);
        for (at, step) in self.steps.iter().enumerate() {
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
        marks.verdict(0)
    }
}
impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self.places.iter().map(|place| &place.key).collect::<Vec<_>>();
        f.debug_struct("Program").field("rule", &self.rule).field("facts", &keys).finish_non_exhaustive()
    }
}
