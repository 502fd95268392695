use fastr::model;

#[model]
struct Item {
    #[field = 1]
    name: String,
}

fn main() {}
