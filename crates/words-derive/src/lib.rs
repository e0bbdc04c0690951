//! Ties the variants of an enum to the messages that say them: `#[derive(Say)]` of `guildhall-words`,
//! whose documentation shows it at work.
//!
//! The derive writes the *shapes* of a type (which messages it has, with which arguments) and how a value
//! becomes one of them. Nothing is said by that alone: `guildhall_words::catalogue!` lists the type and ties
//! it to texts.

mod expand;
mod name;
mod read;

use proc_macro::TokenStream;

/// Ties each variant of an enum, or a struct, to the message that says it.
///
/// A message is called by the type and the variant in kebab case, `admission-refusal-already-admitted`; its
/// arguments are the fields, `_` written as `-`, each of a type that implements `ToArgument`.
///
/// | where | attribute | meaning |
/// |---|---|---|
/// | type, variant | `#[say(id = "…")]` | this part of the message's name instead of the one in the code |
/// | type | `#[say(crate = path)]` | where `guildhall_words` is found, such as `guildhall::words` |
/// | variant, struct | `#[say(tell(name: Type = expression, …))]` | arguments more, computed from the fields |
/// | field | `#[say(skip)]` | no argument |
/// | field | `#[say(name = "…")]` | the argument's name; a field without a name needs one |
/// | field | `#[say(transparent)]` | the only field is said itself: its message stands for this one |
///
/// In an expression of `tell` the fields are references by their names; fields without a name are `_0`, `_1`.
///
/// A type that is generic over types cannot be said; lifetimes are fine.
#[proc_macro_derive(Say, attributes(say))]
pub fn derive_say(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    read::Said::read(&input)
        .map_or_else(|error| error.into_compile_error(), |said| expand::expand(&said))
        .into()
}
