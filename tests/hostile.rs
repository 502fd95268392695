//! Requests that no client in its right mind sends: each is answered at once, with a 4xx that says what is wrong.

#![allow(clippy::needless_pass_by_value, reason = "an operation owns what it is given")]

use std::collections::{BTreeMap, HashSet};
use std::time::{Duration, Instant};

use fastr::{App, ConnectionLimits, TestClient, TestResponse, get, model, post, put};
use serde_json::Value;

#[model]
struct Item {
    name: String,
    price: f64,
    count: i64,
    tags: Vec<String>,
}

#[model]
struct Tree {
    name: String,
    #[field(default)]
    children: Vec<Tree>,
}

#[model]
#[serde(deny_unknown_fields)]
struct Closed {
    n: u8,
    #[field(default)]
    l: Vec<u8>,
}

/// A list of lists of lists, or a number at their end.
#[model]
#[serde(untagged)]
enum Nested {
    Number(i64),
    Name(String),
    Lists(Vec<Nested>),
    Map(BTreeMap<String, Nested>),
}

#[model]
struct Size {
    size: usize,
}

#[post("/item")]
fn item(item: Item) -> Item {
    item
}

#[post("/tree")]
fn tree(tree: Tree) -> Tree {
    tree
}

#[post("/list")]
fn list(list: Vec<u8>) -> Vec<u8> {
    list
}

#[post("/map")]
fn map(map: BTreeMap<String, u8>) -> BTreeMap<String, u8> {
    map
}

#[post("/any")]
fn any(any: Value) -> Value {
    any
}

#[post("/items")]
fn items(items: Vec<Item>) -> Vec<Item> {
    items
}

#[post("/closed")]
fn closed(closed: Closed) -> Closed {
    closed
}

#[post("/nested")]
fn nested(nested: Nested) -> Nested {
    nested
}

#[put("/both")]
fn both(first: Item, second: Option<Tree>) -> Item {
    let _ = second;
    first
}

#[post("/form")]
fn form(#[form] form: Closed) -> Closed {
    form
}

#[get("/query")]
fn query(#[query] query: Closed) -> Closed {
    query
}

#[get("/numbers/{number}")]
fn numbers(
    number: i64,
    #[query] set: HashSet<u8>,
    #[query(pattern = "^(a+)+$")] text: Option<String>,
) -> Size {
    let _ = (number, text);
    Size { size: set.len() }
}

const BODIES: [(&str, &str); 6] = [
    ("POST", "/item"),
    ("POST", "/tree"),
    ("POST", "/list"),
    ("POST", "/map"),
    ("POST", "/any"),
    ("PUT", "/both"),
];

/// An application that takes a target of any length.
fn client() -> TestClient {
    TestClient::new(App::new().connections(ConnectionLimits::new().uri_length(usize::MAX)))
}

/// Sends a body and expects the answer soon.
fn send(client: &TestClient, (method, path): (&str, &str), content_type: &str, body: &[u8]) -> TestResponse {
    let mut request = client.request(method, path).body(body.to_vec());
    if !content_type.is_empty() {
        request = request.header("content-type", content_type);
    }
    let begin = Instant::now();
    let response = request.send();
    let elapsed = begin.elapsed();
    assert!(
        elapsed < Duration::from_secs(5),
        "{method} {path} took {elapsed:?}"
    );
    response
}

/// So many bytes of every kind, the same ones each time.
fn garbage(count: u32) -> Vec<u8> {
    let byte = |at: u32| at.wrapping_mul(2_654_435_761).to_be_bytes()[0];
    (0..count).map(byte).collect()
}

/// A 422 whose every entry says what, where and how.
#[track_caller]
fn expect_refusal(response: &TestResponse, what: &str) {
    assert_eq!(response.status(), 422, "{what}: {}", response.text());
    let body: Value = response.json();
    let detail = body["detail"].as_array().expect("a list");
    assert!(!detail.is_empty(), "{what}: nothing is said");
    for entry in detail {
        assert!(
            entry["type"].is_string() && entry["msg"].is_string() && entry["loc"].is_array(),
            "{what}: {entry}"
        );
        assert!(entry.get("input").is_some(), "{what}: {entry}");
    }
}

#[track_caller]
fn expect_malformed(response: &TestResponse, what: &str) {
    expect_refusal(response, what);
    let body: Value = response.json();
    assert_eq!(body["detail"][0]["type"], "json_invalid", "{what}: {body}");
}

