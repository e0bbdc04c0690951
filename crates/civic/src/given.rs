//! What was given where a code belongs, as far as an error may repeat it.
//!
//! Guards C5: keys and codes also stand in lists of people, where any column may have slipped. An officer
//! wants to see the wrong key; nobody may read a name, an address, or the number of a person or a telephone
//! in an error. So a text is repeated if it has the shape of what was expected, and else not.

use std::fmt;

/// A text that was refused: shown where it has the shape of a key or of a code, else not kept at all.
///
/// ```
/// use guildhall_civic::AuthorityKey;
///
/// let refusal = |text: &str| text.parse::<AuthorityKey>().unwrap_err().to_string();
/// assert!(refusal("SI:si_municipality:11").starts_with("`11` is no si_municipality code"));
/// assert!(refusal("Ana Primer").starts_with("this is no key of an authority"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given(Option<Box<str>>);

/// The most characters of a key and of a code that are shown.
const KEY: usize = 40;
const CODE: usize = 8;

impl Given {
    /// The text, if it may be repeated.
    pub fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// A text that may be anything.
    pub(crate) const fn unseen() -> Self {
        Self(None)
    }

    /// A text in place of a key: shown with the colons of one, with letters, digits and `:@-_` only, and up
    /// to 40 of them.
    pub(crate) fn key(text: &str) -> Self {
        Self::part_of_key(text, text)
    }

    /// A part of a text in place of a key, shown as the whole is.
    pub(crate) fn part_of_key(key: &str, part: &str) -> Self {
        let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || b":@-_".contains(&b));
        Self::shown_if(plain && key.len() <= KEY && key.matches(':').count() >= 2, part)
    }

    /// A text in place of a code: shown with a digit in it and up to eight letters and digits, of which two
    /// letters and a hyphen may come first. Letters alone may be a name.
    pub(crate) fn code(text: &str) -> Self {
        let plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric());
        let split = text.split_once('-').is_none_or(|(country, rest)| country.len() == 2 && plain(rest));
        let letters = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let digit = text.bytes().any(|b| b.is_ascii_digit());
        Self::shown_if(split && letters && digit && text.len() <= CODE, text)
    }

    fn shown_if(shown: bool, text: &str) -> Self {
        Self(shown.then(|| text.into()))
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(text) => write!(f, "`{text}`"),
            None => f.write_str("this"),
        }
    }
}
