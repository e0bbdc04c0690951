//! How a table is written: what stands between its columns, and its encoding.

use std::fmt;

/// What stands between two cells.
///
/// Exhaustive on purpose: these are what spreadsheets write and read without being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Separator {
    /// `;`, as spreadsheets write where the comma stands in numbers.
    Semicolon,
    /// `,`, of RFC 4180.
    Comma,
    /// A tab.
    Tab,
}

impl Separator {
    /// Every one, in the order in which they are tried.
    pub const ALL: [Self; 3] = [Self::Semicolon, Self::Comma, Self::Tab];

    /// The character.
    pub const fn as_char(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
        }
    }

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
        }
    }
}
impl fmt::Display for Separator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Semicolon => "`;`",
            Self::Comma => "`,`",
            Self::Tab => "a tab",
        })
    }
}

/// In which encoding a table may be.
///
/// Exhaustive on purpose: what else there is, no spreadsheet of these decades writes as CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Charset {
    /// UTF-8, with a byte order mark or without.
    #[default]
    Utf8,
    /// CP1250, as older programs of Central Europe write: windows-1250 of the WHATWG Encoding Standard.
    Cp1250,
    /// UTF-8 where it is valid, CP1250 otherwise.
    ///
    /// A table in memory is judged as a whole. Of a stream, the first line that is not plain ASCII decides,
    /// and a later one that contradicts it is a fault.
    Utf8OrCp1250,
}

/// How a table turned out to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Format {
    /// What stands between its cells.
    pub separator: Separator,
    /// Its encoding: never [`Charset::Utf8OrCp1250`]; plain ASCII is UTF-8.
    pub charset: Charset,
}
