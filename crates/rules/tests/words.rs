//! What rules say to people: worded in every language, saying what the explanation says (R4).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use guildhall_rules::{
    Account, CodeList, Codes, Doubt, Explanation, Fact, FactKey, Facts, Finding, RuleSet, Symbol, Told,
    Value, Verdict, Vocabulary, reasons, strategies,
};
use guildhall_words::{Phrasebook, Say, Words};
use proptest::prelude::*;

const LANGUAGES: [&str; 4] = ["en", "pl", "ru", "sl"];

fn phrasebook(language: &str) -> Phrasebook {
    Phrasebook::new(language.parse().unwrap())
}

#[test]
fn every_message_is_worded_in_four_languages() {
    guildhall_words::check(&guildhall_rules::WORDS).unwrap();
}

#[test]
fn verdicts_and_doubts_are_labels() {
    let said = |language, say: &dyn Say| phrasebook(language).say(&say.message());
    for (language, verdicts, doubt) in [
        ("en", ["met", "not met", "still open"], "not known yet"),
        ("pl", ["spełnione", "niespełnione", "nierozstrzygnięte"], "jeszcze nieznane"),
        ("ru", ["выполнено", "не выполнено", "пока не решено"], "пока неизвестно"),
        ("sl", ["izpolnjeno", "ni izpolnjeno", "še odprto"], "še ni znano"),
    ] {
        let each = [Verdict::Met, Verdict::Unmet, Verdict::Undetermined];
        assert_eq!(each.map(|verdict| said(language, &verdict)), verdicts);
        assert_eq!(said(language, &Doubt::Missing), doubt);
    }
}

fn vocabulary() -> Vocabulary {
    toml::from_str(include_str!("told/vocabulary.toml")).unwrap()
}

fn rule(text: &str) -> RuleSet {
    let text = format!("id = \"rule\"\nversion = 1\n{text}");
    RuleSet::new(toml::from_str(&text).unwrap(), &vocabulary()).unwrap()
}

fn code(code: &str) -> Fact {
    Fact::known(Symbol::new(code).unwrap())
}

fn symbols(codes: &[&str]) -> Vec<Symbol> {
    codes.iter().map(|code| Symbol::new(code).unwrap()).collect()
}

fn all(codes: &[&str]) -> Fact {
    Fact::known(Codes::complete(symbols(codes)))
}

fn so_far(codes: &[&str]) -> Fact {
    Fact::known(Codes::so_far(symbols(codes)))
}

fn day(day: &str) -> Fact {
    Fact::known(Value::Date(day.parse().unwrap()))
}

fn decimal(number: &str) -> Fact {
    Fact::known(Value::Decimal(number.parse().unwrap()))
}

fn facts<const N: usize>(facts: [(&str, Fact); N]) -> Facts {
    facts.into_iter().map(|(key, fact)| (key.parse().unwrap(), fact)).collect()
}

/// The three ways into the training for city managers, and a rule of the same without an officer's words.
const TRAINING: &str = include_str!("told/training.toml");

