//! Numbers, sums, days and periods as a language writes them.

use std::borrow::Cow;

use chrono::{Datelike, Days, NaiveDate};
use guildhall_civic::{Money, Period};
use rust_decimal::Decimal;

use super::Labels;

/// A number with the language's marks; groups of three from five digits on.
pub fn number(value: Decimal, labels: &Labels) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = String::from(if value.is_sign_negative() && !value.is_zero() { "−" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && whole.len() > 4 && (whole.len() - index).is_multiple_of(3) {
            out.push_str(&labels.group_mark);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push_str(&labels.decimal_mark);
        out.push_str(fraction);
    }
    out
}

/// A sum; whole amounts without decimals.
pub fn money(sum: Money, labels: &Labels) -> String {
    let amount = sum.amount();
    let amount = if amount.fract().is_zero() { amount.trunc() } else { amount };
    labels.money.replace("{amount}", &number(amount, labels)).replace("{currency}", sum.currency().as_str())
}

/// A day.
pub fn day(day: NaiveDate, labels: &Labels) -> String {
    labels
        .day
        .replace("{day}", &day.day().to_string())
        .replace("{month}", month(day, &labels.months_dated))
        .replace("{year}", &day.year().to_string())
}

/// A period, to the month, or to the year where it is made of whole years.
pub fn period(period: &Period, labels: &Labels) -> String {
    match (period.from(), period.until()) {
        (Some(from), Some(until)) => {
            let whole_years = from.ordinal() == 1 && ends_year(until);
            let point = |day: NaiveDate| {
                if whole_years {
                    day.year().to_string()
                } else {
                    format!("{} {}", month(day, &labels.months), day.year())
                }
            };
            let (first, last) = (point(from), point(until));
            if first == last { first } else { format!("{first} – {last}") }
        }
        (Some(from), None) => labels
            .since
            .replace("{month}", month(from, &labels.months_since))
            .replace("{year}", &from.year().to_string()),
        (None, Some(until)) => format!("– {} {}", month(until, &labels.months), until.year()),
        (None, None) => "–".to_owned(),
    }
}

fn ends_year(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(1)).is_none_or(|next| next.ordinal() == 1)
}

fn month<'a>(day: NaiveDate, names: &'a [Cow<'static, str>; 12]) -> &'a str {
    usize::try_from(day.month0()).ok().and_then(|month| names.get(month)).map_or("", |name| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use guildhall_civic::Currency;

    fn labels(language: &str) -> Labels {
        Labels::bundled(&language.parse().unwrap())
    }
    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn between(from: &str, until: &str) -> Period {
        Period::new(date(from), date(until)).unwrap()
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let value: Decimal = "-1234567.50".parse().unwrap();
        assert_eq!(number(value, &labels("en")), "−1,234,567.50");
        assert_eq!(number(value, &labels("sl")), "−1.234.567,50");
        assert_eq!(number(value, &labels("pl")), "−1\u{a0}234\u{a0}567,50");
        assert_eq!(number(Decimal::from(1234), &labels("sl")), "1234");
        assert_eq!(number("-0".parse().unwrap(), &labels("sl")), "0");
        let sum = |minor| Money::from_minor(minor, Currency::EUR);
        assert_eq!(money(sum(2_400_000), &labels("sl")), "24.000\u{a0}EUR");
        assert_eq!(money(sum(1250), &labels("en")), "EUR\u{a0}12.50");
    }

    #[test]
    fn periods_are_written_to_the_month_or_the_year() {
        let (en, sl) = (labels("en"), labels("sl"));
        assert_eq!(day(date("2019-06-13"), &sl), "13. junij 2019");
        assert_eq!(day(date("2019-06-13"), &labels("pl")), "13 czerwca 2019");
        assert_eq!(period(&between("2016-01-01", "2016-12-31"), &en), "2016");
        assert_eq!(period(&between("2016-01-01", "2018-12-31"), &en), "2016 – 2018");
        assert_eq!(period(&between("2015-09-07", "2015-09-11"), &sl), "september 2015");
        assert_eq!(period(&between("2015-09-01", "2016-05-31"), &en), "September 2015 – May 2016");
        assert_eq!(period(&Period::since(date("2015-09-01")), &sl), "od septembra 2015");
        assert_eq!(period(&Period::since(date("2015-09-01")), &en), "since September 2015");
    }
}
