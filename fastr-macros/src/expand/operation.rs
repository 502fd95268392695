//! An operation: the function as it was, and beside it what the runtime needs to know.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Visibility};

use super::runtime::{here_short, import, short, short_at};
use super::{argument, contract};
use crate::check::{Checked, OperationPlan, Words};
use crate::model::{Function, Piece};

/// The code of an operation.
pub fn operation(plan: &Checked<OperationPlan>) -> TokenStream {
    let rt = short();
    let returns = &plan.function.returns;
    let proof = returned(plan);
    // Named once, so that a mistake in it is told once.
    let body_limit = plan
        .body_limit
        .as_ref()
        .map(|bytes| quote!(const __FASTR_BODY_LIMIT: ::core::primitive::usize = #bytes;));
    let call = call(plan);
    let operation = data(plan, &quote!(served), &quote!(__fastr_call));
    let assertions = contract::assertions(plan);
    let inside = quote! {
        const __FASTR_RETURNS: #rt::Returns<#returns> = #proof;
        #body_limit
        #call
        static __FASTR_OPERATION: #rt::Operation = #operation;
        #assertions
        #rt::inventory::submit!(#rt::Registration(&__FASTR_OPERATION));
    };
    beside(plan, &inside)
}

/// The function, and what stands beside it: its type for tests, and a block with its parameters and what else is known.
pub fn beside(plan: &OperationPlan, inside: &TokenStream) -> TokenStream {
    let function = function(&plan.function);
    let conditions = conditions(&plan.function);
    let arguments = argument::declarations(plan);
    let declared = contract::declarations(plan);
    let (runtime, ([module, import], implementation)) = (import(), typed(plan));
    quote! {
        #function

        #(#conditions)*
        #module
        #(#conditions)*
        #import
        #(#conditions)*
        #[allow(deprecated, reason = "the function is called by the framework, not by the user")]
        const _: () = {
            #runtime
            #arguments
            #declared
            #inside
            #implementation
        };
    }
}

/// The attributes that say when a function is there at all.
pub fn conditions(function: &Function) -> Vec<&Attribute> {
    kept(function, &["cfg"])
}

/// The attributes of a function that have one of these names.
pub fn kept<'a>(function: &'a Function, names: &[&str]) -> Vec<&'a Attribute> {
    let is_kept = |attribute: &&Attribute| names.iter().any(|name| attribute.path().is_ident(name));
    function.attributes.iter().filter(is_kept).collect()
}

/// The type of the same name, for tests that call the operation by it, and what is known of it.
///
/// It comes by a glob, so that a module of that name, which is a type to the compiler, goes before it.
fn typed(plan: &OperationPlan) -> ([TokenStream; 2], TokenStream) {
    let rt = short();
    let (name, visibility) = (&plan.function.signature.ident, &plan.function.visibility);
    let module = format_ident!("__fastr_{}", name.unraw());
    let module_item = quote! {
        #[doc(hidden)]
        mod #module {
            #[allow(dead_code, non_camel_case_types)]
            pub struct #name {}
        }
    };
    // What is not visible elsewhere is in no documentation anyway.
    let hidden = if let Visibility::Inherited = visibility {
        TokenStream::new()
    } else {
        quote!(#[doc(hidden)])
    };
    let import = quote! {
        #hidden
        #[allow(unused_imports)]
        #visibility use #module::*;
    };
    let implementation = quote! {
        impl #rt::TypedOperation for #module::#name {
            const OPERATION: #rt::KnownOperation = __FASTR_OPERATION.known();
        }
    };
    ([module_item, import], implementation)
}