fn cases() -> Vec<(&'static str, Explanation)> {
    let ask = |text: &str, found: Facts| rule(text).explain(&found);
    let one = |fact: &str, asked: &str, found: Fact| {
        ask(&format!("fact = \"{fact}\"\n{asked}"), facts([(fact, found)]))
    };
    let not = |fact: &str, asked: &str, found: Fact| {
        ask(&format!("not = {{ fact = \"{fact}\", {asked} }}"), facts([(fact, found)]))
    };
    let (position, centre, modules) =
        ("applicant.position", "applicant.runs_town_centre", "completed.modules");
    let (minutes, share, since) = ("attended.minutes", "attended.share", "employed.since");
    let staff = |runs: Fact| {
        facts([
            (position, code("municipal_staff")),
            (centre, runs),
            ("sender.cooperation", Fact::not_applicable()),
        ])
    };
    let met = [
        (position, code("mayor")),
        (centre, Fact::known(true)),
        (minutes, Fact::known(500)),
        (share, decimal("0.80")),
    ];
    let four = r#"["model", "strategy", "marketing", "communication"]"#;
    let nested = r#"
        all = [
            { any = [
                { fact = "applicant.position", is = "mayor" },
                { not = { fact = "attended.minutes", at_most = 300 } },
            ] },
            { at_least = 2, of = [
                { fact = "applicant.runs_town_centre", is = true },
                { fact = "attended.share", at_least = "0.80" },
                { fact = "attended.minutes", at_least = 480 },
            ] },
        ]"#;
    let unwanted = r#"not = { label = { en = "has been excluded", pl = "jest na liście wykluczeń", ru = "находится в списке исключённых", sl = "je na seznamu izključenih" }, fact = "applicant.runs_town_centre", is = true }"#;
    let three = r#"{ fact = "attended.minutes", at_least = 480 }, { fact = "applicant.position", is = "mayor" },
        { fact = "applicant.runs_town_centre", is = true }"#;
    let seventeen: Vec<String> = (1..=17).map(|nth| format!("\"SI-{nth:03}\"")).collect();
    vec![
        ("no, none of three ways", ask(TRAINING, staff(Fact::known(false)))),
        ("yes, in one way", ask(TRAINING, staff(Fact::known(true)))),
        ("open, one way", ask(TRAINING, staff(Fact::Missing))),
        ("open, nothing known", ask(TRAINING, Facts::default())),
        ("is: met", one(position, "is = \"mayor\"", code("mayor"))),
        ("is: unmet", one(position, "is = \"mayor\"", code("clerk"))),
        ("is not: unmet", not(position, "is = \"mayor\"", code("mayor"))),
        ("is, yes or no", one(centre, "is = true", Fact::known(false))),
        (
            "one of: unmet",
            one(position, "one_of = [\"mayor\", \"deputy_mayor\", \"secretary\"]", code("clerk")),
        ),
        (
            "none of: unmet",
            not(position, "one_of = [\"mayor\", \"deputy_mayor\", \"secretary\"]", code("mayor")),
        ),
        (
            "one of, among others: for an officer",
            one(
                position,
                "one_of = [\"mayor\", \"deputy_mayor\"]\notherwise = \"undetermined\"",
                code("beekeeper"),
            ),
        ),
        (
            "none of, among others",
            not(
                position,
                "one_of = [\"mayor\", \"deputy_mayor\"], otherwise = \"undetermined\"",
                code("mayor"),
            ),
        ),
        (
            "one of many",
            one("authority.region", &format!("one_of = [{}]", seventeen.join(", ")), code("PL-MZ")),
        ),
        ("at least: unmet", one(minutes, "at_least = 480", Fact::known(300))),
        ("at least: missing", one(minutes, "at_least = 1200", Fact::Missing)),
        ("not at least: met", not(share, "at_least = \"0.80\"", decimal("0.75"))),
        ("at most: contested", one(minutes, "at_most = 480", Fact::contested([]))),
        ("not at most: met", not(minutes, "at_most = 480", Fact::known(1_250))),
        ("before: unmet", one(since, "before = \"2019-06-03\"", day("2019-06-13"))),
        ("not before: met", not(since, "before = \"2019-06-03\"", Fact::not_applicable())),
        ("on or after: does not apply", one(since, "on_or_after = \"2019-05-01\"", Fact::not_applicable())),
        ("not on or after: unmet", not(since, "on_or_after = \"2019-05-01\"", day("2019-05-01"))),
        ("includes: more may follow", one(modules, "includes = \"strategy\"", so_far(&["model"]))),
        ("does not include: unmet", not(modules, "includes = \"model\"", so_far(&["model"]))),
        (
            "includes all: unmet",
            one(modules, &format!("includes_all = {four}"), all(&["model", "marketing"])),
        ),
        (
            "includes all: more may follow",
            one(modules, &format!("includes_all = {four}"), so_far(&["model"])),
        ),
        (
            "does not include all: unmet",
            not(modules, "includes_all = [\"model\", \"strategy\"]", all(&["model", "strategy"])),
        ),
        ("overlaps: nothing", one(modules, "overlaps = [\"model\", \"strategy\"]", all(&[]))),
        ("does not overlap: unmet", not(modules, "overlaps = [\"model\", \"strategy\"]", so_far(&["model"]))),
        ("count: unmet", one(modules, "count_at_least = 3", all(&["model", "strategy"]))),
        ("not count: met", not(modules, "count_at_least = 2", all(&["model"]))),
        ("applies: unmet", one(since, "applies = true", Fact::not_applicable())),
        ("does not apply: unmet", one(since, "applies = false", day("2018-01-01"))),
        ("of another type", one(minutes, "at_least = 480", Fact::known(true))),
        ("nested: met", ask(nested, facts(met.clone()))),
        (
            "nested: unmet",
            ask(
                nested,
                facts([
                    (position, code("clerk")),
                    (minutes, Fact::known(120)),
                    (centre, Fact::known(false)),
                    (share, decimal("0.25")),
                ]),
            ),
        ),
        ("nested: open", ask(nested, Facts::default())),
        (
            "two of three: met",
            ask(
                "at_least = 2\nof = [{ fact = \"attended.minutes\", at_least = 480 }, { fact = \"applicant.position\", is = \"mayor\" }, { fact = \"applicant.runs_town_centre\", is = false }]",
                facts(met.clone()),
            ),
        ),
        (
            "two of three: unmet",
            ask(
                "at_least = 2\nof = [{ fact = \"attended.minutes\", at_least = 800 }, { fact = \"applicant.position\", is = \"secretary\" }, { fact = \"applicant.runs_town_centre\", is = true }]",
                facts(met.clone()),
            ),
        ),
        (
            "all: met",
            ask(
                "all = [{ fact = \"attended.minutes\", at_least = 480 }, { fact = \"applicant.position\", is = \"mayor\" }]",
                facts(met.clone()),
            ),
        ),
        ("neither: unmet", ask(&format!("not = {{ any = [{three}] }}"), facts(met.clone()))),
        ("neither: open", ask(&format!("not = {{ any = [{three}] }}"), Facts::default())),
        ("not both: met", ask(&format!("not = {{ all = [{three}] }}"), facts([(position, code("clerk"))]))),
        (
            "not three of four: unmet",
            ask(
                &format!(
                    "not = {{ at_least = 3, of = [{three}, {{ fact = \"attended.share\", at_least = \"0.50\" }}] }}"
                ),
                facts(met.clone()),
            ),
        ),
        (
            "nested, not three of four: met",
            ask(
                &format!(
                    "all = [{{ not = {{ at_least = 3, of = [{three}, {{ fact = \"attended.share\", at_least = \"0.50\" }}] }} }}, \
                     {{ fact = \"attended.minutes\", at_most = 240 }}]"
                ),
                facts([(position, code("clerk")), (minutes, Fact::known(120)), (centre, Fact::known(true))]),
            ),
        ),
        ("unwanted: unmet", ask(unwanted, facts([(centre, Fact::known(true))]))),
        ("unwanted: met", ask(unwanted, facts([(centre, Fact::known(false))]))),
        ("unwanted: open", ask(unwanted, Facts::default())),
    ]
}

