use fastr::model;

#[model]
struct Item {
    #[field(pattern = "^y")]
    sold: bool,
}

fn main() {}
