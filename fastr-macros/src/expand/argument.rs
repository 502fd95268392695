//! The arguments of an operation: what they are, how they are fetched, and how they are handed over.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::runtime::runtime;
use crate::check::{Argument, OperationPlan};

/// The name of the constant that describes the argument at this index.
pub fn constant(index: usize) -> Ident {
    format_ident!("__FASTR_ARGUMENT_{index}")
}

fn variable(index: usize) -> Ident {
    format_ident!("__fastr_argument_{index}")
}

/// The constant that describes an argument: the only mention of its type, so that one mistake is one error.
pub fn declaration(index: usize, argument: &Argument) -> TokenStream {
    let (rt, constant) = (runtime(), constant(index));
    let ty = match argument {
        Argument::Path(_, ty, _) | Argument::Infer(_, ty) | Argument::Lend(_, ty, _) => ty,
    };
    let span = ty.span();
    let name = |name: &Ident| name.to_string().trim_start_matches("r#").to_owned();
    let (kind, value) = match argument {
        Argument::Path(ident, ty, position) => {
            let name = name(ident);
            (
                quote!(Arg),
                quote_spanned!(span=> <#ty as #rt::FromPath>::PATH.named(#name).at(#position)),
            )
        }
        Argument::Infer(ident, ty) => {
            let name = name(ident);
            (
                quote!(Arg),
                quote_spanned!(span=> <#ty as #rt::Argument>::ARG.named(#name)),
            )
        }
        Argument::Lend(ident, ty, _) => {
            let name = name(ident);
            (
                quote!(Loan),
                quote_spanned!(span=> <#ty as #rt::Lend>::LOAN.named(#name)),
            )
        }
    };
    quote!(const #constant: #rt::#kind<#ty> = #value;)
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
    let rt = runtime();
    let (mut owned, mut gets, mut pass) = (Vec::new(), Vec::new(), Vec::new());
    let (mut lent, mut take, mut put_back) = (Vec::new(), TokenStream::new(), TokenStream::new());
    for (index, argument) in plan.arguments.iter().enumerate() {
        let (constant, variable) = (constant(index), variable(index));
        let Argument::Lend(_, _, mutable) = argument else {
            gets.push(quote!(#constant.get(&mut __fastr_call)));
            pass.push(variable.to_token_stream());
            owned.push(variable);
            continue;
        };
        take.extend(quote!(let mut #variable = #constant.take(&mut __fastr_call);));
        put_back.extend(quote!(#constant.put_back(#variable, &mut __fastr_call);));
        pass.push(if *mutable {
            quote!(&mut #variable)
        } else {
            quote!(&#variable)
        });
        lent.push(variable);
    }
    let fetch = if owned.is_empty() {
        TokenStream::new()
    } else {
        quote! {
            let (#(::core::option::Option::Some(#owned),)*) = (#(#gets,)*) else {
                return #rt::Outcome::Ready(#rt::refuse(__fastr_call));
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
