//! An exception handler of an error of fastr's.

use fastr::{HttpException, PlainText, exception_handler};

#[exception_handler(status_code = 418)]
fn teapot(error: HttpException) -> PlainText<String> {
    PlainText(error.detail().to_string())
}

fn main() {}
