//! Finds what changed between two editions of a register.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_civic::{AuthorityKey, CodeScheme, Country, TaskLevel};

use super::flow::{Flow, Pool, flows};
use super::{Change, ChangesError, Entry, Recognised, Register};

/// Which authorities took over from one that ended, as the caller knows it.
pub type Correspondence = BTreeMap<AuthorityKey, BTreeSet<AuthorityKey>>;

/// An authority whatever the year of its code.
type Unit<'e> = (Country, CodeScheme, &'e str);

fn unit(key: &AuthorityKey) -> Unit<'_> {
    (key.country(), key.scheme(), key.code())
}

/// What changed between two editions of a register, ordered. An authority that both have is compared by what
/// both tell of it; who took over from whom is said only where it can be recognised, and with what by: see
/// [`Recognised`].
///
/// - By area, else by residents: the several that ended add up to one that appeared or grew in the same
///   region (or one that ended or shrank to several that appeared), and no other sum has any of them in it. At most four are
///   added up, and of 24 in a region, so that what adds up by chance is not taken for true.
/// - By name: one that ended and one that appeared have the same name, and no other has it.
///
/// What is left has ended, or appeared.
///
/// # Errors
/// [`ChangesError`], if they have other codes, the older is newer, or both are the same edition.
pub fn changes(older: &Register, newer: &Register) -> Result<Vec<Change>, ChangesError> {
    changes_by(older, newer, &Correspondence::new())
}

/// The same, where the caller knows who took over from some of those that ended: that is not guessed at.
///
/// # Errors
/// As [`changes`], and for a correspondence from what did not end or to what is not there.
pub fn changes_by(
    older: &Register,
    newer: &Register,
    known: &Correspondence,
) -> Result<Vec<Change>, ChangesError> {
    if older.scheme() != newer.scheme() {
        return Err(ChangesError::OtherScheme { older: older.scheme(), newer: newer.scheme() });
    }
    if older.edition() == newer.edition() {
        return Err(ChangesError::Same { edition: newer.edition() });
    }
    if older.edition().is_after(newer.edition()) {
        return Err(ChangesError::Reversed { older: older.edition(), newer: newer.edition() });
    }
    let (before, after) = (Side::of(older), Side::of(newer));
    let mut changes = Vec::new();
    changes.extend(before.groups.iter().filter(|(group, _)| !after.groups.contains_key(group)).map(
        |((country, level), authorities)| Change::Unlisted {
            country: *country,
            level: *level,
            authorities: *authorities,
        },
    ));
    changes.extend(after.groups.iter().filter(|(group, _)| !before.groups.contains_key(group)).map(
        |((country, level), authorities)| Change::Listed {
            country: *country,
            level: *level,
            authorities: *authorities,
        },
    ));
    let mut pool = Pool::default();
    for (unit, old) in &before.entries {
        match after.entries.get(unit) {
            Some(new) => {
                compare(old, new, &mut changes);
                pool.both.push((old, new));
            }
            None if after.groups.contains_key(&group(old)) => pool.ended.push(old),
            None => {}
        }
    }
    let appeared = after.entries.iter().filter(|(unit, _)| !before.entries.contains_key(*unit));
    pool.appeared =
        appeared.map(|(_, new)| *new).filter(|new| before.groups.contains_key(&group(new))).collect();
    correspond(known, &after, &mut pool, &mut changes)?;
    for flow in flows(&mut pool) {
        changes.push(told(flow));
    }
    by_name(&mut pool, &mut changes);
    let named = |entry: &Entry| (entry.key().clone(), entry.name().to_owned());
    changes.extend(pool.ended.iter().map(|entry| {
        let (key, name) = named(entry);
        Change::Ended { key, name }
    }));
    changes.extend(pool.appeared.iter().map(|entry| {
        let (key, name) = named(entry);
        Change::Appeared { key, name }
    }));
    changes.sort();
    Ok(changes)
}

/// A register by authority.
struct Side<'r> {
    entries: BTreeMap<Unit<'r>, &'r Entry>,
    /// How many authorities it lists of each country and level.
    groups: BTreeMap<(Country, TaskLevel), u64>,
}

impl<'r> Side<'r> {
    fn of(register: &'r Register) -> Self {
        let entries: BTreeMap<_, _> =
            register.authorities().map(|entry| (unit(entry.key()), entry)).collect();
        let mut groups = BTreeMap::new();
        for entry in entries.values() {
            *groups.entry(group(entry)).or_insert(0) += 1;
        }
        Self { entries, groups }
    }
}

