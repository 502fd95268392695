//! Step 6: from operations to the OpenAPI 3.1 document. No handler runs.

mod asyncapi;
mod body;
mod diff;
mod document;
mod errors;
mod extra;
mod info;
mod media;
mod operation;
mod outside;
#[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
mod page;
mod parameters;
mod responses;
mod settings;
mod socket;
#[cfg(feature = "docs")]
pub mod statuses;
mod yaml;

pub use asyncapi::asyncapi;
pub use diff::{Change, diff};
pub use document::document;
pub use extra::merge;
pub use info::{Contact, ExternalDocs, License, Server, Tag};
pub use outside::REFUSED;
#[cfg(any(feature = "docs", feature = "redoc", feature = "scalar"))]
pub use page::Asset;
pub use settings::{Alteration, Naming, OperationName, Settings};
pub use yaml::yaml;

#[cfg(feature = "redoc")]
pub mod redoc;
#[cfg(feature = "scalar")]
pub mod scalar;
#[cfg(feature = "docs")]
pub mod swagger_ui;
