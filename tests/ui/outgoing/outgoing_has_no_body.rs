#[fastr::webhook("new-order")]
fn new_order(order: String) {
    println!("{order}");
}

fn main() {}
