//! The schema pass: everything in a document that its schema does not allow, each in an officer's
//! words.

use guildhall_kernel::serde_json::Value as Json;
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;

use crate::expectation::{literals, none_of, numbers};
use crate::finding::{Finding, Wrong};
use crate::nearest::nearest;
use crate::node::{Node, Path, shown};
use crate::path::of_pointer;
use crate::refusal::listed;
use crate::schemas::Schema;

/// Unknown fields of one table that are told at once; the others are found when these are repaired.
const UNKNOWN: usize = 1_000;

impl Schema {
    /// Everything that the schema does not allow; nothing where all is well.
    pub(crate) fn findings(&self, root: &Node) -> Vec<Finding> {
        let Some(validator) = self.validator.as_ref().filter(|validator| !validator.is_valid(root)) else {
            return Vec::new();
        };
        let mut findings = Vec::new();
        for error in validator.iter_errors(root) {
            self.explain(root, &error, &mut findings);
        }
        match_up(root, &mut findings);
        findings
    }

    pub(crate) fn explain_all(&self, root: &Node, errors: &[ValidationError<'_>], out: &mut Vec<Finding>) {
        errors.iter().for_each(|error| self.explain(root, error, out));
    }

    fn explain(&self, root: &Node, error: &ValidationError<'_>, out: &mut Vec<Finding>) {
        let path = of_pointer(error.instance_path().as_str(), root);
        let (node, _) = root.nearest(&path);
        let keyword = error.schema_path().as_str();
        let part = keyword.rsplit_once('/').and_then(|(part, _)| self.part(part)).unwrap_or(&Json::Null);
        let found = || node.quoted().map_or_else(|| node.found().to_owned(), |text| format!("`{text}`"));
        out.push(match error.kind() {
            Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
                for key in unexpected.iter().take(UNKNOWN) {
                    out.push(self.unknown(path.clone(), node, key, part));
                }
                return;
            }
            Kind::Required { property } => {
                let key = property.as_str().unwrap_or_default();
                let finding = missing(path, key);
                match self.what_it_is(part, key) {
                    Some(help) => finding.help(help),
                    None => finding,
                }
            }
            Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
                let branches = self.part(keyword).and_then(Json::as_array);
                return self.choose(root, node, path, branches.map_or(&[], Vec::as_slice), context, out);
            }
            Kind::OneOfMultipleValid { .. } => {
                Finding::vague(path, "this can be understood in more than one way")
            }
            Kind::Type { .. } => {
                Finding::value(path, format!("expected {}, found {}", self.expectation(part), node.found()))
            }
            Kind::Enum { .. } | Kind::Constant { .. } => match literals(part) {
                Some(names) => word(path, node, &names),
                None => {
                    let expected = numbers(part).unwrap_or_else(|| "another value".to_owned());
                    Finding::value(path, format!("expected {expected}, found {}", found()))
                }
            },
            Kind::Format { .. } | Kind::Minimum { .. } | Kind::Maximum { .. } => {
                Finding::value(path, format!("expected {}, found {}", self.expectation(part), found()))
            }
            Kind::ExclusiveMinimum { limit } => {
                Finding::value(path, format!("expected more than {limit}, found {}", found()))
            }
            Kind::ExclusiveMaximum { limit } => {
                Finding::value(path, format!("expected less than {limit}, found {}", found()))
            }
            Kind::MultipleOf { multiple_of } => {
                Finding::value(path, format!("expected a multiple of {multiple_of}, found {}", found()))
            }
            Kind::Pattern { .. } if node.text().is_some_and(|text| text.trim().is_empty()) => {
                Finding::soft(path, "the text is empty")
            }
            Kind::Pattern { .. } => {
                let finding = Finding::soft(path, format!("{} is not written as it has to be", found()));
                match example(part) {
                    Some(example) => finding.help(format!("it is written like `{}`", shown(example))),
                    None => finding,
                }
            }
            Kind::MinLength { limit } if *limit <= 1 => Finding::soft(path, "the text is empty"),
            Kind::MinLength { limit } => {
                Finding::soft(path, format!("the text has fewer than {limit} characters"))
            }
            Kind::MaxLength { limit } => {
                Finding::soft(path, format!("the text has more than {limit} characters"))
            }
            Kind::MinItems { limit } if *limit <= 1 => Finding::soft(path, "the list is empty"),
            Kind::MinItems { limit } => {
                Finding::soft(path, format!("the list has fewer than {limit} values"))
            }
            Kind::MaxItems { limit } => Finding::soft(path, format!("the list has more than {limit} values")),
            Kind::AdditionalItems { limit } => {
                Finding::soft(path, format!("the list has more than {limit} values"))
            }
            Kind::UniqueItems => Finding::soft(path, "a value stands twice in the list"),
            Kind::MinProperties { limit } if *limit <= 1 => Finding::soft(path, "the table is empty"),
            Kind::MinProperties { limit } => {
                Finding::soft(path, format!("the table has fewer than {limit} fields"))
            }
            Kind::MaxProperties { limit } => {
                Finding::soft(path, format!("the table has more than {limit} fields"))
            }
            Kind::PropertyNames { .. } => {
                // Which name it is the error does not say; the constructor of the names does.
                Finding::soft(path, "the name of a field is not written as it has to be")
            }
            Kind::FalseSchema => Finding::value(path, "there must be nothing here"),
            _ => Finding::vague(path, "this does not fit here"),
        });
    }

    fn unknown(&self, path: Path, node: &Node, key: &str, part: &Json) -> Finding {
        let known = self.fields(part);
        let nearest = nearest(key, known.iter().copied()).map(str::to_owned);
        let mut finding = Finding {
            path,
            message: format!("unknown field `{}`", shown(key)),
            help: nearest.as_ref().map(|nearest| format!("did you mean `{nearest}`?")),
            wrong: Wrong::Unknown { key: key.to_owned(), nearest },
            soft: false,
            vague: false,
        };
        let is_free = |name: &&str| node.table().is_none_or(|table| table.get(name).is_none());
        let free: Vec<&str> = known.into_iter().filter(is_free).collect();
        if finding.help.is_none() && (1..=12).contains(&free.len()) {
            finding.help = Some(format!("there may also be {}", listed(free)));
        }
        finding
    }

    /// The names of all fields that a table may have.
    pub(crate) fn fields<'s>(&'s self, part: &'s Json) -> Vec<&'s str> {
        let mut names = Vec::new();
        self.collect_fields(part, &mut names, 0);
        names.sort_unstable();
        names.dedup();
        names
    }

    fn collect_fields<'s>(&'s self, part: &'s Json, names: &mut Vec<&'s str>, depth: usize) {
        if depth > 8 {
            return;
        }
        let target = self.resolved(part);
        for part in if std::ptr::eq(target, part) { vec![part] } else { vec![part, target] } {
            let fields = part.get("properties").and_then(Json::as_object);
            names.extend(fields.into_iter().flatten().map(|(name, _)| name.as_str()));
            for keyword in ["allOf", "anyOf", "oneOf"] {
                let branches = part.get(keyword).and_then(Json::as_array);
                branches
                    .into_iter()
                    .flatten()
                    .for_each(|branch| self.collect_fields(branch, names, depth + 1));
            }
        }
    }
}

