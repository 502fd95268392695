//! A setting that handlers do not have.

use fastr::exception_handler;

struct Unicorn;

#[exception_handler(status = 418)]
fn unicorn(_error: Unicorn) -> String {
    "gone".to_owned()
}

fn main() {}
