//! A handler that does not say with which status it answers.

use fastr::exception_handler;

struct Unicorn;

#[exception_handler]
fn unicorn(_error: Unicorn) -> String {
    "gone".to_owned()
}

fn main() {}
