//! Reads a type with its attributes into what is said; every mistake at once, each at its place.

use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::meta::ParseNestedMeta;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, Fields, GenericParam, Generics, Ident, LitStr, Path, Result,
    Token, Type, parenthesized,
};

use crate::name::{given, kebab};

/// A type that is said.
pub(crate) struct Said<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    /// Where `guildhall_words` is.
    pub(crate) words: TokenStream,
    pub(crate) cases: Vec<Case<'a>>,
}

/// A variant, or the whole of a struct.
pub(crate) struct Case<'a> {
    /// `Self::Variant`, or `Self`.
    pub(crate) path: TokenStream,
    pub(crate) id: String,
    pub(crate) key: String,
    pub(crate) named: bool,
    pub(crate) bindings: Vec<Binding<'a>>,
    pub(crate) told: Vec<Told>,
}

/// A field.
pub(crate) struct Binding<'a> {
    /// What the field is called in the pattern, if it is not a place alone.
    pub(crate) ident: Ident,
    pub(crate) ty: &'a Type,
    pub(crate) use_: Use,
}

/// What becomes of a field.
pub(crate) enum Use {
    Skip,
    Argument(String),
    Transparent,
}

/// An argument that is computed.
pub(crate) struct Told {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) ty: Type,
    pub(crate) expr: Expr,
}

#[derive(Default)]
struct OnType {
    id: Option<String>,
    words: Option<Path>,
    told: Vec<Told>,
}

impl<'a> Said<'a> {
    pub(crate) fn read(input: &'a DeriveInput) -> Result<Self> {
        let mut faults = Faults::default();
        for parameter in &input.generics.params {
            if !matches!(parameter, GenericParam::Lifetime(_)) {
                faults.add(Error::new(
                    parameter.span(),
                    "a type that is generic over types or constants cannot be said: its messages are fixed; say \
                     the concrete type instead",
                ));
            }
        }
        let is_struct = matches!(input.data, Data::Struct(_));
        let on_type = faults.or_default(OnType::read(&input.attrs, is_struct));
        let words = on_type.words.map_or_else(|| quote!(::guildhall_words), |path| quote!(#path));
        let named = on_type.id.is_some();
        let id = on_type.id.unwrap_or_else(|| kebab(&input.ident));

        let mut cases = Vec::new();
        match &input.data {
            Data::Struct(data) => {
                let case = Case::read(quote!(Self), id.clone(), id, &data.fields, on_type.told, &mut faults);
                case.refuse_id(named, input.ident.span(), &mut faults);
                cases.push(case);
            }
            Data::Enum(data) => {
                if data.variants.is_empty() {
                    faults.add(Error::new(input.ident.span(), "an enum without variants has nothing to say"));
                }
                let mut seen = BTreeMap::new();
                for variant in &data.variants {
                    let on_variant = faults.or_default(OnType::read_variant(&variant.attrs));
                    let named = on_variant.id.is_some();
                    let key = on_variant.id.unwrap_or_else(|| kebab(&variant.ident));
                    if let Some(other) = seen.insert(key.clone(), &variant.ident) {
                        let text =
                            format!("`{other}` is called `{key}` already; give one of them another `id`");
                        faults.add(Error::new(variant.ident.span(), text));
                    }
                    let (ident, id) = (&variant.ident, format!("{id}-{key}"));
                    let path = quote!(Self::#ident);
                    let case = Case::read(path, id, key, &variant.fields, on_variant.told, &mut faults);
                    case.refuse_id(named, ident.span(), &mut faults);
                    cases.push(case);
                }
            }
            Data::Union(_) => faults.add(Error::new(input.ident.span(), "a union cannot be said")),
        }
        faults.into_result()?;
        Ok(Self { ident: &input.ident, generics: &input.generics, words, cases })
    }
}

impl<'a> Case<'a> {
    fn read(
        path: TokenStream,
        id: String,
        key: String,
        fields: &'a Fields,
        told: Vec<Told>,
        faults: &mut Faults,
    ) -> Self {
        let named = matches!(fields, Fields::Named(_));
        let mut bindings = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            let ident = field.ident.as_ref().map_or_else(|| format_ident!("_{at}"), Clone::clone);
            let use_ = faults.or_else(Use::read(&field.attrs), || Use::Skip);
            let use_ = match (use_, &field.ident) {
                (Some(use_), _) => use_,
                (None, Some(ident)) => Use::Argument(kebab(ident)),
                (None, None) => {
                    faults.add(Error::new(
                        field.ty.span(),
                        "a field without a name needs `#[say(name = \"…\")]`, `#[say(skip)]` or \
                         `#[say(transparent)]`",
                    ));
                    Use::Skip
                }
            };
            bindings.push(Binding { ident, ty: &field.ty, use_ });
        }
        let case = Self { path, id, key, named, bindings, told };
        case.check(faults);
        case
    }

    fn transparent(&self) -> Option<&Binding<'a>> {
        self.bindings.iter().find(|field| matches!(field.use_, Use::Transparent))
    }

    /// Refuses a name for a message that is another's.
    fn refuse_id(&self, named: bool, span: Span, faults: &mut Faults) {
        if named && self.transparent().is_some() {
            faults.add(Error::new(span, "what is transparent has no message of its own, so no `id` either"));
        }
    }

    /// Refuses arguments of one name, and anything beside a field that is transparent.
    fn check(&self, faults: &mut Faults) {
        let of_fields = self.bindings.iter().filter_map(|field| match &field.use_ {
            Use::Argument(name) => Some((name, field.ty.span())),
            Use::Skip | Use::Transparent => None,
        });
        let mut seen = Vec::<&str>::new();
        for (name, span) in of_fields.chain(self.told.iter().map(|told| (&told.name, told.span))) {
            // Something that is said itself is two variables in texts.
            let beside = |other: &&&str| {
                let is_key = |key: &str, of: &str| key.strip_suffix("-key") == Some(of);
                is_key(name, other) || is_key(other, name)
            };
            if seen.contains(&name.as_str()) {
                faults.add(Error::new(span, format!("there is an argument `{name}` already")));
            } else if let Some(other) = seen.iter().find(beside) {
                let text = format!(
                    "texts select by `$…-key`, so `{name}` and `{other}` cannot both be arguments; rename one of them"
                );
                faults.add(Error::new(span, text));
            }
            seen.push(name);
        }
        if let Some(field) = self.transparent()
            && !(seen.is_empty() && self.told.is_empty() && self.bindings.len() == 1)
        {
            faults.add(Error::new(
                field.ty.span(),
                "what is transparent stands alone: the message of the field stands for the whole variant",
            ));
        }
    }
}

impl OnType {
    fn read(attributes: &[Attribute], is_struct: bool) -> Result<Self> {
        let mut on = Self::default();
        each(attributes, |meta| {
            if meta.path.is_ident("crate") {
                if on.words.replace(meta.value()?.call(Path::parse_mod_style)?).is_some() {
                    return Err(meta.error("`crate` is given twice"));
                }
                Ok(())
            } else if is_struct || meta.path.is_ident("id") {
                on.id_or_told(&meta, "`id = \"…\"`, `crate = path`, `tell(…)`")
            } else {
                Err(meta.error(
                    "an enum takes `id = \"…\"` and `crate = path`; what belongs to a variant stands there",
                ))
            }
        })?;
        Ok(on)
    }

