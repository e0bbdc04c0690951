//! Text in several languages, and the tags that name them.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language, optionally in a script or as used in a region: a well-formed tag of BCP 47 (RFC 5646
/// §2.1) with nothing but those three subtags, in its canonical letter case.
///
/// ```
/// use guildhall_kernel::Language;
///
/// assert_eq!("SL".parse::<Language>()?.as_str(), "sl");
/// assert_eq!("sr-latn-rs".parse::<Language>()?.as_str(), "sr-Latn-RS");
/// assert!("slovene".parse::<Language>().is_err());
/// # Ok::<(), guildhall_kernel::LanguageError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = TAG, "examples" = ["sl"]))]
pub struct Language(String);

/// The tags that are read, in any letter case.
const TAG: &str = "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$";

/// The text is no language tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no language tag such as `sl`, `pl` or `sr-Latn`")]
pub struct LanguageError(String);

impl Language {
    /// The tag in canonical letter case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Self, LanguageError> {
        let alphabetic = |part: &&str| part.bytes().all(|b| b.is_ascii_alphabetic());
        let refused = || LanguageError(text.to_owned());
        let mut parts = text.split('-').peekable();
        let language =
            parts.next().filter(|p| matches!(p.len(), 2 | 3)).filter(alphabetic).ok_or_else(refused)?;
        let mut tag = language.to_ascii_lowercase();
        if let Some(script) = parts.next_if(|p| p.len() == 4 && alphabetic(p)) {
            let (first, rest) = script.split_at(1);
            tag = format!("{tag}-{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase());
        }
        let numeric = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit());
        if let Some(region) = parts.next_if(|p| p.len() == 2 && alphabetic(p) || numeric(p)) {
            tag = format!("{tag}-{}", region.to_ascii_uppercase());
        }
        if parts.next().is_some() { Err(refused()) } else { Ok(Self(tag)) }
    }
}
impl TryFrom<String> for Language {
    type Error = LanguageError;

    fn try_from(text: String) -> Result<Self, LanguageError> {
        text.parse()
    }
}
impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text in at least one language, blank in none. Written as a table: `{ sl = "…", en = "…" }`.
///
/// ```
/// use guildhall_kernel::{Language, LocalisedText};
///
/// let [sl, en, pl]: [Language; 3] = ["sl".parse()?, "en".parse()?, "pl".parse()?];
/// let title = LocalisedText::new([(sl, "Mestni menedžer"), (en.clone(), "City manager")])?;
/// assert_eq!(title.get(&pl), None);
/// assert_eq!(title.best(&[pl, en]), "City manager");
/// assert_eq!(title.best(&[]), "City manager");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "BTreeMap<Language, String>", into = "BTreeMap<Language, String>")]
#[schemars(with = "BTreeMap<String, String>", extend(
    "minProperties" = 1,
    "propertyNames" = serde_json::json!({ "pattern": TAG }),
    "additionalProperties" = serde_json::json!({ "type": "string", "pattern": VISIBLE }),
    "examples" = serde_json::json!([{ "en": "Town centres" }]),
))]
pub struct LocalisedText {
    texts: BTreeMap<Language, String>,
}

/// A text with a visible character. White space is spelt out, because `\s` means another set in other
/// dialects of patterns.
const VISIBLE: &str = r"[^\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]";

/// Why something is no localised text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// No language at all.
    #[error("a text is needed in at least one language")]
    NoLanguage,
    /// The text in this language has no visible character.
    #[error("the text in `{0}` is blank")]
    Blank(Language),
}

impl LocalisedText {
    /// Makes a text from its languages; a language given twice keeps the last.
    ///
    /// # Errors
    /// [`TextError`] where there is no language, or a blank text in one.
    pub fn new<S: Into<String>>(texts: impl IntoIterator<Item = (Language, S)>) -> Result<Self, TextError> {
        Self::try_from(texts.into_iter().map(|(l, s)| (l, s.into())).collect::<BTreeMap<_, _>>())
    }

    /// The text in exactly this language.
    pub fn get(&self, language: &Language) -> Option<&str> {
        self.texts.get(language).map(String::as_str)
    }

    /// The text in the first of these languages that has one; else in English; else in the first
    /// language by tag.
    pub fn best(&self, preferred: &[Language]) -> &str {
        preferred
            .iter()
            .find_map(|language| self.get(language))
            .or_else(|| {
                self.texts.iter().find(|(language, _)| language.as_str() == "en").map(|(_, t)| t.as_str())
            })
            .or_else(|| self.texts.values().next().map(String::as_str))
            .unwrap_or_default()
    }

    /// Every language with its text, ordered by tag.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.texts.iter().map(|(language, text)| (language, text.as_str()))
    }
}

impl TryFrom<BTreeMap<Language, String>> for LocalisedText {
    type Error = TextError;

    fn try_from(texts: BTreeMap<Language, String>) -> Result<Self, TextError> {
        if texts.is_empty() {
            return Err(TextError::NoLanguage);
        }
        match texts.iter().find(|(_, text)| text.trim().is_empty()) {
            Some((language, _)) => Err(TextError::Blank(language.clone())),
            None => Ok(Self { texts }),
        }
    }
}
impl From<LocalisedText> for BTreeMap<Language, String> {
    fn from(text: LocalisedText) -> Self {
        text.texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_tag() {
        for text in ["", "s", "slov", "s1", "sl-", "sl-x", "sl-Latn-RS-x", "sl_SI", "sl-RS-Latn", "-sl"] {
            assert!(text.parse::<Language>().is_err(), "{text}");
        }
        for text in ["sl", "es-419", "sr-Cyrl", "pl-PL", "hsb"] {
            assert_eq!(text.parse::<Language>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn deserialising_goes_through_the_constructor() {
        let read = |json| serde_json::from_str::<LocalisedText>(json);
        assert!(read("{}").unwrap_err().to_string().contains("at least one language"));
        assert!(read(r#"{"sl":" "}"#).unwrap_err().to_string().contains("`sl` is blank"));
        assert!(read(r#"{"slovene":"a"}"#).unwrap_err().to_string().contains("no language tag"));
        let text = read(r#"{"SL":"a"}"#).unwrap();
        assert_eq!(serde_json::to_string(&text).unwrap(), r#"{"sl":"a"}"#);
    }
}
