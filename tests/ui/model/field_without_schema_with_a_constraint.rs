use fastr::model;

struct Price(f64);

#[model]
struct Item {
    #[field(gt = 0.0)]
    price: Price,
}

fn main() {}
