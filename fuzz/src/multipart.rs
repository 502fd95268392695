//! Forms with files.

use std::io::Read;
use std::sync::LazyLock;

use fastr::{Body, Bytes, UploadFile, post};
use http::{HeaderValue, Request};
use serde_json::{Value, json};

use crate::kinds::{Filter, Strict, of_each_kind};
use crate::pieces::in_pieces;
use crate::subject::{Answer, Subject};

of_each_kind! { #[post("/kinds")] form }

#[post("/filter")]
fn filter(#[form] filter: Filter) -> Filter {
    filter
}

#[post("/strict")]
fn strict(#[form] strict: Strict, file: Option<UploadFile>) -> Value {
    json!([strict, file.as_ref().map(seen)])
}

#[post("/files")]
fn files(
    file: UploadFile,
    #[file(alias = "raw-data")] raw: Option<Bytes>,
    #[file(max_items = 3)] more: Option<Vec<UploadFile>>,
    #[form] text: Option<String>,
) -> Value {
    let more: Option<Vec<Value>> = more.map(|files| files.iter().map(seen).collect());
    json!([seen(&file), raw.map(|raw| raw.to_vec()), more, text])
}

fn seen(file: &UploadFile) -> Value {
    let mut content = Vec::new();
    file.reader()
        .read_to_end(&mut content)
        .expect("an upload can be read");
    assert_eq!(content.len() as u64, file.size());
    json!([file.filename(), file.content_type(), content])
}

static SUBJECT: LazyLock<Subject> = LazyLock::new(|| Subject::of(module_path!()));

/// The input is a line of sizes, one byte each, a line with the content type, and the body.
///
/// The answer does not depend on the pieces in which the body came.
pub fn multipart(data: &[u8]) {
    let mut lines = data.splitn(3, |&byte| byte == b'\n');
    let (Some(sizes), Some(content_type), Some(body)) = (lines.next(), lines.next(), lines.next()) else {
        return;
    };
    let Ok(content_type) = HeaderValue::from_bytes(content_type) else {
        return;
    };
    let sizes: Vec<usize> = sizes.iter().map(|&size| size.into()).collect();
    for path in ["/kinds", "/filter", "/strict", "/files"] {
        let whole = ask(path, &content_type, body.to_vec().into());
        if !sizes.is_empty() {
            let pieces = ask(path, &content_type, in_pieces(body, &sizes));
            assert_eq!(pieces.shown(), whole.shown(), "in pieces of {sizes:?}");
        }
    }
}

fn ask(path: &str, content_type: &HeaderValue, body: Body) -> Answer {
    let request = Request::post(path)
        .header("content-type", content_type)
        .body(body);
    SUBJECT.ask(request.expect("a request"), &["body"])
}
