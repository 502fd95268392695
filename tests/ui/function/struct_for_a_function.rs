use fastr::get;

#[get("/items")]
struct Items {
    names: Vec<String>,
}

fn main() {}
