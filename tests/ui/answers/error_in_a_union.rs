#[derive(fastr::ApiError)]
union ItemError {
    number: u64,
}

fn main() {}
