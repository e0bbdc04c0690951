//! Changes between two editions, against a model that makes them: what was planted is found, all of it and
//! nothing else, and who took over from whom is never guessed.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use guildhall_civic::{AuthorityKey, AuthorityKind, CodeScheme, Country, TaskLevel, Vintage};
use guildhall_interchange::registers::{
    Change, ChangesError, Correspondence, Edition, Entry, Recognised, Register, changes, changes_by,
};
use proptest::prelude::*;
use proptest::sample::select;

fn vintage(year: u16) -> Vintage {
    Vintage::new(year).unwrap()
}

fn key(code: usize, year: u16) -> AuthorityKey {
    let code = format!("A{code:04}");
    AuthorityKey::new("FR".parse::<Country>().unwrap(), CodeScheme::Lau, &code, Some(vintage(year))).unwrap()
}

fn region(nth: usize, year: u16) -> AuthorityKey {
    let code = ["FR101", "FR102", "FR103", "FR104"][nth % 4];
    AuthorityKey::new("FR".parse::<Country>().unwrap(), CodeScheme::Nuts, code, Some(vintage(year))).unwrap()
}

/// What the model does to one authority.
#[derive(Clone, Copy, Debug)]
enum Plan {
    Keep,
    Rename,
    Kind,
    Move,
    End,
    Appear,
    /// Ends, with the number of those that end with it, in one that is new or that goes on.
    Merge {
        with: usize,
        new: bool,
    },
    /// Is divided into so many new ones, or gives them away.
    Divide {
        into: usize,
        goes_on: bool,
    },
    Recode {
        by_name: bool,
    },
}

fn plan() -> impl Strategy<Value = Plan> {
    prop_oneof![
        4 => Just(Plan::Keep),
        1 => select(vec![Plan::Rename, Plan::Kind, Plan::Move, Plan::End, Plan::Appear]),
        1 => (1usize..4, any::<bool>()).prop_map(|(with, new)| Plan::Merge { with, new }),
        1 => (1usize..4, any::<bool>()).prop_map(|(into, goes_on)| Plan::Divide { into, goes_on }),
        1 => any::<bool>().prop_map(|by_name| Plan::Recode { by_name }),
    ]
}

/// Two editions that are made together with what changes between them.
struct Model {
    /// Whether figures are areas, or numbers of residents.
    areas: bool,
    next: usize,
    before: Vec<Entry>,
    after: Vec<Entry>,
    changes: Vec<Change>,
}

const OLD: u16 = 2019;
const NEW: u16 = 2021;

impl Model {
    /// A figure of which no sum is another sum of others: twice as large as the one before.
    fn next(&mut self) -> (usize, u64) {
        self.next += 1;
        (self.next, 1000 << self.next)
    }

    fn entry(&self, code: usize, year: u16, at: usize, figure: u64) -> Entry {
        let entry = Entry::new(key(code, year), TaskLevel::Commune, format!("Unit {code}"), 1);
        let entry = entry.of_kind(AuthorityKind::Municipality).lying_in(region(at, year));
        if self.areas { entry.with_area_m2(Some(figure)) } else { entry.with_population(Some(figure)) }
    }

    fn recognised(&self, figure: u64) -> Recognised {
        match self.areas {
            true => Recognised::Area { sum_m2: figure, one_m2: figure },
            false => Recognised::Population { people: figure },
        }
    }

