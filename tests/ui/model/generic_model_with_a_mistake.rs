use fastr::{get, model};

#[model]
struct Page<T> {
    #[field(min_lenght = 1)]
    items: Vec<T>,
}

#[get("/pages")]
fn pages() -> Page<String> {
    Page { items: Vec::new() }
}

fn main() {}
