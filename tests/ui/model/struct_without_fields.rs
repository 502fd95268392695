use fastr::model;

#[model]
struct Nothing;

fn main() {}
