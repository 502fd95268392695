//! What the tests share: a client that speaks raw bytes, the programs in `examples/`, a server in the same process.
#![allow(dead_code, unused_imports, reason = "each test binary uses its part")]

mod client;
mod program;
mod server;

pub use client::{Connection, bare, header, json, request, request_with, with};
pub use program::Program;
pub use server::{Server, spawn};
