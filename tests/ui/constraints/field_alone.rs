use fastr::model;

#[model]
struct Item {
    #[field]
    name: String,
}

fn main() {}
