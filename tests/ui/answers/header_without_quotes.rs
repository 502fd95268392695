#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(429, "slow down", headers(retry_after = "30"))]
    TooMany,
}

fn main() {}
