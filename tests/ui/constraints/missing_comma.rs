use fastr::model;

#[model]
struct Item {
    #[field(min_length = 1 max_length = 2)]
    name: String,
}

fn main() {}
