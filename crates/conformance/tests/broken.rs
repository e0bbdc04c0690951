//! The suite can fail: a sound little store passes it, and each single fault in that store is caught.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Arc, Mutex};

use guildhall_conformance::{BuildError, Failure, StoreBuilder, Suite};
use guildhall_kernel::{
    Commit, CommitError, CommitId, Confidential, Conflict, Erasure, Position, Receipt, Recorded, Revealed,
    SlotId, Store, StoreError, StreamId, Time, Uuid, Vault, Version,
};

/// What is wrong with the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    IgnoresReads,
    ChecksOneReadOnly,
    IgnoresExpectedVersions,
    NamesNoStreamOfTheConflict,
    ForgetsRepeats,
    TakesReusedIds,
    TakesRepeatsWithOtherContent,
    RefusesRepeatsAfterErasure,
    ConflictsBeforeItLooksAtTheId,
    LeavesEventsOfRefused,
    LeavesSlotsOfRefused,
    LeavesReceiptsOfRefused,
    CountsRefusedInPositions,
    SkipsPositions,
    FeedsEverythingForAScope,
    FeedsFromThePositionOn,
    FeedIgnoresLimit,
    LoadIgnoresLimit,
    LoadsByIdAlone,
    LosesNanoseconds,
    LosesActors,
    ReformatsEvents,
    UnsortedReceipts,
    EmptyCommitsAtZero,
    OverwritesSlots,
    RefillsErasedSlots,
    RevealsErased,
    LeavesACopyOfErased,
    ErasesUnknownSlots,
    LastErasureCounts,
    ErasesEventsToo,
    LosesTheLastCommitOnReopening,
    LosesReceiptsOnReopening,
    LooksBeforeItLeaps,
    ShowsLaterEventsFirst,
}

#[derive(Default)]
struct State {
    log: Vec<Recorded>,
    position: u64,
    commits: Vec<(Commit, Receipt)>,
    slots: Vec<(SlotId, Revealed)>,
}

/// What the store writes besides memory.
type Disk = Arc<Mutex<Vec<(SlotId, String)>>>;

struct Little {
    fault: Fault,
    state: Mutex<State>,
    disk: Disk,
}

impl State {
    fn version(&self, stream: &StreamId) -> Version {
        Version::new(self.log.iter().filter(|e| e.stream == *stream).count().try_into().unwrap())
    }

    fn refusal(&self, fault: Fault, commit: &Commit) -> Option<CommitError> {
        let reads = commit.reads().iter().cloned();
        let reads = reads.take(match fault {
            Fault::IgnoresReads => 0,
            Fault::ChecksOneReadOnly => 1,
            _ => usize::MAX,
        });
        let appends = commit.appends().iter().map(|a| (a.stream.clone(), a.expected));
        let appends = appends.filter(|_| fault != Fault::IgnoresExpectedVersions);
        for (stream, expected) in reads.chain(appends) {
            let actual = self.version(&stream);
            if actual != expected {
                let wrong = StreamId::new("somewhere", Uuid::nil(), Uuid::nil());
                let stream = if fault == Fault::NamesNoStreamOfTheConflict { wrong } else { stream };
                return Some(Conflict { stream, expected, actual }.into());
            }
        }
        let filled = |id| {
            self.slots.iter().any(|(slot, held)| {
                let erased = matches!(held, Revealed::Erased(_));
                *slot == id && !(erased && fault == Fault::RefillsErasedSlots)
            })
        };
        let mut slots = commit.privates().iter().map(|private| private.slot().id());
        slots.find(|id| filled(*id) && fault != Fault::OverwritesSlots).map(CommitError::SlotTaken)
    }

    fn repeats(&self, fault: Fault, stored: &Commit, commit: &Commit) -> bool {
        let same = |(old, new): (&guildhall_kernel::Private, &guildhall_kernel::Private)| {
            let erased = self
                .slots
                .iter()
                .any(|(s, held)| *s == old.slot().id() && matches!(held, Revealed::Erased(_)));
            if erased && fault == Fault::RefusesRepeatsAfterErasure {
                return false;
            }
            erased || old.content() == new.content() || fault == Fault::TakesRepeatsWithOtherContent
        };
        stored.fingerprint() == commit.fingerprint()
            && stored.privates().iter().zip(commit.privates()).all(same)
    }

