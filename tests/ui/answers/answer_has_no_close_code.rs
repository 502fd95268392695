use fastr::ApiError;

#[derive(Debug, ApiError)]
enum ItemError {
    #[close(4001, "kicked")]
    Kicked,
}

fn main() {}
