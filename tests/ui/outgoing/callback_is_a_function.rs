fn order_is_paid() {}

#[fastr::get("/", callbacks(order_is_paid))]
fn index() -> bool {
    true
}

fn main() {
    order_is_paid();
}
