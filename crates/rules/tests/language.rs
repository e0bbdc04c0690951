//! The language at its exact edges: ages and month ends, windows and zones, periods, certificates in grace,
//! days attended over years; and what is refused.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use guildhall_rules::{
    Doubt, Fact, FactKey, Facts, Period, Record, Records, RuleSet, Value, Verdict, Vocabulary,
};

fn vocabulary() -> Vocabulary {
    toml::from_str(
        r#"
        [[facts]]
        key = "applicant.born"
        type = "date"
        label = { en = "day of birth" }

        [[facts]]
        key = "recruitment.closes"
        type = "date"
        label = { en = "last day to apply" }

        [[facts]]
        key = "application.sent"
        type = "instant"
        zone = "Europe/Warsaw"
        label = { en = "when the application was sent" }

        [[facts]]
        key = "course.begins"
        type = "instant"
        label = { en = "when the course begins" }

        [[facts]]
        key = "employment.term"
        type = "period"
        label = { en = "time in office" }

        [[facts]]
        key = "course.term"
        type = "period"
        label = { en = "time of the course" }

        [[facts]]
        key = "applicant.years"
        type = "integer"
        min = 0
        max = 60
        unit = { code = "a", label = { en = "years" } }
        label = { en = "years of service" }

        [[facts]]
        key = "applicant.position"
        type = "symbol"
        label = { en = "position" }

        [[facts]]
        key = "certificates"
        type = "records"
        label = { en = "certificates" }
        fields = [
            { key = "scheme", type = "symbol", codes = ["city-manager", "first-aid", "first-aid-plus"], label = { en = "scheme" } },
            { key = "valid", type = "period", label = { en = "valid" } },
        ]

        [[facts]]
        key = "attendance"
        type = "records"
        label = { en = "courses attended" }
        fields = [
            { key = "scheme", type = "symbol", label = { en = "scheme" } },
            { key = "on", type = "date", label = { en = "day" } },
            { key = "days", type = "decimal", min = 0, unit = { code = "d", label = { en = "days" } }, label = { en = "days" } },
        ]
        "#,
    )
    .unwrap()
}

fn rule(clause: &str) -> RuleSet {
    RuleSet::new(toml::from_str(&format!("id = \"r\"\nversion = 1\n{clause}")).unwrap(), &vocabulary())
        .unwrap()
}

