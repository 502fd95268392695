use fastr::model;

#[model]
struct Item {
    name: String,
    #[cfg(unix)]
    mode: u64,
}

fn main() {}
