//! Laws of what is persisted: it survives JSON and a binary format (C4), and what a constructor
//! refuses, deserialising refuses too (C6).

use guildhall_kernel::{DecodeError, Encoded, Event};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Broken;

/// C4: a value written as JSON and as MessagePack with field names reads back as itself.
///
/// # Errors
/// [`Broken`], naming the format and what was written.
pub fn survives<T>(value: &T) -> Result<(), Broken>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    let broken = |reason: String| Broken::new("C4", reason);
    let json = serde_json::to_string(value).map_err(|error| broken(format!("has no JSON form: {error}")))?;
    let back: T =
        serde_json::from_str(&json).map_err(|error| broken(format!("cannot read `{json}`: {error}")))?;
    if back != *value {
        return Err(broken(format!("JSON `{json}` reads back as something else")));
    }
    let packed = rmp_serde::to_vec_named(value)
        .map_err(|error| broken(format!("has no MessagePack form: {error}; its JSON is `{json}`")))?;
    let back: T = rmp_serde::from_slice(&packed)
        .map_err(|error| broken(format!("cannot read the MessagePack of `{json}`: {error}")))?;
    if back != *value {
        return Err(broken(format!("the MessagePack of `{json}` reads back as something else")));
    }
    Ok(())
}

/// C4 for events: an event written under its name and version reads back as itself and is written
/// in the same bytes again (or a retried commit would not be known again), and a version that nobody
/// has written yet is unknown.
///
/// # Errors
/// [`Broken`], naming the event and what was written.
pub fn event_survives<E>(event: &E) -> Result<(), Broken>
where
    E: Event + PartialEq,
{
    let name = event.name();
    let broken = |reason: String| {
        Broken::new("C4", format!("event `{}` version {}: {reason}", name.name, name.version))
    };
    let encoded = Encoded::of(event).map_err(|error| broken(format!("has no JSON form: {error}")))?;
    let json = encoded.json().get();
    let back: E = encoded.decode().map_err(|error| broken(format!("cannot read `{json}`: {error}")))?;
    if back != *event {
        return Err(broken(format!("`{json}` reads back as something else")));
    }
    let again = Encoded::of(&back).map_err(|error| broken(format!("has no JSON form: {error}")))?;
    if again != encoded {
        return Err(broken(format!("`{json}` is written as `{}` the second time", again.json().get())));
    }
    match E::decode(name.name, name.version.saturating_add(1), encoded.json()) {
        Err(DecodeError::Unknown { .. }) => Ok(()),
        Err(error) => Err(broken(format!("the next version is not unknown but: {error}"))),
        Ok(_) => Err(broken("the next version, which nobody has written yet, is read all the same".into())),
    }
}

/// C6: deserialising refuses what the constructor refuses, from JSON and from MessagePack. Answers
/// with what JSON's refusal says, for a closer look.
///
/// # Errors
/// [`Broken`], if `json` is taken, or is no JSON at all (for then it says nothing about `T`).
pub fn refuses<T: DeserializeOwned>(json: &str) -> Result<String, Broken> {
    let broken = |reason: String| Broken::new("C6", reason);
    let value: serde_json::Value =
        serde_json::from_str(json).map_err(|error| broken(format!("`{json}` is no JSON: {error}")))?;
    let packed = rmp_serde::to_vec_named(&value)
        .map_err(|error| broken(format!("`{json}` has no MessagePack form: {error}")))?;
    if rmp_serde::from_slice::<T>(&packed).is_ok() {
        return Err(broken(format!("the MessagePack of `{json}` is taken")));
    }
    match serde_json::from_str::<T>(json) {
        Ok(_) => Err(broken(format!("`{json}` is taken"))),
        Err(refusal) => Ok(refusal.to_string()),
    }
}
