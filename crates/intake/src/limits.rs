//! How much of anything is read, so that no input exhausts memory, stack or patience. What goes beyond
//! is a fault that names the limit, never a file read in part.

/// The limits of reading; the defaults are far beyond what an officer writes by hand.
///
/// ```
/// use guildhall_intake::Limits;
///
/// let strict = Limits { rows: 1_000, ..Limits::default() };
/// # assert_eq!(strict.rows, 1_000);
/// ```
///
/// Fields may be added: make one from [`Limits::default`], as above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one definition.
    pub file_bytes: usize,
    /// Bytes of one table. Tables are read as a stream, so this may be large.
    pub table_bytes: usize,
    /// Bytes of all files of a folder.
    pub folder_bytes: usize,
    /// Files in a folder, those in folders inside it included.
    pub files: usize,
    /// Tables and lists inside each other, included files too.
    pub depth: usize,
    /// Values in one definition with everything it includes.
    pub values: usize,
    /// Rows of one table, its header not counted.
    pub rows: usize,
    /// Columns of one table.
    pub columns: usize,
    /// Bytes of one cell of a table.
    pub cell_bytes: usize,
    /// Faults that are kept and shown, and as many warnings; what comes after is counted.
    pub shown: usize,
    /// Faulty values of one definition that reading goes on after.
    pub repairs: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 4 << 20,
            table_bytes: 256 << 20,
            folder_bytes: 512 << 20,
            files: 10_000,
            depth: 64,
            values: 1_000_000,
            rows: 1_000_000,
            columns: 500,
            cell_bytes: 64 << 10,
            shown: 200,
            repairs: 200,
        }
    }
}
