//! The law of privacy: canary personal data appears in no event, error or `Debug` (C5).

use std::error::Error;
use std::fmt::Debug;

use guildhall_kernel::{Commit, Encoded, Event};

use super::Broken;

/// C5: no canary appears in the `Debug` of `what`, plain or pretty, in any case of letters.
///
/// # Errors
/// [`Broken`], quoting where a canary appears, or if there is no canary to look for.
pub fn keeps_quiet(canaries: &[&str], what: &(impl Debug + ?Sized)) -> Result<(), Broken> {
    unseen(canaries, "Debug", &format!("{what:?}"))?;
    unseen(canaries, "Debug", &format!("{what:#?}"))
}

/// C5 for an error: no canary appears in its message, in its `Debug`, or in any of its sources.
///
/// # Errors
/// As [`keeps_quiet`].
pub fn error_keeps_quiet(canaries: &[&str], error: &dyn Error) -> Result<(), Broken> {
    keeps_quiet(canaries, error)?;
    let mut link = Some(error);
    while let Some(error) = link {
        unseen(canaries, "the message", &error.to_string())?;
        link = error.source();
    }
    Ok(())
}

/// C5 for an event: no canary appears in what is persisted of it.
///
/// # Errors
/// As [`keeps_quiet`].
pub fn event_keeps_quiet<E: Event>(canaries: &[&str], event: &E) -> Result<(), Broken> {
    let encoded = Encoded::of(event).map_err(|error| Broken::new("C5", error.to_string()))?;
    unseen(canaries, "the event", encoded.json().get())
}

/// C5 for a commit: every canary is on its way into a slot, and appears in no event, name of a
/// stream or `Debug` of the commit.
///
/// # Errors
/// As [`keeps_quiet`]; also if a canary is in no slot, for then its absence says nothing.
pub fn commit_keeps_quiet(canaries: &[&str], commit: &Commit) -> Result<(), Broken> {
    for canary in canaries {
        if !commit.privates().iter().any(|private| appears(canary, private.content()).is_some()) {
            return Err(Broken::new("C5", format!("`{canary}` is in no slot of the commit")));
        }
    }
    for append in commit.appends() {
        unseen(canaries, "the name of a stream", append.stream.kind())?;
        for event in &append.events {
            unseen(canaries, "the event", event.json().get())?;
        }
    }
    keeps_quiet(canaries, commit)
}

fn unseen(canaries: &[&str], place: &str, text: &str) -> Result<(), Broken> {
    if canaries.iter().all(|canary| canary.trim().is_empty()) {
        return Err(Broken::new("C5", "there is no canary to look for"));
    }
    for canary in canaries.iter().filter(|canary| !canary.trim().is_empty()) {
        if let Some(form) = appears(canary, text) {
            return Err(Broken::new("C5", format!("`{form}` appears in {place}: {text}")));
        }
    }
    Ok(())
}

/// The form in which a canary appears: as it is, or escaped as `Debug` or JSON would.
fn appears(canary: &str, text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let json = serde_json::to_string(canary).unwrap_or_default();
    let debug = format!("{canary:?}");
    let bare = |quoted: &str| quoted.trim_matches('"').to_owned();
    [canary.to_owned(), bare(&json), bare(&debug)]
        .into_iter()
        .find(|form| !form.is_empty() && text.contains(&form.to_lowercase()))
}
