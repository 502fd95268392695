//! A handler that could answer with any status.

use fastr::{JsonResponse, exception_handler};

struct Unicorn;

#[exception_handler(status_code = 418)]
fn unicorn(_error: Unicorn) -> JsonResponse<String> {
    JsonResponse::new("gone".to_owned())
}

fn main() {}
