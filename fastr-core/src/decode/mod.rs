//! Step 2: bytes to pairs of text. Thin, over `form_urlencoded`; and the one form of a path.

pub mod path;
pub mod query;
