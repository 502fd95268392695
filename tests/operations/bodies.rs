//! JSON bodies: one model as the whole, several by their names, lists and maps, and the request itself.

use std::collections::BTreeMap;

use fastr::{App, Request, RequestParts, TestClient, model, post, put};
use serde_json::{Value, json};

/// An item.
#[model]
struct Item {
    name: String,
    #[field(gt = 0)]
    size: i32,
}

/// A user.
#[model]
struct User {
    username: String,
}

/// How many.
#[model]
struct Count {
    count: usize,
}

#[post("/whole")]
fn whole(item: Item) -> Item {
    item
}

#[post("/optional")]
fn optional(item: Option<Item>) -> Option<Item> {
    item
}

#[put("/both/{item_id}")]
fn both(item_id: u32, item: Item, user: User, q: Option<String>) -> Value {
    json!({ "item_id": item_id, "item": item, "user": user, "q": q })
}

#[put("/one-optional")]
fn one_optional(item: Item, user: Option<User>) -> Value {
    json!([item, user])
}

#[post("/list")]
fn list(items: Vec<Item>) -> Count {
    Count { count: items.len() }
}

#[post("/map")]
fn map(numbers: BTreeMap<String, i64>) -> BTreeMap<String, i64> {
    numbers
}

#[post("/any")]
fn any(value: Value) -> Value {
    value
}

#[post("/head")]
async fn head(request: &RequestParts, item: Item) -> String {
    format!(
        "{} {} {} {}",
        request.method,
        request.uri,
        request.headers.len(),
        item.name
    )
}

#[post("/request")]
async fn request(request: Request) -> String {
    let method = request.method().to_string();
    let body = request.into_body().collect(100).await.expect("a small body");
    format!("{method} {}", String::from_utf8_lossy(&body))
}

fn client() -> TestClient {
    TestClient::new(App::of(module_path!()))
}

fn item() -> Value {
    json!({ "name": "Lamp", "size": 2 })
}

#[track_caller]
fn locs(answer: &Value) -> Vec<Value> {
    let errors = answer["detail"].as_array().expect("a list of errors");
    errors
        .iter()
        .map(|error| json!([error["type"], error["loc"]]))
        .collect()
}

#[test]
fn one_model_is_the_whole_body() {
    let client = client();
    let response = client.post("/whole").json(&item()).send();
    assert_eq!((response.status(), response.json::<Value>()), (200, item()));
    let response = client.post("/whole").send();
    assert_eq!(response.status(), 422);
    assert_eq!(locs(&response.json()), [json!(["missing", ["body"]])]);
    let response = client.post("/whole").json(&json!({ "size": 0 })).send();
    assert_eq!(
        locs(&response.json()),
        [
            json!(["missing", ["body", "name"]]),
            json!(["greater_than", ["body", "size"]])
        ]
    );
}

#[test]
fn an_optional_body_may_be_absent() {
    let client = client();
    assert_eq!(client.post("/optional").send().json::<Value>(), Value::Null);
    assert_eq!(
        client.post("/optional").json(&item()).send().json::<Value>(),
        item()
    );
    assert_eq!(
        client.post("/optional").json(&Value::Null).send().json::<Value>(),
        Value::Null
    );
    assert_eq!(client.post("/optional").json(&json!({})).send().status(), 422);
}

#[test]
fn several_models_are_embedded_by_name() {
    let client = client();
    let user = json!({ "username": "ada" });
    let response = client
        .put("/both/7?q=x")
        .json(&json!({ "user": user, "item": item(), "more": 1 }))
        .send();
    assert_eq!(
        response.json::<Value>(),
        json!({ "item_id": 7, "item": item(), "user": user, "q": "x" })
    );
    let response = client
        .put("/both/x")
        .json(&json!({ "item": { "name": "Lamp", "size": 0 } }))
        .send();
    assert_eq!(response.status(), 422);
    assert_eq!(
        locs(&response.json()),
        [
            json!(["int_parsing", ["path", "item_id"]]),
            json!(["greater_than", ["body", "item", "size"]]),
            json!(["missing", ["body", "user"]]),
        ]
    );
    let response = client
        .put("/one-optional")
        .json(&json!({ "item": item() }))
        .send();
    assert_eq!(response.json::<Value>(), json!([item(), null]));
}

