//! What both derives of answers share: the code of each status, the pattern of a variant, and texts with fields in them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{LitStr, Member};

use super::contract;
use super::runtime::runtime;
use crate::check::{
    AnswersPlan, Placeholder, PlannedAnswer, field_name, placeholders, status_literal, with_names,
};

/// The statuses of all answers as a constant, 0 for one that has none of its own.
pub fn codes(plan: &AnswersPlan) -> TokenStream {
    let codes = plan.answers.iter().map(|answer| match &answer.status {
        Some(status) => contract::code(status),
        None => quote!(0),
    });
    quote!(const __FASTR_STATUSES: &[u16] = &[#(#codes),*];)
}

/// An assertion that the status of each answer can be sent, where the macro does not know it.
pub fn assertions(plan: &AnswersPlan) -> TokenStream {
    let rt = runtime();
    let unknown = plan.answers.iter().enumerate().filter_map(|(index, answer)| {
        let status = answer
            .status
            .as_ref()
            .filter(|status| status_literal(status).is_none())?;
        Some(contract::assertion(
            contract::place(status),
            &quote!(#rt::Contract::status_problem(__FASTR_STATUSES[#index])),
        ))
    });
    unknown.collect()
}

/// The name of an answer for people: `ItemError::NotFound`.
pub fn full_name(plan: &AnswersPlan, answer: &PlannedAnswer) -> String {
    if plan.is_enum {
        format!("{}::{}", plan.name, answer.name)
    } else {
        plan.name.to_string()
    }
}

/// Where an answer stands.
pub fn place(answer: &PlannedAnswer) -> TokenStream {
    let rt = runtime();
    quote_spanned!(answer.name.span()=> #rt::Place::new(::core::file!(), ::core::line!(), ::core::column!()))
}

/// The pattern of an answer that binds these fields, and no others.
pub fn pattern(plan: &AnswersPlan, answer: &PlannedAnswer, bound: &[&Member]) -> TokenStream {
    let fields = bound.iter().map(|&member| {
        let variable = variable(member);
        quote!(#member: #variable)
    });
    if plan.is_enum {
        let name = &answer.name;
        quote!(Self::#name { #(#fields,)* .. })
    } else {
        quote!(Self { #(#fields,)* .. })
    }
}

const PREFIX: &str = "__fastr_";

/// The variable for a field.
pub fn variable(member: &Member) -> Ident {
    format_ident!("{PREFIX}{}", field_name(member), span = Span::call_site())
}

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
