use fastr::model;

#[model]
struct Item {
    #[field(default)]
    tag: Option<String>,
}

fn main() {}
