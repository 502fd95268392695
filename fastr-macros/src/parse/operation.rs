//! The attribute of an operation: a path, then settings.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, ext::IdentExt};

use super::path::template;
use super::setting::{comma, settings};
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
    let (path, settings) = match attribute_arguments(attribute).parse2(arguments) {
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

/// What stands in the parentheses: the path, if there is one, and the settings.
fn attribute_arguments(
    attribute: &str,
) -> impl FnOnce(ParseStream) -> syn::Result<(Option<LitStr>, Vec<Setting>)> {
    move |input| {
        if input.peek(LitStr) {
            let path = input.parse()?;
            comma(input)?;
            return Ok((Some(path), settings(input)?));
        }
        if !input.is_empty() && !input.peek(Ident::peek_any) {
            return Err(input.error(format!(
                "`#[{attribute}]` begins with its path in quotes; write `#[{attribute}(\"/…\")]`"
            )));
        }
        Ok((None, settings(input)?))
    }
}
