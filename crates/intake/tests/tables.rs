//! Tables against naive models: what was written is read, in every spelling; what was planted is found, where
//! it stands; nothing is read where anything is wrong; and nothing private is ever said.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use encoding_rs::WINDOWS_1250;
use guildhall_intake::table::{Cells, Charset, Column, ColumnId, Columns, Separator, Table};
use guildhall_intake::{Diagnostic, Limits};
use proptest::prelude::*;
use proptest::sample::select;

/// How a table is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    separator: char,
    encoding: Encoding,
    end: &'static str,
    all_quoted: bool,
    last_end: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Encoding {
    Utf8,
    Marked,
    Cp1250,
}

fn style() -> impl Strategy<Value = Style> {
    let encodings = vec![Encoding::Utf8, Encoding::Marked, Encoding::Cp1250];
    let ends = vec!["\n", "\r\n", "\r"];
    (select(vec![';', ',', '\t']), select(encodings), select(ends), any::<(bool, bool)>()).prop_map(
        |(separator, encoding, end, (all_quoted, last_end))| Style {
            separator,
            encoding,
            end,
            all_quoted,
            last_end,
        },
    )
}

impl Style {
    fn cell(self, cell: &str) -> String {
        let must = cell.contains(['"', '\n', '\r', self.separator]);
        if must || self.all_quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
    }

    fn line(self, cells: &[String]) -> String {
        let line: Vec<_> = cells.iter().map(|cell| self.cell(cell)).collect();
        let line = line.join(&self.separator.to_string());
        // A line of nothing but separators is blank: one cell of it is quoted.
        if cells.iter().all(String::is_empty) && !self.all_quoted { format!("\"\"{line}") } else { line }
    }

    fn write(self, lines: &[Vec<String>]) -> Vec<u8> {
        let mut text = lines.iter().map(|cells| self.line(cells)).collect::<Vec<_>>().join(self.end);
        if self.last_end {
            text.push_str(self.end);
        }
        match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Marked => format!("\u{feff}{text}").into_bytes(),
            Encoding::Cp1250 => {
                let (bytes, _, lost) = WINDOWS_1250.encode(&text);
                assert!(!lost, "{text}");
                bytes.into_owned()
            }
        }
    }
}

/// Texts of letters that CP1250 has, with everything that is special in CSV.
fn text() -> impl Strategy<Value = String> {
    "[a-zčšžąłńóęśźżćŽŠČĐ€0-9;,\t\"'=.() -]{0,12}|[a-z\n\r\" ;]{0,8}".prop_map(|text| text.trim().to_owned())
}

fn strings<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

fn three() -> (Columns, [ColumnId; 3]) {
    Columns::of([Column::required("one"), Column::required("two"), Column::required("three")]).unwrap()
}

fn texts(cells: &mut Cells<'_>, columns: [ColumnId; 3]) -> Option<Vec<String>> {
    Some(columns.map(|column| cells.text(column).to_owned()).to_vec())
}

fn place(diagnostic: &Diagnostic) -> (u64, u64) {
    let place = diagnostic.place().unwrap();
    (place.line().unwrap(), place.column().unwrap_or_default())
}

