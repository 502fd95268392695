//! The attribute of an operation: a path, then settings.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Token};

use super::path::template;
use super::setting::settings;
use crate::diagnostics::Diagnostics;
use crate::model::{Function, Method, Operation, Setting};

/// Reads an attribute and the function below it; nothing when one of them cannot be read at all.
pub fn operation(
    attribute: &'static str,
    method: Option<Method>,
    arguments: TokenStream,
    item: TokenStream,
    diagnostics: &mut Diagnostics,
) -> Option<Operation> {
    let function = syn::parse2::<Function>(item.clone());
    let function = match function {
        Ok(function) => function,
        Err(_) => {
            diagnostics.report(
                first_line(item),
                format!("`#[{attribute}]` goes above a function; move it to one"),
            );
            return None;
        }
    };
    let (path, settings) = match attribute_arguments.parse2(arguments) {
        Ok(read) => read,
        Err(error) => {
            diagnostics.add(error);
            return None;
        }
    };
    let had_path = path.is_some();
    let path = path.and_then(|literal| template(literal, diagnostics));
    if had_path && path.is_none() {
        return None;
    }
    Some(Operation {
        attribute,
        method,
        path,
        settings,
        function,
    })
}

fn attribute_arguments(input: ParseStream) -> syn::Result<(Option<LitStr>, Vec<Setting>)> {
    let path = if input.peek(LitStr) {
        Some(input.parse()?)
    } else {
        None
    };
    if path.is_some() && !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok((path, settings(input)?))
}

/// What stands before the first brace, so that a message does not underline a whole item.
fn first_line(item: TokenStream) -> TokenStream {
    item.into_iter()
        .take_while(|token| !matches!(token, proc_macro2::TokenTree::Group(_)))
        .collect()
}
