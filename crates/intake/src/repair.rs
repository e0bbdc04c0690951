//! A document in which what was refused gives way to something that may do, so that the rest of it can
//! be checked. What is made from it is never returned (C6).

use crate::Place;
use crate::document::{Document, Spot, join, place};
use crate::finding::{Finding, Wrong};
use crate::node::{Field, Node, Path, Span, Step, Value};
use crate::sample::{Siblings, Wanted, last_resort};
use crate::schemas::Schema;

/// A document under repair.
pub(crate) struct Mended<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) root: Node,
    pub(crate) repairs: Vec<Repair>,
    siblings: Option<Siblings>,
}

/// What stands, or stood, in one place instead of what was refused.
pub(crate) struct Repair {
    pub(crate) path: Path,
    /// What was refused; nothing if something was missing.
    pub(crate) original: Option<Node>,
    candidates: Option<std::vec::IntoIter<Candidate>>,
    /// Whether what stands there now was written there, under a name close to this one.
    pub(crate) renamed: bool,
}

#[derive(Clone, Debug)]
enum Candidate {
    Absent,
    Sample(Node),
}

impl<'a> Mended<'a> {
    pub(crate) fn new(schema: &'a Schema, root: Node) -> Self {
        Self { schema, root, repairs: Vec::new(), siblings: None }
    }

