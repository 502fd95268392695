//! The function below an attribute. Its body is not looked into beyond whether it might wait.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, FnArg, Meta, Pat, PatType, ReturnType, Signature, Visibility};

use super::setting::settings;
use super::{doc, first_line, holds_word, ungrouped};
use crate::diagnostics::Diagnostics;
use crate::model::{Function, Parameter, Receiver, SourceAttribute};

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

/// What can say where a parameter comes from.
const SOURCES: [&str; 8] = [
    "path", "query", "header", "cookie", "body", "form", "file", "state",
];

/// Reads a function; nothing when it is none.
pub fn function(attribute: &str, item: TokenStream, diagnostics: &mut Diagnostics) -> Option<Function> {
    match syn::parse2::<Written>(item.clone()) {
        Ok(written) => Some(taken_apart(written, diagnostics)),
        // The compiler tells what is wrong with a function; this is only in case that it finds nothing.
        Err(error) if holds_word(first_line(item.clone()), |word| word == "fn") => {
            diagnostics.add(error);
            None
        }
        Err(_) => {
            diagnostics.report(
                first_line(item),
                format!("`#[{attribute}]` goes above a function; move it to one"),
            );
            None
        }
    }
}

/// A function as it was written.
struct Written {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    signature: Signature,
    body: TokenStream,
}

impl Parse for Written {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        Ok(Self {
            attributes: input.call(Attribute::parse_outer)?,
            visibility: input.parse()?,
            signature: input.parse()?,
            body: input.parse()?,
        })
    }
}

fn taken_apart(written: Written, diagnostics: &mut Diagnostics) -> Function {
    let Written {
        attributes,
        visibility,
        mut signature,
        body,
    } = written;
    let parameters = signature
        .inputs
        .iter_mut()
        .filter_map(|argument| parameter(argument, diagnostics))
        .collect();
    let waits =
        signature.asyncness.is_some() && (might_wait(body.clone()) || attributes.iter().any(might_rewrite));
    let receiver = signature
        .receiver()
        .map(|receiver| Receiver(receiver.to_token_stream()));
    let returns = match &signature.output {
        ReturnType::Default => syn::parse_quote!(()),
        ReturnType::Type(_, ty) => ungrouped(ty).clone(),
    };
    Function {
        doc: doc(&attributes),
        attributes,
        visibility,
        signature,
        body,
        receiver,
        parameters,
        returns,
        waits,
    }
}

/// Reads a parameter and takes from it the attributes that the compiler does not know.
fn parameter(argument: &mut FnArg, diagnostics: &mut Diagnostics) -> Option<Parameter> {
    let FnArg::Typed(PatType { attrs, pat, ty, .. }) = argument else {
        return None;
    };
    let (ours, others): (Vec<Attribute>, Vec<Attribute>) = std::mem::take(attrs)
        .into_iter()
        .partition(|attribute| SOURCES.iter().any(|name| attribute.path().is_ident(name)));
    *attrs = others;
    let sources = ours
        .iter()
        .filter_map(|attribute| source(attribute, diagnostics))
        .collect();
    let name = match &**pat {
        Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => Some(name.ident.clone()),
        _ => None,
    };
    Some(Parameter {
        name,
        pattern: (**pat).clone(),
        ty: ungrouped(ty).clone(),
        sources,
    })
}

fn source(attribute: &Attribute, diagnostics: &mut Diagnostics) -> Option<SourceAttribute> {
    let name = attribute.path().get_ident()?.clone();
    let settings = match &attribute.meta {
        Meta::Path(_) => Ok(Vec::new()),
        Meta::List(_) => attribute.parse_args_with(settings),
        Meta::NameValue(_) => Err(syn::Error::new_spanned(
            &name,
            format!("`{name}` takes its settings in parentheses; write `#[{name}(…)]`"),
        )),
    };
    match settings {
        Ok(settings) => Some(SourceAttribute { name, settings }),
        Err(error) => {
            diagnostics.add(error);
            None
        }
    }
}

/// Attributes that leave the function as it is.
const INERT: [&str; 12] = [
    "allow",
    "cfg",
    "cold",
    "deny",
    "deprecated",
    "doc",
    "expect",
    "forbid",
    "inline",
    "must_use",
    "track_caller",
    "warn",
];

/// An attribute macro can make another function of this one, and that may wait.
fn might_rewrite(attribute: &Attribute) -> bool {
    let inert = |path: &syn::Path| INERT.iter().any(|name| path.is_ident(name));
    !inert(attribute.path())
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
