//! `#[derive(ApiError)]`: one definition is the wire, the document, and `std::error::Error`.

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

use fastr::{ApiError, App, HttpException, TestClient, get, model, status};
use serde_json::{Value, json};

const GONE: u16 = 410;

/// What stands in the way.
#[model]
#[derive(Debug)]
struct Conflict {
    with: Vec<u64>,
}

#[derive(Debug, ApiError)]
enum ItemError {
    /// There is no such item.
    #[status(404, "item {item_id} not found")]
    NotFound { item_id: u64 },
    #[status(404, "shelf not found")]
    NoShelf,
    #[status(409)]
    Conflict(#[detail] Conflict),
    #[status(GONE, "{0} was {1:?}, {{gone}}")]
    Gone(String, &'static str),
    #[status(401, "Not authenticated", headers("WWW-Authenticate" = "Bearer realm=\"{realm}\""))]
    Unauthenticated { realm: String },
    #[status(status::HTTP_400_BAD_REQUEST, "no number")]
    Number(#[from] ParseIntError),
    #[status(500, "the store is out of order")]
    Store(#[source] Box<dyn Error + Send + Sync>),
    #[status(transparent)]
    Access(#[from] AccessError),
}

#[derive(Debug, ApiError)]
enum AccessError {
    #[status(403, "not yours")]
    Forbidden,
    #[status(429, "slow down", headers("retry-after" = "{seconds}", "location" = "/wait for it/{seconds}"))]
    TooMany { seconds: u32 },
}

/// A struct is itself the only answer.
#[derive(Debug, ApiError)]
#[status(418, "{of} cannot brew")]
struct Teapot {
    of: String,
}

#[derive(Debug, ApiError)]
enum Anything {
    #[status(transparent)]
    Raised(#[from] HttpException),
}

#[derive(Debug)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broken")
    }
}

impl Error for Broken {}

#[get("/items/{kind}")]
fn raise(kind: String) -> Result<String, ItemError> {
    Err(match kind.as_str() {
        "not-found" => ItemError::NotFound { item_id: 7 },
        "no-shelf" => ItemError::NoShelf,
        "conflict" => ItemError::Conflict(Conflict { with: vec![1, 2] }),
        "gone" => ItemError::Gone("it".into(), "sold"),
        "unauthenticated" => ItemError::Unauthenticated { realm: "shop".into() },
        "injected" => ItemError::Unauthenticated {
            realm: "a\r\nset-cookie: b".into(),
        },
        "store" => ItemError::Store(Box::new(Broken)),
        "forbidden" => AccessError::Forbidden.into(),
        "too-many" => ItemError::Access(AccessError::TooMany { seconds: 30 }),
        text => return Ok(text.parse::<u8>()?.to_string()),
    })
}

#[get("/narrow", raises(ItemError::NoShelf, ItemError::Access))]
fn narrow(which: String) -> Result<(), ItemError> {
    Err(match which.as_str() {
        "shelf" => ItemError::NoShelf,
        "forbidden" => AccessError::Forbidden.into(),
        _ => ItemError::Conflict(Conflict { with: vec![] }),
    })
}

#[get("/pinned", raises(403, 429 = "Too often"))]
fn pinned() -> Result<(), AccessError> {
    Err(AccessError::Forbidden)
}

#[get("/teapot")]
fn teapot() -> Result<(), Teapot> {
    Err(Teapot { of: "I".into() })
}

#[get("/anything", raises(451))]
fn anything() -> Result<(), Anything> {
    Err(HttpException::of(451))?
}

fn app() -> App {
    App::of(module_path!())
}

#[test]
fn a_variant_is_sent_as_it_says() {
    let client = TestClient::new(app());
    for (kind, status, detail) in [
        ("not-found", 404, json!("item 7 not found")),
        ("no-shelf", 404, json!("shelf not found")),
        ("conflict", 409, json!({ "with": [1, 2] })),
        ("gone", 410, json!("it was \"sold\", {gone}")),
        ("unauthenticated", 401, json!("Not authenticated")),
        ("x", 400, json!("no number")),
        ("store", 500, json!("the store is out of order")),
        ("forbidden", 403, json!("not yours")),
        ("too-many", 429, json!("slow down")),
    ] {
        let response = client.get(&format!("/items/{kind}")).send();
        assert_eq!(response.status(), status, "{kind}");
        assert_eq!(response.json::<Value>(), json!({ "detail": detail }), "{kind}");
        assert_eq!(
            response.header("content-type"),
            Some("application/json"),
            "{kind}"
        );
    }
    assert_eq!(client.get("/items/9").send().text(), "\"9\"");
    assert_eq!(
        client.get("/teapot").send().text(),
        r#"{"detail":"I cannot brew"}"#
    );
    assert_eq!(client.get("/anything").send().status(), 451);
}

#[test]
fn headers_are_made_of_the_fields() {
    let client = TestClient::new(app());
    let response = client.get("/items/unauthenticated").send();
    assert_eq!(response.header("www-authenticate"), Some("Bearer realm=\"shop\""));
    let response = client.get("/items/too-many").send();
    assert_eq!(response.header("retry-after"), Some("30"));
    assert_eq!(response.header("location"), Some("/wait%20for%20it/30"));
    let response = client.get("/items/injected").send();
    assert_eq!((response.status(), response.header("set-cookie")), (401, None));
}

#[test]
fn the_document_has_one_entry_a_status_with_every_variant() {
    let responses = super::documented(&app(), "get", "/items/{kind}");
    let keys: Vec<&str> = responses.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        ["200", "400", "401", "403", "404", "409", "410", "429", "500"]
    );
    assert_eq!(
        responses["404"],
        json!({
            "description": "There is no such item.; shelf not found",
            "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/HTTPException" },
                "examples": {
                    "NotFound": { "value": { "detail": "item {item_id} not found" } },
                    "NoShelf": { "value": { "detail": "shelf not found" } },
                },
            } },
        })
    );
    assert_eq!(
        responses["409"],
        json!({
            "description": "Conflict",
            "content": { "application/json": { "schema": {
                "properties": { "detail": { "$ref": "#/components/schemas/Conflict" } },
                "type": "object",
                "required": ["detail"],
            } } },
        })
    );
    assert_eq!(
        responses["429"]["headers"],
        json!({ "retry-after": { "schema": { "type": "string" } }, "location": { "schema": { "type": "string" } } })
    );
}

