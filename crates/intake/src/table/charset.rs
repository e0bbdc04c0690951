//! Turns the bytes of a record into text, and finds out in which encoding a table is.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1250;

use super::Charset;

/// What is known of a table's encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decoder {
    Utf8,
    Cp1250,
    /// Plain ASCII so far: the first line that is not decides.
    Open,
}

/// The byte where a record is not what the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotUtf8(pub(super) usize);

impl Decoder {
    pub(super) const fn of(charset: Charset) -> Self {
        match charset {
            Charset::Utf8 => Self::Utf8,
            Charset::Cp1250 => Self::Cp1250,
            Charset::Utf8OrCp1250 => Self::Open,
        }
    }

    /// Decides by a table as a whole.
    pub(super) fn judge(self, bytes: &[u8]) -> Self {
        match self {
            Self::Open if std::str::from_utf8(bytes).is_ok() => Self::Utf8,
            Self::Open => Self::Cp1250,
            known => known,
        }
    }

    pub(super) const fn charset(self) -> Charset {
        match self {
            Self::Cp1250 => Charset::Cp1250,
            Self::Utf8 | Self::Open => Charset::Utf8,
        }
    }

    /// The text of a record.
    pub(super) fn decode<'b>(&mut self, bytes: &'b [u8]) -> Result<Cow<'b, str>, NotUtf8> {
        if *self == Self::Open && !bytes.is_ascii() {
            *self = self.judge(bytes);
        }
        match self {
            Self::Cp1250 => {
                let (text, _) = WINDOWS_1250.decode_without_bom_handling(bytes);
                Ok(text)
            }
            Self::Utf8 | Self::Open => match std::str::from_utf8(bytes) {
                Ok(text) => Ok(Cow::Borrowed(text)),
                Err(error) => Err(NotUtf8(error.valid_up_to())),
            },
        }
    }
}

/// The first character that no table of text has: a control character other than tab and line ends. CP1250
/// has none of C1 either: there they stand for the bytes that it does not know.
pub(super) fn control(text: &str) -> Option<usize> {
    let suspect = |count, byte: u8| count + u32::from(byte < 0x20 || byte == 0x7f || byte == 0xc2);
    if text.bytes().fold(0, suspect) == 0 {
        return None;
    }
    text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\t' | '\n' | '\r')).map(|(at, _)| at)
}

/// Another kind of file that was given for a table, by its first bytes.
pub(super) fn other_kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"\xff\xfe") || begins(b"\xfe\xff") {
        return Some(("the table is in UTF-16", "save it as CSV in UTF-8"));
    }
    if begins(b"PK\x03\x04") || begins(b"\xd0\xcf\x11\xe0") {
        return Some(("this is a workbook of a spreadsheet and no table", "save the sheet as CSV in UTF-8"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_beyond_ascii_decides() {
        let mut decoder = Decoder::Open;
        assert_eq!(decoder.decode(b"name"), Ok("name".into()));
        assert_eq!(decoder, Decoder::Open);
        assert_eq!(decoder.decode(b"\x8diga"), Ok("Ťiga".into()));
        assert_eq!(decoder, Decoder::Cp1250);
        assert_eq!(decoder.decode("č".as_bytes()), Ok("ÄŤ".into()));
        let mut decoder = Decoder::Open;
        assert_eq!(decoder.decode("Črt".as_bytes()), Ok("Črt".into()));
        assert_eq!(decoder.decode(b"ab\xc8rt"), Err(NotUtf8(2)));
        assert_eq!(decoder.charset(), Charset::Utf8);
    }

    #[test]
    fn control_characters_are_found() {
        assert_eq!(control("a\tb\nc č Â"), None);
        assert_eq!(control("ab\0"), Some(2));
        assert_eq!(control("č\u{81}"), Some(2));
        assert_eq!(control("\u{7f}"), Some(0));
    }
}
