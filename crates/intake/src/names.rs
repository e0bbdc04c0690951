//! Names that definitions give and refer to, held against each other across files and both ways: what
//! is referred to and defined nowhere, what is defined twice, what is defined and never referred to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::nearest::Known;
use crate::node::shown;
use crate::{Diagnostic, Diagnostics, Place};

/// A kind of thing that has names, in an officer's words, such as `module`.
pub type Kind = &'static str;

/// Names that are held against what was lost at most, and how long those are.
const COMPARED: usize = 100_000;
const LONGEST: usize = 128;

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
            let defined = self.defined.get(kind).into_iter().flat_map(BTreeMap::keys).map(String::as_str);
            let mut known = Known::of(defined);
            for (name, places) in missing.into_iter().filter(|(name, _)| !lost.contains(name.as_str())) {
                // What is not going to be shown needs no suggestion.
                let near = if said.errors() < said.most() { known.nearest(name) } else { None };
                for (place, others) in by_file(places) {
                    let message = match others {
                        0 => format!("there is no {kind} `{}`", shown(name)),
                        1 => format!(
                            "there is no {kind} `{}`, here and in another place of the file",
                            shown(name)
                        ),
                        _ => format!(
                            "there is no {kind} `{}`, here and in {others} other places of the file",
                            shown(name)
                        ),
                    };
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
        if lost.is_empty() {
            return BTreeSet::new();
        }
        let mut compared = 0;
        let mut likeness = |name: &str| {
            let mut best = 0.0_f64;
            for written in lost.iter().filter(|written| name.len().max(written.len()) <= LONGEST) {
                if compared >= COMPARED {
                    break;
                }
                compared += 1;
                best = best.max(strsim::normalized_levenshtein(name, written));
            }
            best
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

/// Of each file the first of these places, and how many others there are.
fn by_file(places: &[Place]) -> impl Iterator<Item = (&Place, usize)> {
    let mut files: BTreeMap<&str, (&Place, usize)> = BTreeMap::new();
    for place in places {
        let entry = files.entry(place.name());
        let (first, _) = entry.and_modify(|(_, others)| *others += 1).or_insert((place, 0));
        if (place.line(), place.column()) < (first.line(), first.column()) {
            *first = place;
        }
    }
    files.into_values()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    #[test]
    fn a_missing_name_is_said_once_in_a_file() {
        let mut names = Names::default();
        for (file, line) in
            [("b.toml", 7), ("b.toml", 2), ("b.toml", 9), ("a.toml", 3), ("c.toml", 1), ("c.toml", 4)]
        {
            names.refer("module", "law", Place::line_of(file, line, None));
        }
        let mut said = Diagnostics::new(&Limits::default());
        names.settle(&mut said);
        let told: Vec<_> =
            said.iter().map(|one| format!("{} {}", one.place().unwrap(), one.message())).collect();
        assert_eq!(
            told,
            [
                "a.toml:3 there is no module `law`",
                "b.toml:2 there is no module `law`, here and in 2 other places of the file",
                "c.toml:1 there is no module `law`, here and in another place of the file",
            ]
        );
    }

    #[test]
    fn many_missing_names_are_all_counted() {
        let mut names = Names::default();
        for nth in 0..20_000 {
            names.define("module", format!("module-{nth:05}"), Place::file("a.toml"));
            names.refer("module", format!("module-{nth:05}x"), Place::file("b.toml"));
        }
        for nth in 0..500 {
            names.lose("module", format!("Module {nth}"));
        }
        let mut said = Diagnostics::new(&Limits::default());
        names.settle(&mut said);
        assert_eq!(said.errors(), 19_500);
    }
}
