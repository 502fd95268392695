//! What a handler can return, how it is sent, and how it is documented.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use fastr::{
    App, Body, Html, HttpException, JsonResponse, PlainText, Redirect, Response, TestClient, get, model,
};
use serde_json::{Value, json};

/// A point.
#[model]
struct Point {
    x: i32,
    y: Option<i32>,
}

/// A direction.
#[model]
enum Direction {
    North,
    #[serde(rename = "s")]
    South,
}

#[get("/unit")]
fn unit() {}

#[get("/bool")]
fn boolean() -> bool {
    true
}

#[get("/float")]
fn float() -> f64 {
    1.5
}

#[get("/char")]
fn character() -> char {
    'é'
}

#[get("/string")]
fn string() -> String {
    "a \"text\"".to_owned()
}

#[get("/str")]
fn static_text() -> &'static str {
    "static"
}

#[get("/model")]
fn point() -> Point {
    Point { x: 1, y: None }
}

static POINTS: [Point; 2] = [Point { x: 1, y: None }, Point { x: 2, y: Some(3) }];

#[get("/kept")]
fn kept() -> &'static Point {
    &POINTS[0]
}

#[get("/kept-list")]
fn kept_list() -> &'static [Point] {
    &POINTS
}

#[get("/shared")]
fn shared() -> Arc<Vec<Point>> {
    Arc::new(vec![Point { x: 4, y: None }])
}

#[get("/shared-list", raises(404))]
fn shared_list() -> Result<Arc<[Point]>, HttpException> {
    Ok(Arc::new([]))
}

#[get("/enum")]
fn directions() -> Vec<Direction> {
    vec![Direction::North, Direction::South]
}

#[get("/some")]
fn some() -> Option<Point> {
    Some(Point { x: 1, y: Some(2) })
}

#[get("/none")]
fn none() -> Option<Point> {
    None
}

#[get("/boxed")]
fn boxed() -> Box<Point> {
    Box::new(Point { x: 3, y: None })
}

#[get("/vec")]
fn list() -> Vec<u8> {
    vec![1, 2]
}

#[get("/set")]
fn set() -> BTreeSet<u8> {
    BTreeSet::from([2, 1])
}

#[get("/map")]
fn map() -> BTreeMap<String, Vec<bool>> {
    BTreeMap::from([("a".to_owned(), vec![true]), ("b".to_owned(), vec![])])
}

#[get("/hash-map")]
fn hash_map() -> HashMap<String, u8> {
    HashMap::from([("a".to_owned(), 1)])
}

#[get("/value")]
fn value() -> Value {
    json!({ "b": 1, "a": [null] })
}

#[get("/plain")]
fn plain() -> PlainText {
    PlainText("plain é".to_owned())
}

#[get("/plain-static")]
fn plain_static() -> PlainText<&'static str> {
    PlainText("static")
}

#[get("/html")]
fn html() -> Html<&'static str> {
    Html("<p>é</p>")
}

#[get("/redirect")]
fn redirect() -> Redirect {
    Redirect::to("/über uns?q=\"x\"#é")
}

#[get("/redirect-injected")]
fn injected() -> Redirect {
    Redirect::to("/a\r\nset-cookie: b=c")
}

#[get("/json", responses(202 = "Later"))]
fn json_response() -> JsonResponse {
    JsonResponse::new(json!(["a"]))
        .status(202)
        .header("x-a", "1")
        .header("x-a", "2")
}

#[get("/json-typed", status_code = 201, responses(201))]
fn json_of_a_model() -> JsonResponse<Point> {
    JsonResponse::new(Point { x: 0, y: None })
}

#[get("/response", responses(299 = "Rare"))]
fn response() -> Response {
    let mut response = Response::new(Body::from("raw"));
    *response.status_mut() = 299.try_into().expect("a status");
    response
}