/// What is known of the return type, and of what is sent in its place.
fn returned(plan: &OperationPlan) -> TokenStream {
    let rt = short();
    let returns = &plan.function.returns;
    let mut proof = match &plan.response_model {
        None => quote_spanned!(returns.span()=> <#returns as #rt::Respond>::RETURNS),
        Some(model) => quote_spanned!(model.span()=> <#returns as #rt::RespondAs<#model, _>>::RETURNS),
    };
    if plan.skip_none {
        proof.extend(quote!(.skipping_none()));
    }
    if plan.skip_defaults {
        proof.extend(quote!(.skipping_defaults()));
    }
    proof
}

/// The function as it was written, but for the attributes of its parameters that the compiler does not know.
pub fn function(function: &Function) -> TokenStream {
    let Function {
        attributes,
        visibility,
        signature,
        body,
        ..
    } = function;
    quote!(#(#attributes)* #visibility #signature #body)
}

/// The function that the runtime calls.
fn call(plan: &OperationPlan) -> TokenStream {
    let rt = short();
    let name = &plan.function.signature.ident;
    let argument::Handover {
        fetch,
        take,
        pass,
        lent,
        put_back,
    } = argument::handover(plan);
    let send = quote!(__FASTR_RETURNS.send(&__FASTR_OPERATION, __fastr_call, __fastr_value));
    let run = if plan.blocking {
        let work = quote_spanned!(name.span()=> #rt::blocking(move || (#name(#pass), #(#lent,)*)));
        later(
            plan,
            &take,
            &quote!(let (__fastr_value, #(#lent,)*) = #work.await;),
            &put_back,
            &send,
        )
    } else if plan.function.waits {
        later(
            plan,
            &take,
            &quote_spanned!(name.span()=> let __fastr_value = #name(#pass).await;),
            &put_back,
            &send,
        )
    } else {
        let called = quote!(#name(#pass));
        let value = if plan.function.signature.asyncness.is_some() {
            quote!(#rt::now(#called))
        } else {
            called
        };
        quote! {
            #take
            let __fastr_value = #value;
            #put_back
            __FASTR_RETURNS.outcome(&__FASTR_OPERATION, __fastr_call, __fastr_value)
        }
    };
    quote! {
        fn __fastr_call(__fastr_call: &mut #rt::Call) -> #rt::Outcome {
            #fetch
            #run
        }
    }
}

/// What a handler does that may wait. A future that cannot be sent to another thread is told at the function's name.
fn later(
    plan: &OperationPlan,
    take: &TokenStream,
    call: &TokenStream,
    put_back: &TokenStream,
    send: &TokenStream,
) -> TokenStream {
    let span = plan.function.signature.ident.span();
    let rt = short_at(span);
    quote_spanned! {span=>
        let mut __fastr_taken = __fastr_call.take();
        #rt::later(async move {
            let __fastr_call = &mut __fastr_taken;
            #take
            #call
            #put_back
            #send
        })
    }
}

/// The operation as data, which is of this kind, and this function to call.
pub fn data(plan: &OperationPlan, kind: &TokenStream, call: &TokenStream) -> TokenStream {
    let rt = short();
    let name = plan.function.signature.ident.to_string();
    let name = name.trim_start_matches("r#");
    let place = here_short(plan.place.span());
    let methods = plan.methods.iter().map(|method| format_ident!("{method:?}"));
    let path = plan.path.iter().map(|piece| match piece {
        Piece::Literal(text) => quote!(#rt::Segment::Literal(#text)),
        Piece::Parameter(name) => quote!(#rt::Segment::Parameter(#name)),
        Piece::CatchAll(name) => quote!(#rt::Segment::CatchAll(#name)),
    });
    let taking = argument::parameters(plan);
    let said = contract::said(plan);
    let limited = plan
        .body_limit
        .as_ref()
        .map(|_| quote!(.body_limit(__FASTR_BODY_LIMIT)));
    let documentation = documentation(&plan.words, plan.skip_none || plan.skip_defaults);
    quote! {
        #rt::Operation::new(#name)
            .at(::core::module_path!(), #place)
            .methods(&[#(#rt::Method::#methods),*])
            .path(&[#(#path),*])
            #taking
            .returning(__FASTR_RETURNS.statuses, __FASTR_RETURNS.describe)
            #said
            #limited
            .documented(#documentation)
            .#kind(#call)
    }
}

/// What was said for the document.
fn documentation(words: &Words, shortened: bool) -> TokenStream {
    let rt = short();
    let summary = &words.summary;
    let description = words.description.clone().unwrap_or_else(|| quote!(""));
    let mut said = Vec::new();
    if let Some(description) = &words.response_description {
        said.push(quote!(response_description: #description));
    }
    if !words.tags.is_empty() {
        let tags = &words.tags;
        said.push(quote!(tags: &[#(#tags),*]));
    }
    if words.deprecated {
        said.push(quote!(deprecated: true));
    }
    if let Some(id) = &words.operation_id {
        said.push(quote!(operation_id: ::core::option::Option::Some(#id)));
    }
    if !words.include_in_schema {
        said.push(quote!(include_in_schema: false));
    }
    if shortened {
        said.push(quote!(shortened: true));
    }
    if let Some(extra) = &words.openapi_extra {
        said.push(quote!(openapi_extra: ::core::option::Option::Some(|| #extra)));
    }
    if !words.callbacks.is_empty() {
        let callbacks = words.callbacks.iter().map(|name| {
            let rt = short_at(name.span());
            quote_spanned!(name.span()=> #rt::IsCallback::callback(&#name))
        });
        said.push(quote!(callbacks: ::core::option::Option::Some(|| ::std::vec![#(#callbacks),*])));
    }
    let plain = quote!(#rt::Documentation::new(#summary, #description));
    if said.is_empty() {
        return plain;
    }
    quote!(#rt::Documentation { #(#said,)* ..#plain })
}
