//! The number a certificate bears, and the format an officer gives it. Guards K2 as far as one format
//! reaches: two counters, or two years, never write the same number.

use std::borrow::Borrow;
use std::fmt;
use std::num::{NonZeroU8, NonZeroU64};
use std::str::FromStr;

use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The longest format, in characters, and the widest counter, in digits. A number is then never
/// longer than [`MAX_NUMBER`].
const MAX_FORMAT: usize = 64;
const MAX_WIDTH: u8 = 12;
const MAX_NUMBER: usize = 96;

/// A character that numbers have, and the placeholders of formats, as patterns say it.
const PRINTABLE: &str = r"[\p{Alphabetic}\p{N}/._:()-]";
const COUNTER: &str = r"\{n(:([1-9]|1[0-2]))?\}";
const YEAR: &str = r"\{year\}";

/// The number by which people name a certificate, such as `12/SZ/2026`: the human key, printed on it.
///
/// Letters of any script, digits and `-/._:()`, at most 96 of them, compared character by character.
/// The internal id is a [`CertificateId`](crate::CertificateId).
///
/// ```
/// use guildhall_certification::CertificateNumber;
///
/// let number: CertificateNumber = "12/SZ/2026".parse()?;
/// assert_eq!(number.as_str(), "12/SZ/2026");
/// assert!("12 / SZ".parse::<CertificateNumber>().is_err());
/// # Ok::<(), guildhall_certification::NumberError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend(
    "pattern" = format!("^{PRINTABLE}+$"),
    "maxLength" = MAX_NUMBER,
    "examples" = ["12/SZ/2026"],
))]
pub struct CertificateNumber(String);

/// The text is no certificate number. It is not quoted: what somebody types into a look-up may be a
/// name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[error("a certificate number has letters, digits and `-/._:()` only, 96 at most")]
pub struct NumberError;

impl CertificateNumber {
    /// The number as it is printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CertificateNumber {
    type Error = NumberError;

    fn try_from(text: String) -> Result<Self, NumberError> {
        let fits = (1..=MAX_NUMBER).contains(&text.chars().count()) && text.chars().all(is_printable);
        if fits { Ok(Self(text)) } else { Err(NumberError) }
    }
}
impl FromStr for CertificateNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::try_from(text.to_owned())
    }
}
impl From<CertificateNumber> for String {
    fn from(number: CertificateNumber) -> Self {
        number.0
    }
}
impl Borrow<str> for CertificateNumber {
    fn borrow(&self) -> &str {
        &self.0
    }
}
impl fmt::Display for CertificateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How an issuer writes certificate numbers: `{n}/CM/{year}`.
///
/// `{n}` is the counter, `{n:4}` the counter with at least four digits, `{year}` the year of issue in
/// four digits. With a year the counter begins anew each year; without one it never does.
///
/// ```
/// use guildhall_certification::NumberFormat;
/// use std::num::NonZeroU64;
///
/// let format: NumberFormat = "{n:3}/CM/{year}".parse()?;
/// assert_eq!(format.number(NonZeroU64::MIN, 2019).as_str(), "001/CM/2019");
/// assert!("CM/{year}".parse::<NumberFormat>().unwrap_err().to_string().contains("`{n}`"));
/// # Ok::<(), guildhall_certification::NumberFormatError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend(
    "pattern" = format!("^{PRINTABLE}*({COUNTER}{PRINTABLE}*({YEAR}{PRINTABLE}*)?|{YEAR}{PRINTABLE}*{COUNTER}{PRINTABLE}*)$"),
    "maxLength" = MAX_FORMAT,
    "examples" = ["{n}/CM/{year}"],
))]
pub struct NumberFormat {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Part {
    Text(String),
    Counter(Option<NonZeroU8>),
    Year,
}

/// Everything that is wrong with a number format; at least one fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct NumberFormatError(Vec<NumberFormatFault>);

impl NumberFormatError {
    /// Every fault, in the order of the text.
    pub fn faults(&self) -> &[NumberFormatFault] {
        &self.0
    }
}

/// One thing that is wrong with a number format.
///
/// Not exhaustive: further placeholders bring faults of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NumberFormatFault {
    /// Every certificate would bear the same number.
    #[error("a number format needs the counter `{{n}}`")]
    NoCounter,
    /// A placeholder that may stand once.
    #[error("`{{{0}}}` stands twice")]
    Repeated(&'static str),
    /// A placeholder nobody knows.
    #[error("there is no placeholder `{{{0}}}`; use `{{n}}`, `{{n:4}}` or `{{year}}`")]
    Unknown(String),
    /// A width that is none.
    #[error("`{{n:{0}}}` has no width from 1 to {MAX_WIDTH}")]
    Width(String),
    /// A brace without its partner.
    #[error("a brace has no partner at character {at}")]
    Brace {
        /// Which character, counted from 1.
        at: usize,
    },
    /// A character that numbers do not have.
    #[error("`{}` cannot stand in a number; use letters, digits and `-/._:()`", .0.escape_default())]
    Character(char),
    /// More characters than a format may have.
    #[error("a number format has at most {MAX_FORMAT} characters")]
    TooLong,
}

impl NumberFormat {
    /// The number that this counter gives in this year of issue.
    pub fn number(&self, counter: NonZeroU64, year: u16) -> CertificateNumber {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Text(fixed) => text.push_str(fixed),
                Part::Counter(width) => {
                    let width = width.map_or(0, |width| usize::from(width.get()));
                    text.push_str(&format!("{counter:0width$}"));
                }
                Part::Year => text.push_str(&format!("{year:04}")),
            }
        }
        CertificateNumber(text)
    }

    /// Whether the counter begins anew each year.
    pub fn has_year(&self) -> bool {
        self.parts.contains(&Part::Year)
    }

    /// What formats share that count together: the format without its width, so that `{n:3}` goes on
    /// where `{n}` stopped.
    pub(crate) fn series(&self) -> String {
        self.parts.iter().fold(String::new(), |text, part| match part {
            Part::Text(fixed) => text + fixed,
            Part::Counter(_) => text + "{n}",
            Part::Year => text + "{year}",
        })
    }
}

