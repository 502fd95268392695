//! The one place that knows where the runtime is.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

/// The runtime, for generated code.
pub fn runtime() -> TokenStream {
    quote!(::fastr::__private)
}

/// The runtime, for code about which the compiler may have something to say at this place.
pub fn runtime_at(span: Span) -> TokenStream {
    quote_spanned!(span=> ::fastr::__private)
}

/// The runtime's serde, for serde's `crate = "…"`.
pub const SERDE: &str = "::fastr::__private::serde";
/// What serde has to ask of the parameters of a model, for serde's `bound = "…"`.
pub const SCHEMA: &str = "::fastr::__private::Schema";
/// The runtime's way to a field, for serde's `serialize_with = "…"`.
pub const PROBE: &str = "::fastr::__private::Probe";
/// The runtime's question whether a patch is absent, for serde's `skip_serializing_if = "…"`.
pub const IS_ABSENT: &str = "::fastr::__private::Patch::is_absent";
