use fastr::get;

#[get("/items/{name}")]
async fn read_item(name: &str) -> String {
    name.to_owned()
}

fn main() {}
