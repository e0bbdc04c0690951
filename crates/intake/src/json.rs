//! JSON into nodes, strictly as the standard has it; a key that stands twice is a fault.

use jsonc_parser::ast::{ObjectPropName, Value as Ast};
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, common::Ranged, parse_to_ast};

use crate::node::{Field, Node, Number, Span, Table, Value};
use crate::text::Reading;

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Tables and lists inside each other that the parser reads at most.
const DEEPEST: usize = 512;

/// Reads a document. What is returned is whole if nothing but keys that stand twice was found wrong.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Node> {
    let text = reading.source.text();
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(result) => match result.value {
            Some(value) => node(value, 0, reading),
            None => {
                reading.fault(0..text.len(), "expected a table, found an empty file".to_owned());
                None
            }
        },
        Err(error) => {
            let range = error.range();
            let said = match error.kind() {
                ParseErrorKind::NestingDepthExceeded => {
                    format!("tables and lists are nested deeper than {}", reading.deepest(DEEPEST))
                }
                kind => words(kind),
            };
            reading.fault(range.start..range.end, said);
            None
        }
    }
}

fn words(kind: &ParseErrorKind) -> String {
    let said = match kind {
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => {
            "JSON has no comments"
        }
        ParseErrorKind::ExpectedColonAfterObjectKey => "expected `:` after the name of a field",
        ParseErrorKind::ExpectedObjectValue => "expected a value after `:`",
        ParseErrorKind::ExpectedComma => "expected `,`",
        ParseErrorKind::ExpectedStringObjectProperty => "expected the name of a field in double quotes",
        ParseErrorKind::SingleQuotedStringsNotAllowed => "expected a text in double quotes",
        ParseErrorKind::TrailingCommasNotAllowed => "expected a value after `,`",
        ParseErrorKind::MultipleRootJsonValues => "expected nothing after the end of the document",
        ParseErrorKind::UnexpectedCloseBrace => "there is no `{` to this `}`",
        ParseErrorKind::UnexpectedCloseBracket => "there is no `[` to this `]`",
        ParseErrorKind::UnterminatedArray => "the list is not closed with `]`",
        ParseErrorKind::UnterminatedObject => "the table is not closed with `}`",
        ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed
        | ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::NonFiniteNumbersNotAllowed => "JSON does not write numbers like this",
        other => {
            let mut text = other.to_string();
            if let Some(first) = text.get_mut(..1) {
                first.make_ascii_lowercase();
            }
            return text;
        }
    };
    said.to_owned()
}

fn node(value: Ast<'_>, depth: usize, reading: &mut Reading<'_>) -> Option<Node> {
    let range = value.range();
    let span = Span::new(reading.file, range.start, range.end);
    if !reading.count(span) {
        return None;
    }
    let value = match value {
        Ast::NullKeyword(_) => Value::Null,
        Ast::BooleanLit(literal) => Value::Bool(literal.value),
        Ast::StringLit(literal) => Value::Text(literal.value.into()),
        Ast::NumberLit(literal) => Value::Number(number(literal.value, span, reading)?),
        Ast::Array(array) => {
            if !reading.enter(span, depth) {
                return None;
            }
            let mut list = Vec::with_capacity(array.elements.len());
            let mut whole = true;
            for element in array.elements {
                match node(element, depth + 1, reading) {
                    Some(node) => list.push(node),
                    None => whole = false,
                }
            }
            if !whole {
                return None;
            }
            Value::List(list)
        }
        Ast::Object(object) => {
            if !reading.enter(span, depth) {
                return None;
            }
            let mut fields = Vec::with_capacity(object.properties.len());
            let mut whole = true;
            for property in object.properties {
                let range = property.name.range();
                let at = Span::new(reading.file, range.start, range.end);
                let key = match property.name {
                    ObjectPropName::String(literal) => literal.value.into(),
                    ObjectPropName::Word(word) => word.value.into(),
                };
                match node(property.value, depth + 1, reading) {
                    Some(node) => fields.push(Field { key, span: at, node }),
                    None => whole = false,
                }
            }
            fields.sort_by(|a, b| a.key.cmp(&b.key));
            fields.dedup_by(|later, first| {
                let twice = later.key == first.key;
                if twice {
                    reading.twice(later.span.bytes(), &later.key, Some(first.span));
                }
                twice
            });
            if !whole {
                return None;
            }
            Value::Table(Table(fields))
        }
    };
    Some(Node::new(value, span))
}

fn number(text: &str, span: Span, reading: &mut Reading<'_>) -> Option<Number> {
    let whole = !text.contains(['.', 'e', 'E']);
    let read = match whole {
        true => {
            let signed = text.parse().map(Number::Signed);
            signed.or_else(|_| text.parse().map(Number::Unsigned)).ok()
        }
        false => text.parse::<f64>().ok().filter(|number| number.is_finite()).map(Number::Float),
    };
    if read.is_none() {
        reading.fault(span.bytes(), "the number is too large".to_owned());
    }
    read
}
