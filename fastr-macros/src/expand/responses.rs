//! `#[derive(Responses)]`: several answers, each with its own status, body and headers.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::runtime::runtime;
use super::{answer, contract, words};
use crate::check::{AnswersPlan, Checked, PlannedAnswer};
use crate::model::Derive;

/// The code of several answers.
pub fn responses(plan: &Checked<AnswersPlan>) -> TokenStream {
    let rt = runtime();
    let name = &plan.name;
    let codes = answer::codes(plan);
    let assertions = answer::assertions(plan, Derive::Responses);
    let bodies: TokenStream = plan
        .answers
        .iter()
        .enumerate()
        .map(|(index, entry)| body(plan, index, entry))
        .collect();
    let documents = plan
        .answers
        .iter()
        .enumerate()
        .map(|(index, entry)| document(plan, index, entry));
    let responses = plan
        .answers
        .iter()
        .enumerate()
        .map(|(index, entry)| response(plan, index, entry));
    quote! {
        #[allow(deprecated, reason = "who names it is warned")]
        const _: () = {
            #codes
            #bodies
            #assertions
            impl #rt::Respond for #name {
                const STATUSES: #rt::Statuses = #rt::Statuses::own(__FASTR_STATUSES);
                fn respond(self, __fastr_reply: #rt::Reply) -> #rt::Response {
                    match self { #(#responses)* }
                }
                fn describe() -> ::std::vec::Vec<#rt::ResponseDoc> {
                    #rt::answer_docs(&[#(#documents),*])
                }
            }
        };
    }
}

/// The body of an answer as a constant, and whether its status lets it have one.
fn body(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let rt = runtime();
    let Some(body) = entry.body() else {
        return TokenStream::new();
    };
    let (ty, constant) = (&body.ty, format_ident!("__FASTR_BODY_{index}"));
    // A type that is no body is told once.
    let returns = if let Some(first) = first_with(plan, ty).filter(|first| *first != index) {
        let first = format_ident!("__FASTR_BODY_{first}");
        quote!(#first)
    } else {
        quote_spanned!(ty.span()=> <#ty as #rt::Respond>::RETURNS)
    };
    let name = answer::full_name(plan, entry);
    let assertion = contract::assertion(
        ty.span(),
        &quote!(#rt::Contract::answer_problem(__FASTR_STATUSES[#index], #constant.statuses, #name)),
    );
    quote! {
        const #constant: #rt::Returns<#ty> = #returns;
        #assertion
    }
}

/// The first answer with such a body.
fn first_with(plan: &AnswersPlan, ty: &Type) -> Option<usize> {
    let written = ty.to_token_stream().to_string();
    let mut bodies = plan.answers.iter().map(PlannedAnswer::body);
    bodies.position(|body| body.is_some_and(|body| body.ty.to_token_stream().to_string() == written))
}

/// What the document says of an answer.
fn document(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let rt = runtime();
    let said = entry.message.as_ref().map(syn::LitStr::value).unwrap_or_default();
    let described = words::described(if said.is_empty() { &entry.doc } else { &said });
    let (name, place) = (answer::full_name(plan, entry), answer::place(entry));
    let headers = words::header_docs(entry);
    let bodies = if entry.body().is_some() {
        let body = format_ident!("__FASTR_BODY_{index}");
        quote!(#body.describe)
    } else {
        quote!(#rt::no_body)
    };
    quote! {
        (#bodies, |__fastr_doc| {
            __fastr_doc.with_status(__FASTR_STATUSES[#index]) #described.by(#name, #place) #headers
        })
    }
}

/// The arm that sends an answer.
fn response(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let texts: Vec<_> = entry.headers.iter().map(|(_, value)| value).collect();
    let mut bound = words::named(entry, &texts);
    let body = entry.body().map(|field| &field.member);
    bound.extend(body.filter(|body| !bound.contains(body)).iter());
    let pattern = answer::pattern(plan, entry, &bound);
    let headers = (!entry.headers.is_empty()).then(|| {
        let headers = words::headers(entry);
        quote!(.with_text_headers(&#headers))
    });
    let reply = quote!(__fastr_reply.with_status(__FASTR_STATUSES[#index]) #headers);
    let Some(member) = body else {
        return quote!(#pattern => #reply.empty(),);
    };
    let (variable, constant) = (answer::variable(member), format_ident!("__FASTR_BODY_{index}"));
    quote! {
        #pattern => {
            let __fastr_reply = #reply;
            #constant.answer(#variable, __fastr_reply)
        }
    }
}
