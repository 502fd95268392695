use fastr::{HttpException, get};

struct Problem {
    reason: String,
}

#[get("/items", responses(409(model = Problem)))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::new(409, Problem { reason: "x".into() }.reason))
}

fn main() {}
