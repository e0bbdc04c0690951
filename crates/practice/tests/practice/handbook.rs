//! The handbook: exactly what was selected, in collation order, in any language, and nothing unescaped (G5).

use std::collections::BTreeSet;

use guildhall_civic::{Authority, AuthorityKind, LocalisedText, ServiceAreas};
use guildhall_practice::handbook::model::{HandbookModel, Heading};
use guildhall_practice::{
    Citation, Handbook, HandbookDefinition, Order, Practice, Published, Reading, Record, RecordDefinition,
    Template, WORDS,
};
use guildhall_words::Phrasebook;
use proptest::prelude::*;

use crate::given;

fn definition(order: Order, practices: Vec<Citation>) -> HandbookDefinition {
    let mut definition: HandbookDefinition = serde_json::from_str(
        r#"{
            "title": { "sl": "Primeri dobrih praks", "en": "Examples of good practices" },
            "subtitle": { "sl": "za podjetništvo v mestnih središčih", "en": "for entrepreneurship in town centres" },
            "publisher": { "sl": "Ob zaključku usposabljanja", "en": "On completion of the training" },
            "issued": "2019-06-13",
            "foreword": { "sl": "Prvi odstavek.\n\nDrugi odstavek.", "en": "First paragraph.\n\nSecond paragraph." },
            "practices": []
        }"#,
    )
    .unwrap();
    definition.order = order;
    definition.practices = practices;
    definition
}
fn authority(key: &str, name: &str) -> Authority {
    Authority::new(given::key(key), AuthorityKind::Municipality, given::in_slovene(name)).unwrap()
}
fn reading(tag: &str) -> Reading {
    Reading::new(given::language(tag))
}

/// The place of a letter in the Slovene alphabet.
fn slovene(text: &str) -> Vec<usize> {
    text.chars()
        .map(|c| "abcčdefghijklmnoprsštuvzž".chars().position(|letter| letter == c).unwrap())
        .collect()
}
const LETTERS: &str = "[abcčdefghijklmnoprsštuvzž]{1,5}";
const AREAS: [&str; 4] = ["town_centres", "culture", "roads", "public_space"];

#[derive(Debug, Clone)]
struct Made {
    title: String,
    owners: BTreeSet<usize>,
    areas: BTreeSet<usize>,
}

fn made() -> impl Strategy<Value = Made> {
    let some = || prop::collection::btree_set(0usize..4, 1..4);
    (LETTERS, some(), some()).prop_map(|(title, owners, areas)| Made { title, owners, areas })
}

