use fastr::{Redirect, get};

#[get("/old")]
async fn old() -> Redirect<200> {
    Redirect::to("/new")
}

fn main() {}