proptest! {
    #[test]
    fn what_was_written_is_read(
        rows in prop::collection::vec(prop::array::uniform3(text()), 0..8),
        style in style(),
    ) {
        let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.to_vec()).collect();
        let mut lines = vec![strings(["one", "two", "three"])];
        lines.extend(rows.clone());
        let bytes = style.write(&lines);
        // A few words of CP1250 are valid UTF-8 as well, and are read as UTF-8.
        let foreign = style.encoding == Encoding::Cp1250 && !bytes.is_ascii();
        prop_assume!(!foreign || std::str::from_utf8(&bytes).is_err());
        let (columns, ids) = three();
        let table = Table::new("t.csv", &columns).in_charset(Charset::Utf8OrCp1250);
        let read = table.read_all(&bytes, |cells| texts(cells, ids));
        let read = read.map_err(|said| TestCaseError::fail(said.to_string()))?;
        prop_assert_eq!(read.format().separator.as_char(), style.separator);
        prop_assert_eq!(read.format().charset, if foreign { Charset::Cp1250 } else { Charset::Utf8 });
        let read: Vec<_> = read.into_iter().map(|row| row.value).collect();
        prop_assert_eq!(&read, &rows);

        // A bare parser, where it reads the same language.
        if !foreign {
            let mut bare = csv::ReaderBuilder::new();
            bare.delimiter(u8::try_from(style.separator).unwrap());
            let bare: Result<Vec<Vec<String>>, _> = bare.from_reader(&bytes[..]).deserialize().collect();
            prop_assert_eq!(bare.unwrap(), rows);
        }
    }

    #[test]
    fn what_was_planted_is_found_where_it_stands(
        rows in prop::collection::vec((text(), any::<u16>(), text()), 1..10),
        faulty in prop::collection::vec((0usize..10, 0usize..3), 0..6),
        style in style(),
    ) {
        prop_assume!(style.encoding != Encoding::Cp1250);
        let faulty: BTreeSet<_> = faulty.into_iter().map(|(row, cell)| (row % rows.len(), cell)).collect();
        let mut lines = vec![strings(["one", "two", "three"])];
        for (nth, (one, two, three)) in rows.iter().enumerate() {
            let good = [format!("x{one}"), two.to_string(), format!("x{three}")];
            let bad = strings(["", "70000", "čz"]);
            let planted = good.into_iter().zip(bad).enumerate();
            let choose = |(at, (good, bad))| if faulty.contains(&(nth, at)) { bad } else { good };
            lines.push(planted.map(choose).collect());
        }
        // The model writes one cell after the other and counts.
        let (mut expected, mut line, mut column) = (Vec::new(), 1u64, 1u64);
        for (nth, cells) in lines.iter().enumerate() {
            for (at, cell) in cells.iter().enumerate() {
                if nth > 0 && faulty.contains(&(nth - 1, at)) {
                    expected.push((line, column));
                }
                let end = if at < 2 { " " } else { "\n" };
                for c in format!("{}{end}", style.cell(cell)).replace("\r\n", "\n").chars() {
                    (line, column) = if matches!(c, '\n' | '\r') { (line + 1, 1) } else { (line, column + 1) };
                }
            }
        }
        let (columns, [one, two, three]) = three();
        let table = Table::new("t.csv", &columns);
        let read = table.read_all(&style.write(&lines), |cells| {
            let (one, two) = (cells.filled(one), cells.value::<u16>(two));
            let three = cells.parsed(three, |text| if text == "čz" { Err("no") } else { Ok(text) });
            Some((one?.to_owned(), two?, three?.to_owned()))
        });
        match read {
            Ok(read) => {
                prop_assert!(expected.is_empty());
                prop_assert_eq!(read.len(), rows.len());
            }
            Err(said) => prop_assert_eq!(said.iter().map(place).collect::<Vec<_>>(), expected),
        }
    }

    #[test]
    fn a_quote_that_is_not_closed_costs_its_line_alone(
        before in 0usize..4,
        after in 0usize..4,
        open in select(vec!["\"a;b", "a;\"b\"c", "a;\"b", "\"a\"b;c"]),
    ) {
        let good = "\"x\"\"y\";\"1\n2\"\n";
        let text = format!("one;two\n{}{open}\n{}", good.repeat(before), good.repeat(after));
        let (columns, [one, _]) = Columns::of([Column::required("one"), Column::required("two")]).unwrap();
        let table = Table::new("t.csv", &columns);
        let read = table.read_good(text.as_bytes(), |cells| Some(cells.text(one).to_owned())).unwrap();
        prop_assert_eq!(read.rows().len(), before + after);
        let line = 2 + 2 * u64::try_from(before).unwrap();
        let column = 1 + u64::try_from(open.find('"').unwrap()).unwrap();
        prop_assert_eq!(read.diagnostics().iter().map(place).collect::<Vec<_>>(), [(line, column)]);
    }

    #[test]
    fn arbitrary_bytes_never_panic_and_nothing_is_read_where_anything_is_wrong(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "(one|two|three|[\"\n\r;,\t '0-9\0]){0,60}".prop_map(String::into_bytes),
            "one;two;three\n[\"a;\n\r 1č]{0,60}".prop_map(String::into_bytes),
        ],
        charset in select(vec![Charset::Utf8, Charset::Cp1250, Charset::Utf8OrCp1250]),
        separator in prop::option::of(select(Separator::ALL.to_vec())),
    ) {
        let (columns, ids) = three();
        let columns = columns.unique([ids[0]]);
        let limits = Limits { cell_bytes: 40, rows: 5, table_bytes: 150, ..Limits::default() };
        let mut table = Table::new("t.csv", &columns).in_charset(charset).within(&limits);
        if let Some(separator) = separator {
            table = table.separated_by(separator);
        }
        let read = |cells: &mut Cells<'_>| Some((texts(cells, ids)?, cells.optional::<u8>(ids[1])?));
        let all = table.read_all(&bytes, read);
        match table.read_good(&bytes, read) {
            Ok(good) => {
                prop_assert_eq!(good.bad().is_empty(), good.diagnostics().is_sound());
                prop_assert_eq!(all.is_ok(), good.bad().is_empty());
                let _ = good.diagnostics().human(true);
                let again = table.within(&Limits::default()).read_good(&good.bad().to_csv(), read);
                prop_assert!(again.is_ok(), "{}", again.unwrap_err());
            }
            Err(said) => {
                prop_assert!(!said.is_sound());
                prop_assert!(all.is_err());
            }
        }
    }

    /// C5: a canary in every private cell, in the place of the header and in lines of every wrong shape.
    #[test]
    fn c5_a_private_cell_is_never_said(
        lines in prop::collection::vec(select(vec![
            "p1;CANARY;CANARY;1",
            "CANARY",
            "CANARY;CANARY",
            ";CANARY;;x",
            "p1;\"CANARY;CANARY;2",
            "p1;CANARY\0;a;2",
            "p2;CANARY \"x\";CANARY;;CANARY",
            "p3;CANARY\u{e9};CANARY;70000",
            "p4;\"CANARY\"x;;",
        ]), 0..6),
        headed in any::<bool>(),
    ) {
        let (columns, [person, name, email, born]) = Columns::of([
            Column::required("person"),
            Column::required("name").private(),
            Column::required("email").private(),
            Column::required("born"),
        ]).unwrap();
        let columns = columns.unique([person]).unique_in_any_case([email]);
        let header = if headed { "person;name;email;born" } else { "CANARY;CANARY;person;CANARY" };
        let text = format!("{header}\n{}", lines.join("\n"));
        let read = |cells: &mut Cells<'_>| {
            let (person, number) = (cells.filled(person), cells.value::<u8>(name));
            let parsed = cells.parsed(email, |text| Err::<(), _>(format!("`{text}` is wrong")));
            cells.refuse(name, format!("no {}", cells.text(name)));
            cells.help(cells.text(name).to_owned());
            let list = cells.list::<u8>(name);
            let known = cells.known(name, "word", ["CANARY1", "canary"]).map(str::to_owned);
            Some((person?.to_owned(), number?, parsed?, cells.value::<u16>(born)?, list?, known?))
        };
        let table = Table::new("t.csv", &columns);
        for bytes in [text.clone().into_bytes(), WINDOWS_1250.encode(&text).0.into_owned()] {
            let mut said = match table.read_good(&bytes, read) {
                Ok(good) => {
                    prop_assert!(headed);
                    format!("{:?} {:?} {}", good.bad(), good.diagnostics(), good.diagnostics().human(false))
                }
                Err(said) => format!("{said:?} {} {}", said.human(true), said.json()),
            };
            if let Err(more) = table.read_all(&bytes, read) {
                said.push_str(&more.human(false));
            }
            prop_assert!(!said.to_lowercase().contains("canary"), "{}", said);
        }
    }

    #[test]
    fn mended_bad_rows_are_read_again(
        rows in prop::collection::vec(("['=+@a -]{0,6}[a1]", 0u8..4), 1..8),
        style in style(),
    ) {
        prop_assume!(style.encoding != Encoding::Cp1250);
        let rows: Vec<_> = rows.into_iter().map(|(text, number)| (text.trim().to_owned(), number)).collect();
        let mut lines = vec![strings(["one", "two", "three"])];
        lines.extend(rows.iter().map(|(text, two)| vec![text.clone(), two.to_string(), text.clone()]));
        let (columns, [one, two, three]) = three();
        let table = Table::new("t.csv", &columns);
        // The first time, what is odd is wrong; once mended, it is right.
        let read = |mended: bool| move |cells: &mut Cells<'_>| {
            let number = cells.value::<u8>(two)?;
            if !mended && number % 2 == 1 {
                cells.refuse(two, "the number is odd");
            }
            Some((cells.text(one).to_owned(), number, cells.text(three).to_owned()))
        };
        let good = table.read_good(&style.write(&lines), read(false)).unwrap();
        let odd = rows.iter().filter(|(_, number)| number % 2 == 1).count();
        prop_assert_eq!((good.bad().len(), good.rows().len()), (odd, rows.len() - odd));
        let file = good.bad().to_csv();
        let mut sheet = csv::ReaderBuilder::new();
        sheet.has_headers(false).delimiter(u8::try_from(style.separator).unwrap());
        for record in sheet.from_reader(&file[..]).records() {
            let run = |cell: &str| cell.starts_with(['=', '+', '-', '@']);
            prop_assert!(!record.unwrap().iter().any(run));
        }
        let again = table.read_all(&file, read(true)).unwrap();
        let first = good.rows().iter().map(|row| row.value.clone());
        let mut both: Vec<_> = first.chain(again.into_iter().map(|row| row.value)).collect();
        both.sort();
        let mut expected: Vec<_> = rows.iter().map(|(text, two)| (text.clone(), *two, text.clone())).collect();
        expected.sort();
        prop_assert_eq!(both, expected);
    }
}
