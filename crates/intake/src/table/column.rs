//! Which columns a table has: declared once, found in a header under any of their names.

use guildhall_kernel::{Faults, Language, LanguageError, Report};

use super::Separator;
use super::write::row;

/// A column of a table, as it is declared.
///
/// Its name is the word that records and other programs use; officers may head it by the words of their
/// language, in any letter case and with spaces, underscores or hyphens between or not.
#[derive(Clone, Debug)]
pub struct Column {
    name: String,
    aliases: Vec<(Result<Language, LanguageError>, String)>,
    required: bool,
    private: bool,
}

impl Column {
    /// A column that every table must have. A cell of it may still be empty.
    pub fn required(name: impl Into<String>) -> Self {
        Self { name: name.into(), aliases: Vec::new(), required: true, private: false }
    }

    /// A column that may be missing: its cells are then empty.
    pub fn optional(name: impl Into<String>) -> Self {
        Self { required: false, ..Self::required(name) }
    }

    /// What officers call it in a language, by its tag. It may have several words in one language: the
    /// first heads a [template](Columns::template).
    #[must_use]
    pub fn called(mut self, language: &str, word: impl Into<String>) -> Self {
        self.aliases.push((language.parse(), word.into()));
        self
    }

    /// Says that its cells are about somebody: nothing of them is repeated in a diagnostic, whatever an
    /// error says, and no line of the table is shown (C5).
    #[must_use]
    pub fn private(self) -> Self {
        Self { private: true, ..self }
    }

    /// The name it is declared by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether every table must have it.
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// Whether its cells are about somebody.
    pub const fn is_private(&self) -> bool {
        self.private
    }

    /// Every word it is found by.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(|(_, word)| word.as_str()))
    }

    pub(super) fn is_headed(&self, folded: &str) -> bool {
        self.words().any(|word| fold(word) == folded)
    }

    fn word_in(&self, language: &Language) -> &str {
        let spoken = |(tag, _): &&(Result<Language, LanguageError>, String)| tag.as_ref() == Ok(language);
        self.aliases.iter().find(spoken).map_or(&self.name, |(_, word)| word)
    }
}

/// A column among the [`Columns`] it was declared with, by which its cells are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub(super) usize);

/// The columns of a table.
///
/// ```
/// use guildhall_intake::table::{Column, Columns, Separator};
///
/// let (columns, [person, born]) = Columns::of([
///     Column::required("person").called("sl", "oseba").called("pl", "osoba").private(),
///     Column::optional("born_in").called("sl", "leto rojstva"),
/// ])?;
/// assert_eq!(columns.name(born), "born_in");
/// assert_eq!(columns.template(&"sl".parse()?, Separator::Semicolon), "oseba;leto rojstva\r\n");
/// # assert_ne!(person, born);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Columns {
    list: Vec<Column>,
    keys: Vec<Key>,
}

/// Columns that no two rows have alike.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) columns: Vec<ColumnId>,
    pub(super) fold_case: bool,
}

/// What is wrong with a declaration of columns.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnProblem {
    /// Nobody could find it by a word without a letter.
    #[error("a column needs a name with a letter or digit")]
    Blank,
    /// The language of a word is none.
    #[error(transparent)]
    Language(#[from] LanguageError),
    /// A header could mean either of two columns.
    #[error("`{word}` heads the column `{other}` already")]
    Ambiguous {
        /// The word.
        word: String,
        /// The name of the column that has it.
        other: String,
    },
}

impl Columns {
    /// Declares columns, and gives what each is read by.
    ///
    /// # Errors
    /// [`ColumnProblem`] for every word that is blank, in no language, or means two columns.
    pub fn of<const N: usize>(columns: [Column; N]) -> Result<(Self, [ColumnId; N]), Faults<ColumnProblem>> {
        let (columns, _) = Self::listed(columns)?;
        Ok((columns, std::array::from_fn(ColumnId)))
    }

