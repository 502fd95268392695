#[derive(fastr::Responses)]
union Stored {
    number: u64,
}

fn main() {}
