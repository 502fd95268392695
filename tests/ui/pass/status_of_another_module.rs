//! Statuses that are constants of the program's own, in any place where a status can stand.
#![deny(warnings)]

mod answers {
    pub const MADE: u16 = 201;

    pub mod refusals {
        pub const GONE: u16 = MISSING + 6;
        pub const MISSING: u16 = 404;
    }
}

use answers::refusals;
use fastr::{HttpException, post};

#[post("/items", status_code = answers::MADE, raises(refusals::MISSING), responses(refusals::GONE = "Gone"))]
async fn create_item() -> Result<String, HttpException> {
    Err(HttpException::new(refusals::GONE, "Gone"))
}

#[post("/parts", status_code = answers::MADE + 1)]
async fn create_part() {}

fn main() {}
