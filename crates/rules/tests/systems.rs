//! Rules of the real systems, met, unmet and undetermined.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_rules::{Codes, Doubt, Fact, Facts, RuleSet, Symbol, Verdict, Vocabulary};

fn vocabulary() -> Vocabulary {
    toml::from_str(
        r#"
        [[facts]]
        key = "applicant.position"
        type = "symbol"
        label = { en = "position", pl = "stanowisko" }

        [[facts]]
        key = "consent.superior"
        type = "symbol"
        codes = ["granted", "refused"]
        label = { en = "the superior's consent", pl = "zgoda przełożonego" }
        change_cost = 2

        [[facts]]
        key = "authority.tasks"
        type = "set"
        label = { en = "tasks of the authority", pl = "zadania jednostki" }

        [[facts]]
        key = "completed.modules"
        type = "set"
        codes = ["model", "strategy", "marketing", "communication"]
        label = { en = "completed modules", sl = "opravljeni moduli" }
        "#,
    )
    .unwrap()
}

fn rule(text: &str) -> RuleSet {
    RuleSet::new(toml::from_str(text).unwrap(), &vocabulary()).unwrap()
}

fn code(code: &str) -> Fact {
    Fact::known(Symbol::new(code).unwrap())
}

fn facts<const N: usize>(facts: [(&str, Fact); N]) -> Facts {
    let facts: Facts = facts.into_iter().map(|(key, fact)| (key.parse().unwrap(), fact)).collect();
    facts.checked(&vocabulary()).unwrap()
}

/// S2: "among others deputy mayors, secretaries …": a position beyond the list goes to an officer. A
/// head of an authority has no superior, so no consent is needed.
#[test]
fn s2_an_open_list_of_positions_and_the_superiors_consent() {
    let rule = rule(
        r#"
        id = "service-management-courses"
        version = 1
        title = { en = "manages services and may come", pl = "zarządza usługami i może przyjechać" }

        [[all]]
        id = "position"
        label = { en = "manages services day to day", pl = "na co dzień zarządza usługami" }
        fact = "applicant.position"
        one_of = ["deputy_mayor", "county_secretary", "county_treasurer", "head_of_department"]
        otherwise = "undetermined"

        [[all]]
        id = "consent"
        label = { en = "the superior consents, where there is one", pl = "zgoda przełożonego, jeżeli jest" }
        any = [
            { fact = "consent.superior", applies = false },
            { fact = "consent.superior", is = "granted" },
        ]
        "#,
    );
    let case = |position: &str, consent: Fact| {
        rule.explain(&facts([("applicant.position", code(position)), ("consent.superior", consent)]))
    };
    assert_eq!(case("deputy_mayor", code("granted")).verdict(), Verdict::Met);
    assert_eq!(case("county_secretary", Fact::not_applicable()).verdict(), Verdict::Met);

    let refused = case("deputy_mayor", code("refused"));
    assert_eq!(refused.verdict(), Verdict::Unmet);
    let english = ["en".parse().unwrap()];
    assert!(
        refused
            .reasons()
            .iter()
            .all(|r| r.label().unwrap().best(&english) == "the superior consents, where there is one")
    );
    assert!(refused.missing().is_empty());

    let open = case("school_caretaker", code("granted"));
    assert_eq!(open.verdict(), Verdict::Undetermined);
    assert_eq!(open.reasons().iter().map(|r| r.doubt()).collect::<Vec<_>>(), [Some(Doubt::NotListed)]);
    assert!(open.missing().is_empty());

    let awaited = case("deputy_mayor", Fact::Missing);
    assert_eq!(awaited.verdict(), Verdict::Undetermined);
    assert_eq!(
        awaited.missing().into_iter().map(|key| key.as_str()).collect::<Vec<_>>(),
        ["consent.superior"]
    );
    // A refusal settles it even for a position that an officer would have to decide.
    assert_eq!(case("school_caretaker", code("refused")).verdict(), Verdict::Unmet);
}

/// S1: the certificate stands on all four modules; modules completed so far may still become more.
#[test]
fn s1_completion_by_module() {
    let rule = rule(
        r#"
        id = "town-centre-certificate"
        version = 1
        title = { en = "completed all four modules", sl = "je opravil vse štiri module" }
        fact = "completed.modules"
        includes_all = ["model", "strategy", "marketing", "communication"]
        "#,
    );
    let modules = |codes: &[&str]| codes.iter().map(|code| Symbol::new(code).unwrap()).collect::<Vec<_>>();
    let verdict = |set: Codes| rule.verdict(&facts([("completed.modules", Fact::known(set))]));
    let all = ["model", "strategy", "marketing", "communication"];
    assert_eq!(verdict(Codes::so_far(modules(&all))), Verdict::Met);
    assert_eq!(verdict(Codes::so_far(modules(&["model", "strategy"]))), Verdict::Undetermined);
    assert_eq!(verdict(Codes::complete(modules(&["model", "strategy"]))), Verdict::Unmet);
    assert_eq!(rule.verdict(&Facts::default()), Verdict::Undetermined);
}

/// S2: a city with county rights performs tasks of both tiers; rules ask for tasks, not for a tier.
#[test]
fn s2_scope_by_the_tasks_of_the_authority() {
    let rule = rule(
        r#"
        id = "roads-county-scope"
        version = 1
        fact = "authority.tasks"
        overlaps = ["county_roads", "regional_roads"]
        "#,
    );
    let tasks = |codes: [&str; 2]| {
        facts([("authority.tasks", Fact::known(Codes::complete(codes.map(|c| Symbol::new(c).unwrap()))))])
    };
    assert_eq!(rule.verdict(&tasks(["commune_roads", "county_roads"])), Verdict::Met);
    assert_eq!(rule.verdict(&tasks(["commune_roads", "schools"])), Verdict::Unmet);
}
