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
    // It counts itself neither, nor is it in the document.
    assert!(!connection.ask("GET /metrics", "").contains("route=\"/metrics\""));
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