    /// Declares columns whose number shows only when the program runs, such as one for each question of a
    /// survey.
    ///
    /// # Errors
    /// As [`Columns::of`].
    pub fn listed(
        columns: impl IntoIterator<Item = Column>,
    ) -> Result<(Self, Vec<ColumnId>), Faults<ColumnProblem>> {
        let list: Vec<Column> = columns.into_iter().collect();
        let mut report = Report::default();
        let mut known: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
        for (index, column) in list.iter().enumerate() {
            let path = format!("columns[{index}]");
            for (language, _) in &column.aliases {
                if let Err(error) = language {
                    report.add(path.clone(), error.clone().into());
                }
            }
            for word in column.words() {
                let folded = fold(word);
                if !folded.contains(char::is_alphanumeric) {
                    report.add(path.clone(), ColumnProblem::Blank);
                }
                let before = *known.entry(folded).or_insert(index);
                if before != index {
                    let other = list.get(before).map(|column| column.name.clone()).unwrap_or_default();
                    report.add(path.clone(), ColumnProblem::Ambiguous { word: word.to_owned(), other });
                }
            }
        }
        let ids = (0..list.len()).map(ColumnId).collect();
        report.end(Some((Self { list, keys: Vec::new() }, ids)))
    }

    /// Says that no two rows have all of these cells alike. Rows in which all of them are empty are not
    /// compared.
    ///
    /// What stood in them is remembered while the table is read: this is the one thing that grows with it.
    #[must_use]
    pub fn unique(self, columns: impl IntoIterator<Item = ColumnId>) -> Self {
        self.keyed(columns, false)
    }

    /// The same, for cells that are alike in any letter case, such as addresses.
    #[must_use]
    pub fn unique_in_any_case(self, columns: impl IntoIterator<Item = ColumnId>) -> Self {
        self.keyed(columns, true)
    }

    fn keyed(mut self, columns: impl IntoIterator<Item = ColumnId>, fold_case: bool) -> Self {
        self.keys.push(Key { columns: columns.into_iter().collect(), fold_case });
        self
    }

    /// The name a column is declared by.
    pub fn name(&self, column: ColumnId) -> &str {
        self.get(column).map(Column::name).unwrap_or_default()
    }

    /// Every column, in the order of declaration.
    pub fn iter(&self) -> impl Iterator<Item = &Column> {
        self.list.iter()
    }

    /// An empty table for an officer to fill in: a header in the words of a language, or the names where
    /// there is no word. To be written with a byte order mark for those who open it in a spreadsheet.
    pub fn template(&self, language: &Language, separator: Separator) -> String {
        let mut text = String::new();
        row(&mut text, separator, self.list.iter().map(|column| column.word_in(language)));
        text
    }

    pub(super) fn get(&self, column: ColumnId) -> Option<&Column> {
        self.list.get(column.0)
    }

    pub(super) fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The column that a word of a header means.
    pub(super) fn headed(&self, word: &str) -> Option<ColumnId> {
        let folded = fold(word);
        self.list.iter().position(|column| column.is_headed(&folded)).map(ColumnId)
    }

    /// Whether no line of such a table may be shown.
    pub(super) fn is_private(&self) -> bool {
        self.list.iter().any(|column| column.private)
    }
}

/// A word without what officers vary: letter case, and what stands between its parts.
pub(super) fn fold(word: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '_' | '-');
    word.chars().filter(kept).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_found_by_every_word_in_any_case() {
        let (columns, [area]) =
            Columns::of([Column::required("service_area").called("sl", "Področje")]).unwrap();
        for word in ["service_area", "Service area", "SERVICEAREA", "service-area", " področje", "PODROČJE"]
        {
            assert_eq!(columns.headed(word), Some(area), "{word}");
        }
        assert_eq!(columns.headed("podrocje"), None);
    }

    #[test]
    fn a_declaration_that_cannot_be_read_is_refused_with_every_fault() {
        let refused = Columns::of([
            Column::required("name").called("slovene", "ime"),
            Column::optional("Ime"),
            Column::optional(" _ "),
        ])
        .unwrap_err();
        let problems: Vec<_> = refused.iter().map(|fault| fault.to_string()).collect();
        assert_eq!(problems.len(), 3, "{problems:?}");
        assert!(problems[0].contains("`slovene` is no language tag"));
        assert_eq!(problems[1], "columns[1]: `Ime` heads the column `name` already");
        assert!(problems[2].contains("a letter or digit"));
    }

    #[test]
    fn a_word_may_be_the_same_in_two_languages() {
        let column = Column::required("person").called("pl", "email").called("sl", "email");
        assert!(Columns::of([column]).is_ok());
    }
}
