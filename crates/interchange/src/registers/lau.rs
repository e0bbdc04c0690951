//! LAU, Eurostat's yearly lists of local administrative units.
//!
//! A table with the columns `country`, `lau_code`, `lau_name_national` and, if there are such, the region
//! (`code_YEAR`, `NUTS 3 CODE`), `gisco_id`, `lau_name_latin`, `population`, `total_area_m2` and `degurba`,
//! which is not kept.
//!
//! Source: Regulation (EC) No 1059/2003, article 4, and the lists at Eurostat, "Local Administrative Units".
//! A unit need not be an authority: in some countries it is a part of one, or serves statistics alone. Its
//! kind is therefore not told.

use std::collections::HashMap;
use std::io::Read;

use guildhall_civic::codes::{CodeError, lau};
use guildhall_civic::{AuthorityKey, CodeScheme, Country, TaskLevel, Vintage};
use guildhall_intake::table::{Column, Columns, Table};
use guildhall_intake::{Diagnostics, Limits};

use super::rows::{each, fault, refuse, region_column, region_columns, together};
use super::{Edition, Entry, Reason, Refused, Register};

/// Reads the list of a year, which does not say which year's it is; `nuts` is the version of the statistical
/// regions in it (a list of 2019 has those of 2016).
///
/// Refused are units of a country that is none, codes that are none of their country, and those whose region
/// or `gisco_id` is another's.
///
/// # Errors
/// [`Diagnostics`], if it is no such table or beyond a limit.
pub fn read(
    file: &str,
    source: impl Read,
    vintage: Vintage,
    nuts: Vintage,
    limits: &Limits,
) -> Result<Register, Diagnostics> {
    let [a, b, c, d, e, f, g] = region_columns("code");
    let (columns, [country, region, code, gisco, name, latin, population, area, _, versions @ ..]) =
        Columns::of([
            Column::required("country").called("en", "country code"),
            Column::optional("nuts3").called("en", "NUTS 3 CODE"),
            Column::required("lau_code"),
            Column::optional("gisco_id"),
            Column::required("lau_name_national"),
            Column::optional("lau_name_latin"),
            Column::optional("population"),
            Column::optional("total_area_m2").called("en", "TOTAL AREA (m2)"),
            Column::optional("degurba"),
            a,
            b,
            c,
            d,
            e,
            f,
            g,
        ])
        .map_err(|faults| fault(file, limits, faults.to_string()))?;
    let mut known = Known { nuts, country: None, regions: HashMap::new(), last: None };
    let reader = Table::new(file, &columns).within(limits).open(source)?;
    let region = region_column(&reader, region, versions, nuts, (file, limits))?;
    let (entries, refused) = each(reader, limits, |cells| {
        let (letters, unit, name) = (cells.filled(country), cells.filled(code), cells.filled(name));
        let (people, area) = (cells.parsed(population, people), cells.parsed(area, square_metres));
        let (letters, unit, name, people, area) = (letters?, unit?, name?, people?, area?);
        let mut entry = || -> Result<Entry, Reason> {
            let country = known.country(letters)?;
            let key = AuthorityKey::new(country, CodeScheme::Lau, unit, Some(vintage))?;
            let gisco = cells.text(gisco);
            let same = || gisco.strip_prefix(letters)?.strip_prefix('_')?.strip_prefix(unit);
            if !gisco.is_empty() && same() != Some("") {
                return Err(Reason::OtherCode { other: gisco.to_owned() });
            }
            let mut entry = Entry::new(key, TaskLevel::Commune, name, cells.line());
            let region = cells.text(region);
            if !region.is_empty() {
                entry = entry.lying_in(known.region(country, region)?);
            }
            let latin = cells.text(latin);
            if !latin.is_empty() && latin != name {
                entry = entry.also_called(latin);
            }
            Ok(entry.with_population(people).with_area_m2(area))
        };
        Some(entry().map_err(|reason| Refused::new(cells.line(), unit, name, reason)))
    })?;
    Ok(together(CodeScheme::Lau, Edition::Of(vintage), entries, refused))
}

/// The Polish units of a list by their codes in TERC, to be compared with it; what of them is no commune of
/// TERC is refused.
pub fn polish(list: &Register) -> Register {
    let polish = list.entries().iter().filter(|entry| entry.key().country() == Country::PL);
    let rows = polish.map(|entry| {
        let key = lau::teryt6(entry.key().code()).and_then(|code| AuthorityKey::terc(&code));
        let key = key.map_err(|reason| refuse(entry, reason.into()))?;
        let named = Entry::new(key, entry.level(), entry.name(), entry.line());
        Ok(named.with_population(entry.population()).with_area_m2(entry.area_m2()))
    });
    Register::new(CodeScheme::Terc, list.edition(), rows)
}

/// What stands in many rows and is looked up once.
struct Known {
    nuts: Vintage,
    country: Option<(String, Country)>,
    regions: HashMap<String, AuthorityKey>,
    last: Option<(String, AuthorityKey)>,
}

impl Known {
    fn country(&mut self, letters: &str) -> Result<Country, Reason> {
        if let Some((known, country)) = &self.country
            && known == letters
        {
            return Ok(*country);
        }
        let country = Country::from_eurostat(letters).map_err(CodeError::from)?;
        self.country = Some((letters.to_owned(), country));
        Ok(country)
    }

    fn region(&mut self, country: Country, code: &str) -> Result<AuthorityKey, Reason> {
        if let Some((known, region)) = &self.last
            && known == code
            && region.country() == country
        {
            return Ok(region.clone());
        }
        let region = match self.regions.get(code).filter(|region| region.country() == country) {
            Some(region) => region.clone(),
            None => AuthorityKey::new(country, CodeScheme::Nuts, code, Some(self.nuts))?,
        };
        self.regions.insert(code.to_owned(), region.clone());
        self.last = Some((code.to_owned(), region.clone()));
        Ok(region)
    }
}

/// A number of people, which Eurostat's tables may write with decimals that say nothing: `8104.0`.
fn people(text: &str) -> Result<Option<u64>, &'static str> {
    match number(text)? {
        Some((whole, decimals)) if decimals.bytes().all(|digit| digit == b'0') => Ok(Some(whole)),
        Some(_) => Err("expected a whole number of people"),
        None => Ok(None),
    }
}

/// An area, rounded to whole square metres.
fn square_metres(text: &str) -> Result<Option<u64>, &'static str> {
    Ok(number(text)?.map(|(whole, decimals)| whole.saturating_add(u64::from(decimals >= "5"))))
}

fn number(text: &str) -> Result<Option<(u64, &str)>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match whole.parse() {
        Ok(number) if digits(whole) && digits(decimals) => Ok(Some((number, decimals))),
        _ => Err("expected a number such as `8104` or `62247680.5`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_eurostat_writes_them() {
        assert_eq!(people("8104.0"), Ok(Some(8104)));
        assert_eq!(people(""), Ok(None));
        assert!(people("8104.5").is_err());
        assert_eq!(square_metres("16025891.999999998"), Ok(Some(16_025_892)));
        assert_eq!(square_metres("678733259.469"), Ok(Some(678_733_259)));
        assert_eq!(square_metres("678733259.5"), Ok(Some(678_733_260)));
        for text in ["-1", "+1", "1.", ".5", "1e9", "1,5", "n/a", "99999999999999999999"] {
            assert!(people(text).is_err() && square_metres(text).is_err(), "{text}");
        }
    }
}
