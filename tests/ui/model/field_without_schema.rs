use fastr::model;

struct Price(f64);

#[model]
struct Item {
    price: Price,
}

fn main() {}
