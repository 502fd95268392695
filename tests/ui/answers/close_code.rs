use fastr::status;

#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(status::WS_1011_INTERNAL_ERROR, "Broken")]
    Broken,
}

fn main() {}