/// What the cases are told as stands in a file for each language, to be read and proofread as a whole.
/// With `GUILDHALL_WRITE_TOLD` set, the files are written anew.
#[test]
fn explanations_are_told_as_the_files_say() {
    for language in LANGUAGES {
        let words = phrasebook(language);
        let told = |(name, explanation): &(&str, Explanation)| {
            format!("## {name}\n{}\n", reasons(explanation, &vocabulary(), &words))
        };
        let told = cases().iter().map(told).collect::<Vec<_>>().join("\n");
        let file: PathBuf =
            [env!("CARGO_MANIFEST_DIR"), "tests", "told", &format!("{language}.txt")].iter().collect();
        if std::env::var_os("GUILDHALL_WRITE_TOLD").is_some() {
            std::fs::write(&file, &told).unwrap();
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        for (told, expected) in told.lines().zip(expected.lines()) {
            assert_eq!(told, expected, "{}", file.display());
        }
        assert_eq!(told.lines().count(), expected.lines().count(), "{}", file.display());
    }
}

/// What stands in a cell, and what a caller lays out itself.
#[test]
fn the_parts_of_an_account() {
    let (_, explanation) = cases().swap_remove(0);
    let account = reasons(&explanation, &vocabulary(), &phrasebook("sl"));
    assert_eq!(account.verdict(), Verdict::Unmet);
    assert_eq!(account.opening(), "Pogoji niso izpolnjeni: ne velja nobena od dopuščenih možnosti.");
    let [manager, staff, institution] = account.reasons() else { panic!("{account}") };
    assert_eq!(manager.clause().as_str(), "city-manager");
    assert_eq!(manager.label(), Some("je mestni menedžer"));
    assert_eq!(manager.sentence(), "Pogoj »je mestni menedžer« ni izpolnjen.");
    let notes: Vec<_> = manager.found().iter().map(|found| found.note()).collect();
    assert_eq!(notes, ["delovno mesto: občinsko osebje"]);
    assert_eq!(staff.found()[0].fact().as_str(), "applicant.runs_town_centre");
    assert_eq!(staff.found()[0].sentence(), "Pri podatku »upravlja mestno središče« je navedeno: ne.");
    assert_eq!(institution.found()[0].note(), "sodelovanje z občino: ne pride v poštev");
    assert!(account.needed().is_empty());
}

#[test]
fn what_is_needed_names_the_facts_and_what_proves_them() {
    let (_, explanation) = cases().swap_remove(3);
    let needed = reasons(&explanation, &vocabulary(), &phrasebook("pl")).needed().to_vec();
    assert_eq!(
        needed,
        ["Do rozstrzygnięcia potrzebujemy jeszcze następujących informacji: „stanowisko” (podstawa: \
          zaświadczenie z kadr), „zarządza centrum miasta” i „współpraca z gminą”."]
    );
}

/// The codes of an open list in the words of the caller.
#[test]
fn a_caller_names_the_codes_of_an_open_list() {
    let asked = "fact = \"completed.courses\"\nincludes = \"roads_2\"";
    let explanation = rule(asked).explain(&facts([("completed.courses", all(&["schools", "SI-061"]))]));
    let note = |vocabulary: &Vocabulary| {
        let account = reasons(&explanation, vocabulary, &phrasebook("sl"));
        (account.reasons()[0].sentence().to_owned(), account.reasons()[0].found()[0].note().to_owned())
    };
    let (sentence, found) = note(&vocabulary());
    assert!(
        sentence.starts_with("Pri podatku »opravljeni tečaji« mora biti navedeno: roads 2. "),
        "{sentence}"
    );
    assert_eq!(found, "opravljeni tečaji: SI-061 in schools");
    let words: CodeList =
        toml::from_str("roads_2 = { sl = \"ceste II\" }\nschools = { sl = \"šole\", en = \"schools\" }")
            .unwrap();
    let named =
        vocabulary().with_codes("completed.courses", words.clone()).with_codes("attended.minutes", words);
    let (sentence, found) = note(&named);
    assert!(
        sentence.starts_with("Pri podatku »opravljeni tečaji« mora biti navedeno: ceste II. "),
        "{sentence}"
    );
    assert_eq!(found, "opravljeni tečaji: SI-061 in šole");
    assert_eq!(named.get("attended.minutes"), vocabulary().get("attended.minutes"));
}

/// Plurals at their edges.
#[test]
fn a_number_of_entries_is_counted_as_the_language_counts() {
    let demand = |language: &str, count: u32| {
        let text = format!("fact = \"completed.courses\"\ncount_at_least = {count}");
        let account = reasons(&rule(&text).explain(&Facts::default()), &vocabulary(), &phrasebook(language));
        let sentence = account.reasons()[0].sentence().to_owned();
        let (demand, _) = sentence.split_once(". ").unwrap();
        demand.rsplit_once(['”', '»', '«']).unwrap().1.trim_start_matches([',', ' ']).to_owned()
    };
    for (language, expected) in [
        (
            "en",
            [
                "at least 1 entry is required",
                "at least 2 entries are required",
                "at least 3 entries are required",
                "at least 5 entries are required",
                "at least 11 entries are required",
                "at least 21 entries are required",
                "at least 101 entries are required",
            ],
        ),
        (
            "pl",
            [
                "wymagany jest co najmniej 1 wpis",
                "wymagane są co najmniej 2 wpisy",
                "wymagane są co najmniej 3 wpisy",
                "wymaganych jest co najmniej 5 wpisów",
                "wymaganych jest co najmniej 11 wpisów",
                "wymaganych jest co najmniej 21 wpisów",
                "wymaganych jest co najmniej 101 wpisów",
            ],
        ),
        (
            "ru",
            [
                "требуется не менее 1 записи",
                "требуется не менее 2 записей",
                "требуется не менее 3 записей",
                "требуется не менее 5 записей",
                "требуется не менее 11 записей",
                "требуется не менее 21 записи",
                "требуется не менее 101 записи",
            ],
        ),
        (
            "sl",
            [
                "se zahteva vsaj 1 vnos",
                "se zahtevata vsaj 2 vnosa",
                "se zahtevajo vsaj 3 vnosi",
                "se zahteva vsaj 5 vnosov",
                "se zahteva vsaj 11 vnosov",
                "se zahteva vsaj 21 vnosov",
                "se zahteva vsaj 101 vnos",
            ],
        ),
    ] {
        assert_eq!([1, 2, 3, 5, 11, 21, 101].map(|count| demand(language, count)), expected);
    }
}

/// What is open itself can be settled by a moment beside it that does not apply.
#[test]
fn what_is_compared_with_what_does_not_apply_is_told_as_settled() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "child.born", type = "date", label = { en = "day of birth" } },
            { key = "course.starts", type = "date", label = { en = "first day of the course" } },
        ]"#,
    )
    .unwrap();
    let json = serde_json::json!({ "id": "of-age", "version": 1, "fact": "child.born", "age_at": "course.starts", "at_least": 6 });
    let rule = RuleSet::read(&json, &vocabulary).unwrap();
    let born = |fact| [(FactKey::new("child.born").unwrap(), fact)];
    let none = [(FactKey::new("course.starts").unwrap(), Fact::not_applicable())];
    for open in [Fact::Missing, Fact::contested([])] {
        let facts = Facts::from_iter(born(open).into_iter().chain(none.clone()));
        let account = reasons(&rule.explain(&facts), &vocabulary, &phrasebook("en"));
        assert!(account.verdict().is_unmet());
        let end = "What this is compared with does not apply in this case, so the condition is not met.";
        let [told] = account.reasons() else { panic!("one reason") };
        assert!(told.sentence().ends_with(end), "{account}");
        assert!(!told.found()[0].sentence().contains("takes it for"), "{account}");
    }
}

