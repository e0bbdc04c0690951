//! C4, C6, R9 and the content hash: what is written down, read back, pinned and described.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use boon::{Compiler, Schemas};
use guildhall_rules::{Clause, Definition, Effective, Explanation, Facts, RuleSet, Vocabulary, strategies};
use proptest::prelude::*;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

fn survives<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value);
    let bytes = rmp_serde::to_vec_named(value).unwrap();
    assert_eq!(&rmp_serde::from_slice::<T>(&bytes).unwrap(), value);
}

/// Whether a value passes the schema of its type.
struct Described {
    schemas: Schemas,
    index: boon::SchemaIndex,
}
impl Described {
    fn by<T: JsonSchema>() -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.add_resource("schema.json", schema_for!(T).to_value()).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn passes(&self, json: &Json) -> Result<(), String> {
        self.schemas.validate(json, self.index).map_err(|error| error.to_string())
    }
}

// Compiled once: it takes longer than all that is checked with it.
static DEFINITION: LazyLock<Described> = LazyLock::new(Described::by::<Definition>);
static VOCABULARY: LazyLock<Described> = LazyLock::new(Described::by::<Vocabulary>);
static FACTS: LazyLock<Described> = LazyLock::new(Described::by::<Facts>);
static EXPLANATION: LazyLock<Described> = LazyLock::new(Described::by::<Explanation>);

/// The fields of the language with values that sometimes belong there.
fn scribble() -> impl Strategy<Value = Json> {
    let literal = prop_oneof![
        any::<bool>().prop_map(Json::from),
        (-3i64..40).prop_map(Json::from),
        prop::sample::select(vec!["case.fact0", "mayor", "2019-04-30", "0.80", "undetermined", "Ünfug", ""])
            .prop_map(Json::from),
        Just(json!({ "en": "label" })),
        Just(json!(0.5)),
        Just(Json::Null),
    ];
    literal.prop_recursive(5, 40, 4, |inner| {
        let field = prop::sample::select(vec![
            "id",
            "label",
            "title",
            "version",
            "effective",
            "all",
            "any",
            "not",
            "at_least",
            "of",
            "fact",
            "is",
            "one_of",
            "otherwise",
            "includes",
            "includes_all",
            "count_at_least",
            "applies",
            "before",
            "from",
            "until",
            "fakt",
            "between",
            "within",
            "covers",
            "overlaps",
            "holds",
            "at",
            "grace",
            "where",
            "sum",
            "age_at",
            "years_before",
            "if_missing",
            "rule",
            "in_version",
            "predicate",
            "confidential",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::hash_map(field, inner, 0..4)
                .prop_map(|fields| fields.into_iter().map(|(name, json)| (name.to_owned(), json)).collect()),
        ]
    })
}

/// A sound definition in which one field was replaced, at any depth.
fn smudged() -> impl Strategy<Value = Json> {
    (strategies::case(), any::<prop::sample::Index>(), scribble()).prop_map(|((_, rule, _), at, scribble)| {
        let mut json = serde_json::to_value(rule.definition()).unwrap();
        let mut pointers = Vec::new();
        collect(&json, String::new(), &mut pointers);
        *json.pointer_mut(at.get(&pointers).as_str()).unwrap() = scribble;
        json
    })
}

fn collect(json: &Json, at: String, into: &mut Vec<String>) {
    match json {
        Json::Object(fields) => {
            fields.iter().for_each(|(name, json)| collect(json, format!("{at}/{name}"), into));
        }
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(nth, json)| collect(json, format!("{at}/{nth}"), into));
        }
        _ => {}
    }
    into.push(at);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn c4_everything_survives_json_and_messagepack((vocabulary, rule, facts) in strategies::case()) {
        survives::<Vocabulary>(&vocabulary);
        survives::<Definition>(rule.definition());
        survives::<Facts>(&facts);
        survives::<Explanation>(&rule.explain(&facts));
        survives(rule.reference());
    }

    #[test]
    fn c4_rules_and_vocabularies_survive_toml((vocabulary, rule, _) in strategies::case()) {
        let text = toml::to_string(rule.definition()).unwrap();
        prop_assert_eq!(&toml::from_str::<Definition>(&text).unwrap(), rule.definition());
        let text = toml::to_string(&vocabulary).unwrap();
        prop_assert_eq!(&toml::from_str::<Vocabulary>(&text).unwrap(), &vocabulary);
    }

    #[test]
    fn r9_what_parses_passes_its_schema((vocabulary, rule, facts) in strategies::case()) {
        prop_assert_eq!(DEFINITION.passes(&json(rule.definition())), Ok(()));
        prop_assert_eq!(VOCABULARY.passes(&json(&vocabulary)), Ok(()));
        prop_assert_eq!(FACTS.passes(&json(&facts)), Ok(()));
        prop_assert_eq!(EXPLANATION.passes(&json(&rule.explain(&facts))), Ok(()));
    }

    /// Whatever is written: it is read and passes the schema, or every fault has a path that leads
    /// somewhere and a message. Nothing panics.
    #[test]
    fn r9_what_fails_names_its_faults(json in prop_oneof![scribble(), smudged(), smudged()]) {
        match Definition::read(&json) {
            Ok(definition) => {
                prop_assert_eq!(DEFINITION.passes(&json), Ok(()));
                prop_assert_eq!(Definition::read(&serde_json::to_value(&definition).unwrap()), Ok(definition));
            }
            Err(faults) => {
                prop_assert!(faults.iter().count() > 0);
                for fault in faults.iter() {
                    prop_assert!(!fault.problem().to_string().is_empty());
                    prop_assert!(leads(&json, fault.path()), "{fault}");
                }
            }
        }
    }

    #[test]
    fn the_hash_moves_with_the_content_and_only_with_it(
        (vocabulary, rule, _) in strategies::case(),
        at in any::<prop::sample::Index>(),
    ) {
        let written = json(rule.definition());
        let again = RuleSet::read(&written, &vocabulary).unwrap();
        prop_assert_eq!(again.reference(), rule.reference());
        if let Ok(other) = RuleSet::read(&tweaked(written.clone(), at), &vocabulary) {
            let same = without_words(&json(other.definition())) == without_words(&written);
            prop_assert_eq!(other.reference().hash() == rule.reference().hash(), same);
        }
    }
}

