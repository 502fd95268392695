#[derive(Debug)]
struct Seconds(u64);

#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(429, "slow down", headers("retry-after" = "{0}"))]
    TooMany(Seconds),
}

fn main() {}
