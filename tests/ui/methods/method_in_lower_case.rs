use fastr::route;

#[route("/items", methods("get"))]
async fn items() {}

fn main() {}
