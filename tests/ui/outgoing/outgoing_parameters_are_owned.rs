#[fastr::webhook("new-order")]
fn new_order(head: &fastr::RequestParts);

fn main() {}
