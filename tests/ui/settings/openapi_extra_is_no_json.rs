#[fastr::get("/", openapi_extra = ("x-rank", 1))]
fn index() -> bool {
    true
}

fn main() {}
