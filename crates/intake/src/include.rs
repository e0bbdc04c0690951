//! A definition and the files that it includes, as one document.
//!
//! A table, or an element of a list, that is written `{ include = "rules/eligibility.toml" }` and has no
//! other field stands for the table in that file; the name is as the folder knows it, whichever file it
//! is written in. In a list, `{ include = "sessions/*.toml" }` stands for one element of each file whose
//! name fits, ordered by name; the star is in the last part of the name.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::{Document, join};
use crate::folder::Files;
use crate::nearest::nearest;
use crate::node::{Node, Path, Step, Value, shown};
use crate::text::{self, Format};
use crate::{Diagnostic, Limits, Place, Source};

/// Files on the way from a definition to what it includes.
const FIELD: &str = "include";

/// Reads a definition with everything it includes. No document only together with a fault.
pub(crate) fn load(
    files: &mut Files,
    name: &str,
    limits: &Limits,
) -> Result<Document, (Vec<Diagnostic>, Vec<Source>)> {
    let mut loading = Loading {
        files,
        limits,
        sources: Vec::new(),
        said: Vec::new(),
        lost: Vec::new(),
        open: Vec::new(),
        values: 0,
        known: BTreeMap::new(),
    };
    match loading.file(name, 0, &Path::new(), None) {
        Some(root) => Ok(Document { sources: loading.sources, root, said: loading.said, lost: loading.lost }),
        None => Err((loading.said, loading.sources)),
    }
}

struct Loading<'a> {
    files: &'a mut Files,
    limits: &'a Limits,
    sources: Vec<Source>,
    said: Vec<Diagnostic>,
    lost: Vec<Path>,
    /// The files that are being read, each included by the one before.
    open: Vec<Arc<str>>,
    values: usize,
    /// What stands in files that were read, before they include anything; nothing if they are broken.
    known: BTreeMap<Arc<str>, Option<Known>>,
}

/// A file that was read, to be included again.
struct Known {
    node: Node,
    values: usize,
    height: usize,
}

