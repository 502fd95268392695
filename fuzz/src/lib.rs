//! What a fuzzer sends to fastr, and what may never come back.
//!
//! Each target is a function of any bytes. It makes a request of them, has it answered in this process, and panics when
//! the answer breaks an invariant of [`subject`] or when what was accepted is refused the second time. Only the reader of
//! JSON is asked by itself, and compared with `serde_json`.

#[cfg(unix)]
mod connection;
mod form;
mod headers_and_cookies;
mod json_body;
mod json_reader;
mod kinds;
mod multipart;
mod operations;
mod pieces;
mod query;
#[path = "../../tests/support/read_alike.rs"]
mod read_alike;
#[cfg(test)]
mod seeds;
mod service;
mod subject;

#[cfg(unix)]
pub use connection::connection;
pub use form::form;
pub use headers_and_cookies::headers_and_cookies;
pub use json_body::json_body;
pub use json_reader::json_reader;
pub use multipart::multipart;
pub use query::query;
pub use service::service;
