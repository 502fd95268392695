use fastr::route;

#[route("/items")]
async fn items() {}

fn main() {}
