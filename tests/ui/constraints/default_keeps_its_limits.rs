use fastr::model;

#[model]
struct Page {
    #[field(default = 0, ge = 1)]
    number: u32,
}

fn main() {}
