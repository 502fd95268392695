//! A handler without an error.

use fastr::{RequestParts, exception_handler};

#[exception_handler(status_code = 418)]
fn teapot(head: &RequestParts) -> String {
    head.uri.to_string()
}

fn main() {}
