//! Step 6: from operations to the OpenAPI 3.1 document. No handler runs.

mod body;
mod content;
mod document;
mod operation;
mod parameters;
mod responses;

pub use document::{Info, document};

#[cfg(feature = "docs")]
pub mod swagger_ui;
