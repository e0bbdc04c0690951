//! What the TOML parser says, in an officer's words, and what it calls a number or a word that is a text
//! without quotes.

use std::ops::Range;

use crate::node::shown;

/// A fault of syntax.
#[derive(Debug)]
pub(crate) struct Syntax {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

/// What the parser says where a value without quotes is none.
const BARE: [&str; 20] = [
    "string values must be quoted",
    "missing opening quote",
    "invalid float",
    "invalid boolean",
    "invalid date",
    "invalid time",
    "invalid datetime",
    "invalid integer number",
    "invalid hexadecimal number",
    "invalid octal number",
    "invalid binary number",
    "unexpected leading zero",
    "redundant ",
    "invalid fraction",
    "invalid mantissa",
    "invalid exponent",
    "unexpected sign",
    "radix must be lowercase",
    "integers with a radix",
    "`_` may only go between digits",
];

/// The beginning of what the parser says, and what is said instead.
const WORDS: [(&str, &str); 34] = [
    ("invalid multi-line basic string, expected `\"`", "the text is not closed with `\"\"\"`"),
    ("invalid multi-line literal string, expected `'`", "the text is not closed with `'''`"),
    ("invalid basic string, expected `\"`", "the text is not closed with `\"`"),
    ("invalid literal string, expected `'`", "the text is not closed with `'`"),
    ("invalid basic string", "a text on one line holds no such character"),
    ("invalid literal string", "a text on one line holds no such character"),
    ("invalid multi-line", "a text holds no such character"),
    ("missing escaped value", "`\\` begins no character that is known; for the sign itself write `\\\\`"),
    (
        "too few unicode value digits",
        "`\\` begins no character that is known; for the sign itself write `\\\\`",
    ),
    ("invalid value", "`\\` begins no character that is known; for the sign itself write `\\\\`"),
    ("unclosed table", "the name of the table is not closed with `]`"),
    ("unclosed array table, expected `]`", "the name of the table is not closed with `]]`"),
    ("unclosed array table", "the name of the table is not closed with `]]`"),
    ("unclosed array", "the list is not closed with `]`"),
    ("unclosed inline table", "the table is not closed with `}`"),
    ("key with no value", "expected `=` and a value after the name of the field"),
    ("missing value for key", "expected `=` and a value after the name of the field"),
    ("missing value", "expected a value"),
    ("extra `=`", "there is one `=` too many"),
    ("extra comma", "there is one `,` too many"),
    ("missing comma between array elements", "expected `,` between two values of the list"),
    ("missing comma between key-value pairs", "expected `,` between two fields"),
    ("extra assignment between key-value pairs", "there is one `=` too many"),
    ("missing assignment between key-value pairs", "expected `=` and a value after the name of the field"),
    ("missing key", "expected the name of a field"),
    ("unexpected `=` in array", "a list holds values, not fields"),
    ("missing array opening", "there is no `[` to this `]`"),
    ("missing table open", "there is no `[` to this `]`"),
    ("missing inline table opening", "there is no `{` to this `}`"),
    ("unexpected ", "expected nothing more on this line"),
    ("cannot extend value", "the field has a value already and holds no fields"),
    ("carriage return", "the line does not end as lines do"),
    ("invalid comment character", "a remark holds no such character"),
    ("invalid key-value pair", "expected the name of a field, `=` and a value"),
];

pub(crate) fn syntax(text: &str, span: Range<usize>, said: &str) -> Syntax {
    if BARE.iter().any(|words| said.starts_with(words)) {
        return bare(text, span);
    }
    let help = None;
    if said.contains("unquoted key")
        || said.starts_with("keys cannot be")
        || said.starts_with("key with no value")
    {
        let rest = text.get(span.start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        if let Some(colon) =
            line.find(':').filter(|colon| line.get(..*colon).is_some_and(|it| !it.contains('=')))
        {
            let at = span.start + colon;
            let message = "expected `=` after the name of the field, found `:`".to_owned();
            return Syntax { span: at..at + 1, message, help };
        }
    }
    if said.contains("unquoted key") || said.starts_with("keys cannot be") {
        let message = "the name of a field has letters a to z, digits, `_` and `-`, or stands between quotes";
        return Syntax { span, message: message.to_owned(), help };
    }
    let known = WORDS.iter().find(|(beginning, _)| said.starts_with(beginning));
    let message = known.map_or_else(|| sentence(said), |(_, words)| (*words).to_owned());
    Syntax { span, message, help }
}

/// A value without quotes that is no number, no date and neither `true` nor `false`.
fn bare(text: &str, span: Range<usize>) -> Syntax {
    let token = token(text, span.start);
    let written = text.get(token.clone()).unwrap_or_default();
    let is_quote = |c: char| "“”„‟«»‹›‘’‚‛\"'`".contains(c);
    let plain = shown(written.trim_matches(is_quote));
    let quoted = Some(format!("write `\"{plain}\"`"));
    let digits = written.trim_start_matches(['+', '-']);
    let number = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || "._:eE+-".contains(c));
    let (message, help) = if written.is_empty() {
        ("expected a value".to_owned(), None)
    } else if let Some(quote) = written.chars().find(|c| !c.is_ascii() && is_quote(*c)) {
        (format!("a text stands between straight quotes `\"`, not between `{quote}`"), quoted)
    } else if digits.starts_with('0') && digits.chars().all(|c| c.is_ascii_digit()) {
        ("a number does not begin with 0; a code stands between quotes".to_owned(), quoted)
    } else if number && digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        let found = shown(written);
        let message = format!(
            "expected a number, a date such as `2019-06-03` or a text between quotes, found `{found}`"
        );
        (message, quoted)
    } else if ["true", "false"].iter().any(|word| written.eq_ignore_ascii_case(word)) {
        (
            format!("expected `true` or `false`, found `{}`", shown(written)),
            Some(format!("write `{}`", written.to_ascii_lowercase())),
        )
    } else {
        ("a text stands between quotes".to_owned(), quoted)
    };
    Syntax { span: token, message, help }
}

/// The bytes of a value without quotes that this byte is in, or before.
fn token(text: &str, byte: usize) -> Range<usize> {
    // Names and numbers are not longer; texts without quotes that are need not be marked whole.
    let from = text.floor_char_boundary(byte.saturating_sub(200));
    let before = text.get(from..byte).unwrap_or_default();
    let start = before.rfind(['=', '[', ',', '{', '\n']).map_or(byte, |at| from + at + 1);
    let until = text.floor_char_boundary(byte.saturating_add(200));
    let after = text.get(byte..until).unwrap_or_default();
    let end = after.find([',', ']', '}', '#', '\n', '\r']).map_or(until, |at| byte + at);
    let written = text.get(start..end).unwrap_or_default();
    let start = start + (written.len() - written.trim_start().len());
    start..start + written.trim().len()
}

/// The parser's words on one line.
fn sentence(message: &str) -> String {
    let plain = |c: char| match c {
        '\'' => '`',
        c if c.is_control() => ' ',
        c => c,
    };
    message.chars().map(plain).collect()
}
