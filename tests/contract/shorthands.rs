//! Responses whose status is part of their type, and exceptions with the headers that their status asks for.

use std::time::Duration;

use fastr::{Accepted, App, Created, HttpException, NoContent, NotModified, Status, TestClient, get, model};
use serde_json::json;

#[model]
struct Item {
    name: String,
}

fn drum() -> Item {
    Item { name: "Drum".into() }
}

#[get("/status")]
fn status() -> Status<226, Item> {
    Status(drum())
}

#[get("/reset")]
fn reset() -> Status<205> {
    Status(())
}

#[get("/created")]
fn created() -> Created<Item> {
    Created::at("/items/größer", drum())
}

#[get("/accepted")]
fn accepted() -> Accepted<Item> {
    Accepted::at("/jobs/1", drum())
}

#[get("/no-content")]
fn no_content() -> NoContent {
    NoContent
}

#[get("/not-modified")]
fn not_modified() -> NotModified {
    NotModified::new("\"v1\"").header("cache-control", "max-age=60")
}

#[get("/raised", raises(401, 405, 429, 503))]
fn raised(status: u16) -> Result<(), HttpException> {
    Err(match status {
        401 => HttpException::unauthorized("Basic realm=\"x\"", "Who are you?"),
        405 => HttpException::method_not_allowed(&["GET", "HEAD"], "Closed"),
        429 => HttpException::too_many_requests(Duration::from_millis(100), "Slow down"),
        _ => HttpException::service_unavailable(Duration::from_mins(1), "Later"),
    })
}

fn app() -> App {
    App::of(module_path!())
}

#[test]
fn the_status_of_the_type_is_sent() {
    let client = TestClient::new(app());
    let item = r#"{"name":"Drum"}"#;
    for (path, status, location, body) in [
        ("/status", 226, None, item),
        ("/reset", 205, None, ""),
        ("/created", 201, Some("/items/gr%C3%B6%C3%9Fer"), item),
        ("/accepted", 202, Some("/jobs/1"), item),
        ("/no-content", 204, None, ""),
        ("/not-modified", 304, None, ""),
    ] {
        let response = client.get(path).send();
        let sent = (response.status(), response.header("location"), response.text());
        assert_eq!(sent, (status, location, body), "{path}");
    }
    let response = client.get("/not-modified").send();
    assert_eq!(response.header("etag"), Some("\"v1\""));
    assert_eq!(response.header("cache-control"), Some("max-age=60"));
}

#[test]
fn it_is_documented_and_nothing_else_is() {
    for (path, status) in [
        ("/status", "226"),
        ("/reset", "205"),
        ("/created", "201"),
        ("/accepted", "202"),
        ("/not-modified", "304"),
    ] {
        assert_eq!(super::statuses(&app(), "get", path), [status, "500"], "{path}");
    }
    let responses = super::documented(&app(), "get", "/created");
    assert_eq!(
        responses["201"]["headers"]["location"],
        json!({ "description": "Where it is", "schema": { "type": "string" } })
    );
}

#[test]
fn an_exception_brings_the_header_of_its_status() {
    let client = TestClient::new(app());
    for (status, header, value) in [
        (401, "www-authenticate", "Basic realm=\"x\""),
        (405, "allow", "GET, HEAD"),
        (429, "retry-after", "1"),
        (503, "retry-after", "60"),
    ] {
        let response = client.get(&format!("/raised?status={status}")).send();
        assert_eq!(
            (response.status(), response.header(header)),
            (status, Some(value))
        );
    }
}
