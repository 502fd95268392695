//! What fuzzing found. Each was refused in words that say nothing, or refused or answered although something else is right.

#![allow(
    clippy::needless_pass_by_value,
    clippy::float_cmp,
    reason = "a handler has the form that is under test"
)]

use std::collections::BTreeSet;

use fastr::{
    App, FileError, FileResponse, Next, Request, Response, StreamResponse, TestClient, get, media, model,
    post, stream,
};
use serde_json::{Value, json};

#[get("/limits")]
fn limits(
    #[query(le = 1.1, multiple_of = 0.1)] single: Option<f32>,
    #[query(gt = -1.5)] above: Option<f32>,
    #[query(le = 9)] small: Option<u128>,
    #[query(le = 9)] number: Option<f64>,
    zero: Option<u8>,
) -> Value {
    json!([single, above, small.map(|small| small.to_string()), number, zero])
}

#[model]
struct Few {
    #[field(le = 1.1, multiple_of = 0.1)]
    ratio: f32,
    #[field(min_items = 2, max_items = 3)]
    set: BTreeSet<u8>,
}

#[post("/few")]
fn few(few: Few) -> Few {
    few
}

#[model]
enum Outer {
    Held(u8),
    Nothing,
}

#[post("/outer")]
fn outer(outer: Outer) -> Outer {
    outer
}

#[model]
#[serde(tag = "t", content = "c")]
enum Event {
    Named(String),
    Ended,
}

#[post("/event")]
fn event(event: Event) -> Event {
    event
}

#[model]
struct Place {
    lat: f64,
    lon: f64,
}

#[model]
enum OneKey {
    At { lat: f64, lon: f64 },
    Place(Place),
    Nowhere,
}

#[post("/tags/key")]
fn one_key(value: OneKey) -> OneKey {
    value
}

#[model]
#[serde(tag = "kind")]
enum Among {
    At { lat: f64, lon: f64 },
    Place(Place),
    Nowhere,
}

#[post("/tags/among")]
fn among(value: Among) -> Among {
    value
}

#[model]
#[serde(tag = "kind", content = "held")]
enum Beside {
    At { lat: f64, lon: f64 },
    Place(Place),
    Nowhere,
}

#[post("/tags/beside")]
fn beside(value: Beside) -> Beside {
    value
}

#[model]
#[serde(untagged)]
enum Whichever {
    At { lat: f64, lon: f64 },
    Named(String),
}

#[post("/tags/none")]
fn whichever(value: Whichever) -> Whichever {
    value
}

#[post("/number")]
fn number(#[body] number: f64) -> f64 {
    number
}

fn client() -> TestClient {
    TestClient::new(App::of(module_path!()))
}

fn messages(answer: &Value) -> Vec<&str> {
    let mistakes = answer["detail"].as_array().into_iter().flatten();
    mistakes.filter_map(|mistake| mistake["msg"].as_str()).collect()
}

