use fastr::{HttpException, get};

struct Problem;

#[get("/items", responses(409(example = Problem)))]
fn list_items() -> Result<Vec<String>, HttpException> {
    Err(HttpException::of(409))
}

fn main() {}
