//! Tables: whatever the bytes are, either every row is read or something is said, a row is never both good and
//! bad, nothing of a private column is said, and the file of bad rows can be read as a table again.
#![no_main]

use guildhall_intake::Limits;
use guildhall_intake::table::{Cells, Charset, Column, Columns, Separator, Table};
use libfuzzer_sys::fuzz_target;

/// What may stand in a cell, all of which are private.
const CANARY: &str = "canary";

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let declared = Columns::of([
        Column::required("one").called("sl", "ena").private(),
        Column::optional("two").private(),
        Column::optional("three").private(),
    ]);
    let Ok((columns, [one, two, three])) = declared else { unreachable!("these columns can be told apart") };
    let columns = columns.unique([one]).unique_in_any_case([two, three]);
    let limits = Limits { cell_bytes: 200, rows: 50, table_bytes: 4_000, ..Limits::default() };
    let charsets = [Charset::Utf8, Charset::Cp1250, Charset::Utf8OrCp1250];
    let charset = charsets.into_iter().cycle().nth(usize::from(choice & 3)).unwrap_or_default();
    let mut table = Table::new("t.csv", &columns).in_charset(charset).within(&limits);
    if let Some(separator) = Separator::ALL.get(usize::from(choice >> 2 & 3)) {
        table = table.separated_by(*separator);
    }
    let read = |cells: &mut Cells<'_>| {
        let number = cells.optional::<u8>(three);
        if cells.text(two).contains(CANARY) {
            cells.refuse(two, cells.text(two));
            cells.help(cells.text(two));
        }
        Some((cells.filled(one)?.to_owned(), cells.list::<u8>(two)?, number?))
    };
    let all = table.read_all(bytes, read);
    let stream = table.open(bytes).map(|reader| reader.good(read));
    match table.read_good(bytes, read) {
        Ok(good) => {
            assert_eq!(good.bad().is_empty(), good.diagnostics().is_sound());
            assert_eq!(all.is_ok(), good.bad().is_empty());
            let again = table.within(&Limits::default()).read_good(&good.bad().to_csv(), read);
            assert!(again.is_ok(), "a table that was written can be read");
            let said = format!("{:?} {}", good.bad(), good.diagnostics().human(false));
            assert!(!said.contains(CANARY), "{said}");
        }
        Err(said) => {
            assert!(!said.is_sound() && all.is_err());
            assert!(!said.json().contains(CANARY), "{said}");
        }
    }
    assert!(stream.is_ok() || all.is_err());
});
