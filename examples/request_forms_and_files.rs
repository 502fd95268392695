//! A form with texts and files side by side.
//!
//! Follows FastAPI's page "Request Forms and Files".
//! `cargo run --example request_forms_and_files --features multipart`, then
//! `curl -F token=abc -F signature=@Cargo.lock -F document=@Cargo.toml localhost:8000/files/`.

use fastr::{App, Bytes, MultipartLimits, UploadFile, model, post};

/// What arrived.
#[model]
struct Receipt {
    token: String,
    copies: u8,
    signature_size: usize,
    document_size: u64,
    document_type: Option<String>,
}

/// Hand in a document with its signature.
#[post("/files/", status_code = 201)]
async fn create_file(
    #[file] signature: Bytes,
    #[file] document: UploadFile,
    #[form(pattern = "^[a-z]+$")] token: String,
    #[form(default = 1, ge = 1, le = 9)] copies: u8,
) -> Receipt {
    Receipt {
        token,
        copies,
        signature_size: signature.len(),
        document_size: document.size(),
        document_type: document.content_type().map(str::to_owned),
    }
}

fn main() -> fastr::Result {
    let limits = MultipartLimits::new().fields(10).files(2).text_size(1024);
    App::new()
        .title("Request Forms and Files")
        .multipart_limits(limits)
        .run()
}
