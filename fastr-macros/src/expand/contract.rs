//! The statuses of an operation, and the assertions that are made of them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Expr;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::runtime::{runtime, runtime_at};
use crate::check::{Argument, Covers, Declared, From, OperationPlan, Status, status_literal};

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
    let declared = declarations(plan);
    quote! {
        const __FASTR_STATUS: u16 = #status;
        const __FASTR_DECLARED: &[#rt::Declared] = #declared;
    }
}

/// The entries of `raises` and `responses`.
pub fn declarations(plan: &OperationPlan) -> TokenStream {
    let declared = plan.declared.iter().map(declared);
    quote!(&[#(#declared),*])
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
    let rt = runtime();
    let name = plan.function.signature.ident.to_string();
    let returns = returns_span(plan);
    let mut assertions = TokenStream::new();
    if let Status::Is(status) = &plan.status {
        assertions.extend(assertion(
            place(status),
            &quote!(#rt::Contract::own_problem(__FASTR_STATUS, __FASTR_RETURNS.statuses, __FASTR_PARAMETERS, #name)),
        ));
    }
    for (index, entry) in plan.declared.iter().enumerate() {
        assertions.extend(assertion(
            place(&entry.status),
            &quote!(#rt::Contract::declared_problem(__FASTR_STATUS, &__FASTR_DECLARED[#index], __FASTR_RETURNS.statuses, __FASTR_PARAMETERS, #name)),
        ));
    }
    if let Some(raises) = &plan.raises {
        assertions.extend(assertion(
            raises.span(),
            &quote!(#rt::Contract::undeclared_problem(__FASTR_RETURNS.statuses, __FASTR_DECLARED, #name)),
        ));
    }
    assertions.extend(assertion(
        returns,
        &quote!(#rt::Contract::returns_problem(__FASTR_STATUS, __FASTR_RETURNS.statuses, __FASTR_DECLARED, #name)),
    ));
    let might_be_a_socket = |argument: &Argument| matches!(argument.from, From::Type);
    if plan.arguments.len() > 1 || plan.arguments.iter().any(might_be_a_socket) {
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
///
/// Its variable is one identifier with one span: the tokens may come from another macro, which would hide a second one.
pub fn assertion(span: Span, problem: &TokenStream) -> TokenStream {
    let message = Ident::new("__fastr_message", Span::call_site());
    let panic = quote_spanned!(span=> ::core::panic!("{}", #message.as_str()));
    quote! {
        const _: () = if let ::core::option::Option::Some(#message) = &#problem {
            #panic
        };
    }
}
