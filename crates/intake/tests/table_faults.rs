//! What is said of tables: headers, rows, files that are no tables, limits, and streams that are long or fail.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::cell::Cell;
use std::io::Read;

use guildhall_intake::table::{BadRow, Cells, Column, ColumnId, Columns, Separator, Table};
use guildhall_intake::{Diagnostics, Limits};

fn three() -> (Columns, [ColumnId; 3]) {
    Columns::of([Column::required("one"), Column::required("two"), Column::required("three")]).unwrap()
}

fn texts(cells: &mut Cells<'_>, columns: [ColumnId; 3]) -> Option<Vec<String>> {
    Some(columns.map(|column| cells.text(column).to_owned()).to_vec())
}

fn said(text: &str) -> Diagnostics {
    let (columns, [one, two, three]) = Columns::of([
        Column::required("one").called("sl", "ena"),
        Column::required("two").called("sl", "dva"),
        Column::optional("three"),
    ])
    .unwrap();
    let columns = columns.unique([one]);
    let read = |cells: &mut Cells<'_>| {
        let (one, two) = (cells.filled(one), cells.value_of::<u8>(two, ["10"]));
        let three = cells.list::<u8>(three);
        Some((one?.to_owned(), two?, three?))
    };
    Table::new("t.csv", &columns).read_all(text.as_bytes(), read).unwrap_err()
}

#[test]
fn every_fault_of_a_header_is_said_at_once() {
    let expected = "\
error: the column `tow` is unknown
 --> t.csv:1:5
  |
1 | ena;tow;ena;what is it;
  |     ^^^
  |
  = help: did you mean `two`?

error: the column `one` stands here again
 --> t.csv:1:9
  |
1 | ena;tow;ena;what is it;
  | ---     ^^^
  | |
  | it stands here first
  |
  = help: leave out one of them

error: the column `what is it` is unknown
 --> t.csv:1:13
  |
1 | ena;tow;ena;what is it;
  |             ^^^^^^^^^^
  |
  = help: expected `one`, `two`, `three`

3 faults in 1 file
";
    assert_eq!(said("ena;tow;ena;what is it;\nx;1;;\n").human(false), expected);
    assert!(said("two\n1\n").human(false).contains("the column `one` is missing"));
}

#[test]
fn a_header_that_is_missing_is_one_fault() {
    let said = |text: &str| {
        let words = ["person", "name", "email", "authority", "position"];
        let (columns, ids) = Columns::listed(words.map(|word| Column::required(word).private())).unwrap();
        let read = |cells: &mut Cells<'_>| cells.filled(ids[0]).map(str::to_owned);
        Table::new("t.csv", &columns).read_all(text.as_bytes(), read).unwrap_err().human(false)
    };
    let expected = "error: no column of this header is known: the header is missing, or this is another table\n\
                    --> t.csv:1\n = help: expected `person`, `name`, `email`, `authority`, `position`\n\n\
                    1 fault in 1 file\n";
    assert_eq!(
        said("p1;Ana;ana@primer.example;SI:1;clerk\np2;Bor;bor@primer.example;SI:1;clerk\n"),
        expected
    );
    assert_eq!(said("7\n"), expected);
    // One word may be known by chance; two are no chance, and what resembles one is meant.
    let almost = said("p1;Ana;email;SI:1;clerk\n");
    assert!(
        almost.contains("hardly any column of this header is known") && almost.contains("1 fault in"),
        "{almost}"
    );
    for text in ["p1;Ana;email;SI:1;position\n", "person;nme\n", "psition\n"] {
        assert!(said(text).contains("is missing"), "{text}");
    }
}

#[test]
fn every_fault_of_a_row_is_said_with_its_line() {
    let text = said("ena,dva,three\na,1,1 2\na,1O,1 x 3 y\n,1,\nb,1\nc,1,2,3\n").human(false);
    for expected in [
        "the one `a` stands here again\n --> t.csv:3:1",
        "column `dva`: expected a whole number\n --> t.csv:3:3",
        "= help: did you mean `10`?",
        "--> t.csv:3:8",
        "--> t.csv:3:12",
        "column `ena`: expected a text, found nothing\n --> t.csv:4:1",
        "expected 3 columns, found 2\n--> t.csv:5",
        "expected 3 columns, found 4\n --> t.csv:6:7",
        "7 faults in 1 file",
    ] {
        assert!(text.contains(expected), "{expected}\nin\n{text}");
    }
}

