//! The lottery (A22): lots depend on nobody else, late applicants come after all others, the fields of a
//! lot cannot run into each other, and nobody can choose the seed.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::num::NonZeroU8;

use guildhall_allocation::strategies::{FROZEN_AT, Kind, Market, draw, seed};
use guildhall_allocation::{
    CarryError, Drawn, FreezeError, Name, Problem, Seed, SeedRefused, Stage, Statement, WrittenProblem,
};
use guildhall_kernel::Time;
use guildhall_kernel::chrono::Duration;
use proptest::prelude::*;
use serde_json::{from_value, json};
use sha2::{Digest, Sha256};

fn document(id: &str, ids: &[&str]) -> WrittenProblem {
    let applicants: Vec<_> = ids.iter().map(|id| json!({ "id": id, "choices": ["bus"] })).collect();
    from_value(json!({
        "id": id, "mechanism": "nested", "plans": [{ "name": "all" }],
        "groups": [{ "id": "bus", "plan": "all", "capacity": { "seats": 1 } }],
        "applicants": applicants,
    }))
    .unwrap()
}

fn late(mut written: WrittenProblem, ids: &[&str]) -> WrittenProblem {
    written.applicants.extend(document("late", ids).applicants.into_iter().map(|mut one| {
        one.list = NonZeroU8::new(2).unwrap();
        one
    }));
    written
}

fn at(seconds: i64) -> Time {
    FROZEN_AT + Duration::seconds(seconds)
}

fn known(value: &str, seconds: i64) -> Seed {
    from_value(json!({ "value": value, "source": "a beacon", "known_at": at(seconds) })).unwrap()
}

fn reason() -> Statement {
    Statement::new("the beacon published a wrong round").unwrap()
}

fn problem(written: &WrittenProblem) -> Problem {
    Problem::new(written).unwrap()
}

/// Ids in the order of the draw.
fn order(drawn: &Drawn) -> Vec<String> {
    let problem = drawn.problem();
    let mut all: Vec<_> = problem.applicants().collect();
    all.sort_by_key(|applicant| drawn.position(*applicant));
    all.into_iter().map(|applicant| problem.applicant_id(applicant).to_owned()).collect()
}

/// SHA-256 over fields that say how long they are, written out.
fn hash(fields: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for field in fields {
        hash.update(u64::try_from(field.len()).unwrap().to_be_bytes());
        hash.update(field);
    }
    hash.finalize().into()
}

/// The lot as the page on [`Drawn`] says, and the hash of the list it takes part in.
fn lot(drawn: &Drawn, list: u8, id: &str) -> ([u8; 32], [u8; 32]) {
    let problem = drawn.problem();
    let mut ids: Vec<_> = problem
        .applicants()
        .filter(|applicant| problem.list(*applicant) == list)
        .map(|applicant| problem.applicant_id(applicant))
        .collect();
    ids.sort_unstable();
    let mut listed = Sha256::new();
    let tag = "guildhall allocation list, form 1";
    listed.update(u64::try_from(tag.len()).unwrap().to_be_bytes());
    listed.update(tag);
    listed.update(u64::try_from(ids.len()).unwrap().to_be_bytes());
    for id in ids {
        listed.update(u64::try_from(id.len()).unwrap().to_be_bytes());
        listed.update(id);
    }
    let listed: [u8; 32] = listed.finalize().into();
    let (tag, seed) = (b"guildhall allocation lottery, form 1", drawn.seed(list).unwrap());
    let fields: [&[u8]; 5] =
        [tag, seed.value.as_str().as_bytes(), &listed, problem.id().as_str().as_bytes(), id.as_bytes()];
    (hash(&fields), listed)
}

