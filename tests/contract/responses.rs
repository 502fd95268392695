//! `#[derive(Responses)]`: several successes, each with its status, body and headers.

use fastr::{ApiError, App, PlainText, Responses, TestClient, get, model, put};
use serde_json::json;

/// Something on sale.
#[model]
struct Item {
    name: String,
}

#[derive(Responses)]
enum Stored {
    /// The item was there and has been changed.
    #[status(200)]
    Changed(Item),
    #[status(201, "The item is new", headers("location" = "/items/{item_id}"))]
    Created {
        #[body]
        item: Item,
        item_id: String,
    },
    /// Not done yet.
    #[status(202)]
    Later(PlainText),
    #[status(204)]
    Nothing,
    #[status(303, headers("location" = "/items/{1}"))]
    Elsewhere(#[body] (), u8),
}

/// A struct is itself the only answer.
#[derive(Responses)]
#[status(206, headers("content-range" = "items {from}-{to}/*"))]
struct Part {
    #[body]
    items: Vec<Item>,
    from: usize,
    to: usize,
}

#[derive(Debug, ApiError)]
#[status(404, "no such item")]
struct NotFound;

#[put("/items/{item_id}")]
fn store(item_id: String, item: Item) -> Result<Stored, NotFound> {
    Ok(match item_id.as_str() {
        "known" => Stored::Changed(item),
        "later" => Stored::Later(PlainText("queued".into())),
        "nothing" => Stored::Nothing,
        "elsewhere" => Stored::Elsewhere((), 7),
        "unknown" => return Err(NotFound),
        _ => Stored::Created { item, item_id },
    })
}

#[get("/items")]
fn part() -> Part {
    Part {
        items: vec![],
        from: 0,
        to: 1,
    }
}

fn app() -> App {
    App::of(module_path!())
}

#[test]
fn each_answer_is_sent_as_it_says() {
    let client = TestClient::new(app());
    let item = json!({ "name": "Drum" });
    for (item_id, status, media_type, body) in [
        ("known", 200, Some("application/json"), r#"{"name":"Drum"}"#),
        ("new one", 201, Some("application/json"), r#"{"name":"Drum"}"#),
        ("later", 202, Some("text/plain; charset=utf-8"), "queued"),
        ("nothing", 204, None, ""),
        ("elsewhere", 303, Some("application/json"), "null"),
        (
            "unknown",
            404,
            Some("application/json"),
            r#"{"detail":"no such item"}"#,
        ),
    ] {
        let path = format!("/items/{}", item_id.replace(' ', "%20"));
        let response = client.put(&path).json(&item).send();
        let sent = (
            response.status(),
            response.header("content-type"),
            response.text(),
        );
        assert_eq!(sent, (status, media_type, body), "{item_id}");
    }
    let response = client.put("/items/new%20one").json(&item).send();
    assert_eq!(response.header("location"), Some("/items/new%20one"));
    let response = client.get("/items").send();
    assert_eq!(response.header("content-range"), Some("items 0-1/*"));
}

#[test]
fn each_answer_is_documented() {
    let responses = super::documented(&app(), "put", "/items/{item_id}");
    let keys: Vec<&str> = responses.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "200", "201", "202", "204", "303", "404", "413", "415", "422", "500"
        ]
    );
    assert_eq!(
        responses["200"]["description"],
        "The item was there and has been changed."
    );
    let schema = json!({ "schema": { "$ref": "#/components/schemas/Item" } });
    assert_eq!(
        responses["201"],
        json!({
            "description": "The item is new",
            "headers": { "location": { "schema": { "type": "string" } } },
            "content": { "application/json": schema },
        })
    );
    assert_eq!(
        responses["202"]["content"],
        json!({ "text/plain": { "schema": { "type": "string" } } })
    );
    assert_eq!(responses["204"], json!({ "description": "No Content" }));
    assert_eq!(super::statuses(&app(), "get", "/items"), ["206", "500"]);
}
