use fastr::status;

#[derive(Debug, fastr::ApiError)]
enum ItemError {
    #[status(status::HTTP_404, "Item not found")]
    NotFound,
}

fn main() {}
