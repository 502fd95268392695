use fastr::model;

#[model]
struct Item {
    name: &'static str,
}

fn main() {}
