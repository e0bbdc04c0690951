//! A problem that was understood: compact, and in one order whatever the order it was written in, so
//! that no result can depend on that (A10).

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use guildhall_kernel::Time;

use crate::builder::Builder;
use crate::column::{Column, index, instant};
use crate::hash;
use crate::ids::Ids;
use crate::plan::{Attribute, Covers, Plan, Quota};
use crate::{Capacity, Faults, MechanismName, Name, ProblemHash, WrittenProblem, WrittenRules};

/// The code of an applicant who is without the attribute.
pub const MISSING: u32 = u32::MAX;

macro_rules! numbered {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The number as a place in lists of all of them.
            pub fn index(self) -> usize {
                index(self.0)
            }

            /// What stands at this place. Limits keep every place far below the end of the numbers.
            pub(crate) fn at(place: usize) -> Self {
                Self(u32::try_from(place).unwrap_or(u32::MAX))
            }
        }
    };
}

numbered!(
    /// An applicant of one problem: a dense number, in the order of ids.
    Applicant
);
numbered!(
    /// A group of one problem: a dense number, in the order of ids.
    Group
);
numbered!(
    /// A plan of one problem: a dense number, in the order of names.
    PlanIndex
);
numbered!(
    /// An attribute of one problem: a dense number, in the order of names.
    AttributeIndex
);
numbered!(
    /// A quota of one plan: a dense number, smaller than those of the quotas within it.
    QuotaIndex
);

/// A value of an applicant's attribute.
///
/// Exhaustive on purpose: whoever compares values must know all kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value<'a> {
    /// An opaque text.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// An instant.
    Instant(Time),
    /// The applicant is without it.
    Missing,
}
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Instant(instant) => instant.fmt(f),
            Self::Missing => Ok(()),
        }
    }
}

/// A sound problem: every name is known, nothing stands twice, quotas are nested where the mechanism
/// needs it. It has no seed yet: [`freeze`](Self::freeze) it, and the draw follows.
///
/// Applicants, groups, attributes and plans are numbered in the order of their ids and names, so that
/// the order in which they were written cannot matter. Cloning shares all but the choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub(crate) rules: Arc<Rules>,
    pub(crate) people: Arc<People>,
    /// Where the choices of each applicant begin; one more at the end.
    pub(crate) starts: Vec<u32>,
    pub(crate) choices: Vec<Group>,
    pub(crate) hash: ProblemHash,
}

/// All but the applicants.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rules {
    pub(crate) id: Name,
    pub(crate) mechanism: MechanismName,
    pub(crate) arrival: Option<AttributeIndex>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) plans: Vec<Plan>,
    pub(crate) groups: Vec<GroupRules>,
    pub(crate) caps: Vec<Quota>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct GroupRules {
    pub(crate) id: Name,
    pub(crate) plan: PlanIndex,
    pub(crate) capacity: Capacity,
    pub(crate) minimum: u32,
}

/// What is known of applicants, apart from what they want.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct People {
    pub(crate) ids: Ids,
    /// Empty where there is one list only.
    pub(crate) lists: Vec<u8>,
    pub(crate) last_list: u8,
    pub(crate) columns: Vec<Column>,
    /// Nanoseconds since 1970; `i64::MIN` for who stayed. Empty where nobody left.
    pub(crate) withdrawn: Vec<i64>,
}

impl Problem {
    /// Reads all of a document but its `lists`, which [`Stage::read`](crate::Stage::read) reads too.
    ///
    /// # Errors
    /// [`Faults`], with every fault of the document and its path.
    pub fn new(written: &WrittenProblem) -> Result<Self, Faults> {
        let mut builder = Self::build(&written.rules());
        for applicant in &written.applicants {
            builder.applicant(applicant);
        }
        builder.finish()
    }

    /// Begins a problem whose applicants come one by one, so that a million of them need no document in
    /// memory.
    pub fn build(rules: &WrittenRules) -> Builder {
        Builder::new(rules)
    }

    /// What it is called.
    pub fn id(&self) -> &Name {
        &self.rules.id
    }

    /// Stands for all of its content but seeds, whatever the order it was written in.
    pub const fn hash(&self) -> ProblemHash {
        self.hash
    }

    /// How the seats are given out.
    pub fn mechanism(&self) -> &MechanismName {
        &self.rules.mechanism
    }

