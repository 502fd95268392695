use fastr::model;

#[model]
struct Item {
    price: Price,
}

fn main() {}
