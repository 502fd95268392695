//! The arguments of an operation: what they are, how they are fetched, and how they are handed over.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::field::{constraints, default_value, examples};
use super::rule::broken;
use super::runtime::{short, short_at};
use crate::check::{Argument, From, OperationPlan};

/// The name of the constant that describes the argument at this index.
fn constant(index: usize) -> Ident {
    format_ident!("__FASTR_{index}")
}

fn variable(index: usize) -> Ident {
    format_ident!("__fastr_{index}")
}

/// The constants that describe the arguments.
pub fn declarations(plan: &OperationPlan) -> TokenStream {
    let arguments = plan.arguments.iter().enumerate();
    arguments
        .map(|(index, argument)| declaration(index, argument))
        .collect()
}

/// The arguments for the operation as data, if there are any.
pub fn parameters(plan: &OperationPlan) -> Option<TokenStream> {
    let constants = (0..plan.arguments.len()).map(constant);
    (!plan.arguments.is_empty()).then(|| quote!(.taking(&[#(#constants.parameter),*])))
}

/// The constant that describes an argument: the only mention of its type that asks anything of it, so that one
/// mistake is one error.
fn declaration(index: usize, argument: &Argument) -> TokenStream {
    let (rt, constant) = (short(), constant(index));
    let (ty, name) = (&argument.ty, &argument.wire_name);
    let span = ty.span();
    let rt_here = short_at(span);
    let (what, found) = match argument.from {
        From::Path(_) => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::FromPath>::PATH),
        ),
        From::Type => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::Argument>::ARG),
        ),
        From::Query => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::FromText>::QUERY),
        ),
        From::Header => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::FromText>::HEADER),
        ),
        From::Cookie => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::FromText>::COOKIE),
        ),
        From::Form => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::FromText>::FORM),
        ),
        From::File => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::FromFile>::FILE),
        ),
        From::Body => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::FromBody>::JSON),
        ),
        From::State => (
            quote!(Arg),
            quote_spanned!(span=> <#ty as #rt_here::FromState>::STATE),
        ),
        From::Loan(_) => (quote!(Loan), quote_spanned!(span=> <#ty as #rt_here::Lend>::LOAN)),
    };
    let named = if let From::Path(position) = argument.from {
        quote!(.at(#position, #name))
    } else {
        quote!(.named(#name))
    };
    let default = argument.default.as_ref().map(|default| {
        let value = default_value(default, ty);
        quote!(.or(|| #value))
    });
    let details = details(argument);
    let rule = argument.rule.as_ref().map(|rule| {
        let broken = broken(rule, ty);
        quote!(.checked(#broken, |__fastr_value| #rt::to_value(__fastr_value)))
    });
    let taken = if let From::State = argument.from {
        quote!(&'static #ty)
    } else {
        quote!(#ty)
    };
    quote!(const #constant: #rt::#what<#taken> = #found #named #details #default #rule;)
}

/// What was written at the argument, if anything was.
fn details(argument: &Argument) -> Option<TokenStream> {
    let rt = short();
    let mut said = Vec::new();
    if !argument.constraints.is_empty() {
        let constraints = constraints(&argument.constraints);
        said.push(quote!(constraints: #constraints));
    }
    if let Some(default) = &argument.default {
        let (value, ty) = (default_value(default, &argument.ty), &argument.ty);
        said.push(quote!(default: ::core::option::Option::Some(|| #rt::to_value::<#ty>(&#value))));
    }
    if let Some(title) = &argument.title {
        said.push(quote!(title: #title));
    }
    if let Some(description) = &argument.description {
        said.push(quote!(description: #description));
    }
    if !argument.examples.is_empty() {
        let examples = examples(&argument.examples);
        said.push(quote!(examples: #examples));
    }
    for (set, name) in [
        (argument.deprecated, "deprecated"),
        (argument.hidden, "hidden"),
        (argument.embed, "embed"),
    ] {
        if set {
            let name = format_ident!("{name}");
            said.push(quote!(#name: true));
        }
    }
    (!said.is_empty()).then(|| quote!(.with(#rt::Details { #(#said,)* ..#rt::Details::NONE })))
}

/// What is done before and after the function is called.
pub struct Handover {
    /// Fetches what is owned, all of it before anything is refused.
    pub fetch: TokenStream,
    /// Takes what is lent.
    pub take: TokenStream,
    /// What the function is called with.
    pub pass: TokenStream,
    /// The names of what is lent.
    pub lent: Vec<Ident>,
    /// Puts back what was lent.
    pub put_back: TokenStream,
}

/// The handover of all arguments.
pub fn handover(plan: &OperationPlan) -> Handover {
    let rt = short();
    let (mut owned, mut pass) = (Vec::new(), Vec::new());
    let (mut lent, mut take, mut put_back) = (Vec::new(), TokenStream::new(), TokenStream::new());
    for (index, argument) in plan.arguments.iter().enumerate() {
        let (constant, variable) = (constant(index), variable(index));
        let From::Loan(mutable) = argument.from else {
            pass.push(variable.to_token_stream());
            owned.push((is_request(&argument.ty), constant, variable));
            continue;
        };
        take.extend(quote!(let mut #variable = #constant.take(__fastr_call);));
        put_back.extend(quote!(#constant.put_back(#variable, __fastr_call);));
        pass.push(if mutable {
            quote!(&mut #variable)
        } else {
            quote!(&#variable)
        });
        lent.push(variable);
    }
    // What takes the whole request leaves nothing of it to others.
    owned.sort_by_key(|(is_last, ..)| *is_last);
    let fetch = if owned.is_empty() {
        TokenStream::new()
    } else {
        let (constants, variables) = (
            owned.iter().map(|(_, constant, _)| constant),
            owned.iter().map(|(.., variable)| variable),
        );
        quote! {
            let (#(::core::option::Option::Some(#variables),)*) = (#(#constants.get(__fastr_call),)*) else {
                return #rt::refuse(__fastr_call);
            };
        }
    };
    Handover {
        fetch,
        take,
        pass: quote!(#(#pass),*),
        lent,
        put_back,
    }
}

/// Whether it is the request itself, by its name.
fn is_request(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Path(path) if path.path.segments.last().is_some_and(|name| name.ident == "Request"))
}
