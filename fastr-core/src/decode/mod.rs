//! Step 2: bytes to pairs of text, and a path in its one form.

pub mod cookie;
pub mod form;
pub mod header;
pub mod path;
pub mod query;
