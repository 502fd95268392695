//! The one place that knows where the runtime is.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

/// The runtime, for generated code.
pub fn runtime() -> TokenStream {
    quote!(::fastr::__private)
}

/// The runtime, for code about which the compiler may have something to say at this place.
pub fn runtime_at(span: Span) -> TokenStream {
    quote_spanned!(span=> ::fastr::__private)
}

/// What gives the runtime a short name in the block beside a function, which is less to read, and for the compiler too.
pub fn import() -> TokenStream {
    quote!(
        use ::fastr::__private as __fastr;
    )
}

/// The runtime by its short name. A word, because a stream inside of another costs a call of the compiler.
pub fn short() -> Ident {
    short_at(Span::call_site())
}

/// The same, for code about which the compiler may have something to say at this place.
pub fn short_at(span: Span) -> Ident {
    Ident::new("__fastr", span)
}

/// The place in the source that these tokens have, as the runtime keeps it.
pub fn here(span: Span) -> TokenStream {
    let rt = runtime_at(span);
    quote_spanned!(span=> #rt::Place::here())
}

/// The same by the short name of the runtime.
pub fn here_short(span: Span) -> TokenStream {
    quote_spanned!(span=> __fastr::Place::here())
}

/// The runtime's serde, for serde's `crate = "…"`.
pub const SERDE: &str = "::fastr::__private::serde";
/// What serde has to ask of the parameters of a model, for serde's `bound = "…"`.
pub const SCHEMA: &str = "::fastr::__private::Schema";
/// The runtime's way to a field, for serde's `serialize_with = "…"`.
pub const PROBE: &str = "::fastr::__private::Probe";
/// The runtime's question whether a patch is absent, for serde's `skip_serializing_if = "…"`.
pub const IS_ABSENT: &str = "::fastr::__private::Patch::is_absent";
