//! Every row of a register becomes an entry or is refused with its line and reason, whatever it says.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use guildhall_civic::{TaskLevel, Vintage};
use guildhall_intake::Limits;
use guildhall_interchange::registers::{Register, lau, si, terc};
use proptest::prelude::*;
use proptest::sample::select;

fn vintage(year: u16) -> Vintage {
    Vintage::new(year).unwrap()
}

fn reasons(register: &Register) -> Vec<String> {
    register.refused().iter().map(ToString::to_string).collect()
}

fn poland(rows: &str) -> Register {
    let text = format!("WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n{rows}");
    terc::read("terc.csv", text.as_bytes(), &Limits::default()).unwrap()
}

#[test]
fn terc_refuses_with_reasons() {
    let register = poland(
        "02;;;;DOLNOŚLĄSKIE;województwo;2024-01-01\n\
         02;01;;;bolesławiecki;powiat;2024-01-01\n\
         02;01;01;1;Bolesławiec;gmina miejska;2024-01-01\n\
         02;01;01;1;Bolesławiec;gmina miejska;2024-01-01\n\
         02;01;02;2;Bolesławiec;gmina miejska;2024-01-01\n\
         02;02;03;2;Dzierżoniów;gmina wiejska;2024-01-01\n\
         04;01;;;aleksandrowski;powiat;2024-01-01\n\
         04;01;02;2;Koneck;gmina wiejska;2024-01-01\n\
         02;01;03;2;Gromadka;gmina wiejska;2023-01-01\n\
         02;01;03;7;Gromadka;gmina wiejska;2024-01-01\n\
         0201;;04;2;Nowogrodziec;gmina wiejska;2024-01-01\n\
         02;01;04;5;Nowogrodziec;obszar wiejski;2024-01-01\n\
         02;61;;;Jelenia Góra;miasto na prawach powiatu;2024-01-01\n\
         02;61;01;1;Jelenia Gora;gmina miejska;2024-01-01\n\
         02;01;05;2;Osiecznica;gmina wiejska;soon\n\
         02;01;06;2;Warta;2024-01-01\n",
    );
    assert_eq!(register.rows(), 16);
    let taken: Vec<_> = register.entries().iter().map(|entry| entry.line()).collect();
    assert_eq!(taken, [2, 3, 4, 14]);
    let expected = [
        "line 5, `020101` Bolesławiec: it stands in line 4 already",
        "line 6, `0201022` Bolesławiec: `gmina miejska` is not what its code says",
        "line 7, `020203` Dzierżoniów: it lies in `PL:terc:0202`, which is not in the register",
        "line 8, `0401` aleksandrowski: it lies in `PL:terc:04`, which is not in the register",
        "line 9, `040102` Koneck: it lies in `PL:terc:0401`, which is not in the register",
        "line 10, `0201032` Gromadka: it is as of 2023-01-01, and the register as of 2024-01-01",
        "line 11, `0201037` Gromadka: `0201037` is no terc code: expected 2, 4, 6 or 7 digits",
        "line 12, `0201042` Nowogrodziec: its digits do not stand in their columns",
        "line 13, `0201045` Nowogrodziec: `0201045` is the rural part of an urban-rural commune",
        "line 15, `026101` Jelenia Gora: line 14 calls it `Jelenia Góra`",
        "line 16: column `STAN_NA`: ",
        "line 17: expected 7 columns, found 6",
    ];
    let reasons = reasons(&register);
    assert_eq!(reasons.len(), expected.len(), "{reasons:#?}");
    for (reason, expected) in reasons.iter().zip(expected) {
        assert!(reason.starts_with(expected), "{reason}");
    }
    assert_eq!(register.at(TaskLevel::Commune).count(), 1);
}