/// The path, the status, the content type, the body.
const SENT: [(&str, u16, Option<&str>, &str); 27] = [
    ("/unit", 200, JSON, "null"),
    ("/bool", 200, JSON, "true"),
    ("/float", 200, JSON, "1.5"),
    ("/char", 200, JSON, "\"é\""),
    ("/string", 200, JSON, r#""a \"text\"""#),
    ("/str", 200, JSON, "\"static\""),
    ("/model", 200, JSON, r#"{"x":1,"y":null}"#),
    ("/kept", 200, JSON, r#"{"x":1,"y":null}"#),
    ("/kept-list", 200, JSON, r#"[{"x":1,"y":null},{"x":2,"y":3}]"#),
    ("/shared", 200, JSON, r#"[{"x":4,"y":null}]"#),
    ("/shared-list", 200, JSON, "[]"),
    ("/enum", 200, JSON, r#"["North","s"]"#),
    ("/some", 200, JSON, r#"{"x":1,"y":2}"#),
    ("/none", 200, JSON, "null"),
    ("/boxed", 200, JSON, r#"{"x":3,"y":null}"#),
    ("/vec", 200, JSON, "[1,2]"),
    ("/set", 200, JSON, "[1,2]"),
    ("/map", 200, JSON, r#"{"a":[true],"b":[]}"#),
    ("/hash-map", 200, JSON, r#"{"a":1}"#),
    ("/value", 200, JSON, r#"{"b":1,"a":[null]}"#),
    ("/plain", 200, Some("text/plain; charset=utf-8"), "plain é"),
    ("/plain-static", 200, Some("text/plain; charset=utf-8"), "static"),
    ("/html", 200, Some("text/html; charset=utf-8"), "<p>é</p>"),
    ("/redirect", 307, None, ""),
    ("/json", 202, JSON, r#"["a"]"#),
    ("/json-typed", 201, JSON, r#"{"x":0,"y":null}"#),
    ("/response", 299, None, "raw"),
];

const JSON: Option<&str> = Some("application/json");

#[test]
fn every_kind_of_result_is_sent() {
    let client = TestClient::new(App::of(module_path!()));
    for (path, status, media_type, body) in SENT {
        let response = client.get(path).send();
        let sent = (
            response.status(),
            response.header("content-type"),
            response.text(),
        );
        assert_eq!(sent, (status, media_type, body), "{path}");
    }
}

#[test]
fn every_kind_of_result_is_documented() {
    let document = App::of(module_path!()).openapi().expect("the document");
    let point = json!({ "$ref": "#/components/schemas/Point" });
    let points = json!({ "type": "array", "items": point });
    let byte = json!({ "type": "integer", "minimum": 0, "maximum": 255 });
    let nullable = json!({ "anyOf": [point, { "type": "null" }] });
    for (path, status, media_type, schema) in [
        ("/unit", "200", "application/json", json!({})),
        ("/bool", "200", "application/json", json!({ "type": "boolean" })),
        ("/float", "200", "application/json", json!({ "type": "number" })),
        ("/string", "200", "application/json", json!({ "type": "string" })),
        ("/str", "200", "application/json", json!({ "type": "string" })),
        ("/model", "200", "application/json", point.clone()),
        ("/kept", "200", "application/json", point.clone()),
        ("/kept-list", "200", "application/json", points.clone()),
        ("/shared", "200", "application/json", points.clone()),
        ("/shared-list", "200", "application/json", points),
        ("/some", "200", "application/json", nullable.clone()),
        ("/none", "200", "application/json", nullable),
        ("/boxed", "200", "application/json", point.clone()),
        (
            "/vec",
            "200",
            "application/json",
            json!({ "items": byte, "type": "array" }),
        ),
        (
            "/set",
            "200",
            "application/json",
            json!({ "items": byte, "type": "array", "uniqueItems": true }),
        ),
        (
            "/hash-map",
            "200",
            "application/json",
            json!({ "additionalProperties": byte, "type": "object" }),
        ),
        ("/value", "200", "application/json", json!({})),
        ("/plain", "200", "text/plain", json!({ "type": "string" })),
        ("/html", "200", "text/html", json!({ "type": "string" })),
        ("/json-typed", "201", "application/json", point),
    ] {
        let content = &document["paths"][path]["get"]["responses"][status]["content"];
        assert_eq!(content, &json!({ media_type: { "schema": schema } }), "{path}");
    }
    let responses = |path: &str| document["paths"][path]["get"]["responses"].clone();
    let location = json!({ "description": "Where to go", "schema": { "type": "string" } });
    let after_a_panic = json!({
        "description": "Internal Server Error",
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/HTTPException" } } },
    });
    assert_eq!(
        responses("/redirect"),
        json!({
            "307": { "description": "Temporary Redirect", "headers": { "location": location } },
            "500": after_a_panic,
        })
    );
    assert_eq!(
        responses("/response"),
        json!({ "299": { "description": "Rare" }, "500": after_a_panic })
    );
    let direction = &document["components"]["schemas"]["Direction"];
    assert_eq!(direction["enum"], json!(["North", "s"]));
}

#[test]
fn a_redirect_says_where_to_in_ascii() {
    let client = TestClient::new(App::of(module_path!()));
    let to = |path: &str| {
        let response = client.get(path).send();
        response.header("location").expect("a location").to_owned()
    };
    assert_eq!(to("/redirect"), "/%C3%BCber%20uns?q=%22x%22#%C3%A9");
    assert_eq!(to("/redirect-injected"), "/a%0D%0Aset-cookie:%20b=c");
    assert_eq!(client.get("/redirect-injected").send().header("set-cookie"), None);
}

#[test]
fn a_json_response_keeps_its_headers() {
    let response = TestClient::new(App::of(module_path!())).get("/json").send();
    let values: Vec<&str> = response
        .headers()
        .get_all("x-a")
        .iter()
        .map(|value| value.to_str().expect("a text"))
        .collect();
    assert_eq!(values, ["1", "2"]);
}
