//! Writes lines of CSV that a spreadsheet shows and does not run.

use super::Separator;

/// Adds a line, which ends as RFC 4180 says.
pub(super) fn row<'a>(text: &mut String, separator: Separator, cells: impl IntoIterator<Item = &'a str>) {
    let begin = text.len();
    let mut filled = false;
    for (nth, cell) in cells.into_iter().enumerate() {
        if nth > 0 {
            text.push(separator.as_char());
        }
        filled |= !cell.is_empty();
        let special = |c: char| matches!(c, '"' | '\n' | '\r') || c == separator.as_char();
        if cell.contains(special) || cell.trim() != cell {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    if !filled {
        // A line without any text would be passed over.
        text.insert_str(begin, "\"\"");
    }
    text.push_str("\r\n");
}

/// A cell that no spreadsheet takes for a formula: what begins as one gets an apostrophe before it, as
/// OWASP recommends ("CSV injection"). [`bare`] takes it off.
pub(super) fn guarded(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell without its guard.
pub(super) fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Whether it begins as a formula, after any apostrophes, so that a guard can be told from what was there.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_guard_comes_off_and_nothing_is_run(cell in "['=+@\\t＝a-]{0,6}") {
            let safe = guarded(&cell);
            prop_assert_eq!(bare(&safe), cell);
            prop_assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '＝']));
        }
    }

    #[test]
    fn a_line_is_quoted_where_it_must_be() {
        let mut text = String::new();
        row(&mut text, Separator::Semicolon, ["a", "b;c", "d\"e", " f", "g\nh", ""]);
        row(&mut text, Separator::Comma, ["", ""]);
        assert_eq!(text, "a;\"b;c\";\"d\"\"e\";\" f\";\"g\nh\";\r\n\"\",\r\n");
    }
}
