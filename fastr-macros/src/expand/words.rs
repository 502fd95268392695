//! Messages and headers of answers, with fields in them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{LitStr, Member};

use super::answer::{PREFIX, variable};
use crate::check::{Placeholder, PlannedAnswer, field_name, placeholders, with_names};

/// The fields that these texts name.
pub fn named<'a>(answer: &'a PlannedAnswer, texts: &[&LitStr]) -> Vec<&'a Member> {
    let wanted: Vec<Placeholder> = texts
        .iter()
        .flat_map(|text| placeholders(&text.value()))
        .collect();
    let members = answer.fields.iter().map(|field| &field.member);
    members
        .filter(|member| wanted.contains(&Placeholder::Field(field_name(member))))
        .collect()
}

/// A text and its fields, as the macros of the standard library want them.
pub fn arguments(answer: &PlannedAnswer, text: &LitStr) -> TokenStream {
    let template = LitStr::new(&with_names(&text.value(), PREFIX), text.span());
    let fields = named(answer, &[text]).into_iter().map(|member| {
        let mut variable = variable(member);
        let name = match member {
            Member::Named(name) => name.clone(),
            Member::Unnamed(_) => variable.clone(),
        };
        // What cannot be written is told at the text that names it.
        variable.set_span(variable.span().located_at(text.span()));
        quote!(#name = #variable)
    });
    quote!(#template #(, #fields)*)
}

/// The headers of an answer as a list, for which the fields they name are bound.
pub fn headers(answer: &PlannedAnswer) -> TokenStream {
    let headers = answer.headers.iter().map(|(name, value)| {
        let name = LitStr::new(&name.value().to_ascii_lowercase(), name.span());
        let value = arguments(answer, value);
        quote!((#name, ::std::fmt::format(::core::format_args!(#value))))
    });
    quote!([#(#headers),*])
}

/// What the document says of those headers.
pub fn header_docs(answer: &PlannedAnswer) -> TokenStream {
    let headers = answer.headers.iter().map(|(name, _)| {
        let name = name.value().to_ascii_lowercase();
        quote!(.header(#name, ""))
    });
    headers.collect()
}

/// What the document says of an answer, if anything was said.
pub fn described(description: &str) -> Option<TokenStream> {
    (!description.is_empty()).then(|| quote!(.described(#description)))
}