fn group(entry: &Entry) -> (Country, TaskLevel) {
    (entry.key().country(), entry.level())
}

/// What changed of an authority that goes on.
fn compare(old: &Entry, new: &Entry, changes: &mut Vec<Change>) {
    let key = || new.key().clone();
    if old.name() != new.name() {
        changes.push(Change::Renamed { key: key(), from: old.name().to_owned(), to: new.name().to_owned() });
    }
    if let (Some(from), Some(to)) = (old.kind(), new.kind())
        && from != to
    {
        changes.push(Change::OtherKind { key: key(), from, to });
    }
    if let (Some(from), Some(to)) = (old.lies_in(), new.lies_in())
        && from.scheme() == to.scheme()
        && unit(from) != unit(to)
    {
        changes.push(Change::Moved { key: key(), from: from.clone(), to: to.clone() });
    }
}

/// Takes from the pool what the caller knows.
fn correspond(
    known: &Correspondence,
    after: &Side<'_>,
    pool: &mut Pool<'_>,
    changes: &mut Vec<Change>,
) -> Result<(), ChangesError> {
    let mut merged: BTreeMap<&AuthorityKey, BTreeSet<AuthorityKey>> = BTreeMap::new();
    for (from, into) in known {
        if !pool.ended.iter().any(|entry| entry.key() == from) {
            return Err(ChangesError::Correspondence { key: from.clone(), ended: true });
        }
        if let Some(key) =
            into.iter().find(|key| after.entries.get(&unit(key)).is_none_or(|entry| entry.key() != *key))
        {
            return Err(ChangesError::Correspondence { key: key.clone(), ended: false });
        }
        let mut several = into.iter();
        match (several.next(), several.next()) {
            (Some(one), None) => _ = merged.entry(one).or_default().insert(from.clone()),
            (Some(_), Some(_)) => changes.push(Change::Divided {
                from: from.clone(),
                into: into.clone(),
                recognised: Recognised::Correspondence,
            }),
            // That nobody took over is known as well.
            (None, _) => {
                let entry = pool.ended.iter().find(|entry| entry.key() == from);
                let name = entry.map(|entry| entry.name().to_owned()).unwrap_or_default();
                changes.push(Change::Ended { key: from.clone(), name });
            }
        }
    }
    let appeared = |key: &AuthorityKey| pool.appeared.iter().any(|entry| entry.key() == key);
    for (into, ended) in merged {
        let recognised = Recognised::Correspondence;
        let mut several = ended.iter();
        changes.push(match (several.next(), several.next()) {
            (Some(from), None) if appeared(into) => {
                Change::Recoded { from: from.clone(), to: into.clone(), recognised }
            }
            _ => Change::Merged { ended, into: into.clone(), recognised },
        });
    }
    pool.ended.retain(|entry| !known.contains_key(entry.key()));
    pool.appeared.retain(|entry| !known.values().any(|into| into.contains(entry.key())));
    Ok(())
}

fn told(flow: Flow<'_>) -> Change {
    let Flow { one, many, merges, goes_on, recognised } = flow;
    let key = one.key().clone();
    let keys: BTreeSet<AuthorityKey> = many.iter().map(|entry| entry.key().clone()).collect();
    match (many.as_slice(), merges, goes_on) {
        ([from], true, false) => Change::Recoded { from: from.key().clone(), to: key, recognised },
        (_, true, _) => Change::Merged { ended: keys, into: key, recognised },
        (_, false, _) => Change::Divided { from: key, into: keys, recognised },
    }
}

/// Those that ended and appeared under one name that is nobody else's.
fn by_name(pool: &mut Pool<'_>, changes: &mut Vec<Change>) {
    let (ended, appeared) = (named(&pool.ended), named(&pool.appeared));
    let mut gone = BTreeSet::new();
    for (name, ended) in &ended {
        if let ([from], Some([to])) = (ended.as_slice(), appeared.get(name).map(Vec::as_slice)) {
            let (from, to) = (from.key().clone(), to.key().clone());
            gone.extend([from.clone(), to.clone()]);
            changes.push(Change::Recoded { from, to, recognised: Recognised::Name });
        }
    }
    pool.ended.retain(|entry| !gone.contains(entry.key()));
    pool.appeared.retain(|entry| !gone.contains(entry.key()));
}

/// By country, level and name.
fn named<'e>(entries: &[&'e Entry]) -> BTreeMap<(Country, TaskLevel, &'e str), Vec<&'e Entry>> {
    let mut names: BTreeMap<_, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        names.entry((entry.key().country(), entry.level(), entry.name())).or_default().push(entry);
    }
    names
}