fn refused(clause: &str) -> String {
    let json = toml::from_str(&format!("id = \"r\"\nversion = 1\n{clause}")).unwrap();
    RuleSet::read(&json, &vocabulary()).unwrap_err().to_string()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant(text: &str) -> Value {
    Value::Instant(text.parse().unwrap())
}

fn period(from: &str, until: &str) -> Value {
    let end = |text: &str| if text.is_empty() { None } else { Some(day(text)) };
    Value::Period(Period::new(end(from), end(until)).unwrap())
}

fn facts<const N: usize>(facts: [(&str, Value); N]) -> Facts {
    Facts::known(facts).unwrap().checked(&vocabulary()).unwrap()
}

fn record<const N: usize>(fields: [(&str, Value); N]) -> Record {
    Record::new(fields.map(|(name, value)| (name.parse::<FactKey>().unwrap(), value)))
}

#[test]
fn an_age_is_complete_when_the_day_begins_that_has_the_number_of_the_birthday() {
    let adult = rule("fact = \"applicant.born\"\nage_at = \"recruitment.closes\"\nat_least = 18");
    let case = |born: &str, closes: &str| {
        let facts = facts([("applicant.born", day(born).into()), ("recruitment.closes", day(closes).into())]);
        adult.verdict(&facts).is_met()
    };
    assert!(!case("2001-05-10", "2019-05-09"));
    assert!(case("2001-05-10", "2019-05-10"));
    // In a year without the day the age is complete on the last of the month.
    assert!(!case("2004-02-29", "2022-02-27"));
    assert!(case("2004-02-29", "2022-02-28"));
    assert!(!case("2006-02-29".replace("2006", "2008").as_str(), "2026-02-27"));
    // Nobody has an age before birth, not even one of at most a hundred.
    let young = rule("fact = \"applicant.born\"\nage_at = \"recruitment.closes\"\nat_most = 100");
    let unborn =
        [("applicant.born", day("2019-05-11").into()), ("recruitment.closes", day("2019-05-10").into())];
    assert_eq!(young.verdict(&facts(unborn)), Verdict::Unmet);
    // An age of at most 65 lasts until the day before the 66th birthday.
    let range = rule("fact = \"applicant.born\"\nage_at = \"recruitment.closes\"\nbetween = [60, 65]");
    let aged = |closes: &str| {
        let facts =
            facts([("applicant.born", day("1950-07-31").into()), ("recruitment.closes", day(closes).into())]);
        range.verdict(&facts).is_met()
    };
    assert_eq!(
        ["2010-07-30", "2010-07-31", "2016-07-30", "2016-07-31"].map(aged),
        [false, true, true, false]
    );
}

#[test]
fn distances_are_counted_to_the_day() {
    let within = rule("fact = \"applicant.born\"\nmonths_before = \"recruitment.closes\"\nat_most = 1");
    let case = |from: &str, to: &str| {
        within
            .verdict(&facts([("applicant.born", day(from).into()), ("recruitment.closes", day(to).into())]))
            .is_met()
    };
    // A month from the 31st of January ends on the 28th of February.
    assert!(case("2019-01-31", "2019-02-28"));
    assert!(!case("2019-01-31", "2019-03-01"));
    assert!(case("2019-02-28", "2019-03-28"));
    assert!(!case("2019-02-28", "2019-03-29"));
    assert!(case("2019-02-28", "2019-02-28"));
    assert!(!case("2019-03-01", "2019-02-28"));
    let after = rule("fact = \"recruitment.closes\"\ndays_after = \"applicant.born\"\nat_least = 30");
    let days = |to: &str| {
        let facts =
            facts([("applicant.born", day("2019-01-01").into()), ("recruitment.closes", day(to).into())]);
        after.verdict(&facts).is_met()
    };
    assert_eq!(["2019-01-30", "2019-01-31"].map(days), [false, true]);
    // A moment that does not apply: nothing lies before it.
    let none = facts([("applicant.born", day("2019-01-01").into())])
        .with("recruitment.closes".parse().unwrap(), Fact::not_applicable());
    assert_eq!(within.verdict(&none), Verdict::Unmet);
    let open = within.explain(&facts([("applicant.born", day("2019-01-01").into())]));
    assert_eq!(open.missing().into_iter().map(FactKey::as_str).collect::<Vec<_>>(), ["recruitment.closes"]);
    assert_eq!(open.reasons()[0].doubt(), Some(Doubt::Missing));
}

#[test]
fn a_day_and_an_instant_meet_on_the_calendar_of_the_zone() {
    let in_time = rule("fact = \"application.sent\"\non_or_before = \"recruitment.closes\"");
    let sent = |rule: &RuleSet, text: &str| {
        let facts =
            facts([("application.sent", instant(text)), ("recruitment.closes", day("2019-04-30").into())]);
        rule.verdict(&facts).is_met()
    };
    // In Warsaw the last of April ends at ten in the evening of Greenwich.
    assert!(sent(&in_time, "2019-04-30T21:59:59.999999999Z"));
    assert!(!sent(&in_time, "2019-04-30T22:00:00Z"));
    let window = rule("fact = \"application.sent\"\nwithin = { from = 2019-04-01, until = 2019-04-30 }");
    assert!(sent(&window, "2019-03-31T22:00:00Z") && !sent(&window, "2019-03-31T21:59:59Z"));
    assert!(sent(&window, "2019-04-30T21:59:59Z") && !sent(&window, "2019-04-30T22:00:00Z"));
    // A wall time ends what it ends before it begins.
    let wall = rule(
        r#"fact = "application.sent"
        within = { from = "2019-04-01T08:00:00", until = "2019-04-30T15:30:00" }"#,
    );
    assert!(sent(&wall, "2019-04-01T06:00:00Z") && !sent(&wall, "2019-04-01T05:59:59Z"));
    assert!(sent(&wall, "2019-04-30T13:29:59Z") && !sent(&wall, "2019-04-30T13:30:00Z"));
    // Two instants need no zone.
    let before = rule("fact = \"application.sent\"\nbefore = \"course.begins\"");
    let facts = |begins: &str| {
        facts([("application.sent", instant("2019-04-30T13:30:00Z")), ("course.begins", instant(begins))])
    };
    assert!(before.verdict(&facts("2019-04-30T13:30:01Z")).is_met());
    assert!(before.verdict(&facts("2019-04-30T13:30:00Z")).is_unmet());
}

#[test]
fn periods_cover_and_overlap() {
    let case = |clause: &str, term: Value| {
        let facts = facts([
            ("employment.term", term),
            ("course.term", period("2019-05-06", "2019-05-10")),
            ("recruitment.closes", day("2019-04-30").into()),
            ("application.sent", instant("2019-04-30T22:00:00Z")),
        ]);
        rule(&format!("fact = \"employment.term\"\n{clause}")).verdict(&facts).is_met()
    };
    let until = |day: &str| period("2018-11-22", day);
    assert!(case("covers = \"recruitment.closes\"", until("2019-04-30")));
    assert!(!case("covers = \"recruitment.closes\"", until("2019-04-29")));
    assert!(case("covers = \"recruitment.closes\"", until("")));
    // Sent at midnight in Warsaw: on the first of May.
    assert!(!case("covers = \"application.sent\"", until("2019-04-30")));
    assert!(case("covers = \"application.sent\"", until("2019-05-01")));
    assert!(case("covers = \"course.term\"", until("2019-05-10")));
    assert!(!case("covers = \"course.term\"", until("2019-05-09")));
    assert!(case("overlaps = \"course.term\"", until("2019-05-06")));
    assert!(!case("overlaps = \"course.term\"", until("2019-05-05")));
    assert!(case("overlaps = { from = 2018-01-01, until = 2018-11-22 }", until("")));
    assert!(!case("overlaps = { until = 2018-11-21 }", until("")));
    assert!(!case("covers = { from = 2018-11-22 }", until("2099-12-31")));
}

/// As hitobito's qualification groups have it: one of several qualifications, at the start of a course, and
/// for a while after it ran out.
#[test]
fn certificates_are_held_at_a_moment_or_in_grace() {
    let text =
        "fact = \"certificates\"\nholds = [\"first-aid\", \"first-aid-plus\"]\nat = \"recruitment.closes\"";
    let (strict, lenient) = (rule(text), rule(&format!("{text}\ngrace = \"3 months\"")));
    let case = |rule: &RuleSet, records: Records, closes: &str| {
        rule.verdict(&facts([("certificates", records.into()), ("recruitment.closes", day(closes).into())]))
    };
    let held = |scheme: &str| {
        let valid = period("2016-12-01", "2018-11-30");
        Records::complete([record([("scheme", Value::symbol(scheme).unwrap()), ("valid", valid)])])
    };
    let verdicts = |rule: &RuleSet, scheme: &str| {
        ["2016-11-30", "2016-12-01", "2018-11-30", "2018-12-01", "2019-02-28", "2019-03-01"]
            .map(|closes| case(rule, held(scheme), closes).is_met())
    };
    assert_eq!(verdicts(&strict, "first-aid"), [false, true, true, false, false, false]);
    // Three months from the last of November end with February.
    assert_eq!(verdicts(&lenient, "first-aid-plus"), [false, true, true, true, true, false]);
    assert_eq!(verdicts(&lenient, "city-manager"), [false; 6]);
    // Others may follow, and a record may not say until when.
    assert_eq!(case(&strict, Records::so_far([]), "2019-01-01"), Verdict::Undetermined);
    assert_eq!(case(&strict, Records::complete([]), "2019-01-01"), Verdict::Unmet);
    let unsaid = || record([("scheme", Value::symbol("first-aid").unwrap())]);
    assert_eq!(case(&strict, Records::complete([unsaid()]), "2019-01-01"), Verdict::Undetermined);
    assert_eq!(case(&strict, Records::complete([Record::default()]), "2019-01-01"), Verdict::Undetermined);
}

/// However large the numbers are, their order decides nothing, and what cannot be added up is left open.
#[test]
fn numbers_are_added_up_in_any_order() {
    let rule = rule("fact = \"attendance\"\nsum = \"days\"\nat_least = \"0.5\"");
    let said = |days: [&str; 3]| {
        let days = days.map(|days| record([("days", Value::Decimal(days.parse().unwrap()))]));
        // Numbers below zero that the declaration does not admit: who has facts need not have checked them.
        let attended = Fact::known(Records::complete(days));
        rule.verdict(&Facts::default().with("attendance".parse().unwrap(), attended))
    };
    let orders =
        |[a, b, c]: [&'static str; 3]| [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]];
    let (most, less) = ("79228162514264337593543950335", "-79228162514264337593543950335");
    for days in orders([most, "1", less]) {
        assert_eq!(said(days), Verdict::Met, "{days:?}");
    }
    for days in orders([most, "0.4", less]) {
        assert_eq!(said(days), Verdict::Unmet, "{days:?}");
    }
    // In units so small these are beyond every number.
    for days in orders([most, "0.0000000000000000000000000001", less]) {
        assert_eq!(said(days), Verdict::Undetermined, "{days:?}");
    }
}

/// "Attended at least three days in the scheme within six years."
#[test]
fn days_attended_over_years_are_added_up() {
    let rule = rule(
        r#"
        fact = "attendance"
        where = { scheme = ["roads", "streets"], on = { years_before = "recruitment.closes", at_most = 6 } }
        sum = "days"
        at_least = 3
        "#,
    );
    let attended = |scheme: &str, on: &str, days: &str| {
        record([
            ("scheme", Value::symbol(scheme).unwrap()),
            ("on", day(on).into()),
            ("days", Value::Decimal(days.parse().unwrap())),
        ])
    };
    let case = |records: Records| {
        rule.verdict(&facts([
            ("attendance", records.into()),
            ("recruitment.closes", day("2019-04-30").into()),
        ]))
    };
    let two = || vec![attended("roads", "2013-04-30", "1.5"), attended("streets", "2019-04-30", "1")];
    let with = |more: Record| Records::complete(two().into_iter().chain([more]));
    assert_eq!(case(with(attended("roads", "2018-01-01", "0.5"))), Verdict::Met);
    assert_eq!(case(with(attended("roads", "2018-01-01", "0.4"))), Verdict::Unmet);
    assert_eq!(case(with(attended("roads", "2013-04-29", "2"))), Verdict::Unmet);
    assert_eq!(case(with(attended("schools", "2018-01-01", "2"))), Verdict::Unmet);
    assert_eq!(case(Records::so_far(two())), Verdict::Undetermined);
    let unsaid = record([("scheme", Value::symbol("roads").unwrap()), ("days", Value::Decimal(1.into()))]);
    assert_eq!(case(with(unsaid)), Verdict::Undetermined);
    // Enough is enough, whatever else there is; a day is missing only for what hangs on it.
    let known = facts([("attendance", Records::complete([]).into())]);
    assert_eq!(rule.verdict(&known), Verdict::Unmet);
    let counted = super_rule("count_at_least = 2");
    let open = facts([("attendance", Records::so_far(two()).into())]);
    assert_eq!(counted.verdict(&open), Verdict::Met);
}

fn super_rule(clause: &str) -> RuleSet {
    rule(&format!("fact = \"attendance\"\nwhere = {{ scheme = [\"roads\", \"streets\"] }}\n{clause}"))
}

#[test]
fn numbers_have_ranges_at_their_exact_edges() {
    let range = rule("fact = \"applicant.years\"\nbetween = [3, 5]");
    let met =
        [2i64, 3, 5, 6].map(|years| range.verdict(&facts([("applicant.years", years.into())])).is_met());
    assert_eq!(met, [false, true, true, false]);
}

#[test]
fn r9_one_slip_is_one_fault() {
    for (clause, fault) in [
        (
            "fact = \"applicant.born\"\nage_at = \"recruitment.close\"\nat_least = 18",
            "age_at: no fact is called `recruitment.close`; did you mean `recruitment.closes`?",
        ),
        (
            "fact = \"applicant.born\"\nage_at = \"applicant.years\"\nat_least = 18",
            "age_at: `applicant.years` is a whole number (from 0 to 60); a moment is a date or an instant",
        ),
        (
            "fact = \"applicant.born\"\nyears_before = \"course.begins\"\nat_least = 18",
            "years_before: `course.begins` is an instant whose day is asked for: its declaration needs a `zone`",
        ),
        (
            "fact = \"applicant.born\"\nage_at = \"recruitment.closes\"\nat_least = -1",
            "at_least: expected a whole number from 0 to 99999, found a whole number",
        ),
        (
            "fact = \"applicant.born\"\nage_at = \"recruitment.closes\"\nis = 18",
            "age_at: `age_at` has no meaning here; it belongs beside `at_least`",
        ),
        (
            "fact = \"applicant.born\"\nage_at = \"recruitment.closes\"\nyears_before = \"recruitment.closes\"\nat_least = 1",
            "a clause asks one thing, here stand `age_at`, `years_before`",
        ),
        (
            "fact = \"applicant.years\"\nage_at = \"recruitment.closes\"\nat_least = 18",
            "age_at: `at_least` does not fit `applicant.years`, which is a whole number (from 0 to 60); use `is`, `one_of`, `at_least`, `at_most`, `between`, `applies`",
        ),
        ("fact = \"applicant.years\"\nbetween = [5, 3]", "between: the smaller value comes first"),
        (
            "fact = \"applicant.years\"\nbetween = [5]",
            "between: expected a list of two, the smaller first, found a list of another length",
        ),
        (
            "fact = \"application.sent\"\nwithin = { from = 2019-05-01, until = 2019-04-30 }",
            "within: the period ends before it begins",
        ),
        (
            "fact = \"application.sent\"\nwithin = { form = 2019-05-01 }",
            "within.form: there is no field `form`; did you mean `from`?",
        ),
        ("fact = \"application.sent\"\nwithin = {}", "within: `from` is missing"),
        (
            "fact = \"application.sent\"\nwithin = \"recruitment.closes\"",
            "within: `recruitment.closes` is a date; a stretch of time is a period, or has `from` or `until`",
        ),
        (
            "fact = \"course.begins\"\nbefore = 2019-05-01",
            "before: `course.begins` is an instant whose day is asked for: its declaration needs a `zone`",
        ),
        ("fact = \"certificates\"\nholds = [\"first-aid\"]", "`at` is missing"),
        (
            "fact = \"certificates\"\nholds = [\"first-aide\"]\nat = \"recruitment.closes\"",
            "holds[0]: `first-aide` is no code of `scheme`; did you mean `first-aid`?",
        ),
        (
            "fact = \"attendance\"\nholds = [\"roads\"]\nat = \"recruitment.closes\"",
            "holds: the records of `attendance` have no field that is a period, which `holds` asks for",
        ),
        (
            "fact = \"certificates\"\nholds = [\"first-aid\"]\nat = \"recruitment.closes\"\ngrace = \"a while\"",
            "grace: a length of time is a whole number and a unit, such as `90 days`, `3 months` or `1 year`",
        ),
        (
            "fact = \"attendance\"\nwhere = { schem = \"roads\" }\ncount_at_least = 1",
            "where.schem: the records of `attendance` have no field `schem`; did you mean `scheme`?",
        ),
        (
            "fact = \"attendance\"\nwhere = { scheme = 3 }\ncount_at_least = 1",
            "where.scheme: `scheme` is a code, found `3`",
        ),
        (
            "fact = \"attendance\"\nwhere = { days = { at_leats = 3 } }\ncount_at_least = 1",
            "where.days.at_leats: there is no field `at_leats`; did you mean `at_least`?",
        ),
        ("fact = \"attendance\"\nsum = \"scheme\"\nat_least = 1", "sum: `scheme` is a number, found a code"),
        (
            "fact = \"applicant.years\"\nwhere = { days = 1 }\nat_least = 1",
            "where: `where` has no meaning here; it belongs beside `count_at_least`",
        ),
        (
            "fact = \"attendance\"\nat_least = 1",
            "at_least: `at_least` does not fit `attendance`, which is a list of records (`scheme`, `on`, `days`); use `count_at_least`, `holds`, `applies`",
        ),
        (
            "fact = \"applicant.years\"\nat_least = 1\nif_missing = \"none\"",
            "if_missing: `applicant.years` is a whole number (from 0 to 60), found `none`",
        ),
        (
            "fact = \"employment.term\"\noverlaps = [\"a\"]",
            "overlaps: expected a period, such as `{ from = \"2019-01-01\", until = \"2019-12-31\" }`, found a list",
        ),
        (
            "fact = \"applicant.years\"\nis = 3\nconfidential = 1",
            "confidential: expected yes or no, found a whole number",
        ),
    ] {
        assert_eq!(refused(clause), fault, "{clause}");
    }
}
