use fastr::model;

#[model]
struct Item {
    #[field(default = "one")]
    count: u64,
}

fn main() {}
