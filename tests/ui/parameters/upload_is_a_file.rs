use fastr::{UploadFile, post};

#[post("/files")]
async fn create_file(#[form] file: Option<UploadFile>) -> bool {
    file.is_some()
}

fn main() {}
