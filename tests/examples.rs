//! Every program in `examples/`, started and asked as its user would: raw bytes out, whole answers back.

mod support;

use support::{Program, bare, json, with};

/// A request, the body it has, and the answer that is expected.
type Exchange<'text> = (&'text str, &'text str, String);

/// Asks an example one thing after the other, on one connection.
fn drive(example: &str, exchanges: &[Exchange]) {
    let program = Program::start(example);
    let mut connection = program.connect();
    for (line, body, expected) in exchanges {
        let answer = connection.ask(line, body);
        assert_eq!(&answer, expected, "{example}: {line} {body}");
    }
}

/// The detail of a value that is not there.
fn missing(place: &str, name: &str) -> String {
    json(
        "422 Unprocessable Entity",
        &format!(
            r#"{{"detail":[{{"type":"missing","loc":["{place}","{name}"],"msg":"Field required","input":null}}]}}"#
        ),
    )
}

/// A whole answer with a JSON body and one more header.
fn json_with(status: &str, header: &str, body: &str) -> String {
    let length = format!("content-length: {}", body.len());
    with(status, &[header, "content-type: application/json", &length], body)
}

#[test]
fn response_status_code() {
    drive(
        "response_status_code",
        &[
            (
                "POST /items/?name=Foo",
                "",
                json("201 Created", r#"{"name":"Foo"}"#),
            ),
            (
                "POST /things/?name=Foo",
                "",
                json("201 Created", r#"{"name":"Foo"}"#),
            ),
            (
                "POST /items/?name=F%C3%B6%20%22o",
                "",
                json("201 Created", r#"{"name":"Fö \"o"}"#),
            ),
            ("POST /items/", "", missing("query", "name")),
        ],
    );
}

#[test]
fn additional_status_codes() {
    let new = r#"{"name":"Drum","size":5}"#;
    let changed = r#"{"name":"Fiddle","size":4}"#;
    let created = json_with("201 Created", "location: /items/baz", new);
    drive(
        "additional_status_codes",
        &[
            ("PUT /items/foo", changed, json("200 OK", changed)),
            (
                "PUT /items/bar",
                "{}",
                json("200 OK", r#"{"name":null,"size":null}"#),
            ),
            ("PUT /items/baz", new, created),
            ("PUT /items/baz", new, json("200 OK", new)),
        ],
    );
}

#[test]
fn response_change_status_code() {
    let new = r#""Was not there a moment ago""#;
    drive(
        "response_change_status_code",
        &[
            (
                "PUT /get-or-create-task/laundry",
                "",
                json("200 OK", r#""Hang out the laundry""#),
            ),
            ("PUT /get-or-create-task/dishes", "", json("201 Created", new)),
            ("PUT /get-or-create-task/dishes", "", json("200 OK", new)),
        ],
    );
}

#[test]
fn restful() {
    let not_found = || json("404 Not Found", r#"{"detail":"Item not found"}"#);
    let not_allowed = || json("403 Forbidden", r#"{"detail":"Admin access required"}"#);
    let lamp = r#"{"item_id":1,"name":"Lamp"}"#;
    drive(
        "restful",
        &[
            ("GET /items", "", json("200 OK", "[]")),
            ("POST /items?name=Lamp", "", json("201 Created", lamp)),
            (
                "POST /items?name=",
                "",
                json("422 Unprocessable Entity", r#"{"detail":"Name is required"}"#),
            ),
            ("POST /items", "", missing("query", "name")),
            ("GET /items", "", json("200 OK", &format!("[{lamp}]"))),
            ("GET /items/1", "", json("200 OK", lamp)),
            ("GET /items/2", "", not_found()),
            ("DELETE /items/1", "", bare("204 No Content")),
            ("DELETE /items/1", "", not_found()),
            ("DELETE /admin/users/7", "", not_allowed()),
            ("DELETE /admin/users/7?is_admin=false", "", not_allowed()),
            ("DELETE /admin/users/7?is_admin=true", "", bare("204 No Content")),
        ],
    );
}

#[test]
fn handling_errors() {
    let foo = r#"{"item":"The Foo Wrestlers"}"#;
    let not_found = r#"{"detail":"Item not found"}"#;
    let rainbow = r#"{"detail":"Oops! yolo did something. There goes a rainbow..."}"#;
    let closed = r#"{"detail":"The stable is closed"}"#;
    let error = |status: &str, detail: &str| json(status, &format!(r#"{{"detail":{detail}}}"#));
    drive(
        "handling_errors",
        &[
            ("GET /items/foo", "", json("200 OK", foo)),
            (
                "GET /items/bar",
                "",
                json_with(
                    "404 Not Found",
                    "x-error: There goes my error with bar",
                    not_found,
                ),
            ),
            ("GET /items-header/foo", "", json("200 OK", foo)),
            (
                "GET /items-header/bar",
                "",
                json_with("404 Not Found", "x-error: There goes my error", not_found),
            ),
            ("GET /numbers/4", "", json("200 OK", r#"{"number":4}"#)),
            (
                "GET /numbers/three",
                "",
                error(
                    "400 Bad Request",
                    r#""That is no number: invalid digit found in string""#,
                ),
            ),
            (
                "GET /numbers/3",
                "",
                error("418 I'm a teapot", r#""Nope! I don't like 3.""#),
            ),
            (
                "GET /numbers/7",
                "",
                error("409 Conflict", r#"{"by":"the dwarfs","seconds_ago":7}"#),
            ),
            (
                "GET /unicorns/twilight",
                "",
                json("200 OK", r#"{"item":"twilight"}"#),
            ),
            ("GET /unicorns/yolo", "", json("418 I'm a teapot", rainbow)),
            ("GET /stables/yolo", "", json("418 I'm a teapot", rainbow)),
            (
                "GET /stables/closed",
                "",
                json_with("503 Service Unavailable", "retry-after: 180", closed),
            ),
            (
                "GET /dragons/smaug",
                "",
                json(
                    "418 I'm a teapot",
                    r#"{"message":"Oops! smaug did something. There goes a village...","path":"/dragons/smaug"}"#,
                ),
            ),
            (
                "GET /motd",
                "",
                error("500 Internal Server Error", r#""Internal Server Error""#),
            ),
        ],
    );
}

#[test]
fn exception_handlers() {
    let said = |status: &str, message: &str| {
        let code = &status[..3];
        json(status, &format!(r#"{{"code":{code},"message":"{message}"}}"#))
    };
    let invalid = r#"{"detail":[{"type":"int_parsing","loc":["body","size"],"msg":"Input should be a valid integer, unable to parse string as an integer","input":"XL"}],"body":{"title":"towel","size":"XL"}}"#;
    drive(
        "exception_handlers",
        &[
            (
                "GET /items/4",
                "",
                json("200 OK", r#"{"title":"towel","size":4}"#),
            ),
            (
                "GET /items/3",
                "",
                said("418 I'm a teapot", "Nope! I don't like 3."),
            ),
            ("GET /nowhere", "", said("404 Not Found", "Not Found")),
            (
                "POST /items",
                r#"{"title":"towel","size":"XL"}"#,
                json("400 Bad Request", invalid),
            ),
        ],
    );
}

#[test]
fn middleware() {
    let program = Program::start("middleware");
    let mut connection = program.connect();
    let answer = connection.ask("GET /items/3", "");
    assert!(answer.contains("\nx-process-time: 0.00"), "{answer}");
    let statuses: Vec<String> = (0..4)
        .map(|_| connection.ask("GET /reports", "")[..12].to_owned())
        .collect();
    assert_eq!(statuses[..3], ["HTTP/1.1 200"; 3]);
    assert_eq!(statuses[3], "HTTP/1.1 429");
    connection.send("GET /items/3 HTTP/1.1\r\nhost: a\r\nuser-agent: BadBot/1\r\n\r\n");
    let refused = connection.answer();
    assert!(refused.starts_with("HTTP/1.1 403 Forbidden\n"), "{refused}");
    assert!(
        refused.ends_with(r#"{"detail":"This program does not talk to BadBot/1"}"#),
        "{refused}"
    );
}

#[test]
fn cors() {
    let program = Program::start("cors");
    let mut connection = program.connect();
    connection.send(
        "OPTIONS / HTTP/1.1\r\nhost: a\r\norigin: http://localhost\r\naccess-control-request-method: PUT\r\n\r\n",
    );
    let preflight = connection.answer();
    assert!(
        preflight.starts_with("HTTP/1.1 200 OK\naccess-control-allow-origin: http://localhost\n"),
        "{preflight}"
    );
    assert!(
        preflight.contains("\naccess-control-allow-credentials: true\n"),
        "{preflight}"
    );
}

#[test]
fn advanced_middleware() {
    let program = Program::start("advanced_middleware");
    let mut connection = program.connect();
    connection.send("GET /items HTTP/1.1\r\nhost: evil.com\r\n\r\n");
    let refused = connection.answer();
    assert!(refused.starts_with("HTTP/1.1 400 Bad Request\n"), "{refused}");
    let late = connection.ask("GET /patience", "");
    assert!(late.starts_with("HTTP/1.1 504 Gateway Timeout\n"), "{late}");
    assert!(late.contains("\nx-request-id: "), "{late}");
}

#[test]
fn shop() {
    let not_found = || json("404 Not Found", r#"{"detail":"Item not found"}"#);
    let tea = r#"{"name":"Tea","price":3.5,"tags":["hot"]}"#;
    let stored = format!(r#"{{"item_id":1,"item":{tea}}}"#);
    let plain = r#"{"name":"Tea","price":4.0,"tags":[]}"#;
    let two_mistakes = concat!(
        r#"{"detail":[{"type":"string_too_short","loc":["body","name"],"#,
        r#""msg":"String should have at least 1 character","input":"","ctx":{"min_length":1}},"#,
        r#"{"type":"greater_than","loc":["body","price"],"msg":"Input should be greater than 0","#,
        r#""input":-1,"ctx":{"gt":0.0}}]}"#,
    );
    drive(
        "shop",
        &[
            ("GET /items", "", json("200 OK", "[]")),
            ("POST /items", tea, json("201 Created", &stored)),
            (
                "POST /items",
                r#"{"name":"","price":-1}"#,
                json("422 Unprocessable Entity", two_mistakes),
            ),
            ("GET /items", "", json("200 OK", &format!("[{stored}]"))),
            ("GET /items?q=Te", "", json("200 OK", &format!("[{stored}]"))),
            ("GET /items?q=Coffee", "", json("200 OK", "[]")),
            ("GET /items/1", "", json("200 OK", tea)),
            ("GET /items/2", "", not_found()),
            (
                "PUT /items/1",
                r#"{"name":"Tea","price":4.0}"#,
                json("200 OK", plain),
            ),
            ("PUT /items/2", plain, not_found()),
            ("GET /items/1", "", json("200 OK", plain)),
            ("DELETE /items/1", "", bare("204 No Content")),
            ("DELETE /items/1", "", not_found()),
        ],
    );
}

#[test]
fn extra_data_types() {
    let id = "6f1f2d9c-0d4e-4c1b-9a55-2f7c0e9b8a11";
    let plan = r#"{"start":"2024-05-06T07:00:00Z","end":"2024-05-06T11:00:00+02:00","process_after":"PT30M","budget":"12.50","contact":"Ann@EXAMPLE.com"}"#;
    let job = format!(
        r#"{{"id":"{id}","begin":"2024-05-06T07:30:00Z","duration":"PT1H30M","plan":{{"start":"2024-05-06T07:00:00Z","end":"2024-05-06T09:00:00Z","repeat_at":null,"process_after":"PT30M","budget":"12.50","contact":"Ann@example.com","callback":null}}}}"#
    );
    let no_uuid = r#"{"detail":[{"type":"uuid_parsing","loc":["path","job_id"],"msg":"Input should be a valid UUID, invalid character: found `x` at 0","input":"x","ctx":{"error":"invalid character: found `x` at 0"}}]}"#;
    let no_address = r#"{"detail":[{"type":"ip_any_address","loc":["body","10.0.0.256","[key]"],"msg":"value is not a valid IPv4 or IPv6 address","input":"10.0.0.256"}]}"#;
    drive(
        "extra_data_types",
        &[
            (&format!("PUT /jobs/{id}"), plan, json("200 OK", &job)),
            ("PUT /jobs/x", plan, json("422 Unprocessable Entity", no_uuid)),
            (
                "GET /days?from=2024-02-28&to=2024-03-01",
                "",
                json("200 OK", r#"["2024-02-28","2024-02-29","2024-03-01"]"#),
            ),
            ("GET /days?from=2024-02-28", "", missing("query", "to")),
            (
                "PUT /calls",
                r#"{"10.0.0.1":[[8,2],[9,1]],"::1":[[8,40]]}"#,
                json("200 OK", r#"{"8":42,"9":1}"#),
            ),
            (
                "PUT /calls",
                r#"{"10.0.0.256":[]}"#,
                json("422 Unprocessable Entity", no_address),
            ),
        ],
    );
}

/// What every example has besides its operations.
#[test]
fn the_document_and_the_page_are_there() {
    let program = Program::start("shop");
    let mut connection = program.connect();
    let document = connection.ask("GET /openapi.json", "");
    assert!(
        document.starts_with("HTTP/1.1 200 OK\ncontent-type: application/json\n"),
        "{document}"
    );
    let page = connection.ask("GET /docs", "");
    assert!(
        page.starts_with("HTTP/1.1 200 OK\ncontent-type: text/html; charset=utf-8\n"),
        "{page}"
    );
    for (asset, media_type) in [
        ("swagger-ui.css", "text/css; charset=utf-8"),
        ("swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
        ("favicon-32x32.png", "image/png"),
    ] {
        assert!(
            page.contains(&format!("\"/docs/{asset}\"")),
            "{asset} is not in {page}"
        );
        let head = connection.ask(&format!("HEAD /docs/{asset}"), "");
        assert!(head.contains(&format!("content-type: {media_type}\n")), "{head}");
    }
}

#[cfg(unix)]
#[test]
fn sigterm_ends_a_program_with_success() {
    let program = Program::start("shop");
    let mut idle = program.connect();
    assert_eq!(idle.ask("GET /items", ""), json("200 OK", "[]"));
    let status = program.terminate();
    assert_eq!(status.code(), Some(0), "{status}");
    assert!(idle.ends());
}

#[test]
fn metadata() {
    drive(
        "metadata",
        &[
            ("GET /items/", "", json("200 OK", r#"[{"name":"Katana"}]"#)),
            ("GET /users/", "", json("200 OK", r#"["Harry","Ron"]"#)),
            ("GET /health", "", json("200 OK", "null")),
            (
                "GET /docs",
                "",
                json("404 Not Found", r#"{"detail":"Not Found"}"#),
            ),
        ],
    );
}

#[test]
fn openapi_webhooks() {
    drive(
        "openapi_webhooks",
        &[
            ("GET /users/", "", json("200 OK", r#"["Rick","Morty"]"#)),
            (
                "POST /new-subscription",
                "",
                json("404 Not Found", r#"{"detail":"Not Found"}"#),
            ),
        ],
    );
}

#[test]
fn openapi_callbacks() {
    drive(
        "openapi_callbacks",
        &[
            (
                "POST /invoices/?callback_url=http://localhost/",
                r#"{"id":"1","customer":"Ada","total":2.5}"#,
                json("200 OK", r#"{"msg":"Invoice received"}"#),
            ),
            (
                "POST /invoices/",
                r#"{"id":"1","total":2.5}"#,
                json(
                    "422 Unprocessable Entity",
                    r#"{"detail":[{"type":"missing","loc":["body","customer"],"msg":"Field required","input":{"id":"1","total":2.5}}]}"#,
                ),
            ),
        ],
    );
}

#[test]
fn behind_a_proxy() {
    let shown = |url: &str, client: &str| {
        let body = format!(
            r#"{{"message":"Hello World","root_path":"/api/v1","url":"{url}/api/v1/app","client":"{client}"}}"#
        );
        json("200 OK", &body)
    };
    let program = Program::start("behind_a_proxy");
    let mut connection = program.connect();
    for path in ["/app", "/api/v1/app"] {
        assert_eq!(
            connection.ask(&format!("GET {path}"), ""),
            shown("http://localhost", "127.0.0.1")
        );
    }
    let said = [
        "x-forwarded-for: 203.0.113.7",
        "x-forwarded-proto: https",
        "x-forwarded-host: example.com",
    ];
    connection.send(support::request_with("GET /app", &said, ""));
    assert_eq!(connection.answer(), shown("https://example.com", "203.0.113.7"));
}

/// Kubernetes asks `/readyz` while it takes the program out of its lists: until then requests come, and are answered.
#[test]
#[cfg(unix)]
fn deployment() {
    let variables = [("FASTR_SHUTDOWN_DELAY", "3600")];
    let program = Program::start_in("deployment", &["--port", "0"], &variables);
    let port = program.address().port().to_string();
    let ask = |line: &str| program.connect().ask(line, "");
    let well = with(
        "200 OK",
        &["content-type: text/plain; charset=utf-8", "content-length: 2"],
        "ok",
    );
    for path in ["/livez", "/readyz"] {
        assert_eq!(ask(&format!("GET {path}")), well);
        assert_eq!(ask(&format!("HEAD {path}")), well.trim_end_matches("ok"));
    }
    let (status, said) = Program::run("deployment", &["health", "--port", &port]);
    assert!(status.success() && said.is_empty(), "{said}");
    program.signal();
    program.logged("draining: connections are accepted for another 3600s");
    assert_eq!(ask("GET /livez"), well);
    assert_eq!(
        ask("GET /readyz"),
        json("503 Service Unavailable", r#"{"detail":"The program is ending"}"#)
    );
    assert!(ask("GET /").starts_with("HTTP/1.1 200 OK\n"));
    assert!(program.terminate().success(), "a second signal ends the wait");
}

#[test]
fn deployment_without_what_it_needs() {
    let variables = [("NEEDS_FOLDER", "nowhere/at/all")];
    let program = Program::start_in("deployment", &["--port", "0"], &variables);
    let mut connection = program.connect();
    assert!(connection.ask("GET /livez", "").starts_with("HTTP/1.1 200 OK\n"));
    assert_eq!(
        connection.ask("GET /readyz", ""),
        json("503 Service Unavailable", r#"{"detail":"`folder` is not ready"}"#)
    );
    program.logged("the program is not ready check=\"folder\" error=\"No such file or directory");
}

#[test]
fn whether_a_program_is_well_can_be_asked() {
    let ask = |port: &str| Program::run("deployment", &["health", "--port", port]);
    let program = Program::start("shop");
    let (status, said) = ask(&program.address().port().to_string());
    assert!(!status.success(), "{said}");
    assert!(
        said.contains("it answered 404; add `App::health` if there is no `/livez`"),
        "{said}"
    );
    let (status, said) = ask("1");
    assert!(
        !status.success() && said.contains("asking http://127.0.0.1:1/livez"),
        "{said}"
    );
}
