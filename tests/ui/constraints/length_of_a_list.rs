use fastr::model;

#[model]
struct Item {
    #[field(min_length = 1)]
    tags: Vec<String>,
}

fn main() {}
