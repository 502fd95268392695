//! An error, its answers, and who returns them, inside the body of a function.
#![deny(warnings)]

fn main() {
    use fastr::{ApiError, App, Responses, TestClient, get};

    const GONE: u16 = 410;

    #[derive(Debug, ApiError)]
    enum ItemError {
        #[status(GONE, "Item is gone")]
        Gone,
    }

    #[derive(Responses)]
    enum Listed {
        #[status(206)]
        Part(Vec<String>),
    }

    #[get("/items", raises(ItemError::Gone))]
    async fn list_items(all: bool) -> Result<Listed, ItemError> {
        if all {
            Err(ItemError::Gone)
        } else {
            Ok(Listed::Part(vec![]))
        }
    }

    let client = TestClient::new(App::new());
    assert_eq!(client.get("/items?all=true").send().status(), 410);
    assert_eq!(client.get("/items?all=false").send().status(), 206);
}
