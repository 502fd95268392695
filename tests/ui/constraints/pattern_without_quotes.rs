use fastr::model;

#[model]
struct Item {
    #[field(pattern = abc)]
    name: String,
}

fn main() {}