#[test]
fn bodies_that_are_no_json_are_malformed() {
    let client = client();
    let mut bodies: Vec<Vec<u8>> = vec![
        b"\xff".to_vec(),
        b"{\"name\": \"\xc3\x28\"}".to_vec(),
        b"[\"\xed\xa0\x80\"]".to_vec(),
        b"{\"name\": \"x\", \"of no interest\": \"\xff\"}".to_vec(),
        b"\0".to_vec(),
        b"{\0}".to_vec(),
        b"[\"\0\"]".to_vec(),
        b"\xef\xbb\xbf{}".to_vec(),
        br#"["\ud800"]"#.to_vec(),
        br#"["\udc00\ud800"]"#.to_vec(),
        br#"{"name": "\ud83dx"}"#.to_vec(),
        b"[1e400]".to_vec(),
        b"-1e999999999999999999999".to_vec(),
        b"[NaN]".to_vec(),
        b"[".to_vec(),
        b"\"".to_vec(),
        b"{\"name\": \"x\", ".to_vec(),
        vec![b' '; 1 << 20],
        vec![b'\n'; 1 << 20],
        vec![b'"'; 1 << 20],
        vec![b'\\'; 1 << 20],
        vec![b'a'; 1 << 20],
        vec![0; 1 << 20],
        vec![0xff; 1 << 20],
    ];
    bodies.push(["\"".as_bytes(), &vec![b'x'; 1 << 20]].concat());
    bodies.push("9".repeat(5_000).into_bytes());
    for body in &bodies {
        for target in BODIES {
            let response = send(&client, target, "application/json", body);
            let shown = String::from_utf8_lossy(&body[..body.len().min(40)]);
            expect_malformed(&response, &format!("{target:?} {shown:?}"));
        }
    }
}

#[test]
fn depth_costs_no_stack() {
    let client = client();
    let closed =
        |open: &str, close: &str, depth: usize| format!("{}{}", open.repeat(depth), close.repeat(depth));
    let bodies = [
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        "{\"children\":[".repeat(100_000),
        closed("[", "]", 100_000),
        closed("[", "]", 128),
        closed("{\"a\":[", "]}", 50_000),
        closed("{\"name\":\"x\",\"children\":[", "]}", 50_000),
    ];
    for body in &bodies {
        for target in BODIES {
            let response = send(&client, target, "application/json", body.as_bytes());
            assert_eq!(response.status(), 422, "{target:?} {}", &body[..20]);
        }
    }
}

