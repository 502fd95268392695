use fastr::model;

#[model]
fn item() {}

fn main() {}
