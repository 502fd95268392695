use fastr::{UploadFile, model, post};

#[model]
struct Item {
    name: String,
}

#[post("/files")]
async fn create_file(item: Item, file: UploadFile) -> Item {
    drop(file);
    item
}

fn main() {}
