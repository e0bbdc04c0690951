//! The checker sees every kind of fault, at its place, all at once.
#![cfg(feature = "fluent")]

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use guildhall_words::{Catalogue, Problem, Say, Shaped, Text, ToArgument, catalogue, check};

#[derive(Debug, Say)]
#[expect(dead_code, reason = "its texts are checked, it is not said")]
enum Stage {
    Open,
    Closed,
}

struct Cost;
impl ToArgument for Cost {
    const KIND: guildhall_words::Kind = guildhall_words::Kind::Money;
    fn argument(&self) -> guildhall_words::Argument<'_> {
        guildhall_words::Argument::money(5.into(), "EUR")
    }
}

#[derive(Say)]
struct Seen {
    count: u32,
    day: Option<NaiveDate>,
    places: Vec<String>,
    stage: Stage,
    late: bool,
    title: LocalisedText,
    cost: Cost,
    name: String,
}

const STAGES: &str = "stage-open = open\nstage-closed = closed\n";
const ALL: &str = "{ $count } { LIST($places) } { $stage } { $title } { $cost } { $name } { $late ->
    [true] late
   *[false] early
} { $day ->
    [absent] any day
   *[other] on { $day }
}";

catalogue! {
    static SOUND = "sound" {
        texts {
            "en" = "stage-open = open\nstage-closed = closed\nseen = { $count } { LIST($places) } { $stage } { $title } { $cost } { $name } { $late ->\n  [true] late\n *[false] early\n} { $day ->\n  [absent] any day\n *[other] on { $day }\n}\n",
        }
        says { Stage, Seen }
    }
}

