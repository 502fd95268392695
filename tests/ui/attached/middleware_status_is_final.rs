//! A middleware that declares what no response can have.

use fastr::{Next, Request, Response, middleware};

const SOMETHING: u16 = 1000;

#[middleware(raises(SOMETHING))]
async fn limit(request: Request, next: Next) -> Response {
    next.run(request).await
}

fn main() {}
