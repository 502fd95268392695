use fastr::model;

#[model]
enum Color {
    Red,
}

#[model]
struct Item {
    #[field(default)]
    color: Color,
}

fn main() {}