    fn grow(&mut self, plan: Plan, at: usize) {
        let (code, figure) = self.next();
        let old = self.entry(code, OLD, at, figure);
        let new = self.entry(code, NEW, at, figure);
        let name = || format!("Unit {code}");
        match plan {
            Plan::Keep => {
                self.before.push(old);
                self.after.push(new);
            }
            Plan::Rename => {
                self.before.push(old);
                let renamed =
                    Entry::new(key(code, NEW), TaskLevel::Commune, "Renamed", 1).lying_in(region(at, NEW));
                self.after.push(renamed);
                self.changes.push(Change::Renamed {
                    key: key(code, NEW),
                    from: name(),
                    to: "Renamed".to_owned(),
                });
            }
            Plan::Kind => {
                self.before.push(old);
                self.after.push(new.of_kind(AuthorityKind::CityMunicipality));
                let (from, to) = (AuthorityKind::Municipality, AuthorityKind::CityMunicipality);
                self.changes.push(Change::OtherKind { key: key(code, NEW), from, to });
            }
            Plan::Move => {
                self.before.push(old);
                self.after.push(new.lying_in(region(at + 1, NEW)));
                let (from, to) = (region(at, OLD), region(at + 1, NEW));
                self.changes.push(Change::Moved { key: key(code, NEW), from, to });
            }
            Plan::End => {
                self.before.push(old);
                self.changes.push(Change::Ended { key: key(code, OLD), name: name() });
            }
            Plan::Appear => {
                self.after.push(new);
                self.changes.push(Change::Appeared { key: key(code, NEW), name: name() });
            }
            Plan::Merge { with, new: is_new } => self.merge(code, figure, at, with, is_new),
            Plan::Divide { into, goes_on } => self.divide(code, figure, at, into, goes_on),
            Plan::Recode { by_name } => {
                let (to, other) = self.next();
                let figure = if by_name { other } else { figure };
                let successor = self.entry(to, NEW, at, figure);
                let named =
                    Entry::new(key(to, NEW), TaskLevel::Commune, name(), 1).lying_in(region(at + 1, NEW));
                self.before.push(old);
                self.after.push(if by_name { named } else { successor });
                let recognised = if by_name { Recognised::Name } else { self.recognised(figure) };
                self.changes.push(Change::Recoded { from: key(code, OLD), to: key(to, NEW), recognised });
            }
        }
    }

    fn merge(&mut self, code: usize, figure: u64, at: usize, with: usize, is_new: bool) {
        let mut ended = BTreeSet::new();
        let mut sum = 0;
        // One alone would be a new code for the same.
        for _ in 0..with.max(if is_new { 2 } else { 1 }) {
            let (code, figure) = self.next();
            self.before.push(self.entry(code, OLD, at, figure));
            ended.insert(key(code, OLD));
            sum += figure;
        }
        if is_new {
            self.after.push(self.entry(code, NEW, at, sum));
        } else {
            self.before.push(self.entry(code, OLD, at, figure));
            self.after.push(self.entry(code, NEW, at, figure + sum));
        }
        let recognised = self.recognised(sum);
        self.changes.push(Change::Merged { ended, into: key(code, NEW), recognised });
    }

    fn divide(&mut self, code: usize, figure: u64, at: usize, into: usize, goes_on: bool) {
        let mut parts = BTreeSet::new();
        let mut sum = 0;
        for _ in 0..into.max(if goes_on { 1 } else { 2 }) {
            let (part, figure) = self.next();
            self.after.push(self.entry(part, NEW, at, figure));
            parts.insert(key(part, NEW));
            sum += figure;
        }
        let recognised = self.recognised(sum);
        let from = if goes_on {
            self.before.push(self.entry(code, OLD, at, figure + sum));
            self.after.push(self.entry(code, NEW, at, figure));
            key(code, OLD)
        } else {
            self.before.push(self.entry(code, OLD, at, sum));
            key(code, OLD)
        };
        self.changes.push(Change::Divided { from, into: parts, recognised });
    }

    fn register(&self, entries: &[Entry], year: u16, order: usize) -> Register {
        let mut entries = entries.to_vec();
        let middle = order % entries.len().max(1);
        entries.rotate_left(middle);
        Register::new(CodeScheme::Lau, Edition::Of(vintage(year)), entries.into_iter().map(Ok))
    }
}

