#[derive(fastr::Responses)]
enum Stored {
    #[status(transparent)]
    Changed(String),
}

fn main() {}
