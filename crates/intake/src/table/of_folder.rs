//! A table of a folder, read beside the definitions that it has to fit.

use super::{Cells, Columns, Rows, Table};
use crate::Folder;

impl Folder {
    /// Reads a table by its name: the good rows, so that they can be held against the definitions in the
    /// same report; nothing if its header cannot be understood, or it is not there. What is wrong is said,
    /// and the folder does not close well.
    pub fn table<T>(
        &mut self,
        name: &str,
        columns: &Columns,
        read: impl FnMut(&mut Cells<'_>) -> Option<T>,
    ) -> Option<Rows<T>> {
        let reader = self.open(name)?;
        let limits = *self.limits();
        match Table::new(name, columns).within(&limits).open(reader) {
            Ok(reader) => {
                let (rows, said, _) = reader.good(read).into_parts();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::table::Column;

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
    }
}