#[test]
fn a_number_in_single_precision_is_the_one_that_was_written() {
    let client = client();
    for text in ["1.1", "0.3", "0.7"] {
        let response = client.get(&format!("/limits?single={text}")).send();
        assert_eq!(response.status(), 200, "{}", response.text());
        let body = format!(r#"{{"ratio":{text},"set":[1,2]}}"#);
        let request = client.post("/few").header("content-type", "application/json");
        assert_eq!(request.body(body.clone()).send().text(), body);
    }
    // What is kept of it is the limit itself.
    let answer: Value = client.get("/limits?above=-1.4999999999").send().json();
    assert_eq!(messages(&answer), ["Input should be greater than -1.5"]);
}

#[test]
fn no_number_breaks_a_limit_in_its_words() {
    let answer: Value = client().get("/limits?number=nan&single=nan").send().json();
    let found = [
        "Input should be a multiple of 0.1",
        "Input should be less than or equal to 9",
    ];
    assert_eq!(messages(&answer), found);
}

#[test]
fn a_number_beyond_those_of_json_breaks_a_limit_in_its_words() {
    for number in ["18446744073709551616", "340282366920938463463374607431768211455"] {
        let answer: Value = client().get(&format!("/limits?small={number}")).send().json();
        assert_eq!(messages(&answer), ["Input should be less than or equal to 9"]);
    }
}

#[test]
fn a_number_beyond_single_precision_is_refused_where_it_is() {
    let client = client();
    let request = client.post("/few").header("content-type", "application/json");
    let answer: Value = request.body(r#"{"ratio":1e39,"set":[1,2]}"#).send().json();
    assert_eq!(messages(&answer), ["Input should be a finite number"]);
    assert_eq!(answer["detail"][0]["loc"], json!(["body", "ratio"]));
}

#[test]
fn zero_has_no_sign() {
    let answer: Value = client().get("/limits?zero=-0").send().json();
    assert_eq!(answer[4], 0);
}

#[test]
fn the_items_of_a_set_are_counted_once() {
    let client = client();
    let ask = |ratio: &str, set: Value| {
        let body = json!({ "ratio": ratio, "set": set }).to_string();
        let body = body.replace("\"1\"", "1");
        let request = client.post("/few").header("content-type", "application/json");
        request.body(body).send().json::<Value>()
    };
    let found = ["Set should have at least 2 items after validation, not 1"];
    assert_eq!(messages(&ask("1", json!([1, 1]))), found);
    // What is right is not blamed beside what is wrong.
    let found = ["Input should be a valid number, unable to parse string as a number"];
    assert_eq!(messages(&ask("x", json!([1, 1, 2, 2]))), found);
}

#[test]
fn a_variant_that_holds_nothing_is_written_with_null_alone() {
    let client = client();
    for (path, right, wrong, place) in [
        (
            "/outer",
            json!({ "Nothing": null }),
            json!({ "Nothing": [""] }),
            "Nothing",
        ),
        (
            "/event",
            json!({ "t": "Ended", "c": null }),
            json!({ "t": "Ended", "c": 1 }),
            "c",
        ),
    ] {
        assert_eq!(client.post(path).json(&right).send().status(), 200);
        let answer: Value = client.post(path).json(&wrong).send().json();
        assert_eq!(messages(&answer), ["Input should be None"], "{answer}");
        assert_eq!(answer["detail"][0]["loc"], json!(["body", place]));
    }
}

#[test]
fn a_number_is_said_back_as_it_came() {
    let (client, number) = (client(), "1.8446744073709542e+20");
    let request = client.post("/number").header("content-type", "application/json");
    let said = request.body(number).send().text().parse::<f64>();
    assert_eq!(said, number.parse());
}

#[test]
fn a_list_is_no_variant() {
    let client = client();
    let ask = |path: &str, body: &str| {
        let request = client.post(path).header("content-type", "application/json");
        request.body(body.to_owned()).send()
    };
    let object = r#"{"lat":1.0,"lon":2.0}"#;
    for (path, object, lists) in [
        (
            "/tags/key",
            format!(r#"{{"At":{object}}}"#),
            [r#"{"At":[1.0,2.0]}"#, r#"["At",{"lat":1.0,"lon":2.0}]"#],
        ),
        (
            "/tags/key",
            format!(r#"{{"Place":{object}}}"#),
            [r#"{"Place":[1.0,2.0]}"#, "[]"],
        ),
        (
            "/tags/key",
            r#""Nowhere""#.to_owned(),
            [r#"["Nowhere"]"#, r#"{"Nowhere":[]}"#],
        ),
        (
            "/tags/among",
            r#"{"kind":"At","lat":1.0,"lon":2.0}"#.to_owned(),
            [r#"["At",{"lat":1.0,"lon":2.0}]"#, r#"["At",1.0,2.0]"#],
        ),
        (
            "/tags/among",
            r#"{"kind":"Place","lat":1.0,"lon":2.0}"#.to_owned(),
            [r#"["Place",{"lat":1.0,"lon":2.0}]"#, r#"["Place",1.0,2.0]"#],
        ),
        (
            "/tags/among",
            r#"{"kind":"Nowhere"}"#.to_owned(),
            [r#"["Nowhere"]"#, r#"["Nowhere",{}]"#],
        ),
        (
            "/tags/beside",
            format!(r#"{{"kind":"At","held":{object}}}"#),
            [
                r#"["At",{"lat":1.0,"lon":2.0}]"#,
                r#"{"kind":"At","held":[1.0,2.0]}"#,
            ],
        ),
        (
            "/tags/beside",
            format!(r#"{{"kind":"Place","held":{object}}}"#),
            [
                r#"{"held":[1.0,2.0],"kind":"Place"}"#,
                r#"{"kind":"Place","held":[1.0,2.0]}"#,
            ],
        ),
        (
            "/tags/beside",
            r#"{"kind":"Nowhere"}"#.to_owned(),
            [r#"["Nowhere"]"#, r#"["Nowhere",null]"#],
        ),
        ("/tags/none", object.to_owned(), ["[1.0,2.0]", "[]"]),
    ] {
        let answer = ask(path, &object);
        assert_eq!((answer.status(), answer.text()), (200, object.as_str()));
        for list in lists {
            let answer = ask(path, list);
            assert_eq!(answer.status(), 422, "{list} is {}", answer.text());
            let mistakes = answer.text();
            assert!(!mistakes.contains("Value error"), "{list} is {mistakes}");
        }
    }
}

#[test]
fn whole_numbers_of_any_size_are_shown_as_they_were_written() {
    let number = "[123456789012345678901234567890123456789012345678901234567890]";
    let client = client();
    let request = client.post("/number").header("content-type", "application/json");
    let answer = request.body(number).send();
    assert_eq!(answer.status(), 422);
    assert!(answer.text().contains(number), "{}", answer.text());
}

/// It took the head of the request with it, so that what stood behind it found nothing.
#[get("/whole/{id}")]
async fn whole(request: Request, id: u32, q: String) -> String {
    format!("{} {id} {q}", request.uri())
}

#[test]
fn a_whole_request_leaves_the_other_arguments_theirs() {
    let answer = client().get("/whole/7?q=a").send();
    assert_eq!(answer.text(), "\"/whole/7?q=a 7 a\"");
}

#[get("/unmeasured")]
async fn unmeasured() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move { out.send("some").await }))
}

#[get("/measured")]
async fn measured() -> &'static str {
    "some"
}

#[get("/none")]
async fn none() -> fastr::PlainText<&'static str> {
    fastr::PlainText("")
}

async fn hands_on(request: Request, next: Next) -> Response {
    next.run(request).await
}

/// The length of a stream is not known, and its missing body was taken for an empty one behind a middleware.
#[test]
fn head_says_no_length_that_get_does_not_have() {
    let app = App::of(module_path!());
    for app in [app.clone().add_middleware(hands_on), app] {
        let client = TestClient::new(app);
        for (path, length) in [
            ("/unmeasured", None),
            ("/measured", Some("6")),
            ("/none", Some("0")),
        ] {
            let head = client.request("HEAD", path).send();
            assert_eq!(head.header("content-length"), length, "{path}");
            assert_eq!(head.bytes().len(), 0, "{path}");
        }
    }
}

#[get("/file")]
async fn file() -> Result<FileResponse, FileError> {
    FileResponse::open("Cargo.toml").await
}

/// Its document says that it can be of any media type.
#[test]
fn a_file_is_what_its_document_says() {
    let answer = client().get("/file").send();
    assert_eq!(answer.status(), 200);
    assert!(answer.text().starts_with("[workspace]"), "{}", answer.text());
}