#[test]
fn named_variants_narrow_an_error() {
    let responses = super::documented(&app(), "get", "/narrow");
    let keys: Vec<&str> = responses.keys().map(String::as_str).collect();
    assert_eq!(keys, ["200", "403", "404", "422", "429", "500"]);
    assert_eq!(responses["404"]["description"], "shelf not found");
    let client = TestClient::new(app());
    assert_eq!(client.get("/narrow?which=shelf").send().status(), 404);
    assert_eq!(client.get("/narrow?which=forbidden").send().status(), 403);
}

#[test]
#[should_panic(expected = "`narrow` (tests/contract/api_error.rs")]
fn a_variant_that_was_not_named_is_a_breach() {
    TestClient::new(app()).get("/narrow?which=x").send();
}

#[test]
fn pinned_statuses_are_described() {
    let responses = super::documented(&app(), "get", "/pinned");
    assert_eq!(responses["429"]["description"], "Too often");
    assert_eq!(responses["403"]["description"], "not yours");
}

#[test]
fn it_is_an_error_of_the_standard_library() {
    let error = ItemError::Store(Box::new(Broken));
    assert_eq!(error.to_string(), "the store is out of order");
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("broken"));
    let error: ItemError = AccessError::Forbidden.into();
    assert_eq!(error.to_string(), "not yours");
    assert!(
        error.source().is_none(),
        "a transparent error has the sources of the other one"
    );
    let error = ItemError::Conflict(Conflict { with: vec![] });
    assert_eq!(error.to_string(), "Conflict");
    let error: ItemError = "x".parse::<u8>().expect_err("no number").into();
    assert!(error.source().is_some());
}
