//! `program routes`: every operation with its statuses, who can send one, and which ones no test has seen.

use std::fs;
use std::process::Output;

use fastr::{App, HttpException, Layered, Next, Request, Response, TestClient, get};

use crate::support::Program;

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    run_of("handling_errors", arguments)
}

fn run_of(example: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Program::output(example, arguments);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

/// The place of a line in the example that holds this.
fn place(wanted: &str) -> String {
    let source = include_str!("../../examples/handling_errors.rs");
    format!("examples/handling_errors.rs:{}", line_of(source, wanted))
}

fn line_of(source: &str, wanted: &str) -> usize {
    let line = source.lines().position(|line| line.contains(wanted));
    line.expect("the line is there") + 1
}

#[test]
fn every_operation_is_listed_with_its_statuses() {
    let (status, list, said) = run(&["routes"]);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    let lines: Vec<Vec<&str>> = list
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    let item = place("#[get(\"/items/{item_id}\"");
    let expected = ["GET", "/items/{item_id}", "read_item", "200", "404", "500", &item];
    assert_eq!(lines[0], expected);
    let stable = place("#[get(\"/stables/{name}\"");
    let expected = [
        "GET",
        "/stables/{name}",
        "read_stable",
        "200",
        "418",
        "500",
        "503",
        &stable,
    ];
    assert!(lines.iter().any(|line| line == &expected), "{list}");
    assert!(list.contains("with or without the slash at its end.\nBefore an operation is reached:\n"));
}

#[test]
fn a_path_is_listed_as_it_is_written() {
    let (_, list, _) = run_of("path_parameters", &["routes"]);
    assert!(list.contains("GET  /drawers/{sheet:path} "), "{list}");
    // Who asks for it may have it from there, from the document, or from a client.
    for path in ["/drawers/{sheet:path}", "/drawers/{sheet}", "/drawers/a/b"] {
        let (status, why, said) = run_of("path_parameters", &["routes", "--why", "500", "GET", path]);
        assert_eq!(status, Some(0), "{path}: {said}");
        assert!(why.starts_with("500 Internal Server Error: "), "{path}: {why}");
    }
}

#[test]
fn what_tells_of_health_stands_where_it_was_asked_for() {
    let asked = line_of(include_str!("../../examples/deployment.rs"), ".readiness(");
    let (_, list, _) = run_of("deployment", &["routes"]);
    for path in ["/livez", "/readyz"] {
        let line = list.lines().find(|line| line.contains(path));
        let place = line.and_then(|line| line.split_whitespace().last());
        let expected = format!("examples/deployment.rs:{asked}");
        assert_eq!(place, Some(expected.as_str()), "{list}");
    }
}

#[test]
fn who_can_send_a_status_is_told_with_its_place() {
    let variant = place("NotFound { item_id: String }");
    for path in ["/items/{item_id}", "/items/foo"] {
        let (status, why, said) = run(&["routes", "--why", "404", "GET", path]);
        assert_eq!((status, said.as_str()), (Some(0), ""));
        assert!(
            why.starts_with(&format!("404 Not Found: GET {path}, `read_item` (")),
            "{why}"
        );
        assert!(
            why.contains(&format!("`ItemError::NotFound`  {variant}\n")),
            "{why}"
        );
    }
    // A variant of the error in the error.
    let (_, why, _) = run(&["routes", "--why", "418", "get", "/stables/x"]);
    let unicorn = place("struct Unicorn");
    assert!(why.contains(&format!("`Unicorn`  {unicorn}\n")), "{why}");
    let (_, why, _) = run(&["routes", "--why", "404", "GET", "/items-header/x"]);
    assert!(why.contains("`raises(404)`"), "{why}");
    let (_, why, _) = run(&["routes", "--why", "500", "GET", "/items/x"]);
    assert!(why.contains("a panic of `read_item`"), "{why}");
}

#[test]
fn what_cannot_be_is_said() {
    let operation = place("#[get(\"/items/{item_id}\"");
    let never =
        format!("Error: `read_item` ({operation}) never answers 409 Conflict; it can answer 200, 404, 500\n");
    for (arguments, expected) in [
        (&["--why", "409", "GET", "/items/x"][..], never.as_str()),
        (
            &["--why", "200", "POST", "/items/x"],
            "Error: no operation answers `POST /items/x`; `routes` lists those there are\n",
        ),
        (
            &["--why", "x", "GET", "/items/x"],
            "Error: `x` is no status; give one from 200 to 599\n",
        ),
        (
            &["--why", "404"],
            "Error: `--why` wants a method; write `--why 409 POST /items`\n",
        ),
    ] {
        let all: Vec<&str> = ["routes"].iter().chain(arguments).copied().collect();
        assert_eq!(run(&all), (Some(1), String::new(), expected.to_owned()));
    }
    let (status, _, said) = run(&["routes", "--why", "101", "GET", "/items/x"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("interim"), "{said}");
}

#[test]
fn what_no_test_has_seen_is_listed() {
    let file = std::env::temp_dir().join(format!("fastr-seen-{}", std::process::id()));
    let path = file.to_str().expect("UTF-8");
    fs::write(&file, "GET /items/{item_id} 200\nGET /items/{item_id} 404\n").expect("a file");
    let (status, unseen, said) = run(&["routes", "--unseen", path]);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    // All of the first one was seen; a panic is nothing that a test has to bring about.
    assert!(!unseen.contains("/items/{item_id} "), "{unseen}");
    let stable: Vec<&str> = unseen
        .lines()
        .find(|line| line.contains("/stables/"))
        .map_or_else(Vec::new, |line| line.split_whitespace().collect());
    assert_eq!(stable[..5], ["GET", "/stables/{name}", "200", "418", "503"]);
    fs::remove_file(&file).expect("the file was there");
}

#[test]
fn what_middleware_answers_for_any_path_is_told() {
    let place = |name: &str| format!("`{name}`  examples/advanced_middleware.rs:");
    let (_, list, _) = run_of("advanced_middleware", &["routes"]);
    let besides = list.split_once("Middleware answers requests for any path with these:\n");
    let (_, besides) = besides.expect("it is told");
    // Those around one operation stand at that.
    assert_eq!(besides.lines().count(), 1, "{list}");
    assert!(
        besides.starts_with(&format!("400  {}", place("TrustedHostMiddleware"))),
        "{list}"
    );

    let (status, why, said) = run_of("cors", &["routes", "--why", "200", "OPTIONS", "/"]);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    assert!(why.starts_with("200 OK: OPTIONS /, no operation\n"), "{why}");
    assert!(
        why.contains("the middleware `CorsMiddleware`  examples/cors.rs:"),
        "{why}"
    );
    let (status, _, said) = run_of("cors", &["routes", "--why", "204", "OPTIONS", "/"]);
    assert_eq!(status, Some(1));
    assert_eq!(
        said,
        "Error: no operation answers `OPTIONS /`; `routes` lists those there are\n"
    );
}

#[test]
fn what_no_test_has_seen_of_middleware_is_listed() {
    let file = std::env::temp_dir().join(format!("fastr-seen-around-{}", std::process::id()));
    let path = file.to_str().expect("UTF-8");
    let unseen = |seen: &str| {
        fs::write(&file, seen).expect("a file");
        let (_, unseen, _) = run_of("advanced_middleware", &["routes", "--unseen", path]);
        unseen
    };
    let told = unseen("GET /reports 504\n");
    let rows: Vec<Vec<&str>> = told
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    for row in [
        ["any", "`RateLimitMiddleware`", "429"],
        // It stands around another operation.
        ["any", "`TimeoutMiddleware`", "504"],
        ["any", "`TrustedHostMiddleware`", "400"],
    ] {
        assert!(rows.iter().any(|one| one[..3] == row), "{row:?} in {told}");
    }
    let told = unseen("GET /reports 429\nGET /patience 504\nGET /items 400\n");
    assert!(!told.contains("any"), "{told}");
    fs::remove_file(&file).expect("the file was there");
}

async fn closing(request: Request, next: Next) -> Response {
    if request.headers().contains_key("x-closed") {
        return next.refuse(HttpException::of(503));
    }
    next.run(request).await
}

#[get("/seen/{code}", raises(404))]
fn seen(code: u16) -> Result<String, HttpException> {
    match code {
        404 => Err(HttpException::of(404)),
        _ => Ok("here".into()),
    }
}

/// The variable belongs to the whole process, so a process of its own is asked.
#[test]
fn the_client_notes_what_it_sees() {
    const CHILD: &str = "FASTR_TEST_CHILD";
    if std::env::var_os(CHILD).is_some() {
        let closing = Layered::of(closing).raises([503]);
        let client = TestClient::new(App::of(module_path!()).add_middleware(closing));
        client.get("/seen/1").send();
        client.get("/seen/2").header("x-closed", "1").send();
        client.get("/nowhere").header("x-closed", "1").send();
        client.call::<seen>().path("code", 404).send();
        client.request("HEAD", "/seen/1").send();
        return;
    }
    let file = std::env::temp_dir().join(format!("fastr-noted-{}", std::process::id()));
    let this = std::env::current_exe().expect("the test itself");
    let name = "routes::the_client_notes_what_it_sees";
    let child = std::process::Command::new(this)
        .args(["--exact", name])
        .env(CHILD, "1")
        .env("FASTR_SEEN", &file)
        .output();
    assert!(child.expect("it runs").status.success());
    let noted = fs::read_to_string(&file).expect("it was written");
    assert_eq!(
        noted,
        "GET /seen/{code} 200\nGET /seen/{code} 503\nGET /seen/{code} 404\nGET /seen/{code} 200\n"
    );
    fs::remove_file(&file).expect("the file was there");
}

/// Of such a request no operation hears, so none has that status.
#[test]
fn what_is_refused_before_an_operation_is_told() {
    let (status, why, said) = run(&["routes", "--why", "408", "GET", "/items/1"]);
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(
        why,
        "408 Request Timeout: GET /items/1, before `read_item` is reached\n  \
         The head came too slowly, and then without a body; or the body did\n"
    );
    let (_, list, _) = run(&["routes"]);
    assert!(list.contains("\n  431  The head is too large\n"), "{list}");
}

#[test]
fn a_handshake_is_asked_for_as_it_is_listed() {
    let (status, why, said) = run_of("websockets", &["routes", "--why", "422", "WS", "/items/1/ws"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(
        why.starts_with("422 Unprocessable Content: WS /items/1/ws, `item` ("),
        "{why}"
    );
}
