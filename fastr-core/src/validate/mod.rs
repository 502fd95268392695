//! Step 3: a value against its shape and constraints, each mistake worded as FastAPI words it.
//!
//! This is the slow path. It runs only when the quick one has already said that something is wrong.

mod coerce;
mod constrain;
mod enough;
mod format;
mod holders;
mod integer;
mod items;
mod json;
mod text;
mod union;
mod way;
mod whole;
mod words;

pub use coerce::coerce;
#[cfg(feature = "multipart")]
pub use constrain::number_of_items;
pub use constrain::{Holder, at_most};
pub use enough::{end, is_enough};
pub use json::{invalid_json, value};
pub use text::{text, texts};
pub use way::{Step, Way};
pub use words::{forbidden, missing, unexplained};
