//! Values to bytes: JSON as it is sent.

pub mod json;