    /// Under `rolling`, the attribute that says when somebody came.
    pub fn arrival(&self) -> Option<AttributeIndex> {
        self.rules.arrival
    }

    /// Everybody, in the order of ids.
    pub fn applicants(
        &self,
    ) -> impl ExactSizeIterator<Item = Applicant> + DoubleEndedIterator + Clone + use<> {
        let end = u32::try_from(self.people.ids.len()).unwrap_or(u32::MAX);
        (0..index(end)).map(Applicant::at)
    }

    /// All groups, in the order of ids.
    pub fn groups(&self) -> impl ExactSizeIterator<Item = Group> + DoubleEndedIterator + Clone + use<> {
        (0..self.rules.groups.len()).map(Group::at)
    }

    /// The id of an applicant.
    pub fn applicant_id(&self, applicant: Applicant) -> &str {
        self.people.ids.get(applicant.index())
    }

    /// The applicant with this id.
    pub fn find_applicant(&self, id: &str) -> Option<Applicant> {
        self.people.ids.find(id).map(Applicant::at)
    }

    /// The id of a group.
    pub fn group_id(&self, group: Group) -> &str {
        self.rules.groups.get(group.index()).map_or("", |rules| rules.id.as_str())
    }

    /// The group with this id.
    pub fn find_group(&self, id: &str) -> Option<Group> {
        self.rules.groups.binary_search_by(|rules| rules.id.as_str().cmp(id)).ok().map(Group::at)
    }

    /// The groups an applicant would take a seat in, best first.
    pub fn choices(&self, applicant: Applicant) -> &[Group] {
        let at = applicant.index();
        let span = self.starts.get(at).zip(self.starts.get(at.saturating_add(1)));
        span.and_then(|(begin, end)| self.choices.get(index(*begin)..index(*end))).unwrap_or_default()
    }

    /// How many choices all applicants have together.
    pub fn choices_total(&self) -> usize {
        self.choices.len()
    }

    /// The list that an applicant is on, from 1.
    pub fn list(&self, applicant: Applicant) -> u8 {
        self.people.lists.get(applicant.index()).copied().unwrap_or(1)
    }

    /// How many lists there are; at least 1.
    pub fn lists(&self) -> u8 {
        self.people.last_list
    }

    /// When an applicant gave up their seat or their wish for one.
    pub fn withdrawn_at(&self, applicant: Applicant) -> Option<Time> {
        let kept = self.people.withdrawn.get(applicant.index())?;
        (*kept != i64::MIN).then(|| instant(*kept))
    }

    /// What is known of applicants, in the order of names.
    pub fn attributes(&self) -> &[Attribute] {
        &self.rules.attributes
    }

    /// The attribute of this name.
    pub fn find_attribute(&self, name: &str) -> Option<AttributeIndex> {
        let found = self.rules.attributes.binary_search_by(|attribute| attribute.name.as_str().cmp(name));
        found.ok().map(AttributeIndex::at)
    }

    /// The attribute with this number.
    pub fn attribute(&self, attribute: AttributeIndex) -> Option<&Attribute> {
        self.rules.attributes.get(attribute.index())
    }

    /// One attribute of all applicants: a dense code each, ascending with the values, or [`MISSING`].
    pub fn codes(&self, attribute: AttributeIndex) -> &[u32] {
        self.people.columns.get(attribute.index()).map_or(&[], Column::codes)
    }

    /// How many codes an attribute has.
    pub fn distinct(&self, attribute: AttributeIndex) -> usize {
        self.people.columns.get(attribute.index()).map_or(0, Column::distinct)
    }

    /// The code of an applicant's value, or [`MISSING`].
    pub fn code(&self, applicant: Applicant, attribute: AttributeIndex) -> u32 {
        self.codes(attribute).get(applicant.index()).copied().unwrap_or(MISSING)
    }