#[test]
fn files_that_are_no_tables_are_told_apart() {
    assert!(said("").to_string().contains("the table is empty"));
    assert!(said(" \n;;\n").to_string().contains("such as `one;two;three`"));
    let (columns, ids) = three();
    let table = Table::new("t.csv", &columns);
    let said = |bytes: &[u8]| table.read_all(bytes, |cells| texts(cells, ids)).unwrap_err().to_string();
    assert!(said(b"\xff\xfeo\0n\0e\0").contains("UTF-16"));
    assert!(said(b"PK\x03\x04...").contains("workbook"));
    let not_utf8 = said(b"one;two;three\na;b;c\n\x8diga;b;c\n");
    assert!(not_utf8.contains("expected UTF-8\n--> t.csv:3:1"), "{not_utf8}");
    // The table was saved otherwise: that is one mistake, however many rows show it.
    let not_utf8 = said(b"one;two;three\na;b;c\n\x8diga;b;c\na;b\na;\x8diga;c\na;b;\x8diga\n");
    assert!(not_utf8.contains("expected UTF-8, here and in 2 more rows\n--> t.csv:3:1"), "{not_utf8}");
    assert!(not_utf8.contains("= help: save the table as UTF-8\n"), "{not_utf8}");
    assert!(not_utf8.contains("expected 3 columns") && not_utf8.contains("2 faults in"), "{not_utf8}");
    let fixed = table.clone().separated_by(Separator::Comma);
    let said = fixed.read_all(b"one;two;three\n", |cells| texts(cells, ids)).unwrap_err().to_string();
    assert!(said.contains("expected `,` between the columns, found `;`"), "{said}");
}

#[test]
fn a_line_that_names_the_separator_and_empty_last_columns_are_passed_over() {
    let (columns, ids) = three();
    let bytes = b"\xef\xbb\xbfsep=,\r\n\r\none,two,three,,\r\na,b,c,,\r\n,,,,\r\n";
    let rows = Table::new("t.csv", &columns).read_all(bytes, |cells| texts(cells, ids));
    let rows = rows.unwrap().into_vec();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].line, rows[0].value.join("")), (4, "abc".to_owned()));
}

#[test]
fn limits_are_said() {
    let (columns, ids) = three();
    let said = |limits: Limits, text: &str| {
        let table = Table::new("t.csv", &columns).within(&limits);
        table.read_all(text.as_bytes(), |cells| texts(cells, ids)).unwrap_err().to_string()
    };
    let limits = Limits { cell_bytes: 20, ..Limits::default() };
    let text = said(Limits { rows: 1, ..limits }, "one;two;three\na;b;c\na;b;c\n");
    assert!(text.contains("more than 1 row") && text.contains("t.csv:3"), "{text}");
    let text = said(limits, &format!("one;two;three\na;b;c\na;{};c\n", "x".repeat(21)));
    assert!(text.contains("a cell has at most 20 bytes") && text.contains("t.csv:3:3"), "{text}");
    let text = said(limits, &format!("one;two;three\na;b;{}\n", "x".repeat(400)));
    assert!(text.contains("the row has more than 129 bytes, and a cell has at most 20"), "{text}");
    let text = said(Limits { columns: 2, ..limits }, "one;two;three\n");
    assert!(text.contains("more than 2 columns"), "{text}");
    let text = said(Limits { table_bytes: 15, ..limits }, "one;two;three\na;b;c\na;b;c\n");
    assert!(text.contains("more than 15 bytes"), "{text}");
    // A quote that stays open is said as that, not as a row that is too long.
    let text = said(limits, &format!("one;two;three\na;\"b;c\n{}", "a;b;c\n".repeat(100)));
    assert!(text.contains("a quote opens here") && text.contains("t.csv:2:3"), "{text}");
    assert!(text.contains("1 fault in"), "{text}");
}

#[test]
fn what_must_be_unique_is_compared_as_it_is_declared() {
    let (columns, [person, email, role]) = Columns::of([
        Column::required("person"),
        Column::required("email").private(),
        Column::required("role"),
    ])
    .unwrap();
    let columns = columns.unique([person, role]).unique_in_any_case([email]);
    let text = "person,email,role\np1,a@x,1\np1,A@X,2\nP1,,1\np1,,1\n";
    let said = Table::new("t.csv", &columns).read_all(text.as_bytes(), |_| Some(())).unwrap_err();
    let said: Vec<String> = said
        .iter()
        .map(|said| {
            let first = said.others().first().unwrap().place();
            format!("{}: {}; first {first}", said.place().unwrap(), said.message())
        })
        .collect();
    let expected = [
        "t.csv:3:4: the email stands here again; first t.csv:2:4",
        "t.csv:5:1: the person `p1` with the role `1` stands here again; first t.csv:2:1",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_character_that_no_text_has_is_said_where_it_stands() {
    let text = said("one,two\nčž\u{7},1\n").to_string();
    assert!(text.contains("a control character stands here") && text.contains("t.csv:2:3"), "{text}");
}

/// A table that is made while it is read, and counts what was taken of it.
struct Made<'c> {
    rows: usize,
    line: Vec<u8>,
    taken: &'c Cell<usize>,
}

impl Read for Made<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.line.is_empty() && self.rows > 0 {
            self.rows -= 1;
            self.line = format!("{};\"x\";{}\n", self.rows, "y".repeat(self.rows % 50)).into_bytes();
        }
        let count = self.line.len().min(into.len());
        into[..count].copy_from_slice(&self.line[..count]);
        self.line.drain(..count);
        self.taken.set(self.taken.get() + count);
        Ok(count)
    }
}

