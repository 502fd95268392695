use std::sync::Arc;

use fastr::App;

struct Pool;

async fn open() -> Pool {
    Pool
}

async fn close(_: Arc<Pool>) {}

fn main() {
    App::new().lifespan(open, close);
}
