#[fastr::callback]
fn order_is_paid(paid: bool);

#[fastr::get("/", callbacks(order_is_paid))]
fn index() -> bool {
    true
}

fn main() {}
