//! The municipalities of Slovenia.
//!
//! A table with the columns `code` (šifra, three digits), `name_sl` (ime), `type` (vrsta: `obcina` or
//! `mestna_obcina`), and if there are such, `iso3166_2`, `nuts3_YEAR`, `population_YEAR_01_01`, `area_m2`.
//!
//! Source: the list of municipalities of the Statistical Office (SURS) and ISO 3166-2:SI for the codes; the
//! Local Self-Government Act, article 16, for city municipalities; Eurostat's LAU list for the figures.

use std::io::Read;

use chrono::{Datelike, NaiveDate};
use guildhall_civic::{AuthorityKey, AuthorityKind, CodeScheme, Country, TaskLevel, Vintage};
use guildhall_intake::table::{Charset, Column, Columns, Table};
use guildhall_intake::{Diagnostics, Limits};

use super::rows::{each, fault, region_column, region_columns, together};
use super::{Edition, Entry, Reason, Refused, Register};

/// The types of the register.
const TYPES: [(&str, AuthorityKind); 4] = [
    ("obcina", AuthorityKind::Municipality),
    ("občina", AuthorityKind::Municipality),
    ("mestna_obcina", AuthorityKind::CityMunicipality),
    ("mestna občina", AuthorityKind::CityMunicipality),
];

/// Reads the register, which does not say when it is as of. `nuts` is the version of the statistical regions
/// in it.
///
/// Refused are rows whose number was given to no municipality, whose code of ISO 3166-2 is another's, or whose
/// region is none of Slovenia's.
///
/// # Errors
/// [`Diagnostics`], if it is no such table or beyond a limit.
pub fn read(
    file: &str,
    source: impl Read,
    on: NaiveDate,
    nuts: Vintage,
    limits: &Limits,
) -> Result<Register, Diagnostics> {
    let mut population = Column::optional("population").called("sl", "prebivalci");
    for year in 1995..=on.year().saturating_add(1) {
        population = population.called("en", format!("population_{year}_01_01"));
    }
    let [a, b, c, d, e, f, g] = region_columns("nuts3");
    let (columns, [code, iso, name, other, kind, region, population, area, _, versions @ ..]) =
        Columns::of([
            Column::required("code").called("sl", "šifra").called("sl", "šifra občine"),
            Column::optional("iso3166_2"),
            Column::required("name_sl").called("sl", "ime").called("sl", "ime občine").called("sl", "občina"),
            Column::optional("name_iso"),
            Column::required("type").called("sl", "vrsta"),
            Column::optional("nuts3"),
            population,
            Column::optional("area_m2"),
            Column::optional("degurba").called("en", "degurba_2019"),
            a,
            b,
            c,
            d,
            e,
            f,
            g,
        ])
        .map_err(|faults| fault(file, limits, faults.to_string()))?;
    let table = Table::new(file, &columns).within(limits).in_charset(Charset::Utf8OrCp1250);
    let reader = table.open(source)?;
    let region = region_column(&reader, region, versions, nuts, (file, limits))?;
    let (entries, refused) = each(reader, limits, |cells| {
        let (name, number) = (cells.filled(name), cells.filled(code));
        let kind = cells.known(kind, "type of municipality", TYPES.map(|(word, _)| word));
        let (people, area) = (cells.optional::<u64>(population), cells.optional::<u64>(area));
        let (name, number, kind) = (name?, number?, kind?);
        let (people, area) = (people?, area?);
        let kind = TYPES.iter().find(|(word, _)| *word == kind).map(|(_, kind)| *kind)?;
        let entry = || -> Result<Entry, Reason> {
            let key = AuthorityKey::si(number)?;
            let iso = cells.text(iso);
            if !iso.is_empty() && iso.strip_prefix("SI-") != Some(number) {
                return Err(Reason::OtherCode { other: iso.to_owned() });
            }
            let mut entry = Entry::new(key, TaskLevel::Commune, name, cells.line()).of_kind(kind);
            let region = cells.text(region);
            if !region.is_empty() {
                entry = entry.lying_in(AuthorityKey::new(Country::SI, CodeScheme::Nuts, region, Some(nuts))?);
            }
            let other = cells.text(other);
            if !other.is_empty() && other != name {
                entry = entry.also_called(other);
            }
            Ok(entry.with_population(people).with_area_m2(area))
        };
        Some(entry().map_err(|reason| Refused::new(cells.line(), number, name, reason)))
    })?;
    Ok(together(CodeScheme::SiMunicipality, Edition::On(on), entries, refused))
}
