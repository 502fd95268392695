//! The requests that FastAPI was asked, and its answers: `tests/fastapi/answers.json`.

use serde_json::Value;

use crate::endpoints::{client, from_base64};

const ANSWERS: &str = include_str!("../fastapi/answers.json");

/// Where fastr answers otherwise, with the answer and the reason.
///
/// A status alone stands for `{"detail": …}` in words of ours.
const OTHERWISE: [(&str, Otherwise); 8] = [
    // A body that cannot be a form is told so, where FastAPI finds every field missing in it.
    ("form_login-type-json", Otherwise::Status(415)),
    ("form_login-type-json-malformed", Otherwise::Status(415)),
    ("form_login-type-text", Otherwise::Status(415)),
    ("form_login-type-none", Otherwise::Status(415)),
    ("form_model-type-json", Otherwise::Status(415)),
    ("upload_one-json", Otherwise::Status(415)),
    // Raw UTF-8 is read as UTF-8 (WHATWG URL), and not as ISO 8859-1.
    ("form_login-raw-utf8", Otherwise::Field("/username", "café")),
    // The input is the name of the file, and not an object of Python.
    (
        "form_login-multipart-file-for-text",
        Otherwise::Field("/detail/0/input", "a.txt"),
    ),
];

#[derive(Clone, Copy)]
enum Otherwise {
    /// Another status.
    Status(u16),
    /// The same status and body, but for one value in it.
    Field(&'static str, &'static str),
}

#[test]
fn the_answers_are_those_of_fastapi() {
    let recorded: Value = serde_json::from_str(ANSWERS).expect("the answers are JSON");
    let rows = recorded["rows"].as_array().expect("there are rows");
    let rows = rows.iter().filter(|row| {
        let id = name(row);
        id.starts_with("form_") || id.starts_with("upload_")
    });
    let client = client();
    let (mut count, mut wrong) = (0, Vec::new());
    for row in rows {
        count += 1;
        let (status, body) = expected(row);
        let response = ask(&client, &row["request"]);
        let came: Value = response.json();
        if response.status() != status || body.is_some_and(|body| body != came) {
            wrong.push(format!("{}: {} {came}", name(row), response.status()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert_eq!(count, 114);
}

fn name(row: &Value) -> &str {
    row["id"].as_str().unwrap_or_default()
}

fn ask(client: &fastr::TestClient, request: &Value) -> fastr::TestResponse {
    let word = |name: &str| request[name].as_str().unwrap_or_default();
    let mut question = client.request(word("method"), word("path"));
    for header in request["headers"].as_array().into_iter().flatten() {
        let text = |index: usize| header[index].as_str().unwrap_or_default();
        question = question.header(text(0), text(1));
    }
    let body = match request.get("body_base64") {
        Some(_) => from_base64(word("body_base64")),
        None => word("body").into(),
    };
    question.body(body).send()
}

/// The status and, unless it is in words of ours, the body.
fn expected(row: &Value) -> (u16, Option<Value>) {
    let answer = &row["answer"];
    let status = answer["status"]
        .as_u64()
        .and_then(|status| status.try_into().ok());
    let (status, mut body) = (status.unwrap_or(0), answer["body"].clone());
    match OTHERWISE.iter().find(|(id, _)| *id == name(row)) {
        None => (status, Some(body)),
        Some((_, Otherwise::Status(status))) => (*status, None),
        Some((_, Otherwise::Field(place, value))) => {
            let field = body.pointer_mut(place).expect("the field is there");
            assert_ne!(*field, *value, "{} is no difference any more", name(row));
            *field = (*value).into();
            (status, Some(body))
        }
    }
}
