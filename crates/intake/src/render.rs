//! How diagnostics look: as a compiler shows them, styled for a terminal or plain for a pipe, or as one
//! JSON document for a program. A line of a file is shown only if its text was kept to be shown (C5).

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use crate::diagnostic::Related;
use crate::place::printed;
use crate::source::count;
use crate::{Diagnostic, Diagnostics, Place, Severity, Source, Sources};

/// Lines longer than this are not shown.
const LONGEST: usize = 4096;

/// Places further apart than this are shown in snippets of their own.
const APART: u64 = 200;

impl Diagnostics {
    /// Every diagnostic as a compiler shows it, and a line that sums up; `styled` is for terminals.
    pub fn human(&self, styled: bool) -> String {
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(110);
        let mut text = String::new();
        for diagnostic in self.iter() {
            text.push_str(&diagnostic.render(&renderer, self.sources()));
            text.push_str("\n\n");
        }
        text.push_str(&self.summary());
        text.push('\n');
        text
    }

    /// All of it as one JSON document.
    pub fn json(&self) -> String {
        // Only texts and numbers are written, so that there is nothing that could not be.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// One line, such as `3 faults, 1 warning in 2 files`.
    pub fn summary(&self) -> String {
        let (errors, warnings) = (self.errors(), self.warnings());
        let mut said = Vec::new();
        if errors > 0 {
            said.push(many(errors, "fault"));
        }
        if warnings > 0 {
            said.push(many(warnings, "warning"));
        }
        if said.is_empty() {
            return "no faults".to_owned();
        }
        let mut text = said.join(", ");
        let files = self.files();
        if files > 0 {
            text.push_str(&format!(" in {}", many(files, "file")));
        }
        match self.left_out() {
            0 => text,
            more => format!("{text}; {more} of them are not shown"),
        }
    }

    fn left_out(&self) -> usize {
        (self.errors() + self.warnings()).saturating_sub(self.iter().count())
    }
}
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.human(false).trim_end())
    }
}
impl std::error::Error for Diagnostics {}

fn many(number: usize, thing: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{s}")
}

impl Diagnostic {
    fn render(&self, renderer: &Renderer, sources: &Sources) -> String {
        let level = match self.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut group = Group::with_title(level.primary_title(self.message()));
        let mut beside: Vec<&Related> = self.others().iter().collect();
        if let Some(place) = self.place() {
            group = match source_of(place, sources) {
                Some(source) => {
                    let near = |related: &&Related| {
                        let line = related.place().line().unwrap_or(u64::MAX);
                        related.place().name() == place.name()
                            && line.abs_diff(place.line().unwrap_or_default()) <= APART
                            && source_of(related.place(), sources).is_some()
                    };
                    let together: Vec<&Related> = beside.iter().copied().filter(near).collect();
                    beside.retain(|related| !near(related));
                    group.element(snippet(source, place, None, AnnotationKind::Primary, &together))
                }
                None => group.element(origin(place)),
            };
        }
        for related in beside {
            let place = related.place();
            group = match source_of(place, sources) {
                Some(source) => {
                    let label = Some(related.message());
                    group.element(snippet(source, place, label, AnnotationKind::Context, &[]))
                }
                None => group.element(Level::NOTE.message(format!("{}: {place}", related.message()))),
            };
        }
        if let Some(help) = self.suggestion() {
            group = group.element(Level::HELP.message(help));
        }
        renderer.render(&[group])
    }
}

/// The text in which the line of a place can be shown.
fn source_of<'s>(place: &Place, sources: &'s Sources) -> Option<&'s Source> {
    let source = sources.get(place.name())?;
    let line = source.line(place.line()?);
    (place.span().end <= source.text().len() && line.len() <= LONGEST && !place.span().is_empty())
        .then_some(source)
}

fn origin(place: &Place) -> Element<'_> {
    let number = |number: Option<u64>| number.and_then(|number| usize::try_from(number).ok());
    let mut origin = Origin::path(printed(place.name()));
    if let Some(line) = number(place.line()) {
        origin = origin.line(line);
        if let Some(column) = number(place.column()) {
            origin = origin.char_column(column);
        }
    }
    origin.into()
}

/// The lines from the first to the last of these places. Of a place that goes over several lines the
/// first is marked.
fn snippet<'a>(
    source: &'a Source,
    place: &'a Place,
    label: Option<&'a str>,
    kind: AnnotationKind,
    together: &[&'a Related],
) -> Snippet<'a, Annotation<'a>> {
    let lines = || together.iter().filter_map(|related| related.place().line()).chain(place.line());
    let first = lines().min().unwrap_or(1);
    let last = lines().max().unwrap_or(first);
    let shown = source.line(first).start..source.line(last).end;
    let text = source.text().get(shown.clone()).unwrap_or_default();
    let within = |place: &Place| -> Range<usize> {
        let line = source.line(place.line().unwrap_or(1));
        let start = place.span().start.clamp(shown.start, line.end);
        let end = place.span().end.min(line.end).max(start);
        start - shown.start..end - shown.start
    };
    let marked = together
        .iter()
        .map(|related| AnnotationKind::Context.span(within(related.place())).label(related.message()));
    Snippet::source(text)
        .path(printed(place.name()))
        .line_start(usize::try_from(first).unwrap_or(1))
        .annotation(kind.span(within(place)).label(label))
        .annotations(marked)
}