    /// The repair at this path or around it.
    pub(crate) fn around(&self, path: &[Step<'_>]) -> Option<usize> {
        self.repairs.iter().position(|repair| match repair.renamed {
            true => repair.path == path,
            false => path.starts_with(&repair.path),
        })
    }

    /// The repair of a word in this table that other fields go with.
    pub(crate) fn of_tag(&self, table: &[Step<'_>]) -> Option<usize> {
        self.repairs.iter().position(|repair| {
            let beside = repair.path.split_last().is_some_and(|(_, around)| around == table);
            let is_word = || {
                let parts = self.schema.parts_at(&self.root, &repair.path);
                !parts.is_empty() && parts.iter().all(|part| part.get("const").is_some())
            };
            beside && !repair.renamed && is_word()
        })
    }

    /// The repairs inside the value at this path, the last first.
    pub(crate) fn inside(&self, path: &[Step<'_>]) -> Vec<usize> {
        let inside = |repair: &Repair| repair.path.len() > path.len() && repair.path.starts_with(path);
        let found = self.repairs.iter().enumerate().filter(|(_, repair)| inside(repair) && !repair.renamed);
        found.map(|(index, _)| index).rev().collect()
    }

    /// Puts something else where a finding says that something is wrong. Whether there was anything.
    pub(crate) fn mend(&mut self, finding: &Finding) -> bool {
        match &finding.wrong {
            Wrong::Value => self.replace(&finding.path),
            Wrong::Missing { .. } => self.replace(&finding.full()),
            Wrong::Unknown { key, nearest } => self.rename(&finding.path, key, nearest.as_deref()),
        }
    }

    fn rename(&mut self, path: &Path, key: &str, nearest: Option<&str>) -> bool {
        let Some(Node { value: Value::Table(table), .. }) = self.root.at_mut(path) else { return false };
        let Some(field) = table.remove(key) else { return false };
        let repair = |path, original, renamed| Repair { path, original, candidates: None, renamed };
        if let Some(nearest) = nearest
            && let Some(Field { node: Node { value: Value::Table(known), .. }, .. }) = table.get_mut(nearest)
            && let Value::Table(misspelt) = &field.node.value
        {
            misspelt.0.iter().for_each(|field| known.insert(field.clone()));
        } else if let Some(nearest) = nearest.filter(|name| table.get(name).is_none()) {
            let original = Some(field.node.clone());
            table.insert(Field { key: nearest.into(), ..field });
            self.repairs.push(repair(join(path, nearest), original, true));
        } else {
            self.repairs.push(repair(join(path, key), Some(field.node), false));
        }
        true
    }

    /// Puts something else at a path. Whether there was anything to put.
    pub(crate) fn replace(&mut self, path: &Path) -> bool {
        if path.is_empty() {
            return false;
        }
        // What was repaired inside goes with it.
        self.repairs.retain(|repair| !repair.path.starts_with(path));
        let original = self.root.at(path).cloned();
        self.repairs.push(Repair { path: path.clone(), original, candidates: None, renamed: false });
        self.advance(self.repairs.len() - 1)
    }

    /// Tries the next value in the place of a repair, and in the value around it if there is none.
    pub(crate) fn advance(&mut self, index: usize) -> bool {
        let Some(repair) = self.repairs.get(index) else { return false };
        let path = repair.path.clone();
        if repair.candidates.is_none() {
            let candidates = self.candidates(&path, index).into_iter();
            if let Some(repair) = self.repairs.get_mut(index) {
                repair.candidates = Some(candidates);
            }
        }
        let Some(repair) = self.repairs.get_mut(index) else { return false };
        repair.renamed = false;
        match repair.candidates.as_mut().and_then(Iterator::next) {
            Some(candidate) => {
                self.put(&path, candidate);
                true
            }
            None => self.replace_around(&path),
        }
    }

    /// Puts something else in the place of the value around a path that nothing fits.
    fn replace_around(&mut self, path: &[Step<'static>]) -> bool {
        let around = path.get(..path.len().saturating_sub(1)).unwrap_or_default().to_vec();
        if let Some(original) =
            self.repairs.iter().find(|repair| repair.path == path).and_then(|repair| repair.original.clone())
        {
            self.put(path, Candidate::Sample(original));
        }
        self.replace(&around)
    }

    fn put(&mut self, path: &[Step<'static>], candidate: Candidate) {
        let Some((last, around)) = path.split_last() else { return };
        let Some(parent) = self.root.at_mut(around) else { return };
        let span = parent.span;
        match (&mut parent.value, last, candidate) {
            (Value::Table(table), Step::Key(key), Candidate::Absent) => {
                table.remove(key);
            }
            (Value::Table(table), Step::Key(key), Candidate::Sample(node)) => {
                let span = table.get(key).map_or(span, |field| field.span);
                table.insert(Field { key: key.to_string().into(), span, node });
            }
            (Value::List(list), Step::Nth(nth), Candidate::Sample(node)) => {
                if let Some(old) = list.get_mut(*nth) {
                    *old = node;
                }
            }
            _ => {}
        }
    }

    fn candidates(&mut self, path: &Path, index: usize) -> Vec<Candidate> {
        let refused: Vec<Path> = self.repairs.iter().map(|repair| repair.path.clone()).collect();
        if self.siblings.is_none() {
            self.siblings = Some(Siblings::of(self.schema, &self.root, &refused));
        }
        let Some((last, around)) = path.split_last() else { return Vec::new() };
        let parent = self.root.at(around);
        let original = self.repairs.get(index).and_then(|repair| repair.original.as_ref());
        let span = original.or(parent).map_or(Span::default(), |node| node.span);
        let parts = self.schema.parts_at(&self.root, path);
        let siblings = self.siblings.as_ref();
        let samples = siblings.map(|siblings| {
            let beside = parent.and_then(Node::table);
            let wanted = Wanted { schema: self.schema, siblings, beside, original, serial: index + 1, span };
            wanted.samples(&parts)
        });
        let samples = samples.into_iter().flatten().map(Candidate::Sample);
        let mut candidates: Vec<Candidate> = match last {
            Step::Key(key) if self.schema.requires(&self.root, around, key) => samples.collect(),
            Step::Key(_) => std::iter::once(Candidate::Absent).chain(samples).collect(),
            Step::Nth(_) => samples.collect(),
        };
        if parts.is_empty() {
            candidates.extend(last_resort(span).into_iter().map(Candidate::Sample));
        }
        candidates
    }

    /// Where something stands in what was written. A field that was renamed stands under its old name
    /// there, so that the mended document may know more; it has the places of the written one.
    pub(crate) fn place(&self, document: &Document, path: &[Step<'_>], spot: Spot) -> Place {
        let known = document.root.nearest(path).1 >= self.root.nearest(path).1;
        place(&document.sources, if known { &document.root } else { &self.root }, path, spot)
    }

    /// The texts that were refused or made up: what a constructor says of them says nothing.
    pub(crate) fn unreal_texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let mut around = Vec::new();
        for repair in self.repairs.iter().filter(|repair| !repair.renamed) {
            for node in repair.original.iter().chain(self.root.at(&repair.path)) {
                let is_whole = matches!(node.value, Value::List(_) | Value::Table(_));
                scalars(node, if is_whole { &mut around } else { &mut texts });
            }
        }
        // What else is in a table that was given up may stand elsewhere in its own right.
        let mut real = Vec::new();
        scalars(&self.root, &mut real);
        texts.extend(around.into_iter().filter(|text| real.iter().filter(|real| *real == text).count() < 2));
        texts
    }
}

fn scalars(node: &Node, texts: &mut Vec<String>) {
    if texts.len() > 10_000 {
        return;
    }
    match &node.value {
        Value::List(list) => list.iter().for_each(|node| scalars(node, texts)),
        Value::Table(table) => table.0.iter().for_each(|field| scalars(&field.node, texts)),
        _ => texts.extend(node.text().filter(|text| text.len() > 1).map(|text| format!("`{text}`"))),
    }
}
