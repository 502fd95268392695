//! Step 3: a value against its shape and constraints, each mistake worded as FastAPI words it.
//!
//! This is the slow path. It runs only when the quick one has already said that something is wrong.

mod constrain;
mod json;
mod text;
mod words;

pub use json::{invalid_json, value};
pub use text::text;
pub use words::{missing, unexplained};