/// Diagnostics as they are written in JSON.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Diagnostics")]
struct Written<'a> {
    /// How many faults there are.
    faults: u64,
    /// How many warnings there are.
    warnings: u64,
    /// How many of both are not written here.
    left_out: u64,
    /// Those that are, ordered by file, line and column.
    diagnostics: Vec<&'a Diagnostic>,
}
impl Serialize for Diagnostics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written {
            faults: count(self.errors()),
            warnings: count(self.warnings()),
            left_out: count(self.left_out()),
            diagnostics: self.iter().collect(),
        }
        .serialize(serializer)
    }
}
impl JsonSchema for Diagnostics {
    fn schema_name() -> Cow<'static, str> {
        "Diagnostics".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Written::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    fn said() -> Diagnostics {
        let mut said = Diagnostics::new(&Limits { shown: 4, ..Limits::default() });
        let programme =
            Source::new("programme.toml", "code = \"šola\"\ntilte = { sl = \"Šola\" }\n[[m]]\na = 1\n");
        let edition = Source::new("edition.toml", "programme = \"sola\"\n");
        let name = programme.place(8..15);
        said.add(
            Diagnostic::error("unknown field `tilte`")
                .at(programme.place(15..20).with_path("tilte"))
                .did_you_mean(Some("title")),
        );
        said.add(
            Diagnostic::error("there is no programme `sola`")
                .at(edition.place(12..18).with_path("programme"))
                .related(name.clone(), "this one is defined")
                .did_you_mean(Some("šola")),
        );
        said.add(
            Diagnostic::error("the code `šola` is defined twice")
                .at(programme.place(43..44))
                .related(name, "first defined here"),
        );
        said.add(Diagnostic::warning("nobody read this file").at(Place::file("notes.toml")));
        said.add(Diagnostic::error("expected a date").at(Place::line_of("people.csv", 7, Some(3))));
        said.show(programme);
        said.show(edition);
        said
    }

    #[test]
    fn as_a_compiler_shows_it() {
        let expected = "\
error: there is no programme `sola`
 --> edition.toml:1:13
  |
1 | programme = \"sola\"
  |             ^^^^^^
  |
 ::: programme.toml:1:9
  |
1 | code = \"šola\"
  |         ----- this one is defined
  |
  = help: did you mean `šola`?

warning: nobody read this file
--> notes.toml

error: expected a date
--> people.csv:7:3

error: unknown field `tilte`
 --> programme.toml:2:1
  |
2 | tilte = { sl = \"Šola\" }
  | ^^^^^
  |
  = help: did you mean `title`?

error: the code `šola` is defined twice
 --> programme.toml:3:4
  |
1 | code = \"šola\"
  |         ----- first defined here
2 | tilte = { sl = \"Šola\" }
3 | [[m]]
  |    ^

4 faults, 1 warning in 4 files
";
        assert_eq!(said().human(false), expected);
        assert_eq!(said().to_string(), expected.trim_end());
        assert!(said().human(true).contains("\u{1b}["));
    }

    #[test]
    fn what_goes_beyond_the_limit_is_counted() {
        let mut said = said();
        said.extend(said.clone());
        assert_eq!(said.iter().filter(|said| said.severity() == Severity::Error).count(), 4);
        assert_eq!(said.summary(), "8 faults, 2 warnings in 4 files; 4 of them are not shown");
        said.add(Diagnostic::error("no").at(Place::file("late.toml")));
        assert!(said.iter().any(|one| one.place().is_some_and(|place| place.name() == "late.toml")));
        assert_eq!(said.summary(), "9 faults, 2 warnings in 5 files; 4 of them are not shown");
        assert!(said.is_faulty("late.toml") && !said.is_faulty("notes.toml"));
        assert!(!said.is_sound());
        assert_eq!(Diagnostics::new(&Limits::default()).human(false), "no faults\n");
    }

    #[test]
    fn as_a_program_reads_it() {
        let json: serde_json::Value = serde_json::from_str(&said().json()).unwrap();
        assert_eq!(json["faults"], 4);
        assert_eq!(json["diagnostics"][1]["place"], serde_json::json!({ "file": "notes.toml" }));
        let schema = schemars::schema_for!(Diagnostics);
        assert!(jsonschema::is_valid(schema.as_value(), &json));
    }
}
