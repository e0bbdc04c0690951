//! A table of a folder, read beside the definitions that it has to fit.

use std::io::Read;
use std::sync::Arc;

use super::{Cells, Charset, Columns, Good, Rows, Table};
use crate::{Diagnostic, Diagnostics, Folder, Place};

impl Folder {
    /// Reads a table by its name: the good rows, so that they can be held against the definitions in the
    /// same report; nothing if its header cannot be understood, or it is not there. What is wrong is said,
    /// and the folder does not close well.
    ///
    /// A table that is not UTF-8 is read as CP1250, with a warning. Lines of a table without private columns
    /// are shown, if it is no larger than [`Limits::file_bytes`](crate::Limits::file_bytes).
    pub fn table<T>(
        &mut self,
        name: &str,
        columns: &Columns,
        read: impl FnMut(&mut Cells<'_>) -> Option<T>,
    ) -> Option<Rows<T>> {
        self.table_in(&Table::new(name, columns).in_charset(Charset::Utf8OrCp1250), read)
    }

    /// The same, of a table that is known to be written in some way: by its separator, or in an encoding.
    /// Where only one encoding is admitted, there is nothing to warn of. The limits are those of the folder.
    pub fn table_in<T>(
        &mut self,
        table: &Table<'_>,
        read: impl FnMut(&mut Cells<'_>) -> Option<T>,
    ) -> Option<Rows<T>> {
        let name = Arc::clone(&table.file);
        let reader = self.open(&name)?;
        let limits = *self.limits();
        let table = table.clone().within(&limits).keeping_places();
        match good(&table, reader, limits.file_bytes, read) {
            Ok(good) => {
                let (rows, said, _) = good.into_parts();
                if table.charset != Charset::Cp1250 && rows.format().charset == Charset::Cp1250 {
                    let warning = Diagnostic::warning("this is not UTF-8: it was read as CP1250");
                    self.note(warning.at(Place::file(name)).help("save the table as UTF-8"));
                }
                self.said.extend(said);
                Some(rows)
            }
            Err(said) => {
                self.said.extend(said);
                None
            }
        }
    }
}

/// Reads a small table as a whole, so that its lines can be shown, and any other as a stream.
fn good<T>(
    table: &Table<'_>,
    mut source: impl Read,
    small: usize,
    read: impl FnMut(&mut Cells<'_>) -> Option<T>,
) -> Result<Good<T>, Diagnostics> {
    let most = u64::try_from(small).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    match source.by_ref().take(most).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() <= small => table.read_good(&bytes, read),
        Ok(_) => Ok(table.open(bytes.as_slice().chain(source))?.good(read)),
        Err(error) => Ok(table.open(bytes.as_slice().chain(Failed(Some(error))))?.good(read)),
    }
}

/// A source that failed, once.
struct Failed(Option<std::io::Error>);

impl Read for Failed {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::table::{Column, Separator};

    #[test]
    fn good_rows_are_given_and_the_folder_does_not_close_well() {
        let (columns, [born]) = Columns::of([Column::required("born")]).unwrap();
        let mut folder = Folder::new(&Limits::default())
            .with("a.csv", *b"born\n1980\nsoon\n1990\n")
            .with("b.csv", *b"bron\n1980\n");
        let mut read = |name| folder.table(name, &columns, |cells| cells.value::<u16>(born));
        let rows: Vec<_> = read("a.csv").unwrap().iter().map(|row| (row.line, row.value)).collect();
        assert_eq!(rows, [(2, 1980), (4, 1990)]);
        assert!(read("b.csv").is_none() && read("c.csv").is_none());
        let said = folder.close().unwrap_err();
        assert_eq!(said.errors(), 3, "{said}");
        assert!(["a.csv", "b.csv", "c.csv"].iter().all(|name| said.is_faulty(name)), "{said}");
        assert!(said.to_string().contains("3 | soon"), "{said}");
    }

    #[test]
    fn a_table_is_read_as_it_is_known_to_be_written() {
        let (columns, [town]) = Columns::of([Column::required("town")]).unwrap();
        let limits = Limits { rows: 2, ..Limits::default() };
        let mut folder = Folder::new(&limits)
            .with("tabs.csv", *b"town\tpeople\n\x8aent\t1\n")
            .with("new.csv", *b"town\n\x8aent\n\x8aent\n")
            .with("old.csv", *b"town\n\x8aent\n")
            .with("long.csv", *b"town\na\nb\nc\n");
        let mut read = |name: &str, change: fn(Table<'_>) -> Table<'_>| {
            let table = change(Table::new(name, &columns));
            let rows = folder.table_in(&table, |cells| cells.filled(town).map(str::to_owned))?;
            Some(rows.into_iter().map(|row| row.value).collect::<Vec<_>>())
        };
        assert_eq!(read("tabs.csv", |table| table.separated_by(Separator::Comma)), None);
        assert_eq!(read("new.csv", |table| table), Some(Vec::new()));
        assert_eq!(read("old.csv", |table| table.in_charset(Charset::Cp1250)), Some(vec!["Šent".to_owned()]));
        assert_eq!(read("long.csv", |table| table).map(|rows| rows.len()), Some(2));
        let said = folder.close().unwrap_err();
        for expected in ["columns, found a tab", "UTF-8, here and in 1 more row", "more than 2 rows"] {
            assert!(said.to_string().contains(expected), "{said}");
        }
        assert_eq!((said.errors(), said.warnings()), (3, 0), "{said}");
    }

    #[test]
    fn a_large_table_is_a_stream_and_another_encoding_a_warning() {
        let (columns, [town]) = Columns::of([Column::required("town")]).unwrap();
        let limits = Limits { file_bytes: 10, ..Limits::default() };
        let mut folder = Folder::new(&limits)
            .with("large.csv", *b"town\nCelje\n\nPtuj\nKoper\n")
            .with("old.csv", *b"town\n\x8aent\n");
        let mut read = |name| folder.table(name, &columns, |cells| cells.filled(town).map(str::to_owned));
        assert_eq!(read("large.csv").map(|rows| rows.len()), Some(3));
        let rows = read("old.csv").unwrap();
        assert_eq!(rows.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), ["Šent"]);
        let said = folder.close().unwrap();
        assert_eq!((said.errors(), said.warnings()), (0, 1), "{said}");
    }
}
