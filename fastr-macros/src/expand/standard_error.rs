//! What the derived errors are to the standard library.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Member, Type};

use super::runtime::runtime;
use super::{answer, words};
use crate::check::{AnswersPlan, PlannedAnswer};

/// `Display`, `Error`, and `From` for what can become the error with `?`. One without a message says what this function of the
/// runtime says.
pub fn traits(plan: &AnswersPlan, title: &TokenStream) -> TokenStream {
    let name = &plan.name;
    let texts = plan
        .answers
        .iter()
        .enumerate()
        .map(|(index, entry)| display(plan, index, entry, title));
    let sources = sources(plan);
    let conversions = plan.answers.iter().filter_map(|entry| conversion(plan, entry));
    let error = quote_spanned!(name.span()=> impl ::std::error::Error for #name);
    quote! {
        impl ::core::fmt::Display for #name {
            fn fmt(&self, __fastr_formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self { #(#texts)* }
            }
        }
        #error {
            fn source(&self) -> ::core::option::Option<&(dyn ::std::error::Error + 'static)> {
                match self { #sources }
            }
        }
        #(#conversions)*
    }
}

fn display(plan: &AnswersPlan, index: usize, entry: &PlannedAnswer, title: &TokenStream) -> TokenStream {
    let rt = runtime();
    match (&entry.status, &entry.message, entry.fields.first()) {
        (None, _, Some(field)) => {
            let pattern = answer::pattern(plan, entry, &[&field.member]);
            let inner = answer::variable(&field.member);
            quote!(#pattern => ::core::fmt::Display::fmt(#inner, __fastr_formatter),)
        }
        (_, Some(message), _) => {
            let pattern = answer::pattern(plan, entry, &words::named(entry, &[message]));
            if !message.value().contains(['{', '}']) {
                return quote!(#pattern => __fastr_formatter.write_str(#message),);
            }
            let arguments = words::arguments(entry, message);
            quote!(#pattern => __fastr_formatter.write_fmt(::core::format_args!(#arguments)),)
        }
        _ => {
            let pattern = answer::pattern(plan, entry, &[]);
            quote!(#pattern => __fastr_formatter.write_str(#rt::#title(__FASTR_STATUSES[#index])),)
        }
    }
}

/// The arms that say which error led to this one.
fn sources(plan: &AnswersPlan) -> TokenStream {
    let arms: Vec<_> = plan
        .answers
        .iter()
        .filter_map(|entry| source(plan, entry))
        .collect();
    let rest = (arms.len() < plan.answers.len()).then(|| quote!(_ => ::core::option::Option::None,));
    quote!(#(#arms)* #rest)
}

fn source(plan: &AnswersPlan, entry: &PlannedAnswer) -> Option<TokenStream> {
    let transparent = entry.fields.first().filter(|_| entry.status.is_none());
    let field = transparent.or_else(|| entry.source())?;
    let pattern = answer::pattern(plan, entry, &[&field.member]);
    let variable = answer::variable(&field.member);
    if transparent.is_some() {
        return Some(quote!(#pattern => ::std::error::Error::source(#variable),));
    }
    let (rt, span) = (runtime(), field.ty.span());
    let variable = Ident::new(&variable.to_string(), variable.span().located_at(span));
    let value = if may_be_boxed(&field.ty) {
        quote_spanned!(span=> { use #rt::Cause as _; #variable.__fastr_cause() })
    } else {
        quote!(#rt::Cause::__fastr_cause(#variable))
    };
    Some(quote!(#pattern => ::core::option::Option::Some(#value),))
}

/// Whether this is a box of an error, maybe under another name. The compiler says more of anything else when it need not
/// look into it.
fn may_be_boxed(ty: &Type) -> bool {
    let last = match ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    };
    last.is_some_and(|last| {
        ["Box", "Rc", "Arc", "Error"]
            .iter()
            .any(|end| last.ends_with(end))
    })
}

fn conversion(plan: &AnswersPlan, entry: &PlannedAnswer) -> Option<TokenStream> {
    let field = entry.marked("from")?;
    let (name, ty, member): (_, _, &Member) = (&plan.name, &field.ty, &field.member);
    let variant = plan.is_enum.then(|| {
        let variant = &entry.name;
        quote!(::#variant)
    });
    Some(quote! {
        impl ::core::convert::From<#ty> for #name {
            fn from(__fastr_error: #ty) -> Self {
                Self #variant { #member: __fastr_error }
            }
        }
    })
}