impl Schema {
    /// What the field of a table is to be, where that can be said.
    fn what_it_is(&self, table: &Json, key: &str) -> Option<String> {
        let field = self.resolved(table).get("properties")?.get(key)?;
        let examples = |part: &Json| part.get("examples").and_then(|all| all.get(0)).cloned();
        match examples(field).or_else(|| examples(self.resolved(field))) {
            Some(Json::String(text)) => Some(format!("it is written like `{}`", shown(&text))),
            Some(number @ Json::Number(_)) => Some(format!("it is written like `{number}`")),
            _ => Some(self.expectation(field))
                .filter(|it| it != "another value")
                .map(|it| format!("it takes {it}")),
        }
    }
}

pub(crate) fn missing(path: Path, key: &str) -> Finding {
    Finding {
        path,
        message: format!("missing field `{}`", shown(key)),
        help: None,
        wrong: Wrong::Missing { key: key.to_owned() },
        soft: false,
        vague: false,
    }
}

/// A value that is none of the words that may stand here.
pub(crate) fn word(path: Path, node: &Node, names: &[&str]) -> Finding {
    let Some(text) = node.text() else {
        return Finding::value(path, none_of(names, node.found()));
    };
    let nearest = nearest(text, names.iter().copied());
    Finding::value(path, none_of(names, &format!("`{}`", shown(text)))).did_you_mean(nearest)
}

fn example(part: &Json) -> Option<&str> {
    part.get("examples")?.as_array()?.first()?.as_str()
}

/// Whether one of two tables may be a part of the other under a misspelt name.
pub(crate) fn go_together(known: &Node, misspelt: Option<&Node>) -> bool {
    match (known.table(), misspelt.and_then(Node::table)) {
        (Some(known), Some(misspelt)) => misspelt.0.iter().all(|field| known.get(&field.key).is_none()),
        _ => false,
    }
}

/// A field that is misspelt is not missing as well.
fn match_up(root: &Node, findings: &mut Vec<Finding>) {
    let missing: Vec<(Path, String)> = findings
        .iter()
        .filter_map(|finding| match &finding.wrong {
            Wrong::Missing { key } => Some((finding.path.clone(), key.clone())),
            _ => None,
        })
        .collect();
    let mut meant: Vec<(Path, String)> = Vec::new();
    for finding in findings.iter_mut() {
        let Wrong::Unknown { key, nearest: near } = &mut finding.wrong else { continue };
        let table = root.at(&finding.path).and_then(Node::table);
        let written = table.and_then(|table| table.get(key)).map(|field| &field.node);
        let free = |name: &str| {
            table.and_then(|table| table.get(name)).is_none_or(|field| go_together(&field.node, written))
                && !meant.iter().any(|(path, meant)| *path == finding.path && meant == name)
        };
        let here = missing.iter().filter(|(path, name)| *path == finding.path && free(name));
        if let Some(name) = nearest(key, here.map(|(_, name)| name.as_str())) {
            *near = Some(name.to_owned());
            finding.help = Some(format!("did you mean `{name}`?"));
        } else if near.as_deref().is_some_and(|name| !free(name)) {
            // What stands there already was not meant.
            *near = None;
            finding.help = None;
        }
        if let Some(name) = near {
            meant.push((finding.path.clone(), name.clone()));
        }
    }
    findings.retain(|finding| match &finding.wrong {
        Wrong::Missing { key } => !meant.iter().any(|(path, name)| *path == finding.path && name == key),
        _ => true,
    });
}