    fn read_variant(attributes: &[Attribute]) -> Result<Self> {
        let mut on = Self::default();
        each(attributes, |meta| on.id_or_told(&meta, "`id = \"…\"`, `tell(…)`"))?;
        Ok(on)
    }

    fn id_or_told(&mut self, meta: &ParseNestedMeta<'_>, known: &str) -> Result<()> {
        if meta.path.is_ident("id") {
            if self.id.replace(given(&meta.value()?.parse::<LitStr>()?)?).is_some() {
                return Err(meta.error("`id` is given twice"));
            }
            Ok(())
        } else if meta.path.is_ident("tell") {
            let inner;
            parenthesized!(inner in meta.input);
            let told = Punctuated::<Told, Token![,]>::parse_terminated(&inner)?;
            self.told.extend(told);
            Ok(())
        } else {
            Err(meta.error(format!("not known here; known are {known}")))
        }
    }
}

impl Use {
    fn read(attributes: &[Attribute]) -> Result<Option<Self>> {
        let mut use_ = None;
        each(attributes, |meta| {
            let read = if meta.path.is_ident("skip") {
                Self::Skip
            } else if meta.path.is_ident("transparent") {
                Self::Transparent
            } else if meta.path.is_ident("name") {
                Self::Argument(given(&meta.value()?.parse::<LitStr>()?)?)
            } else {
                return Err(meta.error("not known here; known are `skip`, `name = \"…\"`, `transparent`"));
            };
            if use_.replace(read).is_some() {
                return Err(meta.error("a field is one thing: skipped, named or transparent"));
            }
            Ok(())
        })?;
        Ok(use_)
    }
}

impl syn::parse::Parse for Told {
    fn parse(input: syn::parse::ParseStream<'_>) -> Result<Self> {
        let ident = input.call(Ident::parse_any)?;
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self { name: kebab(&ident), span: ident.span(), ty, expr: input.parse()? })
    }
}

