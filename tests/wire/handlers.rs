//! Exception handlers: those of a type, and those of an application that word every error.

use std::io;

use fastr::{
    ApiError, App, ErrorFormat, ErrorReport, Exceptions, HttpException, InternalError, Layered, Next,
    PlainText, Redirect, Request, RequestParts, Response, TestClient, UsualError, exception_handler, get,
    model, post, status,
};
use serde_json::{Value, json};

use super::log;
use crate::support::{Server, json as answer, request_with, with};

struct Dragon {
    name: String,
}

#[model]
struct Ashes {
    of: String,
    path: String,
}

#[exception_handler(status_code = status::HTTP_418_IM_A_TEAPOT)]
async fn dragon(head: &RequestParts, error: Dragon) -> Ashes {
    Ashes {
        of: error.name,
        path: head.uri.path().to_owned(),
    }
}

struct NotLoggedIn;

#[exception_handler]
fn to_login(_: NotLoggedIn) -> Redirect<303> {
    Redirect::to("/login")
}

#[derive(Debug, ApiError)]
enum Beast {
    #[status(transparent)]
    Hydra(#[from] Hydra),
    #[status(404, "no such beast")]
    Unknown,
}

#[derive(Debug)]
struct Hydra;

impl std::fmt::Display for Hydra {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a hydra")
    }
}

impl std::error::Error for Hydra {}

#[exception_handler(status_code = 409)]
fn hydra(head: &RequestParts, _: Hydra) -> PlainText<String> {
    PlainText(format!("{} grows again", head.uri))
}

#[get("/dragons/{name}")]
async fn read_dragon(name: String) -> Result<bool, Dragon> {
    if name == "smaug" {
        Err(Dragon { name })
    } else {
        Ok(true)
    }
}

#[get("/me")]
async fn me() -> Result<bool, NotLoggedIn> {
    Err(NotLoggedIn)
}

#[get("/beasts/{name}")]
async fn beast(name: String) -> Result<bool, Beast> {
    match name.as_str() {
        "hydra" => Err(Hydra)?,
        "griffin" => Ok(true),
        _ => Err(Beast::Unknown),
    }
}

#[get("/disk")]
async fn disk() -> Result<bool, InternalError> {
    Err(io::Error::other("the secret disk is gone"))?
}

#[get("/boxed")]
async fn boxed() -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    Err("the secret box is gone")?
}

#[get("/panic")]
async fn panic() -> bool {
    panic!("a secret")
}

#[get("/raise/{code}", raises(403, 409))]
async fn raise(code: u16) -> Result<bool, HttpException> {
    Err(HttpException::new(code, "raised").header("x-raised", "yes"))
}

#[model]
struct Item {
    size: u8,
}

#[post("/items")]
async fn create(item: Item) -> Item {
    item
}

fn app() -> App {
    App::of(module_path!())
}