/// How sentences give their verdict away: what says that it is open, that it is unmet, that it is met.
const MARKS: [(&str, [&[&str]; 3]); 4] = [
    ("en", [&["still open", "officer has to"], &["not met", "but it does:"], &["is met", "does not:"]]),
    (
        "pl",
        [
            &["nie wiadomo", "Nie wiadomo", "rozstrzyga osoba", "musi je sprawdzić"],
            &["nie jest spełniony", "a jednak zachodzi:"],
            &["jest spełniony", "i nie zachodzi:"],
        ],
    ),
    (
        "ru",
        [
            &["неизвестно", "решает ответственное", "должно проверить"],
            &["не выполнено", "но оно есть:"],
            &["выполнено", "и его нет:"],
        ],
    ),
    (
        "sl",
        [
            &["odprto", "Odprto", "odloči uradna", "mora podatek pregledati"],
            &["ni izpolnjen", "vendar velja:"],
            &["izpolnjen", "in ne velja:"],
        ],
    ),
];

const OPENINGS: [(&str, [&[&str]; 3]); 4] = [
    (
        "en",
        [
            &["It cannot be decided yet"],
            &["The condition is not", "The conditions are not"],
            &["The condition is met", "The conditions are met"],
        ],
    ),
    (
        "pl",
        [&["Nie można jeszcze"], &["Warunek nie jest", "Warunki nie są"], &["Warunek jest", "Warunki są"]],
    ),
    (
        "ru",
        [
            &["Пока нельзя решить"],
            &["Условие не выполнено", "Условия не выполнены"],
            &["Условие выполнено", "Условия выполнены"],
        ],
    ),
    ("sl", [&["O tem, ali"], &["Pogoj ni", "Pogoji niso"], &["Pogoj je", "Pogoji so"]]),
];

