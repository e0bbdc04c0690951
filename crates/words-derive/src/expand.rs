//! Writes what was read as code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::read::{Case, Said, Use};

pub(crate) fn expand(said: &Said<'_>) -> TokenStream {
    let Said { ident, generics, words, cases } = said;
    let (of, types, bounds) = generics.split_for_impl();
    let shapes = cases.iter().map(|case| case.shape(words));
    let arms = cases.iter().map(|case| case.arm(words));
    quote! {
        #[automatically_derived]
        impl #of #words::Shaped for #ident #types #bounds {
            const SHAPES: &'static [#words::Shape] = &[#(#shapes),*];

            fn said_in(&self, catalogue: &'static #words::Catalogue) -> #words::Message<'_> {
                let _ = catalogue;
                match self {
                    #(#arms)*
                }
            }
        }

        #[automatically_derived]
        impl #of #words::ToArgument for #ident #types #bounds {
            const KIND: #words::Kind = #words::Kind::Said(<Self as #words::Shaped>::shapes);

            fn argument(&self) -> #words::Argument<'_> {
                #words::Argument::Message(<Self as #words::Say>::message(self))
            }
        }
    }
}

impl Case<'_> {
    fn shape(&self, words: &TokenStream) -> TokenStream {
        if let Some(field) = self.bindings.iter().find(|field| matches!(field.use_, Use::Transparent)) {
            let ty = field.ty;
            return quote_spanned!(ty.span()=> #words::Shape::Transparent(<#ty as #words::Shaped>::shapes));
        }
        let of_fields = self.bindings.iter().filter_map(|field| match &field.use_ {
            Use::Argument(name) => Some((name, field.ty)),
            Use::Skip | Use::Transparent => None,
        });
        let told = self.told.iter().map(|told| (&told.name, &told.ty));
        let arguments = of_fields
            .chain(told)
            .map(|(name, ty)| quote_spanned!(ty.span()=> (#name, <#ty as #words::ToArgument>::KIND)));
        let (id, key) = (&self.id, &self.key);
        quote!(#words::Shape::Message { id: #id, key: #key, arguments: &[#(#arguments),*] })
    }

    fn arm(&self, words: &TokenStream) -> TokenStream {
        let (path, id, key) = (&self.path, &self.id, &self.key);
        // Names of our own for the arguments, so that no field hides the catalogue.
        let own = |at: usize| format_ident!("__field_{at}");
        let wanted = |use_: &Use| !matches!(use_, Use::Skip) || !self.told.is_empty();
        let bindings = self.bindings.iter().enumerate().filter(|(_, field)| wanted(&field.use_));
        let pattern = bindings.map(|(at, field)| {
            let own = own(at);
            if self.named {
                let ident = &field.ident;
                quote!(#ident: #own)
            } else {
                let at = syn::Index::from(at);
                quote!(#at: #own)
            }
        });
        let pattern = quote!(#path { #(#pattern,)* .. });
        let transparent = self.bindings.iter().position(|field| matches!(field.use_, Use::Transparent));
        if let Some(at) = transparent {
            let own = own(at);
            return quote!(#pattern => #words::Say::message(#own),);
        }
        let fields = self.bindings.iter().enumerate().filter_map(|(at, field)| match &field.use_ {
            Use::Argument(name) => {
                let (own, ty) = (own(at), field.ty);
                Some(quote_spanned!(ty.span()=> (#name, #words::ToArgument::argument(#own))))
            }
            Use::Skip | Use::Transparent => None,
        });
        // An expression sees every field by its name and nothing else of ours.
        let names = || self.bindings.iter().map(|field| &field.ident);
        let owns = || (0..self.bindings.len()).map(own);
        let told = self.told.iter().map(|told| {
            let (name, ty, expr) = (&told.name, &told.ty, &told.expr);
            let (names, used, owns) = (names(), names(), owns());
            quote_spanned! {expr.span()=>
                (#name, {
                    let (#(#names,)*) = (#(#owns,)*);
                    let _ = (#(#used,)*);
                    let told: #ty = #expr;
                    #words::Argument::into_owned(#words::ToArgument::argument(&told))
                })
            }
        });
        quote! {
            #pattern => #words::Message::new(catalogue, #id, #key, ::std::vec![#(#fields,)* #(#told,)*]),
        }
    }
}