impl fmt::Display for NumberFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Text(fixed) => f.write_str(fixed),
            Part::Counter(Some(width)) => write!(f, "{{n:{width}}}"),
            Part::Counter(None) => f.write_str("{n}"),
            Part::Year => f.write_str("{year}"),
        })
    }
}

impl FromStr for NumberFormat {
    type Err = NumberFormatError;

    fn from_str(text: &str) -> Result<Self, NumberFormatError> {
        let mut faults = Vec::new();
        let mut parts = Vec::new();
        if text.chars().count() > MAX_FORMAT {
            return Err(NumberFormatError(vec![NumberFormatFault::TooLong]));
        }
        let mut fixed = String::new();
        let mut letters =
            text.chars().enumerate().map(|(nth, letter)| (nth.saturating_add(1), letter)).peekable();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '{' => {
                    let mut name = String::new();
                    while let Some((_, c)) = letters.next_if(|(_, c)| !matches!(c, '{' | '}')) {
                        name.push(c);
                    }
                    if letters.next_if(|(_, c)| *c == '}').is_none() {
                        faults.push(NumberFormatFault::Brace { at });
                        continue;
                    }
                    if !fixed.is_empty() {
                        parts.push(Part::Text(std::mem::take(&mut fixed)));
                    }
                    match placeholder(name) {
                        Ok(part) => parts.push(part),
                        Err(fault) => faults.push(fault),
                    }
                }
                '}' => faults.push(NumberFormatFault::Brace { at }),
                c if is_printable(c) => fixed.push(c),
                c => faults.push(NumberFormatFault::Character(c)),
            }
        }
        if !fixed.is_empty() {
            parts.push(Part::Text(fixed));
        }
        // A counter with a wrong width has been named already; it is not missing.
        let widths = faults.iter().filter(|fault| matches!(fault, NumberFormatFault::Width(_))).count();
        let counters = parts.iter().filter(|part| matches!(part, Part::Counter(_))).count();
        match counters.saturating_add(widths) {
            0 => faults.push(NumberFormatFault::NoCounter),
            1 => {}
            _ => faults.push(NumberFormatFault::Repeated("n")),
        }
        if parts.iter().filter(|part| matches!(part, Part::Year)).count() > 1 {
            faults.push(NumberFormatFault::Repeated("year"));
        }
        if faults.is_empty() { Ok(Self { parts }) } else { Err(NumberFormatError(faults)) }
    }
}
impl TryFrom<String> for NumberFormat {
    type Error = NumberFormatError;