proptest! {
    #[test]
    fn what_was_planted_is_found_and_nothing_else(
        plans in prop::collection::vec((plan(), 0usize..3), 0..9),
        areas in any::<bool>(),
        order in 0usize..20,
    ) {
        let mut model = Model { areas, next: 0, before: Vec::new(), after: Vec::new(), changes: Vec::new() };
        // Both editions list some authority that stays.
        model.grow(Plan::Keep, 0);
        plans.into_iter().for_each(|(plan, at)| model.grow(plan, at));
        let (before, after) = (model.register(&model.before, OLD, order), model.register(&model.after, NEW, order / 2));
        let found = changes(&before, &after).unwrap();
        model.changes.sort();
        prop_assert_eq!(&found, &model.changes);
        for change in &found {
            let json = serde_json::to_value(change).unwrap();
            let schema = schemars::schema_for!(Change);
            prop_assert!(jsonschema::is_valid(schema.as_value(), &json));
            prop_assert_eq!(&serde_json::from_value::<Change>(json).unwrap(), change);
        }
    }
}

#[test]
fn a_name_that_two_have_says_nothing() {
    let recoded = |before: &[(usize, &str, u64)], after: &[(usize, &str, u64)]| {
        let found = changes(&list(OLD, before), &list(NEW, after)).unwrap();
        found.iter().any(|change| matches!(change, Change::Recoded { recognised: Recognised::Name, .. }))
    };
    assert!(recoded(&[(1, "A", 10)], &[(2, "A", 90)]));
    assert!(!recoded(&[(1, "A", 10), (3, "A", 40)], &[(2, "A", 90)]));
    assert!(!recoded(&[(1, "A", 10)], &[(2, "A", 90), (3, "A", 60)]));
}

#[test]
fn what_adds_up_one_way_as_a_merger_and_another_as_a_division_is_not_guessed() {
    let kinds = |before: &[(usize, &str, u64)], after: &[(usize, &str, u64)]| {
        let found = changes(&list(OLD, before), &list(NEW, after)).unwrap();
        let alone = |change: &Change| matches!(change, Change::Ended { .. } | Change::Appeared { .. });
        (found.len(), found.iter().all(alone))
    };
    // E is A by another code, or C and D together.
    assert_eq!(kinds(&[(1, "A", 500), (3, "C", 200), (4, "D", 300)], &[(5, "E", 500)]), (4, true));
    // E came of C and D, or with F of A.
    let before = [(1, "A", 600), (3, "C", 200), (4, "D", 300)];
    assert_eq!(kinds(&before, &[(5, "E", 500), (6, "F", 100)]), (5, true));
    // Without C, it came of A.
    assert_eq!(kinds(&before[..1], &[(5, "E", 500), (6, "F", 100)]), (1, false));
}

/// An edition of units `(code, name, area)` in one region.
fn list(year: u16, units: &[(usize, &str, u64)]) -> Register {
    let entries = units.iter().map(|(code, name, area)| {
        let entry = Entry::new(key(*code, year), TaskLevel::Commune, *name, 1).lying_in(region(0, year));
        Ok(entry.with_area_m2(Some(*area)))
    });
    Register::new(CodeScheme::Lau, Edition::Of(vintage(year)), entries)
}

#[test]
fn what_adds_up_in_two_ways_is_not_guessed() {
    let before = list(OLD, &[(1, "A", 500), (2, "B", 500), (3, "C", 9_000)]);
    let after = list(NEW, &[(3, "C", 9_500), (4, "D", 700)]);
    let ended = |code, name: &str| Change::Ended { key: key(code, OLD), name: name.to_owned() };
    let appeared = Change::Appeared { key: key(4, NEW), name: "D".to_owned() };
    assert_eq!(changes(&before, &after).unwrap(), [appeared.clone(), ended(1, "A"), ended(2, "B")]);
    // Told, it is known and not recognised; that nobody took over is known as well.
    let known = Correspondence::from([(key(1, OLD), [key(3, NEW)].into()), (key(2, OLD), BTreeSet::new())]);
    let merged = Change::Merged {
        ended: [key(1, OLD)].into(),
        into: key(3, NEW),
        recognised: Recognised::Correspondence,
    };
    assert_eq!(changes_by(&before, &after, &known).unwrap(), [appeared, ended(2, "B"), merged]);
}

