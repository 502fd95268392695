//! A middleware that declares a range.

use fastr::{Next, Request, Response, middleware};

#[middleware(raises(4XX))]
async fn limit(request: Request, next: Next) -> Response {
    next.run(request).await
}

fn main() {}
