//! Where something stands in what an officer wrote: file, bytes, line, column and path.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

/// A place in a file, or a file as a whole.
///
/// Its text is what editors and terminals understand, `programme.toml:12:3`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    file: Arc<str>,
    line: Option<u64>,
    column: Option<u64>,
    start: usize,
    end: usize,
    path: Box<str>,
}

impl Place {
    /// A whole file, for what has no line: it is missing, or it cannot be read at all.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), line: None, column: None, start: 0, end: 0, path: Box::default() }
    }

    /// A line, and a column if it is known, both from 1; for files whose text is not kept, so that
    /// no line of them can be shown.
    pub fn line_of(file: impl Into<Arc<str>>, line: u64, column: Option<u64>) -> Self {
        Self { line: Some(line), column, ..Self::file(file) }
    }

    pub(crate) fn spanned(file: Arc<str>, line: u64, column: u64, span: Range<usize>) -> Self {
        let Range { start, end } = span;
        Self { file, line: Some(line), column: Some(column), start, end, path: Box::default() }
    }

    /// The same place, with the path of the value that stands there.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<Box<str>>) -> Self {
        self.path = path.into();
        self
    }

    /// The name of the file, as the folder knows it: with `/` between its parts.
    pub fn name(&self) -> &str {
        &self.file
    }

    /// The line, from 1; none for a whole file.
    pub const fn line(&self) -> Option<u64> {
        self.line
    }

    /// The column, from 1, counted in characters.
    pub const fn column(&self) -> Option<u64> {
        self.column
    }

    /// The bytes of the file's text, after its byte order mark; empty where only a line is known.
    pub const fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The path of the value, such as `curriculum.modules[2].code`; empty for the whole.
    pub fn path(&self) -> &str {
        &self.path
    }
}
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&printed(&self.file))?;
        for number in [self.line, self.column].into_iter().map_while(|number| number) {
            write!(f, ":{number}")?;
        }
        Ok(())
    }
}

/// The name of a file as it may reach a terminal: control characters escaped.
pub(crate) fn printed(name: &str) -> Cow<'_, str> {
    if !name.contains(char::is_control) {
        return Cow::Borrowed(name);
    }
    let escaped = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    Cow::Owned(name.chars().map(escaped).collect())
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} {} ({}..{})", self.path, self.start, self.end)
    }
}

/// A place as it is written in JSON.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct WrittenPlace<'a> {
    /// The name of the file.
    file: &'a str,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    /// The column, from 1, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u64>,
    /// The first byte and the byte after the last, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<(usize, usize)>,
    /// The path of the value, where it has one.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    path: &'a str,
}
impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = (self.end > 0).then_some((self.start, self.end));
        let Self { line, column, .. } = *self;
        WrittenPlace { file: &self.file, line, column, bytes, path: &self.path }.serialize(serializer)
    }
}
impl JsonSchema for Place {
    fn schema_name() -> Cow<'static, str> {
        "Place".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        WrittenPlace::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_says_what_is_known_of_it() {
        assert_eq!(Place::file("a.toml").to_string(), "a.toml");
        assert_eq!(Place::file("a\u{1b}[31m.toml").to_string(), "a\\u{1b}[31m.toml");
        assert_eq!(Place::line_of("a.csv", 3, None).to_string(), "a.csv:3");
        let place = Place::spanned("a.toml".into(), 3, 7, 20..24).with_path("title.sl");
        assert_eq!(place.to_string(), "a.toml:3:7");
        assert_eq!(
            serde_json::to_string(&place).unwrap(),
            r#"{"file":"a.toml","line":3,"column":7,"bytes":[20,24],"path":"title.sl"}"#
        );
        assert_eq!(serde_json::to_string(&Place::file("a.toml")).unwrap(), r#"{"file":"a.toml"}"#);
    }
}
