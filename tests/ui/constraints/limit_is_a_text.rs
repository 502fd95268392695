use fastr::model;

#[model]
struct Item {
    #[field(gt = "0")]
    price: f64,
}

fn main() {}
