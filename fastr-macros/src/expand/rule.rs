//! A rule of the user's own: a function that is asked about a value.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, Type};

use super::runtime::short;
use crate::check::is_option;

/// What is wrong with a value of this type, if anything: a function of the value by reference. A rule is about what is
/// there: one for an `Option<T>` is asked about the `T`.
pub fn broken(rule: &Expr, ty: &Type) -> TokenStream {
    let asked = quote_spanned!(rule.span()=> #rule(__fastr_value));
    let reason = quote! {
        match #asked {
            ::core::result::Result::Ok(()) => ::core::option::Option::None,
            ::core::result::Result::Err(__fastr_reason) => {
                ::core::option::Option::Some(::std::string::ToString::to_string(&__fastr_reason))
            }
        }
    };
    if is_option(ty) {
        quote!(|__fastr_value: &#ty| __fastr_value.as_ref().and_then(|__fastr_value| #reason))
    } else {
        quote!(|__fastr_value: &#ty| #reason)
    }
}

/// The same, asked of a value that is still JSON; nothing when there is no rule.
pub fn asked_of_json(rule: Option<&Expr>, ty: &Type) -> TokenStream {
    let rt = short();
    match rule {
        None => quote!(::core::option::Option::None),
        Some(rule) => {
            let broken = broken(rule, ty);
            quote!(::core::option::Option::Some(|__fastr_json| #rt::broken_rule::<#ty>(__fastr_json, #broken)))
        }
    }
}

/// Whether a value keeps the rule; `value` is a reference to it. It does not begin with a block, so that it can begin a
/// chain of `&&`; and it asks as [`broken`] does, so that the compiler says of both what it says of one.
pub fn kept(rule: &Expr, ty: &Type, value: &TokenStream) -> TokenStream {
    let asked = quote_spanned!(rule.span()=> #rule(__fastr_value));
    if is_option(ty) {
        quote!(::core::option::Option::is_none_or(
            { let __fastr_value: &#ty = #value; __fastr_value.as_ref() },
            |__fastr_value| ::core::result::Result::is_ok(&#asked),
        ))
    } else {
        quote!(::core::result::Result::is_ok(&{
            let __fastr_value: &#ty = #value;
            #asked
        }))
    }
}
