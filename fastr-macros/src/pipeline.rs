//! The stages one after the other. An item with a mistake is still written out, so that nothing else complains.

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use crate::model::{Derive, Kind, Method};
use crate::{check, expand, parse};

/// An attribute of an operation.
pub fn operation(
    attribute: &'static str,
    method: Option<Method>,
    arguments: TokenStream,
    item: TokenStream,
) -> TokenStream {
    let kind = Kind::Served;
    let mut diagnostics = Diagnostics::default();
    let function = parse::function(attribute, item.clone(), &mut diagnostics);
    let plain = function.as_ref().map_or(item, expand::function);
    let expanded = function
        .and_then(|function| parse::operation(kind, attribute, method, arguments, function, &mut diagnostics))
        .and_then(|operation| check::operation(operation, &mut diagnostics))
        .map(|plan| expand::operation(&plan));
    finish(expanded, plain, diagnostics)
}

/// `#[websocket]`: the handshake is a GET.
pub fn websocket(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let (kind, attribute) = (Kind::Socket, "websocket");
    let mut diagnostics = Diagnostics::default();
    let function = parse::function(attribute, item.clone(), &mut diagnostics);
    let plain = function.as_ref().map_or(item, expand::function);
    let expanded = function
        .and_then(|function| {
            let method = Some(Method::Get);
            parse::operation(kind, attribute, method, arguments, function, &mut diagnostics)
        })
        .and_then(|operation| check::websocket(operation, &mut diagnostics))
        .map(|plan| expand::websocket(&plan));
    finish(expanded, plain, diagnostics)
}

/// `#[webhook]` and `#[callback]`: the function has no body, and nothing is left of it but its description.
pub fn outgoing(
    kind: Kind,
    attribute: &'static str,
    arguments: TokenStream,
    item: TokenStream,
) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let function = parse::function(attribute, item, &mut diagnostics);
    let plain = function
        .as_ref()
        .map(|function| expand::plain_outgoing(kind, function))
        .unwrap_or_default();
    let expanded = function
        .and_then(|function| parse::operation(kind, attribute, None, arguments, function, &mut diagnostics))
        .and_then(|operation| check::outgoing(operation, &mut diagnostics))
        .map(|plan| expand::outgoing(kind, &plan));
    finish(expanded, plain, diagnostics)
}

/// `#[exception_handler]` and `#[middleware]`.
pub fn attached(
    kind: Kind,
    attribute: &'static str,
    arguments: TokenStream,
    item: TokenStream,
) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let function = parse::function(attribute, item.clone(), &mut diagnostics);
    let plain = function.as_ref().map_or(item, expand::function);
    let expanded = function
        .and_then(|function| parse::operation(kind, attribute, None, arguments, function, &mut diagnostics))
        .and_then(|operation| check::attached(operation, &mut diagnostics))
        .map(|plan| expand::attached(kind, &plan));
    finish(expanded, plain, diagnostics)
}

/// `#[model]`.
pub fn model(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let parsed = parse::data(arguments, item.clone(), &mut diagnostics);
    let written = parsed.as_ref().map(|data| data.item.clone());
    let expanded = parsed
        .and_then(|data| check::model(data, &mut diagnostics))
        .map(|plan| expand::model(&plan));
    // An outline is as much work as half of a model, so it is only made where there is a mistake.
    let expanded = expanded.or_else(|| written.as_ref().map(expand::plain_model));
    finish(expanded, item, diagnostics)
}

/// `#[derive(ApiError)]`, `#[derive(Responses)]` and `#[derive(CloseError)]`, which leave the item itself to the compiler.
pub fn answers(derive: Derive, item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let parsed = parse::answers(derive, item, &mut diagnostics);
    let plain = parsed
        .as_ref()
        .map(|answers| expand::plain_answers(derive, answers))
        .unwrap_or_default();
    let expanded = parsed
        .and_then(|answers| check::answers(answers, &mut diagnostics))
        .map(|plan| match derive {
            Derive::ApiError => expand::api_error(&plan),
            Derive::Responses => expand::responses(&plan),
            Derive::CloseError => expand::close_error(&plan),
        });
    finish(expanded, plain, diagnostics)
}

fn finish(expanded: Option<TokenStream>, item: TokenStream, diagnostics: Diagnostics) -> TokenStream {
    let mut output = diagnostics.into_tokens();
    output.extend(expanded.unwrap_or(item));
    output
}
