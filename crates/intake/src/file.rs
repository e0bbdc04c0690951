//! A definition on its way from a file of a folder to a value: through its schema, the constructors of
//! its parts, and the constructor of the whole.

use std::fmt;
use std::sync::Arc;

use guildhall_kernel::Faults;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::document::{Document, Spot};
use crate::engine::{self, Outcome, with_suggestion};
use crate::finding::Finding;
use crate::names::Kind;
use crate::node::{Node, Path, Step, Value};
use crate::path::parse;
use crate::repair::Mended;
use crate::{Definition, Diagnostic, Folder, Names, Place, include};

/// How often a constructor is asked whether a lost name explains what it says.
const ASKED: usize = 64;

type Naming<'f, T> = Box<dyn FnMut(&T, &mut Named<'_>) + 'f>;

/// A definition that is going to be read.
#[must_use = "nothing is read yet"]
pub struct File<'f, T> {
    folder: &'f mut Folder,
    name: String,
    naming: Vec<Naming<'f, T>>,
    optional: bool,
}

impl<T> fmt::Debug for File<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("name", &self.name).finish_non_exhaustive()
    }
}

impl<'f, T: DeserializeOwned + JsonSchema> File<'f, T> {
    pub(crate) fn new(folder: &'f mut Folder, name: &str) -> Self {
        Self { folder, name: name.to_owned(), naming: Vec::new(), optional: false }
    }

    /// It need not be there.
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Says which names the definition gives and refers to. A definition with faults is asked as well,
    /// mended as far as it goes, so that what does not fit other files is said in the same report.
    pub fn naming(mut self, naming: impl FnMut(&T, &mut Named<'_>) + 'f) -> Self {
        self.naming.push(Box::new(naming));
        self
    }

    /// Reads it. Nothing if anything is wrong with it; what is, is said.
    pub fn read(self) -> Option<Definition<T>> {
        self.make(Ok::<T, Faults<std::convert::Infallible>>)
    }

    /// Reads it and makes something of it. Of a definition with faults it is tried as well, mended as
    /// far as it goes, so that what the constructor finds elsewhere is said in the same report; what
    /// was made of it is thrown away.
    pub fn make<U, P: fmt::Display>(self, make: impl Fn(T) -> Result<U, Faults<P>>) -> Option<Definition<U>> {
        let Self { folder, name, mut naming, optional } = self;
        if !folder.has(&name) && (optional || folder.absent) {
            if !optional {
                folder.names.all_incomplete();
            }
            return None;
        }
        let loaded = include::load(&mut folder.files, &name, &folder.limits);
        let document = match loaded {
            Ok(document) => document,
            Err((said, sources)) => {
                sources.into_iter().for_each(|source| folder.said.show(source));
                said.into_iter().for_each(|said| folder.said.add(said));
                folder.names.all_incomplete();
                return None;
            }
        };
        document.sources.iter().for_each(|source| folder.said.show(source.clone()));
        let schema = folder.schemas.of::<T>();
        let faults = match engine::read::<T>(&document, &schema, &folder.limits) {
            Outcome::Sound(value) => {
                let mut named = Named { names: &mut folder.names, document: &document, mended: None };
                naming.iter_mut().for_each(|naming| naming(&value, &mut named));
                match make(value) {
                    Ok(made) => return Some(Definition::new(made, Arc::new(document))),
                    Err(faults) => faults
                        .iter()
                        .map(|fault| {
                            let place = document.place_of(fault.path(), Spot::Value);
                            said(&fault.problem().to_string()).at(place)
                        })
                        .collect(),
                }
            }
            Outcome::Faulty(mut faults, value, mended) => {
                match value {
                    Some(value) => {
                        let mut named =
                            Named { names: &mut folder.names, document: &document, mended: Some(&mended) };
                        named.lose();
                        naming.iter_mut().for_each(|naming| naming(&value, &mut named));
                        faults.extend(judge(&document, &mended, value, &make));
                    }
                    None => folder.names.all_incomplete(),
                }
                faults
            }
        };
        faults.into_iter().for_each(|fault| folder.said.add(fault));
        None
    }
}

/// What a constructor says, with its suggestion where suggestions stand.
pub(crate) fn said(problem: &str) -> Diagnostic {
    let finding = with_suggestion(Finding::value(Path::new(), problem));
    let diagnostic = Diagnostic::error(finding.message);
    match finding.help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// What a constructor finds in a mended definition, but for what only follows from the mending.
fn judge<T: DeserializeOwned, U, P: fmt::Display>(
    document: &Document,
    mended: &Mended<'_>,
    value: T,
    make: &impl Fn(T) -> Result<U, Faults<P>>,
) -> Vec<Diagnostic> {
    let Err(faults) = make(value) else { return Vec::new() };
    let unreal = mended.unreal_texts();
    let mut asked = 0;
    let mut told = Vec::new();
    for fault in &faults {
        let problem = fault.problem().to_string();
        let path = parse(fault.path()).unwrap_or_default();
        let follows = mended.around(&path).is_some()
            || !mended.inside(&path).is_empty()
            || same_leaf(mended, &path)
            || unreal.iter().any(|text| problem.contains(text))
            || explained(mended, &path, fault.path(), &problem, make, &mut asked);
        if !follows {
            told.push(said(&problem).at(mended.place(document, &path, Spot::Value)));
        }
    }
    told
}

/// Whether the path names, from further out, the field of a repair.
fn same_leaf(mended: &Mended<'_>, path: &[Step<'_>]) -> bool {
    let (_, depth) = mended.root.nearest(path);
    let (known, rest) = path.split_at_checked(depth).unwrap_or((path, &[]));
    !rest.is_empty()
        && mended.repairs.iter().any(|repair| {
            !repair.renamed && repair.path.starts_with(known) && repair.path.last() == rest.last()
        })
}

/// Whether the fault goes away if a name that was lost is the one that is missed here.
fn explained<T: DeserializeOwned, U, P: fmt::Display>(
    mended: &Mended<'_>,
    path: &[Step<'_>],
    written: &str,
    problem: &str,
    make: &impl Fn(T) -> Result<U, Faults<P>>,
    asked: &mut usize,
) -> bool {
    let Some(missed) = mended.root.at(path).and_then(Node::text) else { return false };
    for repair in mended.repairs.iter().filter(|repair| !repair.renamed) {
        let is_text = mended.root.at(&repair.path).is_some_and(|node| node.text().is_some());
        if !is_text || *asked >= ASKED {
            continue;
        }
        *asked += 1;
        let mut root = mended.root.clone();
        if let Some(node) = root.at_mut(&repair.path) {
            node.value = Value::Text(missed.into());
        }
        let Ok(value) = T::deserialize(&root) else { continue };
        let again = match make(value) {
            Ok(_) => false,
            Err(faults) => {
                faults.iter().any(|fault| fault.path() == written && fault.problem().to_string() == problem)
            }
        };
        if !again {
            return true;
        }
    }
    false
}

/// The names of one definition, at its places.
#[derive(Debug)]
pub struct Named<'a> {
    names: &'a mut Names,
    document: &'a Document,
    mended: Option<&'a Mended<'a>>,
}

impl fmt::Debug for Mended<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mended").field("repairs", &self.repairs.len()).finish_non_exhaustive()
    }
}

