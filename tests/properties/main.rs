//! What the document says of a body, and what the operation makes of it, for bodies that nobody thought of; headers that
//! clients write to be taken for others; and texts that are JSON, or nearly.
//!
//! The cases are the same ones each time; `PROPTEST_CASES=20000` asks for more of them.

mod bodies;
mod echoes;
mod edges;
mod forwarded;
mod models;
#[path = "../support/read_alike.rs"]
mod read_alike;
mod reader;
mod refusal;

use std::cell::Cell;

use fastr::{App, TestClient};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::{Value, json};

/// The schema of a named model as it is taken or as it is sent, with everything that it refers to.
fn schema(name: &str, direction: &str) -> jsonschema::Validator {
    let document = App::new().openapi().expect("the application starts");
    let schemas = &document["components"]["schemas"];
    let name = [format!("{name}-{direction}"), name.to_owned()]
        .into_iter()
        .find(|name| schemas.get(name).is_some())
        .unwrap_or_else(|| panic!("the document has no schema `{name}`"));
    let schema = json!({
        "$ref": format!("#/components/schemas/{name}"),
        "components": document["components"],
    });
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

/// The same cases each time.
fn runner() -> TestRunner {
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// The operation takes just what the schema of its body allows, and says of everything else what is wrong.
fn agree(name: &str, path: &str, bodies: &impl Strategy<Value = Value>) {
    let client = TestClient::new(App::new());
    let schema = schema(name, "Input");
    let (allowed, all) = (Cell::new(0), Cell::new(0));
    let outcome = runner().run(bodies, |body| {
        let response = client.post(path).json(&body).send();
        let is_allowed = schema.is_valid(&body);
        all.set(all.get() + 1);
        allowed.set(allowed.get() + usize::from(is_allowed));
        match (is_allowed, response.status()) {
            (true, 200) => Ok(()),
            (false, 422) => refusal::explains(&response.json(), &body).map_err(TestCaseError::fail),
            (_, status) => Err(TestCaseError::fail(format!(
                "the schema allows it: {is_allowed}; the operation answers {status}: {}",
                response.text()
            ))),
        }
    });
    if let Err(error) = outcome {
        panic!("{name}: {error}");
    }
    let (allowed, all) = (allowed.get(), all.get());
    println!("{name}: {allowed} of {all} bodies are right");
    assert!(
        (all / 10..all * 9 / 10).contains(&allowed),
        "{name}: {allowed} of {all} bodies are right, so one side is hardly tried"
    );
}

#[test]
fn scalars_agree() {
    agree("Scalars", "/scalars", &bodies::scalars());
}

#[test]
fn collections_agree() {
    agree("Collections", "/collections", &bodies::collections());
}

#[test]
fn closed_models_agree() {
    agree("Closed", "/closed", &bodies::closed());
}

#[test]
fn trees_agree() {
    agree("Tree", "/tree", &bodies::tree());
}

/// What an operation sends back of a body keeps the schema, too.
#[test]
fn answers_keep_their_schema() {
    let client = TestClient::new(App::new());
    let schema = schema("Collections", "Output");
    let outcome = runner().run(&bodies::collections(), |body| {
        let response = client.post("/collections").json(&body).send();
        if response.status() == 200 && !schema.is_valid(&response.json()) {
            return Err(TestCaseError::fail(response.text().to_owned()));
        }
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}
