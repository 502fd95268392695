//! A model with a mistake, in outline: enough of it that nothing else complains.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput};

use super::model::{from_the_body, respond};
use super::runtime::runtime;
use crate::model::{Answers, Derive};

/// A type with a mistake in its attribute: it stays, and is a model as far as others can tell, so that nothing else
/// complains.
pub fn plain(item: &DeriveInput) -> TokenStream {
    let rt = runtime();
    let name = &item.ident;
    if !item.generics.params.is_empty() {
        return quote!(#item);
    }
    let mut bare = item.clone();
    strip_serde(&mut bare);
    let argument = from_the_body(name);
    let respond = respond(name);
    quote! {
        #bare

        const _: () = {
            impl #rt::Schema for #name {
                fn shape() -> #rt::Shape {
                    #rt::Shape::Any
                }
            }
            impl #rt::Scalar for #name {
                fn parse(_: &str) -> ::core::option::Option<Self> {
                    ::core::option::Option::None
                }
            }
            impl #rt::serde::Serialize for #name {
                fn serialize<S: #rt::serde::Serializer>(&self, _: S) -> ::core::result::Result<S::Ok, S::Error> {
                    ::core::unreachable!()
                }
            }
            impl<'de> #rt::serde::Deserialize<'de> for #name {
                fn deserialize<D: #rt::serde::Deserializer<'de>>(_: D) -> ::core::result::Result<Self, D::Error> {
                    ::core::unreachable!()
                }
            }
            #argument
            #respond
        };
    }
}

/// Answers with a mistake in their attributes: they can be returned or raised, as far as others can tell.
pub fn answers(derive: Derive, answers: &Answers) -> TokenStream {
    let rt = runtime();
    let name = &answers.name;
    if !answers.generics.params.is_empty() {
        return TokenStream::new();
    }
    match derive {
        Derive::Responses => quote! {
            impl #rt::Respond for #name {
                const STATUSES: #rt::Statuses = #rt::Statuses::TOLD;
                fn respond(self, _: #rt::Reply) -> #rt::Response {
                    ::core::unreachable!()
                }
                fn describe() -> ::std::vec::Vec<#rt::ResponseDoc> {
                    ::core::unreachable!()
                }
            }
        },
        Derive::ApiError => {
            let variants = answers.answers.iter().map(|answer| answer.name.to_string());
            let sources = answers
                .answers
                .iter()
                .flat_map(|answer| answer.fields.iter().filter(|field| field.is("from")))
                .map(|field| &field.ty);
            quote! {
                impl #rt::RaisedError for #name {
                    const STATUSES: #rt::Statuses = #rt::Statuses::TOLD;
                    const VARIANTS: &'static [#rt::ErrorVariant] = &[#(#rt::ErrorVariant::told(#variants)),*];
                    fn respond(self, _: #rt::Reply) -> #rt::Response {
                        ::core::unreachable!()
                    }
                }
                impl ::core::fmt::Display for #name {
                    fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        ::core::unreachable!()
                    }
                }
                impl ::std::error::Error for #name {}
                #(impl ::core::convert::From<#sources> for #name {
                    fn from(_: #sources) -> Self {
                        ::core::unreachable!()
                    }
                })*
            }
        }
    }
}

fn strip_serde(item: &mut DeriveInput) {
    let is_serde = |attribute: &syn::Attribute| attribute.path().is_ident("serde");
    item.attrs.retain(|attribute| !is_serde(attribute));
    match &mut item.data {
        Data::Struct(object) => object
            .fields
            .iter_mut()
            .for_each(|field| field.attrs.retain(|it| !is_serde(it))),
        Data::Enum(choice) => {
            for variant in &mut choice.variants {
                variant.attrs.retain(|it| !is_serde(it));
                variant
                    .fields
                    .iter_mut()
                    .for_each(|field| field.attrs.retain(|it| !is_serde(it)));
            }
        }
        Data::Union(_) => {}
    }
}
