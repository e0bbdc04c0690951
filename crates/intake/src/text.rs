//! From a text to nodes, whatever it is written in, within the limits.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::node::{Node, Span, shown};
use crate::{Diagnostic, Limits, Place, Source, json, toml};

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

    pub(crate) fn fault_with(&mut self, span: Range<usize>, message: String, help: Option<String>) {
        let fault = Diagnostic::error(message).at(self.source.place(visible(self.source, span)));
        self.faults.push(match help {
            Some(help) => fault.help(help),
            None => fault,
        });
    }

    /// A fault of the file as a whole.
    pub(crate) fn whole(&mut self, message: String) {
        self.faults.push(Diagnostic::error(message).at(Place::file(self.source.name())));
    }

    /// Leaves out what is said of a line that something was said of already, if something is broken.
    pub(crate) fn keep_first_of_lines(&mut self, broken: bool) {
        let mut lines = BTreeSet::new();
        let line = |fault: &Diagnostic| fault.place().and_then(Place::line);
        self.faults.retain(|fault| !broken || lines.insert(line(fault)));
    }

    /// How many faults are shown at most.
    pub(crate) const fn shown(&self) -> usize {
        self.limits.shown
    }

    /// How deep tables and lists may stand where the reader itself knows a limit.
    pub(crate) fn deepest(&self, known: usize) -> usize {
        self.limits.depth.min(known)
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
            "a:1:4: expected a value\n\
             a:4:2: the name of the table is not closed with `]`\n\
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
    fn texts_without_quotes_are_told_in_an_officers_words() {
        for (text, fault) in [
            ("a = not_needed", "a:1:5: a text stands between quotes"),
            ("a = institution # x", "a:1:5: a text stands between quotes"),
            ("a = [faculty, \"b\"]", "a:1:6: a text stands between quotes"),
            ("a = Mestna središča, drugi del", "a:1:5: a text stands between quotes"),
            ("a = 07", "a:1:5: a number does not begin with 0; a code stands between quotes"),
            ("a = “x”", "a:1:5: a text stands between straight quotes `\"`, not between `“`"),
            ("a = True", "a:1:5: expected `true` or `false`, found `True`"),
            (
                "a = 1.",
                "a:1:5: expected a number, a date such as `2019-06-03` or a text between quotes, found `1.`",
            ),
            ("a: \"x\"", "a:1:2: expected `=` after the name of the field, found `:`"),
            ("a = \"x", "a:1:6: the text is not closed with `\"`"),
            ("[[a", "a:1:3: the name of the table is not closed with `]]`"),
            ("a", "a:1:1: expected `=` and a value after the name of the field"),
            ("a = { b = 1 = 2 }", "a:1:13: there is one `=` too many"),
            ("a = 1\n[a]\nb = 2", "a:2:2: the field `a` stands twice"),
        ] {
            assert_eq!(read(Format::Toml, text).1, fault, "{text}");
        }
        let source = Source::new("a", "a = not_needed");
        let (_, faults) = super::read(&source, 0, Format::Toml, &Limits::default(), 0, &mut 0);
        assert_eq!(faults[0].suggestion(), Some("write `\"not_needed\"`"));
    }

    #[test]
    fn keys_that_stand_twice_are_found_in_their_own_table() {
        let first = |text: &str| -> Vec<String> {
            let source = Source::new("a", text);
            let (_, faults) = super::read(&source, 0, Format::Toml, &Limits::default(), 0, &mut 0);
            faults
                .iter()
                .map(|fault| {
                    let others: Vec<_> = fault.others().iter().map(|one| one.place().to_string()).collect();
                    format!("{} {} {}", fault.place().unwrap(), fault.message(), others.join(" "))
                })
                .collect()
        };
        for (text, faults) in [
            ("x = 1\n[a]\nx = 1\n[b]\nx = 2\nx = 3", &["a:6:1 the field `x` stands twice a:5:1"][..]),
            ("a.x = 1\nb.x = 1\na.x = 2", &["a:3:3 the field `x` stands twice a:1:3"]),
            ("a = { x = 1, b = { x = 2 }, x = 3 }", &["a:1:29 the field `x` stands twice a:1:7"]),
            ("[a]\nx = 1\n[b]\nx = 1\n[a]\nx = 2\n[c]\nx = 1", &["a:5:2 the field `a` stands twice a:1:2"]),
            ("[[m]]\nx = 1\n[[m]]\n[m.n]\n[m.n]\ny = 1", &["a:5:4 the field `n` stands twice a:4:4"]),
            ("[[m]]\nx = 1\n[[m]]\nx = 1\nx = 2", &["a:5:1 the field `x` stands twice a:4:1"]),
        ] {
            assert_eq!(first(text), faults, "{text}");
        }
        let many: String = (0..40_000).map(|nth| format!("[t{nth}]\na = 1\na = 2\n")).collect();
        assert_eq!(first(&many).len(), 201);
    }

    #[test]
    fn the_limits_of_the_parser_are_said_as_ours() {
        let key = format!("b = 1\n{} = 1\nc = x", ["a"; 200].join("."));
        assert_eq!(read(Format::Toml, &key).1, "a:2:1: tables and lists are nested deeper than 6");
        let deep = format!("a = {}1", "[".repeat(3_000));
        let (_, said) = read(Format::Toml, &deep);
        assert!(
            said.ends_with("tables and lists are nested deeper than 6") && said.lines().count() == 1,
            "{said}"
        );
        let (_, said) = read(Format::Json, &format!("{{\"a\":{}1", "[".repeat(3_000)));
        assert!(
            said.ends_with("tables and lists are nested deeper than 6") && said.lines().count() == 1,
            "{said}"
        );
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
