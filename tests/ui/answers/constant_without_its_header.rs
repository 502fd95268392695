const WHO_ARE_YOU: u16 = 401;

#[derive(Debug, fastr::ApiError)]
enum UserError {
    #[status(WHO_ARE_YOU, "Not authenticated")]
    Unauthenticated,
}

fn main() {}
