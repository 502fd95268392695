use fastr::get;

mod errors {
    #[derive(Debug, fastr::ApiError)]
    pub enum ItemError {
        #[status(404, "Item not found")]
        NotFound,
    }
}

#[get("/items", raises(errors::ItemError))]
fn list_items() -> Result<Vec<String>, errors::ItemError> {
    Err(errors::ItemError::NotFound)
}

fn main() {}
