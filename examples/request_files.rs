//! Files that are uploaded: whole in memory, of any size, one that may be left out, and several at once.
//!
//! Follows FastAPI's page "Request Files". `cargo run --example request_files --features multipart`, then
//! `curl -F file=@Cargo.toml localhost:8000/uploadfile/`, or open the address itself and choose some files.

use std::io::{BufRead, BufReader};

use fastr::{App, Bytes, Html, HttpException, UploadFile, get, model, post, status};

/// What is known of a file.
#[model]
struct About {
    filename: Option<String>,
    content_type: Option<String>,
    size: u64,
}

fn about(file: &UploadFile) -> About {
    About {
        filename: file.filename().map(str::to_owned),
        content_type: file.content_type().map(str::to_owned),
        size: file.size(),
    }
}

/// How large a small file is.
#[model]
struct FileSize {
    file_size: usize,
}

/// The whole content, in memory.
#[post("/files/")]
async fn create_file(#[file(description = "A small file")] file: Bytes) -> FileSize {
    FileSize {
        file_size: file.len(),
    }
}

/// A file of any size, which may be left out.
#[post("/uploadfile/")]
async fn create_upload_file(file: Option<UploadFile>) -> Option<About> {
    file.as_ref().map(about)
}

/// Up to three files.
#[post("/uploadfiles/")]
async fn create_upload_files(#[file(max_items = 3)] files: Vec<UploadFile>) -> Vec<About> {
    files.iter().map(about).collect()
}

/// The content of a text.
#[post("/text/", raises(400 = "The file is no text"))]
async fn read_text(file: UploadFile) -> Result<String, HttpException> {
    let no_text = |_| HttpException::new(status::HTTP_400_BAD_REQUEST, "The file is no text");
    let content = file.read().await.map_err(|_| HttpException::of(500))?;
    String::from_utf8(content.to_vec()).map_err(no_text)
}

/// How many lines a file has. It is read in a thread that may wait for the disk.
#[post("/lines/", blocking)]
#[expect(clippy::needless_pass_by_value, reason = "an operation owns its arguments")]
fn count_lines(file: UploadFile) -> String {
    format!("{} lines", BufReader::new(file.reader()).lines().count())
}

/// A page with a form.
#[get("/", include_in_schema = false)]
async fn page() -> Html<&'static str> {
    Html(
        r#"<form action="/uploadfiles/" enctype="multipart/form-data" method="post">
<input name="files" type="file" multiple>
<input type="submit">
</form>"#,
    )
}

fn main() -> fastr::Result {
    App::new()
        .title("Request Files")
        .upload_limit(100 * 1024 * 1024)
        .run()
}
