//! Middleware: functions, values and layers of tower around the operations, and the contract that they keep.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use fastr::{
    App, ErrorReport, Exceptions, HttpException, Layered, Next, PlainText, Request, Response, TestClient,
};

use crate::support::{Server, json as answer};

mod inner {
    #[fastr::get("/inner")]
    async fn inside() -> bool {
        true
    }
}

mod found {
    use fastr::{ApiError, HttpException, Next, Request, Response, get, middleware};

    #[get("/found")]
    async fn operation() -> bool {
        true
    }

    #[middleware]
    async fn first(request: Request, next: Next) -> Response {
        let mut response = next.run(request).await;
        response
            .headers_mut()
            .append("x-way", "first".parse().expect("a value"));
        response
    }

    #[derive(Debug, ApiError)]
    enum KeyError {
        #[status(401, "bring a key", headers("www-authenticate" = "Key"))]
        Missing,
    }

    #[middleware(raises(429))]
    async fn second(request: Request, next: Next) -> Result<Response, KeyError> {
        if request.headers().contains_key("x-often") {
            return Ok(next.refuse(HttpException::of(429)));
        }
        if !request.headers().contains_key("x-key") {
            return Err(KeyError::Missing);
        }
        let mut response = next.run(request).await;
        response
            .headers_mut()
            .append("x-way", "second".parse().expect("a value"));
        Ok(response)
    }
}

async fn passes(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert("x-passed", "yes".parse().expect("a value"));
    response
}

async fn teapot(_: Request, next: Next) -> Response {
    next.refuse(HttpException::of(418))
}

async fn panics(_: Request, _: Next) -> Response {
    panic!("in a middleware")
}

fn codes(app: &App, path: &str) -> Vec<String> {
    let document = app.openapi().expect("a document");
    let responses = document["paths"][path]["get"]["responses"]
        .as_object()
        .expect("responses");
    responses.keys().cloned().collect()
}

