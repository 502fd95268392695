//! FastAPI's recorded answers for these types, asked again.

mod different;
mod operations;
mod same;

use std::collections::BTreeSet;

use fastr::TestClient;
use serde::Deserialize;
use serde_json::Value;

use different::DIFFERENT;
use same::is_same;

const ANSWERS: &str = include_str!("../../fastapi/answers.json");

#[derive(Deserialize)]
struct Recorded {
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    request: Request,
    answer: Answer,
    /// Whether FastAPI takes a value of another JSON type, which serde does not.
    #[serde(default)]
    lax: bool,
}

#[derive(Deserialize)]
struct Request {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<String>,
}

#[derive(Deserialize)]
struct Answer {
    status: u16,
    #[serde(default)]
    body: Value,
}

/// The kinds of values whose operations stand in [`operations`].
const KINDS: [&str; 15] = [
    "uuid",
    "date",
    "datetime",
    "time",
    "timedelta",
    "decimal",
    "url",
    "httpurl",
    "email",
    "ip",
    "ipv4",
    "ipv6",
    "base64",
    "tuple",
    "dict-int-float",
];

impl Row {
    /// Where the row is asked again: Python has one type for what are two here, a date and a time with an offset and
    /// without one.
    fn places(&self) -> Vec<String> {
        let path = &self.request.path;
        let route = path.split('?').next().unwrap_or_default();
        let mut steps = route.split('/').skip(1);
        let is_known = match (steps.next(), steps.next(), steps.next()) {
            (Some("schedule"), None, None) => true,
            (Some("path"), Some(kind), Some(_)) | (Some("query"), Some("optional"), Some(kind)) => {
                KINDS.contains(&kind)
            }
            (Some("query" | "body" | "top"), Some(kind), None) => KINDS.contains(&kind),
            _ => false,
        };
        let value = self.answer.body.get("value").and_then(Value::as_str);
        let has_offset = value.is_none_or(|value| {
            value.ends_with("+00:00") || value.len() > 26 || {
                let tail = value.len().saturating_sub(6);
                matches!(value.as_bytes().get(tail), Some(b'+' | b'-')) && value.contains('T')
            }
        });
        let naive = path.replace("/datetime", "/naive");
        match is_known {
            false => Vec::new(),
            true if !path.contains("/datetime") => vec![path.clone()],
            true if self.answer.status == 422 => vec![path.clone(), naive],
            true if has_offset => vec![path.clone()],
            true => vec![naive],
        }
    }

    /// What fastr answers otherwise, if it does.
    fn difference(&self, client: &TestClient, path: &str) -> Option<String> {
        let mut request = client.request(&self.request.method, path);
        for (name, value) in &self.request.headers {
            request = request.header(name, value);
        }
        if let Some(body) = &self.request.body {
            request = request.body(body.clone());
        }
        let response = request.send();
        let (status, body) = (response.status(), response.json::<Value>());
        let is_same = status == self.answer.status
            && if status == 200 {
                is_same(&body, &self.answer.body)
            } else {
                body == self.answer.body
            };
        (!is_same).then(|| {
            format!(
                "{path}: {status} {body}\n  FastAPI: {} {}",
                self.answer.status, self.answer.body
            )
        })
    }
}

#[test]
fn answers_are_those_of_fastapi() {
    let recorded: Recorded = serde_json::from_str(ANSWERS).expect("the answers are JSON");
    let client = crate::client(concat!(module_path!(), "::operations"));
    let (mut compared, mut found, mut unexpected) = (0, BTreeSet::new(), Vec::new());
    for row in recorded.rows.iter().filter(|row| !row.lax) {
        for path in row.places() {
            compared += 1;
            let Some(difference) = row.difference(&client, &path) else {
                continue;
            };
            if DIFFERENT.iter().any(|(id, _)| *id == row.id) {
                found.insert(row.id.as_str());
            } else {
                unexpected.push(format!("{}: {difference}", row.id));
            }
        }
    }
    assert!(
        unexpected.is_empty(),
        "{} of {compared} differ:\n{}",
        unexpected.len(),
        unexpected.join("\n")
    );
    let listed: BTreeSet<&str> = DIFFERENT.iter().map(|(id, _)| *id).collect();
    assert_eq!(found, listed, "the list holds what differs and nothing else");
    assert!(compared > 300, "only {compared} rows were asked");
}
