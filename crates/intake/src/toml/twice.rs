//! Where a key that stands twice in TOML was written first: in the same table, as its header, its braces
//! and the dots before the key tell.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::node::{Node, Span, Table, Value};

/// So many bytes before a key are looked at for what it belongs to.
const BEFORE: usize = 1_000;

/// The tables of a document by where they are written.
pub(crate) struct Tables<'a> {
    text: &'a str,
    root: &'a Node,
    /// The line on which each header stands, in order; no table for a header that stands twice.
    headers: Vec<(usize, Option<&'a Node>)>,
    /// Tables in braces, ordered by their beginning.
    braced: Vec<&'a Node>,
}

/// A key that stands twice.
pub(crate) struct Twice {
    pub(crate) name: String,
    pub(crate) first: Option<Span>,
}

impl<'a> Tables<'a> {
    pub(crate) fn of(text: &'a str, root: &'a Node, twice: &[Range<usize>]) -> Self {
        let mut tables = Self { text, root, headers: Vec::new(), braced: Vec::new() };
        tables.gather(root);
        let again: Vec<_> = twice.iter().filter_map(|span| tables.header(span)).collect();
        tables.headers.extend(again.into_iter().map(|line| (line, None)));
        // A header that stands twice comes before the table that is known by it.
        tables.headers.sort_by_key(|(line, table)| (*line, table.is_some()));
        tables.headers.dedup_by_key(|(line, _)| *line);
        tables.braced.sort_by_key(|table| table.span.start);
        tables
    }

    fn gather(&mut self, node: &'a Node) {
        match &node.value {
            Value::List(list) => list.iter().for_each(|node| self.table(node, None)),
            Value::Table(table) => table.0.iter().for_each(|field| self.table(&field.node, Some(field.span))),
            _ => {}
        }
    }

    fn table(&mut self, node: &'a Node, key: Option<Span>) {
        if let Value::Table(_) = node.value {
            let written = self.text.get(node.span.bytes()).unwrap_or_default();
            if written.starts_with('{') {
                self.braced.push(node);
            } else if written.starts_with('[') {
                let known =
                    [key.and_then(|key| self.header(&key.bytes())), self.line(node.span.bytes().start)];
                self.headers.extend(known.into_iter().flatten().map(|line| (line, Some(node))));
            }
        }
        self.gather(node);
    }

    /// What is known of a key that stands twice; nothing if it does only because its header does.
    pub(crate) fn find(&self, span: &Range<usize>) -> Option<Twice> {
        let key = self.text.get(span.clone()).unwrap_or_default();
        let line = self.line(span.start);
        if self.header(span).is_some() {
            let before = line.and_then(|line| self.text.get(line..span.start)).unwrap_or_default();
            if let Some(first) = line.and_then(|line| self.earlier_header(line, span)) {
                return Some(Twice { name: key.trim_matches(['"', '\'']).to_owned(), first: Some(first) });
            }
            return Some(Self::walk(self.root, before.trim_start().trim_start_matches('['), key, span));
        }
        let small = |span: Span| span.bytes();
        let until = self.braced.partition_point(|table| small(table.span).start <= span.start);
        let inside = self.braced.get(..until).unwrap_or_default();
        if let Some(table) = inside.iter().rev().find(|table| small(table.span).end > span.start) {
            let from = self.from(span.start).max(small(table.span).start + 1);
            let before = self.text.get(from..span.start).unwrap_or_default();
            let before = before.rsplit([',', '{', '\n']).next().unwrap_or_default();
            return Some(Self::walk(table, before, key, span));
        }
        let until = self.headers.partition_point(|(line, _)| *line <= span.start);
        let table = match until.checked_sub(1).and_then(|last| self.headers.get(last)) {
            Some((_, None)) => return None,
            Some((_, Some(table))) => table,
            None => self.root,
        };
        let before = line.and_then(|line| self.text.get(line..span.start)).unwrap_or_default();
        Some(Self::walk(table, before, key, span))
    }

    /// From a table through the names before a key to the field that has it already.
    fn walk(table: &Node, before: &str, key: &str, span: &Range<usize>) -> Twice {
        let names = names(&format!("{before}{key} = 0"));
        let mut at = Some(table);
        let Some((last, around)) = names.split_last() else {
            return Twice { name: key.to_owned(), first: None };
        };
        for name in around {
            at = at.and_then(|node| newest(node, span)?.get(name)).map(|field| &field.node);
        }
        let field = at.and_then(|node| newest(node, span)?.get(last));
        let first = field.map(|field| field.span).filter(|first| first.bytes().start < span.start);
        Twice { name: last.clone(), first }
    }

    /// The same header before this one, which the parser gives up for it.
    fn earlier_header(&self, line: usize, key: &Range<usize>) -> Option<Span> {
        let (before, header) = (self.text.get(..line)?, self.text.get(line..key.end)?);
        let begins = |at: usize| at == 0 || before.as_bytes().get(at - 1) == Some(&b'\n');
        let ends = |at: usize| {
            before.get(at + header.len()..).is_some_and(|rest| rest.trim_start().starts_with(']'))
        };
        let (at, _) = before.rmatch_indices(header).find(|(at, _)| begins(*at) && ends(*at))?;
        Some(Span::new(self.root.span.file, at + (key.start - line), at + (key.end - line)))
    }

    /// The line of a key, if it stands in a header.
    fn header(&self, key: &Range<usize>) -> Option<usize> {
        let line = self.line(key.start)?;
        let before = self.text.get(line..key.start)?;
        (before.trim_start().starts_with('[') && !before.contains('{')).then_some(line)
    }

    /// Where the line begins that this byte is in, if it is near.
    fn line(&self, byte: usize) -> Option<usize> {
        let from = self.from(byte);
        let before = self.text.get(from..byte)?;
        before.rfind('\n').map(|end| from + end + 1).or((from == 0).then_some(0))
    }

    fn from(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte.saturating_sub(BEFORE))
    }
}

/// A table, or the last in a list of tables that begins before.
fn newest<'n>(node: &'n Node, span: &Range<usize>) -> Option<&'n Table> {
    let Some(list) = node.list() else { return node.table() };
    let until = list.partition_point(|one| one.span.bytes().start < span.start);
    list.get(until.checked_sub(1)?)?.table()
}

/// The names of a dotted key.
fn names(line: &str) -> Vec<String> {
    let (document, errors) = DeTable::parse_recoverable(line);
    let mut names = Vec::new();
    let mut next = errors.is_empty().then(|| document.into_inner());
    while let Some((name, value)) = next.take().and_then(|table| table.into_iter().next()) {
        names.push(name.into_inner().into_owned());
        if let DeValue::Table(table) = value.into_inner() {
            next = Some(table);
        }
    }
    names
}
