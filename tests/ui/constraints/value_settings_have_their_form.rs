use fastr::model;

#[model]
struct Item {
    #[field(min_length = "3")]
    name: String,
}

fn main() {}
