use fastr::get;

#[get("/files/{name}.{extension}")]
async fn read_file(name: String, extension: String) -> String {
    name + &extension
}

fn main() {}