#[test]
fn embedded_models_are_documented_by_name() {
    let document = App::of(module_path!()).openapi().expect("the document");
    let body = |path: &str, method: &str| document["paths"][path][method]["requestBody"].clone();
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    assert_eq!(
        body("/both/{item_id}", "put"),
        json!({
            "content": { "application/json": { "schema": {
                "type": "object",
                "properties": { "item": reference("Item"), "user": reference("User") },
                "required": ["item", "user"],
            } } },
            "required": true,
        })
    );
    let embedded = body("/one-optional", "put");
    assert_eq!(
        embedded["content"]["application/json"]["schema"]["required"],
        json!(["item"])
    );
    assert_eq!(body("/optional", "post").get("required"), None);
    assert_eq!(
        body("/whole", "post")["content"]["application/json"]["schema"],
        reference("Item")
    );
    assert_eq!(
        body("/request", "post"),
        json!({ "content": { "*/*": { "schema": {} } } })
    );
}

#[test]
fn lists_maps_and_any_value_can_be_the_body() {
    let client = client();
    let response = client.post("/list").json(&json!([item(), item()])).send();
    assert_eq!(response.json::<Value>(), json!({ "count": 2 }));
    let response = client
        .post("/list")
        .json(&json!([item(), { "name": "x", "size": -1 }]))
        .send();
    assert_eq!(
        locs(&response.json()),
        [json!(["greater_than", ["body", 1, "size"]])]
    );
    let numbers = json!({ "a": 1, "b": -2 });
    assert_eq!(client.post("/map").json(&numbers).send().json::<Value>(), numbers);
    for value in [json!(null), json!([1, "a"]), json!("text")] {
        assert_eq!(client.post("/any").json(&value).send().json::<Value>(), value);
    }
}

#[test]
fn the_head_of_the_request_can_be_lent_beside_a_body() {
    let response = client().post("/head?q=1").header("x-a", "b").json(&item()).send();
    assert_eq!(response.text(), "\"POST /head?q=1 3 Lamp\"");
}

#[test]
fn the_whole_request_can_be_taken() {
    let response = client().post("/request").body("any bytes").send();
    assert_eq!(response.text(), "\"POST any bytes\"");
}

#[test]
fn a_body_of_another_media_type_is_refused() {
    let client = client();
    let text = item().to_string();
    let long = format!("text/{}", "x".repeat(200));
    let cut = format!("as {}…", &long[..100]);
    for (media_type, refused) in [
        (Some("application/json"), None),
        (Some("Application/JSON; charset=utf-8"), None),
        (Some("application/problem+json"), None),
        (Some("text/plain"), Some("as text/plain")),
        (Some("Text/Plain; charset=\"utf-8\""), Some("as Text/Plain")),
        (Some("application/jsonp"), Some("as application/jsonp")),
        (Some("text/x+json"), Some("as text/x+json")),
        (
            Some("application/json, text/plain"),
            Some("as application/json??text/plain"),
        ),
        (Some("<b>\t\"é\""), Some("as ?b??????")),
        (Some(long.as_str()), Some(cut.as_str())),
        (Some(""), Some("with an empty Content-Type")),
        (Some("; charset=utf-8"), Some("with an empty Content-Type")),
        (None, Some("without a Content-Type")),
    ] {
        let mut request = client.post("/whole").body(text.clone());
        if let Some(media_type) = media_type {
            request = request.header("content-type", media_type);
        }
        let response = request.send();
        let Some(came) = refused else {
            assert_eq!(response.status(), 200, "{media_type:?}: {}", response.text());
            continue;
        };
        let detail =
            format!(r#"{{"detail":"The body must be sent as application/json, and it came {came}"}}"#);
        assert_eq!(
            (response.status(), response.text()),
            (415, detail.as_str()),
            "{media_type:?}"
        );
    }
}
