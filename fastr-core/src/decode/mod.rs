//! Step 2: bytes to pairs of text and to files, and a path in its one form.

mod charset;
pub mod cookie;
pub mod form;
pub mod forwarded;
pub mod header;
pub mod json;
#[cfg(feature = "multipart")]
pub mod multipart;
#[cfg(feature = "multipart")]
mod parameter;
pub mod path;
pub mod query;
pub mod short;
#[cfg(feature = "multipart")]
pub mod upload;