/// The verdict that somebody reads in a sentence.
fn read(marks: [&[&str]; 3], finds: impl Fn(&str) -> bool) -> Option<Verdict> {
    let verdicts = [Verdict::Undetermined, Verdict::Unmet, Verdict::Met];
    marks
        .into_iter()
        .zip(verdicts)
        .find(|(marks, _)| marks.iter().any(|mark| finds(mark)))
        .map(|(_, verdict)| verdict)
}

fn each<'a>(told: &'a [Told], visit: &mut dyn FnMut(&'a Told)) {
    for told in told {
        visit(told);
        each(told.parts(), visit);
    }
}

fn relevant<'a>(finding: &'a Finding, visit: &mut dyn FnMut(&'a Finding)) {
    if finding.is_relevant() {
        visit(finding);
        finding.children().iter().for_each(|child| relevant(child, visit));
    }
}

/// Nothing of the machinery shows: no placeable, no name of a message, no key, no empty place.
fn is_clean(text: &str) -> bool {
    let leftovers = [
        "{", "}", "$", "-key", "absent", "demand-", "outcome-", "  ", " .", " ,", "..", ": .", "“”", "«»",
        "»«", "„”",
    ];
    !text.trim().is_empty() && leftovers.iter().all(|leftover| !text.contains(leftover))
}

