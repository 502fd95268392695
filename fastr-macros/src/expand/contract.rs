//! The statuses of an operation, and the assertions that are made of them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Expr;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::runtime::{runtime, runtime_at, short, short_at};
use crate::check::{Argument, Covers, Declared, From, OperationPlan, Status, status_literal};

/// What the attribute says of the statuses, for an operation of which all else is known.
pub fn said(plan: &OperationPlan) -> TokenStream {
    let mut said = match &plan.status {
        Status::Default => TokenStream::new(),
        Status::Auto => quote!(.auto_status()),
        Status::Is(status) => {
            let code = code(status);
            quote!(.status(#code))
        }
    };
    if !plan.declared.is_empty() {
        said.extend(quote!(.declaring(__FASTR_DECLARED)));
    }
    said
}

/// What was declared, if anything was, as a constant.
pub fn declarations(plan: &OperationPlan) -> Option<TokenStream> {
    let rt = short();
    let declared = plan.declared.iter().map(declared);
    (!plan.declared.is_empty()).then(|| quote!(const __FASTR_DECLARED: &[#rt::Declared] = &[#(#declared),*];))
}

/// An entry of `raises` or `responses` as data.
fn declared(entry: &Declared) -> TokenStream {
    let rt = short();
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
            let rt_here = short_at(span);
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
        let call = respanned(quote!(__FASTR_OPERATION.signature().#call), span);
        assertions.extend(quote!(const _: () = #call;));
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

/// Where the return type stands, or the name of a function that has none.
pub fn returns_span(plan: &OperationPlan) -> Span {
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
