//! A middleware with a path.

use fastr::{Next, Request, Response, middleware};

#[middleware("http")]
async fn add_process_time(request: Request, next: Next) -> Response {
    next.run(request).await
}

fn main() {}
