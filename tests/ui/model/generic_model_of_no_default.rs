use fastr::model;

#[model]
struct Change<T> {
    #[field(default)]
    to: T,
}

fn main() {}
