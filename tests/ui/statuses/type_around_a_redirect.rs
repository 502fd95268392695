use fastr::{Redirect, Status, get};

#[get("/items")]
fn list_items() -> Status<303, Redirect> {
    Status(Redirect::to("/"))
}

fn main() {}
