//! What is too much is refused with 413, what is no form with 415, and the answer says what it was.

use fastr::{App, MultipartLimits, TestClient, UploadFile, post};

use crate::multipart::{file, in_pieces, post as send, text, whole};

#[post("/texts")]
async fn texts(#[form] a: Vec<String>) -> String {
    a.len().to_string()
}

#[post("/files")]
async fn files(#[file] a: Vec<UploadFile>, #[form] b: Option<String>) -> String {
    format!("{} {}", a.len(), b.unwrap_or_default().len())
}

fn app() -> App {
    App::of(module_path!())
}

#[track_caller]
fn refused(client: &TestClient, path: &str, body: Vec<u8>, detail: &str) {
    let response = send(client, path, body);
    assert_eq!(response.status(), 413);
    assert_eq!(response.text(), format!(r#"{{"detail":"{detail}"}}"#));
}

#[track_caller]
fn accepted(client: &TestClient, path: &str, body: Vec<u8>, answer: &str) {
    let response = send(client, path, body);
    assert_eq!((response.status(), response.text()), (200, answer));
}

#[test]
fn a_thousand_parts_are_taken_and_no_more() {
    let client = TestClient::new(app());
    let body = |count: usize| whole((0..count).map(|_| text("a", "x")));
    accepted(&client, "/texts", body(1000), "\"1000\"");
    let detail = "Too many fields. Maximum number of fields is 1000.";
    refused(&client, "/texts", body(1001), detail);
    let body = |count: usize| whole((0..count).map(|_| file("a", "b", "x")));
    accepted(&client, "/files", body(1000), "\"1000 0\"");
    let detail = "Too many files. Maximum number of files is 1000.";
    refused(&client, "/files", body(1001), detail);
}

#[test]
fn fields_and_files_are_counted_apart() {
    let limits = MultipartLimits::new().fields(1).files(2);
    let client = TestClient::new(app().multipart_limits(limits));
    let file = || file("a", "n", "");
    accepted(
        &client,
        "/files",
        whole([file(), text("b", "1"), file()]),
        "\"2 1\"",
    );
    let detail = "Too many files. Maximum number of files is 2.";
    refused(&client, "/files", whole([file(), file(), file()]), detail);
    let detail = "Too many fields. Maximum number of fields is 1.";
    refused(&client, "/files", whole([text("b", "1"), text("x", "1")]), detail);
}

#[test]
fn a_text_has_its_own_limit() {
    let mebibyte = 1024 * 1024;
    let client = TestClient::new(app());
    let body = |size: usize| whole([file("a", "n", ""), text("b", vec![b'x'; size])]);
    accepted(&client, "/files", body(mebibyte), &format!("\"1 {mebibyte}\""));
    let detail = "Part exceeded maximum size of 1024KB.";
    refused(&client, "/files", body(mebibyte + 1), detail);
    let limits = MultipartLimits::new().text_size(2048);
    let client = TestClient::new(app().multipart_limits(limits));
    refused(
        &client,
        "/files",
        body(2049),
        "Part exceeded maximum size of 2KB.",
    );
}

#[test]
fn a_body_with_files_may_be_larger_than_one_without() {
    let client = TestClient::new(app().body_limit(500).upload_limit(1000));
    let body = |size: usize| vec![b'x'; size];
    accepted(&client, "/files", whole([file("a", "n", body(600))]), "\"1 0\"");
    let detail = "The body is larger than 1000 bytes";
    refused(&client, "/files", whole([file("a", "n", body(1001))]), detail);
    accepted(&client, "/texts", whole([text("a", body(300))]), "\"1\"");
    let detail = "The body is larger than 500 bytes";
    refused(&client, "/texts", whole([text("a", body(600))]), detail);
}

/// The limit of the operation counts, and not those of the application.
#[post("/own", body_limit = 700)]
async fn own(file: UploadFile) -> String {
    file.size().to_string()
}

#[test]
fn an_operation_with_files_may_have_a_limit_of_its_own() {
    for app in [app().body_limit(500).upload_limit(600), app()] {
        let client = TestClient::new(app);
        let body = |size: usize| vec![b'x'; size];
        accepted(&client, "/own", whole([file("file", "n", body(400))]), "\"400\"");
        let detail = "The body is larger than 700 bytes";
        refused(&client, "/own", whole([file("file", "n", body(700))]), detail);
    }
}

#[test]
fn headers_without_an_end_are_refused() {
    let client = TestClient::new(app());
    let mut body = b"--fastr-boundary\r\nx: ".to_vec();
    body.resize(64 * 1024, b'a');
    let response = send(&client, "/files", in_pieces(&body, 4096));
    assert_eq!(response.status(), 400);
    assert_eq!(response.text(), r#"{"detail":"Invalid multipart data."}"#);
}

#[test]
fn what_is_no_form_is_refused_with_415_and_says_what_came() {
    let client = TestClient::new(app());
    let wanted =
        "The body must be sent as application/x-www-form-urlencoded or multipart/form-data, and it came";
    for (media_type, came) in [
        (Some("application/json"), "as application/json"),
        (Some("multipart/mixed; boundary=x"), "as multipart/mixed"),
        (None, "without a Content-Type"),
    ] {
        let request = client.post("/texts").body("a=1");
        let request = match media_type {
            Some(media_type) => request.header("content-type", media_type),
            None => request,
        };
        let response = request.send();
        let detail = format!(r#"{{"detail":"{wanted} {came}"}}"#);
        assert_eq!((response.status(), response.text()), (415, detail.as_str()));
    }
}
