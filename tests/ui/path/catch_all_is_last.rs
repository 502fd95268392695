use fastr::get;

#[get("/files/{file_path:path}/meta")]
async fn read_meta(file_path: String) -> String {
    file_path
}

fn main() {}
