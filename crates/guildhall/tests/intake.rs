//! What officers write in each room, read by intake: whatever is valid is taken as it is, and spoiled, it is
//! refused at a place.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fmt::Debug;

use guildhall::intake::{Diagnostics, Folder, Limits};
use guildhall_certification::strategies::{definition, scheme, validity};
use guildhall_certification::{Scheme, SchemeDefinition};
use guildhall_civic::strategies::{authority, cooperation, position};
use guildhall_civic::{Authority, Position};
use guildhall_participation::strategies::instrument;
use guildhall_participation::survey::Instrument;
use guildhall_practice::strategies::record;
use guildhall_practice::{Record, RecordDefinition};
use guildhall_programme::strategies::{programme_code, programme_definition, written_programme};
use guildhall_programme::{ProgrammeDefinition, WrittenProgramme};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned + JsonSchema>(name: &str, text: &str) -> Result<T, Diagnostics> {
    let mut folder = Folder::new(&Limits::default()).with(name, text.as_bytes());
    let read = folder.definition::<T>(name);
    folder.close()?;
    Ok(read.unwrap().into_value())
}

/// Written as TOML and as JSON, it reads back equal.
fn survives<T: Serialize + DeserializeOwned + JsonSchema + PartialEq + Debug>(value: &T) -> TestCaseResult {
    let toml = toml::to_string(value).unwrap();
    match read::<T>("a.toml", &toml) {
        Ok(again) => prop_assert_eq!(&again, value),
        Err(said) => return Err(TestCaseError::fail(format!("{said}\n{toml}"))),
    }
    let json = serde_json::to_string_pretty(value).unwrap();
    match read::<T>("a.json", &json) {
        Ok(again) => prop_assert_eq!(&again, value),
        Err(said) => return Err(TestCaseError::fail(format!("{said}\n{json}"))),
    }
    Ok(())
}

/// With a field that nobody knows it is refused, at that field and nowhere else.
fn refuses<T: Serialize + DeserializeOwned + JsonSchema + Debug>(value: &T) -> TestCaseResult {
    let text = format!("zzz = 1\n{}", toml::to_string(value).unwrap());
    let said = read::<T>("a.toml", &text).err();
    prop_assert!(said.is_some());
    let said: Vec<_> = said.iter().flat_map(Diagnostics::iter).collect();
    prop_assert_eq!(said.len(), 1);
    prop_assert_eq!(said[0].place().unwrap().to_string(), "a.toml:1:1");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn c4_a_programme_survives(programme in programme_code().prop_flat_map(programme_definition)) {
        survives(&programme)?;
        survives::<ProgrammeDefinition>(&programme)?;
    }

    #[test]
    fn c4_c6_a_programme_as_it_is_written(programme in programme_code().prop_flat_map(written_programme)) {
        survives::<WrittenProgramme>(&programme)?;
        refuses(&programme)?;
    }

    #[test]
    fn c4_c6_a_scheme(scheme in scheme(), validity in validity()) {
        survives::<Scheme>(&scheme)?;
        let written: SchemeDefinition = definition("city-manager", 2, "{n}/CM/{year}", validity);
        survives(&written)?;
        refuses(&written)?;
    }

    #[test]
    fn c4_c6_an_instrument(instrument in instrument()) {
        survives::<Instrument>(&instrument)?;
        refuses(&instrument)?;
    }

    #[test]
    fn c4_c6_a_practice(record in record()) {
        survives::<Record>(&record)?;
        survives::<RecordDefinition>(record.parts())?;
        refuses(&record)?;
    }

    #[test]
    fn c4_c6_what_civic_keeps(authority in authority(), position in position(), cooperation in cooperation()) {
        survives::<Authority>(&authority)?;
        survives::<Position>(&position)?;
        survives(&cooperation)?;
        refuses(&authority)?;
        refuses(&position)?;
    }
}
