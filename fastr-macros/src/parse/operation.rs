//! The attribute of an operation: a path, then settings.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Token};

use super::path::template;
use super::setting::settings;
use crate::diagnostics::Diagnostics;
use crate::model::{Function, Method, Operation, Setting};

/// Reads the attribute above a function; nothing when it cannot be read at all.
pub fn operation(
    attribute: &'static str,
    method: Option<Method>,
    arguments: TokenStream,
    function: Function,
    diagnostics: &mut Diagnostics,
) -> Option<Operation> {
    let (path, settings) = match attribute_arguments.parse2(arguments) {
        Ok(read) => read,
        Err(error) => {
            diagnostics.add(error);
            return None;
        }
    };
    let path = match path {
        Some(literal) => Some(template(literal, diagnostics)?),
        None => None,
    };
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
