//! `validate = …`: rules of the user's own, at parameters and at fields, on the quick path and on the slow one.

use fastr::{App, Patch, TestClient, get, model, post};
use serde_json::{Value, json};

fn is_even(number: &u32) -> Result<(), String> {
    if number.is_multiple_of(2) {
        Ok(())
    } else {
        Err(format!("{number} is odd"))
    }
}

fn is_lowercase(text: &str) -> Result<(), &'static str> {
    if text.chars().any(char::is_uppercase) {
        Err("write it small")
    } else {
        Ok(())
    }
}

fn is_little(number: &u128) -> Result<(), &'static str> {
    if *number < 1 << 100 {
        Ok(())
    } else {
        Err("so great")
    }
}

#[model]
struct Rules {
    #[field(validate = is_even)]
    whole: u32,
    #[field(validate = is_even)]
    maybe: Option<u32>,
    #[field(validate = is_lowercase, max_length = 5)]
    name: Patch<String>,
    #[field(validate = is_little)]
    wide: Option<u128>,
}

#[post("/rules")]
fn rules(rules: Rules) -> Rules {
    rules
}

#[get("/rules")]
fn asked(
    #[query(validate = is_even)] maybe: Option<u32>,
    #[header(validate = is_lowercase)] name: Option<String>,
) -> Value {
    json!([maybe, name])
}

fn client() -> TestClient {
    TestClient::new(App::of(module_path!()))
}

fn mistakes(answer: &Value) -> Vec<(&Value, &str, &Value)> {
    let all = answer["detail"].as_array().into_iter().flatten();
    all.map(|mistake| {
        let msg = mistake["msg"].as_str().unwrap_or_default();
        (&mistake["loc"], msg, &mistake["input"])
    })
    .collect()
}

#[test]
fn a_field_that_may_be_absent_is_asked_about_when_it_is_there() {
    let client = client();
    for (body, kept) in [
        (
            json!({ "whole": 2 }),
            json!({ "whole": 2, "maybe": null, "wide": null }),
        ),
        (
            json!({ "whole": 2, "maybe": null, "name": null, "wide": null }),
            json!({ "whole": 2, "maybe": null, "name": null, "wide": null }),
        ),
        (
            json!({ "whole": 2, "maybe": 4, "name": "abc", "wide": 5 }),
            json!({ "whole": 2, "maybe": 4, "name": "abc", "wide": 5 }),
        ),
    ] {
        let response = client.post("/rules").json(&body).send();
        assert_eq!(
            (response.status(), response.json::<Value>()),
            (200, kept),
            "{body}"
        );
    }
    let body = json!({ "whole": 3, "maybe": 5, "name": "ABC" });
    let response = client.post("/rules").json(&body).send();
    assert_eq!(response.status(), 422);
    let found = [
        (&json!(["body", "whole"]), "Value error, 3 is odd", &json!(3)),
        (&json!(["body", "maybe"]), "Value error, 5 is odd", &json!(5)),
        (
            &json!(["body", "name"]),
            "Value error, write it small",
            &json!("ABC"),
        ),
    ];
    assert_eq!(mistakes(&response.json()), found);
}

#[test]
fn a_rule_is_asked_about_the_number_that_was_sent() {
    let body = r#"{"whole":2,"wide":1267650600228229401496703205376}"#;
    let client = client();
    let request = client.post("/rules").header("content-type", "application/json");
    let response = request.body(body).send();
    let text = response.text();
    assert!(text.contains("Value error, so great"), "{text}");
    assert!(
        text.contains(r#""input":1267650600228229401496703205376"#),
        "{text}"
    );
}

#[test]
fn a_parameter_that_may_be_absent_is_asked_about_when_it_is_there() {
    let client = client();
    let response = client.get("/rules").send();
    assert_eq!(response.json::<Value>(), json!([null, null]));
    let response = client.get("/rules?maybe=2").header("name", "abc").send();
    assert_eq!(response.json::<Value>(), json!([2, "abc"]));
    let response = client.get("/rules?maybe=3").header("name", "ABC").send();
    assert_eq!(response.status(), 422);
    let found = [
        (&json!(["query", "maybe"]), "Value error, 3 is odd", &json!(3)),
        (
            &json!(["header", "name"]),
            "Value error, write it small",
            &json!("ABC"),
        ),
    ];
    assert_eq!(mistakes(&response.json()), found);
}
