//! Random histories: several callers with views of different age commit, repeat themselves, read and
//! erase; after each step the store answers as the naive reference does (C7, C9).

use guildhall_kernel::{Commit, Position, StageError, Version};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

use super::builder::StoreBuilder;
use super::model::Model;
use super::run::Subject;
use super::samples::{append, commit, commit_id, erasure, slot, stream, stream_in};
use super::{Failure, Request};

pub(crate) const NAME: &str = "C7, C9: random histories agree with the naive reference";

/// One thing that somebody does. Small numbers, so that they meet often.
#[derive(Clone, Debug)]
enum Act {
    Commit { id: u8, appends: Vec<(u8, u8, u8)>, reads: Vec<(u8, u8)>, slot: Option<(u8, u8)> },
    Repeat(u8),
    Load { stream: u8, after: u8, limit: u8 },
    Feed { scope: Option<bool>, after: u8, limit: u8 },
    Receipt(u8),
    Reveal(u8),
    Erase(u8),
    Reopen,
}

/// Mostly up to date, sometimes some events behind.
fn behind() -> impl Strategy<Value = u8> {
    prop_oneof![9 => Just(0_u8), 1 => 0..3_u8]
}

fn act() -> impl Strategy<Value = Act> {
    let appends = proptest::collection::vec((0..6_u8, behind(), 1..4_u8), 0..3);
    let reads = proptest::collection::vec((0..6_u8, behind()), 0..3);
    let slot = proptest::option::weighted(0.3, (0..30_u8, 0..2_u8));
    prop_oneof![
        12 => (any::<u8>(), appends, reads, slot)
            .prop_map(|(id, appends, reads, slot)| Act::Commit { id, appends, reads, slot }),
        2 => any::<u8>().prop_map(Act::Repeat),
        3 => (0..6_u8, 0..20_u8, 0..20_u8).prop_map(|(stream, after, limit)| Act::Load { stream, after, limit }),
        3 => (any::<Option<bool>>(), 0..60_u8, 0..20_u8)
            .prop_map(|(scope, after, limit)| Act::Feed { scope, after, limit }),
        1 => any::<u8>().prop_map(Act::Receipt),
        2 => (0..30_u8).prop_map(Act::Reveal),
        1 => (0..30_u8).prop_map(Act::Erase),
        1 => Just(Act::Reopen),
    ]
}

/// Streams 0 to 2 share the scope, 3 to 5 another one.
fn numbered(number: u8) -> guildhall_kernel::StreamId {
    if number < 3 { stream(number.into()) } else { stream_in(2, number.into()) }
}

/// The request that an act amounts to, given what has happened so far.
fn request(act: &Act, model: &Model) -> Result<Request, StageError> {
    let seen = |number: u8, behind: u8| {
        let version = model.version(&numbered(number)).get();
        version.saturating_sub(behind.into())
    };
    Ok(match act {
        Act::Commit { id, appends, reads, slot: filled } => {
            let mut next: Commit = commit((*id).into());
            for (number, behind) in reads {
                next = next.reading(numbered(*number), Version::new(seen(*number, *behind)));
            }
            for (number, behind, count) in appends {
                let texts: Vec<_> = (0..*count).map(|nth| format!("{id}.{nth}")).collect();
                let texts: Vec<_> = texts.iter().map(String::as_str).collect();
                let more = append(&numbered(*number), seen(*number, *behind), &texts)?;
                if !next.appends().iter().any(|other| other.stream == more.stream) {
                    next = next.append(more)?;
                }
            }
            if let Some((number, content)) = filled {
                next = next.private(slot((*number).into()), &format!("content {content} of {number}"))?;
            }
            Request::Commit(next)
        }
        Act::Repeat(which) => {
            let stored = model.commits();
            let index = usize::from(*which).checked_rem(stored.len()).unwrap_or_default();
            match stored.get(index) {
                Some((stored, _)) => Request::Commit(stored.clone()),
                None => Request::Receipt(commit_id((*which).into())),
            }
        }
        Act::Load { stream, after, limit } => Request::Load {
            stream: numbered(*stream),
            after: Version::new((*after).into()),
            limit: (*limit).into(),
        },
        Act::Feed { scope, after, limit } => Request::Feed {
            scope: scope.map(|other| numbered(if other { 3 } else { 0 }).scope()),
            after: Position::new((*after).into()),
            limit: (*limit).into(),
        },
        Act::Receipt(id) => Request::Receipt(commit_id((*id).into())),
        Act::Reveal(number) => Request::Reveal(slot((*number).into()).id()),
        Act::Erase(number) => {
            Request::Erase(slot((*number).into()).id(), erasure(&format!("ground_{number}")))
        }
        Act::Reopen => Request::Reopen,
    })
}

/// Runs `cases` random histories, each on a fresh store; a history that fails is shrunk first.
pub(crate) fn agrees_with_reference<B: StoreBuilder>(builder: &B, cases: u32) -> Result<(), Failure> {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 500, ..Config::default() };
    let histories = proptest::collection::vec(act(), 1..60);
    TestRunner::new(config).run(&histories, |history| one(builder, &history)).map_err(|error| match error {
        TestError::Fail(reason, history) => {
            Failure::new(NAME, format!("the end of the history {history:#?}"), "the reference", reason)
        }
        TestError::Abort(reason) => Failure::new(NAME, "the beginning", "a run", reason),
    })
}

fn one<B: StoreBuilder>(builder: &B, history: &[Act]) -> Result<(), TestCaseError> {
    let failed = |reason: String| TestCaseError::fail(reason);
    let mut subject = Subject::new(builder, NAME).map_err(|failure| failed(failure.to_string()))?;
    let mut model = Model::default();
    let mut examine = |model: &mut Model, request: &Request| {
        let (expected, answer) = (model.answer(request), subject.answer(request));
        if expected.allows(&answer) {
            return Ok(());
        }
        Err(failed(format!("{answer}\n  where {request} has to answer {expected}")))
    };
    for act in history {
        let request = request(act, &model).map_err(|error| failed(error.to_string()))?;
        examine(&mut model, &request)?;
    }
    let everything = Request::Feed { scope: None, after: Position::ZERO, limit: usize::MAX };
    examine(&mut model, &everything)
}