#[test]
fn a_hundred_thousand_rows_are_read_one_by_one() {
    let taken = Cell::new(0);
    let (columns, [one, _, three]) = three();
    let made = Made { rows: 100_000, line: b"one;two;three\n".to_vec(), taken: &taken };
    let mut reader = Table::new("t.csv", &columns).open(made).unwrap();
    let (mut rows, mut given, mut furthest) = (0, 0, 0);
    while let Some(row) = reader.next_row(|cells| Some((cells.value::<u32>(one)?, cells.text(three).len()))) {
        let (number, length) = row.unwrap().value;
        rows += 1;
        given += number.to_string().len() + 6 + length;
        furthest = furthest.max(taken.get() - given);
    }
    assert_eq!(rows, 100_000);
    // What was taken and not given on is the header and at most what is read ahead.
    assert!(furthest < 200_000, "{furthest}");
    assert!(taken.get() > 3_000_000);
}

#[test]
fn a_stream_that_fails_is_said_where_it_does() {
    struct Fails(Vec<u8>);
    impl Read for Fails {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            if self.0.is_empty() {
                return Err(std::io::Error::other("the cable is out"));
            }
            let count = self.0.len().min(into.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0.drain(..count);
            Ok(count)
        }
    }
    let (columns, ids) = three();
    let limits = Limits { cell_bytes: 18, ..Limits::default() };
    let fails = Fails("one;two;three\na;b;c\n".into());
    let mut reader = Table::new("t.csv", &columns).within(&limits).open(fails).unwrap();
    assert_eq!(reader.next_row(|cells| texts(cells, ids)).unwrap().unwrap().line, 2);
    let bad: BadRow = reader.next_row(|cells| texts(cells, ids)).unwrap().unwrap_err();
    assert!(bad.is_last() && bad.diagnostics()[0].message().contains("the cable is out"));
    assert!(reader.next_row(|cells| texts(cells, ids)).is_none());
}

#[test]
fn a_cell_is_found_again_when_rows_are_compared_with_something_else() {
    let text = "ena,tri,dva\n a,x,1\n\"b\nč\",\"ž,\",22\nc,,3\n";
    let rows = |private: bool, keeping: bool| {
        let one = Column::required("one").called("sl", "ena");
        let (columns, ids) = Columns::of([
            if private { one.private() } else { one },
            Column::required("two").called("sl", "dva"),
            Column::optional("three").called("sl", "tri"),
            Column::optional("four"),
        ])
        .unwrap();
        let table = Table::new("t.csv", &columns);
        let table = if keeping { table.keeping_places() } else { table };
        let read = |cells: &mut Cells<'_>| cells.value::<u8>(ids[1]).filter(|two| *two != 3);
        let (rows, _, _) = table.read_good(text.as_bytes(), read).unwrap().into_parts();
        let mut said = Diagnostics::new(&Limits::default());
        rows.source().into_iter().for_each(|source| said.show(source.clone()));
        (rows, said, ids)
    };
    let (public, mut said, ids) = rows(false, true);
    let second = public.iter().nth(1).unwrap();
    let places: Vec<_> = ids.map(|id| public.place_of(second, id)).into();
    assert_eq!(
        places.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["t.csv:3:1", "t.csv:4:9", "t.csv:4:4", "t.csv:3"]
    );
    assert_eq!(places.iter().map(|place| place.path()).collect::<Vec<_>>(), ["one", "two", "three", "four"]);
    assert_eq!(&text[places[1].span()], "22");
    said.add(guildhall_intake::Diagnostic::error("nobody knows it").at(places[1].clone()));
    assert!(said.human(false).contains("4 | č\",\"ž,\",22\n  |         ^^"), "{}", said.human(false));

    // No line of a private table is shown, but which column it is.
    let (private, said, ids) = rows(true, true);
    let place = private.place_of(private.iter().nth(1).unwrap(), ids[1]);
    assert_eq!((place.to_string(), place.span(), place.path()), ("t.csv:4:9".to_owned(), 0..0, "two"));
    assert!(private.source().is_none() && said.is_sound());

    let (unkept, _, ids) = rows(false, false);
    assert_eq!(unkept.place_of(unkept.iter().next().unwrap(), ids[0]).to_string(), "t.csv:2");
}
