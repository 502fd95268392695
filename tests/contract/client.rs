//! The client knows the contract: what can never come does not compile, and what comes is compared with the document.

use fastr::{
    ApiError, App, Body, HttpException, Layered, Next, Request, Response, TestClient, get, model, post,
};
use serde_json::json;

/// Something on sale.
#[model]
struct Item {
    #[field(min_length = 2)]
    name: String,
}

#[derive(Debug, ApiError)]
enum ItemError {
    #[status(404, "no such item")]
    NotFound,
}

#[post("/items", status_code = 201)]
fn create_item(item: Item) -> Item {
    item
}

#[get("/shelves/{shelf}/{rest:path}")]
fn read_item(shelf: String, rest: String, q: Option<String>) -> Result<String, ItemError> {
    match rest.as_str() {
        "" => Err(ItemError::NotFound),
        _ => Ok(format!("{shelf}|{rest}|{}", q.unwrap_or_default())),
    }
}

/// A module of the same name goes before the type of the operation.
mod shadowed {
    pub const HERE: u8 = 1;
}

#[get("/shadowed")]
fn shadowed() -> u8_text::Text {
    shadowed::HERE.to_string()
}

mod u8_text {
    pub type Text = String;
}

#[get("/broken/{how}", responses(201(model = Item), 202 = "Anything"))]
fn broken(how: String) -> Response {
    let (status, media_type, body) = match how.as_str() {
        "media-type" => (201, "text/plain", "x"),
        "no-json" => (201, "application/json", "{"),
        "shape" => (201, "application/json; charset=utf-8", r#"{"name":7}"#),
        _ => (202, "text/plain", "anything"),
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status.try_into().expect("a status");
    let media_type = media_type.parse().expect("a value");
    response.headers_mut().insert("content-type", media_type);
    response
}

#[get("/short")]
fn short() -> Item {
    Item { name: "x".into() }
}

fn client() -> TestClient {
    TestClient::new(App::of(module_path!()))
}

#[test]
fn an_operation_is_called_by_its_name() {
    let client = client();
    let item = json!({ "name": "Drum" });
    let created = client.call::<create_item>().json(&item).send().expect::<201>();
    assert_eq!(created.text(), r#"{"name":"Drum"}"#);
    let refused = client
        .call::<create_item>()
        .json(&json!({}))
        .send()
        .expect::<422>();
    assert!(refused.text().contains("missing"));
    let read = client
        .call::<read_item>()
        .path("shelf", "a/b c")
        .path("rest", "x/y ü")
        .query("q", "1&2")
        .send()
        .expect::<200>();
    assert_eq!(read.json::<String>(), "a/b c|x/y ü|1&2");
    client
        .call::<read_item>()
        .path("shelf", "s")
        .path("rest", "")
        .send()
        .expect::<404>();
}

#[test]
fn a_path_can_have_a_query_of_its_own() {
    let response = client().get("/shelves/s/r?q=1").query("x", 2).send();
    assert_eq!(response.expect::<200>().json::<String>(), "s|r|1");
}

#[test]
#[should_panic(expected = "expected 404 Not Found, and the answer is 200 OK: \"s|r|\"")]
fn another_status_is_shown_with_its_body() {
    let _ = client().get("/shelves/s/r").send().expect::<404>();
}

async fn closed(_: Request, next: Next) -> Response {
    next.refuse(HttpException::of(503))
}

/// No type of an operation knows what stands around it.
#[test]
fn a_status_of_the_application_is_expected_at_run_time() {
    let app = || App::of(module_path!()).validation_status(409);
    let client = TestClient::new(app());
    let refused = client.call::<create_item>().json(&json!({})).send();
    refused.expect_status(409);
    let client = TestClient::new(app().add_middleware(Layered::of(closed).raises([503])));
    client.call::<short>().send().expect_status(503);
    client.get("/nowhere").send().expect_status(503);
}

#[test]
#[should_panic(
    expected = "can never answer 504 Gateway Timeout in this application; it can answer 200, 500, 503"
)]
fn a_status_that_nobody_sends_is_not_expected() {
    let app = App::of(module_path!()).add_middleware(Layered::of(closed).raises([503]));
    let _ = TestClient::new(app).call::<short>().send().expect_status(504);
}

#[test]
#[should_panic(expected = "expected 503 Service Unavailable, and the answer is 200 OK")]
fn a_status_of_the_application_that_did_not_come_is_told() {
    let quiet = Layered::of(async |request: Request, next: Next| next.run(request).await);
    let app = App::of(module_path!()).add_middleware(quiet.raises([503]));
    let client = TestClient::new(app);
    let read = client.call::<read_item>().path("shelf", "s").path("rest", "r");
    let _ = read.send().expect_status(503);
}

#[test]
#[should_panic(expected = "`read_item` has `shelf` in its path; give it one with `.path(\"shelf\", …)`")]
fn a_parameter_of_the_path_is_missed() {
    client().call::<read_item>().send();
}

#[test]
fn a_module_of_the_same_name_stays() {
    assert_eq!(client().get("/shadowed").send().text(), "\"1\"");
}

#[test]
fn an_answer_that_is_not_documented_so_is_told() {
    for (how, problem) in [
        (
            "media-type",
            "its media type is text/plain, and not application/json",
        ),
        ("no-json", "its body is no JSON (Expecting property name"),
        (
            "shape",
            "Input should be a valid string at [Name(\"body\"), Name(\"name\")]",
        ),
    ] {
        let sent = std::panic::catch_unwind(|| client().get(&format!("/broken/{how}")).send());
        let panic = sent.expect_err("it is not what the document says");
        let text = panic.downcast_ref::<String>().expect("a text");
        assert!(text.contains("`broken` (tests/contract/client.rs:"), "{text}");
        assert!(text.contains(problem), "{how}: {text}");
    }
    let unchecked = client().without_comparison();
    assert_eq!(unchecked.get("/broken/shape").send().status(), 201);
    assert_eq!(client().get("/broken/other").send().text(), "anything");
}

#[test]
#[should_panic(expected = "String should have at least 2 characters")]
fn what_is_sent_keeps_its_constraints() {
    client().get("/short").send();
}
