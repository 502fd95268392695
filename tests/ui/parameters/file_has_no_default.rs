use fastr::{Bytes, post};

#[post("/files")]
async fn create_file(#[file(default)] file: Bytes) -> bool {
    file.is_empty()
}

fn main() {}
