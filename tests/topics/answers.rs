//! Answers of every kind.

use std::time::{Duration, Instant};

use super::{ask, drive, ok, with_headers};
use crate::support::{Connection, Program, header, json, with};

/// A whole answer with a body of this media type.
fn typed(media_type: &str, body: &str) -> String {
    let (media_type, length) = (
        format!("content-type: {media_type}"),
        format!("content-length: {}", body.len()),
    );
    with("200 OK", &[&media_type, &length], body)
}

/// A whole answer that came in chunks, put together.
fn chunked(media_type: &str, body: &str) -> String {
    let media_type = format!("content-type: {media_type}");
    with("200 OK", &[&media_type, "transfer-encoding: chunked"], body)
}

/// Events, put together.
fn events(body: &str) -> String {
    let headers = [
        "cache-control: no-cache",
        "x-accel-buffering: no",
        "content-type: text/event-stream; charset=utf-8",
        "transfer-encoding: chunked",
    ];
    with("200 OK", &headers, body)
}

/// A redirect, without a body.
fn to(status: &str, location: &str) -> String {
    let location = format!("location: {location}");
    with(status, &[&location, "content-length: 0"], "")
}

#[test]
fn custom_response() {
    let xml = r#"<?xml version="1.0"?><shampoo><Header>Apply shampoo here.</Header></shampoo>"#;
    let html =
        "<html><head><title>Some HTML in here</title></head><body><h1>Look ma! HTML!</h1></body></html>";
    drive(
        "custom_response",
        &[
            (ask("GET /items", ""), typed("text/html; charset=utf-8", html)),
            (
                ask("GET /hello?name=Ann", ""),
                typed("text/plain; charset=utf-8", "Hello Ann"),
            ),
            (ask("GET /legacy", ""), typed("application/xml", xml)),
            (
                ask("GET /bytes?count=3", ""),
                typed("application/octet-stream", "\0\u{1}\u{2}"),
            ),
            (
                ask("GET /calendar.ics", ""),
                typed(
                    "text/calendar; charset=utf-8",
                    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
                ),
            ),
            (
                ask("GET /typer", ""),
                to("307 Temporary Redirect", "https://typer.tiangolo.com"),
            ),
            (ask("POST /orders", ""), to("303 See Other", "/items")),
            (
                ask("POST /old-orders", ""),
                to("308 Permanent Redirect", "/orders"),
            ),
        ],
    );
}

#[test]
fn stream_data() {
    let story = "It was a dark and stormy night.\nThe rain fell in torrents.\nA shot rang out.\n";
    drive(
        "stream_data",
        &[
            (
                ask("GET /story/stream", ""),
                chunked("text/plain; charset=utf-8", story),
            ),
            (
                ask("GET /squares.csv?rows=2", ""),
                chunked("text/csv; charset=utf-8", "number,square\n1,1\n2,4\n"),
            ),
        ],
    );
}

#[test]
fn a_stream_that_fails_breaks_off() {
    let program = Program::start("stream_data");
    let mut connection = program.connect();
    connection.send(ask("GET /broken", ""));
    let head = connection.head();
    assert!(head.contains("transfer-encoding: chunked\n"), "{head}");
    // One chunk, and no chunk of length 0 behind it.
    assert_eq!(connection.all_that_comes(), "F\r\nthe beginning, \r\n");
}

#[test]
fn stream_json_lines() {
    let lines = concat!(
        r#"{"name":"Plumbus","description":"A multi-purpose household device."}"#,
        "\n",
        r#"{"name":"Portal Gun","description":null}"#,
        "\n",
    );
    drive(
        "stream_json_lines",
        &[(ask("GET /items/stream", ""), chunked("application/jsonl", lines))],
    );
}

