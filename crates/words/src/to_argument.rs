//! What can be an argument: numbers, days, names, codes, lists, and everything that is said itself.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::num;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use guildhall_kernel::{Code, Id, Language, Local, LocalisedText, Time, Uuid};
use rust_decimal::Decimal;

use crate::{Argument, Join, Kind};

/// What can be an argument of a message.
///
/// A trait, because the arguments of a message are fields of any type: a context implements it for its own
/// values (money, keys), `#[derive(Say)]` for what is said itself, [`verbatim!`](crate::verbatim!) for what
/// is written as it displays.
///
/// ```
/// use guildhall_words::{Argument, Kind, ToArgument};
///
/// struct Euros(rust_decimal::Decimal);
///
/// impl ToArgument for Euros {
///     const KIND: Kind = Kind::Money;
///     fn argument(&self) -> Argument<'_> {
///         Argument::money(self.0, "EUR")
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an argument of a message",
    label = "needed by `#[derive(Say)]`",
    note = "implement `ToArgument` for it, use `verbatim!` if it is a name or a code, put `#[derive(Say)]` on \
            it if it is said itself, or leave the field out by `#[say(skip)]`"
)]
pub trait ToArgument {
    /// What kind of thing it is, in every value.
    const KIND: Kind;

    /// The value as an argument.
    fn argument(&self) -> Argument<'_>;
}

/// Makes types arguments that are written as they display: names, codes, keys.
///
/// ```
/// # use std::fmt;
/// use guildhall_words::{Argument, ToArgument, verbatim};
///
/// struct Citation(u32);
/// impl fmt::Display for Citation {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         write!(f, "GP/{}", self.0)
///     }
/// }
/// verbatim!(Citation);
///
/// assert_eq!(Citation(7).argument(), Argument::text("GP/7"));
/// ```
#[macro_export]
macro_rules! verbatim {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::ToArgument for $type {
            const KIND: $crate::Kind = $crate::Kind::Text;
            fn argument(&self) -> $crate::Argument<'_> {
                $crate::Argument::text(::std::string::ToString::to_string(self))
            }
        }
    )+};
}

verbatim!(Language, Tz, Uuid);

macro_rules! whole {
    ($($type:ty)+) => {$(
        impl ToArgument for $type {
            const KIND: Kind = Kind::Number;
            fn argument(&self) -> Argument<'_> {
                Argument::Integer(i128::from(*self))
            }
        }
    )+};
}
whole!(i8 i16 i32 i64 i128 u8 u16 u32 u64);

macro_rules! by_get {
    ($($type:ty)+) => {$(
        impl ToArgument for $type {
            const KIND: Kind = Kind::Number;
            fn argument(&self) -> Argument<'_> {
                Argument::Integer(i128::from(self.get()))
            }
        }
    )+};
}
by_get!(num::NonZeroU8 num::NonZeroU16 num::NonZeroU32 num::NonZeroU64 num::NonZeroI32 num::NonZeroI64);

macro_rules! by_size {
    ($($type:ty, $value:ident => $number:expr;)+) => {$(
        impl ToArgument for $type {
            const KIND: Kind = Kind::Number;
            fn argument(&self) -> Argument<'_> {
                let $value = self;
                // No machine counts further than this.
                Argument::Integer(i128::try_from($number).unwrap_or(i128::MAX))
            }
        }
    )+};
}
by_size! {
    usize, size => *size;
    isize, size => *size;
    num::NonZeroUsize, size => size.get();
}

impl ToArgument for Decimal {
    const KIND: Kind = Kind::Number;
    fn argument(&self) -> Argument<'_> {
        Argument::Decimal(*self)
    }
}
impl ToArgument for NaiveDate {
    const KIND: Kind = Kind::Day;
    fn argument(&self) -> Argument<'_> {
        Argument::Date(*self)
    }
}
impl ToArgument for NaiveDateTime {
    const KIND: Kind = Kind::Wall;
    fn argument(&self) -> Argument<'_> {
        Argument::DateTime(*self)
    }
}
impl ToArgument for Local {
    const KIND: Kind = Kind::Wall;
    fn argument(&self) -> Argument<'_> {
        match self {
            Self::Day(day) => Argument::Date(*day),
            Self::At(at) => Argument::DateTime(*at),
        }
    }
}
impl ToArgument for Time {
    const KIND: Kind = Kind::Instant;
    fn argument(&self) -> Argument<'_> {
        Argument::Instant(*self)
    }
}
impl ToArgument for bool {
    const KIND: Kind = Kind::Choice(&["true", "false"]);
    fn argument(&self) -> Argument<'_> {
        Argument::text(if *self { "true" } else { "false" })
    }
}
impl ToArgument for str {
    const KIND: Kind = Kind::Text;
    fn argument(&self) -> Argument<'_> {
        Argument::text(self)
    }
}
impl ToArgument for String {
    const KIND: Kind = Kind::Text;
    fn argument(&self) -> Argument<'_> {
        Argument::text(self.as_str())
    }
}
impl ToArgument for Cow<'_, str> {
    const KIND: Kind = Kind::Text;
    fn argument(&self) -> Argument<'_> {
        Argument::text(&**self)
    }
}
impl<T: ?Sized> ToArgument for Code<T> {
    const KIND: Kind = Kind::Code;
    fn argument(&self) -> Argument<'_> {
        Argument::text(self.as_str())
    }
}
impl<T: ?Sized> ToArgument for Id<T> {
    const KIND: Kind = Kind::Text;
    fn argument(&self) -> Argument<'_> {
        Argument::text(self.to_string())
    }
}
impl ToArgument for LocalisedText {
    const KIND: Kind = Kind::Localised;
    fn argument(&self) -> Argument<'_> {
        Argument::Localised(Cow::Borrowed(self))
    }
}

impl<T: ToArgument + ?Sized> ToArgument for &T {
    const KIND: Kind = T::KIND;
    fn argument(&self) -> Argument<'_> {
        (**self).argument()
    }
}
impl<T: ToArgument + ?Sized> ToArgument for Box<T> {
    const KIND: Kind = T::KIND;
    fn argument(&self) -> Argument<'_> {
        (**self).argument()
    }
}
impl<T: ToArgument> ToArgument for Option<T> {
    const KIND: Kind = Kind::Optional(&T::KIND);
    fn argument(&self) -> Argument<'_> {
        self.as_ref().map_or(Argument::Absent, T::argument)
    }
}
impl<T: ToArgument> ToArgument for [T] {
    const KIND: Kind = Kind::List(&T::KIND);
    fn argument(&self) -> Argument<'_> {
        Argument::List { items: self.iter().map(T::argument).collect(), join: Join::And }
    }
}
impl<T: ToArgument> ToArgument for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);
    fn argument(&self) -> Argument<'_> {
        self.as_slice().argument()
    }
}
impl<T: ToArgument> ToArgument for BTreeSet<T> {
    const KIND: Kind = Kind::List(&T::KIND);
    fn argument(&self) -> Argument<'_> {
        Argument::List { items: self.iter().map(T::argument).collect(), join: Join::And }
    }
}
