//! `#[derive(Responses)]`: several answers, each with its own status, body and headers.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::runtime::runtime;
use super::{answer, contract};
use crate::check::{AnswersPlan, Checked, PlannedAnswer};

/// The code of several answers.
pub fn responses(plan: &Checked<AnswersPlan>) -> TokenStream {
    let rt = runtime();
    let name = &plan.name;
    let codes = answer::codes(plan);
    let assertions = answer::assertions(plan);
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
                    let mut __fastr_all = ::std::vec::Vec::new();
                    #(__fastr_all.extend(#documents);)*
                    __fastr_all
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
    let returns = quote_spanned!(ty.span()=> <#ty as #rt::Respond>::RETURNS);
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

/// What the document says of an answer.
fn document(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let rt = runtime();
    let said = entry.message.as_ref().map(syn::LitStr::value).unwrap_or_default();
    let description = if said.is_empty() { &entry.doc } else { &said };
    let (name, place) = (answer::full_name(plan, entry), answer::place(entry));
    let headers = answer::header_docs(entry);
    let bodies = if entry.body().is_some() {
        let body = format_ident!("__FASTR_BODY_{index}");
        quote!((#body.describe)())
    } else {
        quote!(#rt::no_body())
    };
    quote! {
        #bodies.into_iter().map(|__fastr_doc| {
            __fastr_doc.with_status(__FASTR_STATUSES[#index]).described(#description).by(#name, #place) #headers
        })
    }
}

/// The arm that sends an answer.
fn response(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let texts: Vec<_> = entry.headers.iter().map(|(_, value)| value).collect();
    let mut bound = answer::named(entry, &texts);
    let body = entry.body().map(|field| &field.member);
    bound.extend(body.filter(|body| !bound.contains(body)).iter());
    let pattern = answer::pattern(plan, entry, &bound);
    let headers = answer::headers(entry);
    let reply = quote!(__fastr_reply.with_status(__FASTR_STATUSES[#index]).with_text_headers(&#headers));
    match body {
        Some(member) => {
            let (variable, constant) = (answer::variable(member), format_ident!("__FASTR_BODY_{index}"));
            quote! {
                #pattern => {
                    let __fastr_reply = #reply;
                    #constant.answer(#variable, __fastr_reply)
                }
            }
        }
        None => quote!(#pattern => #reply.empty(),),
    }
}
