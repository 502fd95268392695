//! One row: asked again, and compared.

use fastr::{TestClient, TestResponse};
use serde_json::Value;

use super::rows::Row;

/// Sends the request of a row.
pub fn ask(client: &TestClient, row: &Row) -> TestResponse {
    let mut request = client
        .request(&row.request.method, &row.request.path)
        .header("host", "testserver");
    for (name, value) in &row.request.headers {
        request = request.header(name, value);
    }
    let body = row.request.body();
    if !body.is_empty() {
        request = request.header("content-length", &body.len().to_string());
    }
    request.body(body).send()
}

/// The first difference between two answers.
pub fn difference(row: &Row, answer: &TestResponse) -> Option<String> {
    let expected = &row.answer;
    let text = String::from_utf8_lossy(answer.bytes());
    if answer.status() != expected.status {
        return Some(format!("{} and not {}: {text}", answer.status(), expected.status));
    }
    let headers = [
        ("content-type", &expected.content_type),
        ("allow", &expected.allow),
        ("location", &expected.location),
    ];
    for (name, wanted) in headers {
        let found = answer.header(name);
        if found != wanted.as_deref() {
            return Some(format!("`{name}` is {found:?} and not {wanted:?}"));
        }
    }
    if let Some(wanted) = &expected.body {
        let found: Value = serde_json::from_slice(answer.bytes()).unwrap_or_default();
        return (found != *wanted).then(|| format!("\n  fastr   {found}\n  FastAPI {wanted}"));
    }
    let wanted = expected.body_text.as_deref().unwrap_or_default();
    (text != wanted).then(|| format!("{text:?} and not {wanted:?}"))
}
