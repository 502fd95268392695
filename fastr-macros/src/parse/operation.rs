//! The attribute of an operation: a path, then settings.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, ext::IdentExt};

use super::path::template;
use super::setting::{comma, settings};
use super::{first_line, holds_word};
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
        // The compiler tells what is wrong with a function; this is only in case that it finds nothing.
        Err(error) if holds_word(first_line(item.clone()), |word| word == "fn") => {
            diagnostics.add(error);
            return None;
        }
        Err(_) => {
            diagnostics.report(
                first_line(item),
                format!("`#[{attribute}]` goes above a function; move it to one"),
            );
            return None;
        }
    };
    let (path, settings) = match attribute_arguments(attribute).parse2(arguments) {
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
