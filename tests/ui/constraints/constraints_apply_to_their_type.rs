use fastr::model;

#[model]
struct Item {
    #[field(gt = 1)]
    name: String,
}

fn main() {}
