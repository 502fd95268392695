//! A request that somebody else answers: a description, and no function.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::operation::{conditions, data, kept};
use super::runtime::{import, runtime, short};
use super::{argument, contract};
use crate::check::{Checked, OperationPlan};
use crate::model::{Function, Kind};

/// The code of a webhook or a callback.
pub fn outgoing(kind: Kind, plan: &Checked<OperationPlan>) -> TokenStream {
    let rt = runtime();
    let described = described(plan);
    let function = &plan.function;
    let conditions = conditions(function);
    if kind == Kind::Webhook {
        return quote! {
            #(#conditions)*
            const _: () = {
                #described
                #rt::inventory::submit! { #rt::Webhook(&__FASTR_OUTGOING) }
            };
        };
    }
    let (visibility, name) = (&function.visibility, &function.signature.ident);
    let attributes = kept(function, &["cfg", "doc", "allow", "expect", "deprecated"]);
    quote! {
        #(#attributes)*
        #[allow(non_upper_case_globals, reason = "it has the name of a function")]
        #visibility static #name: #rt::Callback = #rt::Callback(|| {
            #described
            &__FASTR_OUTGOING
        });
    }
}

/// What is left of one with a mistake: a callback that operations can name.
pub fn plain(kind: Kind, function: &Function) -> TokenStream {
    let rt = runtime();
    let (visibility, name) = (&function.visibility, &function.signature.ident);
    match kind {
        Kind::Callback => quote! {
            #[allow(non_upper_case_globals, reason = "it has the name of a function")]
            #visibility static #name: #rt::Callback = #rt::Callback(|| ::core::unreachable!());
        },
        _ => TokenStream::new(),
    }
}

/// The request as data.
fn described(plan: &OperationPlan) -> TokenStream {
    let rt = short();
    let import = import();
    let arguments = argument::declarations(plan);
    let declared = contract::declarations(plan);
    let returns = &plan.function.returns;
    let proof = quote_spanned!(returns.span()=> <#returns as #rt::Respond>::RETURNS);
    let operation = data(plan, &quote!(outgoing), &TokenStream::new());
    quote! {
        #import
        #arguments
        #declared
        const __FASTR_RETURNS: #rt::Returns<#returns> = #proof;
        static __FASTR_OUTGOING: #rt::Operation = #operation;
    }
}
