//! The function below an attribute. Its body is not looked into beyond whether it might wait.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, FnArg, Pat, PatType, ReturnType, Signature, Visibility};

use super::{doc, holds_word};
use crate::model::{Function, Parameter, Receiver};

/// Macros of the standard library and of `serde_json` that never wait.
const NEVER_WAIT: [&str; 22] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "concat",
    "dbg",
    "debug_assert",
    "env",
    "eprintln",
    "file",
    "format",
    "include_str",
    "json",
    "line",
    "matches",
    "panic",
    "print",
    "println",
    "stringify",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
];

impl Parse for Function {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility: Visibility = input.parse()?;
        let signature: Signature = input.parse()?;
        let body: TokenStream = input.parse()?;
        let waits = signature.asyncness.is_some() && might_wait(body.clone());
        let receiver = signature
            .receiver()
            .map(|receiver| Receiver(receiver.to_token_stream()));
        let parameters = signature.inputs.iter().filter_map(parameter).collect();
        let returns = match &signature.output {
            ReturnType::Default => syn::parse_quote!(()),
            ReturnType::Type(_, ty) => (**ty).clone(),
        };
        Ok(Self {
            doc: doc(&attributes),
            attributes,
            visibility,
            signature,
            body,
            receiver,
            parameters,
            returns,
            waits,
        })
    }
}

fn parameter(argument: &FnArg) -> Option<Parameter> {
    let FnArg::Typed(PatType { pat, ty, .. }) = argument else {
        return None;
    };
    let name = match &**pat {
        Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => Some(name.ident.clone()),
        _ => None,
    };
    Some(Parameter {
        name,
        pattern: (**pat).clone(),
        ty: (**ty).clone(),
    })
}

/// An async function without `await` is done when it is first polled. A macro can hide one.
fn might_wait(body: TokenStream) -> bool {
    holds_word(body.clone(), |word| word == "await") || calls_unknown_macro(body)
}

fn calls_unknown_macro(tokens: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().any(|(index, token)| match token {
        TokenTree::Group(group) => calls_unknown_macro(group.stream()),
        TokenTree::Ident(word) => {
            let called = matches!(
                tokens.get(index + 1..index + 3),
                Some([TokenTree::Punct(bang), TokenTree::Group(_)]) if bang.as_char() == '!'
            );
            called && !NEVER_WAIT.contains(&word.to_string().as_str())
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_waits_only_where_something_in_it_can() {
        for (body, waits) in [
            ("{ item }", false),
            ("{ format!(\"{x}\") }", false),
            ("{ if a != (b) { vec![1] } }", false),
            ("{ a.await }", true),
            ("{ { a(b.await) } }", true),
            ("{ tokio::join!(a, b) }", true),
        ] {
            let tokens: TokenStream = body.parse().unwrap_or_default();
            assert_eq!(might_wait(tokens), waits, "{body}");
        }
    }
}