    fn write(&mut self, fault: Fault, commit: &Commit) -> Receipt {
        let events = commit.appends().iter().flat_map(|a| a.events.iter().map(|event| (&a.stream, event)));
        for (stream, event) in events {
            self.position += if fault == Fault::SkipsPositions { 2 } else { 1 };
            let json = event.json().get();
            let compact = || serde_json::from_str::<serde_json::Value>(json).unwrap().to_string();
            let event = if fault == Fault::ReformatsEvents {
                let json = serde_json::value::RawValue::from_string(compact()).unwrap();
                guildhall_kernel::Encoded::new(event.name().to_owned(), event.version(), json)
            } else {
                event.clone()
            };
            let whole = Time::from_timestamp(commit.at().timestamp(), 0).unwrap();
            self.log.push(Recorded {
                position: Position::new(self.position),
                stream: stream.clone(),
                version: self.version(stream).plus(1),
                commit: commit.id(),
                at: if fault == Fault::LosesNanoseconds { whole } else { commit.at() },
                by: commit.by().filter(|_| fault != Fault::LosesActors),
                event,
            });
        }
        for private in commit.privates() {
            self.slots.retain(|(slot, _)| *slot != private.slot().id());
            let content = Revealed::Content(Confidential::new(private.content().to_owned()));
            self.slots.push((private.slot().id(), content));
        }
        let grown = commit.appends().iter().map(|a| (a.stream.clone(), self.version(&a.stream)));
        let mut versions: Vec<_> = grown.collect();
        if fault != Fault::UnsortedReceipts {
            versions.sort();
        }
        let nothing = commit.appends().is_empty() && fault == Fault::EmptyCommitsAtZero;
        let position = Position::new(if nothing { 0 } else { self.position });
        let receipt = Receipt { commit: commit.id(), position, versions };
        self.commits.push((commit.clone(), receipt.clone()));
        receipt
    }
}

impl Store for Little {
    fn load(&self, stream: &StreamId, after: Version, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        let state = self.state.lock().unwrap();
        let id_alone = self.fault == Fault::LoadsByIdAlone;
        let of = |e: &&Recorded| e.stream == *stream || (id_alone && e.stream.id() == stream.id());
        let limit = if self.fault == Fault::LoadIgnoresLimit { usize::MAX } else { limit };
        Ok(state.log.iter().filter(of).filter(|e| e.version > after).take(limit).cloned().collect())
    }

    fn feed(&self, scope: Option<Uuid>, after: Position, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        let state = self.state.lock().unwrap();
        let scope = scope.filter(|_| self.fault != Fault::FeedsEverythingForAScope);
        let limit = if self.fault == Fault::FeedIgnoresLimit { usize::MAX } else { limit };
        let from = if self.fault == Fault::FeedsFromThePositionOn { after } else { after.plus(1) };
        let new = |e: &&Recorded| e.position >= from && after != Position::new(u64::MAX);
        let mut events: Vec<_> = state.log.iter().filter(new).cloned().collect();
        events.retain(|e| scope.is_none_or(|scope| e.stream.scope() == scope));
        events.sort_by_key(|e| e.position);
        events.truncate(limit);
        Ok(events)
    }

