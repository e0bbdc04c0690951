//! Which of several alternatives the officer meant, so that the faults of that one are told, as a
//! compiler would, and not those of all.

use guildhall_kernel::serde_json::Value as Json;
use jsonschema::ValidationError;

use crate::expectation::literals;
use crate::explain::{missing, word};
use crate::finding::{Finding, Wrong};
use crate::nearest::nearest;
use crate::node::{Node, Path, Step, Table, shown};
use crate::refusal::one_of;
use crate::schemas::Schema;

type Errors = Vec<ValidationError<'static>>;

/// An alternative and what is wrong if it was meant.
struct Branch<'a> {
    schema: &'a Json,
    errors: &'a Errors,
}

impl Schema {
    pub(crate) fn choose(
        &self,
        root: &Node,
        node: &Node,
        path: Path,
        branches: &[Json],
        context: &[Errors],
        out: &mut Vec<Finding>,
    ) {
        let mut open: Vec<Branch<'_>> = Vec::new();
        self.flatten(branches, context, &mut open);
        open.retain(|branch| branch.schema.get("type").and_then(Json::as_str) != Some("null"));
        if let [only] = open.as_slice() {
            return self.explain_all(root, only.errors, out);
        }
        if open.is_empty() || open.iter().any(|branch| is_opaque(branch.schema)) {
            return out.push(Finding::vague(path, "these fields do not fit together"));
        }
        if node.text().is_some()
            && let Some(finding) = self.text(node, &path, &open)
        {
            return out.push(finding);
        }
        if let Some(table) = node.table() {
            match self.table(table, &path, &open) {
                Chosen::Branch(branch) => return self.explain_all(root, branch.errors, out),
                Chosen::Found(finding) => return out.push(finding),
                Chosen::Unclear => {}
            }
        }
        let fitting = || open.iter().filter(|branch| accepts(branch.schema, node));
        let best = fitting().min_by_key(|branch| {
            let known = node.table().map_or(0, |table| {
                let fields = self.fields(branch.schema);
                table.0.iter().filter(|field| fields.contains(&&*field.key)).count()
            });
            (std::cmp::Reverse(known), branch.errors.len(), std::cmp::Reverse(deepest(branch.errors)))
        });
        match best {
            Some(branch) => self.explain_all(root, branch.errors, out),
            None => {
                let expected = self.of_several(open.iter().map(|branch| branch.schema));
                out.push(Finding::value(path, format!("expected {expected}, found {}", node.found())));
            }
        }
    }

