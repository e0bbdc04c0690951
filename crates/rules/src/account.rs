//! A rule set's answer as sentences that a clerk can send: how it opens, its reasons, and what is still
//! needed. Says what the explanation says, in every language (R4).

use std::fmt;

use guildhall_words::Words;

use crate::telling::Teller;
use crate::{ClauseId, Explanation, FactKey, Verdict, Vocabulary};

/// Why a rule set said what it said, in one language. What is *displayed* is plain text, a line for each
/// sentence; the parts are there for who lays them out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    verdict: Verdict,
    opening: String,
    reasons: Vec<Told>,
    needed: Vec<String>,
}

/// One condition that carries the verdict: met where the verdict is met, and so on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub(crate) clause: ClauseId,
    pub(crate) label: Option<String>,
    pub(crate) sentence: String,
    pub(crate) found: Vec<Found>,
    pub(crate) parts: Vec<Self>,
}

/// A fact behind a condition, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub(crate) fact: FactKey,
    pub(crate) sentence: String,
    pub(crate) note: String,
}

impl Account {
    /// What the rule set said.
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The sentence that says so.
    pub fn opening(&self) -> &str {
        &self.opening
    }

    /// The conditions that carry the verdict, in the order of the rule: each that was met and sufficed, that
    /// was unmet and hindered, or that is open.
    pub fn reasons(&self) -> &[Told] {
        &self.reasons
    }

    /// What has to be known or settled before it can be decided, a sentence each; none where it is decided.
    pub fn needed(&self) -> &[String] {
        &self.needed
    }
}

impl Told {
    /// The clause of the rule set.
    pub const fn clause(&self) -> &ClauseId {
        &self.clause
    }

    /// What it demands, in the officer's words, where there are any.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// The condition and whether it is met. Where no officer found words for it, the sentence says what was
    /// asked and what was found.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// The facts behind it; what does not apply only where nothing else is left to say.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// The conditions it is made of that carry the verdict, where they are told one by one.
    pub fn parts(&self) -> &[Self] {
        &self.parts
    }

    fn lines(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        write!(f, "\n{:indent$}– {}", "", self.sentence, indent = depth.saturating_mul(2))?;
        if self.label.is_some() && self.parts.is_empty() {
            self.found.iter().try_for_each(|found| write!(f, " {}", found.sentence))?;
        }
        self.parts.iter().try_for_each(|part| part.lines(f, depth.saturating_add(1)))
    }
}

impl Found {
    /// Which fact.
    pub const fn fact(&self) -> &FactKey {
        &self.fact
    }

    /// What was found, as a sentence.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// What was found, for a cell of a table: "the applicant's position: clerk".
    pub fn note(&self) -> &str {
        &self.note
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.opening)?;
        self.reasons.iter().try_for_each(|told| told.lines(f, 0))?;
        self.needed.iter().try_for_each(|sentence| write!(f, "\n{sentence}"))
    }
}

/// Tells why a rule set said what it said: each condition in the officer's words where there are any, and
/// else in words made from what was asked and what was found. Facts and codes are called what the
/// vocabulary calls them; those it does not have are read aloud. Where a list of codes is open, the words of
/// those that a caller knows are handed in by [`Vocabulary::with_codes`].
///
/// ```
/// use guildhall_rules::{Facts, RuleSet, Value, Vocabulary, reasons};
/// use guildhall_words::Phrasebook;
///
/// let vocabulary: Vocabulary = toml::from_str(r#"facts = [
///     { key = "attended.minutes", type = "integer", label = { en = "minutes attended", sl = "minute prisotnosti" } },
/// ]"#)?;
/// let rule = RuleSet::new(toml::from_str(r#"
///     id = "attendance"
///     version = 1
///     fact = "attended.minutes"
///     at_least = 480
/// "#)?, &vocabulary)?;
/// let explanation = rule.explain(&Facts::known([("attended.minutes", Value::Integer(300))])?);
///
/// let account = reasons(&explanation, &vocabulary, &Phrasebook::new("en".parse()?));
/// assert_eq!(account.opening(), "The condition is not met.");
/// let why = "Under “minutes attended”, at least 480 is required. Our records show: 300. The condition is not met.";
/// assert_eq!(account.reasons()[0].sentence(), why);
///
/// let account = reasons(&explanation, &vocabulary, &Phrasebook::new("sl".parse()?));
/// assert_eq!(account.opening(), "Pogoj ni izpolnjen.");
/// assert_eq!(account.reasons()[0].found()[0].note(), "minute prisotnosti: 300");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn reasons(explanation: &Explanation, vocabulary: &Vocabulary, words: &dyn Words) -> Account {
    let teller = Teller::new(explanation, vocabulary, words);
    Account {
        verdict: explanation.verdict(),
        opening: teller.opening(),
        reasons: teller.reasons(),
        needed: teller.needed(),
    }
}