fn markets() -> impl Strategy<Value = WrittenProblem> {
    Market::small(Kind::Plain).sized(0..=12, 1..=3).with_lists(3).problems()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a22_lots_are_what_the_page_says(written in markets(), seed in seed()) {
        let drawn = draw(&written, &seed).unwrap();
        let mut expected = Vec::new();
        for (one, key) in drawn.keys() {
            let (id, list) = (drawn.problem().applicant_id(one), drawn.problem().list(one));
            let (lot, listed) = lot(&drawn, list, id);
            prop_assert_eq!(key.as_bytes(), &lot);
            prop_assert_eq!(key, drawn.key(one));
            let published = drawn.lists();
            prop_assert_eq!(published.get(usize::from(list) - 1).unwrap().hash.as_bytes(), &listed);
            expected.push((list, lot, id.to_owned()));
        }
        // Late applicants come after all others, whatever their lot.
        expected.sort();
        prop_assert_eq!(order(&drawn), expected.into_iter().map(|(_, _, id)| id).collect::<Vec<_>>());
        let mut positions = drawn.positions().to_vec();
        positions.sort_unstable();
        prop_assert_eq!(positions, (0..).take(drawn.positions().len()).collect::<Vec<u32>>());
    }

    /// Who leaves stays on the list with no choices, and moves nobody.
    #[test]
    fn a22_the_order_does_not_depend_on_who_leaves(written in markets(), seed in seed(), leaves in any::<prop::sample::Index>()) {
        let before = draw(&written, &seed).unwrap();
        let mut written = written;
        prop_assume!(!written.applicants.is_empty());
        let place = leaves.index(written.applicants.len());
        let gone = written.applicants.get_mut(place).unwrap();
        gone.choices.clear();
        let gone = gone.id.clone();
        let after = draw(&written, &seed).unwrap();
        prop_assert_eq!(order(&before), order(&after));
        let cut = before.cut(|one, all| {
            if before.problem().applicant_id(one) == gone.as_str() { 0..0 } else { 0..all.len() }
        });
        prop_assert_eq!(cut.problem(), after.problem());
        prop_assert_eq!(cut, after);
    }

    /// Those who come late are drawn by themselves, and change nothing for the others.
    #[test]
    fn a22_late_applicants_move_nobody(
        ids in prop::collection::btree_set("[a-d]{1,2}", 1..8),
        later in prop::collection::btree_set("[e-h]{1,2}", 1..5),
        first in seed(),
        second in seed(),
    ) {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let later: Vec<&str> = later.iter().map(String::as_str).collect();
        let written = document("m", &ids);
        let before = draw(&written, &first).unwrap();
        let Ok(Stage::Late(open)) = before.carry(problem(&late(written, &later))) else { panic!("all are drawn") };
        prop_assert_eq!(open.lists(), before.lists());
        let frozen = open.freeze(first.known_at).unwrap();
        let second = Seed { known_at: first.known_at + Duration::seconds(1), ..second };
        let after = frozen.draw(&second).unwrap();
        prop_assert_eq!(after.seed(1), Some(&first));
        prop_assert_eq!(after.seed(2), Some(&second));
        let together = order(&after);
        prop_assert_eq!(&together[..ids.len()], &order(&before)[..]);
        prop_assert!(together[ids.len()..].iter().all(|id| later.contains(&id.as_str())));
    }

    #[test]
    fn a22_the_order_of_the_document_does_not_matter(written in markets(), seed in seed(), turn in any::<prop::sample::Index>()) {
        let before = draw(&written, &seed).unwrap();
        let mut written = written;
        written.applicants.reverse();
        if !written.applicants.is_empty() {
            let by = turn.index(written.applicants.len());
            written.applicants.rotate_left(by);
        }
        prop_assert_eq!(draw(&written, &seed).unwrap(), before);
    }
}

/// Ends of fields that would run into each other without their lengths.
#[test]
fn a22_fields_are_length_prefixed() {
    let lots = |id: &str, value: &str, person: &str| {
        let drawn = problem(&document(id, &[person])).freeze(FROZEN_AT).draw(&known(value, 1)).unwrap();
        let one = drawn.problem().find_applicant(person).unwrap();
        (drawn.key(one), drawn.lists().first().unwrap().hash)
    };
    assert_ne!(lots("ab", "1", "c").0, lots("a", "1", "bc").0);
    assert_ne!(lots("m", "1a", "c").0, lots("m", "1", "ac").0);
    let listed = |ids: &[&str]| problem(&document("m", ids)).freeze(FROZEN_AT).lists().first().unwrap().hash;
    assert_ne!(listed(&["ab", "c"]), listed(&["a", "bc"]));
    assert_ne!(listed(&["a", "b"]), listed(&["ab"]));
    assert_eq!(listed(&["b", "a"]), listed(&["a", "b"]));
}

/// Another list, another seed and another allocation are another draw.
#[test]
fn whatever_a_lot_is_bound_to_changes_it() {
    let key = |id: &str, ids: &[&str], seed: &Seed| {
        let drawn = draw(&document(id, ids), seed).unwrap();
        drawn.key(drawn.problem().find_applicant("a").unwrap())
    };
    let this = key("m", &["a", "b"], &known("1", 1));
    assert_eq!(this, key("m", &["b", "a"], &known("1", 2)));
    assert_ne!(this, key("m", &["a", "c"], &known("1", 1)));
    assert_ne!(this, key("m", &["a", "b"], &known("2", 1)));
    assert_ne!(this, key("n", &["a", "b"], &known("1", 1)));
}

/// The same bytes in every release: a published draw can be computed again for ever.
#[test]
fn a_published_lot_stays_what_it_was() {
    let drawn = draw(&document("excursion", &["a", "b"]), &known("07 12 23 31 38 44", 1)).unwrap();
    let list = drawn.lists();
    assert_eq!(
        list.first().unwrap().hash.to_string(),
        "3714ffb0170bf6c1753266b6a56ed7ba2086f81bfebc735623711c49b3b54929"
    );
    let [a, b] = ["a", "b"].map(|id| drawn.key(drawn.problem().find_applicant(id).unwrap()).to_string());
    assert_eq!(a, "9ac99a923472479e53391616b12f242971dcb1ff96a8f0a9f6a5b3b04b028b30");
    assert_eq!(b, "bcd3edc01a768a115b7bb9676092270c2e2349636956992a03727d1719590e13");
    assert_eq!(
        drawn.problem().hash().to_string(),
        "8544dbe9a7797086b3443151f57292e8ef242b3a8607f2e7884c7b340e8ff4fa"
    );
}

