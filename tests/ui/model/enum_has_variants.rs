use fastr::model;

#[model]
enum Never {}

fn main() {}
