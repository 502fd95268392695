#[derive(fastr::Responses)]
enum Stored {
    #[status("201")]
    Created(String),
}

fn main() {}
