//! Errors that end a WebSocket: without a prelude, with raw names, with every warning denied, beside `close!`.

#![no_implicit_prelude]
#![deny(warnings)]
#![forbid(unsafe_code)]

use ::fastr::{CloseError, WebSocketDisconnect, close, status};
use ::std::string::String;

/// Why it ends.
#[derive(Debug, CloseError)]
pub enum r#End {
    /// A raw name.
    #[close(4001, "a {type}")]
    r#Move { r#type: String },
    #[close(status::WS_1008_POLICY_VIOLATION)]
    Policy,
    #[close(4002, "{0} and {{}}")]
    Unnamed(u8, #[source] ::std::fmt::Error),
    #[close(transparent)]
    Over(#[from] WebSocketDisconnect),
    #[close(transparent)]
    Other(#[from] Other),
}

/// A struct is its own variant.
#[derive(Debug, CloseError)]
#[close(4003)]
pub struct Other;

fn main() {
    let error: CloseError = ::std::convert::Into::into(End::Unnamed(7, ::std::fmt::Error));
    ::std::assert_eq!(error.code(), 4002);
    ::std::assert_eq!(::std::string::ToString::to_string(&error), "close with 4002: 7 and {}");
    ::std::assert_eq!(close!(4001).code(), 4001);
    let all = [End::Policy, End::Other(Other)];
    ::std::assert_eq!(all.len(), 2);
}
