use fastr::{get, model};

struct Price {
    cents: u32,
}

#[model]
struct Page<T> {
    items: Vec<T>,
}

#[get("/prices")]
fn prices() -> Page<Price> {
    Page { items: vec![Price { cents: 5 }] }
}

fn main() {}
