//! Rules: whatever bytes are read as a definition, there are faults or a rule set; and whatever rule set there
//! is, every way to ask it says the same.

use std::num::NonZeroU32;
use std::sync::{Arc, LazyLock};

use guildhall_kernel::chrono::{DateTime, NaiveDate, Utc};
use guildhall_rules::analysis::{Analysis, Answer, Semantics};
use guildhall_rules::{
    Codes, Declared, Definition, Explanation, Fact, FactKey, FactSource, FactType, Facts, Period, Predicate,
    PredicateName, Record, Records, RuleSet, Symbol, Terms, Value, Verdict, Vocabulary, reasons,
};
use guildhall_words::Phrasebook;
use serde_json::Value as Json;

const VOCABULARY: &str = r#"
facts = [
    { key = "a.flag", type = "boolean", change_cost = 1, label = { en = "flag" } },
    { key = "a.code", type = "symbol", label = { en = "code" } },
    { key = "a.listed", type = "symbol", codes = ["mayor", "deputy"], change_cost = 2, label = { en = "listed" } },
    { key = "a.number", type = "integer", change_cost = 3, label = { en = "number" } },
    { key = "a.share", type = "decimal", min = 0, max = 1, label = { en = "share" } },
    { key = "a.day", type = "date", label = { en = "day" } },
    { key = "a.at", type = "instant", zone = "Europe/Berlin", label = { en = "instant" } },
    { key = "a.term", type = "period", label = { en = "term" } },
    { key = "a.set", type = "set", change_cost = 4, label = { en = "set" } },
    { key = "a.records", type = "records", label = { en = "records" }, fields = [
        { key = "scheme", type = "symbol", label = { en = "scheme" } },
        { key = "valid", type = "period", label = { en = "valid" } },
        { key = "day", type = "date", label = { en = "day" } },
        { key = "hours", type = "integer", min = 0, label = { en = "hours" } },
    ] },
]
"#;

/// Work that one question may make here: what is easy is answered, what is hard is given up soon.
const BOUND: usize = 3_000;

/// Met where a number is even, as rules name it `even`.
struct Even {
    name: PredicateName,
    reads: [FactKey; 1],
}
impl Predicate for Even {
    fn name(&self) -> &PredicateName {
        &self.name
    }
    fn version(&self) -> NonZeroU32 {
        NonZeroU32::MIN
    }
    fn reads(&self) -> &[FactKey] {
        &self.reads
    }
    fn ask(&self, facts: &Declared<'_>) -> Verdict {
        let [number] = &self.reads;
        match &*facts.fact(number) {
            Fact::Known { value: Value::Integer(number), .. } => (number % 2 == 0).into(),
            Fact::NotApplicable { .. } => Verdict::Unmet,
            _ => Verdict::Undetermined,
        }
    }
}

thread_local! {
    static WORDS: Phrasebook = Phrasebook::new("en".parse().unwrap());
}

static TERMS: LazyLock<Terms> = LazyLock::new(|| {
    let vocabulary: Vocabulary = toml::from_str(VOCABULARY).unwrap();
    let even = Even { name: "even".parse().unwrap(), reads: ["a.number".parse().unwrap()] };
    let named = r#"
        id = "named"
        version = 3
        any = [{ fact = "a.flag", is = true }, { not = { fact = "a.number", at_least = 3 } }]
    "#;
    let terms = Terms::new(vocabulary).with_predicate(Arc::new(even)).unwrap();
    terms.with_rules([toml::from_str(named).unwrap()]).unwrap()
});

/// The first twelve bytes choose: whether the rest is TOML or JSON, and what somebody's facts are.
pub fn read(bytes: &[u8]) {
    let Some((choice, bytes)) = bytes.split_at_checked(12) else { return };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let json = match choice.first().is_some_and(|first| first & 1 == 0) {
        true => toml::from_str::<Json>(text).ok(),
        false => serde_json::from_str::<Json>(text).ok(),
    };
    let Some(json) = json else { return };
    let definition = Definition::read(&json);
    match TERMS.read(&json) {
        Ok(rule) => {
            let definition = definition.expect("what fits its facts is sound in itself");
            let written = serde_json::to_value(&definition).expect("a definition can be written");
            assert_eq!(Definition::read(&written).as_ref(), Ok(&definition));
            let again = TERMS.check(definition).expect("it was right before");
            assert_eq!(again.reference().hash(), rule.reference().hash());
            holds(&rule, choice);
        }
        Err(faults) => {
            assert!(faults.iter().count() > 0);
            assert!(faults.iter().all(|fault| !fault.problem().to_string().is_empty()));
        }
    }
}

