use fastr::model;

#[model]
struct Page<T, const SIZE: usize> {
    items: Vec<T>,
}

fn main() {}
