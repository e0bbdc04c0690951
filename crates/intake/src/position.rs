//! What the schema says of one place in a document.

use guildhall_kernel::serde_json::Value as Json;

use crate::expectation::literals;
use crate::node::{Node, Step};
use crate::schemas::Schema;

/// Schemas nest deeper than this only in a circle.
const DEEPEST: usize = 12;

impl Schema {
    /// Every part of the schema that a value at this path has to do with.
    pub(crate) fn parts_at<'s>(&'s self, root: &Node, path: &[Step<'_>]) -> Vec<&'s Json> {
        let mut parts = vec![&self.json];
        let mut node = Some(root);
        for step in path {
            parts = parts.into_iter().flat_map(|part| self.inner(part, step, node)).collect();
            node = node.and_then(|node| node.step(step));
        }
        parts
    }

    /// Whether a table at this path must have this field.
    pub(crate) fn requires(&self, root: &Node, path: &[Step<'_>], key: &str) -> bool {
        let node = root.at(path);
        let parts = self.parts_at(root, path).into_iter().flat_map(|part| self.spread(part, node, key));
        parts.filter_map(|part| part.get("required")?.as_array()).flatten().any(|name| name == key)
    }

    /// The part, and every part that stands for the same value: behind references and in
    /// alternatives, but for those that a field of the value rules out; not the one that is asked for.
    fn spread<'s>(&'s self, part: &'s Json, node: Option<&Node>, asked: &str) -> Vec<&'s Json> {
        let mut parts = Vec::new();
        self.collect(part, node, asked, &mut parts, 0);
        parts
    }

    fn collect<'s>(
        &'s self,
        part: &'s Json,
        node: Option<&Node>,
        asked: &str,
        parts: &mut Vec<&'s Json>,
        depth: usize,
    ) {
        let part = self.resolved(part);
        if depth > DEEPEST
            || parts.iter().any(|known| std::ptr::eq(*known, part))
            || ruled_out(part, node, asked)
        {
            return;
        }
        parts.push(part);
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let branches = part.get(keyword).and_then(Json::as_array);
            branches
                .into_iter()
                .flatten()
                .for_each(|branch| self.collect(branch, node, asked, parts, depth + 1));
        }
    }

    /// What the part says of a value one step further in.
    pub(crate) fn inner<'s>(&'s self, part: &'s Json, step: &Step<'_>, node: Option<&Node>) -> Vec<&'s Json> {
        let asked = match step {
            Step::Key(key) => key,
            Step::Nth(_) => "",
        };
        let parts = self.spread(part, node, asked).into_iter();
        let inner = parts.filter_map(|part| match step {
            Step::Key(key) => {
                let named = part.get("properties").and_then(|fields| fields.get(&**key));
                named
                    .or_else(|| part.get("additionalProperties").filter(|any| any.is_object()))
                    .or_else(|| part.get("patternProperties")?.as_object()?.values().next())
            }
            Step::Nth(nth) => {
                let listed = part.get("prefixItems").and_then(|items| items.get(nth));
                listed.or_else(|| part.get("items").filter(|items| items.is_object()))
            }
        });
        let mut inner: Vec<&Json> = inner.map(|part| self.resolved(part)).collect();
        inner.dedup_by(|a, b| std::ptr::eq(*a, *b));
        inner
    }
}

/// Whether a field of the value has another word than the only one that the part allows.
fn ruled_out(part: &Json, node: Option<&Node>, asked: &str) -> bool {
    let Some(table) = node.and_then(Node::table) else { return false };
    let fields = part.get("properties").and_then(Json::as_object);
    fields.into_iter().flatten().filter(|(name, _)| *name != asked).any(|(name, field)| {
        let said = table.get(name).and_then(|field| field.node.text());
        match (literals(field).as_deref(), said) {
            (Some([only]), Some(said)) => *only != said,
            _ => false,
        }
    })
}
