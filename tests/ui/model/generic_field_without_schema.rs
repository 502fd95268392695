use fastr::model;

struct Price {
    cents: u32,
}

#[model]
struct Page<T> {
    items: Vec<T>,
    price: Option<Price>,
}

fn main() {}
