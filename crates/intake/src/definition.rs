//! A definition that was read: its value, and the place of everything in it. Guards C6: there is none
//! of what has a fault.

use std::ops::Deref;
use std::sync::Arc;

use crate::Place;
use crate::document::{Document, Spot};

/// A value and where it was written.
#[derive(Clone, Debug)]
pub struct Definition<T> {
    value: T,
    pub(crate) document: Arc<Document>,
}

impl<T> Definition<T> {
    pub(crate) fn new(value: T, document: Arc<Document>) -> Self {
        Self { value, document }
    }

    /// What was written.
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// What was written, without its places.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The name of its file.
    pub fn name(&self) -> &str {
        self.document.sources.first().map_or("", |source| source.name())
    }

    /// The place of a value, such as that of `curriculum.modules[2].code`; of what is nearest around
    /// it if it was not written. It may stand in a file that is included.
    pub fn place(&self, path: &str) -> Place {
        self.document.place_of(path, Spot::Value)
    }

    /// The place of the name of a field.
    pub fn place_of_name(&self, path: &str) -> Place {
        self.document.place_of(path, Spot::Key)
    }

    /// Something that was made of the value, at its places.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Definition<U> {
        Definition { value: make(self.value), document: self.document }
    }

    /// The value apart from its places, to look places up when it is gone.
    pub fn split(self) -> (T, Definition<()>) {
        (self.value, Definition { value: (), document: self.document })
    }
}
impl<T> Deref for Definition<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
