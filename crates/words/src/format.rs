//! Numbers, days, lists and plurals as a language writes them, by ICU4X with the data of CLDR.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Timelike as _};
use guildhall_kernel::Language;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE, YMDET, YMDT};
use icu_datetime::input::{DateTime, Time};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal as Fixed;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
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

/// How a day is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Style {
    #[default]
    Long,
    Medium,
    Short,
    Weekday,
}

impl Style {
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "long" => Some(Self::Long),
            "medium" => Some(Self::Medium),
            "short" => Some(Self::Short),
            "weekday" => Some(Self::Weekday),
            _ => None,
        }
    }
}

type Dates<F> = Option<FixedCalendarDateTimeFormatter<Gregorian, F>>;

/// What a language formats with. The compiled data has the root, so that nothing is ever missing; if it
/// were, ISO 8601 and plain digits would stand in.
#[derive(Debug)]
pub(crate) struct Formats {
    number: Option<DecimalFormatter>,
    and: Option<ListFormatter>,
    or: Option<ListFormatter>,
    days: [Dates<YMD>; 3],
    weekday: Dates<YMDE>,
    times: [Dates<YMDT>; 3],
    weekday_time: Dates<YMDET>,
}

impl Formats {
    pub(crate) fn of(language: &Language) -> Self {
        let locale = locale(language.as_str());
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(GroupingStrategy::Auto);
        let styles = [YMD::long(), YMD::medium(), YMD::short()];
        let new = |fields| FixedCalendarDateTimeFormatter::try_new((&locale).into(), fields).ok();
        let new_time = |fields: YMD| {
            FixedCalendarDateTimeFormatter::try_new((&locale).into(), fields.with_time_hm()).ok()
        };
        let weekday = YMDE::long();
        Self {
            number: DecimalFormatter::try_new((&locale).into(), options).ok(),
            and: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()).ok(),
            or: ListFormatter::try_new_or((&locale).into(), ListFormatterOptions::default()).ok(),
            days: styles.map(new),
            weekday: FixedCalendarDateTimeFormatter::try_new((&locale).into(), weekday).ok(),
            times: styles.map(new_time),
            weekday_time: FixedCalendarDateTimeFormatter::try_new((&locale).into(), weekday.with_time_hm())
                .ok(),
        }
    }

    /// A number as digits with a point becomes the language's.
    pub(crate) fn number(&self, number: &str) -> String {
        match (&self.number, number.parse::<Fixed>()) {
            (Some(formatter), Ok(fixed)) => formatter.format(&fixed).to_string(),
            _ => number.to_owned(),
        }
    }

    pub(crate) fn day(&self, day: NaiveDate, style: Style) -> String {
        let [long, medium, short] = &self.days;
        let written = gregorian(day).and_then(|date| match style {
            Style::Long => long.as_ref().map(|f| f.format(&date).to_string()),
            Style::Medium => medium.as_ref().map(|f| f.format(&date).to_string()),
            Style::Short => short.as_ref().map(|f| f.format(&date).to_string()),
            Style::Weekday => self.weekday.as_ref().map(|f| f.format(&date).to_string()),
        });
        written.unwrap_or_else(|| day.to_string())
    }

    pub(crate) fn time(&self, at: NaiveDateTime, style: Style) -> String {
        let [long, medium, short] = &self.times;
        let written = wall(at).and_then(|at| match style {
            Style::Long => long.as_ref().map(|f| f.format(&at).to_string()),
            Style::Medium => medium.as_ref().map(|f| f.format(&at).to_string()),
            Style::Short => short.as_ref().map(|f| f.format(&at).to_string()),
            Style::Weekday => self.weekday_time.as_ref().map(|f| f.format(&at).to_string()),
        });
        written.unwrap_or_else(|| at.to_string())
    }

    pub(crate) fn list(&self, items: &[String], and: bool) -> String {
        let formatter = if and { &self.and } else { &self.or };
        match formatter {
            Some(formatter) => formatter.format(items.iter()).to_string(),
            None => items.join(", "),
        }
    }
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(day.year(), day.month().try_into().ok()?, day.day().try_into().ok()?).ok()
}

fn wall(at: NaiveDateTime) -> Option<DateTime<Gregorian>> {
    let [hour, minute, second] = [at.hour(), at.minute(), at.second()].map(u8::try_from);
    let time = Time::try_new(hour.ok()?, minute.ok()?, second.ok()?, 0).ok()?;
    Some(DateTime { date: gregorian(at.date())?, time })
}