fn titles(heading: &Heading) -> Vec<String> {
    heading.entries.iter().map(|entry| entry.title.text.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The references: the selection as a set, the Slovene alphabet by position, and the pairs of
    /// practice and area or owner written out.
    #[test]
    fn g5_exactly_what_was_selected_in_collation_order(
        made in prop::collection::vec(made(), 1..7),
        names in prop::collection::hash_set(LETTERS, 4),
        selected in prop::collection::vec(any::<bool>(), 6),
        order in prop::sample::select(vec![Order::Title, Order::Authority, Order::Selected]),
    ) {
        let names: Vec<_> = names.into_iter().collect();
        let key = |n: usize| format!("SI:fictitious:a{n}");
        let practices: Vec<Practice> = made.iter().enumerate().map(|(n, one)| {
            let definition = RecordDefinition {
                title: given::in_slovene(&one.title),
                owners: one.owners.iter().map(|owner| given::key(&key(*owner))).collect(),
                service_areas: one.areas.iter().map(|area| AREAS[*area].parse().unwrap()).collect(),
                ..given::definition(&format!("p{n}"), "Besedilo")
            };
            let mut definition = definition;
            definition.origin.as_mut().unwrap().authors.clear();
            given::published(Record::new(definition).unwrap())
        }).collect();
        let register: Vec<_> = names.iter().enumerate().map(|(n, name)| authority(&key(n), name)).collect();
        let chosen: Vec<_> = (0..made.len()).filter(|n| selected[*n]).collect();
        let citations: Vec<_> = chosen.iter().rev().map(|n| given::version(&practices[*n]).citation()).collect();
        let composed = Handbook::compose(
            definition(order, citations.clone()),
            practices.iter().map(given::version),
            &register,
            &ServiceAreas::standard(),
        );
        if chosen.is_empty() {
            prop_assert_eq!(composed.unwrap_err().to_string(), "practices: no practice is selected");
            return Ok(());
        }
        let model = composed.unwrap().model(&reading("sl"));

        let held: Vec<_> = model.chapters.iter().map(|chapter| chapter.citation.clone()).collect();
        let sort_key = |citation: &Citation| {
            let n: usize = citation.code().as_str()[1..].parse().unwrap();
            let title = slovene(&made[n].title);
            match order {
                Order::Authority => {
                    let mut owners: Vec<_> = made[n].owners.iter().map(|owner| slovene(&names[*owner])).collect();
                    owners.sort();
                    (owners, title, citation.to_string())
                }
                _ => (Vec::new(), title, citation.to_string()),
            }
        };
        let mut expected = citations;
        if order != Order::Selected {
            expected.sort_by_key(sort_key);
        }
        prop_assert_eq!(held, expected);
        prop_assert_eq!(
            model.chapters.iter().map(|chapter| chapter.number).collect::<Vec<_>>(),
            (1..=chosen.len()).collect::<Vec<_>>()
        );

        for heading in model.by_area.iter().chain(&model.by_authority) {
            let places: Vec<_> = titles(heading).iter().map(|title| slovene(title)).collect();
            prop_assert!(places.is_sorted(), "{:?}", titles(heading));
        }
        let owners: Vec<_> = model.by_authority.iter().map(|heading| slovene(&heading.of.name.text)).collect();
        prop_assert!(owners.is_sorted());
        let pairs = |headings: &[Heading]| -> Vec<(String, String)> {
            let mut pairs: Vec<_> = headings.iter().flat_map(|heading| {
                heading.entries.iter().map(|entry| (heading.of.key.clone(), entry.anchor.clone()))
            }).collect();
            pairs.sort();
            pairs
        };
        let mut by_owner: Vec<_> = chosen.iter().flat_map(|n| {
            made[*n].owners.iter().map(move |owner| (key(*owner), format!("p{n}-1")))
        }).collect();
        by_owner.sort();
        prop_assert_eq!(pairs(&model.by_authority), by_owner);
        let mut by_area: Vec<_> = chosen.iter().flat_map(|n| {
            made[*n].areas.iter().map(move |area| (AREAS[*area].to_owned(), format!("p{n}-1")))
        }).collect();
        by_area.sort();
        prop_assert_eq!(pairs(&model.by_area), by_area);
    }
}

#[test]
fn polish_puts_lodz_after_lublin() {
    let register = [
        authority("PL:fictitious:a0", "Łódź"),
        authority("PL:fictitious:a1", "Lublin"),
        authority("PL:fictitious:a2", "Zamość"),
    ];
    let practices: Vec<_> = (0..3)
        .map(|n| {
            let mut definition = given::definition(&format!("p{n}"), "Besedilo");
            definition.owners = vec![given::key(&format!("PL:fictitious:a{n}"))];
            definition.origin.as_mut().unwrap().authors.clear();
            given::published(Record::new(definition).unwrap())
        })
        .collect();
    let cited = practices.iter().map(|practice| given::version(practice).citation()).collect();
    let versions = practices.iter().map(given::version);
    let handbook =
        Handbook::compose(definition(Order::Title, cited), versions, &register, &ServiceAreas::standard())
            .unwrap();
    let names = |tag| -> Vec<String> {
        let model = handbook.model(&reading(tag));
        model.by_authority.iter().map(|heading| heading.of.name.text.clone()).collect()
    };
    assert_eq!(names("pl"), ["Lublin", "Łódź", "Zamość"]);
    assert_eq!(names("en"), ["Łódź", "Lublin", "Zamość"]);
}

#[test]
fn every_fault_of_a_selection_is_named() {
    let mut draft = given::published(given::record("a", "Prva"));
    given::run(&mut draft, &given::draft(given::record("a", "Druga"))).unwrap();
    let cited = ["a@1", "a@2", "a@1", "b@1"].map(|text| text.parse().unwrap()).to_vec();
    let faults = Handbook::compose(
        definition(Order::Title, cited),
        draft.versions(),
        &Vec::<Authority>::new(),
        &ServiceAreas::new([]).unwrap(),
    )
    .unwrap_err();
    let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "practices[0]: the authority `SI:fictitious:cvetni_brod` of `a@1` is not in the register at hand",
            "practices[0]: the authority `SI:fictitious:zlati_brod` of `a@1` is not in the register at hand",
            "practices[0]: the service area `town_centres` of `a@1` is not in the taxonomy at hand",
            "practices[0]: the service area `culture` of `a@1` is not in the taxonomy at hand",
            "practices[1]: `a@2` is selected and is no published version at hand",
            "practices[2]: `a@1` is selected twice",
            "practices[3]: `b@1` is selected and is no published version at hand",
        ]
    );
}

