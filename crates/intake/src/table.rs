//! Tables as officers keep them: CSV out of any spreadsheet, with every fault at its row and column.
//!
//! Columns are declared once and found in the header under the words of any language. A table is read as
//! a whole or not at all; on request, its good rows and a file of the bad ones. What is read is a stream,
//! so that a hundred thousand rows take no more memory than one.
//!
//! Guards C5: of private columns nothing is repeated in a diagnostic, and no line of a table that has one is
//! shown.
//!
//! ```
//! use guildhall_intake::table::{Column, Columns, Table};
//!
//! #[derive(Debug)]
//! struct Applicant { person: String, born: u16 }
//!
//! let (columns, [person, name, born]) = Columns::of([
//!     Column::required("person").called("sl", "oseba"),
//!     Column::required("name").called("sl", "ime in priimek").private(),
//!     Column::required("born").called("sl", "leto rojstva"),
//! ])?;
//! let columns = columns.unique([person]);
//! let table = Table::new("people.csv", &columns);
//! let read = |cells: &mut guildhall_intake::table::Cells<'_>| {
//!     let (person, name, born) = (cells.filled(person), cells.filled(name), cells.value(born));
//!     name?;
//!     Some(Applicant { person: person?.to_owned(), born: born? })
//! };
//!
//! let rows = table.read_all("Oseba;Ime in priimek;Leto rojstva\np1;Ana;1980\n".as_bytes(), read)?;
//! assert_eq!(rows.iter().next().map(|row| (row.line, row.value.born)), Some((2, 1980)));
//!
//! let said = table.read_all("person,born,name\np1,1980,Ana\np1,soon,\n".as_bytes(), read).unwrap_err();
//! assert_eq!(
//!     said.human(false),
//!     "error: the person `p1` stands here again\n\
//!      --> people.csv:3:1\n = note: it stands here first: people.csv:2:1\n\n\
//!      error: column `born`: expected a whole number\n--> people.csv:3:4\n\n\
//!      error: column `name`: expected a text, found nothing\n--> people.csv:3:9\n\n\
//!      3 faults in 1 file\n"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cells;
mod charset;
mod column;
mod fault;
mod format;
mod header;
mod lines;
mod of_folder;
mod open;
mod places;
mod reader;
mod rows;
mod split;
mod write;

use std::sync::Arc;

pub use cells::Cells;
pub use column::{Column, ColumnId, ColumnProblem, Columns};
pub use format::{Charset, Format, Separator};
pub use reader::Reader;
pub use rows::{BadRow, BadRows, Good, Row, Rows};

use crate::{Diagnostics, Limits};

/// A table to be read: its name in what is said of it, its columns, and how it may be written.
///
/// Unless told otherwise it is UTF-8, its separator is found from its header, and [`Limits::default`] hold.
#[derive(Clone, Debug)]
pub struct Table<'t> {
    file: Arc<str>,
    columns: &'t Columns,
    separator: Option<Separator>,
    charset: Charset,
    limits: Limits,
    keeps_places: bool,
}

impl<'t> Table<'t> {
    /// A table with these columns.
    pub fn new(file: impl Into<Arc<str>>, columns: &'t Columns) -> Self {
        Self {
            file: file.into(),
            columns,
            separator: None,
            charset: Charset::default(),
            limits: Limits::default(),
            keeps_places: false,
        }
    }

    /// Fixes what stands between cells. Otherwise it is that under which most columns of the header are
    /// known, and of those under which as many are, the first of [`Separator::ALL`] that tells most apart.
    #[must_use]
    pub const fn separated_by(mut self, separator: Separator) -> Self {
        self.separator = Some(separator);
        self
    }

    /// Says in which encoding it may be.
    #[must_use]
    pub const fn in_charset(mut self, charset: Charset) -> Self {
        self.charset = charset;
        self
    }

    /// Sets the limits.
    #[must_use]
    pub const fn within(mut self, limits: &Limits) -> Self {
        self.limits = *limits;
        self
    }

    /// Keeps where the cells of the rows stand, for [`Rows::place_of`]: this is for tables that are compared
    /// with something else, and grows with them. Rows of a [`Reader`] that are read one by one keep nothing.
    #[must_use]
    pub const fn keeping_places(mut self) -> Self {
        self.keeps_places = true;
        self
    }

    /// Every row of a table in memory, or everything that is wrong with it; `read` makes a value of the
    /// cells of each row.
    ///
    /// # Errors
    /// [`Diagnostics`], if there is a fault. Of a table without private columns they show the lines.
    pub fn read_all<T>(
        &self,
        bytes: &[u8],
        read: impl FnMut(&mut Cells<'_>) -> Option<T>,
    ) -> Result<Rows<T>, Diagnostics> {
        self.open_whole(bytes)?.all(read)
    }

    /// The good rows of a table in memory, what is wrong with the others, and the others.
    ///
    /// # Errors
    /// [`Diagnostics`], if its header cannot be understood, so that no row can be read.
    pub fn read_good<T>(
        &self,
        bytes: &[u8],
        read: impl FnMut(&mut Cells<'_>) -> Option<T>,
    ) -> Result<Good<T>, Diagnostics> {
        Ok(self.open_whole(bytes)?.good(read))
    }
}
