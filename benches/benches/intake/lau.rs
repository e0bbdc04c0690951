//! A list of Europe's local administrative units, read into a register, beside a bare `csv` that reads its
//! rows into structs.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use guildhall_benches::{duel, timed};
use guildhall_civic::Vintage;
use guildhall_intake::Limits;
use guildhall_interchange::registers::lau;
use serde::Deserialize;

use super::Outcome;

const UNITS: u32 = 99_140;

/// A row as a program reads it that takes it as it comes.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "that they are read is what is measured")]
struct Unit {
    country: String,
    code_2016: String,
    lau_code: String,
    gisco_id: String,
    lau_name_national: String,
    lau_name_latin: Option<String>,
    population: Option<f64>,
    total_area_m2: Option<f64>,
    degurba: Option<f64>,
}

/// Units per second, from the bytes of the list to all of its rows in memory.
pub(super) fn units() -> Outcome {
    let bytes = list()?;
    let (vintage, nuts) = (Vintage::new(2019)?, Vintage::new(2016)?);
    let whole = |count: usize| match u32::try_from(count) {
        Ok(UNITS) => Ok(()),
        _ => Err(format!("{count} units of {UNITS}")),
    };
    let result = duel::<Box<dyn std::error::Error>>(
        21,
        |_| {
            timed(|| {
                let register = lau::read("lau.csv", &bytes[..], vintage, nuts, &Limits::default())?;
                Ok(whole(black_box(&register).entries().len())?)
            })
        },
        |_| {
            timed(|| {
                let rows = csv::Reader::from_reader(&bytes[..]).into_deserialize();
                let units: Vec<Unit> = rows.collect::<Result<_, _>>()?;
                Ok(whole(black_box(&units).len())?)
            })
        },
    )?;
    result.report("intake_lau", UNITS, "units");
    limit(&bytes);
    Ok(())
}

/// The list as Eurostat publishes it, where it is at hand; else one of the same shape.
fn list() -> std::io::Result<Vec<u8>> {
    let published = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/registers/eu_lau_2019.csv");
    if Path::new(published).exists() {
        return std::fs::read(published);
    }
    let header = "country,code_2016,lau_code,gisco_id,lau_name_national,lau_name_latin,population,\
                  total_area_m2,degurba\n";
    let rows = (0..UNITS).map(|nth| {
        let country = match nth / 25_000 {
            0 => "DE",
            1 => "ES",
            2 => "FR",
            _ => "IT",
        };
        let (latin, area) = (if nth % 3 == 0 { "Sveti Andraž" } else { "" }, u64::from(nth) * 977 + 100_000);
        format!(
            "{country},{country}{:03},{nth:06},{country}_{nth:06},Šentandraž {nth},{latin},{}.0,{area}.0,3.0\n",
            nth / 100 % 1000,
            nth % 90_000
        )
    });
    Ok(std::iter::once(header.to_owned()).chain(rows).collect::<String>().into_bytes())
}

/// Prints how long the bytes take to be copied once: nothing that reads them can be faster than that.
#[expect(clippy::print_stdout, reason = "a bench reports on the standard output")]
fn limit(bytes: &[u8]) {
    let mut times: Vec<_> = (0..21)
        .map(|_| {
            let begin = Instant::now();
            let _ = black_box(black_box(bytes).to_vec());
            begin.elapsed()
        })
        .collect();
    times.sort();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    println!("{} bytes are copied in {median:?}", bytes.len());
}
