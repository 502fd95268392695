#[fastr::webhook(tags = ["orders"])]
fn new_order(order: String);

fn main() {}