/// Every way to ask says the same, and what follows from the answers does.
fn holds(rule: &RuleSet, choice: &[u8]) {
    let vocabulary = TERMS.vocabulary();
    let mut choice = choice.iter().skip(1).copied();
    let facts: Facts = vocabulary
        .iter()
        .map(|declaration| {
            let choice = choice.next().unwrap_or_default();
            (declaration.key().clone(), fact(declaration.kind(), choice))
        })
        .collect();
    let verdict = rule.verdict(&facts);
    let program = rule.compile();
    let (mut row, mut marks) = (program.row(), program.marks());
    row.fill(&program, &facts);
    assert_eq!(program.verdict(&row), verdict);
    assert_eq!(program.mark(&row, &mut marks), verdict);

    let explanation = rule.explain(&facts);
    assert_eq!(explanation.verdict(), verdict);
    assert!(verdict.is_undetermined() || rule.verdict(&explanation.cited()) == verdict);
    let recorded = serde_json::to_string(&explanation).expect("an explanation can be written");
    assert_eq!(serde_json::from_str::<Explanation>(&recorded).ok(), Some(explanation.clone()));
    WORDS.with(|words| std::hint::black_box(reasons(&explanation, vocabulary, words)));
    std::hint::black_box(explanation.disclosed());

    let analysis = Analysis::new(vocabulary).within(BOUND);
    if let Ok(exact) = analysis.exact(rule, &facts) {
        assert!(verdict.is_undetermined() || exact == verdict);
    }
    for how in [Semantics::Kleene, Semantics::Exact] {
        if let Answer::No(witness) = analysis.unsatisfiable(rule, how) {
            assert!(rule.verdict(&witness.facts).is_met());
        }
        if let Answer::No(witness) = analysis.always_met(rule, how) {
            assert!(!rule.verdict(&witness.facts).is_met());
        }
        assert!(!matches!(analysis.equivalent(rule, rule, how), Answer::No(_)));
        if let Ok(diff) = analysis.diff(rule, rule, how) {
            assert!(diff.classes.is_empty());
        }
        let _ = analysis.redundant(rule, how);
    }
    for set in analysis.changes(rule, &facts, Semantics::Kleene).into_iter().flat_map(|changes| changes.sets)
    {
        for option in set.options {
            assert!(rule.verdict(&(option.example, facts.clone())).is_met());
        }
    }
    if let Ok(Some(why)) = analysis.sufficient(rule, &facts, Semantics::Kleene) {
        assert_eq!(rule.verdict(&why.facts), verdict);
    }
    let _ = analysis.deciding(rule, &facts);
}

fn fact(kind: &FactType, choice: u8) -> Fact {
    match choice >> 4 {
        0..=2 => Fact::Missing,
        3 => Fact::not_applicable(),
        4 => Fact::contested([]),
        _ => Fact::known(value(kind, choice & 15)),
    }
}

fn value(kind: &FactType, choice: u8) -> Value {
    let nth = i64::from(choice);
    let code = |nth: i64| -> Symbol {
        let spelt = if nth % 2 == 0 { "mayor" } else { "deputy" };
        spelt.parse().expect("a code")
    };
    let day = |nth: i64| match nth {
        15 => NaiveDate::MAX,
        14 => NaiveDate::MIN,
        nth => NaiveDate::from_num_days_from_ce_opt(737_000 + 40 * i32::try_from(nth).unwrap_or(0))
            .expect("a day"),
    };
    let period = |nth: i64| {
        let (from, until) =
            (Some(day(nth & 3)).filter(|_| nth & 4 == 0), Some(day(nth)).filter(|_| nth & 8 == 0));
        Period::new(from.min(until).or(from), until).expect("in order")
    };
    match kind {
        FactType::Boolean => (choice & 1 == 0).into(),
        FactType::Symbol(_) => code(nth).into(),
        FactType::Integer(_) => match choice {
            15 => i64::MAX.into(),
            14 => i64::MIN.into(),
            _ => (nth - 4).into(),
        },
        FactType::Decimal(_) => {
            guildhall_rules::Decimal::new(nth, 1).min(guildhall_rules::Decimal::ONE).into()
        }
        FactType::Date(_) => day(nth).into(),
        FactType::Instant(_) => match choice {
            15 => DateTime::<Utc>::MAX_UTC.into(),
            14 => DateTime::<Utc>::MIN_UTC.into(),
            _ => (day(nth).and_hms_opt(23, 0, 0).expect("an hour").and_utc()).into(),
        },
        FactType::Period => period(nth).into(),
        FactType::Set(_) => {
            let codes = [code(0), code(1)].into_iter().take(usize::from(choice & 3));
            if choice & 4 == 0 { Codes::complete(codes).into() } else { Codes::so_far(codes).into() }
        }
        FactType::Records(fields) => {
            let record = |nth: i64| {
                let known = fields.iter().filter(|_| nth & 8 == 0);
                Record::new(known.map(|field| {
                    (field.key().clone(), value(field.kind(), u8::try_from(nth & 15).unwrap_or_default()))
                }))
            };
            let records = [record(nth), record(nth + 3)].into_iter().take(usize::from(choice & 3));
            if choice & 4 == 0 { Records::complete(records).into() } else { Records::so_far(records).into() }
        }
        other => unreachable!("the vocabulary has no {other}"),
    }
}
