//! The attributes of [fastr](https://docs.rs/fastr), one line each. Their documentation is in that crate.
//!
//! Text becomes a model (`parse`), a model is checked (`check`), and what was checked is written out (`expand`).

use proc_macro::TokenStream;

mod diagnostics;

mod model;

mod parse;

mod check;

mod expand;

mod pipeline;

use model::Method;

macro_rules! operation {
    ($($(#[$doc:meta])* $name:ident $method:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[proc_macro_attribute]
        pub fn $name(arguments: TokenStream, item: TokenStream) -> TokenStream {
            pipeline::operation(stringify!($name), Some(Method::$method), arguments.into(), item.into()).into()
        }
    )*};
}

operation! {
    /// An operation with the method GET.
    get Get,
    /// An operation with the method POST.
    post Post,
    /// An operation with the method PUT.
    put Put,
    /// An operation with the method DELETE.
    delete Delete,
    /// An operation with the method PATCH.
    patch Patch,
    /// An operation with the method HEAD.
    head Head,
    /// An operation with the method OPTIONS.
    options Options,
    /// An operation with the method TRACE.
    trace Trace,
}

/// An operation with several methods: `#[route("/items", methods("GET", "POST"))]`.
#[proc_macro_attribute]
pub fn route(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::operation("route", None, arguments.into(), item.into()).into()
}

/// A type that can be sent and received: a struct of named fields, or an enum of plain names.
#[proc_macro_attribute]
pub fn model(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::model(arguments.into(), item.into()).into()
}
