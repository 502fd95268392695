//! Step 2: bytes to pairs of text.

pub mod cookie;
pub mod form;
pub mod header;
pub mod json;
pub mod query;
