//! The statuses of an operation, and the assertions that are made of them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Expr;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::runtime::{runtime, runtime_at};
use crate::check::{Argument, Covers, Declared, From, OperationPlan, Status, status_literal};

/// The signature as a constant.
pub fn constants(plan: &OperationPlan, methods: &TokenStream) -> TokenStream {
    let rt = runtime();
    let status = match &plan.status {
        Status::Default => quote!(200),
        Status::Auto => {
            quote!(#rt::Contract::auto(#methods[0], __FASTR_RETURNS.statuses, __FASTR_PARAMETERS))
        }
        Status::Is(status) => code(status),
    };
    signature(plan, &status)
}

/// The signature with this status.
pub fn signature(plan: &OperationPlan, status: &TokenStream) -> TokenStream {
    let rt = runtime();
    let declared = plan.declared.iter().map(declared);
    let name = plan.function.signature.ident.to_string();
    quote! {
        const __FASTR_SIGNATURE: #rt::Signature = #rt::Signature {
            name: #name,
            status: #status,
            returns: __FASTR_RETURNS.statuses,
            parameters: __FASTR_PARAMETERS,
            declared: &[#(#declared),*],
        };
    }
}

/// An entry of `raises` or `responses` as data.
fn declared(entry: &Declared) -> TokenStream {
    let rt = runtime();
    let span = place(&entry.status);
    let mut data = match &entry.covers {
        Covers::Status => {
            let code = code(&entry.status);
            quote!(#rt::Declared::new(#rt::Covers::Status(#code)))
        }
        Covers::Class(digit) => quote!(#rt::Declared::new(#rt::Covers::Class(#digit))),
        Covers::Every => quote!(#rt::Declared::new(#rt::Covers::Every)),
        Covers::Variant(error, variant) => {
            let name = variant.unraw().to_string();
            let rt_here = runtime_at(span);
            let variants = quote_spanned!(error.span()=> <#error as #rt_here::RaisedError>::VARIANTS);
            quote!(#rt::Declared::variant(#variants, #name))
        }
    };
    if entry.raised {
        data.extend(quote!(.raised()));
    }
    if let Some(description) = &entry.description {
        data.extend(quote!(.described(#description)));
    }
    if let Some(model) = &entry.model {
        let schema = quote_spanned!(model.span()=> <#model as #rt::Schema>::shape);
        data.extend(quote!(.model(#schema)));
    }
    if !entry.headers.is_empty() {
        let headers = entry
            .headers
            .iter()
            .map(|(name, description)| quote!(#rt::HeaderDoc { name: #name, description: #description }));
        data.extend(quote!(.headers(&[#(#headers),*])));
    }
    if !entry.examples.is_empty() {
        let examples = entry.examples.iter().map(|(name, value)| {
            let written = quote_spanned!(value.span()=> &#value);
            quote!((#name, #rt::to_value(#written)))
        });
        data.extend(quote!(.examples(|| ::std::vec![#(#examples),*])));
    }
    data
}

/// A status as a number, from whatever it was written as.
pub fn code(status: &Expr) -> TokenStream {
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
pub fn place(status: &Expr) -> Span {
    match status {
        Expr::Path(path) => path.path.segments.last().map(|last| last.ident.span()),
        _ => None,
    }
    .unwrap_or_else(|| status.span())
}

/// The assertions: each at what it is about.
pub fn assertions(plan: &OperationPlan) -> TokenStream {
    let function = plan.function.signature.ident.span();
    let mut assertions = TokenStream::new();
    let mut assert = |span, call: TokenStream| {
        let signature = quote_spanned!(span=> __FASTR_SIGNATURE);
        let call = respanned(call, span);
        assertions.extend(quote!(const _: () = #signature.#call;));
    };
    if let Status::Is(status) = &plan.status {
        assert(place(status), quote!(assert_own()));
    }
    for (index, entry) in plan.declared.iter().enumerate() {
        assert(place(&entry.status), quote!(assert_declared(#index)));
    }
    if let Some(raises) = &plan.raises {
        assert(raises.span(), quote!(assert_raises()));
    }
    assert(returns_span(plan), quote!(assert_returns()));
    if let Some(bytes) = &plan.body_limit {
        assert(bytes.span(), quote!(assert_body_limit(__FASTR_BODY_LIMIT)));
    }
    let might_be_a_socket = |argument: &Argument| matches!(argument.from, From::Type);
    if plan.arguments.len() > 1 || plan.arguments.iter().any(might_be_a_socket) {
        assert(function, quote!(assert_parameters()));
    }
    assertions
}

fn returns_span(plan: &OperationPlan) -> Span {
    match &plan.function.signature.output {
        syn::ReturnType::Default => plan.function.signature.ident.span(),
        syn::ReturnType::Type(_, ty) => ty.span(),
    }
}

/// The tokens with another place.
fn respanned(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    moved.collect()
}

/// An assertion about a type. The function that panics is called by these tokens, and the compiler points at its caller.
pub fn assertion(span: Span, problem: &TokenStream) -> TokenStream {
    let rt = runtime_at(span);
    let hold = quote_spanned!(span=> #rt::hold(#problem));
    quote!(const _: () = #hold;)
}
