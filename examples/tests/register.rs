//! What the desk says of a register: what it holds, when it is as of, and what changed, in four languages.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use guildhall::civic::Vintage;
use guildhall::interchange::registers::Register;
use guildhall_examples::academy::Clerk;
use guildhall_examples::desk::register::{Edition, Kind, changed, read, told};

struct Folder(tempfile::TempDir);

impl Folder {
    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// A register in a file, as `@…` says; or why it is none.
    fn register(&self, kind: Kind, text: &str, of: &str, nuts: u16) -> Result<Register, String> {
        let path = self.file("register.csv", text);
        let edition: Edition = format!("{}{of}", path.display()).parse()?;
        read(kind, &edition, Vintage::new(nuts).unwrap()).map_err(|said| said.to_string())
    }
}

fn folder() -> Folder {
    Folder(tempfile::tempdir().unwrap())
}

fn clerk(language: &str) -> Clerk {
    Clerk::new(language.parse().unwrap())
}

const TERC: &str = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n\
                    02;;;;DOLNOŚLĄSKIE;województwo;2024-01-01\n\
                    02;01;;;bolesławiecki;powiat;2024-01-01\n\
                    02;01;02;2;Bolesławiec;gmina wiejska;2024-01-01\n\
                    02;01;03;2;Gromadka;gmina wiejska;2024-01-01\n";
const SI: &str =
    "code;name_sl;type\n011;Celje;mestna_obcina\n050;Koper/Capodistria;mestna_obcina\n096;Ptuj;obcina\n";
const LAU: &str = "country,code_2016,lau_code,lau_name_national,total_area_m2\n\
                   SI,SI031,001,A,500\nSI,SI031,002,B,300\nSI,SI031,003,C,200\nSI,SI031,004,D,90\n";

#[test]
fn a_register_is_counted_by_country_level_and_kind() {
    let register = folder().register(Kind::Si, SI, "@2024-01-01", 2016).unwrap();
    for (language, expected) in [
        ("en", ["│ city municipality ┆       2 │", "│ 3 rows: 3 entries, 0 refused"]),
        ("pl", ["┆", "3 wiersze: 3 wpisy, odrzucone: 0"]),
        ("ru", ["┆", "3 строки: 3 записи, отклонено: 0"]),
        ("sl", ["┆", "3 vrstice: 3 vpisi, zavrnjeno: 0"]),
    ] {
        let text = told(&register, 20, &clerk(language));
        for expected in expected.map(|one| one.trim_start_matches("│ ")) {
            assert!(text.contains(expected), "{language}: no `{expected}` in\n{text}");
        }
    }
}

#[test]
fn when_a_register_is_as_of_must_be_right() {
    let said = |kind, text, of| folder().register(kind, text, of, 2016).unwrap_err();
    for (kind, text, of, expected) in [
        (Kind::Si, SI, "", "does not say as of when it is: write `register.csv@2024-01-01`"),
        (Kind::Si, SI, "@2019", "is as of a day, and `2019` is none: write `register.csv@2024-01-01`"),
        (Kind::Lau, LAU, "@2019-01-01", "is as of a year, and `2019-01-01` is none"),
        (Kind::Si, SI, "@2024-13-01", "`2024-13-01` is neither a day such as `2024-01-01` nor a year"),
        (Kind::Terc, TERC, "@2023-01-01", "says itself that it is as of 2024-01-01, and not of 2023-01-01"),
        (Kind::Si, "code;name_sl;type\n", "@2024-01-01", "holds no authority"),
        (Kind::Si, "code;name_sl;type\n999;X;obcina\n", "@2024-01-01", "holds no authority: line 2"),
    ] {
        let said = said(kind, text, of);
        assert!(said.contains(expected), "no `{expected}` in\n{said}");
    }
    assert!(folder().register(Kind::Terc, TERC, "@2024-01-01", 2016).is_ok());
    let said = folder().register(Kind::Lau, LAU, "@2019", 2021).unwrap_err();
    assert!(said.contains("regions (NUTS) of 2016, and not those of 2021"), "{said}");
}

#[test]
fn what_changed_is_told_with_names() {
    let folder = folder();
    let newer = "country,code_2016,lau_code,lau_name_national,total_area_m2\n\
                 SI,SI031,001,A,500\nSI,SI031,005,E,500\nSI,SI031,004,Č,90\n";
    let older = folder.register(Kind::Lau, LAU, "@2019", 2016).unwrap();
    let newer = folder.register(Kind::Lau, newer, "@2020", 2016).unwrap();
    for (language, expected) in [
        (
            "en",
            "2 changes since 2019\n  SI:lau:004@2020 D is called Č now\n  SI:lau:002@2019 B and SI:lau:003@2019 C \
             became part of SI:lau:005@2020 E (recognised by the areas)\n",
        ),
        (
            "pl",
            "2 zmiany od 2019\n  SI:lau:004@2020 D: nowa nazwa Č\n  SI:lau:002@2019 B i SI:lau:003@2019 C: teraz \
             część SI:lau:005@2020 E (rozpoznano po powierzchni)\n",
        ),
        (
            "ru",
            "2 изменения с 2019\n  SI:lau:004@2020 D: новое название Č\n  SI:lau:002@2019 B и SI:lau:003@2019 C: \
             теперь часть SI:lau:005@2020 E (определено по площади)\n",
        ),
        (
            "sl",
            "2 spremembi od 2019\n  SI:lau:004@2020 D: novo ime Č\n  SI:lau:002@2019 B in SI:lau:003@2019 C: zdaj \
             del SI:lau:005@2020 E (prepoznano po površinah)\n",
        ),
    ] {
        assert_eq!(changed(&older, &newer, &clerk(language)).unwrap(), expected);
    }
    assert!(changed(&older, &older, &clerk("en")).unwrap_err().to_string().contains("are as of 2019"));
}
