//! Why a text is refused, in `serde_json`'s words where they may be heard.

use serde::de::Error as _;
use serde_json::Error;

/// What is no JSON is read again by those who can say what is wrong.
pub const SYNTAX: &str = "no JSON";
pub const DEPTH: &str = "recursion limit exceeded";
pub const EXTRA: &str = "trailing characters";
pub const COMMA: &str = "trailing comma";
pub const VALUE: &str = "expected value";
pub const WORD: &str = "expected ident";
pub const ITEM_END: &str = "expected `,` or `]`";
pub const ENTRY_END: &str = "expected `,` or `}`";
pub const QUOTE: &str = "expected `\"`";
pub const NUMBER: &str = "invalid number";
pub const RANGE: &str = "number out of range";
pub const NUMBER_IN_QUOTES: &str = "invalid value: expected key to be a number in quotes";

/// An error that knows no place.
#[cold]
pub fn refused(reason: &'static str) -> Error {
    Error::custom(reason)
}