impl Named<'_> {
    /// The value at `path` gives something of this kind its name.
    pub fn define(&mut self, kind: Kind, name: impl fmt::Display, path: &str) {
        match self.place(path) {
            Some(place) => self.names.define(kind, name, place),
            None => {
                let written = self.written(path).unwrap_or_default().to_owned();
                self.names.lose(kind, written);
            }
        }
    }

    /// The text that stood at a path before it was mended.
    fn written(&self, path: &str) -> Option<&str> {
        let (mended, steps) = (self.mended?, parse(path)?);
        let repair = mended.repairs.get(mended.around(&steps)?)?;
        repair.original.as_ref().filter(|_| repair.path == steps)?.text()
    }

    /// The value at `path` refers to something of this kind.
    pub fn refer(&mut self, kind: Kind, name: impl fmt::Display, path: &str) {
        if let Some(place) = self.place(path) {
            self.names.refer(kind, name, place);
        }
    }

    /// The place of what was written at a path; nothing if something else stands there since.
    fn place(&self, path: &str) -> Option<Place> {
        let Some(mended) = self.mended else { return Some(self.document.place_of(path, Spot::Value)) };
        let steps = parse(path).unwrap_or_default();
        mended.around(&steps).is_none().then(|| mended.place(self.document, &steps, Spot::Value))
    }

    /// What is not known of a definition that was mended: names that were refused, and those in whole
    /// tables and lists that were.
    fn lose(&mut self) {
        for repair in self.mended.into_iter().flat_map(|mended| &mended.repairs) {
            let Some(original) = &repair.original else { continue };
            match &original.value {
                Value::List(_) | Value::Table(_) if !repair.renamed => self.names.all_incomplete(),
                _ => original.text().into_iter().for_each(|text| self.names.refuse(text)),
            }
            let is_whole = |node: &Node| matches!(node.value, Value::List(_) | Value::Table(_));
            if !repair.renamed
                && self.mended.and_then(|mended| mended.root.at(&repair.path)).is_some_and(is_whole)
            {
                self.names.all_incomplete();
            }
        }
    }
}
