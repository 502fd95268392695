//! What is known of requests from outside of them: the line in the log, and what is counted.

use fastr::{App, HttpException, Next, Request, RequestIdMiddleware, Response, TestClient, get};

use super::log;
use crate::support::Server;

#[get("/watched/{item_id}", raises(404))]
async fn read_watched(item_id: u32) -> Result<bool, HttpException> {
    if item_id == 0 {
        Err(HttpException::of(404))
    } else {
        Ok(true)
    }
}

#[get("/watched-panic")]
async fn panics() -> bool {
    panic!("as told")
}

fn app() -> App {
    App::of(module_path!())
}

#[test]
fn each_request_has_a_line_without_its_query() {
    log::begin();
    let server = Server::start(app().add_middleware(RequestIdMiddleware));
    let mut connection = server.connect();
    connection.send("GET /watched/7001?key=secret HTTP/1.1\r\nhost: a\r\nx-request-id: seven\r\n\r\n");
    connection.answer();
    connection.ask("POST /watched/7001", "");
    let lines = log::lines("/watched/7001");
    let [read, refused] = &lines[..] else {
        panic!("two lines: {lines:?}")
    };
    assert!(read.starts_with("INFO GET /watched/7001 200"), "{read}");
    assert!(
        read.contains(r#"route="/watched/{item_id}""#) && read.contains(r#"request_id="seven""#),
        "{read}"
    );
    assert!(read.contains("duration="), "{read}");
    assert!(
        refused.starts_with("INFO POST /watched/7001 405") && !refused.contains("route"),
        "{refused}"
    );
    assert!(log::lines("secret").iter().all(|line| !line.contains("key=")));
}

#[test]
fn the_line_can_be_left_out() {
    log::begin();
    let client = TestClient::new(app().access_log(false));
    assert_eq!(client.get("/watched/7002").send().status(), 200);
    assert_eq!(log::lines("/watched/7002"), Vec::<String>::new());
}

#[get("/watched-files/{rest:path}")]
async fn of_rest(rest: String) -> String {
    rest
}

/// As the source and `program routes` have it, in both.
#[test]
fn a_route_is_named_as_it_is_written() {
    log::begin();
    let client = TestClient::new(app().metrics("/metrics"));
    for path in ["/watched-files/a/7003", "/watched-files/b"] {
        assert_eq!(client.get(path).send().status(), 200);
    }
    let line = log::lines("/watched-files/a/7003").concat();
    assert!(line.contains(r#"route="/watched-files/{rest:path}""#), "{line}");
    let counted = client.get("/metrics").send().text().to_owned();
    let series = r#"fastr_requests_total{method="GET",route="/watched-files/{rest:path}",status="200"} 2"#;
    assert!(counted.lines().any(|line| line == series), "{counted}");
}

async fn stop(request: Request, next: Next) -> Response {
    if request.headers().contains_key("x-stop") {
        return next.refuse(HttpException::of(503));
    }
    next.run(request).await
}

#[test]
fn requests_are_counted_by_route_and_status() {
    let app = app()
        .metrics("/metrics")
        .add_middleware(fastr::Layered::of(stop).raises([503]));
    let server = Server::start(app);
    let mut connection = server.connect();
    for line in [
        "GET /watched/1",
        "GET /watched/2",
        "GET /watched/0",
        "GET /watched/x",
        "GET /watched-panic",
        "GET /nowhere/1",
        "GET /nowhere/2",
        "BREW /watched/1",
    ] {
        connection.ask(line, "");
    }
    connection.send("GET /watched/1 HTTP/1.1\r\nhost: a\r\nx-stop: 1\r\n\r\n");
    connection.answer();
    let answer = connection.ask("GET /metrics", "");
    assert!(
        answer.contains("content-type: text/plain; version=0.0.4; charset=utf-8\n"),
        "{answer}"
    );
    let counted: Vec<_> = answer
        .lines()
        .filter(|line| line.starts_with("fastr_requests_total{"))
        .collect();
    assert_eq!(
        counted,
        [
            r#"fastr_requests_total{method="GET",route="",status="404"} 2"#,
            r#"fastr_requests_total{method="other",route="",status="405"} 1"#,
            r#"fastr_requests_total{method="GET",route="/watched-panic",status="500"} 1"#,
            r#"fastr_requests_total{method="GET",route="/watched/{item_id}",status="200"} 2"#,
            r#"fastr_requests_total{method="GET",route="/watched/{item_id}",status="404"} 1"#,
            r#"fastr_requests_total{method="GET",route="/watched/{item_id}",status="422"} 1"#,
            // A middleware answered in its place.
            r#"fastr_requests_total{method="GET",route="/watched/{item_id}",status="503"} 1"#,
        ]
    );
    for line in [
        "# TYPE fastr_request_duration_seconds histogram",
        r#"fastr_request_duration_seconds_bucket{method="GET",route="/watched/{item_id}",status="200",le="+Inf"} 2"#,
        r#"fastr_request_duration_seconds_count{method="GET",route="/watched/{item_id}",status="200"} 2"#,
        "fastr_contract_breaches_total 0",
        "fastr_panics_total 1",
        "fastr_background_tasks 0",
    ] {
        assert!(answer.lines().any(|one| one == line), "{line} in {answer}");
    }
    // It has been counted meanwhile, as a page that no operation is.
    let again = connection.ask("GET /metrics", "");
    let itself = r#"fastr_requests_total{method="GET",route="",status="200"} 1"#;
    assert!(again.lines().any(|line| line == itself), "{again}");
    // Middleware stands around it as around any other page.
    connection.send("GET /metrics HTTP/1.1\r\nhost: a\r\nx-stop: 1\r\n\r\n");
    assert!(connection.answer().starts_with("HTTP/1.1 503 "));
}

#[test]
fn the_counters_are_only_read() {
    let client = TestClient::new(app().metrics("/metrics"));
    for method in ["POST", "DELETE", "BREW"] {
        let refused = client.request(method, "/metrics").send();
        let allow = refused.header("allow");
        assert_eq!(
            (refused.status(), allow),
            (405, Some("GET, HEAD, OPTIONS")),
            "{method}"
        );
    }
    let asked = client.request("OPTIONS", "/metrics").send();
    assert_eq!(
        (asked.status(), asked.header("allow")),
        (204, Some("GET, HEAD, OPTIONS"))
    );
    let head = client.request("HEAD", "/metrics").send();
    assert_eq!((head.status(), head.text()), (200, ""));
}

mod taken {
    //! An operation where the counters should be.

    pub const PLACE: u32 = line!() + 2;

    #[fastr::get("/counters")]
    async fn counters() -> bool {
        true
    }
}

mod shared {
    //! An operation that has the counters' path, and another method.

    #[fastr::delete("/counters")]
    async fn reset() -> bool {
        true
    }
}

#[test]
fn the_counters_and_an_operation_do_not_share_a_path() {
    let (app, line) = (App::of("wire::access::taken").metrics("/counters"), line!());
    let expected = format!(
        "an operation answers GET /counters, where a page is asked for: the operation at {file}:{}, the page at {file}:{line}; give one of them another path",
        taken::PLACE,
        file = file!(),
    );
    let started = app.clone().service().map(drop);
    assert_eq!(started.expect_err("it must not start").to_string(), expected);
    // Nor is there a document of it.
    assert_eq!(
        app.openapi().expect_err("it must not start").to_string(),
        expected
    );
}

#[test]
fn an_operation_may_have_the_path_of_the_counters_for_another_method() {
    let client = TestClient::new(App::of("wire::access::shared").metrics("/counters"));
    assert!(
        client
            .get("/counters")
            .send()
            .text()
            .contains("fastr_panics_total 0")
    );
    assert_eq!(client.delete("/counters").send().text(), "true");
    let refused = client.post("/counters").send();
    assert_eq!(
        (refused.status(), refused.header("allow")),
        (405, Some("GET, DELETE, HEAD, OPTIONS"))
    );
}

#[test]
fn the_path_of_the_counters_has_no_parameters() {
    let started = App::of("wire::access::shared")
        .metrics("/{counters}")
        .service()
        .map(drop);
    assert_eq!(
        started.expect_err("it must not start").to_string(),
        "a page cannot be at `/{counters}`; give it a path that begins with a slash and has no parameters, such as `/docs`"
    );
}
