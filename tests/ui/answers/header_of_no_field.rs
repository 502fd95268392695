#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(429, "slow down", headers("retry-after" = "{seconds}"))]
    TooMany,
}

fn main() {}
