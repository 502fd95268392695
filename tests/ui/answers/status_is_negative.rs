#[derive(fastr::Responses)]
enum Stored {
    #[status(-1)]
    Created(String),
}

fn main() {}
