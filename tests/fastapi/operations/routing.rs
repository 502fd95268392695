//! Tutorial: First Steps. Methods and trailing slashes.

use fastr::{delete, get, model, post, put, status};

#[model]
struct Slash {
    slash: bool,
}

#[get("/slash/without")]
fn slash_without() -> Slash {
    Slash { slash: false }
}

#[get("/slash/with/")]
fn slash_with() -> Slash {
    Slash { slash: true }
}

#[model]
struct Method {
    method: String,
}

fn method(name: &str) -> Method {
    Method { method: name.into() }
}

#[post("/only/post")]
fn only_post() -> Method {
    method("POST")
}

#[get("/several")]
fn several_get() -> Method {
    method("GET")
}

#[put("/several")]
fn several_put() -> Method {
    method("PUT")
}

#[delete("/several", status_code = status::HTTP_204_NO_CONTENT)]
fn several_delete() {}

#[get("/fails")]
fn fails() {
    panic!("this is on purpose")
}
