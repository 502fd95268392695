//! Answers with a mistake, in outline: enough of them that nothing else complains.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Type;
use syn::ext::IdentExt;

use super::runtime::runtime;
use crate::model::{Answers, Derive};

/// Answers with a mistake in their attributes: they can be returned or raised, as far as others can tell.
pub fn answers(derive: Derive, answers: &Answers) -> TokenStream {
    let rt = runtime();
    let name = &answers.name;
    let (generics, arguments, bounds) = answers.generics.split_for_impl();
    if derive == Derive::Responses {
        return quote! {
            impl #generics #rt::Respond for #name #arguments #bounds {
                const STATUSES: #rt::Statuses = #rt::Statuses::TOLD;
                fn respond(self, _: #rt::Reply) -> #rt::Response {
                    ::core::unreachable!()
                }
                fn describe() -> ::std::vec::Vec<#rt::ResponseDoc> {
                    ::core::unreachable!()
                }
            }
        };
    }
    let variants = answers
        .answers
        .iter()
        .map(|answer| answer.name.unraw().to_string());
    let standard = is_an_error(answers).then(|| {
        quote! {
            impl ::core::fmt::Display for #name {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::unreachable!()
                }
            }
            impl ::std::error::Error for #name {}
        }
    });
    let sources = sources(answers).into_iter();
    let itself = if derive == Derive::CloseError {
        quote! {
            impl #generics #rt::ClosesWith for #name #arguments #bounds {
                const CLOSES: #rt::Closes = #rt::Closes::USUAL;
                fn close_error(self) -> #rt::CloseError {
                    ::core::unreachable!()
                }
            }
            impl #generics ::core::convert::From<#name #arguments> for #rt::CloseError #bounds {
                fn from(_: #name #arguments) -> Self {
                    ::core::unreachable!()
                }
            }
        }
    } else {
        quote! {
            impl #generics #rt::RaisedError for #name #arguments #bounds {
                const STATUSES: #rt::Statuses = #rt::Statuses::TOLD;
                const VARIANTS: &'static [#rt::ErrorVariant] = &[#(#rt::ErrorVariant::told(#variants)),*];
                fn respond(self, _: #rt::Reply) -> #rt::Response {
                    ::core::unreachable!()
                }
            }
        }
    };
    quote! {
        #itself
        #standard
        #(impl #generics ::core::convert::From<#sources> for #name #arguments #bounds {
            fn from(_: #sources) -> Self {
                ::core::unreachable!()
            }
        })*
    }
}

/// Whether it can be an error of the standard library: a union has no `Debug`, and a generic type not always.
fn is_an_error(answers: &Answers) -> bool {
    answers.union.is_none() && answers.generics.params.is_empty()
}

/// What the error is made of, each type once.
fn sources(answers: &Answers) -> Vec<&Type> {
    let mut seen = Vec::new();
    let fields = answers.answers.iter().flat_map(|answer| &answer.fields);
    let sources = fields.filter(|field| field.is("from")).filter(|field| {
        let source = field.ty.to_token_stream().to_string();
        let is_new = !seen.contains(&source);
        seen.push(source);
        is_new
    });
    sources.map(|field| &field.ty).collect()
}
