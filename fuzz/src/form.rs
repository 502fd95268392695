//! Forms in the encoding of queries.

use std::sync::LazyLock;

use fastr::{Body, post};
use http::Request;
use serde_json::Value;

use crate::kinds::{self, Filter, Strict, of_each_kind};
use crate::subject::{Answer, Subject};

of_each_kind! { #[post("/kinds")] form }

#[post("/filter")]
fn filter(#[form] filter: Filter) -> Filter {
    filter
}

#[post("/strict")]
fn strict(#[form] strict: Strict) -> Strict {
    strict
}

static SUBJECT: LazyLock<Subject> = LazyLock::new(|| Subject::of(module_path!()));

/// The input is a body, which every operation is sent.
pub fn form(data: &[u8]) {
    for path in ["/kinds", "/filter", "/strict"] {
        let answer = ask(path, data);
        if answer.is_accepted() {
            assert_said_again(path, &answer.json());
        }
    }
}

fn ask(path: &str, body: &[u8]) -> Answer {
    let request = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body.to_vec()))
        .expect("a request");
    SUBJECT.ask(request, &["body"])
}

fn assert_said_again(path: &str, said: &Value) {
    let body = kinds::urlencoded(said);
    let again = ask(path, body.as_bytes());
    assert!(again.is_accepted(), "{body}: {}", again.shown());
    assert_eq!(again.json(), *said, "{body}");
}