impl Loading<'_> {
    /// A file, and whoever includes it.
    fn file(&mut self, name: &str, depth: usize, path: &Path, from: Option<&Place>) -> Option<Node> {
        if self.values > self.limits.values {
            return None;
        }
        if let Some(read) = self.again(name, depth, from) {
            let (name, node) = read?;
            return Some(self.whole(name, node, depth, path));
        }
        let bytes = match self.files.bytes(name, self.limits) {
            Ok(bytes) => bytes,
            Err(fault) => {
                self.said.push(match from {
                    Some(place) => fault.at(place.clone()),
                    None => *fault,
                });
                return None;
            }
        };
        let (name, bytes) = bytes;
        let source = match Source::read(Arc::clone(&name), &bytes, self.limits) {
            Ok(source) => source,
            Err(fault) => {
                self.said.push(*fault);
                return None;
            }
        };
        let Some(format) = Format::of(&name) else {
            let fault = Diagnostic::error("a definition is a file that ends in `.toml` or `.json`");
            self.said.push(fault.at(from.cloned().unwrap_or_else(|| Place::file(name))));
            return None;
        };
        let file = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        let before = self.values;
        let (node, said) = text::read(&source, file, format, self.limits, depth, &mut self.values);
        self.sources.push(source);
        self.said.extend(said);
        let known =
            node.clone().map(|node| Known { height: node.height(), values: self.values - before, node });
        self.known.insert(Arc::clone(&name), known);
        Some(self.whole(name, node?, depth, path))
    }

    /// What stands in a file that was read before, if it was and stands as deep as it may here.
    fn again(&mut self, name: &str, depth: usize, from: Option<&Place>) -> Option<Option<(Arc<str>, Node)>> {
        let (name, known) = self.known.get_key_value(name)?;
        let Some(known) = known else { return Some(None) };
        if depth + known.height > self.limits.depth {
            return None;
        }
        self.values += known.values;
        let most = self.limits.values;
        if self.values > most {
            let fault = Diagnostic::error(format!("the definition has more than {most} values"));
            self.said.push(fault.at(from.cloned().unwrap_or_else(|| Place::file(Arc::clone(name)))));
            return Some(None);
        }
        Some(Some((Arc::clone(name), known.node.clone())))
    }

    /// A file with everything it includes.
    fn whole(&mut self, name: Arc<str>, mut node: Node, depth: usize, path: &Path) -> Node {
        self.open.push(name);
        let mut path = path.clone();
        self.inside(&mut node, depth, &mut path);
        self.open.pop();
        node
    }

    /// Includes what the values inside this one ask for.
    fn inside(&mut self, node: &mut Node, depth: usize, path: &mut Path) {
        if self.values > self.limits.values {
            return;
        }
        match &mut node.value {
            Value::List(list) => {
                if list.iter().any(|element| wanted(element).is_some_and(|name| name.contains('*'))) {
                    self.splice(list);
                }
                for (nth, element) in list.iter_mut().enumerate() {
                    path.push(Step::Nth(nth));
                    self.value(element, depth + 1, path);
                    path.pop();
                }
            }
            Value::Table(table) => {
                for field in &mut table.0 {
                    if matches!(field.node.value, Value::List(_) | Value::Table(_)) {
                        let step = Step::Key(field.key.to_string().into());
                        path.push(step);
                        self.value(&mut field.node, depth + 1, path);
                        path.pop();
                    }
                }
            }
            _ => {}
        }
    }

    fn value(&mut self, node: &mut Node, depth: usize, path: &mut Path) {
        let Some(name) = wanted(node).map(str::to_owned) else { return self.inside(node, depth, path) };
        match self.included(&name, node, depth, path) {
            Some(included) => *node = included,
            None => self.lost.push(path.clone()),
        }
    }

    fn included(&mut self, name: &str, node: &Node, depth: usize, path: &Path) -> Option<Node> {
        let place = self.place(node);
        if name.contains('*') {
            let message = "only an element of a list can include several files";
            self.said.push(Diagnostic::error(message).at(place));
            return None;
        }
        if self.open.iter().any(|open| **open == *name) {
            let message = format!("`{}` includes itself", shown(name));
            self.said.push(Diagnostic::error(message).at(place));
            return None;
        }
        self.file(name, depth, path, Some(&place))
    }

    /// Puts an element for each file in the place of one that names them with a star.
    fn splice(&mut self, list: &mut Vec<Node>) {
        let mut spliced = Vec::with_capacity(list.len());
        for element in std::mem::take(list) {
            let Some(pattern) = wanted(&element).filter(|name| name.contains('*')).map(str::to_owned) else {
                spliced.push(element);
                continue;
            };
            let names = self.files.matching(&pattern);
            if names.is_empty() {
                let message = format!("no file fits `{}`", shown(&pattern));
                let folders = self.files.names().filter_map(|name| Some(name.rsplit_once('/')?.0));
                let folder = pattern.rsplit_once('/').map_or("", |(folder, _)| folder);
                let near = nearest(folder, folders).map(str::to_owned);
                let fault = Diagnostic::error(message).at(self.place(&element));
                self.said.push(fault.did_you_mean(near.as_deref()));
            }
            spliced.extend(names.into_iter().map(|name| including(&element, &name)));
        }
        *list = spliced;
    }

    fn place(&self, node: &Node) -> Place {
        let file = usize::try_from(node.span.file).unwrap_or(usize::MAX);
        let span = node.table().and_then(|table| table.get(FIELD)).map_or(node.span, |field| field.node.span);
        match self.sources.get(file) {
            Some(source) => source.place(text::visible(source, span.bytes())),
            None => Place::file(""),
        }
    }
}

/// The file that is wanted in the place of a table.
fn wanted(node: &Node) -> Option<&str> {
    match node.table()?.0.as_slice() {
        [field] if &*field.key == FIELD => field.node.text(),
        _ => None,
    }
}

/// The same with another name.
fn including(element: &Node, name: &str) -> Node {
    let mut element = element.clone();
    if let Some(text) = element.at_mut(&join(&[], FIELD)) {
        text.value = Value::Text(name.into());
    }
    element
}
