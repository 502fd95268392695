//! HTTP status codes and WebSocket close codes, as facts the compiler can check.
//!
//! * Constants: [`http_codes`] and [`close_codes`], all of them also at the root of the crate.
//! * Questions about a status code: [`reason_phrase`], [`http_name`], [`class`],
//!   [`may_be_final`], [`may_have_body`].
//! * Questions about a close code: [`close_reason`], [`close_name`], [`is_close_code`],
//!   [`close_code_may_be_sent`].
//! * Many status codes at once: [`StatusSet`]; many close codes: [`CloseSet`].
//!
//! A code is a plain `u16`, and every function is `const`, so a wrong code can stop the build
//! instead of a request:
//!
//! ```
//! use fastr_status::{HTTP_201_CREATED, HTTP_409_CONFLICT, StatusSet, may_be_final};
//!
//! const ANSWERS: StatusSet = StatusSet::of(&[HTTP_201_CREATED, HTTP_409_CONFLICT]);
//!
//! const _: () = assert!(may_be_final(HTTP_201_CREATED));
//! const _: () = assert!(ANSWERS.contains(409) && !ANSWERS.contains(500));
//! ```
//!
//! The crate uses neither `std` nor an allocator, and depends on nothing.

#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[macro_use]
mod table;

mod class;
mod close;
pub mod close_codes;
mod close_set;
pub mod http_codes;
mod set;
mod set_fmt;
mod set_iter;
mod status;

pub use class::{Class, class};
pub use close::{close_code_may_be_sent, close_name, close_reason, is_close_code};
pub use close_codes::*;
pub use close_set::CloseSet;
pub use http_codes::*;
pub use set::StatusSet;
pub use set_iter::StatusSetIter;
pub use status::{http_name, may_be_final, may_have_body, reason_phrase, why_not_final};

/// Lets the example of the README run among the doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
