use fastr::model;

#[model]
struct Item {
    #[field(nonempty)]
    name: String,
}

fn main() {}
