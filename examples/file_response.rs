//! A file as an answer: the whole, or the part that a client wants.
//!
//! Follows the part on `FileResponse` of FastAPI's page "Custom Response". `cargo run --example file_response --features files`,
//! then `curl -i -r 5-9 localhost:8000/letters`.

use std::path::Path;

use fastr::{App, FileError, FileResponse, HttpException, get};

fn directory() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/static"))
}

/// A file to be shown. What it is is seen from its extension.
#[get("/letters")]
async fn letters() -> Result<FileResponse, FileError> {
    FileResponse::open(directory().join("letters.txt")).await
}

/// A file to be saved under another name.
#[get("/download")]
async fn download() -> Result<FileResponse, FileError> {
    let file = FileResponse::open(directory().join("letters.txt")).await?;
    Ok(file.filename("Buchstaben für Ann.txt"))
}

/// A file that is not there is 404, and nothing need be said of it.
#[get("/lost")]
async fn lost() -> Result<FileResponse, FileError> {
    FileResponse::open(directory().join("lost.txt")).await
}

/// An error in one's own words.
#[get("/pages/{number}", raises(410))]
async fn page(number: u32) -> Result<FileResponse, HttpException> {
    let path = directory().join(format!("{number}.html"));
    let opened = FileResponse::open(path).await;
    opened.map_err(|_| HttpException::new(410, format!("Page {number} is gone")))
}

fn main() -> fastr::Result {
    App::new().title("File Response").run()
}
