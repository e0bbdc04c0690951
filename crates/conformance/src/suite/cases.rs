//! The cases that one caller alone can tell: atomicity, conflicts, receipts, order, limits, slots
//! (C7, C8, C9).

use guildhall_kernel::serde_json::{
    json,
    value::{RawValue, to_raw_value},
};
use guildhall_kernel::{
    Append, Commit, Encoded, RetentionClass, Slot, SlotId, StageError, StreamId, Uuid, Version,
};

use super::samples::{SCOPE, append, commit, commit_id, erasure, event, slot, stream, stream_in, time};
use super::script::{ALL, Script};
use super::step::{Case, Request};

/// Every case.
///
/// # Errors
/// None in practice: all that is written has a JSON form.
pub(super) fn cases() -> Result<Vec<Case>, StageError> {
    Ok(vec![
        an_empty_store()?,
        whole_or_not_at_all()?,
        any_moved_stream_conflicts()?,
        the_same_commit_again()?,
        an_id_is_used_once()?,
        load_by_version()?,
        feed_by_position()?,
        kept_to_the_letter()?,
        commits_without_events()?,
        a_slot_is_filled_once()?,
        erased_for_good()?,
        erased_among_many()?,
    ])
}

fn an_empty_store() -> Result<Case, StageError> {
    let mut s = Script::new("C7: an empty store answers with nothing");
    s.load(&stream(1), 0, ALL);
    s.feed(None, 0, ALL);
    s.feed(Some(SCOPE), 0, ALL);
    s.ask(Request::Receipt(commit_id(1)));
    s.ask(Request::Reveal(slot(1).id()));
    s.erase(slot(1).id(), &erasure("request"));
    s.ask(Request::Reveal(slot(1).id()));
    s.stores(&commit(1).append(append(&stream(1), 0, &["first"])?)?.private(slot(1), "late")?);
    s.ask(Request::Reveal(slot(1).id()));
    s.ask(Request::Reopen);
    s.look_at_everything();
    Ok(s.end())
}

fn whole_or_not_at_all() -> Result<Case, StageError> {
    let mut s = Script::new("C7: a commit is stored whole or not at all");
    let (a, b, c) = (stream(1), stream(2), stream(3));
    let both = commit(1).append(append(&b, 0, &["b1", "b2"])?)?.append(append(&a, 0, &["a1"])?)?;
    s.stores(&both.private(slot(1), "kept")?);
    s.look_at_everything();
    let late = commit(2).append(append(&a, 1, &["a2"])?)?.append(append(&c, 0, &["c1"])?)?;
    s.conflicts(&late.append(append(&b, 1, &["b3"])?)?.private(slot(2), "never kept")?, &[&b]);
    s.ask(Request::Receipt(commit_id(2)));
    s.ask(Request::Reveal(slot(2).id()));
    s.load(&c, 0, ALL);
    s.look_at_everything();
    let taken = commit(3).append(append(&c, 0, &["c1"])?)?.private(slot(3), "never kept")?;
    s.takes_slot(&taken.private(slot(1), "other")?, slot(1).id());
    s.ask(Request::Receipt(commit_id(3)));
    s.ask(Request::Reveal(slot(3).id()));
    s.load(&c, 0, ALL);
    s.look_at_everything();
    s.ask(Request::Reopen);
    s.look_at_everything();
    // What was refused may be corrected under its id, and leaves no gap behind.
    s.stores(&commit(2).append(append(&a, 1, &["a2"])?)?.private(slot(2), "now kept")?);
    s.look_at_everything();
    Ok(s.end())
}

