//! Any JSON that is sent back, compared with what `serde_json` writes of it.

use fastr::{App, TestClient, post};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::Value;

#[post("/echo")]
async fn echo(value: Value) -> Value {
    value
}

/// Texts of all lengths around those that are written at once, with what has to be escaped at any place.
fn text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        20 => proptest::char::range(' ', '~'),
        2 => proptest::char::range('\0', '\u{1f}'),
        2 => any::<char>(),
        1 => Just('"'),
        1 => Just('\\'),
    ];
    vec(character, 0..70).prop_map(String::from_iter)
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        let entry = (text(), inner.clone());
        prop_oneof![
            vec(inner, 0..6).prop_map(Value::from),
            vec(entry, 0..6).prop_map(|entries| entries.into_iter().collect()),
        ]
    })
}

#[test]
fn what_came_goes_out_as_serde_json_writes_it() {
    let client = TestClient::new(App::new());
    let outcome = super::runner().run(&value(), |value| {
        let response = client.post("/echo").json(&value).send();
        let expected = serde_json::to_string(&value).expect("it is JSON already");
        if response.text() == expected {
            return Ok(());
        }
        let got = response.text();
        Err(TestCaseError::fail(format!("{expected}\n was answered {got}")))
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}
