//! The attribute of an operation: a path, then settings.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, ext::IdentExt};

use super::path::template;
use super::setting::{comma, settings};
use crate::diagnostics::Diagnostics;
use crate::model::{Function, Kind, Method, Operation, Piece, Setting, Template};

/// Reads the attribute above a function; nothing when it cannot be read at all.
pub fn operation(
    kind: Kind,
    attribute: &'static str,
    method: Option<Method>,
    arguments: TokenStream,
    function: Function,
    diagnostics: &mut Diagnostics,
) -> Option<Operation> {
    let (path, settings) = match attribute_arguments(kind, attribute).parse2(arguments) {
        Ok(read) => read,
        Err(error) => {
            diagnostics.add(error);
            return None;
        }
    };
    let path = match (path, kind) {
        (Some(literal), Kind::Handler | Kind::Middleware) => {
            diagnostics.report(literal, format!("{} has no path; leave it out", kind.noun()));
            return None;
        }
        (Some(literal), Kind::Served | Kind::Socket) => Some(template(literal, diagnostics)?),
        (Some(literal), Kind::Webhook | Kind::Callback) => Some(Template {
            pieces: vec![Piece::Literal(literal.value())],
            literal,
        }),
        (None, _) => None,
    };
    Some(Operation {
        kind,
        attribute,
        method,
        path,
        settings,
        function,
    })
}

/// What stands in the parentheses: the path, if there is one, and the settings.
fn attribute_arguments(
    kind: Kind,
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
                "`#[{attribute}]` begins with {}",
                beginning(kind, attribute)
            )));
        }
        Ok((None, settings(input)?))
    }
}

/// What stands first in an attribute, and how to write it.
fn beginning(kind: Kind, attribute: &str) -> String {
    let (what, example) = match kind {
        Kind::Handler => return "a setting; write `#[exception_handler(status_code = 418)]`".to_owned(),
        Kind::Middleware => {
            return "a setting; write `#[middleware(raises(429))]`, or nothing behind it".to_owned();
        }
        Kind::Served | Kind::Socket => ("its path", "/…"),
        Kind::Webhook => ("its name", "new-order"),
        Kind::Callback => ("the address that is called", "{$request.body#/callback_url}"),
    };
    format!("{what} in quotes; write `#[{attribute}(\"{example}\")]`")
}