    fn try_from(text: String) -> Result<Self, NumberFormatError> {
        text.parse()
    }
}
impl From<NumberFormat> for String {
    fn from(format: NumberFormat) -> Self {
        format.to_string()
    }
}

fn placeholder(name: String) -> Result<Part, NumberFormatFault> {
    match name.as_str() {
        "n" => Ok(Part::Counter(None)),
        "year" => Ok(Part::Year),
        other => match other.strip_prefix("n:") {
            Some(width) => match width.parse::<NonZeroU8>() {
                Ok(digits) if digits.get() <= MAX_WIDTH && !width.starts_with(['0', '+']) => {
                    Ok(Part::Counter(Some(digits)))
                }
                _ => Err(NumberFormatFault::Width(width.to_owned())),
            },
            None => Err(NumberFormatFault::Unknown(name)),
        },
    }
}

fn is_printable(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '_' | ':' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies::number_format;

    fn faults(text: &str) -> Vec<NumberFormatFault> {
        text.parse::<NumberFormat>().unwrap_err().faults().to_vec()
    }

    #[test]
    fn names_every_fault_of_a_format() {
        use NumberFormatFault::{Brace, Character, NoCounter, Repeated, TooLong, Unknown, Width};

        assert_eq!(faults(""), [NoCounter]);
        assert_eq!(faults("CM/{year}"), [NoCounter]);
        assert_eq!(faults("{n}{n:3}{year}{year}"), [Repeated("n"), Repeated("year")]);
        assert_eq!(faults("{N}"), [Unknown("N".into()), NoCounter]);
        for width in ["0", "13", "", "x", "+4", "04", "-1", "999"] {
            assert_eq!(faults(&format!("{{n:{width}}}")), [Width(width.into())]);
        }
        assert_eq!(faults("{n}}"), [Brace { at: 4 }]);
        assert_eq!(faults("a{n"), [Brace { at: 2 }, NoCounter]);
        assert_eq!(faults("{{n}"), [Brace { at: 1 }]);
        assert_eq!(faults("{n} \u{202e}"), [Character(' '), Character('\u{202e}')]);
        assert_eq!(faults(&"{n}".repeat(22)), [TooLong]);
        assert!(format!("{{n}}{}", "a".repeat(61)).parse::<NumberFormat>().is_ok());
        assert_eq!(NumberFormatFault::Repeated("n").to_string(), "`{n}` stands twice");
        assert_eq!(NumberFormatFault::Width("0".into()).to_string(), "`{n:0}` has no width from 1 to 12");
    }

    #[test]
    fn writes_numbers_as_officers_do() {
        let number = |format: &str, n, year| {
            format.parse::<NumberFormat>().unwrap().number(NonZeroU64::new(n).unwrap(), year).to_string()
        };
        assert_eq!(number("{n}/SZ/{year}", 12, 2026), "12/SZ/2026");
        assert_eq!(number("{year}-{n:4}", 12, 26), "0026-0012");
        assert_eq!(number("СВ-{n:2}", 123, 2026), "СВ-123");
    }

    proptest! {
        /// K2 within one format: the reference tries every pair of counters and years.
        #[test]
        fn k2_no_two_counters_or_years_write_the_same(
            format in number_format(),
            counters in prop::collection::btree_set(1u64..200_000, 2..20),
            years in prop::collection::btree_set(1u16..=9999, 1..4),
        ) {
            let years: Vec<_> = years.into_iter().take(if format.has_year() { 4 } else { 1 }).collect();
            let mut written = std::collections::BTreeSet::new();
            for counter in counters {
                for year in &years {
                    let number = format.number(NonZeroU64::new(counter).unwrap(), *year);
                    prop_assert_eq!(number.as_str().parse::<CertificateNumber>(), Ok(number.clone()));
                    prop_assert!(written.insert(number));
                }
            }
        }

        #[test]
        fn a_format_is_written_as_it_was_read(format in number_format()) {
            prop_assert_eq!(format.to_string().parse::<NumberFormat>(), Ok(format));
        }

        #[test]
        fn reading_a_format_never_panics(text in r"[{}n:yearCM/0-9 ]{0,20}|.{0,80}") {
            let _ = text.parse::<NumberFormat>();
        }
    }
}