    fn commit(&self, commit: &Commit) -> Result<Receipt, CommitError> {
        let fault = self.fault;
        let mut state = self.state.lock().unwrap();
        let refusal = state.refusal(fault, commit);
        if fault == Fault::ConflictsBeforeItLooksAtTheId
            && let Some(error) = refusal
        {
            return Err(error);
        }
        let known = state.commits.iter().find(|(stored, _)| stored.id() == commit.id());
        if let Some((stored, receipt)) = known
            && fault != Fault::ForgetsRepeats
        {
            let same = fault == Fault::TakesReusedIds || state.repeats(fault, stored, commit);
            return if same { Ok(receipt.clone()) } else { Err(CommitError::IdReused(commit.id())) };
        }
        if let Some(error) = refusal {
            if fault == Fault::CountsRefusedInPositions {
                state.position += 1;
            }
            if fault == Fault::LeavesReceiptsOfRefused {
                let receipt = Receipt { commit: commit.id(), position: Position::ZERO, versions: Vec::new() };
                state.commits.push((commit.clone(), receipt));
            }
            let mut part = Commit::new(commit.id(), commit.at(), commit.by());
            if fault == Fault::LeavesEventsOfRefused {
                let first = commit.appends().iter().find(|a| a.expected == state.version(&a.stream));
                part = first.cloned().into_iter().fold(part, |part, append| part.append(append).unwrap());
            }
            if fault == Fault::LeavesSlotsOfRefused
                && let Some(private) = commit.privates().first()
                && !state.slots.iter().any(|(slot, _)| *slot == private.slot().id())
            {
                part = part.private(private.slot(), private.content()).unwrap();
            }
            if !part.is_empty() {
                state.write(fault, &part);
                state.commits.pop();
            }
            return Err(error);
        }
        if fault == Fault::LooksBeforeItLeaps {
            drop(state);
            std::thread::yield_now();
            state = self.state.lock().unwrap();
        }
        if fault == Fault::ShowsLaterEventsFirst && commit.appends().len() > 1 {
            // The place is taken now, the events follow once others had theirs.
            let mut waiting = State { position: state.position, ..State::default() };
            waiting.log.clone_from(&state.log);
            let receipt = waiting.write(fault, commit);
            let begin = state.log.len();
            let all = waiting.log.split_off(begin);
            state.position = waiting.position;
            state.log.push(all.last().unwrap().clone());
            drop(state);
            std::thread::sleep(std::time::Duration::from_millis(2));
            let mut state = self.state.lock().unwrap();
            state.log.extend(all.into_iter().rev().skip(1));
            state.slots.extend(waiting.slots);
            state.commits.extend(waiting.commits);
            return Ok(receipt);
        }
        for private in commit.privates() {
            self.disk.lock().unwrap().push((private.slot().id(), private.content().to_owned()));
        }
        Ok(state.write(fault, commit))
    }

    fn receipt(&self, commit: CommitId) -> Result<Option<Receipt>, StoreError> {
        let state = self.state.lock().unwrap();
        Ok(state.commits.iter().find(|(stored, _)| stored.id() == commit).map(|(_, receipt)| receipt.clone()))
    }
}

impl Vault for Little {
    fn reveal(&self, slot: SlotId) -> Result<Revealed, StoreError> {
        let state = self.state.lock().unwrap();
        let held = state.slots.iter().find(|(id, _)| *id == slot);
        Ok(held.map_or(Revealed::Unknown, |(_, revealed)| revealed.clone()))
    }

    fn erase(&self, slot: SlotId, erasure: &Erasure) -> Result<Revealed, StoreError> {
        let mut state = self.state.lock().unwrap();
        if self.fault != Fault::LeavesACopyOfErased {
            self.disk.lock().unwrap().retain(|(id, _)| *id != slot);
        }
        if self.fault == Fault::ErasesEventsToo {
            let carrier = state
                .commits
                .iter()
                .find(|(commit, _)| commit.privates().iter().any(|private| private.slot().id() == slot));
            let carrier = carrier.map(|(commit, _)| commit.id());
            state.log.retain(|recorded| Some(recorded.commit) != carrier);
        }
        let last = self.fault == Fault::LastErasureCounts;
        let Some((_, held)) = state.slots.iter_mut().find(|(id, _)| *id == slot) else {
            if self.fault == Fault::ErasesUnknownSlots {
                state.slots.push((slot, Revealed::Erased(erasure.clone())));
            }
            return Ok(Revealed::Unknown);
        };
        if (matches!(held, Revealed::Content(_)) || last) && self.fault != Fault::RevealsErased {
            *held = Revealed::Erased(erasure.clone());
        }
        Ok(held.clone())
    }
}

