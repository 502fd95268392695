//! A WebSocket: the function as it was, and beside it the operation that its handshake is.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::argument;
use super::contract::{assertion, code, place, returns_span};
use super::operation::{beside, data};
use super::runtime::{short, short_at};
use crate::check::{Checked, OperationPlan, SocketPlan};

/// The code of a WebSocket.
pub fn websocket(plan: &Checked<SocketPlan>) -> TokenStream {
    let rt = short();
    let handshake = &plan.handshake;
    let returns = &handshake.function.returns;
    let ends = quote_spanned!(returns.span()=> <#returns as #rt::EndsSocket>::ENDS);
    let call = call(handshake);
    let operation = data(handshake, &quote!(socket), &quote!(__fastr_call));
    let assertions = assertions(plan);
    let socket = socket(plan);
    let inside = quote! {
        const __FASTR_RETURNS: #rt::SocketEnds<#returns> = #ends;
        #call
        static __FASTR_OPERATION: #rt::Operation = #operation;
        #assertions
        #socket
    };
    beside(handshake, &inside)
}

/// What is known beyond the handshake, handed in.
fn socket(plan: &SocketPlan) -> TokenStream {
    let rt = short();
    let shape = |message: &Option<syn::Type>| {
        let shape = message.as_ref().map(|ty| {
            let shape = quote_spanned!(ty.span()=> <#ty as #rt::Schema>::shape);
            quote!(::core::option::Option::Some(#shape))
        });
        shape.unwrap_or_else(|| quote!(::core::option::Option::None))
    };
    let (receives, sends) = (shape(&plan.receives), shape(&plan.sends));
    let closes = plan.closes.iter().map(|(status, description)| {
        let code = code(status);
        let description = description.as_ref().map_or(quote!(""), |text| quote!(#text));
        quote!((#code, #description))
    });
    quote! {
        static __FASTR_SOCKET: #rt::Socket = #rt::Socket {
            operation: &__FASTR_OPERATION,
            receives: #receives,
            sends: #sends,
            returns: __FASTR_RETURNS.closes,
            declared: &[#(#closes),*],
        };
        #rt::inventory::submit!(#rt::SocketRegistration(&__FASTR_SOCKET));
    }
}

/// The assertions: each at what it is about.
fn assertions(plan: &SocketPlan) -> TokenStream {
    let rt = short();
    let handshake = &plan.handshake;
    let name = handshake.function.signature.ident.to_string();
    let mut assertions = assertion(
        handshake.function.signature.ident.span(),
        &quote!(#rt::Contract::socket_problem(__FASTR_OPERATION.parameters, #name)),
    );
    for (index, entry) in handshake.declared.iter().enumerate() {
        assertions.extend(assertion(
            place(&entry.status),
            &quote!(#rt::Contract::rejection_problem(&__FASTR_OPERATION.contract.declared[#index], #name)),
        ));
    }
    assertions.extend(assertion(
        returns_span(handshake),
        &quote!(__FASTR_SOCKET.returns_problem()),
    ));
    for (status, _) in &plan.closes {
        let code = code(status);
        assertions.extend(assertion(
            place(status),
            &quote!(#rt::Contract::close_code_problem(#code)),
        ));
    }
    assertions
}

/// The function that the runtime calls: the handler is handed to a session, which runs it in a task of its own.
fn call(plan: &OperationPlan) -> TokenStream {
    let name = &plan.function.signature.ident;
    let rt = short_at(name.span());
    let argument::Handover {
        fetch, take, pass, ..
    } = argument::handover(plan);
    let run = quote_spanned! {name.span()=>
        #rt::Session::run(__fastr_taken, &__FASTR_SOCKET, move |mut __fastr_taken| async move {
            let __fastr_call = &mut __fastr_taken;
            #take
            // What came with the handshake lies in a buffer of hyper's, which is not kept for as long as the WebSocket.
            ::core::mem::drop(__fastr_taken);
            let __fastr_value = #name(#pass).await;
            __FASTR_RETURNS.end(__fastr_value)
        })
    };
    let rt = short();
    quote! {
        fn __fastr_call(__fastr_call: &mut #rt::Call) -> #rt::Outcome {
            #fetch
            let __fastr_taken = __fastr_call.take();
            #run
        }
    }
}
