//! From a request to arguments: what each source costs, beside an operation that takes nothing.

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fastr::{RequestParts, get, model, post};

#[model]
struct Item {
    name: String,
    price: f64,
    tags: Vec<String>,
    description: Option<String>,
}

#[get("/nothing")]
fn nothing() {}

#[get("/path/{item_id}/{name}")]
fn path(item_id: u64, name: String) {
    black_box((item_id, name));
}

#[get("/query")]
fn query(q: Option<String>, #[query(default = 10, ge = 1, le = 100)] limit: u32) {
    black_box((q, limit));
}

#[get("/header")]
fn header(#[header] user_agent: Option<String>, #[header] x_token: u64) {
    black_box((user_agent, x_token));
}

#[get("/cookie")]
fn cookie(#[cookie] session: String) {
    black_box(session);
}

#[get("/lent")]
fn lent(head: &RequestParts) {
    black_box(head.headers.len());
}

#[post("/json")]
fn json(item: Item) {
    black_box(item);
}

#[post("/form")]
fn form(#[form] name: String, #[form] price: f64) {
    black_box((name, price));
}

const ITEM: &str = r#"{"name":"Foo","price":42.5,"tags":["a","b"],"description":"The Foo"}"#;

fn extraction(criterion: &mut Criterion) {
    let service = support::app(module_path!());
    let mut group = criterion.benchmark_group("extraction");
    for (name, method, uri, headers, body) in [
        ("nothing", "GET", "/nothing", [("x", "")], ""),
        (
            "two parameters of the path",
            "GET",
            "/path/42/foo",
            [("x", "")],
            "",
        ),
        (
            "two parameters of the query",
            "GET",
            "/query?q=hello&limit=20",
            [("x", "")],
            "",
        ),
        ("two headers", "GET", "/header", [("x-token", "7")], ""),
        (
            "a cookie",
            "GET",
            "/cookie",
            [("cookie", "theme=dark; session=abc")],
            "",
        ),
        ("the head, lent", "GET", "/lent", [("x", "")], ""),
        ("a JSON body", "POST", "/json", [("x", "")], ITEM),
        (
            "two fields of a form",
            "POST",
            "/form",
            [("content-type", "application/x-www-form-urlencoded")],
            "name=Foo&price=42.5",
        ),
    ] {
        let request = || {
            let mut request = support::request(method, uri, body);
            for (name, value) in headers {
                let value = http::HeaderValue::from_static(value);
                request.headers_mut().insert(name, value);
            }
            request
        };
        support::measure(&mut group, name, service, 200, request);
    }
    group.finish();
}

criterion_group!(benches, extraction);
criterion_main!(benches);
