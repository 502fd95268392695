//! From code to a model. Syntax only: nothing is decided here.

mod answer;
mod data;
mod function;
mod operation;
mod path;
mod setting;
mod status;

pub use answer::answers;
pub use data::data;
pub use function::function;
pub use operation::operation;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Type};

/// The text of the doc comments, as the document shows it.
fn doc(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes.iter().filter_map(doc_line).collect();
    lines.join("\n").trim().to_owned()
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else {
        return None;
    };
    let Expr::Lit(ExprLit {
        lit: Lit::Str(text), ..
    }) = &pair.value
    else {
        return None;
    };
    let value = text.value();
    pair.path
        .is_ident("doc")
        .then(|| value.strip_prefix(' ').unwrap_or(&value).trim_end().to_owned())
}

/// What stands before the first brace, so that a message does not underline a whole item.
fn first_line(item: TokenStream) -> TokenStream {
    item.into_iter()
        .skip_while(is_attribute)
        .take_while(
            |token| !matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace),
        )
        .collect()
}

/// `#` or `[…]`
fn is_attribute(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(hash) => hash.as_char() == '#',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Bracket,
        _ => false,
    }
}

/// Whether these tokens hold a word anywhere.
fn holds_word(tokens: impl ToTokens, wanted: impl Fn(&str) -> bool + Copy) -> bool {
    tokens.into_token_stream().into_iter().any(|token| match token {
        TokenTree::Ident(word) => wanted(&word.to_string()),
        TokenTree::Group(group) => holds_word(group.stream(), wanted),
        _ => false,
    })
}

/// The type itself, where a user's macro has put it into a group that cannot be seen.
fn ungrouped(mut ty: &Type) -> &Type {
    while let Type::Group(group) = ty {
        ty = &group.elem;
    }
    ty
}
