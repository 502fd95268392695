//! A middleware that returns what an operation would.

use fastr::{Next, Request, middleware};

#[middleware]
async fn greet(_request: Request, _next: Next) -> String {
    "hello".to_owned()
}

fn main() {}