struct Littles(Fault);

impl StoreBuilder for Littles {
    type Store = Little;
    type Site = Disk;

    fn fresh(&self) -> Result<(Little, Disk), BuildError> {
        let disk = Disk::default();
        Ok((Little { fault: self.0, state: Mutex::default(), disk: disk.clone() }, disk))
    }

    fn reopen(&self, store: Little, _: &Disk) -> Result<Little, BuildError> {
        {
            let mut state = store.state.lock().unwrap();
            if self.0 == Fault::LosesReceiptsOnReopening {
                state.commits.clear();
            }
            if self.0 == Fault::LosesTheLastCommitOnReopening
                && let Some((lost, _)) = state.commits.pop()
            {
                state.log.retain(|recorded| recorded.commit != lost.id());
            }
        }
        Ok(store)
    }

    fn copies(&self, disk: &Disk, content: &[u8]) -> Result<Option<usize>, BuildError> {
        let text = std::str::from_utf8(content)?;
        Ok(Some(disk.lock().unwrap().iter().filter(|(_, kept)| kept.contains(text)).count()))
    }
}

fn examine(fault: Fault) -> Result<(), Failure> {
    Suite::test_all(&Littles(fault), 150).map(|_| ())
}

#[test]
fn the_little_store_without_a_fault_passes() {
    examine(Fault::None).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn c7_c9_every_single_fault_is_caught() {
    use Fault::*;
    let faults = [
        (IgnoresReads, "any moved stream conflicts"),
        (ChecksOneReadOnly, "any moved stream conflicts"),
        (IgnoresExpectedVersions, "whole or not at all"),
        (NamesNoStreamOfTheConflict, "whole or not at all"),
        (ForgetsRepeats, "the same commit again"),
        (TakesReusedIds, "an id with other content"),
        (TakesRepeatsWithOtherContent, "an id with other content"),
        (RefusesRepeatsAfterErasure, "the same commit again"),
        (ConflictsBeforeItLooksAtTheId, "the same commit again"),
        (LeavesEventsOfRefused, "whole or not at all"),
        (LeavesSlotsOfRefused, "whole or not at all"),
        (LeavesReceiptsOfRefused, "whole or not at all"),
        (CountsRefusedInPositions, "whole or not at all"),
        (SkipsPositions, "an empty store"),
        (FeedsEverythingForAScope, "feed gives all events"),
        (FeedsFromThePositionOn, "feed gives all events"),
        (FeedIgnoresLimit, "feed gives all events"),
        (LoadIgnoresLimit, "load gives one stream"),
        (LoadsByIdAlone, "load gives one stream"),
        (LosesNanoseconds, "an empty store"),
        (LosesActors, "an empty store"),
        (ReformatsEvents, "kept to the letter"),
        (UnsortedReceipts, "whole or not at all"),
        (EmptyCommitsAtZero, "a commit without events"),
        (OverwritesSlots, "whole or not at all"),
        (RefillsErasedSlots, "a slot is filled once"),
        (RevealsErased, "the same commit again"),
        (LeavesACopyOfErased, "an erased slot says so"),
        (ErasesUnknownSlots, "an empty store"),
        (LastErasureCounts, "an erased slot says so"),
        (ErasesEventsToo, "the same commit again"),
        (LosesTheLastCommitOnReopening, "an empty store"),
        (LosesReceiptsOnReopening, "an empty store"),
        (LooksBeforeItLeaps, "race"),
        (ShowsLaterEventsFirst, "hole"),
    ];
    for (fault, case) in faults {
        let failure = examine(fault).expect_err(&format!("{fault:?} passes"));
        let caught_by_race = ["race", "seats", "hole", "could have been stored", "for one slot"];
        let where_it_belongs = match case {
            "race" => caught_by_race.iter().any(|part| failure.case().contains(part)),
            case => failure.case().contains(case),
        };
        assert!(where_it_belongs, "{fault:?} is caught at another place than `{case}`: {failure}");
    }
}
