//! A middleware whose error can have any status, and no word of which.

use fastr::{HttpException, Next, Request, Response, middleware};

#[middleware]
async fn guard(request: Request, next: Next) -> Result<Response, HttpException> {
    if request.headers().contains_key("x-key") {
        Ok(next.run(request).await)
    } else {
        Err(HttpException::of(403))
    }
}

fn main() {}
