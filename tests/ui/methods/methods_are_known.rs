use fastr::route;

#[route("/items", methods("GET", "PSOT"))]
async fn items() {}

fn main() {}
