use std::time::Duration;

use fastr::get;

#[get("/items")]
async fn list_items(_timeout: Duration) {}

fn main() {}