    /// Alternatives inside alternatives stand beside them.
    fn flatten<'a>(&'a self, branches: &'a [Json], context: &'a [Errors], open: &mut Vec<Branch<'a>>) {
        use jsonschema::error::ValidationErrorKind as Kind;
        for (schema, errors) in branches.iter().zip(context) {
            let schema = self.resolved(schema);
            let inner = ["anyOf", "oneOf"].into_iter().find_map(|keyword| schema.get(keyword)?.as_array());
            match (inner, errors.as_slice()) {
                (Some(inner), [error]) if schema.get("properties").is_none() => match error.kind() {
                    Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
                        self.flatten(inner, context, open);
                    }
                    _ => open.push(Branch { schema, errors }),
                },
                _ => open.push(Branch { schema, errors }),
            }
        }
    }

    /// A text where words may stand, among them names of fields that want a table.
    fn text(&self, node: &Node, path: &Path, open: &[Branch<'_>]) -> Option<Finding> {
        let text = node.text()?;
        let free = |branch: &Branch<'_>| {
            branch.schema.get("type").and_then(Json::as_str) == Some("string")
                && literals(branch.schema).is_none()
        };
        let words: Vec<&str> = open.iter().filter_map(|branch| literals(branch.schema)).flatten().collect();
        if words.is_empty() || open.iter().any(free) {
            return None;
        }
        let names: Vec<&str> = open.iter().filter_map(|branch| external(branch.schema)).collect();
        if names.contains(&text) {
            let message = format!("`{text}` needs a value");
            return Some(Finding::value(path.clone(), message).help(format!("write `{{ {text} = … }}`")));
        }
        let mut finding = word(path.clone(), node, &words);
        if !names.is_empty() {
            let expected = self.of_several(open.iter().map(|branch| branch.schema));
            finding.message = format!("expected {expected}, found `{}`", shown(text));
        }
        Some(finding)
    }

    fn table<'a>(&self, table: &Table, path: &Path, open: &'a [Branch<'a>]) -> Chosen<'a> {
        let tables: Vec<&Branch<'_>> = open.iter().filter(|branch| is_table(branch.schema)).collect();
        if let Some(tag) = tag(&tables) {
            let words: Vec<&str> = tables.iter().filter_map(|branch| constant(branch.schema, tag)).collect();
            let Some(field) = table.get(tag) else {
                let help = format!("it is {}", one_of(words.iter().copied()));
                return Chosen::Found(missing(path.clone(), tag).help(help));
            };
            let said = field.node.text();
            return match tables.into_iter().find(|branch| constant(branch.schema, tag) == said) {
                Some(branch) if said.is_some() => Chosen::Branch(branch),
                _ => {
                    let mut path = path.clone();
                    path.push(Step::Key(tag.to_owned().into()));
                    Chosen::Found(word(path, &field.node, &words))
                }
            };
        }
        let names: Vec<&str> = tables.iter().filter_map(|branch| external(branch.schema)).collect();
        if names.is_empty() || names.len() < tables.len() {
            return Chosen::Unclear;
        }
        let named = |key: &str| tables.iter().find(|branch| external(branch.schema) == Some(key));
        if let Some(branch) = table.0.iter().find_map(|field| named(&field.key)) {
            return Chosen::Branch(branch);
        }
        let expected = || format!("expected the field {}", one_of(names.iter().copied()));
        match table.0.as_slice() {
            [field] => {
                let near = nearest(&field.key, names.iter().copied()).map(str::to_owned);
                let help = match &near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => expected(),
                };
                Chosen::Found(Finding {
                    path: path.clone(),
                    message: format!("unknown field `{}`", shown(&field.key)),
                    help: Some(help),
                    wrong: Wrong::Unknown { key: field.key.to_string(), nearest: near },
                    soft: false,
                    vague: false,
                })
            }
            _ => Chosen::Found(Finding::value(path.clone(), expected())),
        }
    }
}

enum Chosen<'a> {
    Branch(&'a Branch<'a>),
    Found(Finding),
    Unclear,
}

/// Whether the alternative only says which fields go together.
fn is_opaque(schema: &Json) -> bool {
    let said = ["type", "const", "enum", "properties", "anyOf", "oneOf", "allOf", "$ref"];
    schema.get("not").is_some() || !said.iter().any(|keyword| schema.get(keyword).is_some())
}

fn is_table(schema: &Json) -> bool {
    schema.get("type").and_then(Json::as_str) == Some("object") || schema.get("properties").is_some()
}

/// Whether the value is of a kind that the alternative takes.
fn accepts(schema: &Json, node: &Node) -> bool {
    let kind = match node.found() {
        "a table" => "object",
        "a list" => "array",
        "a text" | "a date or time" => "string",
        "a whole number" => "integer",
        "a number with a fraction" => "number",
        "yes or no" => "boolean",
        _ => "null",
    };
    let takes = |name: &str| name == kind || (kind == "integer" && name == "number");
    match schema.get("type") {
        Some(Json::String(name)) => takes(name),
        Some(Json::Array(names)) => names.iter().filter_map(Json::as_str).any(takes),
        _ if is_table(schema) => kind == "object",
        _ => literals(schema).is_none() || kind == "string",
    }
}

/// The value of a field that only has one.
fn constant<'a>(schema: &'a Json, field: &str) -> Option<&'a str> {
    let field = schema.get("properties")?.get(field)?;
    match literals(field)?.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// The field that tells all these tables apart.
fn tag<'a>(tables: &[&Branch<'a>]) -> Option<&'a str> {
    let first = tables.first()?.schema.get("properties")?.as_object()?;
    first
        .keys()
        .map(String::as_str)
        .find(|name| tables.len() > 1 && tables.iter().all(|branch| constant(branch.schema, name).is_some()))
}

/// The only field of a table that must have it.
pub(crate) fn external(schema: &Json) -> Option<&str> {
    let fields = schema.get("properties")?.as_object()?;
    let required = schema.get("required")?.as_array()?;
    match (fields.keys().next(), required.as_slice()) {
        (Some(name), [only]) if fields.len() == 1 && only.as_str() == Some(name) => Some(name),
        _ => None,
    }
}

fn deepest(errors: &Errors) -> usize {
    errors.iter().map(|error| error.instance_path().as_str().matches('/').count()).max().unwrap_or_default()
}
