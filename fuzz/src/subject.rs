//! The application that is fuzzed, and what is true of each of its answers.

use std::collections::HashMap;

use fastr::{App, Body, Bytes, Service};
use http::{Request, header};
use serde_json::Value;
use tokio::runtime::Runtime;

/// The greatest body of an answer; none is near it.
const MOST: usize = 1 << 26;

/// The operations of one module, ready to answer.
pub struct Subject {
    service: Service,
    runtime: Runtime,
    /// The statuses in the document of each operation.
    documented: HashMap<(String, String), Vec<u16>>,
}

/// An answer that keeps the invariants.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub body: Bytes,
}

impl Subject {
    /// The operations of a module.
    pub fn of(module: &'static str) -> Self {
        let document = App::of(module).openapi().expect("the application has a document");
        let service = App::of(module).service().expect("the application starts");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        Self {
            service,
            runtime: runtime.expect("there is a runtime"),
            documented: documented(&document),
        }
    }

    /// Sends a request to an operation and judges the answer. `sources` are the places that its arguments come from.
    pub fn ask(&self, request: Request<Body>, sources: &[&str]) -> Answer {
        let operation = (
            request.uri().path().to_owned(),
            request.method().as_str().to_lowercase(),
        );
        let (head, body) = self.runtime.block_on(async {
            let (head, body) = self.service.answer(request).await.into_parts();
            (head, body.collect(MOST).await.expect("the answer is whole"))
        });
        let answer = Answer {
            status: head.status.as_u16(),
            body,
        };
        let shown = answer.shown();
        assert!(answer.status < 500, "{operation:?}: {shown}");
        let documented = self
            .documented
            .get(&operation)
            .expect("the operation is in the document");
        assert!(
            documented.contains(&answer.status),
            "{operation:?} may answer {documented:?}: {shown}"
        );
        let media_type = head.headers.get(header::CONTENT_TYPE);
        assert_eq!(
            media_type.map(http::HeaderValue::as_bytes),
            Some(&b"application/json"[..]),
            "{operation:?}"
        );
        if answer.status == 422 {
            let found = mistakes(&answer);
            assert!(!found.is_empty(), "nothing is wrong: {shown}");
            for mistake in &found {
                assert_explained(mistake, sources);
            }
        }
        answer
    }
}

impl Answer {
    /// Whether the operation was called.
    pub fn is_accepted(&self) -> bool {
        self.status == 200
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.shown()))
    }

    /// The answer for the message of a panic.
    pub fn shown(&self) -> String {
        format!("{} {}", self.status, String::from_utf8_lossy(&self.body))
    }
}

/// The entries of `detail`.
pub fn mistakes(answer: &Answer) -> Vec<Value> {
    match answer.json()["detail"].take() {
        Value::Array(mistakes) => mistakes,
        other => panic!("a list of mistakes is not {other}"),
    }
}

/// A mistake says what, where and why; and it is the slow path that says so, which found what the quick one had.
fn assert_explained(mistake: &Value, sources: &[&str]) {
    assert!(
        mistake["type"].is_string() && mistake["msg"].is_string(),
        "{mistake}"
    );
    assert!(mistake.get("input").is_some(), "{mistake}");
    let source = mistake["loc"][0].as_str().unwrap_or_default();
    assert!(sources.contains(&source), "{mistake} is of none of {sources:?}");
    assert_ne!(mistake["msg"], "Value error, not a valid value", "{mistake}");
}

fn documented(document: &Value) -> HashMap<(String, String), Vec<u16>> {
    let mut documented = HashMap::new();
    for (path, methods) in document["paths"].as_object().expect("there are paths") {
        for (method, operation) in methods.as_object().expect("there are methods") {
            let statuses = operation["responses"].as_object().expect("there are responses");
            let statuses = statuses.keys().filter_map(|status| status.parse().ok()).collect();
            documented.insert((path.clone(), method.clone()), statuses);
        }
    }
    documented
}
