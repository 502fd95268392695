use fastr::model;

#[model]
struct Item {
    #[field(alias = "itemName")]
    name: String,
}

fn main() {}