fn any_moved_stream_conflicts() -> Result<Case, StageError> {
    let mut s = Script::new("C7: any moved stream conflicts, whether read or appended to");
    let (read, grown, empty) = (stream(1), stream(2), stream(3));
    let on = |number, r, g| -> Result<Commit, StageError> {
        commit(number).reading(read.clone(), Version::new(r)).append(append(&grown, g, &["more"])?)
    };
    s.stores(&commit(1).append(append(&read, 0, &["one", "two"])?)?);
    s.conflicts(&on(2, 1, 0)?, &[&read]);
    s.conflicts(&on(2, 3, 0)?, &[&read]);
    s.conflicts(&on(2, u64::MAX, 0)?, &[&read]);
    s.conflicts(&on(2, 2, 1)?, &[&grown]);
    s.conflicts(&on(2, 1, 7)?, &[&read, &grown]);
    s.conflicts(&on(2, 2, u64::MAX)?, &[&grown]);
    s.stores(&on(2, 2, 0)?);
    // A stream that does not exist is read at zero, and that too can move.
    s.stores(&commit(3).reading(empty.clone(), Version::ZERO).append(append(&grown, 1, &["more"])?)?);
    s.stores(&commit(4).append(append(&empty, 0, &["no longer"])?)?);
    let guarded = commit(5).reading(empty.clone(), Version::ZERO).append(append(&grown, 2, &["more"])?)?;
    s.conflicts(&guarded, &[&empty]);
    // Of several reads the last counts as much as the first.
    let reads = [(&read, 2), (&grown, 2), (&empty, 0)];
    let many = reads.iter().fold(commit(6), |c, (s, v)| c.reading((*s).clone(), Version::new(*v)));
    s.conflicts(&many.append(append(&stream(4), 0, &["new"])?)?, &[&empty]);
    // A stream may be read and appended to at once.
    s.stores(&commit(7).reading(grown.clone(), Version::new(2)).append(append(&grown, 2, &["more"])?)?);
    s.conflicts(&commit(8).reading(read.clone(), Version::new(1)), &[&read]);
    s.look_at_everything();
    Ok(s.end())
}

fn the_same_commit_again() -> Result<Case, StageError> {
    let mut s = Script::new("C7: the same commit again gives the same receipt and stores nothing");
    let (a, b) = (stream(1), stream(2));
    let first = commit(1).reading(b.clone(), Version::ZERO).append(append(&a, 0, &["a1", "a2"])?)?;
    let first = first.private(slot(1), "kept")?;
    s.stores(&first);
    s.stores(&first);
    s.ask(Request::Receipt(commit_id(1)));
    s.stores(&commit(2).append(append(&b, 0, &["b1"])?)?.append(append(&a, 2, &["a3"])?)?);
    // By now both of its streams have moved.
    s.stores(&first);
    s.ask(Request::Reopen);
    s.stores(&first);
    s.ask(Request::Receipt(commit_id(1)));
    s.erase(slot(1).id(), &erasure("request"));
    s.stores(&first);
    s.ask(Request::Reveal(slot(1).id()));
    s.look_at_everything();
    Ok(s.end())
}

fn an_id_is_used_once() -> Result<Case, StageError> {
    let mut s = Script::new("C7: an id with other content is refused, even where it would conflict");
    let a = stream(1);
    let by = commit(1).by();
    let first = || commit(1).append(append(&a, 0, &["a1"])?)?.private(slot(1), "kept");
    s.stores(&first()?);
    s.reuses_id(&commit(1).append(append(&a, 1, &["a2"])?)?);
    s.reuses_id(&commit(1).append(append(&a, 0, &["other"])?)?.private(slot(1), "kept")?);
    s.reuses_id(&commit(1).append(append(&a, 0, &["a1"])?)?);
    s.reuses_id(&commit(1).append(append(&a, 0, &["a1"])?)?.private(slot(1), "other")?);
    s.reuses_id(&commit(1).append(append(&a, 0, &["a1"])?)?.private(slot(2), "kept")?);
    let class = Slot::new(slot(1).id(), RetentionClass::FreeText);
    s.reuses_id(&commit(1).append(append(&a, 0, &["a1"])?)?.private(class, "kept")?);
    s.reuses_id(&first()?.reading(stream(2), Version::ZERO));
    s.reuses_id(&commit(1).append(append(&stream(2), 0, &["a1"])?)?.private(slot(1), "kept")?);
    let later = Commit::new(commit_id(1), time(1_560_412_800, 123_456_790), by);
    s.reuses_id(&later.append(append(&a, 0, &["a1"])?)?.private(slot(1), "kept")?);
    let nobody = Commit::new(commit_id(1), commit(1).at(), None);
    s.reuses_id(&nobody.append(append(&a, 0, &["a1"])?)?.private(slot(1), "kept")?);
    s.reuses_id(&commit(1));
    s.stores(&first()?);
    s.look_at_everything();
    Ok(s.end())
}

