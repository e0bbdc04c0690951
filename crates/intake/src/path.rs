//! Paths as constructors and officers write them, `curriculum.modules[2].code`.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::node::{Node, Path, Step};

/// Reads a path. Nothing if it is none: it has spaces, or empty parts.
pub(crate) fn parse(text: &str) -> Option<Path> {
    let mut path = Path::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('[') {
            let (number, after) = after.split_once(']')?;
            path.push(Step::Nth(number.parse().ok()?));
            rest = after;
        } else {
            let after = match path.is_empty() {
                true => rest,
                false => rest.strip_prefix('.')?,
            };
            let end = after.find(['.', '[']).unwrap_or(after.len());
            let (key, after) = after.split_at_checked(end)?;
            if key.is_empty() || key.contains(|c: char| c.is_whitespace() || c.is_control()) {
                return None;
            }
            path.push(Step::Key(Cow::Owned(key.to_owned())));
            rest = after;
        }
    }
    Some(path)
}

/// Writes a path.
pub(crate) fn written(path: &[Step<'_>]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Step::Nth(nth) => {
                let _ = write!(text, "[{nth}]");
            }
        }
    }
    text
}

/// Reads a JSON pointer.
pub(crate) fn of_pointer(pointer: &str, root: &Node) -> Path {
    let mut node = Some(root);
    let mut path = Path::new();
    for part in pointer.split('/').skip(1) {
        let step = match node.and_then(Node::list) {
            Some(_) => Step::Nth(part.parse().unwrap_or(usize::MAX)),
            None => Step::Key(Cow::Owned(part.replace("~1", "/").replace("~0", "~"))),
        };
        node = node.and_then(|node| node.step(&step));
        path.push(step);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_as_they_are_written() {
        let key = |key: &str| Step::Key(Cow::Owned(key.to_owned()));
        assert_eq!(parse(""), Some(vec![]));
        assert_eq!(
            parse("curriculum.modules[2].code"),
            Some(vec![key("curriculum"), key("modules"), Step::Nth(2), key("code")])
        );
        assert_eq!(parse("[3]"), Some(vec![Step::Nth(3)]));
        assert_eq!(written(&parse("a.b[2][0].c").unwrap()), "a.b[2][0].c");
        for text in ["a..b", ".a", "a.", "a[", "a[x]", "a b", "a[1]b"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
