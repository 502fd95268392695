use fastr::model;

#[model]
struct Item {
    #[field(gt)]
    price: f64,
}

fn main() {}
