//! One reason of an explanation, as it stands in its tree (R4).

use guildhall_kernel::LocalisedText;

use crate::{Asked, Doubt, FactKey, Finding};

/// One clause that asks a fact or a predicate, and carries the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason<'e> {
    pub(crate) clause: &'e Finding,
    pub(crate) within: Option<&'e LocalisedText>,
    pub(crate) negated: bool,
}

impl<'e> Reason<'e> {
    /// The clause.
    pub const fn clause(&self) -> &'e Finding {
        self.clause
    }

    /// Its own words, or those of the nearest clause around it that has any.
    pub fn label(&self) -> Option<&'e LocalisedText> {
        self.clause.label.as_ref().or(self.within)
    }

    /// The words of the nearest clause around it that has any: "works for the municipality" stands
    /// within "is staff responsible for running a town centre".
    pub const fn within(&self) -> Option<&'e LocalisedText> {
        self.within
    }

    /// Whether an odd number of `not` stands around it: the rule wants the clause unmet.
    pub const fn is_negated(&self) -> bool {
        self.negated
    }

    /// Which fact was asked, where it was no predicate.
    pub const fn fact(&self) -> Option<&'e FactKey> {
        match self.clause.asked() {
            Some(asked) => Some(&asked.fact),
            None => None,
        }
    }

    /// Why what was found settles nothing; `None` where it does.
    pub fn doubt(&self) -> Option<Doubt> {
        self.clause.asked().and_then(Asked::doubt)
    }
}
