//! TERC, Poland's register of regions, counties and communes, as Statistics Poland publishes it.
//!
//! A table with the columns `WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA` (region, county, commune, kind, name,
//! what it is, as of), in UTF-8 with a byte order mark, semicolons and CRLF. Commas are read as well.
//!
//! Source: the eTERYT service of Statistics Poland (GUS), "Rejestr TERC", and the regulation of the Council of
//! Ministers of 15 December 1998 on the register of the territorial division, for `RODZ`:
//! 1 urban, 2 rural, 3 urban-rural commune, 4 town and 5 rural part of one, 8 district of Warsaw, 9 delegation.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use chrono::NaiveDate;
use guildhall_civic::codes::terc::{Terc, Unit};
use guildhall_civic::{AuthorityKey, CodeScheme, TaskLevel};
use guildhall_intake::table::{Charset, Column, ColumnId, Columns, Table};
use guildhall_intake::{Diagnostics, Limits};

use super::rows::{each, fault, refuse, together};
use super::{Edition, Entry, Reason, Refused, Register};

/// Reads the register.
///
/// Taken are regions, counties and communes of kinds 1, 2 and 3; a city with county rights has two rows and
/// is one authority. Refused, each with its reason, are parts of communes (kinds 4, 5, 8, 9), what is called
/// otherwise than its code says, what lies in a county or region that is not there, and what is as of
/// another day than the first row.
///
/// # Errors
/// [`Diagnostics`], if it is no such table, is beyond a limit, or has no row that says when it is as of.
pub fn read(file: &str, source: impl Read, limits: &Limits) -> Result<Register, Diagnostics> {
    let (columns, ids) = Columns::of([
        Column::required("WOJ"),
        Column::required("POW"),
        Column::required("GMI"),
        Column::required("RODZ"),
        Column::required("NAZWA"),
        Column::required("NAZWA_DOD"),
        Column::required("STAN_NA"),
    ])
    .map_err(|faults| fault(file, limits, faults.to_string()))?;
    let table = Table::new(file, &columns).within(limits).in_charset(Charset::Utf8OrCp1250);
    let mut of = None;
    let (entries, refused) = each(table.open(source)?, limits, |cells| {
        let [region, county, commune, kind, name, what, day] = ids;
        let (name, day) = (cells.filled(name), cells.parsed(day, str::parse::<NaiveDate>));
        let (name, day) = (name?, day?);
        let of = *of.get_or_insert(day);
        let text = |column: ColumnId| cells.text(column);
        let code = [region, county, commune, kind].map(text).concat();
        let told = cells.text(what);
        let row = Row { code, name, told, day, line: cells.line() };
        let split = [region, county, commune].map(|column| cells.text(column).len());
        Some(row.entry(split, of).map_err(|reason| Refused::new(row.line, &row.code, name, reason)))
    })?;
    let Some(of) = of else {
        return Err(fault(file, limits, "the register has no row that says when it is as of"));
    };
    let mut register = together(CodeScheme::Terc, Edition::On(of), entries, refused);
    whole(&mut register);
    Ok(register)
}

/// A row, taken apart.
struct Row<'r> {
    code: String,
    name: &'r str,
    told: &'r str,
    day: NaiveDate,
    line: u64,
}

impl Row<'_> {
    fn entry(&self, split: [usize; 3], of: NaiveDate) -> Result<Entry, Reason> {
        let terc = Terc::new(&self.code)?;
        // Digits of the next column in this one would make the same code.
        if !matches!((split, self.code.len()), ([2, 0, 0], 2) | ([2, 2, 0], 4) | ([2, 2, 2], 7)) {
            return Err(Reason::Row("its digits do not stand in their columns".to_owned()));
        }
        if !called(terc.unit()).contains(&self.told) {
            return Err(Reason::OtherKind { told: self.told.to_owned() });
        }
        if self.day != of {
            return Err(Reason::OtherDay { day: self.day, of });
        }
        let key = AuthorityKey::terc(&self.code)?;
        let (level, above) = match terc.unit() {
            Unit::Region => (TaskLevel::Region, None),
            Unit::County | Unit::CityCounty => (TaskLevel::County, self.code.get(..2)),
            _ if key.code().get(2..4).is_some_and(|county| county >= "61") => {
                (TaskLevel::Commune, self.code.get(..2))
            }
            _ => (TaskLevel::Commune, self.code.get(..4)),
        };
        let mut entry = Entry::new(key, level, self.name, self.line);
        if let Some(kind) = terc.authority_kind() {
            entry = entry.of_kind(kind);
        }
        match above {
            Some(above) => Ok(entry.lying_in(AuthorityKey::terc(above)?)),
            None => Ok(entry),
        }
    }
}

/// What the register calls a unit in `NAZWA_DOD`.
const fn called(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Region => &["województwo"],
        Unit::County => &["powiat"],
        Unit::CityCounty => &["miasto na prawach powiatu", "miasto stołeczne, na prawach powiatu"],
        Unit::UrbanCommune => &["gmina miejska", "gmina miejska, miasto stołeczne"],
        Unit::RuralCommune => &["gmina wiejska"],
        Unit::UrbanRuralCommune => &["gmina miejsko-wiejska"],
        Unit::Town => &["miasto"],
        Unit::RuralPart => &["obszar wiejski"],
        Unit::District => &["dzielnica"],
        Unit::Delegation => &["delegatura"],
        // A commune without its kind has no row.
        Unit::Commune => &[],
    }
}

/// Refuses what lies in nothing that was taken, and the commune of a city that its county calls otherwise.
fn whole(register: &mut Register) {
    let mut taken: BTreeSet<AuthorityKey> = BTreeSet::new();
    let mut counties: BTreeMap<AuthorityKey, (u64, String)> = BTreeMap::new();
    let mut wrong: BTreeMap<u64, Reason> = BTreeMap::new();
    for level in [TaskLevel::Region, TaskLevel::County, TaskLevel::Commune] {
        for entry in register.at(level) {
            let missing = entry.lies_in().filter(|region| !taken.contains(region));
            let other = counties.get(entry.key()).filter(|(_, name)| name != entry.name());
            if let Some(region) = missing {
                wrong.insert(entry.line(), Reason::NoRegion { region: region.clone() });
            } else if let Some((line, name)) = other {
                wrong.insert(entry.line(), Reason::OtherName { line: *line, name: name.clone() });
            } else if level == TaskLevel::County {
                counties.insert(entry.key().clone(), (entry.line(), entry.name().to_owned()));
            }
        }
        let taken_now = register.at(level).filter(|entry| !wrong.contains_key(&entry.line()));
        taken.extend(taken_now.map(|entry| entry.key().clone()));
    }
    let (kept, refused) = std::mem::take(&mut register.entries)
        .into_iter()
        .partition(|entry| !wrong.contains_key(&entry.line()));
    register.entries = kept;
    let refused: Vec<Entry> = refused;
    for entry in refused {
        if let Some(reason) = wrong.remove(&entry.line()) {
            register.refused.push(refuse(&entry, reason));
        }
    }
    register.refused.sort_by_key(Refused::line);
}
