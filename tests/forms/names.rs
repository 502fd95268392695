//! The names of parts and files, as clients spell them.

use fastr::{App, TestClient, UploadFile, model, post};
use serde_json::{Value, json};

use crate::multipart::{file, part, post as send, text, whole};

#[model]
struct Named {
    filename: Option<String>,
    content_type: Option<String>,
}

#[post("/one")]
async fn one(#[file] file: UploadFile) -> Named {
    Named {
        filename: file.filename().map(str::to_owned),
        content_type: file.content_type().map(str::to_owned),
    }
}

#[post("/alias")]
async fn alias(
    #[file(alias = "the-file")] file: UploadFile,
    #[form(alias = "the-text")] text: String,
) -> String {
    format!("{} {text}", file.size())
}

#[post("/mixed")]
async fn mixed(#[form] a: Option<String>, #[form] n: Option<i64>, #[form] l: Option<Vec<bool>>) -> Value {
    json!([a, n, l])
}

fn client() -> TestClient {
    TestClient::new(App::of(module_path!()))
}

fn with_disposition(disposition: &str) -> Vec<u8> {
    whole([part(&format!("Content-Disposition: {disposition}"), "x")])
}

#[test]
fn a_file_name_comes_as_it_was_meant() {
    let client = client();
    for (disposition, name) in [
        (r#"form-data; name="file"; filename="a\"b.txt""#, "a\"b.txt"),
        (r#"form-data; name="file"; filename="a%22b.txt""#, "a%22b.txt"),
        (r#"form-data; name="file"; filename="a;b=c.txt""#, "a;b=c.txt"),
        (r#"form-data; name="file"; filename="日本 é.txt""#, "日本 é.txt"),
        (r#"form-data; name="file"; filename="C:\dir\a.txt""#, "a.txt"),
        (r"form-data; filename=plain.txt; name=file", "plain.txt"),
        (r#"FORM-DATA; NAME="file"; FILENAME="x""#, "x"),
        (
            r#"form-data; name="file"; filename*=UTF-8''caf%C3%A9; filename="cafe""#,
            "cafe",
        ),
    ] {
        let response = send(&client, "/one", with_disposition(disposition));
        assert_eq!(response.status(), 200, "{disposition}: {}", response.text());
        let answer: Value = response.json();
        assert_eq!(answer["filename"], name, "{disposition}");
    }
}

#[test]
fn a_file_name_that_is_not_utf_8_is_latin_1() {
    let mut body = b"--fastr-boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"".to_vec();
    body.extend_from_slice(b"caf\xe9\"\r\n\r\nx\r\n--fastr-boundary--");
    let answer: Value = send(&client(), "/one", body).json();
    assert_eq!(answer["filename"], "café");
}

/// RFC 7578, section 4.2: no part may have `filename*`. FastAPI does not read it either, so this is no file.
#[test]
fn an_extended_file_name_alone_makes_no_file() {
    let body = with_disposition("form-data; name=\"file\"; filename*=UTF-8''caf%C3%A9.txt");
    let response = send(&client(), "/one", body);
    assert_eq!(response.status(), 422);
    let answer: Value = response.json();
    assert_eq!(
        answer["detail"][0]["msg"],
        "Value error, Expected UploadFile, received: <class 'str'>"
    );
}

#[test]
fn an_alias_is_the_name_in_the_form() {
    let body = whole([file("the-file", "n", "12345"), text("the-text", "t")]);
    assert_eq!(send(&client(), "/alias", body).text(), "\"5 t\"");
    let answer: Value = send(&client(), "/alias", whole([])).json();
    assert_eq!(answer["detail"][0]["loc"], json!(["body", "the-file"]));
    assert_eq!(answer["detail"][1]["loc"], json!(["body", "the-text"]));
}

#[test]
fn the_last_of_several_counts_and_a_list_has_all() {
    let parts = [
        text("a", "1"),
        text("a", "2"),
        text("n", "x"),
        text("n", "7"),
        text("l", "yes"),
        text("l", "no"),
    ];
    let answer: Value = send(&client(), "/mixed", whole(parts)).json();
    assert_eq!(answer, json!(["2", 7, [true, false]]));
}

#[test]
fn a_file_is_no_text_of_any_kind() {
    let parts = [
        file("a", "a.txt", "1"),
        file("n", "n.txt", "1"),
        text("l", "yes"),
        file("l", "l.txt", "1"),
    ];
    let response = send(&client(), "/mixed", whole(parts));
    assert_eq!(response.status(), 422);
    let answer: Value = response.json();
    let mistakes: Vec<Value> = answer["detail"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|entry| json!([entry["type"], entry["loc"], entry["input"]]))
        .collect();
    assert_eq!(
        mistakes,
        [
            json!(["string_type", ["body", "a"], "a.txt"]),
            json!(["int_type", ["body", "n"], "n.txt"]),
            json!(["bool_type", ["body", "l", 1], "l.txt"]),
        ]
    );
}

#[test]
fn the_media_type_of_a_part_is_kept_as_it_is() {
    let headers =
        "content-disposition: form-data; name=\"file\"; filename=\"a\"\r\nCONTENT-TYPE: Text/PLAIN; x=y";
    let answer: Value = send(&client(), "/one", whole([part(headers, "x")])).json();
    assert_eq!(answer["content_type"], "Text/PLAIN; x=y");
}
