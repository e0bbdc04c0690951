//! Numbers, days, lists and plurals as a language writes them, by ICU4X with the data of CLDR.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Timelike as _};
use guildhall_kernel::Language;
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{E, M, T, YMD, YMDE, YMDET, YMDT};
use icu_datetime::input::{DateTime, Time};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal as Fixed;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

use crate::Join;
use crate::label::{Day, DayStyle, Moment};

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
    let has = |category: &PluralCategory| {
        rules.as_ref().is_some_and(|rules| rules.categories().any(|one| one == *category))
    };
    IN_ORDER.into_iter().filter(has).map(category_name).collect()
}

const IN_ORDER: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

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
    pub(crate) const ALL: [Self; 4] = [Self::Long, Self::Medium, Self::Short, Self::Weekday];

    /// What it is called in texts.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Medium => "medium",
            Self::Short => "short",
            Self::Weekday => "weekday",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }
}

type Dates<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

/// What a language formats with. The compiled data has the root, so that nothing is ever missing; if it
/// were, ISO 8601 and plain digits would stand in.
#[derive(Debug)]
pub(crate) struct Formats {
    number: Option<DecimalFormatter>,
    and: Option<ListFormatter>,
    or: Option<ListFormatter>,
    dates: Option<DateFormats>,
}

#[derive(Debug)]
struct DateFormats {
    days: [Dates<YMD>; 3],
    weekday: Dates<YMDE>,
    moments: [Dates<YMDT>; 3],
    weekday_moment: Dates<YMDET>,
    month_name: Dates<M>,
    weekday_name: Dates<E>,
    time: NoCalendarFormatter<T>,
}

impl DateFormats {
    fn of(locale: &Locale) -> Option<Self> {
        let day = |fields| Dates::try_new(locale.into(), fields).ok();
        let moment = |fields: YMD| Dates::try_new(locale.into(), fields.with_time_hm()).ok();
        let weekday = YMDE::long();
        Some(Self {
            days: [day(YMD::long())?, day(YMD::medium())?, day(YMD::short())?],
            weekday: Dates::try_new(locale.into(), weekday).ok()?,
            moments: [moment(YMD::long())?, moment(YMD::medium())?, moment(YMD::short())?],
            weekday_moment: Dates::try_new(locale.into(), weekday.with_time_hm()).ok()?,
            month_name: Dates::try_new(locale.into(), M::long()).ok()?,
            weekday_name: Dates::try_new(locale.into(), E::long()).ok()?,
            time: NoCalendarFormatter::try_new(locale.into(), T::hm()).ok()?,
        })
    }

    /// Whether the language has names for months, rather than numbers with an `M`.
    fn has_names(&self) -> bool {
        let june = Date::try_new_gregorian(2019, 6, 3).map(|day| self.month_name.format(&day).to_string());
        june.is_ok_and(|june| !june.contains("06"))
    }
}

impl Formats {
    pub(crate) fn of(language: &Language) -> Self {
        let mut locale = locale(language.as_str());
        let mut dates = DateFormats::of(&locale);
        if !dates.as_ref().is_some_and(DateFormats::has_names) {
            // What CLDR does not know is written as English is, of which there are texts.
            locale = Locale::try_from_str("en-GB").unwrap_or(Locale::UNKNOWN);
            dates = DateFormats::of(&locale);
        }
        let lists = ListFormatterOptions::default();
        Self {
            number: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok(),
            and: ListFormatter::try_new_and((&locale).into(), lists).ok(),
            or: ListFormatter::try_new_or((&locale).into(), lists).ok(),
            dates,
        }
    }

    /// A number in digits with a point, as the language writes it.
    pub(crate) fn number(&self, digits: &str) -> String {
        match (&self.number, digits.parse::<Fixed>()) {
            (Some(formatter), Ok(fixed)) => formatter.format(&fixed).to_string(),
            _ => digits.to_owned(),
        }
    }

    /// The same without a sign and with every group apart. Running text leaves four digits together in
    /// Polish and Slovene, which CLDR has no exception from for amounts, and ICU4X no option.
    pub(crate) fn grouped(&self, digits: &str) -> String {
        let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
        if whole.len() != 4 {
            return self.number(digits);
        }
        // Five digits are grouped everywhere; the first of them is taken away again.
        let mut longer = self.number(&format!("1{digits}"));
        longer.remove(0);
        longer
    }

    /// A day; nothing beyond the years of four digits.
    pub(crate) fn day(&self, day: NaiveDate, style: Style) -> Option<Day> {
        let formats = self.dates.as_ref()?;
        let date = gregorian(day)?;
        let [long, medium, short] = &formats.days;
        Some(Day {
            written: match style {
                Style::Long => long.format(&date).to_string(),
                Style::Medium => medium.format(&date).to_string(),
                Style::Short => short.format(&date).to_string(),
                Style::Weekday => formats.weekday.format(&date).to_string(),
            },
            style: DayStyle(style.name()),
            day: day.day().to_string(),
            month: day.month().to_string(),
            year: day.year().to_string(),
            month_name: formats.month_name.format(&date).to_string(),
            weekday: formats.weekday_name.format(&date).to_string(),
        })
    }

    /// A day, as it was said already, and a time; nothing beyond the years of four digits.
    pub(crate) fn moment(&self, at: NaiveDateTime, style: Style, day: String) -> Option<Moment> {
        let formats = self.dates.as_ref()?;
        let [hour, minute, second] = [at.hour(), at.minute(), at.second()].map(u8::try_from);
        let time = Time::try_new(hour.ok()?, minute.ok()?, second.ok()?, 0).ok()?;
        let at = DateTime { date: gregorian(at.date())?, time };
        let [long, medium, short] = &formats.moments;
        Some(Moment {
            written: match style {
                Style::Long => long.format(&at).to_string(),
                Style::Medium => medium.format(&at).to_string(),
                Style::Short => short.format(&at).to_string(),
                Style::Weekday => formats.weekday_moment.format(&at).to_string(),
            },
            day,
            time: formats.time.format(&time).to_string(),
        })
    }

    pub(crate) fn list(&self, items: &[String], join: Join) -> String {
        let formatter = match join {
            Join::And => &self.and,
            Join::Or => &self.or,
        };
        match formatter {
            Some(formatter) => formatter.format(items.iter()).to_string(),
            None => items.join(", "),
        }
    }
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(day.year(), day.month().try_into().ok()?, day.day().try_into().ok()?).ok()
}
