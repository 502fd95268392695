use fastr::{delete, status};

#[delete("/items", status_code = status::HTTP_204_NO_CONTENT)]
async fn delete_items() -> String {
    "deleted".into()
}

fn main() {}