/// Two bases may each have a practice of one code: a handbook asks which is meant.
#[test]
fn two_versions_of_one_citation_are_refused() {
    let [one, other] = ["Prva", "Druga"].map(|words| given::published(given::record("a", words)));
    let register = [authority(given::OWNER, "Cvetni Brod"), authority(given::AUTHOR, "Zlati Brod")];
    let compose = |versions: [&Practice; 2]| {
        let definition = definition(Order::Title, vec!["a@1".parse().unwrap()]);
        let versions = versions.map(given::version);
        Handbook::compose(definition, versions, &register, &ServiceAreas::standard())
    };
    assert!(compose([&one, &one]).is_ok());
    assert_eq!(
        compose([&one, &other]).unwrap_err().to_string(),
        "practices[0]: two different versions at hand are cited as `a@1`"
    );
}

fn bundled() -> (Vec<Practice>, Vec<Authority>) {
    let (records, owners) = given::bundled();
    (records.into_iter().map(given::published).collect(), owners)
}
fn composed(practices: &[Practice], owners: &[Authority]) -> Handbook {
    let versions: Vec<&Published> = practices.iter().map(given::version).collect();
    let cited = versions.iter().map(|version| version.citation()).collect();
    Handbook::compose(definition(Order::Title, cited), versions, owners, &ServiceAreas::standard()).unwrap()
}

/// The pages lie in the folder for temporary files of the build, to be looked at.
#[test]
fn the_bundled_handbook_stands_alone_in_every_language() {
    let (practices, owners) = bundled();
    let handbook = composed(&practices, &owners);
    for tag in ["sl", "en", "pl", "ru"] {
        let reading = reading(tag).or_in([given::language("en")]);
        let html = handbook.html(&reading).unwrap();
        std::fs::write(
            std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("handbook-{tag}.html")),
            &html,
        )
        .unwrap();
        assert!(html.contains(&format!("<html lang=\"{tag}\">")), "{tag}");
        for outside in
            ["http:", "https:", "src=", "url(", "@import", "<link", "<script", "<iframe", "undefined"]
        {
            assert!(!html.contains(outside), "{tag}: {outside}");
        }
        // A text that the language lacks says so, and none other does.
        let foreign = matches!(tag, "pl" | "ru");
        assert_eq!(html.contains("<abbr class=\"mark\""), foreign, "{tag}");
        assert_eq!(html.contains("<p lang=\"en\">"), foreign, "{tag}");
        for chapter in &handbook.model(&reading).chapters {
            assert_eq!(html.matches(&format!("id=\"{}\"", chapter.anchor)).count(), 1);
            let links = 2 + chapter.areas.len();
            assert_eq!(
                html.matches(&format!("href=\"#{}\"", chapter.anchor)).count(),
                links,
                "{}",
                chapter.citation
            );
        }
    }
}