#[test]
fn a_commune_that_went_to_its_neighbours_is_divided_among_them_if_one_says_so() {
    let before = list(OLD, &[(1, "Ostrowica", 160), (2, "A", 1_000), (3, "B", 1_000)]);
    let after = list(NEW, &[(2, "A", 1_100), (3, "B", 1_060)]);
    let known = Correspondence::from([(key(1, OLD), [key(2, NEW), key(3, NEW)].into())]);
    let into = [key(2, NEW), key(3, NEW)].into();
    let recognised = Recognised::Correspondence;
    let divided = Change::Divided { from: key(1, OLD), into, recognised };
    assert_eq!(changes_by(&before, &after, &known).unwrap(), [divided]);
}

#[test]
fn areas_that_were_measured_anew_are_no_merger() {
    let before = list(OLD, &[(1, "A", 16_000_000), (2, "B", 9_000_000)]);
    let after = list(NEW, &[(1, "A", 16_000_900), (2, "B", 8_999_100)]);
    assert_eq!(changes(&before, &after).unwrap(), []);
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let (old, new) = (list(OLD, &[(1, "A", 1)]), list(NEW, &[(1, "A", 1)]));
    let on = Edition::On(NaiveDate::from_ymd_opt(2024, 1, 1).unwrap());
    let terc = Register::new(CodeScheme::Terc, on, []);
    assert!(matches!(changes(&old, &terc), Err(ChangesError::OtherScheme { .. })));
    let refused = changes(&new, &old).unwrap_err();
    assert_eq!(refused.to_string(), "the register as of 2019 is not newer than the one as of 2021");
    // Two editions of a year are told apart by their days, and one edition is no two.
    let on = |month| {
        let day = NaiveDate::from_ymd_opt(2024, month, 1).unwrap();
        Register::new(CodeScheme::Terc, Edition::On(day), [])
    };
    let of = Register::new(CodeScheme::Terc, Edition::Of(vintage(2024)), []);
    assert_eq!(changes(&on(1), &on(7)), Ok(vec![]));
    let refused = changes(&on(7), &on(1)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the register as of 2024-01-01 is not newer than the one as of 2024-07-01"
    );
    assert!(changes(&of, &on(1)).is_ok() && changes(&on(7), &of).is_ok());
    for one in [&of, &on(1)] {
        assert!(matches!(changes(one, one), Err(ChangesError::Same { .. })));
    }
    let known = Correspondence::from([(key(1, OLD), BTreeSet::new())]);
    let refused = changes_by(&old, &new, &known).unwrap_err();
    assert_eq!(refused.to_string(), "the correspondence names `FR:lau:A0001@2019`, which did not end");
    let known = Correspondence::from([(key(1, OLD), [key(9, NEW)].into())]);
    let refused = changes_by(&old, &list(NEW, &[(2, "B", 7)]), &known).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the correspondence names `FR:lau:A0009@2021`, which is not in the newer register"
    );
}

#[test]
fn a_country_that_a_list_leaves_out_has_not_ended() {
    let kosovo = |year| {
        let country: Country = "XK".parse().unwrap();
        AuthorityKey::new(country, CodeScheme::Lau, "01", Some(vintage(year))).unwrap()
    };
    let entries = |year: u16, more: bool| {
        let more = more.then(|| Entry::new(kosovo(year), TaskLevel::Commune, "X", 2));
        let both = [Entry::new(key(1, year), TaskLevel::Commune, "A", 1)].into_iter().chain(more).map(Ok);
        Register::new(CodeScheme::Lau, Edition::Of(vintage(year)), both)
    };
    let country = "XK".parse().unwrap();
    let (level, authorities) = (TaskLevel::Commune, 1);
    assert_eq!(
        changes(&entries(OLD, true), &entries(NEW, false)).unwrap(),
        [Change::Unlisted { country, level, authorities }]
    );
    assert_eq!(
        changes(&entries(OLD, false), &entries(NEW, true)).unwrap(),
        [Change::Listed { country, level, authorities }]
    );
}
