use fastr::route;

#[route("/items", methods("GET", "POST", "GET"))]
async fn items() {}

fn main() {}
