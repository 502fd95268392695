use fastr::model;

#[model]
struct Item {
    #[field(gt = 1, lt = 1)]
    count: u64,
}

fn main() {}
