//! The type that generated code is for: its name, and its parameters, each of which has to be a schema itself.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{DeriveInput, Generics};

use super::runtime::{SCHEMA, short, short_at};

/// A model, as its code names it.
pub struct Owner<'a> {
    /// Its name.
    pub name: &'a Ident,
    generics: Generics,
}

impl<'a> Owner<'a> {
    /// The model below the attribute.
    pub fn of(item: &'a DeriveInput) -> Self {
        let mut generics = item.generics.clone();
        // At the parameter and before its own bounds, because the compiler proposes further ones behind the last.
        for parameter in generics.type_params_mut() {
            let at = parameter.ident.span();
            let rt = short_at(at);
            parameter.colon_token.get_or_insert(syn::Token![:](at));
            parameter
                .bounds
                .insert(0, syn::parse_quote_spanned!(at=> #rt::Schema));
        }
        Self {
            name: &item.ident,
            generics,
        }
    }

    /// `impl<T: Schema> Page<T>`.
    pub fn own(&self) -> TokenStream {
        let name = self.name;
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        quote!(impl #parameters #name #arguments #bounds)
    }

    /// `impl<T: Schema> Trait for Page<T>`.
    pub fn implements(&self, of: &TokenStream) -> TokenStream {
        let name = self.name;
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        quote!(impl #parameters #of for #name #arguments #bounds)
    }

    /// `impl<'de, T: Schema> Deserialize<'de> for Page<T>`.
    pub fn is_deserialized(&self) -> TokenStream {
        let rt = short();
        let name = self.name;
        let mut generics = self.generics.clone();
        generics.params.insert(0, syn::parse_quote!('de));
        let (parameters, ..) = generics.split_for_impl();
        let (_, arguments, bounds) = self.generics.split_for_impl();
        quote!(impl #parameters #rt::serde::Deserialize<'de> for #name #arguments #bounds)
    }

    /// The path of something of its own, for serde, which reads it from a text.
    pub fn path_to(&self, own: &Ident) -> String {
        let name = self.name;
        let (_, arguments, _) = self.generics.split_for_impl();
        let turbofish = arguments.as_turbofish();
        format!("{}::{own}", quote!(#name #turbofish))
    }

    /// What serde has to ask of the parameters instead of what it would ask by itself: it sees the fields through the
    /// runtime, which has an answer for any type.
    pub fn told_to_serde(&self) -> Option<TokenStream> {
        let parameters = self.generics.type_params();
        let bounds: Vec<String> = parameters
            .map(|parameter| format!("{}: {SCHEMA}", parameter.ident.to_token_stream()))
            .collect();
        let bounds = bounds.join(", ");
        (!bounds.is_empty()).then(|| quote!(, bound = #bounds))
    }
}
