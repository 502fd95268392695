use fastr::model;

#[model]
struct Item<'a> {
    name: &'a str,
}

fn main() {}
