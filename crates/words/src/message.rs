//! Messages: what is to be said, with its arguments, in no language yet.

use std::fmt;

use crate::{Argument, Catalogue};

/// Something that can be said to people.
///
/// A trait, because decisions, refusals, statuses and labels of every context are said alike. It is
/// implemented by [`catalogue!`](crate::catalogue!) for types with `#[derive(Say)]`, so that nothing can be
/// said whose texts are not checked. What a type *displays* stays what it is: for developers and logs.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is listed in no catalogue, so that nothing words it",
    label = "cannot be said",
    note = "list it under `says` in the crate's `catalogue!`; a type of yours needs `#[derive(Say)]` as well"
)]
pub trait Say {
    /// What this says.
    fn message(&self) -> Message<'_>;
}

/// What is to be said: a message of a catalogue with its arguments.
#[derive(Clone)]
pub struct Message<'a> {
    catalogue: &'static Catalogue,
    id: &'static str,
    key: &'static str,
    arguments: Vec<(&'static str, Argument<'a>)>,
}

impl<'a> Message<'a> {
    /// Names a message of a catalogue; `key` is the variant's part of the name. What `#[derive(Say)]` calls.
    pub const fn new(
        catalogue: &'static Catalogue,
        id: &'static str,
        key: &'static str,
        arguments: Vec<(&'static str, Argument<'a>)>,
    ) -> Self {
        Self { catalogue, id, key, arguments }
    }

    /// The catalogue that words it.
    #[must_use]
    pub const fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// Its name in the texts.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The variant's part of the name, which sentences select by.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// Every argument with its name.
    pub fn arguments(&self) -> impl Iterator<Item = (&'static str, &Argument<'a>)> {
        self.arguments.iter().map(|(name, argument)| (*name, argument))
    }

    /// The same message, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Message<'static> {
        let arguments = self.arguments.into_iter().map(|(name, argument)| (name, argument.into_owned()));
        Message { catalogue: self.catalogue, id: self.id, key: self.key, arguments: arguments.collect() }
    }
}

impl PartialEq for Message<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.catalogue, other.catalogue)
            && self.id == other.id
            && self.arguments == other.arguments
    }
}
impl Eq for Message<'_> {}

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("catalogue", &self.catalogue)
            .field("id", &self.id)
            .field("arguments", &self.arguments)
            .finish()
    }
}
