//! The order in which a language lists names: Slovene puts `č` after `c`, Polish `Łódź` after `Lublin`.

use std::cmp::Ordering;

use guildhall_kernel::Language;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;

/// The collation order of one language, by the Unicode Collation Algorithm with the language's
/// tailoring from CLDR.
///
/// ```
/// use guildhall_words::Collation;
///
/// let mut towns = ["Łódź", "Zamość", "Lublin", "Lwówek"];
/// let polish = Collation::of(&"pl".parse()?);
/// towns.sort_by(|a, b| polish.compare(a, b));
/// assert_eq!(towns, ["Lublin", "Lwówek", "Łódź", "Zamość"]);
/// # Ok::<(), guildhall_kernel::LanguageError>(())
/// ```
#[derive(Debug)]
pub struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    /// The order of this language; that of the root where the language has none of its own.
    pub fn of(language: &Language) -> Self {
        let locale = language.as_str().parse::<Locale>().unwrap_or(Locale::UNKNOWN);
        let preferences = CollatorPreferences::from(&locale);
        Self(Collator::try_new(preferences, CollatorOptions::default()).ok())
    }

    /// Which of two texts comes first.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        // The compiled data has the root, so that a collator is always found.
        self.0.as_ref().map_or_else(|| one.cmp(other), |collator| collator.compare(one, other))
    }
}
