use fastr::model;

#[model]
struct Item {
    tags: Option<Vec<&'static str>>,
}

fn main() {}
