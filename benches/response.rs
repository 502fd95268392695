//! From what an operation returns to a response.

mod support;

use std::sync::LazyLock;

use criterion::{Criterion, criterion_group, criterion_main};
use fastr::{HttpException, JsonResponse, PlainText, ResponseParts, delete, get, model};

#[model]
#[derive(Clone)]
struct Row {
    id: u64,
    name: String,
    price: f64,
    active: bool,
    tags: Vec<String>,
}

impl Row {
    fn nth(id: u64) -> Self {
        Self {
            id,
            name: format!("item-{id:06}"),
            price: 1.25,
            active: id.is_multiple_of(3),
            tags: vec!["alpha".to_owned(), format!("beta-{}", id % 16)],
        }
    }
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| (0..500).map(Row::nth).collect());

#[get("/text")]
fn text() -> PlainText<&'static str> {
    PlainText("Hello, World!")
}

#[get("/model")]
fn a_model() -> Row {
    Row::nth(7)
}

#[get("/lent")]
fn lent_rows() -> &'static [Row] {
    &ROWS
}

#[get("/owned")]
fn owned_rows() -> Vec<Row> {
    ROWS.clone()
}

#[delete("/nothing", status_code = 204)]
fn nothing() {}

#[get("/raised", raises(404))]
fn raised() -> Result<Row, HttpException> {
    Err(HttpException::new(404, "Item not found"))
}

#[get("/header")]
fn header(response: &mut ResponseParts) -> Row {
    response.set_header("x-cat-dog", "alone in the world");
    Row::nth(7)
}

#[get("/json", responses(200))]
fn json() -> JsonResponse<Row> {
    JsonResponse::new(Row::nth(7))
}

fn response(criterion: &mut Criterion) {
    let service = support::app(module_path!());
    let mut group = criterion.benchmark_group("response");
    for (name, method, uri, status) in [
        ("a text", "GET", "/text", 200),
        ("a model", "GET", "/model", 200),
        ("500 rows that are lent", "GET", "/lent", 200),
        ("500 rows that are copied", "GET", "/owned", 200),
        ("204", "DELETE", "/nothing", 204),
        ("a raised error", "GET", "/raised", 404),
        ("a model with a header", "GET", "/header", 200),
        ("a JSON response", "GET", "/json", 200),
    ] {
        let request = || support::request(method, uri, "");
        support::measure(&mut group, name, service, status, request);
    }
    group.finish();
}

criterion_group!(benches, response);
criterion_main!(benches);
