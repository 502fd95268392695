use std::rc::Rc;

use fastr::get;

#[get("/items")]
async fn list_items() {
    let shared = Rc::new(1);
    std::future::ready(()).await;
    drop(shared);
}

fn main() {}
