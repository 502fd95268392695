//! A handler that waits.

use fastr::exception_handler;

struct Unicorn;

#[exception_handler(status_code = 418)]
async fn unicorn(_error: Unicorn) -> String {
    std::future::ready("gone".to_owned()).await
}

fn main() {}
