//! A middleware without what comes next.

use fastr::{Request, Response, middleware};

#[middleware]
async fn add_process_time(request: Request) -> Response {
    unreachable!("{request:?}")
}

fn main() {}
