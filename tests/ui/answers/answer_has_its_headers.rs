#[derive(Debug, fastr::ApiError)]
enum UserError {
    #[status(401, "Not authenticated")]
    Unauthenticated,
}

fn main() {}
