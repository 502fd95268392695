use fastr::model;

struct Price {
    cents: u32,
}

#[model]
struct Page<T> {
    items: Vec<T>,
}

#[model]
struct Shop {
    prices: Page<Price>,
}

fn main() {}
