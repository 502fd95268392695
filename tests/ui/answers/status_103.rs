#[derive(fastr::Responses)]
enum Stored {
    #[status(103)]
    Early(String),
}

fn main() {}
