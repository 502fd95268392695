use fastr::model;

struct Price(f64);

#[model]
struct Item {
    price: Option<Price>,
}

fn main() {}
