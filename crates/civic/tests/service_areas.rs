//! Laws of the taxonomy, and that it names every sector and theme of the five systems.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use guildhall_civic::{
    LocalisedText, ServiceArea, ServiceAreaCode, ServiceAreaFault, ServiceAreas, strategies,
};
use proptest::prelude::*;

fn code(text: &str) -> ServiceAreaCode {
    text.parse().unwrap()
}
fn area(text: &str, under: Option<&str>) -> ServiceArea {
    let labels = LocalisedText::new([("en".parse().unwrap(), text)]).unwrap();
    let area = ServiceArea::new(code(text), labels);
    under.map_or(area.clone(), |broader| area.under(code(broader)))
}
fn faults(areas: Vec<ServiceArea>) -> Vec<ServiceAreaFault> {
    ServiceAreas::standard().extended(areas).unwrap_err().faults
}

#[test]
fn every_sector_and_theme_of_the_five_systems_has_an_area() {
    let areas = ServiceAreas::standard();
    let named = [
        "town_centres",
        "entrepreneurship",
        "strategic_management",
        "communication", // S1
        "education",
        "social_assistance",
        "culture",
        "roads",
        "municipal_housing",
        "communal_economy",
        "water_supply",
        "sewerage",
        "solid_waste", // S2
        "housing_and_utilities",
        "transport_services",
        "public_space",
        "social_support",
        "children_and_young_people",
        "attracting_investment",
        "territorial_development",
        "municipal_services",
        "resident_interaction", // S3
        "public_procurement",
        "shared_services",
        "spatial_planning",
        "climate",
        "transport_and_mobility",
        "social_integration",
        "urban_planning_architecture",
        "economic_development",
        "smart_city", // S4
        "health",
        "social_services",
        "technical_services",
        "promotion",
        "ngo_cooperation", // S5
    ];
    for name in named {
        assert!(areas.get(&code(name)).is_some(), "{name}");
    }
    for part in ["water_supply", "sewerage", "solid_waste"] {
        assert!(areas.is_within(&code(part), &code("communal_economy")));
    }
}

#[test]
fn labels_are_unique_in_each_language() {
    let areas = ServiceAreas::standard();
    for language in ["en", "pl", "sl", "ru"] {
        let language = language.parse().unwrap();
        let labels: BTreeSet<_> = areas.iter().map(|area| area.labels().get(&language).unwrap()).collect();
        assert_eq!(labels.len(), areas.iter().count(), "{language}");
    }
}

#[test]
fn a_function_is_ones_own_or_that_of_the_nearest_broader_area() {
    let areas = ServiceAreas::standard().extended([area("lamps", Some("public_space"))]).unwrap();
    assert_eq!(areas.cofog(&code("lamps")).unwrap().as_str(), "06.2.0");
    assert_eq!(areas.cofog(&code("roads")).unwrap().as_str(), "04.5.1");
    assert_eq!(areas.cofog(&code("social_services")), None, "its parts have several");
    assert_eq!(areas.cofog(&code("nowhere")), None);
}

#[test]
fn c6_every_fault_of_an_extension_is_named_at_once() {
    let found = faults(vec![
        area("roads", Some("atlantis")),
        area("lamps", Some("lighting")),
        area("a", Some("b")),
        area("b", Some("c")),
        area("c", Some("a")),
        area("leads_in", Some("a")),
        area("own", Some("own")),
        area("twin", None),
        area("twin", None),
    ]);
    assert_eq!(
        found,
        [
            ServiceAreaFault::Duplicate(code("roads")),
            ServiceAreaFault::Duplicate(code("twin")),
            ServiceAreaFault::UnknownBroader { code: code("lamps"), broader: code("lighting") },
            ServiceAreaFault::UnknownBroader { code: code("roads"), broader: code("atlantis") },
            ServiceAreaFault::Cycle(vec![code("a"), code("b"), code("c")]),
            ServiceAreaFault::Cycle(vec![code("own")]),
        ]
    );
    let json = serde_json::to_string(&[area("a", Some("b")), area("b", Some("a"))]).unwrap();
    let refused = serde_json::from_str::<ServiceAreas>(&json).unwrap_err().to_string();
    assert!(refused.contains("parts of each other: `a`, `b`"), "{refused}");
}

proptest! {
    #[test]
    fn broader_and_narrower_are_each_others_inverse(at in strategies::service_area_code()) {
        let areas = ServiceAreas::standard();
        for narrower in areas.narrower(&at) {
            prop_assert_eq!(areas.broader(narrower.code()).next().unwrap().code(), &at);
        }
        if let Some(broader) = areas.broader(&at).next() {
            prop_assert!(areas.narrower(broader.code()).any(|area| *area.code() == at));
        } else {
            prop_assert!(areas.top().any(|area| *area.code() == at));
        }
    }

    #[test]
    fn being_a_part_is_a_partial_order(
        [a, b, c] in [strategies::service_area_code(), strategies::service_area_code(), strategies::service_area_code()]
    ) {
        let areas = ServiceAreas::standard();
        let within = |x: &ServiceAreaCode, y: &ServiceAreaCode| areas.is_within(x, y);
        prop_assert!(within(&a, &a));
        prop_assert!(!(within(&a, &b) && within(&b, &a)) || a == b);
        prop_assert!(!(within(&a, &b) && within(&b, &c)) || within(&a, &c));
    }

    /// The reference follows each area up for as many steps as there are areas: who is still on the way then
    /// is in a cycle or leads into one.
    #[test]
    fn a_taxonomy_is_refused_exactly_where_somebody_has_no_top(
        parents in prop::collection::vec(prop::option::of(0usize..8), 1..8)
    ) {
        let name = |n: usize| format!("n{n}");
        let given: Vec<_> = parents.iter().enumerate().map(|(n, up)| area(&name(n), up.map(name).as_deref())).collect();
        let reaches_top = |n: usize| {
            let mut at = Some(n);
            for _ in 0..=parents.len() {
                match at {
                    None => return true,
                    Some(m) if m >= parents.len() => return false,
                    Some(m) => at = parents[m],
                }
            }
            false
        };
        prop_assert_eq!(ServiceAreas::new(given).is_ok(), (0..parents.len()).all(reaches_top));
    }
}
