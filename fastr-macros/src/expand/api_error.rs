//! `#[derive(ApiError)]`: the wire, the document, and `std::error::Error`, from one definition.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::runtime::{runtime, runtime_at};
use super::{answer, standard_error, words};
use crate::check::{AnswersPlan, Checked, PlannedAnswer};
use crate::model::Derive;

/// The code of an error.
pub fn api_error(plan: &Checked<AnswersPlan>) -> TokenStream {
    let rt = runtime();
    let name = &plan.name;
    let codes = answer::codes(plan);
    let assertions = answer::assertions(plan, Derive::ApiError);
    let held: TokenStream = plan.answers.iter().enumerate().map(held).collect();
    let variants = plan
        .answers
        .iter()
        .enumerate()
        .map(|(index, entry)| variant(plan, index, entry));
    let responses = plan
        .answers
        .iter()
        .enumerate()
        .map(|(index, entry)| response(plan, index, entry));
    let identity = format!("{name} ");
    let asks_request = asks_request(plan);
    let traits = standard_error::traits(plan, &quote!(title));
    quote! {
        #[allow(deprecated, reason = "who names it is warned")]
        const _: () = {
            #codes
            const __FASTR_ERROR: &str = ::core::concat!(::core::module_path!(), "::", #identity, ::core::line!());
            #held
            #assertions
            impl #rt::RaisedError for #name {
                const STATUSES: #rt::Statuses = #rt::ErrorVariant::statuses(Self::VARIANTS);
                const VARIANTS: &'static [#rt::ErrorVariant] = &[#(#variants),*];
                #asks_request
                fn respond(self, __fastr_reply: #rt::Reply) -> #rt::Response {
                    match self { #(#responses)* }
                }
            }
            #traits
        };
    }
}

/// What an answer holds that has to be of a certain kind, as a constant: the one place that says so if it is not.
fn held((index, answer): (usize, &PlannedAnswer)) -> TokenStream {
    let rt = runtime();
    if answer.status.is_none() {
        let inner = answer.fields.first().map(|field| &field.ty);
        let constant = answer::error(index);
        let raised = quote_spanned!(inner.span()=> <#inner as #rt::RaisedError>::RAISED);
        return quote!(const #constant: #rt::Raised<#inner> = #raised;);
    }
    let Some(detail) = answer.marked("detail") else {
        return TokenStream::new();
    };
    let constant = format_ident!("__FASTR_DETAIL_{index}");
    let ty = &detail.ty;
    let rt_here = runtime_at(ty.span());
    let known = quote_spanned!(ty.span()=> #rt_here::Detail::<#ty>::of());
    quote!(const #constant: #rt::Detail<#ty> = #known;)
}

/// An error within this one may want the head of the request for its response.
fn asks_request(plan: &AnswersPlan) -> Option<TokenStream> {
    let all = plan.answers.iter().enumerate();
    let inner: Vec<_> = all
        .filter(|(_, answer)| answer.status.is_none())
        .map(|(index, _)| answer::error(index))
        .collect();
    (!inner.is_empty()).then(|| quote!(const ASKS_REQUEST: bool = #(#inner.asks_request)||*;))
}

/// An answer as data.
fn variant(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let rt = runtime();
    let name = entry.name.unraw().to_string();
    if entry.status.is_none() {
        let inner = answer::error(index);
        return quote!(#rt::ErrorVariant { name: #name, error: __FASTR_ERROR, statuses: #inner.statuses, describe: #inner.describe });
    }
    let full_name = answer::full_name(plan, entry);
    let place = answer::place(entry);
    let headers = words::header_docs(entry);
    let said = entry.message.as_ref().map(syn::LitStr::value).unwrap_or_default();
    let described = words::described(&entry.doc);
    let detail = if entry.marked("detail").is_some() {
        let detail = format_ident!("__FASTR_DETAIL_{index}");
        quote!(#detail.shape())
    } else {
        quote!(::core::option::Option::None)
    };
    quote! {
        #rt::ErrorVariant::new(#name, __FASTR_ERROR, __FASTR_STATUSES[#index], || ::std::vec![
            #rt::error_doc(__FASTR_STATUSES[#index], #said, #detail) #described.by(#full_name, #place) #headers
        ])
    }
}

/// The arm that sends an answer.
fn response(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let rt = runtime();
    if let Some((pattern, inner, error)) = answer::transparent(plan, index, entry) {
        return quote!(#pattern => (#error.respond)(#inner, __fastr_reply),);
    }
    let texts: Vec<_> = entry.headers.iter().map(|(_, value)| value).collect();
    let mut bound = words::named(entry, &texts);
    let detail = entry.marked("detail").map(|field| &field.member);
    bound.extend(detail.filter(|detail| !bound.contains(detail)).iter());
    let pattern = answer::borrowing(plan, entry, &bound);
    let headers = words::headers(entry);
    let detail = if let Some(detail) = detail {
        let (variable, known) = (answer::variable(detail), format_ident!("__FASTR_DETAIL_{index}"));
        quote!(::core::option::Option::Some(&#known.written(#variable)))
    } else {
        quote!(::core::option::Option::None)
    };
    quote! {
        ref __fastr_error @ #pattern => {
            #rt::raised(__fastr_error, __FASTR_STATUSES[#index], #detail, &#headers, __fastr_reply)
        }
    }
}
