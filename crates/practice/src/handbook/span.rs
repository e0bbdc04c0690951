//! Periods as a handbook writes them: to the month, or to the year where they are made of whole years.

use chrono::{Datelike, Days, NaiveDate};
use guildhall_civic::Period;
use guildhall_words::Say;

/// A month of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Say)]
pub(crate) enum Month {
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}

/// A period to the month or the year. Years are texts, because they are no quantities.
#[derive(Clone, Debug, PartialEq, Eq, Say)]
pub(crate) enum Span {
    /// A whole year.
    Year { year: String },
    /// Whole years.
    Years { first: String, last: String },
    /// Within a month.
    Month { month: Month, year: String },
    /// From one month to another.
    Months { first_month: Month, first_year: String, last_month: Month, last_year: String },
    /// From a month on.
    Since { month: Month, year: String },
    /// To a month.
    Until { month: Month, year: String },
    /// Without beginning and end.
    Open,
}

impl From<NaiveDate> for Month {
    fn from(day: NaiveDate) -> Self {
        match day.month() {
            1 => Self::January,
            2 => Self::February,
            3 => Self::March,
            4 => Self::April,
            5 => Self::May,
            6 => Self::June,
            7 => Self::July,
            8 => Self::August,
            9 => Self::September,
            10 => Self::October,
            11 => Self::November,
            _ => Self::December,
        }
    }
}

impl From<&Period> for Span {
    fn from(period: &Period) -> Self {
        let month = |day: NaiveDate| (Month::from(day), day.year().to_string());
        match (period.from(), period.until()) {
            (Some(from), Some(until)) if from.ordinal() == 1 && ends_year(until) => {
                let (first, last) = (from.year().to_string(), until.year().to_string());
                if first == last { Self::Year { year: first } } else { Self::Years { first, last } }
            }
            (Some(from), Some(until)) => {
                let ((first_month, first_year), (last_month, last_year)) = (month(from), month(until));
                if (first_month, &first_year) == (last_month, &last_year) {
                    Self::Month { month: first_month, year: first_year }
                } else {
                    Self::Months { first_month, first_year, last_month, last_year }
                }
            }
            (Some(from), None) => {
                let (month, year) = month(from);
                Self::Since { month, year }
            }
            (None, Some(until)) => {
                let (month, year) = month(until);
                Self::Until { month, year }
            }
            (None, None) => Self::Open,
        }
    }
}

fn ends_year(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(1)).is_none_or(|next| next.ordinal() == 1)
}

#[cfg(test)]
mod tests {
    use guildhall_words::{Phrasebook, Words};

    use super::*;

    #[test]
    fn periods_are_written_to_the_month_or_the_year() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let between = |from, until| Period::new(date(from), date(until)).unwrap();
        let said = |period: Period| {
            ["en", "pl", "ru", "sl"].map(|language| {
                Phrasebook::new(language.parse().unwrap()).say(&Span::from(&period).message())
            })
        };
        assert_eq!(said(between("2016-01-01", "2016-12-31")), ["2016"; 4]);
        assert_eq!(said(between("2016-01-01", "2018-12-31")), ["2016 – 2018"; 4]);
        for (from, until, english) in [
            ("2016-01-01", "2016-12-30", "January 2016 – December 2016"),
            ("2016-01-02", "2016-12-31", "January 2016 – December 2016"),
        ] {
            assert_eq!(said(between(from, until)).first().unwrap(), english);
        }
        assert_eq!(
            said(between("2015-09-07", "2015-09-11")),
            ["September 2015", "wrzesień 2015", "сентябрь 2015", "september 2015"]
        );
        assert_eq!(
            said(between("2015-09-01", "2016-05-31")),
            [
                "September 2015 – May 2016",
                "wrzesień 2015 – maj 2016",
                "сентябрь 2015 – май 2016",
                "september 2015 – maj 2016"
            ]
        );
        assert_eq!(
            said(Period::since(date("2015-09-01"))),
            ["since September 2015", "od września 2015", "с сентября 2015", "od septembra 2015"]
        );
        assert_eq!(
            said(Period::new(None, date("2015-12-01")).unwrap()),
            ["until December 2015", "do grudnia 2015", "по декабрь 2015", "do decembra 2015"]
        );
        assert_eq!(said(Period::ALWAYS), ["–"; 4]);
    }
}
