use fastr::{model, post};

struct Price {
    cents: u32,
}

#[model]
struct Page<T> {
    items: Vec<T>,
}

#[post("/prices")]
fn create(prices: Page<Price>) -> String {
    prices.items.len().to_string()
}

fn main() {}
