//! An exception handler or a middleware: the function as it was, and beside it what the runtime needs to know.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::contract::{assertion, code, place};
use super::operation::{conditions, function};
use super::runtime::{here, runtime, runtime_at};
use crate::check::{AttachedPlan, Checked};
use crate::model::Kind;

/// The code of either.
pub fn attached(kind: Kind, plan: &Checked<AttachedPlan>) -> TokenStream {
    let written = function(&plan.function);
    let conditions = conditions(&plan.function);
    let code = match kind {
        Kind::Middleware => middleware(plan),
        _ => handler(plan),
    };
    quote! {
        #written

        #(#conditions)*
        #[allow(deprecated, reason = "the function is called by the framework, not by the user")]
        const _: () = { #code };
    }
}

/// The error that the function takes can be raised.
fn handler(plan: &AttachedPlan) -> TokenStream {
    let rt = runtime();
    let text = plan.function.signature.ident.to_string();
    let returns = &plan.function.returns;
    let span = returns_span(plan);
    let (error, asks_head, value) = called(plan);
    let status = plan.status.as_ref().map_or_else(|| quote!(0), code);
    let proof = quote_spanned!(span=> <#returns as #rt::Respond>::RETURNS);
    let stands = stands(plan);
    let mut assertions = TokenStream::new();
    if let Some(status) = &plan.status {
        assertions.extend(assertion(
            place(status),
            &quote!(#rt::Contract::status_problem(__FASTR_STATUS)),
        ));
    }
    assertions.extend(assertion(
        span,
        &quote!(#rt::Contract::handled_problem(__FASTR_STATUS, __FASTR_HANDLED.returns.statuses, #text)),
    ));
    quote! {
        const __FASTR_STATUS: u16 = #status;
        const __FASTR_HANDLED: #rt::HandledReturns<#returns> = #rt::HandledReturns {
            status: __FASTR_STATUS,
            returns: #proof,
            asks_head: #asks_head,
            name: #text,
            place: #stands,
        };
        #assertions
        impl #rt::RaisedError for #error {
            const STATUSES: #rt::Statuses = __FASTR_HANDLED.statuses();
            const ASKS_REQUEST: bool = __FASTR_HANDLED.asks_request();
            fn respond(self, __fastr_reply: #rt::Reply) -> #rt::Response {
                __FASTR_HANDLED.send(__fastr_reply, |__fastr_head| #value)
            }
            fn describe() -> ::std::vec::Vec<#rt::ResponseDoc> {
                __FASTR_HANDLED.describe()
            }
        }
    }
}

/// The error, whether the head of the request is asked for, and the call of the function.
fn called(plan: &AttachedPlan) -> (Option<&Type>, bool, TokenStream) {
    let (rt, name) = (runtime(), &plan.function.signature.ident);
    let (mut error, mut asks_head, mut arguments) = (None, false, Vec::new());
    for parameter in &plan.function.parameters {
        if let Type::Reference(_) = parameter.ty {
            asks_head = true;
            arguments.push(quote_spanned!(parameter.ty.span()=> __fastr_head));
        } else {
            error = Some(&parameter.ty);
            arguments.push(quote!(self));
        }
    }
    let mut value = quote!(#name(#(#arguments),*));
    if plan.function.signature.asyncness.is_some() {
        value = quote!(#rt::now(#value));
    }
    (error, asks_head, value)
}

/// The function, handed in.
fn middleware(plan: &AttachedPlan) -> TokenStream {
    let rt = runtime();
    let name = &plan.function.signature.ident;
    let text = name.to_string();
    let codes = plan.raises.iter().map(code);
    let mut assertions = TokenStream::new();
    for (index, status) in plan.raises.iter().enumerate() {
        assertions.extend(assertion(
            place(status),
            &quote!(#rt::Contract::status_problem(__FASTR_RAISES[#index])),
        ));
    }
    let returns = &plan.function.returns;
    assertions.extend(assertion(
        returns_span(plan),
        &quote!({
            #[allow(unused_imports, reason = "only what no middleware returns needs it")]
            use #rt::NoOutput as _;
            #rt::Contract::middleware_problem(<#rt::OutputProbe<#returns>>::OPEN, __FASTR_RAISES, #text)
        }),
    ));
    let stands = stands(plan);
    let rt_name = runtime_at(name.span());
    let found = quote_spanned!(name.span()=>
        #rt_name::Layered::found(#name, #text, __FASTR_PLACE, __FASTR_RAISES)
    );
    quote! {
        const __FASTR_RAISES: &[u16] = &[#(#codes),*];
        const __FASTR_PLACE: #rt::Place = #stands;
        #assertions
        #rt::inventory::submit! {
            #rt::FoundMiddleware {
                module: ::core::module_path!(),
                place: __FASTR_PLACE,
                layered: || #found,
            }
        }
    }
}

/// Where the return type stands, or the function that has none.
fn returns_span(plan: &AttachedPlan) -> Span {
    match &plan.function.signature.output {
        syn::ReturnType::Default => plan.function.signature.ident.span(),
        syn::ReturnType::Type(_, ty) => ty.span(),
    }
}

/// Where the function stands.
fn stands(plan: &AttachedPlan) -> TokenStream {
    here(plan.function.signature.ident.span())
}