#[test]
fn slovenia_and_europe_refuse_with_reasons() {
    let on = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
    let text = "code,iso3166_2,name_sl,type,nuts3_2016\n011,SI-011,Celje,mestna_obcina,SI034\n\
                145,SI-145,Nihče,obcina,SI034\n012,SI-013,Cerklje,obcina,SI042\n13,,Cerknica,obcina,\n\
                014,,Cerkno,mestno_obcina,\n015,,Črenšovci,obcina,PL11\n";
    let register = si::read("si.csv", text.as_bytes(), on, vintage(2016), &Limits::default()).unwrap();
    assert_eq!((register.rows(), register.entries().len()), (6, 1));
    let expected =
        ["given to no authority", "`SI-013` is not the same", "three digits", "municipality", "PL"];
    for (reason, expected) in reasons(&register).iter().zip(expected) {
        assert!(reason.contains(expected), "{reason}");
    }

    let text = "country,code_2016,lau_code,gisco_id,lau_name_national,population\n\
                SI,SI031,2,SI_2,Beltinci,8104.0\nXX,XX1,22,XX_22,Nowhere,\nFR,FR101,75056,FR_75057,Paris,1\n\
                BE,FR101,21001,BE_21001,Anderlecht,1\nFR,FR101,75-56,FR_75-56,Paris,1\nSI,SI031,3,SI_3,Bled,many\n\
                SI,SI031,002,SI_002,Beltinci,\n";
    let read = |year| lau::read("lau.csv", text.as_bytes(), vintage(2019), vintage(year), &Limits::default());
    let list = read(2016).unwrap();
    assert_eq!((list.rows(), list.entries().len()), (7, 1));
    let expected =
        ["no country", "`FR_75057` is not the same", "FR101", "75-56", "`population`", "line 2 already"];
    for (reason, expected) in reasons(&list).iter().zip(expected) {
        assert!(reason.contains(expected), "{reason}");
    }
    // A list with the regions of another year is not taken for this one.
    let said = read(2021).unwrap_err().to_string();
    assert!(said.contains("the statistical regions (NUTS) of 2016, and not those of 2021"), "{said}");
}

#[test]
fn what_is_no_register_is_said() {
    let said =
        |text: &str| terc::read("terc.csv", text.as_bytes(), &Limits::default()).unwrap_err().to_string();
    assert!(said("WOJ;POW\n").contains("the column `GMI` is missing"));
    assert!(said("WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n").contains("no row that says when"));
    let limits = Limits { rows: 1, ..Limits::default() };
    let text = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n".to_owned()
        + &"02;;;;A;województwo;2024-01-01\n".repeat(2);
    assert!(terc::read("t", text.as_bytes(), &limits).unwrap_err().to_string().contains("more than 1 row"));
}

proptest! {
    #[test]
    fn rows_are_entries_and_refused(
        rows in prop::collection::vec((
            select(vec!["02", "04", "03", "", "2"]), select(vec!["", "01", "02", "61", "99"]),
            select(vec!["", "01", "02"]), select(vec!["", "1", "2", "3", "4", "8", "x"]),
            select(vec!["A", "B", ""]),
            select(vec!["województwo", "powiat", "miasto na prawach powiatu", "gmina miejska", "gmina wiejska", "?"]),
            select(vec!["2024-01-01", "2023-01-01", "x"]),
        ), 0..20)
    ) {
        let line = |(a, b, c, d, e, f, g): &(&str, &str, &str, &str, &str, &str, &str)| {
            format!("{a};{b};{c};{d};{e};{f};{g}\n")
        };
        let text = format!("WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n{}", rows.iter().map(line).collect::<String>());
        let Ok(register) = terc::read("terc.csv", text.as_bytes(), &Limits::default()) else {
            prop_assert!(rows.iter().all(|row| row.4.is_empty() || row.6 == "x"));
            return Ok(());
        };
        prop_assert_eq!(register.rows(), rows.len());
        let entries = register.entries().iter().map(|entry| entry.line());
        let mut lines: Vec<_> = entries.chain(register.refused().iter().map(|refused| refused.line())).collect();
        lines.sort_unstable();
        prop_assert_eq!(lines, (2..).take(rows.len()).collect::<Vec<u64>>());
        for entry in register.entries() {
            let known = |region| register.entries().iter().any(|other| other.key() == region);
            prop_assert!(entry.lies_in().is_none_or(known));
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n(\"|[0-9]{2};|[a-z\n;]|2024-01-01){0,60}".prop_map(String::into_bytes),
            "country,lau_code,lau_name_national,population\n(SI|PL|[0-9]{1,13}|[A-Zž,.\n\"]){0,60}".prop_map(String::into_bytes),
            "code;type;name_sl\n([0-9]{3}|obcina|[;\n\"ž/]){0,60}".prop_map(String::into_bytes),
        ],
    ) {
        let limits = Limits::default();
        let on = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        let registers = [
            terc::read("x", &bytes[..], &limits),
            si::read("x", &bytes[..], on, vintage(2016), &limits),
            lau::read("x", &bytes[..], vintage(2019), vintage(2016), &limits),
        ];
        for register in registers.into_iter().flatten() {
            prop_assert_eq!(register.rows(), register.entries().len() + register.refused().len());
            prop_assert!(register.refused().iter().all(|refused| refused.line() > 1));
            prop_assert_eq!(register.definitions().unwrap().len(), register.authorities().count());
        }
    }
}
