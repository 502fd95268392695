const MADE: u16 = 201;

#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(MADE, "Made")]
    Made,
}

fn main() {}
