use fastr::{Responses, get};

#[derive(Responses)]
enum Counted {
    #[status(200)]
    Number(u64),
}

#[get("/items")]
fn count_items() -> Counted {
    Counted::Number(7)
}

fn main() {}