#[test]
fn functions_with_the_attribute_are_found_and_stand_in_order() {
    let app = App::of(concat!(module_path!(), "::found"));
    assert_eq!(codes(&app, "/found"), ["200", "401", "429", "500"]);
    let client = TestClient::new(app);
    let passed = client.get("/found").header("x-key", "1").send();
    let way: Vec<_> = passed.headers().get_all("x-way").iter().collect();
    assert_eq!(way, ["first", "second"]);
    let refused = client.get("/found").send();
    assert_eq!(
        (refused.status(), refused.text()),
        (401, r#"{"detail":"bring a key"}"#)
    );
    assert_eq!(refused.header("www-authenticate"), Some("Key"));
    assert_eq!(client.get("/found").header("x-often", "1").send().status(), 429);
}

#[test]
fn a_middleware_sees_also_what_no_operation_answers() {
    let app = App::of("wire::middleware::inner").add_middleware(passes);
    let server = Server::start(app);
    for line in ["GET /inner", "GET /nowhere", "DELETE /inner", "OPTIONS /inner"] {
        let answer = server.ask(line, "");
        assert!(answer.contains("x-passed: yes\n"), "{line}: {answer}");
    }
    let head = server.connect().ask("HEAD /inner", "");
    assert!(head.contains("content-length: 4\n"), "{head}");
}

#[test]
fn what_a_middleware_declares_is_in_the_documents_of_its_operations_alone() {
    let app = App::of("wire::middleware::inner");
    let closed = app.clone().add_middleware(Layered::of(teapot).raises([418]));
    assert_eq!(codes(&closed, "/inner"), ["200", "418", "500"]);
    let client = TestClient::new(closed);
    assert_eq!(client.get("/inner").send().text(), r#"{"detail":"I'm a Teapot"}"#);
    let elsewhere = app.add_middleware(Layered::of(teapot).raises([418]).below("wire::middleware::other"));
    assert_eq!(codes(&elsewhere, "/inner"), ["200", "500"]);
    assert_eq!(TestClient::new(elsewhere).get("/inner").send().status(), 200);
}

#[test]
fn a_middleware_can_stand_around_one_operation() {
    let app = App::of("wire::middleware::one")
        .add_middleware(Layered::of(teapot).raises([418]).only::<one::closed>());
    assert_eq!(codes(&app, "/closed"), ["200", "418", "500"]);
    assert_eq!(codes(&app, "/open"), ["200", "500"]);
    let client = TestClient::new(app);
    assert_eq!(client.get("/closed").send().status(), 418);
    assert_eq!(client.get("/open").send().status(), 200);
    assert_eq!(client.get("/nowhere").send().status(), 404);
}

mod one {
    use fastr::get;

    #[get("/closed")]
    pub async fn closed() -> bool {
        true
    }

    #[get("/open")]
    async fn open() -> bool {
        true
    }
}

#[test]
fn an_undeclared_status_of_a_middleware_is_a_breach() {
    let app = App::of("wire::middleware::inner").add_middleware(teapot);
    let client = TestClient::new(app);
    let told = catch_unwind(AssertUnwindSafe(|| client.get("/inner").send()));
    let Err(told) = told else {
        panic!("a status was sent that was not declared")
    };
    let told = told.downcast_ref::<String>().expect("a message");
    assert!(told.starts_with("a middleware answered 418 I'm a teapot, which none of them declares: `wire::middleware::teapot` (tests/wire/middleware.rs:"), "{told}");
    assert!(told.contains("raises(418)"), "{told}");
}

#[test]
fn errors_of_middleware_are_worded_as_all_others() {
    let app = App::of("wire::middleware::inner")
        .add_middleware(Layered::of(teapot).raises([418]))
        .exception_handler(Exceptions::Every, |error: &ErrorReport| {
            PlainText(format!("no: {}", error.status()))
        });
    assert_eq!(TestClient::new(app).get("/inner").send().text(), "no: 418");
}

#[test]
fn a_panic_of_a_middleware_is_answered_500() {
    let server = Server::start(App::of("wire::middleware::inner").add_middleware(panics));
    let mut connection = server.connect();
    for _ in 0..2 {
        assert_eq!(
            connection.ask("GET /inner", ""),
            answer(
                "500 Internal Server Error",
                r#"{"detail":"Internal Server Error"}"#
            )
        );
    }
}

/// A layer as tower's users write them.
#[derive(Clone)]
struct Lowercase;

impl<S> tower_layer::Layer<S> for Lowercase {
    type Service = Lower<S>;

    fn layer(&self, inner: S) -> Lower<S> {
        Lower(inner)
    }
}

#[derive(Clone)]
struct Lower<S>(S);

impl<S> tower_service::Service<Request> for Lower<S>
where
    S: tower_service::Service<Request, Response = Response, Error = Infallible, Future: Send + 'static>,
{
    type Response = Response;
    type Error = String;
    type Future = Pin<Box<dyn Future<Output = Result<Response, String>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), String>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        if request.headers().contains_key("x-break") {
            return Box::pin(std::future::ready(Err("the layer broke".to_owned())));
        }
        *request.uri_mut() = request.uri().path().to_lowercase().parse().expect("a path");
        let answer = self.0.call(request);
        Box::pin(async { Ok(answer.await.unwrap_or_else(|error| match error {})) })
    }
}

#[test]
fn a_layer_of_tower_stands_before_the_routes_and_its_failure_is_500() {
    let server = Server::start(App::of("wire::middleware::inner").layer(Lowercase));
    assert_eq!(server.ask("GET /INNER", ""), answer("200 OK", "true"));
    let mut connection = server.connect();
    connection.send("GET /inner HTTP/1.1\r\nhost: a\r\nx-break: 1\r\n\r\n");
    assert_eq!(
        connection.answer(),
        answer(
            "500 Internal Server Error",
            r#"{"detail":"Internal Server Error"}"#
        )
    );
    assert_eq!(connection.ask("GET /inner", ""), answer("200 OK", "true"));
}
