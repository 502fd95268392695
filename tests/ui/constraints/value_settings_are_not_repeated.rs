use fastr::model;

#[model]
struct Item {
    #[field(min_length = 1, min_length = 2)]
    name: String,
}

fn main() {}
