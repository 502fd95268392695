//! `status_code = auto`: 201 for a POST with a body, 204 for a DELETE that returns nothing, 200 otherwise.

use fastr::{App, HttpException, Request, TestClient, delete, get, model, post, put};
use serde_json::json;

/// A text.
#[model]
struct Text {
    text: String,
}

#[post("/post-body", status_code = auto)]
fn post_with_body(text: Text) -> Text {
    text
}

#[post("/post-request", status_code = auto)]
fn post_with_request(_request: Request) -> bool {
    true
}

#[post("/post-nothing", status_code = auto)]
fn post_without_body(q: Option<String>) -> Option<String> {
    q
}

#[delete("/delete-nothing", status_code = auto)]
fn delete_without_body() {}

#[delete("/delete-result", status_code = auto, raises(404))]
fn delete_that_can_fail(there: bool) -> Result<(), HttpException> {
    if there {
        Ok(())
    } else {
        Err(HttpException::of(404))
    }
}

#[delete("/delete-text", status_code = auto)]
fn delete_with_body() -> String {
    "gone".to_owned()
}

#[get("/get", status_code = auto)]
fn read() {}

#[put("/put", status_code = auto)]
fn replace(text: Text) -> Text {
    text
}

/// Without the word, and without a number, it is 200 for every method.
#[post("/default")]
fn default(text: Text) -> Text {
    text
}

#[test]
fn auto_is_what_the_method_and_the_bodies_make_it() {
    let client = TestClient::new(App::of(module_path!()));
    let document = App::of(module_path!()).openapi().expect("the document");
    let body = json!({ "text": "abc" });
    for (method, path, expected) in [
        ("POST", "/post-body", 201),
        ("POST", "/post-request", 201),
        ("POST", "/post-nothing", 200),
        ("DELETE", "/delete-nothing", 204),
        ("DELETE", "/delete-result", 204),
        ("DELETE", "/delete-text", 200),
        ("GET", "/get", 200),
        ("PUT", "/put", 200),
        ("POST", "/default", 200),
    ] {
        let response = client
            .request(method, &format!("{path}?there=true"))
            .json(&body)
            .send();
        assert_eq!(response.status(), expected, "{method} {path}");
        let responses = &document["paths"][path][method.to_ascii_lowercase()]["responses"];
        let first = responses.as_object().and_then(|all| all.keys().next());
        assert_eq!(first, Some(&expected.to_string()), "{method} {path}: {responses}");
    }
}
