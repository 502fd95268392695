//! Bodies that keep the constraints of their model, and bodies that do not and are told why.

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fastr::{model, post};

#[model]
struct Item {
    #[field(min_length = 1, max_length = 50)]
    name: String,
    #[field(gt = 0.0)]
    price: f64,
    #[field(default, max_items = 10)]
    tags: Vec<String>,
    #[field(pattern = "^[a-z]+$")]
    description: Option<String>,
}

#[post("/items")]
fn create(item: Item) {
    black_box(item);
}

fn validation(criterion: &mut Criterion) {
    let service = support::app(module_path!());
    let mut group = criterion.benchmark_group("validation");
    for (name, status, body) in [
        (
            "a valid body",
            200,
            r#"{"name":"Foo","price":42.5,"tags":["a","b"],"description":"foo"}"#,
        ),
        (
            "a body with two mistakes",
            422,
            r#"{"name":"","price":-1,"tags":["a","b"],"description":"foo"}"#,
        ),
        ("a body without its fields", 422, "{}"),
        ("a body that is no JSON", 422, r#"{"name":"Foo","price":42.5,"#),
    ] {
        let request = || support::request("POST", "/items", body);
        support::measure(&mut group, name, service, status, request);
    }
    group.finish();
}

criterion_group!(benches, validation);
criterion_main!(benches);