#[test]
fn a_seed_that_was_known_at_the_freeze_is_refused() {
    let frozen = problem(&document("m", &["a"])).freeze(at(10));
    for seconds in [0, 9, 10] {
        let refused = frozen.draw(&known("1", seconds)).unwrap_err();
        assert_eq!(
            refused,
            SeedRefused::OlderThanFreeze { list: 1, known_at: at(seconds), frozen_at: at(10) }
        );
    }
    let drawn = frozen.draw(&known("1", 11)).unwrap();
    assert_eq!(drawn.seed(1), Some(&known("1", 11)));
    assert_eq!((drawn.seed(0), drawn.seed(2)), (None, None));
}

#[test]
fn a_draw_is_repeated_with_a_reason_and_a_seed_that_came_later() {
    let drawn = problem(&late(document("m", &["a"]), &["b"])).freeze(at(10)).draw(&known("1", 20)).unwrap();
    let again = |list, value: &str, seconds| drawn.redraw(list, known(value, seconds), reason());
    assert_eq!(
        again(1, "2", 10).unwrap_err(),
        SeedRefused::OlderThanFreeze { list: 1, known_at: at(10), frozen_at: at(10) }
    );
    for seconds in [11, 20] {
        assert_eq!(
            again(2, "2", seconds).unwrap_err(),
            SeedRefused::OlderThanReplaced { list: 2, known_at: at(seconds), replaced: at(20) }
        );
    }
    for list in [0, 3] {
        assert_eq!(again(list, "2", 30).unwrap_err(), SeedRefused::NoSuchList { list });
    }
    let second = again(2, "2", 30).unwrap();
    assert_eq!((second.seed(1), second.seed(2)), (Some(&known("1", 20)), Some(&known("2", 30))));
    let [a, b] = ["a", "b"].map(|id| drawn.problem().find_applicant(id).unwrap());
    assert_eq!(second.key(a), drawn.key(a));
    assert_ne!(second.key(b), drawn.key(b));
    // It is in the document, and read back from there.
    let mut written = late(document("m", &["a"]), &["b"]);
    written.lists = second.lists();
    assert_eq!(written.lists.last().unwrap().redrawn.first().unwrap().reason, reason());
    assert_eq!(Stage::read(&written).unwrap(), Stage::Drawn(second.clone()));
    let mut often = second;
    let refused = (31..).find_map(|seconds| match often.redraw(2, known("3", seconds), reason()) {
        Ok(drawn) => {
            often = drawn;
            None
        }
        Err(refused) => Some(refused),
    });
    assert_eq!(refused, Some(SeedRefused::DrawnTooOften { list: 2, limit: guildhall_allocation::MAX_DRAWS }));
    assert_eq!(often.lists().last().unwrap().redrawn.len() + 1, guildhall_allocation::MAX_DRAWS);
}

#[test]
fn a_late_list_is_frozen_after_those_before_it() {
    let written = document("m", &["a"]);
    let drawn = problem(&written).freeze(at(10)).draw(&known("1", 20)).unwrap();
    let carried = drawn.carry(problem(&late(written.clone(), &["b"]))).unwrap();
    let Stage::Late(open) = carried.clone() else { panic!("{carried:?}") };
    assert_eq!(open.clone().freeze(at(9)).unwrap_err(), FreezeError(at(10)));
    let frozen = open.freeze(at(30)).unwrap();
    // The seed of the first list was known by then.
    assert!(frozen.draw(&known("1", 20)).is_err());
    let mut document = late(written, &["b"]);
    document.lists = drawn.lists();
    assert_eq!(Stage::read(&document).unwrap(), carried);
    document.lists = frozen.lists();
    assert_eq!(Stage::read(&document).unwrap(), Stage::Frozen(frozen.clone()));
    assert_eq!(Stage::read(&document).unwrap().problem(), frozen.problem());
}

#[test]
fn a_draw_is_carried_to_the_same_people_only() {
    let written = document("m", &["a", "b"]);
    let drawn = draw(&written, &known("1", 1)).unwrap();
    assert_eq!(drawn.carry(problem(&document("n", &["a", "b"]))).unwrap_err(), CarryError::OtherProblem);
    for ids in [&["a"][..], &["a", "c"], &["a", "b", "c"]] {
        let other = problem(&document("m", ids));
        assert_eq!(drawn.carry(other).unwrap_err(), CarryError::OtherList { list: 1 });
    }
    let mut other = written;
    other.groups.first_mut().unwrap().id = Name::new("train").unwrap();
    other.applicants.iter_mut().for_each(|one| one.choices.clear());
    let Ok(Stage::Drawn(carried)) = drawn.carry(problem(&other)) else { panic!("all are drawn") };
    assert_eq!(order(&carried), order(&drawn));
    // A list that is gone is another list.
    let both = problem(&late(document("m", &["a"]), &["b"])).freeze(at(1)).draw(&known("1", 2)).unwrap();
    let gone = both.carry(problem(&document("m", &["a"])));
    assert_eq!(gone.unwrap_err(), CarryError::OtherList { list: 2 });
}
