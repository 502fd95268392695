use fastr::{Responses, get, status};

#[derive(Responses)]
enum Stored {
    #[status(status::HTTP_103_EARLY_HINTS)]
    Early(String),
}

#[get("/items")]
fn list_items() -> Stored {
    Stored::Early(String::new())
}

fn main() {}
