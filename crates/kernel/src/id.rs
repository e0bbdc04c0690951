//! Typed identifiers: a uuid that knows what it names.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// The internal identifier of a `T`, which is only ever a name for the type: no `T` is held.
///
/// Guildhall never makes an id out of nothing. The caller draws random ones and hands them in;
/// [`Id::derived`] computes those that must come out the same each time. A computable id is
/// never a secret.
///
/// ```
/// use guildhall_kernel::{Id, Uuid};
///
/// enum Recruitment {}
/// enum Application {}
///
/// let recruitment: Id<Recruitment> = "8c7ffbd5-b06e-4f3b-8f5c-2a8a94d6f5d1".parse()?;
/// let person = Uuid::from_u128(7);
/// let application: Id<Application> = Id::derived(recruitment.uuid(), person.as_bytes());
/// assert_eq!(application, Id::derived(recruitment.uuid(), person.as_bytes()));
/// # Ok::<(), guildhall_kernel::uuid::Error>(())
/// ```
pub struct Id<T: ?Sized>(Uuid, PhantomData<fn() -> *const T>);

impl<T: ?Sized> Id<T> {
    /// Names a `T` by a uuid the caller drew or loaded.
    pub const fn new(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// Computes the id of the `T` called `name` inside `namespace` (a name-based uuid of version 5,
    /// RFC 9562 §5.5): equal inputs give equal ids on every machine.
    pub fn derived(namespace: Uuid, name: &[u8]) -> Self {
        Self::new(Uuid::new_v5(&namespace, name))
    }

    /// The uuid itself, borrowed, for its bytes.
    pub const fn as_uuid(&self) -> &Uuid {
        &self.0
    }

    /// The uuid itself, for storage and for stream ids.
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for Id<T> {}
impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T: ?Sized> Eq for Id<T> {}
impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T: ?Sized> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.0)
    }
}
impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<T: ?Sized> From<Uuid> for Id<T> {
    fn from(uuid: Uuid) -> Self {
        Self::new(uuid)
    }
}
impl<T: ?Sized> From<Id<T>> for Uuid {
    fn from(id: Id<T>) -> Self {
        id.0
    }
}
impl<T: ?Sized> FromStr for Id<T> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::try_parse(text).map(Self::new)
    }
}

impl<T: ?Sized> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, T: ?Sized> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::new)
    }
}
/// A uuid without hyphens, or with them, alone, in braces or as a URN.
const PATTERN: &str = concat!(
    "^([0-9a-fA-F]{32}",
    r"|([uU][rR][nN]:[uU][uU][iI][dD]:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    r"|\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\})$",
);

impl<T: ?Sized> JsonSchema for Id<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // Of the spellings of a uuid that are read, the format `uuid` knows only the one with hyphens.
        json_schema!({
            "type": "string",
            "pattern": PATTERN,
            "examples": ["8c7ffbd5-b06e-4f3b-8f5c-2a8a94d6f5d1"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    enum Person {}

    #[test]
    fn reads_what_it_writes_and_refuses_anything_else() {
        let id: Id<Person> = Id::new(Uuid::from_u128(42));
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, "\"00000000-0000-0000-0000-00000000002a\"");
        assert_eq!(serde_json::from_str::<Id<Person>>(&json).unwrap(), id);
        assert_eq!(id.to_string().parse::<Id<Person>>().unwrap(), id);
        assert!(serde_json::from_str::<Id<Person>>("\"42\"").is_err());
    }

    #[test]
    fn is_send_and_sync_whatever_it_names() {
        fn assert<T: Send + Sync + Copy>() {}
        assert::<Id<std::rc::Rc<str>>>();
    }
}
