//! Names that definitions give and refer to, held against each other across files and both ways: what
//! is referred to and defined nowhere, what is defined twice, what is defined and never referred to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::nearest::nearest;
use crate::node::shown;
use crate::{Diagnostic, Diagnostics, Place};

/// A kind of thing that has names, in an officer's words, such as `module`.
pub type Kind = &'static str;

/// The names of a folder while they are gathered.
///
/// ```
/// use guildhall_intake::{Diagnostics, Limits, Names, Source};
///
/// let programme = Source::new("programme.toml", "modules = ['strategy', 'marketing']\n");
/// let edition = Source::new("edition.toml", "module = 'stategy'\n");
/// let mut names = Names::default();
/// names.define("module", "strategy", programme.place(11..21));
/// names.define("module", "marketing", programme.place(23..34));
/// names.refer("module", "stategy", edition.place(9..18));
///
/// let mut said = Diagnostics::new(&Limits::default());
/// said.show(edition);
/// names.settle(&mut said);
/// assert_eq!(said.to_string(), "\
/// error: there is no module `stategy`
///  --> edition.toml:1:10
///   |
/// 1 | module = 'stategy'
///   |          ^^^^^^^^^
///   |
///   = help: did you mean `strategy`?
///
/// 1 fault in 1 file");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Names {
    defined: BTreeMap<Kind, BTreeMap<String, Vec<Place>>>,
    referred: BTreeMap<Kind, BTreeMap<String, Vec<Place>>>,
    /// Kinds of which not every definition could be read.
    incomplete: BTreeSet<Kind>,
    /// Whether any definition could not be read, of whatever kind.
    all_incomplete: bool,
    /// Names that were refused where they are defined.
    refused: BTreeSet<String>,
    /// What stood where things of a kind should get their names; empty where that was no text.
    lost: BTreeMap<Kind, Vec<String>>,
    /// Kinds of which a name may go without anybody referring to it.
    unused: BTreeSet<Kind>,
}

impl Names {
    /// Something of this kind gets its name here.
    pub fn define(&mut self, kind: Kind, name: impl fmt::Display, place: Place) {
        self.defined.entry(kind).or_default().entry(name.to_string()).or_default().push(place);
    }

    /// Something of this kind is referred to here.
    pub fn refer(&mut self, kind: Kind, name: impl fmt::Display, place: Place) {
        self.referred.entry(kind).or_default().entry(name.to_string()).or_default().push(place);
    }

    /// Names of this kind need not be referred to.
    pub fn may_be_unused(&mut self, kind: Kind) {
        self.unused.insert(kind);
    }

    /// Not every definition of this kind could be read, so that nobody can say what is missing.
    pub fn incomplete(&mut self, kind: Kind) {
        self.incomplete.insert(kind);
    }

    /// Something of this kind has no name that could be read; this stands in its place.
    pub(crate) fn lose(&mut self, kind: Kind, written: String) {
        self.lost.entry(kind).or_default().push(written);
    }

    pub(crate) fn all_incomplete(&mut self) {
        self.all_incomplete = true;
    }

    pub(crate) fn refuse(&mut self, name: &str) {
        self.refused.insert(name.to_owned());
    }

    /// Whether something of this kind has this name.
    pub fn knows(&self, kind: Kind, name: &str) -> bool {
        self.defined.get(kind).is_some_and(|names| names.contains_key(name))
    }

    /// Says what does not fit together. What is never referred to is only said if nothing else is
    /// wrong, because what refers to it may not have been read.
    pub fn settle(&self, said: &mut Diagnostics) {
        for (kind, names) in &self.defined {
            for (name, places) in names {
                let Some((first, again)) = places.split_first() else { continue };
                for place in again {
                    let message = format!("the {kind} `{}` is defined twice", shown(name));
                    let fault = Diagnostic::error(message).at(place.clone());
                    said.add(fault.related(first.clone(), "first defined here"));
                }
            }
        }
        for (kind, names) in &self.referred {
            if self.all_incomplete || self.incomplete.contains(kind) {
                continue;
            }
            let missing: Vec<_> = names
                .iter()
                .filter(|(name, _)| !self.knows(kind, name) && !self.refused.contains(*name))
                .collect();
            let lost = self.found_again(kind, missing.iter().map(|(name, _)| name.as_str()));
            for (name, places) in missing.into_iter().filter(|(name, _)| !lost.contains(name.as_str())) {
                let known = self.defined.get(kind).into_iter().flat_map(BTreeMap::keys).map(String::as_str);
                let near = nearest(name, known);
                for place in places {
                    let message = format!("there is no {kind} `{}`", shown(name));
                    said.add(Diagnostic::error(message).at(place.clone()).did_you_mean(near));
                }
            }
        }
        if said.is_sound() {
            self.warn_of_unused(said);
        }
    }

    /// The missing names that may be those of things whose own could not be read: for each of these one
    /// at most, whichever is nearest to what stands in its place.
    fn found_again<'n>(&self, kind: Kind, missing: impl Iterator<Item = &'n str>) -> BTreeSet<&'n str> {
        let lost = self.lost.get(kind).map_or(&[][..], Vec::as_slice);
        let likeness = |name: &str| {
            lost.iter().map(|written| strsim::normalized_levenshtein(name, written)).fold(0.0, f64::max)
        };
        let mut nearest: Vec<_> = missing.map(|name| (likeness(name), name)).collect();
        nearest.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        nearest.into_iter().take(lost.len()).map(|(_, name)| name).collect()
    }

    fn warn_of_unused(&self, said: &mut Diagnostics) {
        for (kind, names) in self.defined.iter().filter(|(kind, _)| !self.unused.contains(*kind)) {
            let referred = self.referred.get(kind);
            let unused =
                names.iter().filter(|(name, _)| !referred.is_some_and(|names| names.contains_key(*name)));
            for (name, places) in unused {
                let message = format!("nothing refers to the {kind} `{}`", shown(name));
                let warning = Diagnostic::warning(message);
                said.add(match places.first() {
                    Some(place) => warning.at(place.clone()),
                    None => warning,
                });
            }
        }
    }
}
