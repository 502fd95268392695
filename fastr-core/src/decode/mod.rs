//! Step 2: bytes to pairs of text. Thin, over `form_urlencoded`.

pub mod query;
