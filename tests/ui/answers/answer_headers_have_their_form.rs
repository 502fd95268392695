#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(429, "slow down", headers("retry-after" = 30))]
    TooMany,
}

fn main() {}
