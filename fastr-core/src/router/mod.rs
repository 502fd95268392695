//! Step 6: which operation a request is for. Frozen once the application has started.

mod build;
mod lookup;
mod pattern;
mod place;
mod tree;

pub use build::build;
pub use lookup::{Lookup, Router};
pub use place::{Content, Page};
