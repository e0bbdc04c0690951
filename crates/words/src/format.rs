//! Numbers, days, lists and plurals as a language writes them, by ICU4X with the data of CLDR.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

/// The locale of a language; that of the root for a tag that is none.
pub(crate) fn locale(language: &str) -> Locale {
    // English without a region is British here, which tells in days and months alone.
    let tag = if language == "en" { "en-GB" } else { language };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

/// How the language counts. The compiled data has the root, so that rules are always found.
pub(crate) fn plural_rules(language: &str) -> Option<PluralRules> {
    let options = PluralRulesOptions::default().with_type(PluralRuleType::Cardinal);
    PluralRules::try_new(locale(language).into(), options).ok()
}

/// The categories that the language counts by.
pub(crate) fn plural_categories(language: &str) -> Vec<&'static str> {
    let rules = plural_rules(language);
    let categories = PluralCategory::all().filter(|category| {
        rules.as_ref().is_some_and(|rules| rules.categories().any(|one| one == *category))
    });
    categories.map(category_name).collect()
}

/// The name of a category in texts.
pub(crate) const fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
