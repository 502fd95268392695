#[derive(Debug, fastr::ApiError)]
enum ItemError {}

fn main() {}
