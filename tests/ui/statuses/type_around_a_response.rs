use fastr::{Response, Status, get};

#[get("/items", responses(202))]
fn list_items() -> Status<202, Response> {
    Status(Response::default())
}

fn main() {}
