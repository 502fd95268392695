use fastr::delete;

#[delete("/items", status_code = 204)]
async fn delete_items() -> String {
    "deleted".into()
}

fn main() {}