#[test]
fn what_is_not_asked_for_may_be_deep() {
    let client = client();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let body = format!(r#"{{"name": "x", "other": {deep}}}"#);
    let response = send(&client, ("POST", "/tree"), "application/json", body.as_bytes());
    assert_eq!(response.status(), 200, "{}", response.text());
}

#[test]
fn numbers_of_any_size_are_compared() {
    let client = client();
    for number in [
        "9".repeat(400),
        "1e308".to_owned(),
        "-1e308".to_owned(),
        "9223372036854775808".to_owned(),
        "1e-400000000".to_owned(),
        format!("0.{}", "1".repeat(100_000)),
    ] {
        let body = format!(r#"{{"name": "x", "price": "x", "count": {number}, "tags": []}}"#);
        let response = send(&client, ("POST", "/item"), "application/json", body.as_bytes());
        expect_refusal(&response, &number[..number.len().min(20)]);
    }
}

#[test]
fn garbage_without_a_type_is_415() {
    let client = client();
    let garbage = garbage(1 << 20);
    for target in BODIES.into_iter().chain([("POST", "/form")]) {
        for content_type in ["", "text/plain", "application/jsonx", "/", ";", "a/b;c=d;;="] {
            let response = send(&client, target, content_type, &garbage);
            assert_eq!(response.status(), 415, "{target:?} {content_type:?}");
        }
    }
}

#[test]
fn forms_of_garbage_lack_what_is_wanted() {
    let client = client();
    let url_encoded = "application/x-www-form-urlencoded";
    let many: Vec<String> = (0..20_000).map(|at| format!("key{at}=%ff&")).collect();
    for body in [
        garbage(1 << 18),
        many.concat().into_bytes(),
        b"n=1&".repeat(10_000).iter().copied().chain(*b"n=x").collect(),
        b"l=x&".repeat(20_000),
        b"%".repeat(1 << 18),
        b"&".repeat(1 << 18),
        b"=".repeat(1 << 18),
        vec![0; 1 << 18],
        b"n=%00".to_vec(),
    ] {
        let response = send(&client, ("POST", "/form"), url_encoded, &body);
        expect_refusal(&response, &String::from_utf8_lossy(&body[..body.len().min(20)]));
    }
}

#[test]
fn ten_thousand_pairs_are_read() {
    let client = client();
    let pairs = |pair: &dyn Fn(usize) -> String| (0..10_000).map(pair).collect::<Vec<_>>().join("&");
    for query in [
        pairs(&|at| format!("k{at}")),
        pairs(&|_| "n=".to_owned()),
        pairs(&|_| "l=x".to_owned()),
        "&".repeat(10_000),
        "%ff=%ff&".repeat(5_000),
    ] {
        let response = send(&client, ("GET", &format!("/query?{query}")), "", b"");
        expect_refusal(&response, &query[..20]);
    }
    let valid = format!("/query?n=1&{}", pairs(&|_| "l=1".to_owned()));
    assert_eq!(send(&client, ("GET", &valid), "", b"").status(), 200);
}

#[test]
fn odd_paths_and_queries_are_refused_where_they_are_wrong() {
    let client = client();
    let long = "9".repeat(50_000);
    for path in [
        "/numbers/%00?set=1",
        "/numbers/%ff%fe?set=1",
        "/numbers/%ed%a0%80?set=1",
        "/numbers/%?set=1",
        "/numbers/%2?set=1",
        "/numbers/1?set=%00",
        "/numbers/1?set=1&set=%ff",
        "/numbers/1?set=1&text=%ff",
        "/numbers/1?set",
        "/numbers/1?=1",
        "/numbers/1",
        &format!("/numbers/{long}?set=1"),
        &format!("/numbers/1?set={long}"),
        &format!("/numbers/1?set=1&text={}b", "a".repeat(50_000)),
    ] {
        let response = send(&client, ("GET", path), "", b"");
        expect_refusal(&response, &path[..path.len().min(40)]);
    }
}

/// Each tree lacks its name, and each mistake shows the tree: the answer grows with the square of the depth.
#[test]
fn mistakes_at_every_depth_are_told() {
    let client = client();
    let depth = 60;
    let body = format!(
        "{}{{\"x\":\"{}\"}}{}",
        "{\"children\":[".repeat(depth),
        "x".repeat(10_000),
        "]}".repeat(depth)
    );
    let response = send(&client, ("POST", "/tree"), "application/json", body.as_bytes());
    expect_refusal(&response, "trees without names");
    let told: Value = response.json();
    assert_eq!(told["detail"].as_array().map(Vec::len), Some(depth + 1));
}

#[test]
fn a_body_that_is_wrong_everywhere_has_no_giant_answer() {
    let client = client();
    let lists = |inner: &str, depth: usize| format!("{}{inner}{}", "[".repeat(depth), "]".repeat(depth));
    let many = |item: &str, count: usize| vec![item; count].join(",");
    let unknown: Vec<String> = (0..100_000).map(|at| format!("\"k{at}\":1")).collect();
    let long_name = "k".repeat(500_000);
    for (path, body) in [
        ("/items", format!("[{}]", many("{}", 600_000))),
        ("/items", format!("[{}]", many("1", 900_000))),
        ("/closed", format!("{{{}}}", unknown.join(","))),
        ("/closed", format!("{{\"n\":1,\"l\":[{}]}}", many("-1", 500_000))),
        ("/map", format!("{{{}}}", unknown.join(",")).replace(":1", ":-1")),
        ("/nested", lists(&many("true", 30_000), 60)),
        (
            "/nested",
            lists(&format!("\"{}\",true", "x".repeat(100_000)), 100),
        ),
        (
            "/nested",
            format!("{{\"{long_name}\":[{}]}}", many("true", 100_000)),
        ),
    ] {
        let response = send(&client, ("POST", path), "application/json", body.as_bytes());
        let what = format!("{path} {}", &body[..30]);
        expect_refusal(&response, &what);
        let told: Value = response.json();
        let mistakes = told["detail"].as_array().expect("a list");
        assert!(mistakes.len() <= 1001, "{what}: {}", mistakes.len());
        if let [first_ones @ .., end] = mistakes.as_slice()
            && first_ones.len() == 1000
        {
            assert_eq!(end["type"], "too_many_errors", "{what}");
            assert_eq!(end["msg"], "Only the first 1000 mistakes are told", "{what}");
        }
        let size = response.text().len();
        assert!(size < 10_000_000, "{what}: {size} bytes");
    }
}
