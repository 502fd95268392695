use fastr::model;

#[model(validat = check)]
struct Item {
    name: String,
}

fn main() {}
