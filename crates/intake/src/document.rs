//! A definition with everything it includes, and the places of its values.

use std::borrow::Cow;

use crate::node::{Node, Path, Span, Step};
use crate::path::{parse, written};
use crate::text::visible;
use crate::{Diagnostic, Place, Source};

/// What was read of a definition and of the files it includes.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// The definition's own text first.
    pub(crate) sources: Vec<Source>,
    pub(crate) root: Node,
    /// What was wrong with the texts already.
    pub(crate) said: Vec<Diagnostic>,
    /// Where something should have been included and could not be.
    pub(crate) lost: Vec<Path>,
}

/// What of a value is pointed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    Value,
    /// The name of its field.
    Key,
    /// The table it should be in.
    Header,
}

impl Document {
    /// The place of a path as constructors write it.
    pub(crate) fn place_of(&self, path: &str, spot: Spot) -> Place {
        match parse(path) {
            Some(steps) => place(&self.sources, &self.root, &steps, spot),
            None => place(&self.sources, &self.root, &[], spot).with_path(path),
        }
    }
}

/// The place of what stands at a path; of the nearest value around it, if nothing does.
pub(crate) fn place(sources: &[Source], root: &Node, path: &[Step<'_>], spot: Spot) -> Place {
    let (mut node, mut depth) = root.nearest(path);
    if spot == Spot::Header && depth == path.len() && depth > 0 {
        (node, depth) = root.nearest(path.get(..depth - 1).unwrap_or_default());
    }
    let key = if spot == Spot::Key { key(root, path) } else { None };
    let whole = if depth == 0 { first_field(node) } else { None };
    mark(sources, key.or(whole).unwrap_or(node.span)).with_path(written(path))
}

/// The name of the field that a file begins with, which stands for the file.
fn first_field(root: &Node) -> Option<Span> {
    let spans = root.table()?.0.iter().map(|field| field.span);
    spans.filter(|span| span.file == root.span.file).min_by_key(|span| span.start)
}

fn key(root: &Node, path: &[Step<'_>]) -> Option<Span> {
    let (last, table) = path.split_last()?;
    match last {
        Step::Key(key) => Some(root.at(table)?.table()?.get(key)?.span),
        Step::Nth(_) => None,
    }
}

/// Points to these bytes: of what goes over several lines to its opening.
fn mark(sources: &[Source], span: Span) -> Place {
    let file = usize::try_from(span.file).unwrap_or(usize::MAX);
    let Some(source) = sources.get(file).or(sources.first()) else { return Place::file("") };
    let bytes = span.bytes();
    let inside = source.text().get(bytes.clone()).unwrap_or_default();
    let opens = inside.starts_with('{') || (inside.starts_with('[') && !inside.starts_with("[["));
    let bytes = match inside.contains('\n') {
        true if opens => bytes.start..bytes.start + 1,
        true if bytes.start == 0 => 0..source.line(1).end,
        _ => bytes,
    };
    source.place(visible(source, bytes))
}

/// A path that owns its steps.
pub(crate) fn join(table: &[Step<'static>], key: &str) -> Path {
    let mut path = table.to_vec();
    path.push(Step::Key(Cow::Owned(key.to_owned())));
    path
}
