use fastr::route;

#[route("/items", methods = ["GET", "POST"])]
async fn items() {}

fn main() {}
