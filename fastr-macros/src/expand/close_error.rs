//! `#[derive(CloseError)]`: how a WebSocket ends, what the document says of it, and `std::error::Error`, from one definition.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::LitStr;
use syn::spanned::Spanned;

use super::runtime::runtime;
use super::{answer, contract, standard_error};
use crate::check::{AnswersPlan, Checked, PlannedAnswer, status_literal};

/// The code of an error.
pub fn close_error(plan: &Checked<AnswersPlan>) -> TokenStream {
    let rt = runtime();
    let name = &plan.name;
    let codes = answer::codes(plan);
    let all = || plan.answers.iter().enumerate();
    let held: TokenStream = all().filter_map(held).collect();
    let assertions: TokenStream = all().filter_map(assertion).collect();
    let variants = all().map(|(index, entry)| variant(plan, index, entry));
    let ends = all().map(|(index, entry)| end(plan, index, entry));
    let traits = standard_error::traits(plan, &quote!(close_title));
    quote! {
        #[allow(deprecated, reason = "who names it is warned")]
        const _: () = {
            #codes
            #held
            #assertions
            const __FASTR_ENDS: &[#rt::CloseVariant] = &[#(#variants),*];
            impl #rt::ClosesWith for #name {
                const CLOSES: #rt::Closes = #rt::Closes::of(__FASTR_ENDS);
                fn close_error(self) -> #rt::CloseError {
                    match self { #(#ends)* }
                }
            }
            impl ::core::convert::From<#name> for #rt::CloseError {
                fn from(__fastr_error: #name) -> Self {
                    #rt::ClosesWith::close_error(__fastr_error)
                }
            }
            #traits
        };
    }
}

/// How the error ends that an answer holds, as a constant: the one place that says so if it ends nothing.
fn held((index, answer): (usize, &PlannedAnswer)) -> Option<TokenStream> {
    let inner = answer
        .fields
        .first()
        .filter(|_| answer.status.is_none())
        .map(|field| &field.ty)?;
    let rt = runtime();
    let constant = answer::error(index);
    let ends = quote_spanned!(inner.span()=> <#inner as #rt::ClosesWith>::ENDS);
    Some(quote!(const #constant: #rt::Ends<#inner> = #ends;))
}

/// The code can be sent, where the macro does not know it.
fn assertion((index, answer): (usize, &PlannedAnswer)) -> Option<TokenStream> {
    let rt = runtime();
    let code = answer
        .status
        .as_ref()
        .filter(|code| status_literal(code).is_none())?;
    let problem = quote!(#rt::Contract::close_code_problem(__FASTR_STATUSES[#index]));
    Some(contract::assertion(contract::place(code), &problem))
}

/// An answer as data.
fn variant(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let rt = runtime();
    if entry.status.is_none() {
        let inner = answer::error(index);
        return quote!(#rt::CloseVariant::Held(&#inner.closes));
    }
    let (name, place) = (answer::full_name(plan, entry), answer::place(entry));
    let said = entry.message.as_ref().map(LitStr::value).unwrap_or_default();
    let words = if entry.doc.is_empty() { &said } else { &entry.doc };
    quote! {
        #rt::CloseVariant::Own { code: __FASTR_STATUSES[#index], words: #words, name: #name, place: #place }
    }
}

/// The arm that closes.
fn end(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer) -> TokenStream {
    let rt = runtime();
    if let Some((pattern, inner, error)) = answer::transparent(plan, index, entry) {
        return quote!(#pattern => (#error.close_error)(#inner),);
    }
    let pattern = answer::borrowing(plan, entry, &[]);
    if entry.message.is_none() {
        return quote!(#pattern => #rt::closed_with(__FASTR_STATUSES[#index], ::core::option::Option::None),);
    }
    quote!(ref __fastr_error @ #pattern => {
        #rt::closed_with(__FASTR_STATUSES[#index], ::core::option::Option::Some(__fastr_error))
    })
}
