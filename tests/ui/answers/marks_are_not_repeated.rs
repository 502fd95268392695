#[derive(fastr::Responses)]
enum Stored {
    #[status(200)]
    Changed {
        #[body]
        item: String,
        #[body]
        shelf: String,
    },
}

fn main() {}