fn load_by_version() -> Result<Case, StageError> {
    let mut s = Script::new("C7: load gives one stream by version, limited, without a hole");
    let (a, b) = (stream(1), stream(2));
    for round in 0..5 {
        let next = commit(round.into()).append(append(&b, round, &["b"])?)?;
        s.stores(&next.append(append(&a, round.saturating_mul(2), &["a", "a again"])?)?);
    }
    for after in [0, 1, 4, 9, 10, 11, u64::MAX] {
        for limit in [0, 1, 3, ALL, usize::MAX] {
            s.load(&a, after, limit);
        }
    }
    // Same id, other kind or scope: other streams.
    s.load(&StreamId::new("other", a.scope(), a.id()), 0, ALL);
    s.load(&stream_in(9, 1), 0, ALL);
    s.stores(&commit(90).append(append(&stream_in(9, 1), 0, &["elsewhere"])?)?);
    let kind = StreamId::new("other", a.scope(), a.id());
    s.stores(&commit(91).append(append(&kind, 0, &["of another kind"])?)?);
    s.look_at_everything();
    Ok(s.end())
}

fn feed_by_position() -> Result<Case, StageError> {
    let mut s = Script::new("C7: feed gives all events by position, or those of a scope");
    let (a, b) = (stream_in(1, 1), stream_in(2, 2));
    for round in 0..4 {
        let next = commit(round.into()).append(append(&a, round, &["a"])?)?;
        s.stores(&next.append(append(&b, round.saturating_mul(2), &["b", "b again"])?)?);
        s.conflicts(&commit(50).append(append(&a, 0, &["refused"])?)?, &[&a]);
    }
    for scope in [None, Some(a.scope()), Some(b.scope()), Some(Uuid::nil())] {
        for after in [0, 1, 5, 11, 12, 13, u64::MAX] {
            for limit in [0, 1, 4, ALL, usize::MAX] {
                s.feed(scope, after, limit);
            }
        }
    }
    s.ask(Request::Reopen);
    s.stores(&commit(60).append(append(&a, 4, &["after reopening"])?)?);
    s.look_at_everything();
    Ok(s.end())
}

fn kept_to_the_letter() -> Result<Case, StageError> {
    let mut s = Script::new("C7: events, times and actors are kept to the letter");
    let odd = StreamId::new("vozlišče \"'%_\\", Uuid::max(), Uuid::nil());
    let values = [
        json!(null),
        json!({"z": 1, "a": [1.0, -0.5, 1e300, u64::MAX, i64::MIN], "": {"\u{0}": "\u{1f}\u{2028}"}}),
        json!("Žarko ﷽ 中文 👩‍🏫 ' \" \\ %"),
        json!("long ".repeat(60_000)),
    ];
    let letters = RawValue::from_string("{ \"b\" : 1 ,\n\"a\":1.10 }".to_owned())?;
    let spaced = Encoded::new("spaced", 1, letters);
    let mut events = vec![spaced, event("plain")?];
    for (value, version) in values.iter().zip([1, 2, 255, u16::MAX]) {
        events.push(Encoded::new("kept", version, to_raw_value(value)?));
    }
    let times = [
        time(0, 0),
        time(-1, 999_999_999),
        time(253_402_300_799, 999_999_999),
        time(-62_135_596_800, 1),
        time(1_483_228_799, 1_500_000_000),
    ];
    for (number, at) in (1_u32..).zip(times) {
        let next = Commit::new(commit_id(number.into()), at, None);
        let grown = stream(number.into());
        s.stores(&next.append(Append { stream: grown, expected: Version::ZERO, events: events.clone() })?);
    }
    let nobody_else = Commit::new(commit_id(99), time(1, 1), Some(Uuid::nil().into()));
    s.stores(&nobody_else.append(Append { stream: odd, expected: Version::ZERO, events })?);
    s.look_at_everything();
    s.ask(Request::Reopen);
    s.look_at_everything();
    Ok(s.end())
}