#[test]
fn server_sent_events() {
    let item = |id: usize, data: &str| format!("event: item_update\ndata: {data}\nid: {id}\nretry: 5000\n\n");
    let (plumbus, gun, box_) = (
        item(0, r#"{"name":"Plumbus","price":32.99}"#),
        item(1, r#"{"name":"Portal Gun","price":999.99}"#),
        item(2, r#"{"name":"Meeseeks Box","price":49.99}"#),
    );
    drive(
        "server_sent_events",
        &[
            (
                ask("GET /items/stream", ""),
                events(&format!("{plumbus}{gun}{box_}")),
            ),
            (
                with_headers("GET /items/stream", &["last-event-id: 1"]),
                events(&box_),
            ),
            (
                ask("GET /prices", ""),
                events("data: 32.99\n\ndata: 999.99\n\ndata: 49.99\n\n"),
            ),
            (
                ask("POST /chat/stream?prompt=so+long", ""),
                events(
                    "event: token\ndata: \"so\"\n\nevent: token\ndata: \"long\"\n\nevent: done\ndata: [DONE]\n\n",
                ),
            ),
        ],
    );
}

/// Asks until the answer is this one, which work in the background makes it.
fn eventually(connection: &mut Connection, line: &str, expected: &str) {
    let begin = Instant::now();
    loop {
        let answer = connection.ask(line, "");
        if answer == expected {
            return;
        }
        let waited = begin.elapsed();
        assert!(waited < Duration::from_secs(20), "{line} is still {answer}");
        std::thread::yield_now();
    }
}

#[test]
fn background_tasks() {
    let program = Program::start("background_tasks");
    let sent = json(
        "202 Accepted",
        r#"{"message":"Notification sent in the background"}"#,
    );
    let mut connection = program.connect();
    let mut log = Vec::new();
    for (query, written) in [("?q=asked", Some("asked")), ("?q=", None), ("", None)] {
        let line = format!("POST /send-notification/ann@example.com{query}");
        assert_eq!(connection.ask(&line, ""), sent, "{line}");
        log.extend(written);
        log.push("notification for ann@example.com: some notification");
        // The tasks of one request are in order, but those of the next do not wait for them.
        eventually(
            &mut connection,
            "GET /log",
            &ok(&serde_json::json!(log).to_string()),
        );
    }
}

#[test]
fn work_that_was_taken_on_can_be_asked_after() {
    let program = Program::start("background_tasks");
    let mut connection = program.connect();
    let accepted = r#"{"id":0,"text":"so long","words":null}"#;
    let headers = [
        "location: /jobs/0",
        "content-type: application/json",
        "content-length: 38",
    ];
    assert_eq!(
        connection.ask("POST /jobs?text=so+long", ""),
        with("202 Accepted", &headers, accepted)
    );
    let done = ok(r#"{"id":0,"text":"so long","words":2}"#);
    eventually(&mut connection, "GET /jobs/0", &done);
    assert_eq!(
        connection.ask("GET /jobs/1", ""),
        json("404 Not Found", r#"{"detail":"No such job"}"#)
    );
}

#[test]
fn lifespan_events() {
    drive(
        "lifespan_events",
        &[
            (ask("GET /predict?x=21", ""), ok("42.0")),
            (ask("GET /predict?x=0.5", ""), ok("1.0")),
            (ask("GET /visits", ""), ok(r#""2 visits""#)),
        ],
    );
}

#[test]
fn response_headers() {
    let cat = "x-cat-dog: alone in the world";
    let answer = |headers: &[&str]| {
        let json = ["content-type: application/json", "content-length: 25"];
        with(
            "200 OK",
            &[headers, &json].concat(),
            r#"{"message":"Hello World"}"#,
        )
    };
    drive(
        "response_headers",
        &[
            (ask("GET /headers-and-object", ""), answer(&[cat])),
            (ask("GET /headers", ""), answer(&[cat, "content-language: en-US"])),
            (ask("GET /direct", ""), answer(&["content-language: en-US"])),
        ],
    );
}

#[test]
fn response_directly() {
    let item = r#"{"title":"Drum","description":null}"#;
    let xml = |status| {
        let headers = ["content-type: application/xml", "content-length: 10"];
        with(status, &headers, "<shampoo/>")
    };
    drive(
        "response_directly",
        &[
            (ask("PUT /items/1", item), ok(item)),
            (ask("PUT /items/2", item), json("201 Created", item)),
            (ask("GET /legacy", ""), xml("200 OK")),
            (ask("GET /legacy?april=true", ""), xml("418 I'm a teapot")),
        ],
    );
}

#[test]
fn response_cookies() {
    let set = |cookie: &str, text: &str| {
        let body = format!(r#"{{"message":"{text}"}}"#);
        let headers = [
            format!("set-cookie: {cookie}"),
            "content-type: application/json".to_owned(),
            format!("content-length: {}", body.len()),
        ];
        with("200 OK", &headers.each_ref().map(String::as_str), &body)
    };
    let gone =
        "set-cookie: fakesession=; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax";
    drive(
        "response_cookies",
        &[
            (
                ask("POST /cookie-and-object", ""),
                set(
                    "fakesession=fake-cookie-session-value; Path=/; SameSite=Lax",
                    "Come to the dark side, we have cookies",
                ),
            ),
            (
                ask("POST /cookie", ""),
                set(
                    r#"last_visit="today\054 at noon"; Domain=localhost; HttpOnly; Max-Age=86400; Path=/; SameSite=Strict; Secure"#,
                    "We will know you",
                ),
            ),
            (
                ask("POST /direct", ""),
                set("fakesession=direct; Path=/; SameSite=Lax", "Come in"),
            ),
            (
                with_headers("GET /cookie", &[r#"cookie: last_visit="today\054 at noon""#]),
                ok(r#""today, at noon""#),
            ),
            (
                ask("DELETE /cookie-and-object", ""),
                with("204 No Content", &[gone], ""),
            ),
        ],
    );
}

#[test]
fn a_signed_cookie_comes_back_only_as_it_was() {
    let program = Program::start("response_cookies");
    let mut connection = program.connect();
    let login = connection.ask("POST /login?name=ann", "");
    let cookie = header(&login, "set-cookie").expect("a cookie");
    let pair = cookie.split(';').next().expect("a name and a value");
    let mut me = |pair: &str| {
        connection.send(with_headers("GET /me", &[&format!("cookie: {pair}")]));
        connection.answer()
    };
    assert_eq!(me(pair), ok("\"ann\""));
    let forged = pair.replace("ann", "bob");
    assert_ne!(forged, pair);
    let refusal = json("401 Unauthorized", r#"{"detail":"Log in first"}"#);
    assert_eq!(me(&forged), refusal);
    assert_eq!(me("user=bob"), refusal);
}

/// What an answer says, but for the headers that depend on when its file was written.
fn without_dates(answer: &str) -> String {
    let kept = |line: &&str| !line.starts_with("etag: ") && !line.starts_with("last-modified: ");
    answer.split_inclusive('\n').filter(kept).collect()
}

#[test]
fn file_response() {
    let program = Program::start("file_response");
    let mut connection = program.connect();
    let mut ask = |line: &str, headers: &[&str]| {
        connection.send(with_headers(line, headers));
        without_dates(&connection.answer())
    };
    let text = "content-type: text/plain; charset=utf-8";
    let ranges = "accept-ranges: bytes";
    let letters = "0123456789abcdefghij";
    let save = "content-disposition: attachment; filename=\"Buchstaben f_r Ann.txt\"; \
                filename*=UTF-8''Buchstaben%20f%C3%BCr%20Ann.txt";
    assert_eq!(
        ask("GET /letters", &[]),
        with("200 OK", &[ranges, text, "content-length: 20"], letters)
    );
    assert_eq!(
        ask("GET /letters", &["range: bytes=5-9"]),
        with(
            "206 Partial Content",
            &[ranges, "content-range: bytes 5-9/20", text, "content-length: 5"],
            "56789"
        )
    );
    assert_eq!(
        ask("GET /download", &[]),
        with("200 OK", &[ranges, save, text, "content-length: 20"], letters)
    );
    assert_eq!(
        ask("GET /lost", &[]),
        json("404 Not Found", r#"{"detail":"Not Found"}"#)
    );
    assert_eq!(
        ask("GET /pages/7", &[]),
        json("410 Gone", r#"{"detail":"Page 7 is gone"}"#)
    );
}

#[test]
fn static_files() {
    let program = Program::start("static_files");
    let mut connection = program.connect();
    let mut title = |path: &str| {
        let answer = connection.ask(&format!("GET {path}"), "");
        let status = answer.split(' ').nth(1).expect("a status").to_owned();
        let (_, rest) = answer.split_once("<title>").unwrap_or(("", "-</title>"));
        let (title, _) = rest.split_once("</title>").expect("a title");
        format!("{status} {title}")
    };
    for (path, expected) in [
        ("/static/style.css", "200 -"),
        ("/static/index.html", "200 Home"),
        ("/static/made", "200 -"),
        ("/static/", "404 -"),
        ("/static/../static_files.rs", "404 -"),
        ("/site/", "200 Home"),
        ("/site/guide/", "200 Guide"),
        ("/site/guide", "307 -"),
        ("/site/none", "404 Nothing here"),
        ("/app/users/7", "200 Home"),
        ("/app/none.js", "404 -"),
    ] {
        assert_eq!(title(path), expected, "{path}");
    }
}

#[test]
fn response_model() {
    let user = r#"{"username":"ann","password":"secret","email":"ann@example.com"}"#;
    let shown = r#"{"username":"ann","email":"ann@example.com","full_name":null}"#;
    let users =
        r#"[{"username":"ann","email":"ann@example.com"},{"username":"bob","email":"bob@example.com"}]"#;
    let not_found = |detail: &str| json("404 Not Found", &format!(r#"{{"detail":"{detail}"}}"#));
    drive(
        "response_model",
        &[
            (ask("POST /user", user), json("201 Created", shown)),
            (ask("GET /users", ""), ok(users)),
            (ask("GET /users/ann", ""), ok(shown)),
            (ask("GET /users/eve", ""), not_found("No such user")),
            (
                ask("GET /items/foo", ""),
                ok(r#"{"name":"Foo","price":50.2,"tax":10.5,"tags":[]}"#),
            ),
            (
                ask("GET /items/foo/changed", ""),
                ok(r#"{"name":"Foo","price":50.2}"#),
            ),
            (
                ask("GET /items/bar/changed", ""),
                ok(
                    r#"{"name":"Bar","description":"The bartenders","price":62.0,"tax":20.2,"tags":["drinks"]}"#,
                ),
            ),
            (ask("GET /items/baz", ""), not_found("Item not found")),
        ],
    );
}
