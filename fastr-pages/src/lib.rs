//! The released scripts of two documentation pages, as gzip files, so that [fastr](https://docs.rs/fastr) shows them
//! without a network. `README.md` says where they come from.
#![no_std]

/// ReDoc, `redoc.standalone.js`: `Redoc.init(url, options, element)`.
#[cfg(feature = "redoc")]
pub const REDOC: &[u8] = include_bytes!("../assets/redoc.standalone.js.gz");

/// Scalar, `standalone.js`: `Scalar.createApiReference(element, configuration)`.
#[cfg(feature = "scalar")]
pub const SCALAR: &[u8] = include_bytes!("../assets/scalar.standalone.js.gz");