/// The same definition with one single value changed to another that may stand there, or without an
/// `otherwise`.
fn tweaked(mut json: Json, at: prop::sample::Index) -> Json {
    let mut pointers = Vec::new();
    collect(&json, String::new(), &mut pointers);
    pointers
        .retain(|pointer| json.pointer(pointer).is_some_and(|json| !json.is_array() && !json.is_object()));
    let pointer = at.get(&pointers);
    if let Some(clause) = pointer.strip_suffix("/otherwise") {
        json.pointer_mut(clause).unwrap().as_object_mut().unwrap().remove("otherwise");
        return json;
    }
    let value = json.pointer_mut(pointer).unwrap();
    *value = match value.clone() {
        Json::Bool(value) => Json::from(!value),
        Json::Number(number) => Json::from(number.as_i64().unwrap() + 1),
        Json::String(text) if text.starts_with("2019-") => "2019-06-01".into(),
        Json::String(text) if text.parse::<guildhall_rules::Decimal>().is_ok() => "0.33".into(),
        Json::String(text) if text == "mayor" => "treasurer".into(),
        Json::String(text) if text == "case.fact0" => "case.fact1".into(),
        Json::String(text) if pointer.ends_with("id") => format!("{text}-b").into(),
        _ => "mayor".into(),
    };
    json
}

fn json<T: Serialize>(value: &T) -> Json {
    serde_json::to_value(value).unwrap()
}

/// Whether a path leads to something that stands there, or to the table where it is missing.
fn leads(json: &Json, path: &str) -> bool {
    let mut here = json;
    let mut steps = path.split('.').filter(|step| !step.is_empty()).peekable();
    while let Some(step) = steps.next() {
        let (field, indices) = step.split_once('[').map_or((step, ""), |(field, rest)| (field, rest));
        match here.get(field) {
            Some(next) => here = next,
            // Ids that clash need not be written.
            None => return field == "id" && steps.peek().is_none(),
        }
        for index in indices.split('[').filter(|index| !index.is_empty()) {
            match here.get(index.trim_end_matches(']').parse::<usize>().unwrap()) {
                Some(next) => here = next,
                None => return false,
            }
        }
    }
    true
}