    /// What a code stands for.
    pub fn value_of(&self, attribute: AttributeIndex, code: u32) -> Value<'_> {
        self.people.columns.get(attribute.index()).map_or(Value::Missing, |column| column.value(code))
    }

    /// The code of a text, where anybody has it or a rule names it.
    pub fn code_of(&self, attribute: AttributeIndex, text: &str) -> Option<u32> {
        self.people.columns.get(attribute.index())?.code_of(text)
    }

    /// An applicant's value.
    pub fn value(&self, applicant: Applicant, attribute: AttributeIndex) -> Value<'_> {
        self.value_of(attribute, self.code(applicant, attribute))
    }

    /// How many seats a group has.
    pub fn capacity(&self, group: Group) -> Capacity {
        self.rules.groups.get(group.index()).map_or(Capacity::Unlimited, |rules| rules.capacity)
    }

    /// With how many people a group takes place at least.
    pub fn minimum(&self, group: Group) -> u32 {
        self.rules.groups.get(group.index()).map_or(0, |rules| rules.minimum)
    }

    /// All plans, in the order of names.
    pub fn plans(&self) -> &[Plan] {
        &self.rules.plans
    }

    /// Which plan a group follows.
    pub fn plan_of(&self, group: Group) -> PlanIndex {
        self.rules.groups.get(group.index()).map_or(PlanIndex(0), |rules| rules.plan)
    }

    /// The plan that a group follows.
    #[expect(clippy::expect_used, reason = "every group of a sound problem follows a plan that is there")]
    pub fn plan(&self, group: Group) -> &Plan {
        self.rules.plans.get(self.plan_of(group).index()).expect("a plan for every group")
    }

    /// The caps over all groups together, in the order of names; only under `serial`.
    pub fn caps(&self) -> &[Quota] {
        &self.rules.caps
    }

    /// Whether a quota covers an applicant, whatever it lies within: the code of the value that it
    /// covers by itself, or 0 where it covers by conditions.
    pub fn covered(&self, applicant: Applicant, quota: &Quota) -> Option<u32> {
        match quota.covers() {
            Covers::Each(attribute) => {
                let code = self.code(applicant, *attribute);
                (code != MISSING).then_some(code)
            }
            Covers::Where(conditions) => {
                let meets = |(attribute, codes): &(AttributeIndex, Vec<u32>)| {
                    codes.binary_search(&self.code(applicant, *attribute)).is_ok()
                };
                conditions.iter().all(meets).then_some(0)
            }
        }
    }

    /// The quotas that cover an applicant in a plan, from the top down: under `nested` at most one on
    /// each level. With each quota comes the code of the value that it covers by itself, or 0 where it
    /// covers by conditions.
    pub fn path<'a>(
        &'a self,
        applicant: Applicant,
        plan: &'a Plan,
    ) -> impl Iterator<Item = (QuotaIndex, u32)> + 'a {
        let mut outer = None;
        // Whatever lies within a quota comes after it, so one pass finds the whole path.
        plan.numbered().filter_map(move |(nth, quota)| {
            let code = if quota.parent == outer { self.covered(applicant, quota)? } else { return None };
            outer = Some(nth);
            Some((nth, code))
        })
    }

    /// All quotas that cover an applicant in a plan, each after the one it lies within. Codes as in
    /// [`path`](Self::path).
    pub fn covering<'a>(
        &'a self,
        applicant: Applicant,
        plan: &'a Plan,
    ) -> impl Iterator<Item = (QuotaIndex, u32)> + 'a {
        plan.numbered().filter_map(move |(nth, quota)| {
            let code = self.covered(applicant, quota)?;
            let mut outer = quota.parent;
            while let Some(around) = outer.and_then(|outer| plan.quota(outer)) {
                self.covered(applicant, around)?;
                outer = around.parent;
            }
            Some((nth, code))
        })
    }

    /// The same problem with shorter lists of choices: of each applicant's choices the part that is
    /// said. Nobody leaves the list that is drawn, so their lottery stays; the hash of the problem does
    /// not. A part beyond the choices is cut to them.
    #[must_use]
    pub fn cut(&self, mut keep: impl FnMut(Applicant, &[Group]) -> Range<usize>) -> Self {
        let mut starts = Vec::with_capacity(self.starts.len());
        let mut choices = Vec::with_capacity(self.choices.len());
        starts.push(0);
        for applicant in self.applicants() {
            let all = self.choices(applicant);
            let kept = keep(applicant, all);
            let end = kept.end.min(all.len());
            choices.extend_from_slice(all.get(kept.start.min(end)..end).unwrap_or_default());
            starts.push(u32::try_from(choices.len()).unwrap_or(u32::MAX));
        }
        let (rules, people) = (Arc::clone(&self.rules), Arc::clone(&self.people));
        let mut cut = Self { rules, people, starts, choices, hash: self.hash };
        cut.hash = hash::of_problem(&cut);
        cut
    }
}