fn commits_without_events() -> Result<Case, StageError> {
    let mut s = Script::new("C7: a commit without events is stored too, at the position before it");
    s.stores(&commit(1));
    s.stores(&commit(2).append(append(&stream(1), 0, &["one", "two"])?)?);
    s.stores(&commit(3).reading(stream(1), Version::new(2)));
    s.stores(&commit(4).private(slot(4), "alone")?);
    s.stores(&commit(5).append(append(&stream(1), 2, &["three"])?)?);
    s.stores(&commit(1));
    s.stores(&commit(3).reading(stream(1), Version::new(2)));
    s.look_at_everything();
    s.ask(Request::Reopen);
    s.look_at_everything();
    Ok(s.end())
}

fn a_slot_is_filled_once() -> Result<Case, StageError> {
    let mut s = Script::new("C7: a slot is filled once, in the commit that names it");
    let classes = (1_u128..).zip(RetentionClass::ALL);
    let mut filled = commit(1).append(append(&stream(1), 0, &["carries slots"])?)?;
    for (number, class) in classes {
        let slot = Slot::new(SlotId::new(Uuid::from_u128(number)), class);
        filled = filled.private(slot, &json!({"text": "Žiga ' \" \u{0}", "number": number.to_string()}))?;
    }
    s.stores(&filled.private(slot(99), &"long ".repeat(20_000))?);
    s.look_at_everything();
    s.takes_slot(&commit(2).private(slot(1), "again")?, slot(1).id());
    s.erase(slot(1).id(), &erasure("period_over"));
    s.takes_slot(&commit(2).private(slot(1), "after the erasure")?, slot(1).id());
    s.ask(Request::Reopen);
    s.takes_slot(&commit(2).private(slot(1), "after the erasure")?, slot(1).id());
    s.look_at_everything();
    Ok(s.end())
}

fn erased_for_good() -> Result<Case, StageError> {
    let mut s = Script::new("C9: an erased slot says so, every event reads as before, no copy is left");
    let content = "Canary Kanarček, Slepa ulica 7";
    let named = commit(1).append(append(&stream(1), 0, &["submitted", "noted"])?)?;
    s.stores(&named.private(slot(1), content)?.private(slot(2), "Somebody else")?);
    s.ask(Request::Copies(content.to_owned()));
    s.erase(slot(1).id(), &erasure("request"));
    s.ask(Request::Copies(content.to_owned()));
    s.ask(Request::Copies("Somebody else".to_owned()));
    s.look_at_everything();
    s.erase(slot(1).id(), &erasure("period_over"));
    s.erase(slot(3).id(), &erasure("request"));
    s.ask(Request::Reveal(slot(3).id()));
    let by_nobody = guildhall_kernel::Erasure { at: time(-1, 999_999_999), by: None, ground: "".into() };
    s.erase(slot(2).id(), &by_nobody);
    s.look_at_everything();
    s.ask(Request::Reopen);
    s.ask(Request::Copies(content.to_owned()));
    s.look_at_everything();
    Ok(s.end())
}

/// Contents of all sizes, erased in another order than they came: what a page or a log keeps behind
/// after moving things about shows here.
fn erased_among_many() -> Result<Case, StageError> {
    let mut s = Script::new("C9: no copy is left behind when contents of all sizes come and go");
    let count = 120_u64;
    // The canary over and over, so that every part of a content that is left behind can be seen.
    let content = |n: u64| {
        let times = n.wrapping_mul(2_654_435_761) % if n.is_multiple_of(5) { 400 } else { 24 };
        format!("Canary-{n:04}-").repeat(usize::try_from(times).unwrap_or_default().saturating_add(1))
    };
    for n in 0..count {
        let next = commit(n.into()).append(append(&stream(1), n, &["carries a slot"])?)?;
        s.stores(&next.private(slot(u128::from(n) | 0x510_0000), &content(n))?);
    }
    // 67 is coprime to the count, so that every slot has its turn.
    for turn in 0..count {
        let n = turn.wrapping_mul(67) % count;
        s.erase(slot(u128::from(n) | 0x510_0000).id(), &erasure("period_over"));
        s.ask(Request::Copies(format!("Canary-{n:04}-")));
        let next = commit(u128::from(turn) | 0x1000).append(append(&stream(2), turn, &["meanwhile"])?)?;
        s.stores(&next);
    }
    for n in 0..count {
        s.ask(Request::Copies(format!("Canary-{n:04}-")));
    }
    s.feed(None, 0, ALL);
    Ok(s.end())
}
