//! The statuses of an operation, and the assertions that are made of them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

use super::runtime::{option, runtime};
use crate::check::{Declared, OperationPlan, Status, status_literal};

/// The constants for the statuses.
pub fn constants(plan: &OperationPlan, methods: &TokenStream) -> TokenStream {
    let rt = runtime();
    let status = match &plan.status {
        Status::Default => quote!(200),
        Status::Auto => {
            quote!(#rt::Contract::auto(#methods[0], __FASTR_RETURNS.statuses, __FASTR_PARAMETERS))
        }
        Status::Is(status) => code(status),
    };
    let declared = plan.declared.iter().map(|Declared { status, description }| {
        let status = code(status);
        let description = option(description.as_ref());
        quote!(#rt::Declared { status: #status, description: #description })
    });
    quote! {
        const __FASTR_STATUS: u16 = #status;
        const __FASTR_DECLARED: &[#rt::Declared] = &[#(#declared),*];
    }
}

/// A status as a number, from whatever it was written as.
fn code(status: &Expr) -> TokenStream {
    let rt = runtime();
    if let Some(number) = status_literal(status) {
        quote_spanned!(place(status)=> #number)
    } else {
        quote_spanned! {place(status)=> {
            #[allow(unused_imports, reason = "only what is no status needs it")]
            use #rt::NoStatus as _;
            #rt::StatusOf(#status).status_code()
        }}
    }
}

/// Where the compiler points for a status: at the name of a constant and not at its module, which comes first.
fn place(status: &Expr) -> Span {
    match status {
        Expr::Path(path) => path.path.segments.last().map(|last| last.ident.span()),
        _ => None,
    }
    .unwrap_or_else(|| status.span())
}

/// The assertions: each at what it is about.
pub fn assertions(plan: &OperationPlan) -> TokenStream {
    let rt = runtime();
    let name = plan.function.signature.ident.to_string();
    let returns = returns_span(plan);
    let mut assertions = TokenStream::new();
    let written = match &plan.status {
        Status::Is(status) => Some((status, quote!(__FASTR_STATUS))),
        Status::Default | Status::Auto => None,
    };
    let declared = plan
        .declared
        .iter()
        .enumerate()
        .map(|(index, entry)| (&entry.status, quote!(__FASTR_DECLARED[#index].status)));
    for (status, value) in written
        .into_iter()
        .chain(declared)
        .filter(|(status, _)| status_literal(status).is_none())
    {
        assertions.extend(assertion(
            place(status),
            &quote!(#rt::Contract::status_problem(#value)),
        ));
    }
    let own = match &plan.status {
        Status::Is(status) => Some((status, quote!(__FASTR_STATUS), true)),
        Status::Default | Status::Auto => None,
    };
    let others = plan
        .declared
        .iter()
        .enumerate()
        .map(|(index, entry)| (&entry.status, quote!(__FASTR_DECLARED[#index].status), false));
    for (status, value, own) in own.into_iter().chain(others) {
        assertions.extend(assertion(
            place(status),
            &quote!(#rt::Contract::impossible_problem(#value, __FASTR_RETURNS.statuses, __FASTR_PARAMETERS, #own, #name)),
        ));
    }
    assertions.extend(assertion(
        returns,
        &quote!(#rt::Contract::body_problem(__FASTR_STATUS, __FASTR_RETURNS.statuses, #name)),
    ));
    assertions.extend(assertion(
        returns,
        &quote!(#rt::Contract::open_problem(__FASTR_RETURNS.statuses, __FASTR_DECLARED, #name)),
    ));
    if plan.arguments.len() > 1 {
        let span = plan.function.signature.ident.span();
        assertions.extend(assertion(
            span,
            &quote!(#rt::Contract::parameters_problem(__FASTR_PARAMETERS, #name)),
        ));
    }
    assertions
}

fn returns_span(plan: &OperationPlan) -> Span {
    match &plan.function.signature.output {
        syn::ReturnType::Default => plan.function.signature.ident.span(),
        syn::ReturnType::Type(_, ty) => ty.span(),
    }
}

/// The panic stands in the code itself, and not in a function, so that the compiler points at these tokens alone.
fn assertion(span: Span, problem: &TokenStream) -> TokenStream {
    let rt = runtime();
    let panic = quote_spanned!(span=> ::core::panic!("{}", __fastr_message.as_str()));
    quote! {
        const _: () = {
            const __FASTR_PROBLEM: ::core::option::Option<#rt::Message> = #problem;
            if let ::core::option::Option::Some(__fastr_message) = &__FASTR_PROBLEM {
                #panic
            }
        };
    }
}
