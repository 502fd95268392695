use fastr::{Redirect, get};

#[get("/old", status_code = 303)]
async fn old() -> Redirect {
    Redirect::to("/new")
}

fn main() {}
