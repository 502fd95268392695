use fastr::model;

#[model]
union Bits {
    integer: u64,
    float: f64,
}

fn main() {}
