use fastr::model;

#[model]
#[serde(bound = "T: Clone")]
struct Page<T> {
    items: Vec<T>,
}

fn main() {}