fn each(attributes: &[Attribute], mut read: impl FnMut(ParseNestedMeta<'_>) -> Result<()>) -> Result<()> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("say"))
        .try_for_each(|attribute| attribute.parse_nested_meta(&mut read))
}

#[derive(Default)]
struct Faults(Option<Error>);

impl Faults {
    fn add(&mut self, error: Error) {
        match &mut self.0 {
            Some(first) => first.combine(error),
            none => *none = Some(error),
        }
    }

    fn or_default<T: Default>(&mut self, result: Result<T>) -> T {
        result.unwrap_or_else(|error| {
            self.add(error);
            T::default()
        })
    }

    /// What was read; what stands in for it, so that one fault does not bring a second.
    fn or_else<T>(&mut self, result: Result<Option<T>>, instead: impl FnOnce() -> T) -> Option<T> {
        result.unwrap_or_else(|error| {
            self.add(error);
            Some(instead())
        })
    }

    fn into_result(self) -> Result<()> {
        self.0.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn faults(input: &DeriveInput) -> Vec<String> {
        match Said::read(input) {
            Ok(_) => Vec::new(),
            Err(error) => error.into_iter().map(|error| error.to_string()).collect(),
        }
    }

    #[test]
    fn names_and_arguments_are_read() {
        let input = parse_quote! {
            #[say(id = "refusal", crate = guildhall::words)]
            #[non_exhaustive]
            enum AdmissionRefusal<'a> {
                NotApplied,
                #[say(id = "full", tell(left: u32 = a.left()))]
                Taken { #[say(skip)] a: A<'a>, r#type: String },
                Other(#[say(name = "citation")] Citation),
                Policy(#[say(transparent)] PolicyError),
            }
        };
        let said = Said::read(&input).unwrap();
        assert_eq!(said.words.to_string(), "guildhall :: words");
        let ids: Vec<_> = said.cases.iter().map(|case| (case.id.as_str(), case.key.as_str())).collect();
        let expected = [
            ("refusal-not-applied", "not-applied"),
            ("refusal-full", "full"),
            ("refusal-other", "other"),
            ("refusal-policy", "policy"),
        ];
        assert_eq!(ids, expected);
        assert_eq!(said.cases[1].told[0].name, "left");
        assert!(matches!(&said.cases[1].bindings[1].use_, Use::Argument(name) if name == "type"));
        assert!(matches!(said.cases[3].bindings[0].use_, Use::Transparent));
    }

    #[test]
    fn every_mistake_is_told_at_once() {
        let input = parse_quote! {
            #[say(ident = "refusal")]
            enum Refusal<T> {
                #[say(id = "Not applied")]
                NotApplied,
                Plain(u32),
                Double(#[say(skip, transparent)] u32),
                Beside(#[say(transparent)] PolicyError, #[say(name = "x")] u32),
                Same { a_b: u32, #[say(name = "a-b")] c: u32 },
                #[say(tell(status_key: u32 = 1))]
                Key { status: Status },
                Yek { status_key: u32, status: Status },
                #[say(id = "one", id = "other")]
                Called,
                #[say(id = "policy")]
                Lent(#[say(transparent)] PolicyError),
                #[say(skip)]
                Skipped,
                Wrong { #[say(rename = "x")] a: u32 },
            }
        };
        let expected = [
            "a type that is generic over types or constants cannot be said: its messages are fixed; say the concrete \
             type instead",
            "an enum takes `id = \"…\"` and `crate = path`; what belongs to a variant stands there",
            "a name in texts begins with a small letter and has small letters, digits and hyphens",
            "a field without a name needs `#[say(name = \"…\")]`, `#[say(skip)]` or `#[say(transparent)]`",
            "a field is one thing: skipped, named or transparent",
            "what is transparent stands alone: the message of the field stands for the whole variant",
            "there is an argument `a-b` already",
            "texts select by `$…-key`, so `status-key` and `status` cannot both be arguments; rename one of them",
            "texts select by `$…-key`, so `status` and `status-key` cannot both be arguments; rename one of them",
            "`id` is given twice",
            "what is transparent has no message of its own, so no `id` either",
            "not known here; known are `id = \"…\"`, `tell(…)`",
            "not known here; known are `skip`, `name = \"…\"`, `transparent`",
        ];
        assert_eq!(faults(&input), expected);
    }

    #[test]
    fn what_has_no_messages_is_refused() {
        assert_eq!(
            faults(&parse_quote!(
                enum Never {}
            )),
            ["an enum without variants has nothing to say"]
        );
        assert_eq!(faults(&parse_quote!(union Both { a: u8, b: i8 })), ["a union cannot be said"]);
        let twice = parse_quote!(
            enum Stage {
                Open,
                #[say(id = "open")]
                Opened,
            }
        );
        assert_eq!(faults(&twice), ["`Open` is called `open` already; give one of them another `id`"]);
    }
}