fn without_words(json: &Json) -> Json {
    match json {
        Json::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !["label", "title"].contains(&name.as_str()))
            .map(|(name, json)| (name.clone(), without_words(json)))
            .collect(),
        // Lists of values are sets; lists of clauses are not.
        Json::Array(items) if items.iter().all(|item| !item.is_object()) => {
            let mut items = items.clone();
            items.sort_by_key(ToString::to_string);
            Json::Array(items)
        }
        Json::Array(items) => Json::Array(items.iter().map(without_words).collect()),
        other => other.clone(),
    }
}

fn vocabulary() -> Vocabulary {
    let facts = json!({ "facts": [
        { "key": "a.position", "type": "symbol", "label": { "en": "position" } },
        { "key": "a.share", "type": "decimal", "min": 0, "max": 1, "label": { "en": "share attended" } },
        { "key": "a.consented_on", "type": "date", "label": { "en": "day of consent" } },
    ] });
    serde_json::from_value(facts).unwrap()
}

/// A decision of this version must find its rule in every later one.
#[test]
fn the_hash_of_a_released_rule_stays() {
    let rule = json!({
        "id": "released", "version": 2, "title": { "en": "title" }, "effective": { "from": "2019-01-01" },
        "all": [
            { "fact": "a.position", "one_of": ["mayor", "deputy"], "otherwise": "undetermined" },
            { "id": "share", "fact": "a.share", "at_least": "0.80" },
            { "not": { "fact": "a.consented_on", "before": "2019-04-01" } },
        ],
    });
    let rule = RuleSet::read(&rule, &vocabulary()).unwrap();
    assert_eq!(
        rule.reference().hash().to_string(),
        "1f944aeb7b5e898cbf4b07d0245b20a44fd66c74bb947181d0c63db0cc76e6b8"
    );
    assert_eq!(rule.reference().to_string(), "released v2");
}

#[test]
fn spellings_of_one_decimal_have_one_hash() {
    let rule = |share: Json| {
        let rule = json!({ "id": "share", "version": 1, "fact": "a.share", "at_least": share });
        RuleSet::read(&rule, &vocabulary()).unwrap().reference().hash()
    };
    assert_eq!(rule(json!("1.00")), rule(json!(1)));
    assert_ne!(rule(json!("0.80")), rule(json!("0.08")));
}

#[test]
fn toml_dates_need_no_quotes() {
    let text = "id = \"r\"\nversion = 1\neffective = { from = 2019-01-01 }\nfact = \"a.consented_on\"\nbefore = 2019-04-01";
    let quoted = text.replace("2019-01-01", "\"2019-01-01\"").replace("2019-04-01", "\"2019-04-01\"");
    assert_eq!(toml::from_str::<Definition>(text).unwrap(), toml::from_str::<Definition>(&quoted).unwrap());
}

#[test]
fn c6_periods_and_hashes_go_through_their_constructors() {
    let effective = |json: Json| serde_json::from_value::<Effective>(json);
    assert!(effective(json!({ "from": "2019-02-01", "until": "2019-01-31" })).is_err());
    let one_day = effective(json!({ "from": "2019-02-01", "until": "2019-02-01" })).unwrap();
    assert!(one_day.contains(one_day.from()) && !one_day.contains(one_day.from().succ_opt().unwrap()));
    for text in ["", "00", &"G".repeat(64), &"A".repeat(64), &"ä".repeat(32)] {
        assert!(serde_json::from_value::<guildhall_rules::RuleHash>(json!(text)).is_err(), "{text}");
    }
}

#[test]
fn clauses_read_alone() {
    let clause: Clause = serde_json::from_value(json!({ "fact": "a.position", "is": "mayor" })).unwrap();
    assert_eq!(serde_json::to_value(&clause).unwrap(), json!({ "fact": "a.position", "is": "mayor" }));
    assert!(serde_json::from_value::<Clause>(json!({ "fact": "a.position", "ist": "mayor" })).is_err());
}
