//! Catalogues: the texts of a crate and the types that say them, tied together once.

use std::fmt;
#[cfg(feature = "fluent")]
use std::sync::OnceLock;

use crate::Shape;

/// What a crate says, in every language it ships. Made by [`catalogue!`](crate::catalogue!).
pub struct Catalogue {
    name: &'static str,
    texts: &'static [Text],
    shapes: &'static [&'static [Shape]],
    #[cfg(feature = "fluent")]
    read: OnceLock<Vec<crate::ftl::Ftl>>,
}

/// The texts of a catalogue in one language, in the syntax of Fluent.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// The tag of the language, such as `sl`.
    pub language: &'static str,
    /// The file the text is from, for who mends it.
    pub file: &'static str,
    /// The messages.
    pub ftl: &'static str,
}

impl Catalogue {
    /// Ties texts to shapes; by [`catalogue!`](crate::catalogue!).
    #[must_use]
    pub const fn new(
        name: &'static str,
        texts: &'static [Text],
        shapes: &'static [&'static [Shape]],
    ) -> Self {
        Self {
            name,
            texts,
            shapes,
            #[cfg(feature = "fluent")]
            read: OnceLock::new(),
        }
    }

    /// Its name: the short name of the crate.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The texts, one for each language.
    #[must_use]
    pub const fn texts(&self) -> &'static [Text] {
        self.texts
    }

    /// The texts as they are followed, read when they are first needed.
    #[cfg(feature = "fluent")]
    pub(crate) fn read(&self) -> &[crate::ftl::Ftl] {
        self.read.get_or_init(|| {
            self.texts.iter().map(|text| crate::ftl::Ftl::read(text.language, text.ftl)).collect()
        })
    }

    /// The shapes of the types that are listed, a slice for each type.
    #[must_use]
    pub const fn shapes(&self) -> &'static [&'static [Shape]] {
        self.shapes
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Catalogue").field(&self.name).finish()
    }
}

/// Ties the types of a crate to the texts that say them, once in each crate.
///
/// Every type under `says` has `#[derive(Say)]` and gets [`Say`](crate::Say) here. A text is a file (`=>`, a
/// path from the file with the macro) or given in place (`=`).
///
/// ```
/// use guildhall_words::{Say, catalogue};
///
/// #[derive(Say)]
/// enum Door {
///     Open,
///     Closed,
/// }
///
/// catalogue! {
///     /// What doors say.
///     pub static WORDS = "doors" {
///         texts {
///             "en" = "door-open = open\ndoor-closed = closed",
///             "sl" = "door-open = odprta\ndoor-closed = zaprta",
///         }
///         says { Door }
///     }
/// }
///
/// # #[cfg(feature = "fluent")] {
/// guildhall_words::check(&WORDS).unwrap();
/// # }
/// assert_eq!(Door::Open.message().id(), "door-open");
/// ```
#[macro_export]
macro_rules! catalogue {
    (
        $(#[$attribute:meta])*
        $visibility:vis static $name:ident = $title:literal {
            texts { $($texts:tt)* }
            says { $($type:ty),* $(,)? }
        }
    ) => {
        $(#[$attribute])*
        $visibility static $name: $crate::Catalogue = $crate::Catalogue::new(
            $title,
            $crate::__texts!([] $($texts)*),
            &[$(<$type as $crate::Shaped>::SHAPES),*],
        );
        $(
            impl $crate::Say for $type {
                fn message(&self) -> $crate::Message<'_> {
                    $crate::Shaped::said_in(self, &$name)
                }
            }
        )*
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __texts {
    ([$($done:expr,)*]) => { &[$($done),*] };
    ([$($done:expr,)*] $language:literal => $file:literal $(, $($rest:tt)*)?) => {
        $crate::__texts!([
            $($done,)*
            $crate::Text { language: $language, file: $file, ftl: ::core::include_str!($file) },
        ] $($($rest)*)?)
    };
    ([$($done:expr,)*] $language:literal = $ftl:expr $(, $($rest:tt)*)?) => {
        $crate::__texts!([
            $($done,)*
            $crate::Text { language: $language, file: ::core::file!(), ftl: $ftl },
        ] $($($rest)*)?)
    };
}