fn clauses(account: &Account) -> Vec<&str> {
    let mut clauses = Vec::new();
    each(account.reasons(), &mut |told| clauses.push(told.clause().as_str()));
    clauses
}

/// A case with an officer's words for some clauses, or for none.
fn case() -> impl Strategy<Value = (Vocabulary, RuleSet, Facts)> {
    (strategies::case(), any::<bool>()).prop_map(|((vocabulary, rule, facts), bare)| {
        let mut written = serde_json::to_value(rule.definition()).unwrap();
        if bare {
            without_labels(&mut written);
        }
        let rule = RuleSet::read(&written, &vocabulary).unwrap();
        (vocabulary, rule, facts)
    })
}

fn without_labels(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::Object(fields) => {
            fields.remove("label");
            fields.values_mut().for_each(without_labels);
        }
        serde_json::Value::Array(clauses) => clauses.iter_mut().for_each(without_labels),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn r4_every_language_tells_the_verdict_of_the_explanation((vocabulary, rule, facts) in case()) {
        let explanation = rule.explain(&facts);
        let verdict = explanation.verdict();
        let english = reasons(&explanation, &vocabulary, &phrasebook("en"));
        for ((language, marks), (_, openings)) in MARKS.into_iter().zip(OPENINGS) {
            let account = reasons(&explanation, &vocabulary, &phrasebook(language));
            prop_assert_eq!(account.verdict(), verdict);
            prop_assert_eq!(read(openings, |mark| account.opening().starts_with(mark)), Some(verdict), "{}", account);
            let mut sentences = Vec::new();
            each(account.reasons(), &mut |told| {
                if told.label().is_some() || told.parts().is_empty() {
                    sentences.push(told.sentence());
                }
            });
            for sentence in sentences {
                prop_assert_eq!(read(marks, |mark| sentence.contains(mark)), Some(verdict), "{}", sentence);
            }
            prop_assert_eq!(account.needed().is_empty(), !verdict.is_undetermined());
            prop_assert_eq!(clauses(&account), clauses(&english));
        }
    }

    #[test]
    fn r4_an_account_tells_what_carries_the_verdict_and_nothing_else((vocabulary, rule, facts) in case()) {
        let explanation = rule.explain(&facts);
        let account = reasons(&explanation, &vocabulary, &phrasebook("sl"));
        let (mut carrying, mut applying) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
        let mut clauses = std::collections::BTreeSet::new();
        relevant(explanation.root(), &mut |finding| {
            clauses.insert(finding.id().clone());
            if let Some(asked) = finding.asked() {
                carrying.insert(asked.fact().clone());
                if !matches!(asked.found(), Fact::NotApplicable { .. }) {
                    applying.insert(asked.fact().clone());
                }
            }
        });
        let mut told = std::collections::BTreeSet::<FactKey>::new();
        let mut strangers = 0;
        each(account.reasons(), &mut |one| {
            told.extend(one.found().iter().map(|found| found.fact().clone()));
            strangers += usize::from(!clauses.contains(one.clause()));
        });
        prop_assert_eq!(strangers, 0);
        prop_assert!(!account.reasons().is_empty());
        prop_assert!(told.is_subset(&carrying) && applying.is_subset(&told), "{}", account);
    }

    #[test]
    fn nothing_of_the_machinery_shows((vocabulary, rule, facts) in case()) {
        let explanation = rule.explain(&facts);
        for language in LANGUAGES {
            let account = reasons(&explanation, &vocabulary, &phrasebook(language));
            let mut texts = vec![account.opening()];
            texts.extend(account.needed().iter().map(String::as_str));
            let mut notes = Vec::new();
            each(account.reasons(), &mut |told| {
                texts.push(told.sentence());
                texts.extend(told.found().iter().map(|found| found.sentence()));
                notes.extend(told.found().iter().map(|found| found.note()));
            });
            for text in texts {
                prop_assert!(is_clean(text) && text.ends_with('.'), "{}", text);
                prop_assert!(text.starts_with(|first: char| first.is_uppercase() || "“„«»".contains(first)), "{}", text);
            }
            for note in notes {
                let year = note.ends_with("г.") || note.ends_with("r.");
                prop_assert!(is_clean(note) && (year || !note.ends_with('.')), "{}", note);
            }
        }
    }
}
