use fastr::post;

#[post("/files")]
async fn create_file(#[file] file: String) -> String {
    file
}

fn main() {}