#[test]
fn a_function_answers_the_error_of_its_type() {
    let server = Server::start(app());
    assert_eq!(
        server.ask("GET /dragons/smaug", ""),
        answer("418 I'm a teapot", r#"{"of":"smaug","path":"/dragons/smaug"}"#)
    );
    assert_eq!(server.ask("GET /dragons/norbert", ""), answer("200 OK", "true"));
    assert_eq!(
        server.ask("GET /me", ""),
        with("303 See Other", &["location: /login", "content-length: 0"], "")
    );
    assert_eq!(
        server.ask("GET /beasts/hydra", ""),
        with(
            "409 Conflict",
            &["content-type: text/plain; charset=utf-8", "content-length: 25"],
            "/beasts/hydra grows again"
        )
    );
}

#[test]
fn the_document_has_what_a_function_answers() {
    let document = app().openapi().expect("a document");
    let responses = |path: &str| document["paths"][path]["get"]["responses"].clone();
    let codes = |path: &str| -> Vec<String> {
        let responses = responses(path);
        responses
            .as_object()
            .expect("responses")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(codes("/dragons/{name}"), ["200", "418", "500"]);
    assert_eq!(
        responses("/dragons/{name}")["418"]["content"]["application/json"]["schema"],
        json!({ "$ref": "#/components/schemas/Ashes" })
    );
    assert_eq!(codes("/me"), ["200", "303", "500"]);
    assert_eq!(codes("/beasts/{name}"), ["200", "404", "409", "500"]);
    assert_eq!(codes("/disk"), ["200", "500"]);
    assert_eq!(codes("/boxed"), ["200", "500"]);
}

#[test]
fn any_error_is_500_and_the_log_alone_says_why() {
    log::begin();
    let server = Server::start(app());
    for path in ["/disk", "/boxed"] {
        assert_eq!(
            server.ask(&format!("GET {path}"), ""),
            answer(
                "500 Internal Server Error",
                r#"{"detail":"Internal Server Error"}"#
            ),
            "{path}"
        );
    }
    for said in ["the secret disk is gone", "the secret box is gone"] {
        assert_eq!(log::lines(said).len(), 1, "{said}");
    }
}

#[model]
struct Problem {
    code: u16,
    said: Value,
    body: Option<Value>,
}

fn problem(error: &ErrorReport) -> Problem {
    Problem {
        code: error.status(),
        said: error.detail().clone(),
        body: error.body(),
    }
}

#[test]
fn one_handler_words_every_error() {
    let app = app().exception_handler(Exceptions::Every, problem).body_limit(20);
    let server = Server::start(app.clone());
    for (line, status, said) in [
        ("GET /nowhere", "404 Not Found", json!("Not Found")),
        (
            "GET /panic",
            "500 Internal Server Error",
            json!("Internal Server Error"),
        ),
        (
            "GET /disk",
            "500 Internal Server Error",
            json!("Internal Server Error"),
        ),
        ("GET /beasts/x", "404 Not Found", json!("no such beast")),
    ] {
        let code: Value = status[..3].parse::<u16>().expect("a code").into();
        let body = json!({ "code": code, "said": said, "body": null }).to_string();
        assert_eq!(server.ask(line, ""), answer(status, &body), "{line}");
    }
    let refused = server.ask("DELETE /panic", "");
    assert!(refused.contains("allow: GET, HEAD, OPTIONS\n"), "{refused}");
    assert!(
        refused.ends_with(r#"{"code":405,"said":"Method Not Allowed","body":null}"#),
        "{refused}"
    );
    let raised = server.ask("GET /raise/403", "");
    assert!(raised.contains("x-raised: yes\n"), "{raised}");
    assert!(
        raised.ends_with(r#"{"code":403,"said":"raised","body":null}"#),
        "{raised}"
    );
    let large = server.ask("POST /items", r#"{"size": 1, "more": 1}"#);
    assert!(
        large.ends_with(r#"{"code":413,"said":"The body is larger than 20 bytes","body":null}"#),
        "{large}"
    );
    // The client compares each answer with the document.
    let client = TestClient::new(app);
    let invalid: Value = client.post("/items").json(&json!({ "size": 300 })).send().json();
    assert_eq!(invalid["code"], 422);
    assert_eq!(invalid["said"][0]["loc"], json!(["body", "size"]));
    assert_eq!(invalid["body"], json!({ "size": 300 }));
    assert_eq!(client.post("/items").body("{}").send().status(), 415);
    assert_eq!(
        client.get("/dragons/smaug").send().text(),
        r#"{"of":"smaug","path":"/dragons/smaug"}"#
    );
}

#[test]
fn a_handler_for_less_goes_first() {
    let app = app()
        .error_format(ErrorFormat::ProblemDetails)
        .validation_status(400)
        .exception_handler(404, |_: &ErrorReport| PlainText("nothing here"))
        .exception_handler(Exceptions::Validation, |error: &ErrorReport| {
            PlainText(format!("{} mistakes, {}", error.errors().len(), error.status()))
        });
    let document = app.openapi().expect("a document");
    let client = TestClient::new(app);
    assert_eq!(client.get("/nowhere").send().text(), "nothing here");
    assert_eq!(client.get("/beasts/x").send().text(), "nothing here");
    let invalid = client.post("/items").json(&json!({})).send();
    assert_eq!((invalid.status(), invalid.text()), (400, "1 mistakes, 400"));
    assert_eq!(
        client.get("/raise/409").send().header("content-type"),
        Some("application/problem+json")
    );
    let of = |path: &str, status: &str| {
        let response =
            &document["paths"][path][if path == "/items" { "post" } else { "get" }]["responses"][status];
        let content = response["content"].as_object().expect("a body");
        content.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(of("/items", "400"), ["text/plain"]);
    assert_eq!(of("/beasts/{name}", "404"), ["text/plain"]);
    assert_eq!(of("/raise/{code}", "409"), ["application/problem+json"]);
}

#[test]
fn a_handler_that_panics_leaves_the_usual_answer() {
    let app = app().exception_handler(Exceptions::Every, |error: &ErrorReport| -> Problem {
        panic!("no words for {}", error.status())
    });
    let server = Server::start(app);
    let mut connection = server.connect();
    for (line, status, detail) in [
        ("GET /nowhere", "404 Not Found", "Not Found"),
        ("GET /panic", "500 Internal Server Error", "Internal Server Error"),
    ] {
        let body = json!({ "detail": detail }).to_string();
        assert_eq!(connection.ask(line, ""), answer(status, &body), "{line}");
    }
}

/// FastAPI's page: "Reuse FastAPI's exception handlers".
#[test]
fn a_handler_can_leave_the_answer_as_it_is() {
    fn note(error: &ErrorReport) -> UsualError {
        let path = error.request().map(|request| request.uri.path());
        tracing::warn!(target: "noted", path, "{}", error.detail());
        error.usual()
    }
    for format in [ErrorFormat::Detail, ErrorFormat::ProblemDetails] {
        let app = || app().error_format(format).validation_status(400);
        let noting = || app().exception_handler(Exceptions::Every, note);
        assert_eq!(
            app().openapi().expect("a document"),
            noting().openapi().expect("a document")
        );
        let (usual, noted) = (Server::start(app()), Server::start(noting()));
        for (line, body) in [
            ("GET /nowhere", ""),
            ("PUT /items", ""),
            ("GET /raise/403", ""),
            ("POST /items", "{\"size\": 300}"),
            ("GET /panic", ""),
        ] {
            assert_eq!(noted.ask(line, body), usual.ask(line, body), "{line}");
        }
        // The client compares each answer with the document.
        assert_eq!(
            TestClient::new(noting())
                .post("/items")
                .json(&json!({}))
                .send()
                .status(),
            400
        );
    }
}

struct Shop(&'static str);

/// Where it was, what the request said, and what the application lends.
fn where_it_was(error: &ErrorReport) -> PlainText<String> {
    let shop = error.state::<Shop>().map_or("no shop", |shop| shop.0);
    assert!(error.state::<Dragon>().is_none());
    let Some(request) = error.request() else {
        return PlainText(format!("{shop}: gone"));
    };
    let agent = request
        .headers
        .get("x-agent")
        .and_then(|agent| agent.to_str().ok());
    PlainText(format!("{shop}: {} {} by {agent:?}", request.method, request.uri))
}

#[get("/later/{name}")]
async fn fail_later(name: String, head: &RequestParts) -> Result<bool, InternalError> {
    tokio::task::yield_now().await;
    assert!(head.uri.path().ends_with(&name));
    Err(InternalError::new(name))
}

#[get("/later-panic")]
async fn panic_later() -> bool {
    tokio::task::yield_now().await;
    panic!("a secret")
}

#[get("/blocking-panic", blocking)]
fn panic_elsewhere() -> bool {
    panic!("a secret")
}

#[post("/whole")]
async fn take_all(request: Request) -> Result<bool, Beast> {
    drop(request);
    Err(Beast::Unknown)
}

async fn guard(request: Request, next: Next) -> Response {
    match request.uri().query() {
        Some("refuse") => next.refuse(HttpException::of(403)),
        Some("panic") => panic!("a secret"),
        _ => next.run(request).await,
    }
}

#[test]
fn a_handler_of_the_application_sees_the_request() {
    let app = app()
        .state(Shop("The Shop"))
        .body_limit(100)
        .exception_handler(Exceptions::Every, where_it_was);
    let around = app.clone().add_middleware(Layered::of(guard).raises([403]));
    for (app, name) in [(app, "alone"), (around, "inside")] {
        let server = Server::start(app);
        let mut connection = server.connect();
        let long = format!("\"{}\"", "x".repeat(200));
        for (line, body) in [
            ("GET /nowhere?q=1", ""),
            ("PUT /items", ""),
            ("GET /beasts/none", ""),
            ("GET /raise/409", ""),
            ("GET /raise/x", ""),
            ("GET /later/ann", ""),
            ("GET /panic", ""),
            ("GET /later-panic", ""),
            ("GET /blocking-panic", ""),
            ("POST /items", "{}"),
            ("POST /items", &long),
        ] {
            let headers = ["x-agent: me", "content-type: application/json"];
            connection.send(request_with(line, &headers, body));
            let answer = connection.answer();
            let expected = format!("\n\nThe Shop: {line} by Some(\"me\")");
            assert!(answer.ends_with(&expected), "{name}: {answer}");
        }
        // What has gone well is as it was, and nothing of what failed before is shown with what fails now.
        assert!(connection.ask("GET /beasts/griffin", "").ends_with("\n\ntrue"));
        for line in ["POST /whole", "POST /whole"] {
            let answer = connection.ask(line, "");
            assert!(answer.ends_with("\n\nThe Shop: gone"), "{name}: {answer}");
        }
    }
}

#[test]
fn what_a_middleware_makes_up_has_no_request() {
    let app = app()
        .exception_handler(Exceptions::Every, where_it_was)
        .add_middleware(Layered::of(guard).raises([403]));
    let server = Server::start(app);
    for query in ["refuse", "panic"] {
        let answer = server.ask(&format!("GET /me?{query}"), "");
        assert!(answer.ends_with("\n\nno shop: gone"), "{answer}");
    }
}
