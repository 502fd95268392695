//! Step 3: a value against its shape and constraints, each mistake worded as FastAPI words it.
//!
//! This is the slow path. It runs only when the quick one has already said that something is wrong.

mod coerce;
mod constrain;
mod format;
mod holders;
mod integer;
mod json;
mod text;
mod union;
mod words;

pub use coerce::coerce;
pub use constrain::items;
pub use json::{invalid_json, value};
pub use text::text;
pub use words::{forbidden, missing, unexplained};