#[test]
fn every_text_is_escaped() {
    const CANARY: &str = "<script>alert('&\"')</script>";
    let practice = given::published(given::record("a", CANARY));
    let register = [authority(given::OWNER, CANARY), authority(given::AUTHOR, CANARY)];
    let mut definition = definition(Order::Title, vec!["a@1".parse().unwrap()]);
    let canary = || given::in_slovene(CANARY);
    (definition.title, definition.publisher) = (canary(), canary());
    (definition.subtitle, definition.foreword) = (Some(canary()), Some(canary()));
    let handbook =
        Handbook::compose(definition, practice.versions(), &register, &ServiceAreas::standard()).unwrap();
    for reading in [reading("sl"), reading("en")] {
        let html = handbook.html(&reading).unwrap();
        assert!(!html.contains("<script") && !html.contains("alert('") && !html.contains("&\"'"));
        let model = serde_json::to_value(handbook.model(&reading)).unwrap().to_string();
        let shown = html.matches("&lt;script&gt;").count();
        assert!(shown >= 24, "{shown} of {}", model.matches("<script>").count());
    }
}

#[test]
fn a_missing_text_falls_back_and_says_so() {
    let mut definition = given::definition("a", "Slovensko");
    definition.languages.push(given::language("en"));
    let both = |text: &LocalisedText| {
        let sl = text.get(&given::language("sl")).unwrap().to_owned();
        LocalisedText::new([(given::language("sl"), sl), (given::language("en"), "English".to_owned())])
            .unwrap()
    };
    definition.summary = definition.summary.as_ref().map(both);
    definition.title = both(&definition.title);
    let practice = given::published(Record::new(definition).unwrap());
    let register = [authority(given::OWNER, "Cvetni Brod"), authority(given::AUTHOR, "Zlati Brod")];
    let handbook = Handbook::compose(
        self::definition(Order::Title, vec!["a@1".parse().unwrap()]),
        practice.versions(),
        &register,
        &ServiceAreas::standard(),
    )
    .unwrap();
    let seen = |model: &HandbookModel| {
        let chapter = &model.chapters[0];
        [Some(&chapter.title), chapter.situation.as_ref()]
            .map(|text| text.map(|text| (text.text.clone(), text.lang.clone(), text.foreign)).unwrap())
    };
    let text = |text: &str, lang: &str, foreign| (text.to_owned(), lang.to_owned(), foreign);
    assert_eq!(
        seen(&handbook.model(&reading("en"))),
        [text("English", "en", false), text("Slovensko", "sl", true)]
    );
    // Polish readers are offered English first, then what it was written in.
    assert_eq!(
        seen(&handbook.model(&reading("pl").or_in([given::language("en")]))),
        [text("English", "en", true), text("Slovensko", "sl", true)]
    );
    assert_eq!(
        seen(&handbook.model(&reading("pl"))),
        [text("Slovensko", "sl", true), text("Slovensko", "sl", true)]
    );
}

#[test]
fn a_caller_brings_a_template_and_words_of_their_own() {
    let practice = given::published(given::record("a", "Prva & <druga>"));
    let register = [authority(given::OWNER, "Cvetni Brod"), authority(given::AUTHOR, "Zlati Brod")];
    let handbook = Handbook::compose(
        definition(Order::Title, vec!["a@1".parse().unwrap()]),
        practice.versions(),
        &register,
        &ServiceAreas::standard(),
    )
    .unwrap();
    let words =
        Phrasebook::new(given::language("sl")).with(&WORDS, "caption-chapter = { $number }. zgled").unwrap();
    let model = handbook.model(&Reading::by(words));
    let template = |source: &str| Template::new(source).and_then(|template| template.render(&model));
    let source =
        "{{ labels.contents }}: {% for c in chapters %}{{ c.called }}: {{ c.title.text }}{% endfor %}";
    assert_eq!(template(source).unwrap(), "Kazalo: 1. zgled: Prva &amp; &lt;druga&gt;");
    let said = template("{{ chapters }}\n{{ no_such_name }}").unwrap_err().to_string();
    assert!(said.contains("undefined") && said.contains(":2"), "{said}");
    assert!(template("{% for %}").unwrap_err().to_string().contains(":1"));
}
