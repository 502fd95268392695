use fastr::model;

#[model]
struct Item {
    #[field(max_length = 3)]
    count: Option<u64>,
}

fn main() {}
