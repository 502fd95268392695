use fastr::model;

#[model]
struct Item {
    #[field(pattern = "^(a")]
    name: String,
}

fn main() {}
