use fastr::{UploadFile, post};

#[post("/files")]
async fn create_file(#[file(max_items = 3)] file: UploadFile) -> Option<String> {
    file.filename().map(str::to_owned)
}

fn main() {}
