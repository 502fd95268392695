//! The operations of `tests/fastapi/app.py` that read forms.

#![expect(clippy::needless_pass_by_value, reason = "an operation owns its arguments")]

use std::io::Read;

use fastr::{App, Bytes, TestClient, UploadFile, model, post};

/// A client of all of them.
pub fn client() -> TestClient {
    TestClient::new(App::of(module_path!()))
}

#[model]
struct Login {
    username: String,
    password: String,
}

#[post("/form/login")]
async fn form_login(#[form] username: String, #[form] password: String) -> Login {
    Login { username, password }
}

#[model]
struct Age {
    age: i64,
}

#[post("/form/int")]
async fn form_int(#[form(ge = 0)] age: i64) -> Age {
    Age { age }
}

#[model]
struct Choices {
    nickname: Option<String>,
    count: i64,
    subscribe: bool,
}

#[post("/form/optional")]
async fn form_optional(
    #[form] nickname: Option<String>,
    #[form(default = 1)] count: i64,
    #[form(default = false)] subscribe: bool,
) -> Choices {
    Choices {
        nickname,
        count,
        subscribe,
    }
}

#[model]
struct Tags {
    tags: Vec<String>,
}

#[post("/form/list")]
async fn form_list(#[form] tags: Vec<String>) -> Tags {
    Tags { tags }
}

#[model]
struct Code {
    code: String,
}

#[post("/form/length")]
async fn form_length(#[form(min_length = 3, max_length = 5)] code: String) -> Code {
    Code { code }
}

#[model]
struct Registration {
    #[field(min_length = 3)]
    username: String,
    password: String,
    age: Option<i64>,
    #[field(default)]
    tags: Vec<String>,
}

#[post("/form/model")]
async fn form_model(#[form] data: Registration) -> Registration {
    data
}

#[model]
#[serde(deny_unknown_fields)]
struct StrictRegistration {
    #[field(min_length = 3)]
    username: String,
    password: String,
    age: Option<i64>,
    #[field(default)]
    tags: Vec<String>,
}

#[post("/form/model/strict")]
async fn form_model_strict(#[form] data: StrictRegistration) -> StrictRegistration {
    data
}

#[model]
struct About {
    filename: Option<String>,
    content_type: Option<String>,
    size: usize,
    content: String,
}

fn about(upload: &UploadFile) -> About {
    let mut content = Vec::new();
    upload
        .reader()
        .read_to_end(&mut content)
        .expect("an upload can be read");
    About {
        filename: upload.filename().map(str::to_owned),
        content_type: upload.content_type().map(str::to_owned),
        size: content.len(),
        content: base64(&content),
    }
}

#[post("/upload/one")]
fn upload_one(file: UploadFile) -> About {
    about(&file)
}

#[model]
struct Optional {
    file: Option<About>,
}

#[post("/upload/optional")]
fn upload_optional(#[file] file: Option<UploadFile>) -> Optional {
    Optional {
        file: file.as_ref().map(about),
    }
}

#[model]
struct Sized {
    size: usize,
    content: String,
}

#[post("/upload/bytes")]
fn upload_bytes(#[file] file: Bytes) -> Sized {
    Sized {
        size: file.len(),
        content: base64(&file),
    }
}

#[model]
struct Many {
    files: Vec<About>,
}

#[post("/upload/many")]
fn upload_many(files: Vec<UploadFile>) -> Many {
    Many {
        files: files.iter().map(about).collect(),
    }
}

#[model]
struct Sizes {
    sizes: Vec<usize>,
}

#[post("/upload/many/bytes")]
fn upload_many_bytes(#[file] files: Vec<Bytes>) -> Sizes {
    Sizes {
        sizes: files.iter().map(Bytes::len).collect(),
    }
}

#[model]
struct WithForm {
    file: usize,
    attachment: About,
    token: String,
    copies: i64,
}

#[post("/upload/with-form")]
fn upload_with_form(
    #[file] file: Bytes,
    #[file] attachment: UploadFile,
    #[form] token: String,
    #[form(default = 1)] copies: i64,
) -> WithForm {
    WithForm {
        file: file.len(),
        attachment: about(&attachment),
        token,
        copies,
    }
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes in base 64 (RFC 4648, section 4).
pub fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = (0..3).fold(0, |number, index| {
            number << 8 | usize::from(three.get(index).copied().unwrap_or(0))
        });
        for place in 0..4 {
            let digit = char::from(DIGITS[number >> (18 - 6 * place) & 63]);
            text.push(if place <= three.len() { digit } else { '=' });
        }
    }
    text
}

/// The bytes of a text in base 64.
pub fn from_base64(text: &str) -> Vec<u8> {
    let digits: Vec<usize> = text
        .bytes()
        .filter_map(|byte| DIGITS.iter().position(|&digit| digit == byte))
        .collect();
    let mut bytes = Vec::new();
    for four in digits.chunks(4) {
        let number = (0..4).fold(0, |number, index| number << 6 | four.get(index).unwrap_or(&0));
        let three = [number >> 16, number >> 8, number].map(|part| (part & 255).try_into().unwrap_or(0));
        bytes.extend_from_slice(&three[..four.len() - 1]);
    }
    bytes
}
