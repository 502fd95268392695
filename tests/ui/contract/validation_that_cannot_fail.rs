use fastr::get;

#[get("/items/{name}", responses(422 = "The name is wrong"))]
fn read_item(name: String) -> String {
    name
}

fn main() {}
