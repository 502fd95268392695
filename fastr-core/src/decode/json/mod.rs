//! JSON texts (RFC 8259): straight to a type on the quick path, to a tree on the slow one, and one grammar for both.
//!
//! What `serde_json` asks beyond the grammar is asked here too: UTF-8, whole surrogate pairs, numbers that an `f64` can hold,
//! and no more than 127 brackets in each other.

mod mistake;
mod names;
mod node;
mod number;
mod part;
mod quick;
pub mod text;
mod tree;

pub use mistake::SyntaxMistake;
pub use node::{Entry, Node, Number, get};
pub use part::part;
pub use quick::from_str;
pub use tree::read;

/// How many brackets `serde_json` does not open in each other any more.
const TOO_DEEP: usize = 128;

#[cfg(test)]
mod tests;