fn faults_of(texts: &[(&'static str, String)]) -> Vec<String> {
    let texts: Vec<_> = texts
        .iter()
        .map(|(language, ftl)| Text { language, file: language, ftl: ftl.clone().leak() })
        .collect();
    let catalogue = Catalogue::new("seen", texts.leak(), &[Stage::SHAPES, Seen::SHAPES]);
    match check(&catalogue) {
        Ok(()) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// The faults of a message that says all and this besides.
fn faults(more: &str) -> Vec<String> {
    faults_of(&[("en", format!("{STAGES}seen = {ALL} {more}\n"))])
}

/// Line 9 is the last of the message that says all.
#[track_caller]
fn finds(more: &str, fault: &str) {
    let found = faults(more);
    assert_eq!(found, [fault], "{more}");
}

#[test]
fn what_is_right_has_no_fault() {
    check(&SOUND).unwrap();
    assert_eq!(faults(""), [""; 0]);
    for right in [
        "{ $stage-key ->\n [open] a\n *[other] b\n}",
        "{ $stage-key ->\n [open] a\n *[closed] b\n}",
        "{ $count ->\n [0] none\n [one] a\n *[other] b\n}",
        "{ NUMBER($count) ->\n [one] a\n *[other] b\n}",
        "{ $day ->\n *[absent] a\n [other] b\n}",
        "{ $day ->\n [absent] a\n *[other] { $count ->\n [one] { DATE($day, style: \"short\") }\n *[other] { $day }\n }\n}",
        "{ LIST($places, type: \"or\") }",
        "{\"{\"} { 7 } { { $count } } # no comment",
    ] {
        // A key of an optional day is `absent` or nothing.
        let found = faults(right);
        let expected: &[&str] = if right.contains("[other] b\n}") && right.contains("*[absent]") {
            &["en:11: `seen`: `$day` is never `other`"]
        } else {
            &[]
        };
        assert_eq!(found, expected, "{right}");
    }
}

#[test]
fn messages_are_missing_or_said_by_nobody() {
    let english = || ("en", format!("{STAGES}seen = {ALL}\n"));
    let slovene =
        "stage-opne = odprt\n# Without $count $places $stage $title $cost $day\nseen = { $name }\nstage-closed = zaprt\nstage-closed = zaprt\n".to_owned();
    assert_eq!(
        faults_of(&[english(), ("sl", slovene)]),
        [
            "sl: `stage-open`: is missing",
            "sl:1: `stage-opne`: nothing says this; is `stage-open` meant?",
            "sl:5: `stage-closed`: stands here a second time",
        ]
    );
    let other = "-brand = Guildhall\nstage-open = odprt\nstage-closed =\n    .title = zaprt\n# Without $count $places $stage $title $cost $day\nseen = { $name }\nweather = lepo\n";
    assert_eq!(
        faults_of(&[english(), ("sl", other.to_owned())]),
        [
            "sl: `stage-closed`: is missing",
            "sl:1: `brand`: the term is used nowhere",
            "sl:3: `stage-closed`: has no text",
            "sl:3: `stage-closed`: has attributes, which nothing says",
            "sl:7: `weather`: nothing says this",
        ]
    );
}

#[test]
fn languages_are_tags_and_english_is_among_them() {
    let text = |language| (language, format!("{STAGES}seen = {ALL}\n"));
    assert_eq!(
        faults_of(&[text("sl"), text("sl"), text("slovene")]),
        [
            "catalogue `seen`: there is no English text, which every language falls back to",
            "sl: the language is listed twice",
            "slovene: the language is no tag such as `sl`",
        ]
    );
}

#[test]
fn two_types_of_one_name_are_told_apart() {
    let texts = vec![Text { language: "en", file: "en", ftl: STAGES }].leak();
    let catalogue = Catalogue::new("twice", texts, &[Stage::SHAPES, Stage::SHAPES]);
    let faults = check(&catalogue).unwrap_err();
    assert!(faults.iter().all(|fault| *fault.problem() == Problem::SaidTwice), "{faults}");
    assert_eq!(faults.iter().count(), 2);
}

#[test]
fn what_does_not_parse_is_told_with_its_line_and_not_as_missing() {
    let broken = format!("{STAGES}\nseen = {{ $count -> [one] a *[other] b }} {ALL}\n");
    let found = faults_of(&[("en", broken)]);
    let [first] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        first,
        "en:4: this does not parse: each case of a selection, and the brace that ends it, begins a line of its own"
    );
    let deep = format!("{STAGES}seen = {}$count{} {ALL}\n", "{".repeat(40), "}".repeat(40));
    let found = faults_of(&[("en", deep)]);
    assert!(found.contains(&"en:3: the braces stand too deep in one another".to_owned()), "{found:?}");
    // Deeper than any stack, were it followed.
    let endless = format!("{STAGES}seen = {}", "{".repeat(1_000_000));
    assert!(!faults_of(&[("en", endless)]).is_empty());
}

#[test]
fn arguments_are_known_and_used() {
    finds("{ $cuont }", "en:9: `seen`: there is no argument `$cuont`; is `$count` meant?");
    finds(
        "{ $stage-kye ->\n *[other] b\n}",
        "en:9: `seen`: there is no argument `$stage-kye`; is `$stage-key` meant?",
    );
    finds(
        "{ $name-key ->\n *[other] b\n}",
        "en:9: `seen`: there is no argument `$name-key`; is `$name` meant?",
    );
    let unused = faults_of(&[
        ("en", format!("{STAGES}seen = {{ $count }} {{ $cost }} {{ $stage-key ->\n *[other] x\n}}\n")),
        (
            "sl",
            format!("{STAGES}# Leaves out $count, $cost.\nseen = {{ $name }} {{ $title }} {{ $places }}\n"),
        ),
    ]);
    let about = |name| {
        format!(
            "catalogue `seen`: `seen`: the argument `${name}` is used in no language; skip it in the type if nobody needs it"
        )
    };
    assert_eq!(unused, [about("day"), about("late")]);
}

#[test]
fn what_may_be_absent_is_asked_for_first() {
    let fault =
        "`seen`: `$day` may be absent: select by it, with a case for `[absent]`, and write it in the others";
    finds("{ $day }", &format!("en:9: {fault}"));
    finds("{ DATE($day) }", &format!("en:9: {fault}"));
    finds("{ $day ->\n [absent] { $day }\n *[other] x\n}", &format!("en:10: {fault}"));
    finds("{ $day ->\n *[other] { $day }\n}", &format!("en:10: {fault}"));
}

#[test]
fn arguments_are_used_for_what_they_are() {
    let misused = [
        ("{ $late }", "`$late` is a choice: select by it, true or false"),
        (
            "{ $stage-key }",
            "`$stage-key` is a label: its key is for selecting alone; write the argument itself",
        ),
        ("{ $stage ->\n *[open] x\n}", "`$stage` is a label: select by `$stage-key`"),
        (
            "{ $name ->\n [anything] x\n *[other] x\n}",
            "`$name` is a text: a choice, a code or what is said itself is selected by",
        ),
        ("{ $cost ->\n *[other] x\n}", "`$cost` is money: nothing can be selected by that"),
        (
            "{ $title ->\n *[other] x\n}",
            "`$title` is a text in several languages: nothing can be selected by that",
        ),
        ("{ $places ->\n *[other] x\n}", "`$places` is a list: nothing can be selected by that"),
        ("{ DATE($count) }", "`$count` is a number: `DATE` does not write that"),
        ("{ NUMBER($cost) }", "`$cost` is money: `NUMBER` does not write that"),
        ("{ LIST($name) }", "`$name` is a text: `LIST` does not write that"),
        ("{ \"x\" ->\n *[other] x\n}", "only an argument, or an attribute of a term, can be selected by"),
    ];
    for (text, fault) in misused {
        finds(text, &format!("en:9: `seen`: {fault}"));
    }
}

#[test]
fn functions_are_called_as_they_should_be() {
    let calls = [
        ("{ DATUM($count) }", "there is no function `DATUM`"),
        ("{ TIME($count) }", "there is no function `TIME`"),
        ("{ NUMBR($count) }", "there is no function `NUMBR`; is `NUMBER` meant?"),
        ("{ NUMBER() }", "`NUMBER` takes one argument of the message"),
        ("{ NUMBER(3) }", "`NUMBER` takes one argument of the message"),
        ("{ NUMBER($count, digits: 2) }", "`NUMBER` takes no options"),
        ("{ LIST($places, type: \"nor\") }", "`LIST` takes `type`, one of and, or"),
        ("{ LIST($places, kind: \"or\") }", "`LIST` takes `type`, one of and, or"),
    ];
    for (text, fault) in calls {
        let found = faults(text);
        let [found] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert!(found.starts_with(&format!("en:9: `seen`: {fault}")), "{found}");
    }
    finds(
        "{ $day ->\n [absent] x\n *[other] { DATE($day, style: \"tiny\") }\n}",
        "en:11: `seen`: `DATE` takes `style`, one of long, medium, short, weekday",
    );
}

#[test]
fn cases_can_be_met_and_plurals_are_whole() {
    finds(
        "{ $stage-key ->\n [opne] x\n *[other] x\n}",
        "en:10: `seen`: `$stage-key` is never `opne`; is `open` meant?",
    );
    finds("{ $late ->\n [yes] x\n *[false] x\n}", "en:10: `seen`: `$late` is never `yes`");
    finds("{ $count ->\n [one] x\n [few] x\n *[other] x\n}", "en:11: `seen`: `$count` is never `few`");
    finds("{ $count ->\n [one] x\n [absent] x\n *[other] x\n}", "en:11: `seen`: `$count` is never `absent`");
    finds(
        "{ $count ->\n [one] x\n [one] x\n *[other] x\n}",
        "en:11: `seen`: the case `one` stands in the selection twice",
    );
    let plurals = [
        ("en", "*[other] x", "`one`"),
        ("pl", "[one] x\n [few] x\n *[other] x", "`many`"),
        ("sl", "[one] x\n *[other] x", "`two`, `few`"),
        ("sl", "[one] x\n [two] x\n *[few] x", "`other`"),
        ("ru", "*[one] x", "`few`, `many`, `other`"),
        ("ar", "[one] x\n *[other] x", "`zero`, `two`, `few`, `many`"),
    ];
    for (language, cases, missing) in plurals {
        let text = |more: &str| format!("{STAGES}seen = {ALL} {more}\n");
        let texts = [("en", text("")), (language, text(&format!("{{ $count ->\n {cases}\n}}")))];
        let texts = if language == "en" { &texts[1..] } else { &texts[..] };
        let fault = format!(
            "{language}:9: `seen`: `$count` is selected by without {missing}, which this language has"
        );
        assert_eq!(faults_of(texts), [fault]);
    }
}

#[test]
fn references_lead_somewhere_and_not_in_a_circle() {
    let with =
        |more: &str, entries: &str| faults_of(&[("en", format!("{STAGES}seen = {ALL} {more}\n{entries}"))]);
    assert_eq!(with("{ -term }", "-term = x\n"), [""; 0]);
    assert_eq!(with("{ tail }", "tail = { $count } seen\n"), [""; 0]);
    let declined = "-term = { $case ->\n [genitive] x\n *[nominative] y\n}\n    .gender = f\n";
    assert_eq!(with("{ -term(case: \"genitive\") }", declined), [""; 0]);
    assert_eq!(with("{ -term.gender ->\n [f] a\n *[m] b\n} { -term }", declined), [""; 0]);
    let cases = [
        ("{ -trem }", "-term = x\n", "en:9: `seen`: refers to `-trem`, which is not here; is `-term` meant?"),
        ("{ tial }", "", "en:9: `seen`: refers to `tial`, which is not here"),
        (
            "{ tail }",
            "tail = { $cuont }\n",
            "en:10: `seen`: there is no argument `$cuont`; is `$count` meant?",
        ),
        ("{ seen }", "", "en:9: `seen`: refers to itself by way of `seen`"),
        (
            "{ -one }",
            "-one = { -two }\n-two = { -one }\n",
            "en:11: `seen`: refers to itself by way of `-one`",
        ),
        ("{ -one(1) }", "-one = x\n", "en:9: `seen`: `-one` takes what it selects by with a name"),
        (
            "{ -one }",
            "-one = { $x }\n",
            "en:10: `seen`: `$x` is given to a term: a term can only select by what it is given",
        ),
        ("{ tail.title }", "tail = x\n", "en:9: `seen`: has attributes, which nothing says"),
    ];
    for (text, entries, fault) in cases {
        let found = with(text, entries);
        assert!(found.contains(&fault.to_owned()), "{text}: {found:?}");
    }
}

#[test]
fn few_lines_do_not_become_millions() {
    let laughs = |nth: usize| format!("-ha{nth} = {{ -ha{} }} {{ -ha{} }}\n", nth + 1, nth + 1);
    let laughs: String = (0..20).map(laughs).collect();
    let found = faults_of(&[("en", format!("{STAGES}seen = {ALL} {{ -ha0 }}\n{laughs}-ha20 = ha\n"))]);
    assert!(
        found.iter().any(|fault| fault.ends_with("refers to more than a hundred messages and terms")),
        "{found:?}"
    );
}

#[test]
fn all_faults_come_at_once_in_their_order() {
    let broken = "seen = { $cuont }\nstage-open = { $x }\nstage-closed = { NUM($y) } { -z }\n";
    let found = faults_of(&[("en", broken.to_owned()), ("sl", "junk\n".to_owned())]);
    assert_eq!(found.iter().filter(|fault| fault.starts_with("en:")).count(), 4, "{found:#?}");
    assert_eq!(found.iter().filter(|fault| fault.starts_with("sl")).count(), 4, "{found:#?}");
}

#[test]
fn what_english_writes_is_left_out_knowingly() {
    let slovene =
        |comment: &str| format!("{STAGES}{comment}seen = {{ $name }} {{ $stage-key ->\n *[open] x\n}}\n");
    let found = |comment: &str| {
        let english = format!(
            "{STAGES}seen = {{ $name }} {{ $cost }} {{ $stage }} {{ $count ->\n [one] a\n *[other] b\n}}\n"
        );
        let found = faults_of(&[("en", english), ("sl", slovene(comment))]);
        found.into_iter().filter(|fault| fault.starts_with("sl")).collect::<Vec<_>>()
    };
    let fault = "`seen`: leaves out `$cost`, which English writes; if that is meant, say so in a comment above the message";
    assert_eq!(found(""), [format!("sl:3: {fault}")]);
    assert_eq!(found("# Leaves out $costs.\n"), [format!("sl:4: {fault}")]);
    assert_eq!(found("# Leaves out $cost.\n"), [""; 0]);
}

#[derive(Say)]
struct Listed {
    flags: Vec<bool>,
    days: Vec<Vec<Option<NaiveDate>>>,
    office: guildhall_kernel::Code<Stage>,
}

catalogue! {
    static LISTED = "listed" {
        texts {
            "en" = "\nlisted = { $flags } { LIST($days) } { $office ->\n [mayor] a mayor\n *[other] { $office }\n}",
        }
        says { Listed }
    }
}

#[test]
fn lists_hold_what_can_be_written_and_codes_are_selected_by() {
    let faults = check(&LISTED).unwrap_err();
    let place = format!("{}, text in `en`, line 2: `listed`", file!());
    let expected = [
        "`$days` is a list: what may be absent cannot be listed; list what is there",
        "`$flags` is a list: choices cannot be written; list what is said itself",
    ];
    assert_eq!(faults.to_string(), expected.map(|fault| format!("{place}: {fault}")).join("\n"));
}
