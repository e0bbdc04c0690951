//! From a text to nodes, whatever it is written in, within the limits.

use std::ops::Range;

use crate::node::{Node, Span, shown};
use crate::{Diagnostic, Limits, Source, json, toml};

/// What a definition is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Toml,
    Json,
}

impl Format {
    /// By the end of a file's name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1 {
            "toml" => Some(Self::Toml),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// A text that is being read.
pub(crate) struct Reading<'a> {
    pub(crate) source: &'a Source,
    /// Which of the document's files it is.
    pub(crate) file: u32,
    limits: &'a Limits,
    /// How deep the values stand that include this text.
    above: usize,
    values: &'a mut usize,
    faults: Vec<Diagnostic>,
    stopped: bool,
}

/// Reads a text. There is no value without a fault that says why, but there may be both, if a key
/// stands twice.
pub(crate) fn read(
    source: &Source,
    file: u32,
    format: Format,
    limits: &Limits,
    above: usize,
    values: &mut usize,
) -> (Option<Node>, Vec<Diagnostic>) {
    let mut reading = Reading { source, file, limits, above, values, faults: Vec::new(), stopped: false };
    let node = match format {
        Format::Toml => toml::read(&mut reading),
        Format::Json => json::read(&mut reading),
    };
    (node, reading.faults)
}

impl Reading<'_> {
    pub(crate) fn fault(&mut self, span: Range<usize>, message: String) {
        self.faults.push(Diagnostic::error(message).at(self.source.place(visible(self.source, span))));
    }

    pub(crate) fn twice(&mut self, span: Range<usize>, key: &str, first: Option<Span>) {
        let message = format!("the field `{}` stands twice", shown(key));
        let mut fault = Diagnostic::error(message).at(self.source.place(visible(self.source, span)));
        if let Some(first) = first {
            fault = fault.related(self.source.place(first.bytes()), "first written here");
        }
        self.faults.push(fault);
    }

    /// Whether a table or list may stand this deep.
    pub(crate) fn enter(&mut self, span: Span, depth: usize) -> bool {
        let most = self.limits.depth;
        let fits = self.above + depth < most;
        if !fits && !self.stopped {
            self.stopped = true;
            self.fault(span.bytes(), format!("tables and lists are nested deeper than {most}"));
        }
        fits
    }

    /// Whether one value more may be read.
    pub(crate) fn count(&mut self, span: Span) -> bool {
        *self.values += 1;
        let most = self.limits.values;
        let fits = *self.values <= most;
        if !fits && !self.stopped {
            self.stopped = true;
            self.fault(span.bytes(), format!("the definition has more than {most} values"));
        }
        fits
    }
}

impl Span {
    pub(crate) fn bytes(self) -> Range<usize> {
        let wide = |byte| usize::try_from(byte).unwrap_or(usize::MAX);
        wide(self.start)..wide(self.end)
    }
}

/// At least one character, so that there is something to point to.
pub(crate) fn visible(source: &Source, span: Range<usize>) -> Range<usize> {
    let text = source.text();
    let end = span.end.min(text.len());
    let start = span.start.min(end);
    if start < end {
        return start..end;
    }
    match text.get(start..).and_then(|rest| rest.chars().next()) {
        Some(next) if next != '\n' && next != '\r' => start..start + next.len_utf8(),
        _ => {
            let before = text.get(..start).and_then(|before| before.chars().next_back());
            let before = before.filter(|c| *c != '\n' && *c != '\r');
            start - before.map_or(0, char::len_utf8)..start
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(format: Format, text: &str) -> (String, String) {
        let source = Source::new("a", text);
        let limits = Limits { depth: 6, values: 40, ..Limits::default() };
        let (node, faults) = super::read(&source, 0, format, &limits, 0, &mut 0);
        let faults: Vec<_> =
            faults.iter().map(|fault| format!("{}: {}", fault.place().unwrap(), fault.message())).collect();
        (node.map(|node| node.json().to_string()).unwrap_or_default(), faults.join("\n"))
    }

    #[test]
    fn both_say_the_same() {
        let toml = "a = 1\nb = [true, 1.5, \"ž\"]\n[[c]]\nd.e = 2019-06-03\n[[c]]\nd.e = 2019-06-03 09:00\n";
        let json = r#"{ "c": [{"d": {"e": "2019-06-03"}}, {"d": {"e": "2019-06-03T09:00:00"}}],
            "a": 1, "b": [true, 1.5, "\u017e"] }"#;
        let expected =
            r#"{"a":1,"b":[true,1.5,"ž"],"c":[{"d":{"e":"2019-06-03"}},{"d":{"e":"2019-06-03T09:00:00"}}]}"#;
        assert_eq!(read(Format::Toml, toml), (expected.to_owned(), String::new()));
        assert_eq!(read(Format::Json, json), (expected.to_owned(), String::new()));
    }

    #[test]
    fn syntax_faults_are_said_at_once() {
        let (node, faults) =
            read(Format::Toml, "a = \nb = 1\nb = 2\n[c\nd = x\ne = 99999999999999999999\nf = nan\n");
        assert_eq!(node, "");
        assert_eq!(
            faults,
            "a:4:2: unclosed table, expected `]`\n\
             a:1:4: string values must be quoted, expected literal string\n\
             a:3:1: the field `b` stands twice"
        );
        let (node, faults) = read(Format::Json, "{\n\"a\": 1,\n\"a\": 2,\n\"b\": 1e999 }");
        assert_eq!(node, "");
        assert_eq!(faults, "a:4:6: the number is too large\na:3:1: the field `a` stands twice");
        for (text, fault) in [
            ("{ // no\n}", "a:1:3: JSON has no comments"),
            ("{ \"a\": 1, }", "a:1:9: expected a value after `,`"),
            ("", "a:1:1: expected a table, found an empty file"),
            ("{ 'a': 1 }", "a:1:3: expected a text in double quotes"),
            ("{ \"a\": [1 2] }", "a:1:10: expected `,`"),
            ("{ \"a\": 1", "a:1:1: the table is not closed with `}`"),
        ] {
            assert_eq!(read(Format::Json, text), (String::new(), fault.to_owned()), "{text}");
        }
    }

    #[test]
    fn nothing_goes_beyond_the_limits() {
        for (format, text) in [(Format::Toml, "a = [[[[[[1]]]]]]"), (Format::Json, "{\"a\":[[[[[[1]]]]]]}")] {
            assert!(read(format, text).1.ends_with("tables and lists are nested deeper than 6"));
        }
        let many = format!("a = [{}]", "1,".repeat(50));
        assert_eq!(read(Format::Toml, &many).1, "a:1:84: the definition has more than 40 values");
        assert_eq!(read(Format::Toml, &many).0, "");
    }
}
