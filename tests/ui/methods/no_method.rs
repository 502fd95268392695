use fastr::route;

#[route("/items", methods())]
async fn items() {}

fn main() {}
