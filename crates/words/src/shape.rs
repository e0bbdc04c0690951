//! Shapes: what the messages of a type are called and which arguments they take, known before anything
//! is said, so that texts can be held against them.

use crate::{Catalogue, Message};

/// The messages of a type. Written by `#[derive(Say)]`, never by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no messages",
    label = "cannot be said",
    note = "put `#[derive(Say)]` on it"
)]
pub trait Shaped {
    /// One shape for each message: for each variant of an enum, or the one of a struct.
    const SHAPES: &'static [Shape];

    /// The shapes, asked for when they are needed, so that types may contain one another.
    fn shapes() -> &'static [Shape] {
        Self::SHAPES
    }

    /// The message of this value, worded by a catalogue.
    fn said_in(&self, catalogue: &'static Catalogue) -> Message<'_>;
}

/// What one variant says.
///
/// Exhaustive: it is written by the derive and read by the checker, which have to agree.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A message of its own.
    Message {
        /// The message's name in the texts: `admission-refusal-already-admitted`.
        id: &'static str,
        /// The variant's own part of the name, to select by: `already-admitted`.
        key: &'static str,
        /// The arguments: name and kind.
        arguments: &'static [(&'static str, Kind)],
    },
    /// Whatever the only field says.
    Transparent(fn() -> &'static [Shape]),
}

/// What kind of thing an argument is: how it is written, and what can be selected by it.
///
/// Exhaustive: a kind more is a function more in the texts of every language.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Verbatim: a name, a citation.
    Text,
    /// A code of a list that others may lengthen: verbatim, and any key can be selected by.
    Code,
    /// One of these keys, for selecting alone: `true` or `false`.
    Choice(&'static [&'static str]),
    /// A text that an officer wrote in several languages.
    Localised,
    /// A number, also to select a plural by.
    Number,
    /// An amount in a currency.
    Money,
    /// A day.
    Day,
    /// A wall time, or a day.
    Wall,
    /// An instant, written in the zone of the reader.
    Instant,
    /// Something that is said itself; `$name-key` selects by it.
    Said(fn() -> &'static [Shape]),
    /// Several of a kind.
    List(&'static Kind),
    /// One of a kind, or `absent`.
    Optional(&'static Kind),
}

impl Kind {
    /// The kind of what is there, when it is there.
    #[must_use]
    pub const fn present(&self) -> &Self {
        match self {
            Self::Optional(kind) => kind.present(),
            kind => kind,
        }
    }

    /// Whether it may be absent.
    #[must_use]
    pub const fn may_be_absent(&self) -> bool {
        matches!(self, Self::Optional(_))
    }

    /// Whether it is said itself and so has a `$name-key` beside its `$name`.
    #[must_use]
    pub const fn has_key(&self) -> bool {
        matches!(self.present(), Self::Said(_))
    }
}
