//! The attributes of [fastr](https://docs.rs/fastr), one line each. That crate shows how they are used.
//!
//! Text becomes a model (`parse`), a model is checked (`check`), and what was checked is written out (`expand`).

use proc_macro::TokenStream;

mod diagnostics;

mod model;

mod parse;

mod check;

mod expand;

mod pipeline;

#[cfg(test)]
mod snapshots;

use model::{Derive, Kind, Method};

macro_rules! operation {
    ($($name:ident $method:ident),* $(,)?) => {$(
        #[doc = include_str!("../docs/operation.md")]
        #[proc_macro_attribute]
        pub fn $name(arguments: TokenStream, item: TokenStream) -> TokenStream {
            pipeline::operation(stringify!($name), Some(Method::$method), arguments.into(), item.into()).into()
        }
    )*};
}

operation! {
    get Get,
    post Post,
    put Put,
    delete Delete,
    patch Patch,
    head Head,
    options Options,
    trace Trace,
}

#[doc = include_str!("../docs/operation.md")]
#[proc_macro_attribute]
pub fn route(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::operation("route", None, arguments.into(), item.into()).into()
}

#[doc = include_str!("../docs/websocket.md")]
#[proc_macro_attribute]
pub fn websocket(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::websocket(arguments.into(), item.into()).into()
}

#[doc = include_str!("../docs/webhook.md")]
#[proc_macro_attribute]
pub fn webhook(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::outgoing(Kind::Webhook, "webhook", arguments.into(), item.into()).into()
}

#[doc = include_str!("../docs/callback.md")]
#[proc_macro_attribute]
pub fn callback(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::outgoing(Kind::Callback, "callback", arguments.into(), item.into()).into()
}

#[doc = include_str!("../docs/exception_handler.md")]
#[proc_macro_attribute]
pub fn exception_handler(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::attached(Kind::Handler, "exception_handler", arguments.into(), item.into()).into()
}

#[doc = include_str!("../docs/middleware.md")]
#[proc_macro_attribute]
pub fn middleware(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::attached(Kind::Middleware, "middleware", arguments.into(), item.into()).into()
}

#[doc = include_str!("../docs/model.md")]
#[proc_macro_attribute]
pub fn model(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::model(arguments.into(), item.into()).into()
}

#[doc = include_str!("../docs/api_error.md")]
#[proc_macro_derive(ApiError, attributes(status, from, source, detail, error))]
pub fn api_error(item: TokenStream) -> TokenStream {
    pipeline::answers(Derive::ApiError, item.into()).into()
}

#[doc = include_str!("../docs/responses.md")]
#[proc_macro_derive(Responses, attributes(status, body))]
pub fn responses(item: TokenStream) -> TokenStream {
    pipeline::answers(Derive::Responses, item.into()).into()
}
